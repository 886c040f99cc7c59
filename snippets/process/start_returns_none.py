"""Keep what start() returns instead of the process: it is None."""

from multiprocessing import Process


def work():
    pass


if __name__ == "__main__":
    process = Process(target=work).start()  # type: ignore
    print("process is", process)
    for name in ("join", "is_alive", "terminate", "kill"):
        try:
            getattr(process, name)()
        except AttributeError as error:
            print("AttributeError:", error)

    process = Process(target=work)
    process.start()
    process.join()
    print("exit code", process.exitcode)
