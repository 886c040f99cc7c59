"""Redirect stdout to a file; a child prints beside the parent."""

from contextlib import redirect_stdout
from multiprocessing import Process
from tempfile import TemporaryFile


def work():
    print("printed by the child")


if __name__ == "__main__":
    with TemporaryFile("w+") as log:
        with redirect_stdout(log):
            print("printed by the parent", flush=True)
            process = Process(target=work)
            process.start()
            process.join()
        log.seek(0)
        for line in log:
            print("in the file:", line, end="")
