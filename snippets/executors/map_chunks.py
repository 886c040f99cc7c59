"""Let one of six items fail: alone in its chunk, or among others."""

from concurrent.futures import ProcessPoolExecutor


def share_of(people):
    return 60 / people


def results_until_error(executor, chunksize):
    groups = [1, 2, 3, 4, 0, 6]
    results = []
    try:
        shares = executor.map(share_of, groups, chunksize=chunksize)
        for share in shares:
            results.append(share)
    except ZeroDivisionError:
        results.append("error")
    return results


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        for size in 1, 3:
            results = results_until_error(executor, size)
            print(f"chunksize={size}:", results)
