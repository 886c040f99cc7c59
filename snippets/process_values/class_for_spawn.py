# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Subclass the Process of a context: it is always spawned."""

from multiprocessing import get_start_method
from multiprocessing.context import SpawnProcess


class Greeter(SpawnProcess):
    def run(self):
        print("this child was started by", get_start_method())


if __name__ == "__main__":
    greeter = Greeter()
    greeter.start()
    greeter.join()
