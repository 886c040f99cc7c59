"""Get one callback for all items, with the whole list or an error."""

from multiprocessing import Pool


def half(amount):
    return amount / 2


def share_of(amount, people):
    return amount / people


def succeeded(results):
    print("callback:", results)


def failed(error):
    print("error_callback:", repr(error))


if __name__ == "__main__":
    amounts = [60, 50, 40]
    pairs = [(60, 3), (60, 0), (60, 4)]
    with Pool(2) as pool:
        pool.map_async(
            half, amounts, callback=succeeded, error_callback=failed
        ).wait()
        pool.starmap_async(
            share_of, pairs, callback=succeeded, error_callback=failed
        ).wait()
        nothing = pool.map_async(half, [], callback=succeeded)
        print("no items, no callback:", nothing.get())
