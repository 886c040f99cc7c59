"""Let two processes write a number each into shared memory."""

from multiprocessing import Array, Process


def add_up(numbers, totals, index):
    totals[index] = sum(numbers)


if __name__ == "__main__":
    totals = Array("q", 2)
    processes = [
        Process(target=add_up, args=(numbers, totals, index))
        for index, numbers in enumerate([[1, 2, 3], [4, 5, 6]])
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("totals:", totals[:])
