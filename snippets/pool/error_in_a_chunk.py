"""Let one task of six fail, in chunks of one and in chunks of two."""

from multiprocessing import Pool


def share_of(people):
    return 60 // people


def show_all(size, results):
    print(f"chunksize={size}:", end="")
    while True:
        try:
            print("", next(results), end="")
        except ZeroDivisionError:
            print(" error", end="")
        except StopIteration:
            break
    print()


if __name__ == "__main__":
    groups = [1, 2, 3, 0, 5, 6]
    with Pool(2) as pool:
        for size in 1, 2:
            results = pool.imap(share_of, groups, chunksize=size)
            show_all(size, results)
