# /// script
# dependencies = ["joblib"]
# [tool.snippet]
# start-methods = []
# timeout = 30
# ///
"""Give joblib an argument that a worker cannot build again."""

from joblib import Parallel, delayed
from joblib.externals.loky.process_executor import BrokenProcessPool


class Room:
    def __init__(self, number):
        self.number = number

    def __setstate__(self, state):
        raise LookupError("there is no such room here")


def show(room):
    return room.number


if __name__ == "__main__":
    try:
        Parallel(n_jobs=2)(delayed(show)(Room(n)) for n in [1, 2])
    except BrokenProcessPool as error:
        print(f"{type(error).__name__}: {error}")
        print(str(error.__cause__).strip().splitlines()[-2])
