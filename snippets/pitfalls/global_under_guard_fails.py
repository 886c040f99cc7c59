# /// script
# [[tool.snippet.when]]
# start-methods = ["spawn", "forkserver"]
# raises = "NameError"
# ///
"""Define a global under the guard and use it in a worker."""

from concurrent.futures import ProcessPoolExecutor


def greet(name):
    return f"{greeting}, {name}!"


if __name__ == "__main__":
    greeting = "Good morning"
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(greet, "Ada").result())
