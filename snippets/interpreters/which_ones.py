# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""List the interpreters of the process, and say where each is from."""

from concurrent import interpreters


def where_am_i():
    from concurrent import interpreters

    here, main = interpreters.get_current(), interpreters.get_main()
    return here.id, here == main


if __name__ == "__main__":
    first, second = interpreters.create(), interpreters.create()
    for each in interpreters.list_all():
        print(f"{each.id}: {each.whence}, running: {each.is_running()}")
    print("the main one:", interpreters.get_main().id, where_am_i())
    print("called in the second:", second.call(where_am_i))
    print("by its id:", interpreters.Interpreter(second.id) is second)
    first.close()
    second.close()
    print("left:", interpreters.list_all())
