"""Map one function over three numbers with a Pool: the model."""

from multiprocessing import Pool


def count_primes(limit):
    return sum(
        all(number % divisor for divisor in range(2, number))
        for number in range(2, limit)
    )


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(count_primes, [10, 100, 1000]))
