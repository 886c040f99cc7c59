"""Look for a message without waiting, for a while, and for ever."""

from multiprocessing import Event, Pipe, Process


def work(may_send, sender):
    may_send.wait()
    sender.send("tea is ready")


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    may_send = Event()
    child = Process(target=work, args=(may_send, sender))
    child.start()
    sender.close()

    print("now:", receiver.poll())
    print("within 0.2 s:", receiver.poll(0.2))
    may_send.set()
    print("some day:", receiver.poll(timeout=None))
    print(receiver.recv())
    print("at the end:", receiver.poll(timeout=None))
    try:
        receiver.recv()
    except EOFError:
        print("but that was EOFError: nobody can send any more")
    child.join()
