# /// script
# dependencies = ["dask[distributed]"]
# [tool.snippet]
# start-methods = []
# child-exits = [-9]
# timeout = 60
# leaves = ["file"]
# env = { DASK_LOGGING__DISTRIBUTED = "critical" }
# ///
"""Kill the worker at the first attempt: Dask makes a second one."""

import os
import signal
from pathlib import Path
from tempfile import TemporaryDirectory

from dask.distributed import Client


def double(number, attempts):
    with attempts.open("a") as file:
        file.write("attempt\n")
    if attempts.read_text() == "attempt\n":
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


if __name__ == "__main__":
    with (
        TemporaryDirectory() as folder,
        Client(
            n_workers=2,
            threads_per_worker=1,
            dashboard_address=":0",
        ) as client,
    ):
        attempts = Path(folder, "attempts.txt")
        print(client.submit(double, 21, attempts).result())
        print(attempts.read_text(), end="")
