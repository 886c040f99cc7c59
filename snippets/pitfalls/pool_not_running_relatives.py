"""Use a pool, processes and an executor too early or too late."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Event, Pool, Process


def attempt(what, call, *arguments):
    try:
        call(*arguments)
    except (RuntimeError, ValueError) as error:
        print(f"{what}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    with Pool(1) as pool:
        attempt("Pool.join", pool.join)

    door = Event()
    process = Process(target=door.wait)
    process.start()
    attempt("Process.close", process.close)
    door.set()
    process.join()
    process.close()
    attempt("Process.join", process.join)

    with ProcessPoolExecutor(1) as executor:
        print("in time:", executor.submit(abs, -5).result())
    attempt("Executor.submit", executor.submit, abs, -5)
