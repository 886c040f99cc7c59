"""Give a task a future or a pool, so that it can use it: refused."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool


def work(argument):
    return "done"


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor, Pool(1) as pool:
        first = executor.submit(work, "nothing")
        print("with a text:", first.result())
        for argument in first, pool:
            error = executor.submit(work, argument).exception()
            print(f"{type(error).__name__}: {error}")
