"""Hand other shared objects to a pool, and see who refuses."""

from multiprocessing import Array, Event, Pool, Queue, Value

if __name__ == "__main__":
    objects = [Queue(), Event(), Value("i", 0), Array("i", 3)]
    with Pool(processes=1) as pool:
        for shared in objects:
            try:
                pool.apply(type, (shared,))
            except RuntimeError as error:
                print(error)
