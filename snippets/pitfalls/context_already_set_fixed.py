# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Choose the start method first and make the lock afterwards."""

from multiprocessing import (
    Lock,
    Process,
    get_start_method,
    set_start_method,
)


def work(lock):
    with lock:
        print("the child has the lock")


if __name__ == "__main__":
    set_start_method("spawn")
    lock = Lock()
    process = Process(target=work, args=(lock,))
    process.start()
    process.join()
    print("the method:", get_start_method())
