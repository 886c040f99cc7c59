# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Compute a picture row by row; the rows come back in order."""

from multiprocessing import Pool

WIDTH, HEIGHT = 60, 18
SHADES = " .:-=+*#%@"


def row(y):
    text = ""
    for x in range(WIDTH):
        c = complex(3 * x / WIDTH - 2.2, 2.4 * y / HEIGHT - 1.2)
        z, steps = 0j, 0
        while abs(z) <= 2 and steps < 90:
            z = z * z + c
            steps += 1
        text += SHADES[min(steps // 3, len(SHADES) - 1)]
    return text.rstrip()


if __name__ == "__main__":
    with Pool(2) as pool:
        for text in pool.imap(row, range(HEIGHT), chunksize=2):
            print(text)
