# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Start a thread that looks like a process, and see what it lacks."""

from multiprocessing.dummy import (
    Event,
    Process,
    active_children,
    current_process,
    freeze_support,
)


def work(start):
    start.wait()
    print("current_process():", current_process().name)


if __name__ == "__main__":
    freeze_support()  # does nothing
    start = Event()
    process = Process(target=work, args=(start,), name="worker 1")
    print("before the start:", process.exitcode)
    process.start()
    print("active_children():", [p.name for p in active_children()])
    start.set()
    process.join()
    print("after the end:", process.exitcode, active_children())
    for name in ["pid", "terminate", "kill", "sentinel", "close"]:
        print(f"has {name}: {hasattr(process, name)}")
