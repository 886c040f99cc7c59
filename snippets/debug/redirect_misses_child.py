"""Redirect stdout in the parent, then catch it in the child instead."""

import io
from contextlib import redirect_stdout
from multiprocessing import Pool, Process


def greet():
    print("hello from the child", flush=True)


def greet_caught():
    caught = io.StringIO()
    with redirect_stdout(caught):
        greet()
    return caught.getvalue()


if __name__ == "__main__":
    caught = io.StringIO()
    with redirect_stdout(caught):
        process = Process(target=greet)
        process.start()
        process.join()
    print("caught in the parent:", repr(caught.getvalue()))
    with Pool(1) as pool:
        print("caught in the child: ", repr(pool.apply(greet_caught)))
