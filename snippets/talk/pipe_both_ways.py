"""Ask a child over a pipe, and end the talk by closing it."""

from multiprocessing import Pipe, Process


def answer(parent_end, child_end):
    parent_end.close()  # this process has a copy of it, too
    with child_end:
        try:
            while True:
                word = child_end.recv()
                child_end.send((word, len(word)))
        except EOFError:
            print("child: the other end is closed", flush=True)


if __name__ == "__main__":
    parent_end, child_end = Pipe()
    child = Process(target=answer, args=(parent_end, child_end))
    child.start()
    child_end.close()  # only the child uses it

    for word in "tea", "biscuit":
        parent_end.send(word)
        print("parent:", parent_end.recv())
    parent_end.close()
    child.join()
    print("exit code:", child.exitcode)
