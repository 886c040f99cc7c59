# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Search all files of a folder; a file that cannot be read is told."""

import tempfile
from functools import partial
from multiprocessing import Pool
from pathlib import Path


def search(path, wanted):
    try:
        with open(path, encoding="utf-8") as file:
            hits = [
                (number, line.strip())
                for number, line in enumerate(file, 1)
                if wanted in line
            ]
    except (OSError, UnicodeDecodeError) as error:
        return path.name, [], type(error).__name__
    return path.name, hits, None


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for name, data in {
            "a.txt": b"red\ngreen and red\n",
            "b.txt": b"blue\n",
            "c.bin": b"\xff\xfe\x00",
            "d.txt": b"dark red\n",
        }.items():
            Path(folder, name).write_bytes(data)

        files = sorted(Path(folder).rglob("*.*"))
        with Pool(2) as pool:
            find_red = partial(search, wanted="red")
            for name, hits, error in pool.imap(find_red, files):
                for number, line in hits:
                    print(f"{name}:{number}: {line}")
                if error:
                    print(f"{name}: {error}")
