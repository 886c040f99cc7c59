# /// script
# [[tool.snippet.when]]
# start-methods = ["spawn", "forkserver"]
# child-exits = [1]
#
# [[tool.snippet.when]]
# start-methods = ["forkserver"]
# python = ">=3.13.8,<3.14"
# raises = "EOFError"
# child-exits = [1]
#
# [[tool.snippet.when]]
# start-methods = ["forkserver"]
# python = ">=3.14.1,<3.15"
# raises = "ConnectionResetError"
# child-exits = [1]
# ///
"""Start a process from a program without a main guard."""

from multiprocessing import Process


def hello():
    print("hello from the child")


process = Process(target=hello)
process.start()
process.join()
print("exit code", process.exitcode)
