"""Call the methods of a pool in a wrong order, or send it away."""

from multiprocessing import Pool


def double(number):
    return number * 2


def try_to(what, call, *args):
    try:
        call(*args)
    except (ValueError, NotImplementedError) as error:
        print(f"{what}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    pool = Pool(1)
    try_to("join first", pool.join)
    try_to("send a pool", pool.apply, double, (pool,))
    pool.close()
    try_to("a task after close()", pool.apply, double, (1,))
    try_to("with, after close()", pool.__enter__)
    pool.close()
    pool.join()
    pool.join()
    print("twice close() and join(): no error")
