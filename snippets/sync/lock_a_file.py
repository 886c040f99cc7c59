# /// script
# [tool.snippet]
# platforms = ["Linux", "Darwin"]
# ///
"""Two processes that share nothing take turns, by a file's lock."""

import fcntl
import tempfile
from multiprocessing import Process
from pathlib import Path
from time import sleep


def count_visits(path, visits):
    for _ in range(visits):
        with path.open("r+") as file:  # its end unlocks it
            fcntl.flock(file, fcntl.LOCK_EX)
            number = int(file.read())
            sleep(0.005)
            file.seek(0)
            file.write(str(number + 1))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "visits.txt")
        path.write_text("0")
        processes = [
            Process(target=count_visits, args=(path, 20))
            for _ in range(2)
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print("visits:", path.read_text())
