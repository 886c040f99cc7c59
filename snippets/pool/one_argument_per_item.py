# /// script
# [tool.snippet]
# raises = "TypeError"
# ///
"""Give map() pairs for a function that takes two arguments."""

from multiprocessing import Pool


def area(width, height):
    return width * height


if __name__ == "__main__":
    sizes = [(1, 2), (3, 4)]
    with Pool(2) as pool:
        print(pool.map(area, sizes))  # type: ignore[arg-type]
