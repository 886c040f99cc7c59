# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Call one function at a time and see if it settles the method."""

from multiprocessing import (
    Lock,
    Process,
    Queue,
    get_all_start_methods,
    get_context,
    get_start_method,
    set_start_method,
)


def look(name, function, *arguments):
    set_start_method(None, force=True)  # back to "nobody has chosen"
    function(*arguments)
    settled = get_start_method(allow_none=True) is not None
    print(f"{name:24} {'settles it' if settled else 'leaves it open'}")


if __name__ == "__main__":
    look("get_context()", get_context)
    look("get_start_method()", get_start_method)
    look("Lock()", Lock)
    look("Queue()", Queue)
    look("get_all_start_methods()", get_all_start_methods)
    look("get_context('spawn')", get_context, "spawn")
    look("its Lock()", get_context("spawn").Lock)
    look("Process()", Process)
