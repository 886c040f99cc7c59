# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Log to one rotating file, by one process and in turns by two."""

import logging
from logging.handlers import RotatingFileHandler
from multiprocessing import Pool
from pathlib import Path
from tempfile import TemporaryDirectory


def open_log(path):
    handler = RotatingFileHandler(path, maxBytes=100, backupCount=1)
    logging.getLogger().addHandler(handler)


def write(number):
    logging.warning("line %02d", number)


def count_lines(processes):
    with TemporaryDirectory() as folder:
        path = Path(folder, "app.log")
        pools = [Pool(1, open_log, (path,)) for _ in range(processes)]
        for number in range(20):
            pools[number % processes].apply(write, (number,))
        for pool in pools:
            pool.close()
            pool.join()
        files = Path(folder).iterdir()
        return sum(file.read_text().count("line") for file in files)


if __name__ == "__main__":
    print("lines kept with one process: ", count_lines(1), "of 20")
    print("lines kept with two processes:", count_lines(2), "of 20")
