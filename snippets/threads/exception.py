"""An exception reaches the caller, from a thread or a process."""

from concurrent.futures import (
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)


def fail():
    raise ValueError("no such number")


if __name__ == "__main__":
    for kind in ThreadPoolExecutor, ProcessPoolExecutor:
        with kind() as executor:
            error = executor.submit(fail).exception()
        print(f"{kind.__name__}: {error!r}")
    print("main: still running")
