"""Ask for the exception first, then for the result."""

from concurrent.futures import ProcessPoolExecutor


def share_of(people):
    return 60 / people


if __name__ == "__main__":
    groups = [3, 0]
    with ProcessPoolExecutor(max_workers=1) as executor:
        futures = [executor.submit(share_of, n) for n in groups]
        for people, future in zip(groups, futures):
            error = future.exception()
            if error is None:
                print(f"{people} people: {future.result()}")
            else:
                print(f"{people} people: {error!r}")
                for line in str(error.__cause__).splitlines():
                    if "share_of" in line:
                        print("in the worker:", line.strip())
            print("done:", future.done())
