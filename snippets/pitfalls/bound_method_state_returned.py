"""Return what each task found, and change the object in the parent."""

from multiprocessing import Pool


class Counter:
    def __init__(self):
        self.count = 0

    def add(self, number):
        self.count += number


def vowels(word):
    return sum(word.count(vowel) for vowel in "aeiou")


if __name__ == "__main__":
    counter = Counter()
    with Pool(2) as pool:
        for number in pool.imap_unordered(vowels, ["tea", "coffee"]):
            counter.add(number)
    print("vowels:", counter.count)
