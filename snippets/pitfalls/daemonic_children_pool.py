# /// script
# [tool.snippet]
# raises = "AssertionError"
# ///
"""Start a process in a task of a pool: its workers are daemonic."""

from multiprocessing import Pool, Process


def greet(name):
    print("hello,", name)


def welcome(name):
    process = Process(target=greet, args=(name,))
    process.start()
    process.join()
    return process.exitcode


if __name__ == "__main__":
    with Pool(1) as pool:
        print("exit codes:", pool.map(welcome, ["Ada"]))
