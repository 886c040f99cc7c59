"""Wait for whichever of three processes ends first."""

from multiprocessing import Event, Process
from multiprocessing.connection import wait


def first_to_end(processes):
    ready = wait([process.sentinel for process in processes])
    ended = [each for each in processes if each.sentinel in ready]
    ended[0].join()
    return ended[0]


if __name__ == "__main__":
    signals = {name: Event() for name in ["ant", "bee", "cat"]}
    running = []
    for name, may_go in signals.items():
        process = Process(target=may_go.wait, name=name)
        process.start()
        running.append(process)

    for name in ["cat", "ant", "bee"]:
        signals[name].set()
        ended = first_to_end(running)
        running.remove(ended)
        names = [process.name for process in running]
        print(f"{ended.name} has ended; still running: {names}")
