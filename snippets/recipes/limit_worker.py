# /// script
# [tool.snippet]
# child-exits = [3, -15]
# timeout = 30
# ///
"""Keep one worker for many tasks; replace it if late or dead."""

import os
import time
from multiprocessing import Pipe, Process


def serve(pipe, function):
    pipe.send("ready")
    for item in iter(pipe.recv, None):
        try:
            pipe.send((function(item), None))
        except Exception as error:
            pipe.send((None, error))


class Worker:
    """Calls a function in a process, with a limit for each call."""

    def __init__(self, function):
        self.function = function
        self.start()

    def start(self):
        self.pipe, end = Pipe()
        args = end, self.function
        self.process = Process(target=serve, args=args, daemon=True)
        self.process.start()
        end.close()
        self.pipe.recv()  # starting up takes no call's time

    def call(self, item, limit):
        try:
            self.pipe.send(item)
            if not self.pipe.poll(limit):
                raise TimeoutError(f"{limit} s are over")
            result, error = self.pipe.recv()
        except (OSError, EOFError):  # late (TimeoutError), or dead
            self.stop()
            self.start()
            raise
        if error:
            raise error
        return result

    def stop(self):
        self.process.terminate()
        self.process.join()
        self.pipe.close()


def parse(name):
    if name == "loop.xml":
        time.sleep(3600)
    if name == "bomb.xml":
        os._exit(3)
    if name == "torn.xml":
        raise ValueError("no end tag")
    return os.getpid()


if __name__ == "__main__":
    worker = Worker(parse)
    first = worker.call("a.xml", limit=60)
    print("same worker:", worker.call("b.xml", limit=60) == first)
    limits = {"loop.xml": 0.5, "bomb.xml": 60, "torn.xml": 60}
    for name, limit in limits.items():
        try:
            worker.call(name, limit)
        except (TimeoutError, EOFError, ValueError) as error:
            print(f"{name}: {error!r}")
    print("same worker:", worker.call("c.xml", limit=60) == first)
    worker.stop()
