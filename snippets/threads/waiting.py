# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Fifty threads wait at the same time; one process is enough."""

from socket import socketpair
from threading import Thread


def ask(connection, answers):
    with connection:
        connection.sendall(b"?")
        answers.append(connection.recv(1))  # waits for the answer


if __name__ == "__main__":
    answers, connections, threads = [], [], []
    for _ in range(50):
        ours, theirs = socketpair()
        thread = Thread(target=ask, args=(theirs, answers))
        thread.start()
        connections.append(ours)
        threads.append(thread)

    questions = [connection.recv(1) for connection in connections]
    asked = questions.count(b"?")
    print(asked, "questions,", answers.count(b"!"), "answers")

    for connection in connections:
        connection.sendall(b"!")
        connection.close()
    for thread in threads:
        thread.join()
    print(asked, "questions,", answers.count(b"!"), "answers")
