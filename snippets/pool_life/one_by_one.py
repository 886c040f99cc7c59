"""Take results one by one: an error does not end the iteration."""

from multiprocessing import Pool


def share_of(people):
    return 60 / people


if __name__ == "__main__":
    with Pool(2) as pool:
        results = pool.imap(share_of, [3, 0, 4])
        while True:
            try:
                print(next(results))
            except StopIteration:
                break
            except ZeroDivisionError as error:
                print(f"ZeroDivisionError: {error}")
