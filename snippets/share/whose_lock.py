"""Choose the lock: one for two objects, a new one each, or none."""

from multiprocessing import Array, Lock, Process, RLock, Value
from time import sleep


def sell(stock, sold, number):
    with stock.get_lock():  # and that of sold: it is the same
        stock[number] -= 1
        before = sold.value
        sleep(0.1)  # nobody else comes between
        sold.value = before + 1


if __name__ == "__main__":
    lock = RLock()
    stock = Array("i", [5, 5], lock=lock)
    sold = Value("i", 0, lock=lock)
    processes = [
        Process(target=sell, args=(stock, sold, n)) for n in (0, 1)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("stock:", stock[:], "sold:", sold.value)
    print("same lock:", stock.get_lock() is sold.get_lock() is lock)
    for choice in True, Lock(), False:
        value = Value("i", lock=choice)
        has_one = hasattr(value, "get_lock")
        given = has_one and value.get_lock() is choice
        print(f"{type(value).__name__}: {has_one}, as given: {given}")
