"""Count from 1 to 5 in a child process and wait for it to end."""

from multiprocessing import Process


def print_numbers():
    for number in range(1, 6):
        print(f"Number: {number}")


if __name__ == "__main__":
    process = Process(target=print_numbers)
    process.start()
    process.join()
    print("Process has finished.")
