# /// script
# [tool.snippet]
# output = "pattern"
# hangs-after = 2
# child-exits = [-9]
# ///
"""Kill a process that waits for a condition, then notify it."""

from multiprocessing import Condition, Event, Process


def wait_for_work(work, waiting):
    with work:
        waiting.set()
        work.wait()


if __name__ == "__main__":
    work, waiting = Condition(), Event()
    process = Process(target=wait_for_work, args=(work, waiting))
    process.start()
    waiting.wait()
    with work:  # free, so the child is inside wait()
        process.kill()
        process.join()
        print("exit code", process.exitcode, flush=True)
        work.notify()
        print("never printed")
