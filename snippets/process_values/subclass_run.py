"""Subclass Process: run() is what the child does."""

from multiprocessing import Process, current_process


class Greeter(Process):
    def __init__(self, guest):
        super().__init__(name=f"greeter of {guest}")
        self.guest = guest

    def run(self):
        print(f"hello, {self.guest}, from the {current_process().name}")


if __name__ == "__main__":
    greeter = Greeter("Ada")
    greeter.start()
    greeter.join()
