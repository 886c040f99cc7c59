"""Call each method at a moment when it is not allowed."""

from multiprocessing import Event, Process


def attempt(what, call, *arguments):
    try:
        result = call(*arguments)
    except (AssertionError, AttributeError, ValueError) as error:
        print(f"{what}: {type(error).__name__}: {error}")
    else:
        print(f"{what}: {result}")


if __name__ == "__main__":
    may_end = Event()
    process = Process(target=may_end.wait)
    print("-- not started")
    attempt("is_alive", process.is_alive)
    attempt("join", process.join)
    attempt("sentinel", getattr, process, "sentinel")
    attempt("terminate", process.terminate)

    process.start()
    print("-- running")
    attempt("start", process.start)
    attempt("daemon", setattr, process, "daemon", True)
    attempt("close", process.close)

    may_end.set()
    process.join()
    print("-- ended")
    attempt("join", process.join)
    attempt("terminate", process.terminate)
    attempt("start", process.start)

    process.close()
    print("-- closed")
    attempt("is_alive", process.is_alive)
    attempt("exitcode", getattr, process, "exitcode")
    attempt("name", getattr, process, "name")
