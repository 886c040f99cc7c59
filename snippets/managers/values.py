# /// script
# [tool.snippet]
# child-exits = [-15]
# ///
"""Share attributes, one value and an array of numbers."""

from multiprocessing import Manager, Process


def work(settings, best, squares):
    settings.color = "blue"
    del settings.draft
    best.value = 42  # the same as best.set(42)
    for number in range(len(squares)):
        squares[number] = number**2


def share(manager):
    settings = manager.Namespace(color="red", draft=True)
    settings.width = 80
    best = manager.Value("i", 0)
    squares = manager.Array("i", [0] * 5)
    arguments = settings, best, squares
    process = Process(target=work, args=arguments)
    process.start()
    process.join()
    print(settings)
    print(hasattr(settings, "draft"), settings.width)
    print(best.value, best.get())
    print(squares[:3], squares[-1], len(squares))
    best.set("a text")  # the type code is not checked
    print(best)


if __name__ == "__main__":
    with Manager() as manager:
        share(manager)
