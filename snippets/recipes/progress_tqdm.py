# /// script
# dependencies = ["tqdm"]
# [tool.snippet]
# timeout = 30
# start-methods = []
# leaves = ["thread"]
# [tool.snippet.env]
# TQDM_MININTERVAL = "3600"
# TQDM_BAR_FORMAT = "{l_bar}{bar:10}| {n_fmt}/{total_fmt}"
# ///
"""Wrap tqdm around imap_unordered(), and tell it the total."""

from multiprocessing import Pool

from tqdm import tqdm


def square(number):
    return number * number


if __name__ == "__main__":
    numbers = range(100)
    total = 0
    with Pool(2) as pool:
        results = pool.imap_unordered(square, numbers)
        for result in tqdm(results, total=len(numbers)):
            total += result
    print("sum:", total)
