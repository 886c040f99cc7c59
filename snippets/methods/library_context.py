# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Let the caller of a library function pass the context."""

from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext


def count_letters(words, context: BaseContext | None = None):
    context = context or get_context()
    with context.Pool(2) as pool:
        return sum(pool.map(len, words))


if __name__ == "__main__":
    words = ["fork", "spawn", "forkserver"]
    print("the program's method:", count_letters(words))
    for method in sorted(get_all_start_methods()):
        context = get_context(method)
        print(f"{method}:", count_letters(words, context))
