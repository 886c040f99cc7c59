# /// script
# [tool.snippet]
# platforms = ["Linux"]
# start-methods = ["fork"]
# timeout = 60
# ///
"""See what one garbage collection in a forked child copies."""

import gc
import re
from multiprocessing import get_context
from pathlib import Path

PAIRS = [[number] for number in range(500_000)]
MORE = 10  # MB; far more than an idle child writes


def own_memory():
    """Give what this process shares with no other, in MB."""
    text = Path("/proc/self/smaps_rollup").read_text()
    return (
        sum(map(int, re.findall(r"Private_\w+: +(\d+)", text))) / 1000
    )


def collect(answers):
    before = own_memory()
    gc.collect()
    answers.put(own_memory() - before > MORE)


def collecting_copies(context):
    answers = context.SimpleQueue()
    child = context.Process(target=collect, args=(answers,))
    child.start()
    child.join()
    return answers.get()


if __name__ == "__main__":
    context = get_context("fork")
    print("gc.collect() copies:", collecting_copies(context))
    gc.freeze()
    print("after gc.freeze():  ", collecting_copies(context))
