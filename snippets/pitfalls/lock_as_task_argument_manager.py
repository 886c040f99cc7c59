"""Hand a manager's queue to a pool: a proxy may be a task argument."""

from multiprocessing import Manager, Pool


def greet(name, greetings):
    greetings.put(f"hello, {name}")


if __name__ == "__main__":
    with Manager() as manager, Pool(processes=1) as pool:
        greetings = manager.Queue()
        pool.starmap(greet, [("Ada", greetings), ("Alan", greetings)])
        print(greetings.get())
        print(greetings.get())
