# /// script
# [tool.snippet]
# raises = "ZeroDivisionError"
# ///
"""Let one task of a pool fail and nobody catch the error."""

from multiprocessing import Pool


def share_of(people):
    return 60 / people


if __name__ == "__main__":
    with Pool(processes=2) as pool:
        print(pool.map(share_of, [3, 2, 0, 4]))
