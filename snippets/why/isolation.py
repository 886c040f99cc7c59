"""A child changes a variable; the parent's keeps its value."""

from multiprocessing import Process

count = 1
names = ["parent"]


def change():
    global count
    count = 100
    names.append("child")
    print("in the child: ", count, names)


if __name__ == "__main__":
    child = Process(target=change)
    child.start()
    child.join()
    print("in the parent:", count, names)
