"""Ask for the results one by one: only the failed one is lost."""

import os
from multiprocessing import Pool


def share_of(people):
    return 60 / people


if __name__ == "__main__":
    groups = [3, 2, 0, 4]
    with Pool(processes=1) as pool:
        worker = pool.apply(os.getpid)
        pending = [pool.apply_async(share_of, (n,)) for n in groups]
        for people, result in zip(groups, pending):
            try:
                print(f"{people} people: {result.get()}")
            except ZeroDivisionError as error:
                print(f"{people} people: {error!r}")
        print("same worker:", pool.apply(os.getpid) == worker)
