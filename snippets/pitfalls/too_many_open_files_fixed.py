# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Let a pool carry the results of a hundred tasks."""

import resource
from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, most))
    limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    print("limit:", limit)

    with Pool(4) as pool:
        results = pool.map(square, range(100))
        pool.close()
        pool.join()
    print("results:", len(results), "and their sum:", sum(results))
