"""Stop waiting for a task after a while: the task goes on."""

from multiprocessing import Event, Pool, TimeoutError

shared = {}


def share(event):
    shared["may finish"] = event


def do_task(name):
    shared["may finish"].wait()
    return f"{name} is done"


if __name__ == "__main__":
    may_finish = Event()
    with Pool(1, initializer=share, initargs=(may_finish,)) as pool:
        result = pool.apply_async(do_task, ("long task",))
        more = pool.imap(do_task, ["next task"])
        try:
            result.get(timeout=0.2)
        except TimeoutError:
            print("get: no result after 0.2 s")
        try:
            more.next(timeout=0.2)
        except TimeoutError:
            print("next: no result after 0.2 s")
        may_finish.set()
        print("get: ", result.get())
        print("next:", more.next())
