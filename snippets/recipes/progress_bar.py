# /// script
# [tool.snippet]
# timeout = 30
# terminal = false
# ///
"""Draw a bar that moves each time that a task of a pool has ended."""

import sys
from multiprocessing import Pool


def progress(results, total, width=20):
    """Pass the results on, and draw how many there have been."""
    on_screen = sys.stdout.isatty()
    end = "\r" if on_screen else "\n"
    for done, result in enumerate(results, 1):
        bar = "#" * (width * done // total)
        text = f"[{bar:.<{width}}] {done} of {total}"
        print(text, end=end, flush=True)
        yield result
    if on_screen:
        print()


def count_divisors(number):
    return sum(number % n == 0 for n in range(1, number + 1))


if __name__ == "__main__":
    numbers = [1000, 7919, 2048, 5040, 9973]
    with Pool(2) as pool:
        results = pool.imap_unordered(count_divisors, numbers)
        most = max(progress(results, len(numbers)))
    print("the most divisors of one number:", most)
