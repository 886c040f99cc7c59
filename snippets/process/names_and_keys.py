"""See what a child takes over from its parent, and how it is named."""

from multiprocessing import Process, current_process


def report(depth, key):
    me = current_process()
    print(f"{me.name}: parent's key {me.authkey == key}", flush=True)
    if depth:
        start_and_join(depth - 1, key)


def start_and_join(depth, key):
    child = Process(target=report, args=(depth, key))
    child.start()
    child.join()


if __name__ == "__main__":
    me = current_process()
    start_and_join(1, bytes(me.authkey))
    me.name = "the boss"
    me.authkey = b"a key of our own"
    start_and_join(0, b"a key of our own")
    print(current_process().name)
