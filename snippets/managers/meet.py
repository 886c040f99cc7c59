# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Wait for each other with a manager's Condition, Event and Barrier."""

from multiprocessing import Manager, Process
from threading import BrokenBarrierError
from time import sleep


def customer(orders, news, open_, barrier):
    open_.wait()
    with news:
        news.wait_for(lambda: len(orders) == 2, timeout=60)
    barrier.wait()  # after this, both go on
    try:
        barrier.wait(timeout=60)  # nobody else will come
    except BrokenBarrierError:
        with news:
            orders.append("broken")
            news.notify()


if __name__ == "__main__":
    with Manager() as manager:
        orders, news = manager.list(), manager.Condition()
        open_, barrier = manager.Event(), manager.Barrier(2)
        arguments = orders, news, open_, barrier
        process = Process(target=customer, args=arguments)
        process.start()
        print("open:", open_.is_set(), "- parties:", barrier.parties)
        open_.set()
        for order in "tea", "cake":
            with news:
                orders.append(order)
                news.notify_all()
        barrier.wait()
        while not barrier.n_waiting:
            sleep(0.01)  # until the customer waits again
        barrier.abort()
        with news:
            while len(orders) < 3:
                news.wait()
        print(orders, "- broken:", barrier.broken)
        process.join()
        barrier.reset()
        open_.clear()
        print("broken:", barrier.broken, "- open:", open_.is_set())
        print("event within 0.1 s:", open_.wait(timeout=0.1))
