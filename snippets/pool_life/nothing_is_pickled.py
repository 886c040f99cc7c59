# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Give threads what no process could be sent: a lambda and a lock."""

import threading
from multiprocessing.pool import ThreadPool

if __name__ == "__main__":
    lock = threading.Lock()
    seen = []

    def note(number, lock):
        with lock:
            seen.append(number)

    with ThreadPool(2) as pool:
        print(pool.map(lambda number: number * 2, [1, 2, 3]))
        pool.starmap(note, [(number, lock) for number in range(5)])
        squares = pool.apply(lambda: (n * n for n in [1, 2, 3]))
        pool.close()
        pool.join()
    print("seen:", sorted(seen))
    print("a generator came back:", list(squares))
