# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Give text to a shared Value and an Array that take bytes."""

from multiprocessing import Array, Value


def attempt(what, action, *arguments):
    try:
        action(*arguments)
        print(f"{what}: fine")
    except TypeError as error:
        print(f"{what}: TypeError: {error}")


if __name__ == "__main__":
    word = Array("c", 10)
    attempt('Value("c", "a")', Value, "c", "a")
    attempt('Value("c", b"a")', Value, "c", b"a")
    attempt('Array("c", "tea")', Array, "c", "tea")
    attempt('Array("c", b"tea")', Array, "c", b"tea")
    attempt('word.value = "tea"', setattr, word, "value", "tea")
    attempt('word.value = b"tea"', setattr, word, "value", b"tea")
