"""Change an argument of a task after the task was submitted."""

from multiprocessing import Event, Pool


def describe(argument):
    return f"got {argument}"


if __name__ == "__main__":
    may_start = Event()
    with Pool(1, initializer=may_start.wait) as pool:
        first = pool.apply_async(len, (bytes(10_000_000),))
        reading = {"degrees": 18}
        second = pool.apply_async(describe, (reading,))
        print("submitted", reading)
        reading["degrees"] = 20
        may_start.set()  # the worker was not ready until now
        print(first.get(), "bytes")
        print(second.get())
        pool.close()
        pool.join()
