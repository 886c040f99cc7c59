# /// script
# dependencies = ["joblib"]
# [tool.snippet]
# start-methods = []
# timeout = 30
# ///
"""Map the same function with joblib, whose workers are loky's."""

from joblib import Parallel, delayed


def count_primes(limit):
    return sum(
        all(number % divisor for divisor in range(2, number))
        for number in range(2, limit)
    )


if __name__ == "__main__":
    calls = (delayed(count_primes)(limit) for limit in [10, 100, 1000])
    print(Parallel(n_jobs=2)(calls))
