"""A thread changes the dictionary; a process changes its copy."""

from multiprocessing import Process, Queue
from threading import Thread

shelf = {}


def put(name, answer=None):
    shelf[name] = "here"
    if answer is not None:
        answer.put(shelf)


if __name__ == "__main__":
    thread = Thread(target=put, args=("thread",))
    thread.start()
    thread.join()
    print("after the thread: ", shelf)

    answer = Queue()
    process = Process(target=put, args=("process", answer))
    process.start()
    sent = answer.get()
    process.join()
    print("after the process:", shelf)
    print("sent by the process:", sent)
