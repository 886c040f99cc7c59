"""Let two tasks fail: nobody asks for the first one's result."""

from multiprocessing import Pool


def share_of(people):
    return 60 / people


def report(error):
    print(f"error_callback: {error!r}")


if __name__ == "__main__":
    with Pool(1) as pool:
        pool.apply_async(share_of, (0,))
        pool.apply_async(share_of, (0,), error_callback=report)
        pool.close()
        pool.join()
    print("the program ends as if all were well")
