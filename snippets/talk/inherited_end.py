"""Close the only sender that you see: does the child get EOFError?"""

from multiprocessing import Pipe, Process


def receive(receiver):
    print("child received:", receiver.recv())
    if not receiver.poll(3):
        print("child: no end in sight after 3 s", flush=True)
        return
    try:
        receiver.recv()
    except EOFError:
        print("child: EOFError, nobody can send any more", flush=True)


if __name__ == "__main__":
    receiver, sender = Pipe(duplex=False)
    child = Process(target=receive, args=(receiver,))
    child.start()
    sender.send("tea")
    sender.close()
    child.join()
