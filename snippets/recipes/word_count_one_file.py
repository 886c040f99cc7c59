# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Count the words of one large file, a part of it in each task."""

import tempfile
from collections import Counter
from multiprocessing import Pool
from pathlib import Path


def parts(path, size):
    """Yield (start, end) of parts that end at the end of a line."""
    start, whole = 0, path.stat().st_size
    with open(path, "rb") as file:
        while start < whole:
            file.seek(start + size)
            file.readline()  # go on to the end of a line
            end = min(file.tell(), whole)
            yield path, start, end
            start = end


def count_words(part):
    path, start, end = part
    with open(path, "rb") as file:
        file.seek(start)
        text = file.read(end - start).decode("utf-8")
    return Counter(text.split())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.txt")
        for line in b"one\n", b"two two\n", b"three three three\n":
            with open(path, "ab") as file:
                file.write(line * 5000)
        tasks = list(parts(path, size=20_000))
        total = Counter()
        with Pool(2) as pool:
            for counts in pool.imap_unordered(count_words, tasks):
                total.update(counts)
        print("parts:", len(tasks))
        print(dict(sorted(total.items())))
