# /// script
# dependencies = ["dask[distributed]"]
# [tool.snippet]
# start-methods = []
# timeout = 60
# leaves = ["file"]
# env = { DASK_LOGGING__DISTRIBUTED = "critical" }
# ///
"""Map the same function with Dask, on a cluster of this machine."""

from dask.distributed import Client


def count_primes(limit):
    return sum(
        all(number % divisor for divisor in range(2, number))
        for number in range(2, limit)
    )


if __name__ == "__main__":
    with Client(
        n_workers=2,
        threads_per_worker=1,
        dashboard_address=":0",
    ) as client:
        futures = client.map(count_primes, [10, 100, 1000])
        print(client.gather(futures))
