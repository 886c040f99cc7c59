# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Talk to a thread through a queue and a pipe; nothing is copied."""

from multiprocessing.dummy import JoinableQueue, Pipe, Process, Queue


def work(tasks, results, connection):
    while (task := tasks.get()) is not None:
        results.put(task * 2)
        tasks.task_done()
    connection.send(connection.recv())


if __name__ == "__main__":
    tasks, results = JoinableQueue(), Queue()
    mine, other = Pipe()
    process = Process(target=work, args=(tasks, results, other))
    process.start()
    for task in [1, 2, 3]:
        tasks.put(task)
    tasks.join()
    print("results:", [results.get() for _ in range(3)])
    tasks.put(None)
    message = ["any object"]
    mine.send(message)
    print("the same object came back:", mine.recv() is message)
    process.join()
