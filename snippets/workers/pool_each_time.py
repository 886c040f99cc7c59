"""Count the processes started for three maps: a pool each, or one."""

from multiprocessing import Pool, active_children

ROUNDS = range(3)


def double(number):
    return 2 * number


def pids():
    return {child.pid for child in active_children()}


if __name__ == "__main__":
    started = set()
    for _ in ROUNDS:
        with Pool(2) as pool:
            doubled = pool.map(double, range(10))
            started |= pids()
            pool.close()
            pool.join()
    print(
        f"a pool each time: {len(started)} workers, last: {doubled[-1]}"
    )

    started = set()
    with Pool(2) as pool:
        for _ in ROUNDS:
            doubled = pool.map(double, range(10))
            started |= pids()
    print(f"one pool: {len(started)} workers, last: {doubled[-1]}")
