# /// script
# [tool.snippet]
# options = ["-W", "default"]
# ///
"""Make two pools by a start method that does not copy the parent."""

from multiprocessing import get_context


def double(number):
    return number * 2


if __name__ == "__main__":
    Pool = get_context("spawn").Pool
    with Pool(1) as first, Pool(1) as second:
        print("first:", first.map(double, [1, 2]))
        print("second:", second.map(double, [3, 4]))
