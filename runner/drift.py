"""Change snippets on purpose, and see whether the comparison with the records notices.

Every mutant of a snippet runs where a build runs the snippet, and is judged as
the tests judge a run. One that says the same as the record has survived: its
contract is too weak, or the mutant is equivalent, which
``tests/data/equivalent-mutants.toml`` then says, with the reason.
"""

from __future__ import annotations

import contextlib
import random
import re
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from runner import verdict
from runner.mutants import Mutant, mutants_of
from runner.problem import Problem
from runner.project import Project
from runner.record import load
from runner.schedule import Cell, Outcome, run_cells
from runner.snippet import Snippet
from runner.store import Store

LEAST = 0.95  # share of what is not equivalent that has to be caught
BATCH = 60  # mutants that are run together, at least
_UNSEEN = {verdict.Standing.SAME, verdict.Standing.ELSEWHERE}


@dataclass(frozen=True)
class Known:
    """A mutant that no comparison can catch; ``*`` stands for any text, except in the reason."""

    snippet: str
    operator: str
    line: str
    becomes: str
    reason: str

    def fits(self, name: str, mutant: Mutant) -> bool:
        """Tell whether it means this mutant of this snippet."""
        wanted = (self.snippet, self.operator, self.line, self.becomes)
        return all(map(_like, wanted, (name, mutant.operator, mutant.line, mutant.becomes)))


@dataclass
class Tally:
    """What came of the mutants of one snippet.

    Attributes:
        snippet: It.
        made: How many there are.
        drawn: Those that are to run.
        killed: How many of them were caught.
        survived: Those that were not.
        equivalent: Those that nothing could catch, and what says so.
        wrong: Why none can be judged: how its own run differs from the record.
        nowhere: Whether no interpreter of this machine fits.
    """

    snippet: Snippet
    made: int = 0
    drawn: Sequence[Mutant] = ()
    killed: int = 0
    survived: list[Mutant] = field(default_factory=list)
    equivalent: list[tuple[Mutant, Known]] = field(default_factory=list)
    wrong: str = ""
    nowhere: bool = False

    @property
    def runs(self) -> int:
        """How many ran."""
        return self.killed + len(self.survived) + len(self.equivalent)

    @property
    def finished(self) -> bool:
        """Whether all that was to run has run."""
        return bool(self.drawn) and self.runs == len(self.drawn)


def read_known(path: Path) -> list[Known]:
    """Read the list of equivalent mutants; [] if there is none.

    Raises:
        Problem: If an entry lacks something or holds something else.
    """
    try:
        entries = tomllib.loads(path.read_text("utf-8")).get("mutant", [])
    except FileNotFoundError:
        return []
    except tomllib.TOMLDecodeError as error:
        raise Problem(f"it is not TOML: {error}", "Correct it.", path.name) from None
    wanted = {f.name for f in fields(Known)}
    for entry in entries:
        if entry.keys() != wanted or not entry["reason"].strip():
            raise Problem(
                f"an entry is not complete: {entry}",
                f"Each [[mutant]] has {', '.join(sorted(wanted))}.",
                path.name,
            )
    return [Known(**entry) for entry in entries]


def in_order(snippets: Sequence[Snippet]) -> list[Snippet]:
    """Give one snippet of each topic, then the next of each: the same order each time."""
    turns: Counter[str] = Counter()
    placed = []
    for snippet in sorted(snippets, key=lambda each: random.Random(each.name).random()):
        topic = snippet.name.partition("/")[0]
        placed.append((turns[topic], snippet))
        turns[topic] += 1
    return [snippet for _, snippet in sorted(placed, key=lambda each: each[0])]


def drift(
    cells: Mapping[Snippet | str, Cell | None],
    tallies: Sequence[Tally],
    project: Project,
    known: Sequence[Known],
    *,
    minutes: float,
    each: int | None = None,
    told: Callable[[int, int], None] = lambda *_: None,
) -> None:
    """Run mutants."""
