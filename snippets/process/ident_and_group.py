"""Look at two things a Process has from threads: ident and group."""

from multiprocessing import Process


def work():
    pass


if __name__ == "__main__":
    process = Process(group=None, target=work)
    print("ident before the start:", process.ident)
    process.start()
    print("ident is the pid:", process.ident == process.pid)
    process.join()
    try:
        Process(work)  # type: ignore
    except AssertionError as error:
        print("AssertionError:", error)
