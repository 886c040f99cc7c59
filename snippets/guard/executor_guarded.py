"""Submit a task to an executor, under the guard."""

from concurrent.futures import ProcessPoolExecutor


def double(number):
    return number * 2


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        print(executor.submit(double, 21).result())
