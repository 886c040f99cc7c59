"""Smooth four numbers in rounds; each process has one of them."""

from multiprocessing import Array, Barrier, Process

ROUNDS = 3


def smooth(numbers, number, everyone):
    left = (number - 1) % len(numbers)
    for _ in range(ROUNDS):
        mean = (numbers[left] + numbers[number]) / 2
        everyone.wait()  # all have read
        numbers[number] = mean
        everyone.wait()  # all have written


def smooth_alone(numbers):
    for _ in range(ROUNDS):
        pairs = zip(numbers[-1:] + numbers[:-1], numbers)
        numbers = [(one + two) / 2 for one, two in pairs]
    return numbers


if __name__ == "__main__":
    start = [8.0, 0.0, 16.0, 24.0]
    numbers, everyone = Array("d", start), Barrier(parties=len(start))
    processes = [
        Process(target=smooth, args=(numbers, number, everyone))
        for number in range(len(start))
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print("in four processes:", numbers[:])
    print("in one:           ", smooth_alone(start))
