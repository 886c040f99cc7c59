# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Let methods return proxies: of new objects, and of a generator."""

from multiprocessing.managers import (  # type: ignore
    BaseManager,
    IteratorProxy,
)


class Page:
    def __init__(self):
        self._text = ""

    def write(self, text):
        self._text += text

    def read(self):
        return self._text


class Notebook:
    def __init__(self):
        self._pages = [Page(), Page()]

    def page(self, number):
        return self._pages[number]

    def numbers(self):
        number = 0
        try:
            while True:
                step = yield number
                number += step or 1
        except ValueError:
            yield -1


class Desk(BaseManager):
    pass


Desk.register(
    "Notebook",
    Notebook,
    method_to_typeid={"page": "Page", "numbers": "Numbers"},
)
Desk.register("Page", create_method=False)  # made by page() alone
Desk.register("Numbers", proxytype=IteratorProxy, create_method=False)


def use_generator(numbers):
    print(next(numbers), next(numbers), numbers.send(10))
    print("thrown in:", numbers.throw(ValueError("enough")))
    numbers.close()
    print("after close():", list(numbers))


def use_notebook(desk):
    notebook = desk.Notebook()
    notebook.page(1).write("Hello")  # changes the real page
    notebook.page(1).write(" again")
    print(notebook.page(1).read())
    use_generator(notebook.numbers())
    print("can create a page:", hasattr(desk, "Page"))
    print("can create numbers:", hasattr(desk, "Numbers"))


if __name__ == "__main__":
    with Desk() as desk:
        use_notebook(desk)
