"""Use what submit() and map() return as if it was the result."""

from concurrent.futures import ProcessPoolExecutor


def first(items):
    return items[0]


def one_more(number):
    return number + 1


def attempt(call, thing):
    try:
        print(f"{call.__name__}: {call(thing)}")
    except TypeError as error:
        print(f"{call.__name__}: TypeError: {error}")


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        future = executor.submit(len, "cake")
        attempt(one_more, future)
        attempt(one_more, future.result())
        words = executor.submit(str.split, "tea cake")
        attempt(list, words)
        attempt(first, words)
        attempt(first, words.result())
        results = executor.map(len, ["tea", "cake"])
        attempt(first, results)
        attempt(len, results)
        attempt(list, results)
