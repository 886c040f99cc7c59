"""Feed imap() from a generator and watch what it takes unasked."""

from multiprocessing import Pool
from threading import Event

read = []
all_read = Event()


def numbers():
    for number in range(300):
        read.append(number)
        yield number
    all_read.set()


def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(1) as pool:
        results = pool.imap(square, numbers())
        all_read.wait()
        ahead = len(read)
        print("sum of the results:", sum(results))
    print("inputs read before the first result:", ahead)
