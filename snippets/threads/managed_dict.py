"""Two processes put names into one dictionary, held by a manager."""

from multiprocessing import Manager, Process


def put(shelf, name):
    shelf[name] = "here"


if __name__ == "__main__":
    with Manager() as manager:
        shelf = manager.dict()
        processes = [
            Process(target=put, args=(shelf, name))
            for name in ("first", "second")
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print("on the shelf:", sorted(shelf.keys()))
