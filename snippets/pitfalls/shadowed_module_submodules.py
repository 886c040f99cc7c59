"""Use submodules before anybody has imported them."""

import concurrent
import multiprocessing

SUBMODULES = [
    (multiprocessing, "pool"),
    (multiprocessing, "shared_memory"),
    (multiprocessing, "managers"),
    (concurrent, "futures"),
]

if __name__ == "__main__":
    for package, name in SUBMODULES:
        try:
            getattr(package, name)
        except AttributeError as error:
            print("AttributeError:", error)

    import concurrent.futures
    import multiprocessing.pool

    print(multiprocessing.pool.ThreadPool.__name__)
    print(concurrent.futures.Future.__name__)
