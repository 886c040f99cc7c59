"""Never ask for the result: the error of the task goes unseen."""

import sys
from multiprocessing import Pool


def share_of(people):
    return 60 / people


def complain(error):
    print("task failed:", repr(error), file=sys.stderr)


if __name__ == "__main__":
    with Pool(1) as pool:
        pool.apply_async(share_of, (0,))
        pool.close()
        pool.join()
    print("nobody asked, all looks well")
    with Pool(1) as pool:
        pool.apply_async(share_of, (0,), error_callback=complain)
        pool.close()
        pool.join()
