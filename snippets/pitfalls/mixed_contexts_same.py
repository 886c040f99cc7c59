"""Take the lock and the process from the same context."""

from multiprocessing import get_context


def greet(lock):
    with lock:
        print("hello from the child")


if __name__ == "__main__":
    context = get_context("spawn")
    lock = context.Lock()
    process = context.Process(target=greet, args=(lock,))
    process.start()
    process.join()
    print("exit code:", process.exitcode)
