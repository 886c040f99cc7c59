# /// script
# [tool.snippet]
# output = "pattern"
# ///
"""Use a function that is defined in another one as the target."""

from multiprocessing import Process


def make_greeter(name):
    def greet():
        print("hello", name)

    return greet


if __name__ == "__main__":
    process = Process(target=make_greeter("Ada"))
    try:
        process.start()
        process.join()
    except Exception as error:  # its type depends on the version
        print(f"{type(error).__name__}: {error}")
