"""Start a process in main(), and call main() under the guard."""

from multiprocessing import Process


def count_letters(word):
    print(word, "has", len(word), "letters")


def main():
    process = Process(target=count_letters, args=("lock",))
    process.start()
    process.join()
    print("exit code", process.exitcode)


if __name__ == "__main__":
    main()
