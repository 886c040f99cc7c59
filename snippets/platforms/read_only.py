# /// script
# [tool.snippet]
# platforms = ["Linux"]
# start-methods = []
# ///
"""Have no folder for temporary files; which start methods work?"""

import tempfile
from multiprocessing import get_context, get_start_method


def work():
    print("a child at work")


def try_to_start(method):
    process = get_context(method).Process(target=work)
    try:
        process.start()
        process.join()
    except OSError as error:
        print(f"{method}: {type(error).__name__}")
    else:
        print(f"{method}: exit code {process.exitcode}")


if __name__ == "__main__":
    tempfile.tempdir = "/no/such/folder"
    print("the default is", get_start_method())
    for method in "forkserver", "spawn", "fork":
        try_to_start(method)
