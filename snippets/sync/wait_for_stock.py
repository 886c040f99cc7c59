"""Wait until a shared number has the value that you need."""

from multiprocessing import Condition, Process, Value


def bake(stock, changed):
    for _ in range(6):
        with changed:
            changed.wait_for(lambda: stock.value < 3)  # room
            stock.value += 1
            changed.notify_all()


def sell(stock, changed):
    for _ in range(2):
        with changed:
            changed.wait_for(lambda: stock.value >= 3)
            stock.value -= 3
            changed.notify_all()
            print("sold 3 loaves, left:", stock.value)


if __name__ == "__main__":
    stock = Value("i", 0)
    changed = Condition(stock.get_lock())  # one lock for both
    processes = [
        Process(target=target, args=(stock, changed))
        for target in (bake, sell)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("left:", stock.value)
