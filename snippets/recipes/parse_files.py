# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Parse many JSON files in processes, keep the order and the errors."""

import json
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path


def total_of(path):
    with open(path, encoding="utf-8") as file:
        order = json.load(file)
    return sum(item["price"] for item in order["items"])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for number, prices in enumerate([[5, 7], [10], [1, 1, 1]], 1):
            order = {"items": [{"price": price} for price in prices]}
            Path(folder, f"{number}.json").write_text(json.dumps(order))
        Path(folder, "2.json").write_text('{"items": [')

        files = sorted(Path(folder).glob("*.json"))
        with ProcessPoolExecutor(2) as executor:
            futures = {
                path.name: executor.submit(total_of, path)
                for path in files
            }
            for name, future in futures.items():
                try:
                    print(f"{name}: {future.result()}")
                except (ValueError, KeyError, OSError) as error:
                    print(f"{name}: {type(error).__name__}")
