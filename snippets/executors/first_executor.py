"""Submit one call to an executor, then map a function over a list."""

from concurrent.futures import ProcessPoolExecutor


def price(item, amount, *, currency="USD"):
    return f"{amount} x {item} in {currency}"


def count_vowels(word):
    return sum(letter in "aeiou" for letter in word)


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        future = executor.submit(price, "tea", 3, currency="EUR")
        counts = executor.map(count_vowels, ["pool", "queue"])
        print("submit:", future.result())
        print("map:", list(counts))
