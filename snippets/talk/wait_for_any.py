"""Receive from three children, whichever has something to say."""

from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def report(name, sender):
    for step in (1, 2):
        sender.send(f"{name}, step {step}")


if __name__ == "__main__":
    receivers, children, messages = [], [], []
    for name in "Ada", "Grace", "Joan":
        receiver, sender = Pipe(duplex=False)
        child = Process(target=report, args=(name, sender))
        child.start()
        sender.close()
        receivers.append(receiver)
        children.append(child)

    while receivers:
        for receiver in wait(receivers):  # type: ignore
            try:
                messages.append(receiver.recv())
            except EOFError:
                receivers.remove(receiver)
                receiver.close()
    for child in children:
        child.join()
    for message in sorted(messages):
        print(message)
