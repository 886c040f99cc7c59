# /// script
# requires-python = ">=3.14"
# ///
"""Map over numbers without end, and stop at the first good result."""

from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from itertools import count


def digest(number):
    return sha256(f"block {number}".encode()).hexdigest()


if __name__ == "__main__":
    numbers = count()
    with ProcessPoolExecutor(max_workers=2) as executor:
        digests = executor.map(digest, numbers, buffersize=10)
        for number, result in enumerate(digests):
            if result.startswith("00"):
                break
    print(f"block {number}: {result[:20]}…")
    print("numbers read ahead:", next(numbers) - number - 1)
