"""Catch the error of a task; its cause is the worker's traceback."""

from multiprocessing import Pool
from multiprocessing.pool import RemoteTraceback  # type: ignore


def share_of(people):
    return 60 / people


if __name__ == "__main__":
    with Pool(1) as pool:
        try:
            pool.map(share_of, [3, 0])
        except ZeroDivisionError as error:
            cause = error.__cause__
            print("the error:", error)
            print(
                "a RemoteTraceback:", isinstance(cause, RemoteTraceback)
            )
            for line in str(cause).splitlines():
                if "share_of" in line or "60 /" in line:
                    print(line)
