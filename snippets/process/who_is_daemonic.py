"""Ask five kinds of processes whether they are daemons."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, Process, current_process


def is_daemon():
    return current_process().daemon


def report(what):
    print(f"{what}: {is_daemon()}")


def run(what, daemon=None):
    process = Process(target=report, args=(what,), daemon=daemon)
    process.start()
    process.join()


if __name__ == "__main__":
    report("the main process")
    run("Process(...)")
    run("Process(..., daemon=True)", daemon=True)
    with Pool(1) as pool:
        print("a worker of a Pool:", pool.apply(is_daemon))
    with ProcessPoolExecutor(1) as executor:
        print("of an executor:", executor.submit(is_daemon).result())
