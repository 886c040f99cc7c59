# /// script
# [tool.snippet]
# output = "pattern"
# hangs-after = 2
# env = { PYTHONWARNINGS = "ignore" }
# ///
"""Raise an exception in a callback: the pool gets stuck."""

from multiprocessing import Pool


def double(number):
    return number * 2


def save(result):
    raise OSError(f"disk full, no room for {result}")


if __name__ == "__main__":
    with Pool(1) as pool:
        result = pool.apply_async(double, (1,), callback=save)
        print(result.get())
