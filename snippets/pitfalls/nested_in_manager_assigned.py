"""Take a list out of a managed dictionary, and put it back changed."""

from multiprocessing import Manager, Process


def add_book(shelf):
    books = shelf["books"]  # a copy
    books.append("Emma")
    shelf["books"] = books  # replaces the list in the manager


if __name__ == "__main__":
    with Manager() as manager:
        shelf = manager.dict(books=[])
        process = Process(target=add_book, args=(shelf,))
        process.start()
        process.join()
        print("books:", *shelf["books"])
