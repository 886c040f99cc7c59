"""Stop all other tasks when the first result is there."""

from multiprocessing import Event, Pool, active_children

worker = {}


def share(event):
    worker["never"] = event


def search(place):
    if place != "attic":
        worker["never"].wait()  # a very long search
    return place


if __name__ == "__main__":
    places = ["cellar", "garden", "attic"]
    with Pool(3, share, (Event(),)) as pool:
        workers = active_children()
        results = pool.imap_unordered(search, places)
        print("found in the", next(results))
        pool.terminate()
        print("alive:", [worker.is_alive() for worker in workers])
        print(pool)
