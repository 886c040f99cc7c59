# /// script
# [tool.snippet]
# output = "pattern"
# start-methods = []
# alone = true
# matches = '''found in the list and in the set: 500 500
# list: \d{1,4}\.\d\d ms
# set:  \d{1,3}\.\d\d ms
# more than 10 times as fast: True
# '''
# ///
"""Make a loop faster without workers: look up in a set, not a list."""

from time import perf_counter

KNOWN = list(range(0, 10_000, 2))
ASKED = range(9_000, 11_000)


def count_known(known):
    return sum(number in known for number in ASKED)


def shortest(known):
    """Count five times; return the count and the least time."""
    seconds = []
    for _ in range(5):
        began = perf_counter()
        count = count_known(known)
        seconds.append(perf_counter() - began)
    return count, min(seconds)


if __name__ == "__main__":
    in_list, list_time = shortest(KNOWN)
    in_set, set_time = shortest(set(KNOWN))
    print("found in the list and in the set:", in_list, in_set)
    print(f"list: {1000 * list_time:.2f} ms")
    print(f"set:  {1000 * set_time:.2f} ms")
    print("more than 10 times as fast:", list_time > 10 * set_time)
