# /// script
# requires-python = ">=3.15"
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# start-methods = []
# options = ["-W", "always::ImportWarning"]
# ///
"""Preload a module that does not exist, and ask to be warned."""

from multiprocessing import get_context


def work():
    print("the child works all the same")


if __name__ == "__main__":
    context = get_context("forkserver")
    context.set_forkserver_preload(
        ["__main__", "sqllite3"], on_error="warn"
    )
    process = context.Process(target=work)
    process.start()
    process.join()
