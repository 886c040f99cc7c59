"""Change snippets on purpose, and see whether the comparison with the records notices.

Every mutant of a snippet runs where a build runs the snippet, and is judged as
the tests judge a run. One that says the same as the record has survived: its
contract is too weak, or the mutant is equivalent, which
``tests/data/equivalent-mutants.toml`` then says, with the reason.
"""

from __future__ import annotations

import random
import re
import time
import tomllib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from runner import verdict
from runner.mutants import Mutant, mutants_of
from runner.problem import Problem
from runner.project import Project
from runner.record import load
from runner.run import usable_cpus
from runner.schedule import Cell, Outcome, run_cells
from runner.server import Lost
from runner.snippet import Snippet
from runner.store import Store
from runner.trials import Changed, here

LEAST = 0.95  # share of what is not equivalent that has to be caught
BATCH = 30 * usable_cpus()  # mutants that are run together, at least
_UNSEEN = {verdict.Standing.SAME, verdict.Standing.ELSEWHERE}


@dataclass(frozen=True)
class Known:
    """A mutant that no comparison can catch; ``*`` stands for any text, except in the reason."""

    snippet: str
    operator: str
    line: str
    becomes: str
    reason: str

    @property
    def letters(self) -> int:
        """How much of a mutant it names: of two that mean one, the narrower one does."""
        patterns = (self.snippet, self.operator, self.line, self.becomes)
        return sum(len(pattern.replace("*", "")) for pattern in patterns)

    def fits(self, name: str, mutant: Mutant) -> bool:
        """Tell whether it means this mutant of this snippet."""
        wanted = (self.snippet, self.operator, self.line, self.becomes)
        return all(map(_like, wanted, (name, mutant.operator, mutant.line, mutant.becomes)))


@dataclass
class Tally:
    """What came of the mutants of one snippet.

    Attributes:
        cell: Where it runs; None if nowhere on this machine.
        made: How many mutants it has.
        drawn: Those that are to run; None until its turn has come.
        equivalent: Those that nothing can catch, each with the entry that says so.
        note: Why none can be judged; if its own run is wrong, ``broken`` is set, too.
    """

    snippet: Snippet
    cell: Cell | None
    made: int = 0
    drawn: Sequence[Mutant] | None = None
    killed: int = 0
    survived: list[Mutant] = field(default_factory=list)
    equivalent: list[tuple[Mutant, Known]] = field(default_factory=list)
    note: str = ""
    broken: bool = False

    @property
    def runs(self) -> int:
        """How many ran."""
        return self.killed + len(self.survived) + len(self.equivalent)

    @property
    def finished(self) -> bool:
        """Whether all that was to run has run."""
        return self.drawn is not None and not self.note and self.runs == len(self.drawn)

    @property
    def complete(self) -> bool:
        """Whether every mutant that it has has run."""
        return self.finished and self.runs == self.made


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
            todo = f"Each [[mutant]] has {', '.join(sorted(wanted))}."
            raise Problem(f"an entry is not complete: {entry}", todo, path.name)
    return [Known(**entry) for entry in entries]


def in_order(snippets: Sequence[Snippet]) -> list[Snippet]:
    """Give one snippet of each topic, then the next of each: the same order each time."""
    ranked = sorted(snippets, key=lambda each: random.Random(each.name).random())
    topics = [snippet.name.partition("/")[0] for snippet in ranked]
    turns = [topics[:place].count(topic) for place, topic in enumerate(topics)]
    return [ranked[place] for place in sorted(range(len(ranked)), key=turns.__getitem__)]


def drift(
    tallies: Sequence[Tally],
    project: Project,
    known: Sequence[Known],
    *,
    minutes: float,
    each: int | None = None,
    told: Callable[[], None] = lambda: None,
) -> None:
    """Run mutants of snippets, and count how many are caught.

    Args:
        tallies: One for each snippet, in the order of their turns; filled in.
        project: Whose records are compared with.
        known: The equivalent ones.
        minutes: After that many, no more is begun.
        each: How many of a snippet's run, drawn by its name; default: all.
        told: Called after each batch.
    """
    until = time.monotonic() + 60 * minutes
    batch: list[Tally] = []
    for tally in tallies:
        if time.monotonic() >= until:
            break
        mutants = mutants_of(tally.snippet)
        tally.made = len(mutants)
        draw = random.Random(tally.snippet.name).sample(range(len(mutants)), len(mutants))[:each]
        tally.drawn = [mutants[number] for number in sorted(draw)]
        batch.append(tally)
        if sum(len(waiting.drawn or ()) for waiting in batch) >= BATCH or tally is tallies[-1]:
            _run(batch, project, known, until)
            told()
            batch = []


