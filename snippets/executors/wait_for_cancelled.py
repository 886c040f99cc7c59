"""Ask wait() for futures that shutdown() has cancelled."""

import time
from concurrent.futures import ProcessPoolExecutor, wait


def take_time(number):
    time.sleep(0.1)
    return number


if __name__ == "__main__":
    executor = ProcessPoolExecutor(max_workers=1)
    futures = [executor.submit(take_time, n) for n in range(8)]
    executor.shutdown(cancel_futures=True)
    print("the first returned", futures[0].result())
    print("all", len(futures), "are done:", {f.done() for f in futures})
    done, not_done = wait(futures, timeout=1)
    print("wait() finds", bool(done), "and misses", bool(not_done))
    print(
        "what it misses is cancelled:",
        {f.cancelled() for f in not_done},
    )
