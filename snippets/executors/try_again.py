# /// script
# [tool.snippet]
# child-exits = [7]
# timeout = 30
# ///
"""Repeat what a crash took with it, in one executor for each task."""

import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def resize(image):
    if image == "damaged.png":
        os._exit(7)
    return f"small {image}"


def resize_all(images, workers):
    results, lost = {}, []
    with ProcessPoolExecutor(workers) as executor:
        futures = {}
        try:
            for image in images:
                futures[image] = executor.submit(resize, image)
        except BrokenProcessPool:
            pass  # what was not submitted counts as lost, too
        for image in images:
            try:
                results[image] = futures[image].result()
            except (BrokenProcessPool, KeyError):
                lost.append(image)
    return results, lost


if __name__ == "__main__":
    images = ["cat.png", "damaged.png", "dog.png", "sun.png"]
    results, lost = resize_all(images, workers=1)
    for image in lost:
        result, crashed = resize_all([image], workers=1)
        results |= result
        if crashed:
            print("crashes by itself:", image)
    for image in sorted(results):
        print(results[image])
