# /// script
# [tool.snippet]
# output = "lines"
# ///
"""Map over four numbers with a pool of four: the common answer."""

from multiprocessing import Pool


def print_number(number):
    print(f"Process {number}: {number}")


if __name__ == "__main__":
    with Pool(processes=4) as pool:
        pool.map(print_number, [1, 2, 3, 4])
