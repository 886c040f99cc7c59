# /// script
# [tool.snippet]
# output = "pattern"
# child-exits = [1]
# ///
"""Call breakpoint() in a child, where nobody can type anything."""

from multiprocessing import Process


def work(price):
    breakpoint()
    print("price:", price)


if __name__ == "__main__":
    process = Process(target=work, args=(17,))
    process.start()
    process.join()
    print("exit code:", process.exitcode)
