# /// script
# requires-python = ">=3.14"
# [tool.snippet]
# start-methods = []
# ///
"""Pass functions and arguments to call(): which does it take?"""

from concurrent import interpreters

TAX = 0.25


def with_tax(price):
    return price * (1 + TAX)


def attempt(what, *arguments):
    try:
        print(f"{what}:", interpreter.call(*arguments))
    except interpreters.NotShareableError as error:
        print(f"{what}: NotShareableError ({error.__cause__})")


if __name__ == "__main__":
    interpreter = interpreters.create()
    attempt("a lambda", lambda price: price * 2, 8)
    attempt("a function that reads a global", with_tax, 8)
    attempt("a lambda that reads one", lambda price: price * TAX, 8)
    attempt("a built-in and a list", sorted, [3, 1, 2])
    interpreter.close()
