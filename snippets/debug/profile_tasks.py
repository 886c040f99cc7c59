"""Profile in the parent, then in the workers: who sees the work?"""

import cProfile
import pstats
from multiprocessing import Pool
from pathlib import Path
from tempfile import TemporaryDirectory


def square(number):
    return number * number


def add_squares(limit):
    return sum(square(number) for number in range(limit))


def profiled(task):
    limit, path = task
    with cProfile.Profile() as profile:
        result = add_squares(limit)
    profile.dump_stats(path)
    return result


def calls_of_square(stats):
    return sum(
        entry[1]
        for key, entry in stats.stats.items()
        if "square" in key
    )


if __name__ == "__main__":
    with TemporaryDirectory() as folder, Pool(2) as pool:
        with cProfile.Profile() as profile:
            sums = pool.map(add_squares, [100, 200])
        print("sums:", sums)
        print(
            "seen by the parent:",
            calls_of_square(pstats.Stats(profile)),
        )
        tasks = [(100, Path(folder, "1")), (200, Path(folder, "2"))]
        pool.map(profiled, tasks)
        paths = [str(path) for _, path in tasks]
        print(
            "seen by the workers:",
            calls_of_square(pstats.Stats(*paths)),
        )
