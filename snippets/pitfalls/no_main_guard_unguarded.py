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
"""Start a process in main(), and call main() without a guard."""

from multiprocessing import Process


def count_letters(word):
    print(word, "has", len(word), "letters")


def main():
    process = Process(target=count_letters, args=("lock",))
    process.start()
    process.join()
    print("exit code", process.exitcode)


main()
