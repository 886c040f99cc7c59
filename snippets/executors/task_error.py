# /// script
# [tool.snippet]
# raises = "KeyError"
# ///
"""Let a task fail and nobody catch its exception."""

from concurrent.futures import ProcessPoolExecutor

prices = {"tea": 3}


def price_of(item):
    return prices[item]


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        milk = executor.submit(price_of, "milk")
        tea = executor.submit(price_of, "tea")
        print("tea:", tea.result())
        print("milk:", milk.result())
