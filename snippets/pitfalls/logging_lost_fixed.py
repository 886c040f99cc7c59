"""Configure logging in the parent and, the same way, in each worker."""

import logging
import sys
from concurrent.futures import ProcessPoolExecutor

log = logging.getLogger("orders")


def set_up_logging():
    logging.basicConfig(
        stream=sys.stdout,
        level=logging.INFO,
        format="%(levelname)s %(name)s: %(message)s",
    )


def ship(order):
    log.info("order %d is packed", order)
    log.warning("order %d has no address", order)


if __name__ == "__main__":
    set_up_logging()
    log.info("the day begins")
    with ProcessPoolExecutor(1, initializer=set_up_logging) as executor:
        executor.submit(ship, 17).result()
