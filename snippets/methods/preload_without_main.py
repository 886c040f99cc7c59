# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# ///
"""Preload one module only: now each child imports the program."""

from multiprocessing import get_context

print("importing as", __name__, flush=True)


def work():
    pass


if __name__ == "__main__":
    context = get_context("forkserver")
    context.set_forkserver_preload(["sqlite3"])
    for _ in range(2):
        process = context.Process(target=work)
        process.start()
        process.join()
