# /// script
# dependencies = ["dask[distributed]", "joblib", "loky"]
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# time\ of\ a\ task,\ ms,\ 100\ tasks,\ 5\ times\ each\n
# library\ +lowest\ +median\ +highest\n
# ((Pool|Executor|loky|joblib|Dask)(\ +\d{1,5}\.\d{3}){3}\n){5}
# '''
# runs = 2
# start-methods = []
# timeout = 60
# alone = true
# leaves = ["file"]
# ///
"""Measure what a task that does nothing costs in each library."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import joblib
import loky
from dask.distributed import Client

TASKS, TIMES = 100, 5


def nothing(number):
    return number


def by_joblib(function, numbers):
    with joblib.parallel_config("loky", n_jobs=2):
        job = joblib.delayed(function)
        return joblib.Parallel(batch_size=1)(map(job, numbers))


def measure(library, do_all):
    do_all(nothing, range(TASKS))  # starts what has to be started
    times = []
    for _ in range(TIMES):
        began = perf_counter()
        do_all(nothing, range(TASKS))
        times.append(1000 * (perf_counter() - began) / TASKS)
    numbers = min(times), median(times), max(times)
    print(f"{library:12}" + "".join(f"{ms:9.3f}" for ms in numbers))


if __name__ == "__main__":
    print(f"time of a task, ms, {TASKS} tasks, {TIMES} times each")
    print("library        lowest   median  highest")
    with Pool(2) as pool:
        measure("Pool", lambda f, n: pool.map(f, n, chunksize=1))
    with ProcessPoolExecutor(2) as executor:
        measure("Executor", lambda f, n: list(executor.map(f, n)))
    executor = loky.get_reusable_executor(2)
    measure("loky", lambda f, n: list(executor.map(f, n)))
    measure("joblib", by_joblib)
    executor.shutdown()
    with (
        TemporaryDirectory() as folder,
        Client(
            n_workers=2,
            threads_per_worker=1,
            dashboard_address=None,
            local_directory=folder,
        ) as client,
    ):
        measure("Dask", lambda f, n: client.gather(client.map(f, n)))
