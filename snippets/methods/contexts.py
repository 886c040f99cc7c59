# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Start one process by each method, in one and the same program."""

from multiprocessing import get_context, get_start_method


def work():
    print("the child's method:", get_start_method())


def start_by(method):
    context = get_context(method)
    process = context.Process(target=work)
    print(type(context).__name__, type(process).__name__)
    process.start()
    process.join()


if __name__ == "__main__":
    for method in ["fork", "spawn", "forkserver"]:
        start_by(method)
