# /// script
# dependencies = ["tqdm"]
# [tool.snippet]
# timeout = 30
# start-methods = []
# leaves = ["thread"]
# ///
"""Wrap tqdm around imap_unordered(), and tell it the total."""

from multiprocessing import Pool

from tqdm import tqdm


def square(number):
    return number * number


if __name__ == "__main__":
    numbers = range(4)
    with Pool(2) as pool:
        results = pool.imap_unordered(square, numbers)
        bar = tqdm(
            results,
            total=len(numbers),
            bar_format="{l_bar}{bar:20}| {n_fmt}/{total_fmt}",
            mininterval=0,  # draw each step, even if all are quick
            miniters=1,
        )
        total = sum(bar)
    print("sum:", total)
