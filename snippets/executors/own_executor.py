# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Write an executor that calls at once, to test without processes."""

from concurrent.futures import Executor, Future


class CallAtOnce(Executor):
    def submit(self, function, /, *args, **kwargs):
        future = Future()
        try:
            future.set_result(function(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def count_vowels(words, executor):
    return list(executor.map(vowels_of, words))


def vowels_of(word):
    return sum(letter in "aeiou" for letter in word)


if __name__ == "__main__":
    with CallAtOnce() as executor:
        print(count_vowels(["pool", "queue"], executor))
        failed = executor.submit(vowels_of, 3)
    print(repr(failed.exception()))
