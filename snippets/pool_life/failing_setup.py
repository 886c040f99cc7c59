# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = ["spawn", "forkserver"]
# child-exits = [1]
#
# [tool.snippet.masks]
# more-of-the-same = "(?s)(?<=no database there\\n).+"
# ///
"""Let the initializer fail: the pool tries again and again."""

from multiprocessing import Pool, SimpleQueue


def connect(attempts):
    attempts.put("an attempt")
    raise ConnectionError("no database there")


def query(number):
    return number


if __name__ == "__main__":
    attempts = SimpleQueue()
    with Pool(1, initializer=connect, initargs=(attempts,)) as pool:
        result = pool.apply_async(query, (1,))
        for number in range(1, 4):
            print(attempts.get(), number)
        print("result there:", result.ready())
