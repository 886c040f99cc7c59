"""Ask each task for its place in its chunk: 1 begins a new one."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool


def place_of(before, number):
    before.append(number)  # each chunk gets a copy of the list
    return len(before)


def place(task):
    return place_of(*task)


def show(call, places):
    print(f"{call:<16}", *places)


if __name__ == "__main__":
    before = []
    tasks = [(before, number) for number in range(20)]
    with Pool(2) as pool:
        show("map", pool.map(place, tasks))
        show("map, 5", pool.map(place, tasks, chunksize=5))
        pairs = pool.starmap(place_of, tasks, chunksize=5)
        show("starmap, 5", pairs)
        show("imap", pool.imap(place, tasks))
        show("imap, 5", pool.imap(place, tasks, chunksize=5))
    with ProcessPoolExecutor(2) as executor:
        show("executor.map", executor.map(place, tasks))
        places = executor.map(place, tasks, chunksize=5)
        show("executor.map, 5", places)
    print("in the parent:  ", before)
