"""Give an executor the name of a start method, then a context."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

if __name__ == "__main__":
    try:
        ProcessPoolExecutor(1, mp_context="spawn")  # type: ignore
    except AttributeError as error:
        print("AttributeError:", error)

    spawn = get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as executor:
        print(executor.submit(pow, 2, 5).result())
