"""Keep a lock until the child that gets it has ended."""

from multiprocessing import Lock, Pipe, Process


class BigInput:
    """Takes long to arrive: until it is told to, for certainty."""

    def __init__(self, signal):
        self.signal = signal

    def __setstate__(self, state):
        state["signal"].recv()


def work(big_input, lock):
    with lock:
        print("the child has the lock")


def start_child(big_input, lock):
    process = Process(target=work, args=(big_input, lock))
    process.start()
    return process


if __name__ == "__main__":
    lock = Lock()
    signal, parent_end = Pipe(duplex=False)
    process = start_child(BigInput(signal), lock)
    parent_end.send("start_child() is over")
    process.join()
    print("exit code", process.exitcode)
