"""Close the only sender that you see: does the child get EOFError?"""

from multiprocessing import Event, Pipe, Process


def receive(receiver, closed):
    print("child received:", receiver.recv())
    closed.wait()
    if not receiver.poll():
        print("child: it is closed, and no end in sight", flush=True)
        return
    try:
        receiver.recv()
    except EOFError:
        print("child: EOFError, nobody can send any more", flush=True)


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    closed = Event()
    child = Process(target=receive, args=(receiver, closed))
    child.start()
    sender.send("tea")
    sender.close()
    closed.set()
    child.join()
