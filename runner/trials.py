"""What came of changing programs on purpose, and of running them over and over.

``records/drift.toml`` is written by ``make check-drift ARGS=--record``,
``records/soak.toml`` by ``make soak ARGS=--record``. Both take hours for all
programs, so each entry is of one program, as it was, and a later run goes on.
"""

from __future__ import annotations

import datetime
import platform
import tomllib
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import ClassVar, TypeVar

import tomli_w

from runner.metadata import CONTRACTS
from runner.problem import refuse_damage
from runner.project import Project
from runner.run import usable_cpus
from runner.snippet import Snippet, find_snippets
from runner.table import Table
from runner.whole import write_whole


@dataclass(frozen=True)
class Changed:
    """What came of the mutants of one program.

    Attributes:
        digest: Of the program.
        date: The day, ISO 8601.
        machine: Where they ran.
        pythons: What ran them.
        killed: How many were caught.
        survived: How many were not, though nobody has said why.
        equivalent: How many nothing can catch, as somebody has said.
    """

    FILE: ClassVar = "drift.toml"
    COMMAND: ClassVar = "make check-drift ARGS=--record"

    digest: str
    date: str
    machine: str
    pythons: tuple[str, ...]
    killed: int
    survived: int
    equivalent: int


@dataclass(frozen=True)
class Repeated:
    """What came of running one program over and over on a busy machine.

    Attributes:
        digest: Of the program.
        date: The last day, ISO 8601.
        machine: Where it ran last.
        pythons: What has run it.
        runs: How many there were.
        wrong: How many verdicts somebody had to act on.
    """

    FILE: ClassVar = "soak.toml"
    COMMAND: ClassVar = "make soak ARGS=--record"

    digest: str
    date: str
    machine: str
    pythons: tuple[str, ...]
    runs: int
    wrong: int

    def after(self, earlier: Repeated | None) -> Repeated:
        """Count on from an earlier one, if it is of the same text."""
        if earlier is None or earlier.digest != self.digest:
            return self
        pythons = tuple(sorted({*earlier.pythons, *self.pythons}))
        runs, wrong = earlier.runs + self.runs, earlier.wrong + self.wrong
        return replace(self, pythons=pythons, runs=runs, wrong=wrong)


Entry = TypeVar("Entry", Changed, Repeated)


def here() -> tuple[str, str]:
    """Give today's date and this machine, as entries hold them."""
    cpus = usable_cpus()
    machine = f"{platform.system()} {platform.machine()}, {cpus} CPU{'s' if cpus > 1 else ''}"
    return datetime.date.today().isoformat(), machine


def load(kind: type[Entry], records: Path) -> dict[str, Entry]:
    """Read all entries of a kind, by program; {} if there are none.

    Args:
        kind: :class:`Changed` or :class:`Repeated`.
        records: The ``records`` folder.

    Raises:
        Problem: If the file is damaged.
    """
    path = records / kind.FILE
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        return {}
    todo = "Take the file back from git, or remove it."
    with refuse_damage("what the trials came to is", todo, f"{records.name}/{kind.FILE}"):
        return {
            name: kind(**{**entry, "pythons": tuple(entry["pythons"])})
            for name, entry in tomllib.loads(written.decode("utf-8")).items()
        }


def keep(kind: type[Entry], own: Mapping[str, Entry], names: Container[str], records: Path) -> None:
    """Put entries in the place of those that are kept; drop those of programs that are gone.

    What is kept is read again, so that two commands on different programs do not lose each
    other's.

    Args:
        kind: :class:`Changed` or :class:`Repeated`.
        own: The new entries, by program.
        names: The programs that there are.
        records: The ``records`` folder.
    """
    entries = {**load(kind, records), **own}
    save(kind, {name: each for name, each in entries.items() if name in names}, records)


def save(kind: type[Entry], entries: Mapping[str, Entry], records: Path) -> None:
    """Write all entries of a kind, whole or not at all."""
    header = f"# Written by `{kind.COMMAND}`; not by hand.\n\n"
    data = {name: asdict(entry) for name, entry in sorted(entries.items())}
    write_whole(records / kind.FILE, header + tomli_w.dumps(data))


def current(entries: Mapping[str, Entry], snippets: Iterable[Snippet]) -> dict[str, Entry]:
    """Give the entries that are of programs as they are now."""
    digests = {snippet.name: snippet.digest for snippet in snippets}
    return {name: each for name, each in entries.items() if digests.get(name) == each.digest}


def tables(project: Project) -> list[Table]:
    """Sum up what the records say of programs as they are now, by their contracts."""
    snippets = find_snippets(project.snippets)
    changed = current(load(Changed, project.records), snippets.values())
    repeated = current(load(Repeated, project.records), snippets.values())

    def by_contract(entries: Mapping[str, Entry]) -> dict[str, list[Entry]]:
        groups: dict[str, list[Entry]] = {contract: [] for contract in CONTRACTS}
        for name, entry in entries.items():
            groups[snippets[name].settings.output].append(entry)
        groups["all"] = list(entries.values())
        return groups

    share = "killed, of those not equivalent"
    return [
        Table(
            _caption("Changed on purpose", len(snippets), changed.values()),
            [(name, *_mutants(group)) for name, group in by_contract(changed).items()],
            ("", "programs", "mutants", "killed", "equivalent", "survived", share),
        ),
        Table(
            _caption("Run over and over on a busy machine", len(snippets), repeated.values()),
            [(name, *_runs(group)) for name, group in by_contract(repeated).items()],
            ("", "programs", "runs", "fewest runs of a program", "wrong verdicts"),
        ),
    ]


def _mutants(group: Sequence[Changed]) -> tuple[str, ...]:
    killed, equivalent, survived = (
        sum(getattr(each, name) for each in group) for name in ("killed", "equivalent", "survived")
    )
    counts = (len(group), killed + equivalent + survived, killed, equivalent, survived)
    share = f"{killed / (killed + survived):.1%}" if killed + survived else "–"
    return (*(f"{count:,}" for count in counts), share)


def _runs(group: Sequence[Repeated]) -> tuple[str, ...]:
    runs = [each.runs for each in group]
    counts = (len(group), sum(runs), min(runs, default=0), sum(each.wrong for each in group))
    return tuple(f"{count:,}" for count in counts)


def _caption(what: str, total: int, entries: Iterable[Changed | Repeated]) -> str:
    """Say what was done with how many programs, when, where and by what."""
    every = list(entries)
    if not every:
        return f"{what}: none of {total} programs yet"
    dates = sorted({each.date for each in every})
    machines = "; ".join(sorted({each.machine for each in every}))
    pythons = ", ".join(sorted({python for each in every for python in each.pythons}))
    when = " to ".join(dict.fromkeys((dates[0], dates[-1])))
    told = f"{what}: {len(every)} of {total} programs as they are now, {when}, {machines}"
    return f"{told}, Python {pythons}"


def trial_results() -> str:
    """Show what the trials came to, for a page to print."""
    return "\n".join(table.as_html() for table in tables(Project()))
