"""Leave the with block while both workers are in a task."""

from multiprocessing import Barrier, Event, Pool, active_children

worker = {}


def share(barrier, never):
    worker["barrier"], worker["never"] = barrier, never


def work(task):
    worker["barrier"].wait()
    worker["never"].wait()
    return task


if __name__ == "__main__":
    barrier = Barrier(3)  # two workers and the parent
    with Pool(2, share, (barrier, Event())) as pool:
        workers = active_children()
        result = pool.map_async(work, ["a", "b", "c", "d"], chunksize=1)
        barrier.wait()
        print("both at work; leaving the block")
    print("exit codes:", [process.exitcode for process in workers])
    print("results there:", result.ready())
