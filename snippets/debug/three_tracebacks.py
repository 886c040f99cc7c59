# /// script
# [tool.snippet]
# raises = "OrderError"
# ///
"""Let an error that a worker raised from another one end a program."""

from concurrent.futures import ProcessPoolExecutor


class OrderError(Exception):
    pass


def parcels(order):
    return {17: 3}[order]


def ship(order):
    try:
        return parcels(order)
    except KeyError as error:
        raise OrderError(f"no such order: {order}") from error


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(ship, 18).result())
