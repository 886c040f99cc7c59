# /// script
# [tool.snippet]
# output = "pattern"
# matches = """waited (0\\.[3-9]|[1-9]\\d?\\.\\d) s
# slow is too late: exit -15
# """
# child-exits = [-15]
# ///
"""Give all processes together one limit of time, then end the rest."""

import time
from multiprocessing import Event, Process


def join_all(processes, timeout):
    deadline = time.monotonic() + timeout
    for process in processes:
        process.join(max(0, deadline - time.monotonic()))
    return [process for process in processes if process.is_alive()]


def work(may_end):
    may_end.wait()


if __name__ == "__main__":
    free, stuck = Event(), Event()
    free.set()
    processes = [
        Process(target=work, args=(event,), name=name)
        for name, event in [("quick", free), ("slow", stuck)]
    ]
    for process in processes:
        process.start()
    processes[0].join()

    began = time.monotonic()
    late = join_all(processes, timeout=0.3)
    print(f"waited {time.monotonic() - began:.1f} s")
    for process in late:
        process.terminate()
        process.join()
        print(f"{process.name} is too late: exit {process.exitcode}")
