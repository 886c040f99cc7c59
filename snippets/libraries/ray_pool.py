# /// script
# dependencies = ["ray"]
# [tool.snippet]
# start-methods = []
# timeout = 120
# leaves = ["file", "socket"]
# env = { RAY_AUTH_MODE = "disabled", RAY_USAGE_STATS_ENABLED = "0" }
# terminal = false
# ///
"""Give Ray's drop-in Pool the same map."""

import ray
from ray.util.multiprocessing import Pool


def count_primes(limit):
    return sum(
        all(number % divisor for divisor in range(2, number))
        for number in range(2, limit)
    )


if __name__ == "__main__":
    ray.init(
        num_cpus=2,
        include_dashboard=False,
        logging_level="ERROR",
        log_to_driver=False,
    )
    with Pool(2) as pool:
        print(pool.map(count_primes, [10, 100, 1000]))
    ray.shutdown()
