# /// script
# [tool.snippet]
# output = "pattern"
# ///
"""Return four things from a task that cannot be sent back."""

import tempfile
import threading
from multiprocessing import Pool
from multiprocessing.pool import MaybeEncodingError  # type: ignore


def make(kind):
    match kind:
        case "generator":
            return (n * n for n in [1, 2, 3])
        case "file":
            return tempfile.TemporaryFile("w")
        case "lock":
            return threading.Lock()
        case "lambda":
            return lambda number: number * 2
    return [n * n for n in [1, 2, 3]]


if __name__ == "__main__":
    with Pool(1) as pool:
        for kind in ["generator", "file", "lock", "lambda", "list"]:
            try:
                print(f"{kind}: {pool.apply(make, (kind,))}")
            except MaybeEncodingError as error:
                print(f"{kind}: {error.exc}")
        try:
            pool.map(make, ["generator"])
        except MaybeEncodingError as error:
            print(f"\nMaybeEncodingError: {error}")
