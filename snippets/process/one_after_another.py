"""Join inside the loop: each process waits for the one before."""

from multiprocessing import Process


def work(number):
    print(f"{number} starts")
    print(f"{number} ends")


if __name__ == "__main__":
    for number in (1, 2, 3):
        process = Process(target=work, args=(number,))
        process.start()
        process.join()
