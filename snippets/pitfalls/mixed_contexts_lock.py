# /// script
# [[tool.snippet.when]]
# start-methods = ["fork"]
# raises = "RuntimeError"
# ///
"""Give a lock of the default context to a process of another one."""

from multiprocessing import Lock, get_context


def greet(lock):
    with lock:
        print("hello from the child")


if __name__ == "__main__":
    context = get_context("spawn")
    lock = Lock()
    process = context.Process(target=greet, args=(lock,))
    process.start()
    process.join()
    print("exit code:", process.exitcode)
