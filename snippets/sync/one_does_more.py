# /// script
# [tool.snippet]
# output = "lines"
# ///
"""Let one of those that meet do something for all of them."""

from multiprocessing import Barrier, Process, SimpleQueue


def announce():
    print("all three are here", flush=True)


def work(everyone, numbers):
    number = everyone.wait()
    if number == 0:
        print(f"number {number} tidies up", flush=True)
    numbers.put(number)


if __name__ == "__main__":
    everyone = Barrier(3, action=announce)
    numbers = SimpleQueue()
    processes = [
        Process(target=work, args=(everyone, numbers)) for _ in range(3)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("wait() gave:", sorted(numbers.get() for _ in processes))
