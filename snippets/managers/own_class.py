# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Keep one object of your own class in a manager, for all processes."""

from multiprocessing import Process
from multiprocessing.managers import BaseManager
from threading import Lock
from time import sleep


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self._lock = Lock()  # each client is served by a thread

    def deposit(self, amount):
        with self._lock:
            before = self._balance
            sleep(0.005)  # no other thread comes between
            self._balance = before + amount

    def balance(self):
        return self._balance


class Bank(BaseManager):
    pass


Bank.register("Account", Account)


def deposit_often(account):
    for _ in range(20):
        account.deposit(1)


def fill_account(bank):
    account = bank.Account("Ada", balance=50)
    arguments = (account,)
    processes = [
        Process(target=deposit_often, args=arguments) for _ in range(2)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(type(account).__name__, "- balance:", account.balance())
    print("has owner:", hasattr(account, "owner"))


if __name__ == "__main__":
    with Bank() as bank:
        fill_account(bank)
