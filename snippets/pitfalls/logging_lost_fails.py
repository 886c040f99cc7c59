"""Configure logging under the guard, then log in a worker."""

import logging
import sys
from concurrent.futures import ProcessPoolExecutor

log = logging.getLogger("orders")


def ship(order):
    log.info("order %d is packed", order)
    log.warning("order %d has no address", order)


if __name__ == "__main__":
    logging.basicConfig(
        stream=sys.stdout,
        level=logging.INFO,
        format="%(levelname)s %(name)s: %(message)s",
    )
    log.info("the day begins")
    with ProcessPoolExecutor(1) as executor:
        executor.submit(ship, 17).result()
