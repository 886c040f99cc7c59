"""Run snippets over and over on a busy machine, and report every verdict that differs."""

from __future__ import annotations

import contextlib
import itertools
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import psutil

from runner import contract, verdict
from runner.pace import Pace
from runner.places import Place
from runner.problem import Problem
from runner.record import Record
from runner.schedule import Cell, Outcome, run_cells
from runner.snippet import Snippet
from runner.store import Store
from runner.trials import Repeated, here

# Ends with whoever started it, however that ends: with that one, the pipe ends, too.
_BURN = """
import os, sys, threading
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
while True:
    sum(range(100_000))
"""
# Memory that nothing was written into is not taken.
_HOLD = """
import sys
held = b"x" * int(sys.argv[1])
print(flush=True)
sys.stdin.read()
"""
BATCH = 60  # cells; after each it is told how far it has come


@dataclass
class Tally:
    """What the runs of one snippet came to.

    Attributes:
        runs: How many there were that can be right or wrong.
        results: How often each result came: its place, and what of it counts.
        wrong: How many verdicts somebody has to act on.
    """

    snippet: Snippet
    runs: int = 0
    results: Counter[tuple[str, contract.Form]] = field(default_factory=Counter)
    wrong: int = 0


def start_burning() -> subprocess.Popen[bytes]:
    """Start a process that keeps a CPU busy until its standard input ends."""
    return subprocess.Popen([sys.executable, "-S", "-c", _BURN], stdin=subprocess.PIPE)


@contextlib.contextmanager
def busy(processes: int) -> Iterator[None]:
    """Keep CPUs busy with so many processes while the block runs."""
    burning = [start_burning() for _ in range(processes)]
    try:
        yield
    finally:
        for process in burning:
            process.kill()
        for process in burning:
            process.communicate()


@contextlib.contextmanager
def few_cpus(count: int | None) -> Iterator[None]:
    """Let this process, and what it starts, use so many CPUs while the block runs.

    Args:
        count: How many; None: all that it may use.

    Raises:
        Problem: If there are not so many, or if the system ties no process to CPUs.
    """
    if count is None:
        yield
        return
    if not hasattr(os, "sched_setaffinity"):
        raise Problem("this system ties no process to CPUs", "Leave --cpus out.")
    usable = os.sched_getaffinity(0)
    if not 1 <= count <= len(usable):
        raise Problem(f"--cpus is {count}", f"Give a number from 1 to {len(usable)}.")
    os.sched_setaffinity(0, sorted(usable)[:count])
    try:
        yield
    finally:
        os.sched_setaffinity(0, usable)


@contextlib.contextmanager
def little_memory(left: int | None) -> Iterator[None]:
    """Hold all memory that is available but for so much while the block runs.

    Args:
        left: In MiB; None: nothing is held.

    Raises:
        Problem: If no more is available anyway; or if the system took back what was held,
            so that not all of the block ran with so little.
    """
    if left is None:
        yield
        return
    available = psutil.virtual_memory().available // 2**20
    if not 1 <= left < available:
        raise Problem(f"--memory is {left}", f"Give MiB below the {available} that are available.")
    command = [sys.executable, "-S", "-c", _HOLD, str((available - left) * 2**20)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None  # it is a pipe
        holder.stdout.readline()
        yield
        if holder.poll() is not None:
            raise Problem(
                "the system ended what held the memory, so that not all ran with little of it",
                "Raise --memory.",
            )


def soak(
    tallies: Mapping[str, Tally],
    cells: Sequence[Cell],
    records: Mapping[str, Record | None],
    *,
    rounds: int,
    minutes: float,
    load: int,
    before: Mapping[str, int] = MappingProxyType({}),
    known: Mapping[str, Pace] = MappingProxyType({}),
    told: Callable[[int, Sequence[verdict.Verdict]], None] = lambda *_: None,
) -> None:
    """Run snippets in ever new order until each has run so often, or the time is over.

    Those that measure run among the others: to have a machine for themselves is what they
    are not to count on here.

    Args:
        tallies: One for each snippet, by its name; filled in.
        cells: Where they run; in each round a snippet runs in one of its own, in turn.
        records: What is recorded, by snippet.
        rounds: How often each snippet runs.
        minutes: After that many, no more is begun.
        load: Processes that keep the CPUs busy beside.
        before: How often each snippet has run already, which counts: those with the
            fewest runs come first.
        known: How long cells take.
        told: Called after each batch with the number of the round and the batch's
            wrong verdicts.
    """
    until = time.monotonic() + 60 * minutes
    shuffle = random.Random()
    own: dict[str, list[Cell]] = {}
    for cell in shuffle.sample(cells, len(cells)):
        own.setdefault(cell.snippet.name, []).append(cell)
    turns = {name: itertools.cycle(group) for name, group in own.items()}
    with busy(load):
        for number in range(1, rounds + 1):
            runs = {name: before.get(name, 0) + tally.runs for name, tally in tallies.items()}
            order = [name for name in shuffle.sample(list(own), len(own)) if runs[name] < rounds]
            order.sort(key=runs.__getitem__)
            wrong: list[verdict.Verdict] = []
            drawn = [next(turns[name]) for name in order]
            outcomes = run_cells(drawn, Store(None), crowded=True, known=known)
            for done, outcome in enumerate(outcomes, 1):
                judged = _count(tallies[outcome.cell.snippet.name], outcome, records)
                wrong += [judged] if judged.failed else []
                over = time.monotonic() > until
                if over or done % BATCH == 0 or done == len(drawn):
                    told(number, wrong)
                    wrong = []
                if over:
                    return  # what has not begun does not begin


def _count(tally: Tally, outcome: Outcome, records: Mapping[str, Record | None]) -> verdict.Verdict:
    judged = verdict.judge(outcome, records[outcome.cell.snippet.name])
    # Of a place that nobody recorded, no run is right or wrong.
    tally.runs += len(outcome.runs) if judged.standing is not verdict.Standing.UNKNOWN else 0
    for run in outcome.runs:
        tally.results[run.place, contract.form_of_run(run, outcome.cell.snippet.settings)] += 1
    tally.wrong += judged.failed
    return judged


def counted_on(
    earlier: Mapping[str, Repeated], tallies: Mapping[str, Tally]
) -> dict[str, Repeated]:
    """Give what is recorded of the tallies, with what is recorded of earlier ones."""
    date, machine = here()
    counted = {}
    for name, tally in tallies.items():
        if tally.runs:
            pythons = tuple(sorted({Place.parse(place).python for place, _ in tally.results}))
            new = Repeated(tally.snippet.digest, date, machine, pythons, tally.runs, tally.wrong)
            counted[name] = new.after(earlier.get(name))
    return counted


def as_table(tallies: Mapping[str, Tally]) -> str:
    """Give the tallies as text, the snippets with wrong runs first."""
    width = max(map(len, tallies), default=7)
    lines = [f"{'snippet':{width}}  runs  distinct  wrong"]
    for name, tally in sorted(tallies.items(), key=lambda item: (-item[1].wrong, item[0])):
        lines.append(f"{name:{width}}  {tally.runs:4}  {len(tally.results):8}  {tally.wrong:5}")
    return "\n".join(lines)
