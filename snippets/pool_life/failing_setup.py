# /// script
# [tool.snippet]
# child-exits = [1]
# ///
"""Let the initializer fail: the pool tries again and again."""

from multiprocessing import Pool, Semaphore, SimpleQueue


def connect(attempts, failures):
    attempts.put("an attempt")
    failures.acquire()  # the fourth attempt stays here
    raise ConnectionError("no database there")


def query(number):
    return number


if __name__ == "__main__":
    attempts, failures = SimpleQueue(), Semaphore(3)
    with Pool(1, connect, (attempts, failures)) as pool:
        result = pool.apply_async(query, (1,))
        for number in range(1, 5):
            print(attempts.get(), number)
        print("result there:", result.ready())
