# /// script
# [tool.snippet]
# output = "lines"
# terminal = false
# ///
"""Close the pool and join it: what the workers printed arrives."""

from multiprocessing import Pool


def double(number):
    print(f"doubling {number}")
    return number * 2


if __name__ == "__main__":
    with Pool(processes=4) as pool:
        results = pool.map(double, [1, 2, 3, 4])
        pool.close()
        pool.join()
    print(results)
