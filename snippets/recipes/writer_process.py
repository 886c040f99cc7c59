# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Let one process write what all the others have found."""

import tempfile
from multiprocessing import Process, Queue
from pathlib import Path


def write(path, lines):
    with open(path, "w") as file:
        for line in iter(lines.get, None):
            file.write(line + "\n")
    print("the writer has closed the file")


def search(start, lines):
    for number in range(start, start + 50):
        if all(number % n for n in range(2, number)):
            lines.put(f"{number:3} is prime")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "primes.txt")
        lines = Queue(maxsize=100)
        writer = Process(target=write, args=(path, lines))
        writer.start()
        searches = [
            Process(target=search, args=(start, lines))
            for start in (500, 550, 600)
        ]
        for process in searches:
            process.start()
        for process in searches:
            process.join()  # each one's lines are in the queue now
        lines.put(None)
        writer.join()

        found = sorted(path.read_text().splitlines())
        print(len(found), "lines, from", found[0], "to", found[-1])
