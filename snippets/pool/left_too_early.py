"""Leave the block of a pool while a task runs, then in good order."""

import time
from multiprocessing import Pool, TimeoutError


def double(number):
    time.sleep(number)
    return number * 2


if __name__ == "__main__":
    with Pool(1) as pool:
        lost = pool.apply_async(double, (60,))
    print("left at once, result ready:", lost.ready())
    try:
        lost.get(timeout=0.2)
    except TimeoutError:
        print("get: TimeoutError")

    with Pool(1) as pool:
        kept = pool.apply_async(double, (0.1,))
        pool.close()
        pool.join()
    print("closed and joined, result ready:", kept.ready())
    print("get:", kept.get())
