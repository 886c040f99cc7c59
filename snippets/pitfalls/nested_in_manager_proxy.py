"""Append to a managed list inside a managed dictionary: it stays."""

from multiprocessing import Manager, Process


def add_book(shelf):
    shelf["books"].append("Emma")  # asks the manager
    shelf["visitors"] += 1


def report(shelf):
    print("visitors:", shelf["visitors"])
    print("books:", *shelf["books"])


if __name__ == "__main__":
    with Manager() as manager:
        shelf = manager.dict(books=manager.list(), visitors=0)
        process = Process(target=add_book, args=(shelf,))
        process.start()
        process.join()
        report(shelf)
