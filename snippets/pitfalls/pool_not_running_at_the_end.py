# /// script
# requires-python = ">=3.13"
# ///
"""Submit from a thread, when the main thread has come to its end."""

from concurrent.futures import ProcessPoolExecutor
from os import getpid
from threading import Thread


def submit_until_refused():
    try:
        while True:
            with ProcessPoolExecutor(1) as executor:
                executor.submit(getpid).result()
    except RuntimeError as error:
        print("RuntimeError:", error)


if __name__ == "__main__":
    Thread(target=submit_until_refused).start()
