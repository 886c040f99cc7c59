"""Write a with block that finishes the work, unless it fails."""

from contextlib import contextmanager
from multiprocessing import Pool


@contextmanager
def finished_pool(*args, **kwargs):
    with Pool(*args, **kwargs) as pool:  # an exception: terminate()
        yield pool
        pool.close()
        pool.join()


def double(number):
    return number * 2


if __name__ == "__main__":
    with finished_pool(2) as pool:
        results = [pool.apply_async(double, (n,)) for n in range(5)]
    print([result.get() for result in results])
