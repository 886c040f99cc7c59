# /// script
# [[tool.snippet.when]]
# start-methods = ["fork"]
# hangs-after = 1
#
# [[tool.snippet.when]]
# start-methods = ["spawn", "forkserver"]
# raises = "NameError"
# ///
"""Submit to an executor from inside one of its own tasks."""

from concurrent.futures import ProcessPoolExecutor


def double(number):
    return number * 2


def double_and_add(number):
    print("the outer task submits the inner one", flush=True)
    return executor.submit(double, number).result() + 1


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        print(executor.submit(double_and_add, 10).result())
