# /// script
# [tool.snippet]
# output = "pattern"
# ///
"""Give an executor a nested function, then a lambda, as the task."""

from concurrent.futures import ProcessPoolExecutor


def make_scaler(factor):
    def scale(number):
        return number * factor

    return scale


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        for task in (make_scaler(3), lambda number: number * 3):
            try:
                print(executor.submit(task, 14).result())
            except Exception as error:  # its type depends on version
                print(f"{type(error).__name__}: {error}")
