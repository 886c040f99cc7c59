# /// script
# [tool.snippet]
# output = "pattern"
# ///
"""Use a lambda as the target: only the fork method accepts it."""

from multiprocessing import Process
from pickle import PicklingError

if __name__ == "__main__":
    process = Process(target=lambda: print("hello from a lambda"))
    try:
        process.start()
        process.join()
    except PicklingError as error:
        print(f"PicklingError: {error}")
