"""Call one function through all eight methods of a pool."""

from multiprocessing import Pool


def area(width, height=10):
    return width * height


if __name__ == "__main__":
    widths = [1, 2, 3]
    pairs = [(1, 2), (3, 4)]
    with Pool(2) as pool:
        print("apply:         ", pool.apply(area, (3,), {"height": 5}))
        later = pool.apply_async(area, (3,), {"height": 5})
        print("apply_async:   ", later.get())
        print("map:           ", pool.map(area, widths))
        all_later = pool.map_async(area, widths)
        print("map_async:     ", all_later.get())
        print("starmap:       ", pool.starmap(area, pairs))
        pairs_later = pool.starmap_async(area, pairs)
        print("starmap_async: ", pairs_later.get())
        for result in pool.imap(area, widths):
            print("imap:          ", result)
        as_they_end = pool.imap_unordered(area, widths)
        print("imap_unordered:", sorted(as_they_end))
