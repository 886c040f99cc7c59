# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Pass a manager's queue to a pool as an ordinary argument."""

from multiprocessing import Manager, Pool
from queue import Empty, Full


def double(numbers, doubled):
    while (number := numbers.get()) is not None:
        doubled.put(2 * number)
        numbers.task_done()
    numbers.task_done()


def try_to(what, action, *arguments):
    try:
        action(*arguments)
    except (Empty, Full) as error:
        print(f"{what}: {type(error).__name__}")


if __name__ == "__main__":
    with Manager() as manager, Pool(2) as pool:
        numbers = manager.JoinableQueue()
        doubled = manager.Queue(maxsize=4)
        for number in [1, 2, 3, 4, None, None]:
            numbers.put(number)
        queues = [(numbers, doubled)] * 2
        pool.starmap_async(double, queues)
        numbers.join()  # until each item is reported as done
        print("in the queue:", doubled.qsize(), doubled.full())
        try_to("one more", doubled.put_nowait, 0)
        try_to("one more, waiting", doubled.put, 0, True, 0.1)
        print(sorted(doubled.get() for _ in range(4)), doubled.empty())
        try_to("none left", doubled.get_nowait)
        try_to("none left, waiting", doubled.get, True, 0.1)
