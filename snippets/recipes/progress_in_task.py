# /// script
# [tool.snippet]
# timeout = 30
# output = "lines"
# ///
"""Report from inside long tasks, so that the bar moves in between."""

from multiprocessing import Pool, SimpleQueue

worker = {}


def remember(reports):
    worker["reports"] = reports


def convert(film):
    reports = worker["reports"]
    try:
        for percent in (25, 50, 75, 100):
            sum(range(100_000))  # a quarter of the work
            reports.put((film, percent))
        return film.upper()
    finally:
        reports.put((film, None))  # there is nothing more to come


if __name__ == "__main__":
    films = ["beach", "party", "skiing"]
    reports = SimpleQueue()
    with Pool(2, remember, (reports,)) as pool:
        converted = pool.map_async(convert, films, chunksize=1)
        at_work = len(films)
        while at_work:
            film, percent = reports.get()
            if percent is None:
                at_work -= 1
            else:
                print(f"{film}: {percent} %")
        print(converted.get())
