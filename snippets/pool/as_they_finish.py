"""Take each result as soon as it is there, whatever its place."""

from multiprocessing import Event, Pool

shared = {}


def share(event):
    shared["quick one seen"] = event


def do_task(name):
    if name == "slow":
        shared["quick one seen"].wait()
    return name


if __name__ == "__main__":
    seen = Event()
    with Pool(2, initializer=share, initargs=(seen,)) as pool:
        for name in pool.imap_unordered(do_task, ["slow", "quick"]):
            print(name, "task is done")
            seen.set()
