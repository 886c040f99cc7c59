# /// script
# [tool.snippet]
# options = ["-W", "default"]
# ///
"""Make two pools; the first one's threads are there at the second."""

from multiprocessing import Pool


def double(number):
    return number * 2


if __name__ == "__main__":
    with Pool(1) as first, Pool(1) as second:
        print("first:", first.map(double, [1, 2]))
        print("second:", second.map(double, [3, 4]))
