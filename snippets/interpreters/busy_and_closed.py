# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Use an interpreter that is busy, closed, or the main one."""

from concurrent import interpreters
from concurrent.interpreters import InterpreterError


def wait(ready, go_on):
    ready.put("here")
    go_on.get()


def attempt(what, function, *arguments):
    try:
        function(*arguments)
    except InterpreterError as error:
        print(f"{what}: {type(error).__name__}: {error}")


if __name__ == "__main__":
    ready = interpreters.create_queue()
    go_on = interpreters.create_queue()
    interpreter = interpreters.create()
    thread = interpreter.call_in_thread(wait, ready, go_on)
    ready.get()
    attempt("call a busy one", interpreter.call, len, "abc")
    attempt("close a busy one", interpreter.close)
    go_on.put("now")
    thread.join()
    interpreter.close()
    attempt("call a closed one", interpreter.call, len, "abc")
    attempt("an unknown id", interpreters.Interpreter, 999)
    attempt("close the main one", interpreters.get_main().close)
