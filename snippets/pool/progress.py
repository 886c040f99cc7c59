# /// script
# [tool.snippet]
# output = "pattern"
# masks = { name = "alps|coast|forest|lakes" }
# ///
"""Report progress each time that another task has ended."""

import time
from multiprocessing import Pool

MAPS = {"alps": 0.3, "coast": 0.2, "forest": 0.1, "lakes": 0.2}


def draw(name):
    time.sleep(MAPS[name])
    return name


if __name__ == "__main__":
    drawn = []
    with Pool(2) as pool:
        for name in pool.imap_unordered(draw, MAPS):
            drawn.append(name)
            print(f"{len(drawn)} of {len(MAPS)} maps: {name}")
