# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# raises = "BrokenProcessPool"
# child-exits = [-9]
# output = "pattern"
# masks = { cause-if-known = '(?s)\A.*?(?=Traceback )' }
# ///
"""Kill a worker, as the system does when memory runs out."""

import os
import signal
from concurrent.futures import ProcessPoolExecutor


def run_out_of_memory():
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        future = executor.submit(run_out_of_memory)
        print(future.result())
