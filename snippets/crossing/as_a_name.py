# /// script
# [tool.snippet]
# start-methods = []
# ///
"""List the words in some pickles: functions and classes are names."""

import pickle
import pickletools


class Guest:
    greeting = "hello"

    def __init__(self, name):
        self.name = name

    def greet(self):
        print(self.greeting, self.name)


def show_words(kind, value):
    operations = pickletools.genops(pickle.dumps(value))
    words = [word for _, word, _ in operations if isinstance(word, str)]
    print(f"{kind}: {words}")


if __name__ == "__main__":
    show_words("function", show_words)
    show_words("class", Guest)
    show_words("object", Guest("Ada"))
    show_words("bound method", Guest("Ada").greet)
