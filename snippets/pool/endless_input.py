# /// script
# requires-python = ">=3.14"
# ///
"""Take results from an endless input until one will do."""

from concurrent.futures import ProcessPoolExecutor
from itertools import count


def digit_sum(number):
    return number, sum(int(digit) for digit in str(number))


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        sums = executor.map(digit_sum, count(1), buffersize=8)
        for number, total in sums:
            if total == 20:
                print(f"{number} is the first with digit sum {total}")
                break
