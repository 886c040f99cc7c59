# /// script
# dependencies = ["joblib"]
# [tool.snippet]
# start-methods = []
# timeout = 60
# ///
"""Take joblib's results as they come, and print the progress."""

from joblib import Parallel, delayed


def square(number):
    return number * number


if __name__ == "__main__":
    calls = [delayed(square)(number) for number in range(4)]
    results = Parallel(n_jobs=2, return_as="generator")(calls)
    for done, result in enumerate(results, 1):
        print(f"{done} of {len(calls)} done: {result}")
