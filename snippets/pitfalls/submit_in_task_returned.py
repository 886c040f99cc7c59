"""Return what is to be done next, and let the parent submit it."""

from concurrent.futures import (
    FIRST_COMPLETED,
    ProcessPoolExecutor,
    wait,
)

FOLDERS = {
    "home": ["music", "photos"],
    "photos": ["sea", "snow"],
    "snow": ["2026"],
}


def look_into(folder):
    return FOLDERS.get(folder, [])


if __name__ == "__main__":
    found = ["home"]
    with ProcessPoolExecutor(max_workers=2) as executor:
        waiting = {executor.submit(look_into, "home")}
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                for folder in future.result():
                    found.append(folder)
                    waiting.add(executor.submit(look_into, folder))
    print(len(found), "folders:", *sorted(found))
