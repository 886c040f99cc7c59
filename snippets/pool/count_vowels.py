"""Apply one function to each item of a list, in two workers."""

from multiprocessing import Pool


def count_vowels(word):
    return sum(letter in "aeiou" for letter in word)


if __name__ == "__main__":
    words = ["process", "pool", "queue", "worker", "lock"]
    with Pool(processes=2) as pool:
        counts = pool.map(count_vowels, words)
    for word, count in zip(words, counts):
        print(f"{word}: {count}")
