"""Configure logging under the guard, then log in a child."""

import logging
from multiprocessing import Process


def work():
    root = logging.getLogger()
    level = logging.getLevelName(root.level)
    print(f"level: {level}, handlers: {len(root.handlers)}")
    logging.info("work has begun")


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    process = Process(target=work)
    process.start()
    process.join()
