# /// script
# dependencies = ["numpy"]
# [tool.snippet]
# timeout = 120
# ///
"""Give each task a random stream; the pool's size changes nothing."""

from multiprocessing import Pool

from numpy.random import SeedSequence, default_rng

TASKS = 6


def throw(seed):
    generator = default_rng(seed)
    return generator.integers(1, 7, size=8).tolist()


def throw_all(workers):
    seeds = SeedSequence(2026).spawn(TASKS)
    with Pool(workers) as pool:
        return pool.map(throw, seeds, chunksize=1)


if __name__ == "__main__":
    series = throw_all(workers=1)
    for task, dice in enumerate(series):
        print(f"task {task}:", *dice)
    print("same with 3 workers:", throw_all(workers=3) == series)
