"""Look at a result before the task ends, and again afterwards."""

from multiprocessing import Event, Pool

shared = {}


def share(event):
    shared["may finish"] = event


def price_of(item):
    shared["may finish"].wait()
    return {"tea": 3}[item]


if __name__ == "__main__":
    may_finish = Event()
    with Pool(1, initializer=share, initargs=(may_finish,)) as pool:
        result = pool.apply_async(price_of, ("tea",))
        print("ready:     ", result.ready())
        try:
            result.successful()
        except ValueError as error:
            print("successful: ValueError,", str(error)[-9:])
        may_finish.set()
        result.wait()
        print("ready:     ", result.ready())
        print("successful:", result.successful())
        print("get:       ", result.get(), result.get())

        result = pool.apply_async(price_of, ("coffee",))
        result.wait()
        print("successful:", result.successful())
        try:
            result.get()
        except KeyError as error:
            print("get:       ", repr(error))
