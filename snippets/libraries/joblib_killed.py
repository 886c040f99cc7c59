# /// script
# dependencies = ["joblib"]
# [tool.snippet]
# start-methods = []
# child-exits = [-9]
# timeout = 30
# ///
"""Kill a worker of joblib, as the system does when memory runs out."""

import os
import signal

from joblib import Parallel, delayed
from joblib.externals.loky.process_executor import TerminatedWorkerError


def task(number):
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


if __name__ == "__main__":
    try:
        Parallel(n_jobs=2)(delayed(task)(number) for number in range(4))
    except TerminatedWorkerError as error:
        print(f"{type(error).__name__}: {error}")
    print(
        Parallel(n_jobs=2)(delayed(task)(number) for number in [0, 1])
    )
