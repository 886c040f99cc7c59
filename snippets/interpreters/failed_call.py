# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Read from ExecutionFailed what went wrong in an interpreter."""

from concurrent import interpreters


def divide(total, parts):
    return total / parts


if __name__ == "__main__":
    interpreter = interpreters.create()
    try:
        interpreter.call(divide, 1, 0)
    except interpreters.ExecutionFailed as error:
        print("type:", error.excinfo.type.__name__)
        print("message:", error.excinfo.msg)
        print("one line:", error.excinfo.formatted)
        print("the whole traceback:")
        print(error.excinfo.errdisplay)
    print("still usable:", interpreter.call(divide, 1, 2))
    interpreter.close()
