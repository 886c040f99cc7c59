# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Give a pool and an executor start methods of their own."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, get_start_method


def report(maker):
    return f"{maker}: its worker is started by {get_start_method()}"


if __name__ == "__main__":
    with get_context("spawn").Pool(1) as pool:
        print(pool.apply(report, ("Pool",)))
    context = get_context("forkserver")
    with ProcessPoolExecutor(1, mp_context=context) as executor:
        print(executor.submit(report, "ProcessPoolExecutor").result())
    chosen = get_start_method(allow_none=True)
    print("chosen for the whole program:", chosen)
