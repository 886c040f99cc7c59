# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# child-exits = [-15]
# start-methods = []
# ///
"""Use a managed set, and what else managers got with Python 3.14."""

from multiprocessing import Manager


def try_all(manager):
    odd = manager.set([1, 3, 5])
    odd.add(7)
    odd.update([9, 9])
    odd.discard(100)
    odd.remove(9)
    print(odd, 3 in odd, len(odd), sorted(odd))
    print(odd | {2}, odd & {1}, odd - {1}, odd ^ {1, 2})
    print(odd.union([2]), odd.intersection([1]))
    print(odd.difference([1]), odd.symmetric_difference([1, 2]))
    print(odd.issubset({1, 3, 5, 7}), odd.issuperset({1}))
    print(odd.isdisjoint({1}), odd >= {1}, odd < {1})
    odd.intersection_update([1, 3, 5])
    print(odd)
    odd.difference_update([5])
    odd.symmetric_difference_update([3, 11])
    copy = odd.copy()
    print(odd, type(copy).__name__)
    print(odd.pop() in copy, len(odd))
    odd.clear()
    print(odd)

    ages = manager.dict(ada=36)
    ages |= {"grace": 85}
    print(ages | {"alan": 41}, [*reversed(ages)])
    print(ages.fromkeys(["a", "b"], 0))
    names = manager.list(["Ada"])
    print(names.copy(), names.clear(), names)
    for lock in manager.Lock(), manager.RLock(), manager.Condition():
        lock.acquire()
        print(lock.locked(), end=" ")
        lock.release()
        print(lock.locked())


if __name__ == "__main__":
    with Manager() as manager:
        try_all(manager)
