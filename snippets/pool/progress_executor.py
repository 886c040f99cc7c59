"""Report progress each time that another future is done."""

from concurrent.futures import ProcessPoolExecutor, as_completed

CITIES = ["Bern", "Lima", "Oslo", "Rome"]


def count_letters(city):
    return len(city)


if __name__ == "__main__":
    lengths = {}
    with ProcessPoolExecutor(2) as executor:
        futures = {
            executor.submit(count_letters, city): city
            for city in CITIES
        }
        for done, future in enumerate(as_completed(futures), 1):
            lengths[futures[future]] = future.result()
            print(f"{done} of {len(futures)}")
    print("total:", sum(lengths.values()))
