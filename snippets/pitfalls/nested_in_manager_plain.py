"""Append to a plain list inside a managed dictionary: it is lost."""

from multiprocessing import Manager, Process


def add_book(shelf):
    shelf["books"].append("Emma")  # changes a copy
    shelf["visitors"] += 1  # reads, then writes back


def report(shelf):
    print("visitors:", shelf["visitors"])
    print("books:", *shelf["books"])


if __name__ == "__main__":
    with Manager() as manager:
        shelf = manager.dict(books=[], visitors=0)
        process = Process(target=add_book, args=(shelf,))
        process.start()
        process.join()
        report(shelf)
