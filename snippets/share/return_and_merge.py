"""Append in the workers in vain; merge what they return instead."""

from collections import Counter
from multiprocessing import Pool

long_words = []


def count_words(line):
    words = line.split()
    found = [word for word in words if len(word) > 5]
    long_words.extend(found)  # a list of this worker alone
    return found, Counter(words)


if __name__ == "__main__":
    lines = [
        "the parent waits for the workers",
        "the workers return what they found",
        "the parent merges the results",
    ]
    collected, total = [], Counter()
    with Pool(2) as pool:
        for found, counts in pool.map(count_words, lines):
            collected.extend(found)
            total.update(counts)
    print("the parent's list:", long_words)
    print("merged list:", collected)
    print("merged dict:", total.most_common(3))
