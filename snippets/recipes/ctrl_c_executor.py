# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# timeout = 30
# ///
"""On Ctrl-C keep what is done, finish what runs, cancel the rest."""

import os
import signal
import time
from concurrent.futures import ProcessPoolExecutor, as_completed


def ignore_ctrl_c():
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def square(number):
    time.sleep(0.01)
    return number * number


if __name__ == "__main__":
    executor = ProcessPoolExecutor(1, initializer=ignore_ctrl_c)
    futures = [executor.submit(square, n) for n in range(1000)]
    seen = 0
    try:
        for future in as_completed(futures):
            seen += 1
            os.killpg(0, signal.SIGINT)  # as Ctrl-C in a terminal
    except KeyboardInterrupt:
        print("interrupted")
    finally:
        executor.shutdown(cancel_futures=True)

    kept = [f.result() for f in futures if not f.cancelled()]
    print("begun and finished:", *kept[:2], "…")
    print("more than the loop has seen:", len(kept) > seen)
    print("the last one was cancelled:", futures[-1].cancelled())
