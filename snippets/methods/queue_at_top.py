# /// script
# requires-python = ">=3.14"
# ///
"""Make a queue at module level: does the child put into the same?"""

from multiprocessing import Process, Queue
from queue import Empty

answers = Queue()


def work():
    answers.put("done")


if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    process.join()
    try:
        print("received:", answers.get(timeout=0.5))
    except Empty:
        print("received nothing")
