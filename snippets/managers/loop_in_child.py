# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Loop over a managed dictionary and list in another process."""

from multiprocessing import Manager, Process


def loop(prices, names):
    try:
        for name in prices:
            print(name)
    except AttributeError as error:
        print("AttributeError:", error)
    for name in prices.keys():  # a plain list
        print("a key:", name)
    for name in names:  # a list has no such trouble
        print("an item:", name)


if __name__ == "__main__":
    with Manager() as manager:
        prices, names = manager.dict(tea=3), manager.list(["Ada"])
        for name in prices:
            print("where the manager is:", name, flush=True)
        process = Process(target=loop, args=(prices, names))
        process.start()
        process.join()
