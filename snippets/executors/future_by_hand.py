# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# ///
"""Play the executor: run futures by hand, through every state."""

from concurrent.futures import CancelledError, Future, InvalidStateError


def run(future, function, *args):
    if not future.set_running_or_notify_cancel():
        return "was cancelled, not run"
    try:
        future.set_result(function(*args))
    except ArithmeticError as error:
        future.set_exception(error)
    return "was run"


if __name__ == "__main__":
    good, bad, late = futures = Future(), Future(), Future()
    late.cancel()
    for future, divisor in zip(futures, [2, 0, 3]):
        print(run(future, divmod, 7, divisor), "->", future)
    print(good.result(), repr(bad.exception()))
    try:
        late.result()
    except CancelledError as error:
        print(f"late: {error!r}")
    try:
        good.set_result("changed my mind")
    except InvalidStateError as error:
        print(f"InvalidStateError: {error}")
