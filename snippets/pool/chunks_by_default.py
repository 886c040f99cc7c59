"""Count the chunks that map() makes, by workers and by items."""

from multiprocessing import Pool


def place(task):
    before, number = task  # each chunk gets a copy of the list
    before.append(number)
    return len(before)


if __name__ == "__main__":
    print("workers  items  chunks  largest")
    for workers in 1, 3:
        with Pool(workers) as pool:
            for items in 3, 8, 13, 1000:
                before = []
                tasks = [(before, number) for number in range(items)]
                places = pool.map(place, tasks)
                chunks, largest = places.count(1), max(places)
                print(f"{workers:7}{items:7}{chunks:8}{largest:9}")
