"""Send objects away and back, and see which stay the same ones."""

from enum import Enum
from multiprocessing import Pipe, Process

MISSING = object()


class Color(Enum):
    RED = "red"


def echo(pipe):
    for received in iter(pipe.recv, None):
        pipe.send(received)


if __name__ == "__main__":
    pipe, child_end = Pipe()
    process = Process(target=echo, args=(child_end,))
    process.start()

    row = [1, 2, 3]
    pipe.send([row, row])
    first, second = pipe.recv()
    print("equal to the list sent:", first == row)
    print("the list sent:", first is row)
    print("one list twice in a message is one list:", first is second)

    values = {"Color.RED": Color.RED, "echo": echo, "MISSING": MISSING}
    for name, value in values.items():
        pipe.send(value)
        print(f"{name} is itself again:", pipe.recv() is value)

    pipe.send(None)
    process.join()
