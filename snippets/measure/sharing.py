# /// script
# [tool.snippet]
# output = "varies"
# matches = '''(?x)
# one\ read\ and\ one\ write,\ µs,\ 9\ times\ each\n
# shared-by\ +lowest\ +median\ +highest\n
# ((list|RawValue|RawArray|Value|Value-get_lock|Array
#  |SharedMemory|Manager-Value|Manager-list|ask-by-Queue)
#  (\ +\d{1,5}\.\d{3}){3}\n){10}
# '''
# runs = 3
# start-methods = []
# timeout = 60
# alone = true
# ///
"""Time reading and writing one number, shared in several ways."""

from multiprocessing import Array, Manager, Process, Queue, Value
from multiprocessing.shared_memory import SharedMemory
from statistics import median
from time import perf_counter

TIMES = 9


def report(name, times, change, read):
    """Time so many changes in a row; give the share of each."""
    change(times)
    each = []
    for _ in range(TIMES):
        began = perf_counter()
        change(times)
        each.append(1e6 * (perf_counter() - began) / times)
    assert read() == (1 + TIMES) * times, "changes are missing"
    numbers = min(each), median(each), max(each)
    print(f"{name:<15}" + "".join(f"{us:10.3f}" for us in numbers))


def of_attribute(shared):
    def change(times):
        for _ in range(times):
            shared.value += 1

    return change, lambda: shared.value


def of_item(shared):
    def change(times):
        for _ in range(times):
            shared[0] += 1

    return change, lambda: shared[0]


def under_lock(shared):
    def change(times):
        for _ in range(times):
            with shared.get_lock():
                shared.value += 1

    return change, lambda: shared.value


def answer(questions, answers):
    """Keep a number; add to it when asked, and tell it."""
    number = 0
    while (add := questions.get()) is not None:
        number += add
        answers.put(number)


if __name__ == "__main__":
    print(f"one read and one write, µs, {TIMES} times each")
    print("shared-by" + "lowest    median   highest".rjust(36))
    report("list", 20_000, *of_item([0]))
    report("RawValue", 20_000, *of_attribute(Value("q", lock=False)))
    report("RawArray", 20_000, *of_item(Array("q", 1, lock=False)))
    report("Value", 5_000, *of_attribute(Value("q")))
    report("Value-get_lock", 5_000, *under_lock(Value("q")))
    report("Array", 5_000, *of_item(Array("q", 1)))

    block = SharedMemory(create=True, size=8)
    with block.buf.cast("q") as numbers:
        report("SharedMemory", 20_000, *of_item(numbers))
    block.close()
    block.unlink()

    with Manager() as manager:
        report(
            "Manager-Value", 100, *of_attribute(manager.Value("q", 0))
        )
        report("Manager-list", 100, *of_item(manager.list([0])))

    questions, answers = Queue(), Queue()
    process = Process(target=answer, args=(questions, answers))
    process.start()

    def ask(add):
        questions.put(add)
        return answers.get()

    def ask_often(times):
        for _ in range(times):
            ask(1)

    report("ask-by-Queue", 100, ask_often, lambda: ask(0))
    questions.put(None)
    process.join()
