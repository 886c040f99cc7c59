"""Add a handler in each worker, and replace what is there."""

import logging
import sys
from multiprocessing import Pool


def add_handler():
    handler = logging.StreamHandler(sys.stdout)
    logging.getLogger().addHandler(handler)


def replace_handlers():
    logging.basicConfig(
        stream=sys.stdout, format="%(message)s", force=True
    )


def work(order):
    logging.warning("order %d is late", order)


if __name__ == "__main__":
    add_handler()
    logging.warning("logged by the parent")
    for set_up in [add_handler, replace_handlers]:
        print(f"{set_up.__name__}:")
        with Pool(1, initializer=set_up) as pool:
            pool.map(work, [17])
            pool.close()
            pool.join()
