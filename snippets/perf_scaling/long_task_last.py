# /// script
# [tool.snippet]
# start-methods = []
# ///
"""Compute when the last worker ends, by the order of the tasks."""

from heapq import heapify, heapreplace

WORKERS = 4
TASKS = [1, 2, 1, 3, 2, 1, 2, 3, 1, 2, 2, 8]  # minutes


def last_end(tasks):
    """Give each task to the worker that is free first."""
    free_at = [0] * WORKERS
    heapify(free_at)
    for minutes in tasks:
        heapreplace(free_at, free_at[0] + minutes)
    return max(free_at)


def in_chunks(tasks, size):
    """Add up the minutes of each chunk."""
    starts = range(0, len(tasks), size)
    return [sum(tasks[start : start + size]) for start in starts]


if __name__ == "__main__":
    print("all tasks:", sum(TASKS), "minutes")
    print("shared out evenly: ", sum(TASKS) / WORKERS)
    print("as they come:      ", last_end(TASKS))
    print("in chunks of six:  ", last_end(in_chunks(TASKS, 6)))
    print("longest first:     ", last_end(sorted(TASKS, reverse=True)))
