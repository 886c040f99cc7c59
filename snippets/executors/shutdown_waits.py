"""Leave the with block, then shut down again and submit once more."""

from concurrent.futures import ProcessPoolExecutor
from time import sleep


def nap(name):
    sleep(0.1)
    return name


if __name__ == "__main__":
    names = ["Ann", "Bo", "Cy", "Di"]
    with ProcessPoolExecutor(max_workers=2) as executor:
        futures = [executor.submit(nap, name) for name in names]
    print("all done:", all(future.done() for future in futures))
    print("results:", [future.result() for future in futures])
    executor.shutdown(wait=True)
    try:
        executor.submit(nap, "Ed")
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
