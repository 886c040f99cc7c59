# /// script
# requires-python = ">=3.13"
# [tool.snippet]
# options = ["-X", "gil=1"]
# ///
"""Start Python with -X gil=1; is the GIL on in its child as well?"""

import sys
from multiprocessing import Process


def report(who):
    print(f"{who}: GIL enabled: {sys._is_gil_enabled()}", flush=True)


if __name__ == "__main__":
    report("parent")
    process = Process(target=report, args=("child",))
    process.start()
    process.join()
