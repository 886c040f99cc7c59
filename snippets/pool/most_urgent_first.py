"""Do the most urgent task first, also if it came later than others."""

import heapq
from concurrent.futures import (
    FIRST_COMPLETED,
    ProcessPoolExecutor,
    wait,
)

WORKERS = 1


def handle(name):
    return f"{name} done"


def by_priority(executor, function, waiting, limit):
    running = set()
    while waiting or running:
        while waiting and len(running) < limit:
            _priority, _number, item = heapq.heappop(waiting)
            running.add(executor.submit(function, item))
        done, running = wait(running, return_when=FIRST_COMPLETED)
        yield from (future.result() for future in done)


if __name__ == "__main__":
    jobs = [(5, 0, "backup"), (1, 1, "invoice"), (3, 2, "report")]
    heapq.heapify(jobs)
    with ProcessPoolExecutor(WORKERS) as executor:
        for result in by_priority(executor, handle, jobs, WORKERS):
            print(result)
            if result == "invoice done":
                heapq.heappush(jobs, (0, 3, "alarm"))
