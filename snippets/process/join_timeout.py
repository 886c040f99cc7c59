# /// script
# [tool.snippet]
# output = "pattern"
# matches = """waited (0\\.[2-9]|[1-9]\\d?\\.\\d) s
# alive True exit code None
# alive False exit code -15
# """
# child-exits = [-15]
# ///
"""Wait for a stuck process no longer than a moment, then end it."""

import time
from multiprocessing import Process


def stuck():
    time.sleep(600)


def report(process):
    print("alive", process.is_alive(), "exit code", process.exitcode)


if __name__ == "__main__":
    process = Process(target=stuck)
    process.start()
    began = time.monotonic()
    process.join(timeout=0.2)
    print(f"waited {time.monotonic() - began:.1f} s")
    report(process)

    if process.exitcode is None:
        process.terminate()
        process.join()
    report(process)
