"""Close a pool, join it, and look at its state and its workers."""

from multiprocessing import Pool, active_children


def double(number):
    return number * 2


if __name__ == "__main__":
    pool = Pool(2)
    print(pool, "workers:", len(active_children()))
    result = pool.map_async(double, [1, 2, 3])
    pool.close()
    print(pool)
    pool.join()
    print(result.get(), "workers:", len(active_children()))
