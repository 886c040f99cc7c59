# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Create an interpreter, call a function in it, and close it."""

from concurrent import interpreters


def describe(name, *, width):
    from concurrent import interpreters

    number = interpreters.get_current().id
    return f"{name:>{width}} in interpreter {number}"


if __name__ == "__main__":
    print(describe("here", width=7))
    interpreter = interpreters.create()
    print(interpreter.call(describe, "there", width=7))
    print(interpreter.call(pow, 2, 10))
    interpreter.close()
