# /// script
# [tool.snippet]
# raises = "AttributeError"
# ///
"""Look for cancel() on what apply_async() returns: there is none."""

from multiprocessing import Pool


def double(number):
    return number * 2


if __name__ == "__main__":
    with Pool(1) as pool:
        result = pool.apply_async(double, (21,))
        try:
            result.cancel()  # type: ignore
        finally:
            print("the task was done all the same:", result.get())
