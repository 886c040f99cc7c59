# /// script
# [tool.snippet]
# terminal = false
# child-exits = [-15]
# ///
"""Print in a process that is terminated, with the output in a pipe."""

from multiprocessing import Event, Process


def work(printed, never):
    for step in (1, 2, 3):
        print("step", step, "is done")
    printed.set()
    never.wait()


if __name__ == "__main__":
    printed, never = Event(), Event()
    process = Process(target=work, args=(printed, never))
    process.start()
    print("the child has printed:", printed.wait())
    process.terminate()
    process.join()
    print("exit code", process.exitcode)
