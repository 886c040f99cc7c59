"""Ask a child for the color."""

from multiprocessing import Process

color = "red"


def tell():
    print("The child sees", color)


if __name__ == "__main__":
    color = "blue"
    child = Process(target=tell)
    child.start()
    child.join()
