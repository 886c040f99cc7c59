"""Wait for the first result, for the first error, and for all."""

from concurrent.futures import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    ProcessPoolExecutor,
    wait,
)
from multiprocessing import Event

doors = {}


def share(events):
    doors.update(events)


def enter(name):
    doors[name].wait()
    if name == "Bo":
        raise PermissionError(name)
    return name


if __name__ == "__main__":
    events = {name: Event() for name in ("Ann", "Bo", "Cy")}
    with ProcessPoolExecutor(3, None, share, (events,)) as executor:
        names = {executor.submit(enter, name): name for name in events}

        def report(condition, **limit):
            done, not_done = wait(names, return_when=condition, **limit)
            print(f"{condition}: done", *sorted(map(names.get, done)))
            print("    not done", *sorted(map(names.get, not_done)))

        report(ALL_COMPLETED, timeout=0.1)
        events["Ann"].set()
        report(FIRST_COMPLETED)
        events["Bo"].set()
        report(FIRST_EXCEPTION)
        events["Cy"].set()
        report(ALL_COMPLETED)
