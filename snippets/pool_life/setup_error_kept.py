"""Keep the initializer's error, so that the first task raises it."""

from multiprocessing import Pool

worker = {}


def connect():
    raise ConnectionError("no database there")


def set_up():
    try:
        worker["connection"] = connect()
    except Exception as error:
        worker["error"] = error


def query(number):
    if "error" in worker:
        raise worker["error"]
    return worker["connection"].query(number)


if __name__ == "__main__":
    with Pool(1, initializer=set_up) as pool:
        try:
            print(pool.map(query, [1, 2, 3]))
        except ConnectionError as error:
            print(f"ConnectionError: {error}")
