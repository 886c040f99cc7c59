# /// script
# [tool.snippet]
# raises = "TimeoutError"
# ///
"""Catch the built-in TimeoutError: a pool raises another one."""

import time
from multiprocessing import Pool

if __name__ == "__main__":
    with Pool(1) as pool:
        result = pool.apply_async(time.sleep, (60,))
        try:
            result.get(timeout=0.1)
        except TimeoutError:
            print("the task takes too long")
