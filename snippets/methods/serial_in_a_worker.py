"""Call a library function in a worker, where it may start nothing."""

from multiprocessing import Pool, current_process


def count_letters(words):
    if current_process().daemon:  # a pool's worker: no children
        return "counted alone", sum(map(len, words))
    with Pool(2) as pool:
        return "counted in a pool", sum(pool.map(len, words))


if __name__ == "__main__":
    words = ["fork", "spawn", "forkserver"]
    print("by the program:", *count_letters(words))
    with Pool(1) as pool:
        print("by a worker:", *pool.apply(count_letters, (words,)))
