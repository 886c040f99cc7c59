"""Redirect stdout in the worker, and return the text as well."""

from contextlib import redirect_stdout
from io import StringIO
from multiprocessing import Pool


def work(number):
    print("working on", number)
    return number * 2


def captured(number):
    with redirect_stdout(StringIO()) as text:
        result = work(number)
    return result, text.getvalue()


if __name__ == "__main__":
    with Pool(2) as pool:
        for result, text in pool.imap(captured, [1, 2]):
            print(f"result {result}, and it printed {text!r}")
