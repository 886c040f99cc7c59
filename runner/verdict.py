"""Hold fresh runs against the record, and say what to do where they differ."""

from __future__ import annotations

import enum
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runner import contract
from runner.record import Record
from runner.run import Run
from runner.schedule import Cell, Outcome


class Standing(enum.Enum):
    """How a cell stands to its snippet's record."""

    SAME = "same as recorded"
    ELSEWHERE = "not recorded here, same as recorded elsewhere"
    UNKNOWN = "not recorded here, and different from what is recorded elsewhere"
    CONTRADICTED = "different from what is recorded here"
    STALE = "recorded from another text of the snippet"
    MISSING = "not recorded at all"
    FAULTY = "not as the snippet declares"


FAILURES = {Standing.CONTRADICTED, Standing.STALE, Standing.MISSING, Standing.FAULTY}


@dataclass(frozen=True)
class Verdict:
    """What came of one cell; ``str(verdict)`` is for a person to act on."""

    cell: Cell
    standing: Standing
    details: str = ""
    shown_at: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether somebody has to act."""
        return self.standing in FAILURES

    def __str__(self) -> str:
        return in_words([self])

    @property
    def todo(self) -> str:
        """What somebody should do about it."""
        renew = f"python -m runner record {self.cell.snippet}"
        if self.standing is Standing.FAULTY:
            return "Correct the snippet, or what its [tool.snippet] block declares."
        if self.standing is Standing.MISSING:
            return f"Record it: {renew}"
        if self.standing is Standing.STALE:
            return f"If the change is meant, renew the record: {renew}"
        return f"Find out why it differs; if the new result is right, renew the record: {renew}"


def judge(outcome: Outcome, record: Record | None, shown_at: tuple[str, ...] = ()) -> Verdict:
    """Compare what a cell's runs told with what is recorded.

    Args:
        outcome: The runs and their faults.
        record: The snippet's record, if there is one.
        shown_at: Pages and lines that show it, for the message.
    """
    cell = outcome.cell
    settings = cell.snippet.settings

    def verdict(standing: Standing, details: str = "") -> Verdict:
        return Verdict(cell, standing, details, shown_at)

    if outcome.faults:
        last = outcome.runs[-1]
        told = [*outcome.faults, *_hints(last)]
        told += _tail("standard error", last.stderr)
        if last.verdict != "ended":
            for name, stack in last.stacks.items():
                told += [f"stack of {name}:", *_indented(stack)]
        return verdict(Standing.FAULTY, "\n".join(told))
    if record is None:
        return verdict(Standing.MISSING)
    fresh = contract.form_of_run(outcome.runs[0], settings)
    here = record.result_at(cell.place)
    known = here or record.nearest(cell.place)
    stale = not record.is_of(cell.snippet)
    if here is not None and not stale and here.form(settings) == fresh:
        return verdict(Standing.SAME)
    details = contract.difference(known.form(settings), fresh) if known else ""
    if stale:
        return verdict(Standing.STALE, details or "the output is the same as before")
    if here is not None:
        return verdict(Standing.CONTRADICTED, details)
    if any(result.form(settings) == fresh for result in record.results):
        return verdict(Standing.ELSEWHERE)
    return verdict(Standing.UNKNOWN, details)


def _hints(run: Run) -> Iterator[str]:
    """Say what of the machine, not of the snippet, may be the reason of a fault."""
    unseen = all(process.name != "main" for process in run.processes)
    if run.verdict == "ended" and unseen:
        yield "its interpreter ended before the program began: does that start at all?"
    if run.platform == "Linux" and not os.access("/dev/shm", os.W_OK):
        yield "this machine has no /dev/shm to write to: locks and shared memory need it"


def in_words(verdicts: Sequence[Verdict]) -> str:
    """Say what came of some cells; what is the same at several is said once."""
    groups: dict[tuple[str, Standing, str], list[Verdict]] = {}
    for each in verdicts:
        what = each.details.partition("\nstandard error:")[0]
        key = (each.cell.snippet.name, each.standing, what)
        groups.setdefault(key, []).append(each)
    texts = []
    for group in groups.values():
        first = group[0]
        where = f" (shown at {', '.join(first.shown_at)})" if first.shown_at else ""
        lines = [f"snippets/{first.cell.snippet}.py{where}: {first.standing.value}"]
        lines.append(f"  on {', '.join(each.cell.where for each in group)}")
        lines += [f"    {line}" for line in first.details.splitlines()]
        if first.failed:
            lines.append(f"  -> {first.todo}")
        texts.append("\n".join(lines))
    return "\n\n".join(texts)


def _tail(title: str, text: str, most: int = 12) -> list[str]:
    lines = text.splitlines()
    if not lines:
        return []
    cut = [f"  … {len(lines) - most} lines before"] if len(lines) > most else []
    return [f"{title}:", *cut, *_indented("\n".join(lines[-most:]))]


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.splitlines()]
