# /// script
# [tool.snippet]
# start-methods = []
# raises = "RuntimeError"
# ///
"""Make a lock first and choose the start method afterwards."""

from multiprocessing import Lock, Process, set_start_method

lock = Lock()


def work(lock):
    with lock:
        print("the child has the lock")


if __name__ == "__main__":
    set_start_method("spawn")
    process = Process(target=work, args=(lock,))
    process.start()
    process.join()
