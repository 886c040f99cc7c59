"""Let imap() read only four inputs more than results are taken."""

from multiprocessing import Pool
from threading import Semaphore

read = []
AHEAD = 4
room = Semaphore(AHEAD)


def numbers():
    for number in range(300):
        room.acquire()
        read.append(number)
        yield number


def square(number):
    return number * number


if __name__ == "__main__":
    total = most = 0
    with Pool(1) as pool:
        results = pool.imap(square, numbers())
        for taken, result in enumerate(results):
            total += result
            most = max(most, len(read) - taken)
            room.release()
    print(f"never more than {AHEAD} ahead:", most <= AHEAD)
    print("inputs read:", len(read))
    print("sum of the results:", total)
