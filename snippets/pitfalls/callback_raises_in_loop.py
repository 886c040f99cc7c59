# /// script
# [tool.snippet]
# output = "lines"
# ///
"""Collect results in a loop: an error comes where it can be handled."""

from concurrent.futures import ProcessPoolExecutor, as_completed

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as executor:
        futures = {
            executor.submit(int, text): text
            for text in ["10", "n/a", "30"]
        }
        for future in as_completed(futures):
            try:
                print("price", future.result())
            except ValueError as error:
                print(f"{futures[future]!r} is no price: {error}")
