# /// script
# [tool.snippet]
# child-exits = [-15]
# start-methods = []
# ///
"""Use every method of a managed dictionary and a managed list."""

from multiprocessing import Manager

if __name__ == "__main__":
    with Manager() as manager:
        prices = manager.dict({"tea": 3}, milk=1)
        prices["cake"] = 5
        prices.update(jam=2, bread=4)
        print("tea" in prices, len(prices), prices.get("ham", 0))
        print(prices.setdefault("tea", 9), prices.pop("milk"))
        print(prices.popitem(), [*prices.keys()], [*prices.values()])
        del prices["jam"]
        print(*prices)  # a message for each key
        copy = prices.copy()  # a plain dictionary: one message
        prices.clear()
        print(type(copy).__name__, copy, prices.items())

        queue = manager.list(["Bob", "Eve"])
        queue.append("Ann")
        queue.extend(["Eve", "Zoe"])
        queue.insert(0, "Joe")
        queue += ["Kim"]
        print(queue.count("Eve"), queue.index("Bob"), len(queue))
        queue.remove("Eve")
        queue.sort()
        queue.reverse()
        print(queue.pop(), queue[0], queue[-3:], "Bob" in queue)
        print([*reversed(queue)] == queue[::-1])
        queue[0] = "Zora"
        del queue[1:]
        queue *= 2
        more = ["Max"]
        print(queue, queue + more, 2 * queue, queue * 2)
