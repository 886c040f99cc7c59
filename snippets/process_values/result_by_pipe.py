"""Give each process a pipe, and receive one result from each."""

from multiprocessing import Pipe, Process


def add_up(numbers, sender):
    sender.send(sum(numbers))


def start(numbers):
    receiver, sender = Pipe(duplex=False)
    process = Process(target=add_up, args=(numbers, sender))
    process.start()
    sender.close()  # now only the child can send
    return process, receiver


if __name__ == "__main__":
    started = [start([1, 2, 3]), start([4, 5, 6])]
    for process, receiver in started:
        total = receiver.recv()
        process.join()
        print(f"total {total}, exit code {process.exitcode}")
