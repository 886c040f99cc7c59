# /// script
# [tool.snippet]
# output = "pattern"
# timeout = 60
# matches = '''imports in main: [1-9]\d{0,4}\.\d ms
# times done again for 3 workers: \d
# time taken again: (0\.0|[1-9]\d{0,4}\.\d) ms
# '''
# ///
"""Count how often the imports of a program are done, and time them."""

import os
from importlib import import_module
from multiprocessing import Process, SimpleQueue
from time import perf_counter

began = perf_counter()
for name in "asyncio", "sqlite3", "xml.dom.minidom":
    import_module(name)  # as import statements at the top do
SECONDS = perf_counter() - began
IMPORTED_BY = os.getpid()


def tell(answers):
    answers.put((IMPORTED_BY, SECONDS))


if __name__ == "__main__":
    print(f"imports in main: {1000 * SECONDS:.1f} ms")
    answers = SimpleQueue()
    workers = [Process(target=tell, args=(answers,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    costs = dict(answers.get() for _ in workers)
    costs.pop(IMPORTED_BY, None)  # by the parent
    print(f"times done again for 3 workers: {len(costs)}")
    print(f"time taken again: {1000 * sum(costs.values()):.1f} ms")
