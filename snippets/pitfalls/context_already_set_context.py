# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Take a context of your own, whatever the program has chosen."""

from multiprocessing import get_context, get_start_method


def work(lock):
    with lock:
        print("the child has the lock")


if __name__ == "__main__":
    before = get_start_method()
    context = get_context("spawn")
    lock = context.Lock()
    process = context.Process(target=work, args=(lock,))
    process.start()
    process.join()
    same = get_start_method() == before
    print("the program keeps its own method:", same)
