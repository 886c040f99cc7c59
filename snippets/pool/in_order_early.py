"""Get the first result while the second task is still at work."""

from multiprocessing import Event, Pool

shared = {}


def share(event):
    shared["first one seen"] = event


def do_task(name):
    if name == "second":
        shared["first one seen"].wait()
    return name


if __name__ == "__main__":
    seen = Event()
    tasks = ["first", "second", "third"]
    with Pool(2, initializer=share, initargs=(seen,)) as pool:
        for name in pool.imap(do_task, tasks):
            print(f"the {name} result is here")
            seen.set()
