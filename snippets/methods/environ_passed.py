"""Send each process the variables that it is to have."""

import os
from multiprocessing import Process


def report(variables):
    os.environ.update(variables)
    print("LANGUAGE is", os.environ.get("LANGUAGE"))


def start_and_join(target, *args):
    process = Process(target=target, args=args)
    process.start()
    process.join()


if __name__ == "__main__":
    for language in ["sv", "eo"]:
        start_and_join(report, {"LANGUAGE": language})
