# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Let a library force its method; the program's own is gone."""

from multiprocessing import (
    Process,
    get_context,
    get_start_method,
    set_start_method,
)


def report(when):
    print(f"{when}: started by", get_start_method())


def start(when):
    process = Process(target=report, args=(when,))
    process.start()
    process.join()


def polite_library():
    get_context("fork").Lock()


def rude_library():
    set_start_method("fork", force=True)


if __name__ == "__main__":
    set_start_method("spawn")
    start("at first")
    polite_library()
    start("after the polite library")
    rude_library()
    start("after the rude library")
