# /// script
# [tool.snippet]
# child-exits = [-15]
# start-methods = ["spawn", "forkserver"]
# timeout = 30
# ///
"""Let a pool live in the manager's process, and use it by a proxy."""

from multiprocessing import Manager


def square(number):
    return number**2


if __name__ == "__main__":
    with Manager() as manager:
        pool = manager.Pool(2)
        print(pool.apply(square, (3,)), pool.map(square, range(4)))
        print(pool.starmap(pow, [(2, 3), (3, 2)]))
        soon = pool.apply_async(square, (4,))
        print(type(soon).__name__, soon.get(timeout=20))
        print(pool.map_async(square, [5, 6]).get())
        print(pool.starmap_async(pow, [(2, 5)]).get())
        squares = pool.imap(square, [7, 8])
        print(type(squares).__name__, next(squares), next(squares))
        print(sorted(pool.imap_unordered(square, [9, 10])))
        pool.close()
        pool.join()
        with manager.Pool(1) as second:  # terminate() at the end
            print("a worker of its own:", second.apply(abs, (-1,)))
            second.terminate()
