"""Write parentheses after the function: the pool gets its result."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, current_process


def greet(name):
    print(f"hello {name} from {current_process().name}", flush=True)


def answer():
    return 42


if __name__ == "__main__":
    with Pool(1) as pool:
        for function in (greet("Ada"), answer()):
            try:
                pool.apply_async(function).get()
            except TypeError as error:
                print("apply_async: TypeError:", error)

    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(greet("Bob")).result()
        except TypeError as error:
            print("submit: TypeError:", error)
        print(executor.submit(answer).result())
