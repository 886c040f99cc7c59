# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Compute how far the part that stays serial limits the speed-up."""

WORKERS = 2, 4, 8, 64


def speed_up(parallel, workers):
    """Give Amdahl's limit; parallel is the share that is divided."""
    return 1 / ((1 - parallel) + parallel / workers)


if __name__ == "__main__":
    print("workers", *(f"{workers:6}" for workers in WORKERS))
    for parallel in 0.5, 0.9, 0.99:
        limits = [speed_up(parallel, workers) for workers in WORKERS]
        print(
            f"{parallel:7.0%}", *(f"{limit:6.2f}" for limit in limits)
        )
