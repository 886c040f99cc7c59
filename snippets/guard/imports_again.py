"""Say at module level who runs this line; start three processes."""

from multiprocessing import Process

print("module-level code runs, __name__ is", __name__)


def work():
    pass


if __name__ == "__main__":
    for _ in range(3):
        process = Process(target=work)
        process.start()
        process.join()
    print("three processes have run")
