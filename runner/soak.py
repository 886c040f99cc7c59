"""Run snippets over and over on a busy machine, and report every verdict that differs."""

from __future__ import annotations

import contextlib
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from runner import contract, verdict
from runner.record import Record
from runner.schedule import Cell, Outcome, run_cells
from runner.store import Store

# Ends with whoever started it, however that ends: with that one, the pipe ends, too.
_BURN = """
import os, sys, threading
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
while True:
    sum(range(100_000))
"""
BATCH = 60  # cells; after each the clock is looked at


@dataclass
class Tally:
    """What the runs of one snippet came to.

    Attributes:
        runs: How many there were.
        results: How often each result came: its place, and what of it counts.
        wrong: The verdicts that somebody has to act on.
    """

    runs: int = 0
    results: Counter[tuple[str, contract.Form]] = field(default_factory=Counter)
    wrong: list[verdict.Verdict] = field(default_factory=list)


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


def soak(
    cells: Sequence[Cell],
    records: Mapping[str, Record | None],
    *,
    rounds: int,
    minutes: float,
    load: int,
    told: Callable[[int, int, int], None] = lambda *_: None,
) -> dict[str, Tally]:
    """Run cells in ever new order, until the rounds are over or the time is.

    Args:
        cells: What is run; each once in a round.
        records: What is recorded, by snippet.
        rounds: How often each cell runs at most.
        minutes: After that many, no more is begun.
        load: Processes that keep the CPUs busy beside.
        told: Called after each batch with the round, the runs so far and the
            wrong ones.

    Returns:
        A tally by snippet.
    """
    tallies: dict[str, Tally] = {cell.snippet.name: Tally() for cell in cells}
    until = time.monotonic() + 60 * minutes
    shuffle = random.Random(0)
    runs = wrong = 0
    with busy(load):
        for number in range(1, rounds + 1):
            order = shuffle.sample(cells, len(cells))
            for start in range(0, len(order), BATCH):
                for outcome in run_cells(order[start : start + BATCH], Store(None)):
                    runs += 1
                    wrong += _count(tallies[outcome.cell.snippet.name], outcome, records)
                told(number, runs, wrong)
                if time.monotonic() > until:
                    return tallies
    return tallies


def _count(tally: Tally, outcome: Outcome, records: Mapping[str, Record | None]) -> bool:
    judged = verdict.judge(outcome, records[outcome.cell.snippet.name])
    tally.runs += len(outcome.runs)
    for run in outcome.runs:
        tally.results[run.place, contract.form_of_run(run, outcome.cell.snippet.settings)] += 1
    if judged.failed:
        tally.wrong.append(judged)
    return judged.failed


def as_table(tallies: Mapping[str, Tally]) -> str:
    """Give the tallies as text, the snippets with wrong runs first."""
    width = max(map(len, tallies), default=7)
    lines = [f"{'snippet':{width}}  runs  distinct  wrong"]
    for name, tally in sorted(tallies.items(), key=lambda item: (-len(item[1].wrong), item[0])):
        lines.append(
            f"{name:{width}}  {tally.runs:4}  {len(tally.results):8}  {len(tally.wrong):5}"
        )
    return "\n".join(lines)
