# /// script
# [tool.snippet]
# output = "pattern"
# ///
"""Look at a process before it starts, while it runs and after."""

from multiprocessing import Event, Process


def describe(moment, process):
    print(
        f"{moment}: pid {process.pid},",
        f"alive {process.is_alive()},",
        f"exit code {process.exitcode}",
    )


def wait_for(event):
    event.wait()


if __name__ == "__main__":
    may_end = Event()
    process = Process(target=wait_for, args=(may_end,))
    describe("created", process)
    process.start()
    describe("started", process)
    may_end.set()
    process.join()
    describe("joined", process)