def _run(batch: Sequence[Tally], project: Project, known: Sequence[Known], until: float) -> None:
    records = {tally.snippet.name: load(tally.snippet.name, project.records) for tally in batch}
    cells = [tally.cell for tally in batch if tally.cell]
    runs = {o.cell.snippet.name: o for o in run_cells(cells, Store(project.cache / "runs"))}
    trials: dict[int, tuple[Cell, Tally, Mutant]] = {}
    for tally in batch:
        own = runs.get(tally.snippet.name)
        if own is None:
            tally.note = "no Python of this machine runs it"
            continue
        judged = verdict.judge(own, records[tally.snippet.name])
        if judged.standing in _UNSEEN:
            made = [(_trial(own, mutant), tally, mutant) for mutant in tally.drawn or ()]
            trials |= {id(trial[0]): trial for trial in made}
        else:
            tally.note, tally.broken = f"its own run: {judged.standing.value}", judged.failed
    for cell, outcome in _outcomes([trial[0] for trial in trials.values()]):
        _, tally, mutant = trials[id(cell)]
        name = tally.snippet.name
        if not outcome or verdict.judge(outcome, records[name]).standing not in _UNSEEN:
            tally.killed += 1
        elif entry := max(
            (entry for entry in known if entry.fits(name, mutant)),
            key=lambda entry: entry.letters,
            default=None,
        ):
            tally.equivalent.append((mutant, entry))
        else:
            tally.survived.append(mutant)
        if time.monotonic() >= until:
            break  # what has not begun does not begin


def _trial(own: Outcome, mutant: Mutant) -> Cell:
    """Give the cell of a mutant; what takes much longer than the snippet itself hangs.

    The snippet's text stays, and so the record is of it; its program does not.
    """
    snippet = own.cell.snippet
    patience = 2 + 2 * max(run.seconds for run in own.runs)
    settings = replace(snippet.settings, timeout=min(snippet.settings.timeout, patience))
    return replace(own.cell, snippet=replace(snippet, code=mutant.code, settings=settings))


def _outcomes(cells: Sequence[Cell]) -> Iterator[tuple[Cell, Outcome | None]]:
    """Run cells; None is what comes of one that takes its supervisor with it.

    Raises:
        Problem: If the machine cannot run them, as with a full disk: that catches no mutant.
    """
    done: set[int] = set()
    try:
        for outcome in run_cells(cells, Store(None)):
            done.add(id(outcome.cell))
            yield outcome.cell, outcome
    except Lost:
        for cell in cells:  # one of these it was
            if len(cells) == 1:
                yield cell, None
            elif id(cell) not in done:
                yield from _outcomes([cell])


def stale(known: Sequence[Known], tallies: Sequence[Tally], names: Collection[str]) -> list[Known]:
    """Give the entries that mean no surviving mutant, where all that they may mean has run."""
    seen = {t.snippet.name for t in tallies if t.complete}
    used = {entry for tally in tallies for _, entry in tally.equivalent}
    unused = [entry for entry in known if entry not in used]
    return [k for k in unused if seen.issuperset(n for n in names if _like(k.snippet, n))]


def counted(tallies: Sequence[Tally]) -> dict[str, Changed]:
    """Give what is recorded of the tallies of snippets whose mutants all ran."""
    date, machine = here()
    made = {}
    for tally in tallies:
        if tally.cell and tally.complete:
            made[tally.snippet.name] = Changed(
                tally.snippet.digest,
                date,
                machine,
                (str(tally.cell.interpreter),),
                tally.killed,
                len(tally.survived),
                len(tally.equivalent),
            )
    return made


def share(tallies: Sequence[Tally]) -> float:
    """Give the share of the mutants that ran and are not equivalent that was caught.

    Where all that ran are equivalent, that is all of them; where none ran, none.
    """
    killed = sum(tally.killed for tally in tallies)
    counted = killed + sum(len(tally.survived) for tally in tallies)
    return killed / counted if counted else float(any(tally.runs for tally in tallies))


def as_text(tallies: Sequence[Tally], gone: Sequence[Known]) -> str:
    """Say what came of it: a table, the survivors, and whatever was not judged."""
    heads = ("made", "run", "killed", "survived", "equivalent", "share")
    width = max((len(tally.snippet.name) for tally in tallies), default=7)
    lines = [f"{'snippet':{width}}  {'  '.join(heads)}"]
    survivors, aside = [""], [""]
    for tally in tallies:
        name = f"snippets/{tally.snippet}.py"
        if tally.runs:
            figures = (*_figures(tally), f"{share([tally]):.0%}")
            row = (f"{figure:>{len(head)}}" for head, figure in zip(heads, figures, strict=True))
            lines.append(f"{tally.snippet.name:{width}}  {'  '.join(row)}")
        for mutant in sorted(tally.survived, key=lambda each: each.number):
            survivors.append(f"{name}:{mutant.number}: {mutant.operator} survived")
            survivors += [f"  - {mutant.line}", f"  + {mutant.becomes}"]
        if tally.note:
            aside.append(f"{name}: not judged, {tally.note}")
        elif not tally.finished:
            aside.append(f"{name}: not finished, {tally.runs} of {tally.made or 'all'} ran")
    for entry in gone:
        aside.append(f"{entry.snippet}: listed, but no such {entry.operator} survives")
        aside += [f"  - {entry.line}", f"  + {entry.becomes}"]
    sums = [sum(column) for column in zip(*map(_figures, tallies), strict=True)] or [0] * 5
    told = ", ".join(f"{number} {head}" for head, number in zip(heads, sums, strict=False))
    total = (
        f"{len(tallies)} snippets: {told}; {share(tallies):.1%} of what is not equivalent killed"
    )
    return "\n".join([*lines, *survivors, *aside, "", total])


def _figures(tally: Tally) -> tuple[int, ...]:
    return tally.made, tally.runs, tally.killed, len(tally.survived), len(tally.equivalent)


def _like(pattern: str, text: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text) is not None
