# /// script
# [tool.snippet]
# timeout = 30
# ///
"""Blur a gray image: each task does a strip of its rows."""

from multiprocessing import Pool, RawArray

WIDTH, HEIGHT = 60, 48
worker = {}


def share(source, target):
    worker["source"], worker["target"] = source, target


def blur_rows(rows):
    source, target = worker["source"], worker["target"]
    for y in range(*rows):
        for x in range(WIDTH):
            total = count = 0
            for j in range(max(y - 1, 0), min(y + 2, HEIGHT)):
                for i in range(max(x - 1, 0), min(x + 2, WIDTH)):
                    total += source[j * WIDTH + i]
                    count += 1
            target[y * WIDTH + x] = total // count


def strips(height, size):
    for top in range(0, height, size):
        yield top, min(top + size, height)


if __name__ == "__main__":
    pixels = [
        100 * ((x // 8 + y // 8) % 2) + x + y
        for y in range(HEIGHT)
        for x in range(WIDTH)
    ]
    source = RawArray("B", pixels)
    target = RawArray("B", len(pixels))
    with Pool(2, share, (source, target)) as pool:
        pool.map(blur_rows, strips(HEIGHT, 10), chunksize=1)
    print("before:", *source[:12])
    print("after: ", *target[:12])
    print("sums:", sum(source), "and", sum(target))

    again = RawArray("B", len(pixels))
    share(source, again)
    blur_rows((0, HEIGHT))  # the same in one process
    print("same as without processes:", bytes(again) == bytes(target))
