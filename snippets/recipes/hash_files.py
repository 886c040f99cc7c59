# /// script
# [tool.snippet]
# timeout = 30
# start-methods = []
# ///
"""Hash many files in threads: hashing large data releases the GIL."""

import hashlib
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def digest(path):
    with open(path, "rb") as file:
        return path.name, hashlib.file_digest(
            file, "sha256"
        ).hexdigest()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for name, size in {"small": 10, "large": 5_000_000}.items():
            Path(folder, name).write_bytes(b"x" * size)

        files = sorted(Path(folder).iterdir())
        with ThreadPoolExecutor(2) as threads:
            for name, value in threads.map(digest, files):
                print(f"{value[:16]}…  {name}")
