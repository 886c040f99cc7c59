"""Use what apply_async() and map_async() return as the result."""

from multiprocessing import Pool


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
    with Pool(1) as pool:
        result = pool.apply_async(len, ("cake",))
        attempt(one_more, result)
        attempt(one_more, result.get())
        words = pool.apply_async(str.split, ("tea cake",))
        attempt(list, words)
        attempt(first, words)
        attempt(first, words.get())
        results = pool.map_async(len, ["tea", "cake"])
        attempt(list, results)
        attempt(len, results)
        attempt(list, results.get())
