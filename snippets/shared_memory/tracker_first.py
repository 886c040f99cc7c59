# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = ["fork"]
# platforms = ["Linux", "Darwin"]
# masks = { name = "psm_[0-9a-f]+" }
# ///
"""Under fork, start the resource tracker before the first worker."""

from multiprocessing import get_context, resource_tracker
from multiprocessing.shared_memory import SharedMemory
from time import sleep

fork = get_context("fork")


def attach(connection):
    name = connection.recv()
    SharedMemory(name=name).close()


def exists(name):
    try:
        block = SharedMemory(name=name)
    except FileNotFoundError:
        return False
    block.close()
    return True


def start_worker():
    to_worker, in_worker = fork.Pipe()
    worker = fork.Process(target=attach, args=(in_worker,))
    worker.start()
    return to_worker, worker


if __name__ == "__main__":
    too_early, first = start_worker()
    resource_tracker.ensure_running()
    in_time, second = start_worker()

    block = SharedMemory(create=True, size=10)
    in_time.send(block.name)
    second.join()
    print("after the worker with our tracker:", exists(block.name))
    too_early.send(block.name)
    first.join()
    while exists(block.name):
        sleep(0.01)  # its own tracker is at work
    print("after the worker with its own:", exists(block.name))
    block.close()
    # unlink() would fail: tell our tracker that the block is gone
    resource_tracker.unregister("/" + block.name, "shared_memory")
