"""Leave out join(): Python waits for the child at the very end."""

from multiprocessing import Pipe, Process


def work(parent_done):
    parent_done.recv()
    print("the child is still at work")


if __name__ == "__main__":
    parent_done, announce = Pipe(duplex=False)
    process = Process(target=work, args=(parent_done,))
    process.start()
    print("the last line of the parent's program")
    announce.send("done")
