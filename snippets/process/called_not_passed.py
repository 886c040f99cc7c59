"""Write parentheses after the target: the parent does the work."""

from multiprocessing import Process, current_process


def greet():
    print("greet() runs in", current_process().name)


if __name__ == "__main__":
    wrong = Process(target=greet())
    print("the process has not been started yet")
    wrong.start()
    wrong.join()
    print("exit code of a process with nothing to do:", wrong.exitcode)

    right = Process(target=greet, name="the child")
    right.start()
    right.join()
