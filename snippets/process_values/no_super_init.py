# /// script
# [tool.snippet]
# raises = "AttributeError"
# ///
"""Forget super().__init__(): the process cannot be started."""

from multiprocessing import Process


class Greeter(Process):
    def __init__(self, guest):
        self.guest = guest

    def run(self):
        print("hello,", self.guest)


if __name__ == "__main__":
    greeter = Greeter("Ada")
    greeter.start()
