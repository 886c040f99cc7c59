"""Map the same function with a ProcessPoolExecutor."""

from concurrent.futures import ProcessPoolExecutor


def count_primes(limit):
    return sum(
        all(number % divisor for divisor in range(2, number))
        for number in range(2, limit)
    )


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(count_primes, [10, 100, 1000])))
