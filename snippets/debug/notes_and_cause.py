"""See what of a worker's error arrives: all but frames and cause."""

from concurrent.futures import ProcessPoolExecutor


class OrderError(Exception):
    number = 0


def ship(order):
    try:
        return 60 / order["parcels"]
    except ZeroDivisionError as error:
        failed = OrderError("nothing to ship")
        failed.number = order["number"]
        failed.add_note(f"while shipping {order}")
        raise failed from error


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        order = {"number": 17, "parcels": 0}
        error = executor.submit(ship, order).exception()
    print("type and message:", repr(error))
    print("attribute:", error.number)
    print("note:", error.__notes__[0])
    print("its cause is a", type(error.__cause__).__name__)
    print("named there:", "ZeroDivisionError" in str(error.__cause__))
    print("frames of the worker:", error.__traceback__)
