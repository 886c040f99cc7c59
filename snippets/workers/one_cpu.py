# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Ask for one worker fewer than there are CPUs, where there is one."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool

CPUS = 1  # what os.cpu_count() tells on a small machine


def attempt(kind, workers):
    try:
        with kind(workers) as pool:
            lengths = list(pool.map(len, ["tea", "cake"]))
            print(f"{kind.__name__}({workers}): {lengths}")
    except ValueError as error:
        print(f"{kind.__name__}({workers}): ValueError: {error}")


if __name__ == "__main__":
    workers = CPUS - 1
    for kind in Pool, ProcessPoolExecutor:
        attempt(kind, workers)
        attempt(kind, max(1, workers))
