"""What came of changing programs on purpose, and of running them over and over.

``records/drift.toml`` is written by ``make check-drift ARGS=--record``,
``records/soak.toml`` by ``make soak ARGS=--record``. Both take hours for all
programs, so each entry is of one program, as it was, and a later run goes on.
"""

from __future__ import annotations

import datetime
import platform
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from html import escape
from pathlib import Path
from typing import TypeVar

import tomli_w

from runner.metadata import CONTRACTS
from runner.problem import Problem
from runner.project import Project
from runner.run import usable_cpus
from runner.snippet import Snippet, find_snippets
from runner.whole import write_whole

COMMANDS = {"drift": "make check-drift ARGS=--record", "soak": "make soak ARGS=--record"}


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
    machine = f"{platform.system()} {platform.machine()}, {usable_cpus()} CPUs"
    return datetime.date.today().isoformat(), machine


def path_of(kind: type[Changed] | type[Repeated], records: Path) -> Path:
    """Give the file that holds all entries of a kind."""
    return records / ("drift.toml" if kind is Changed else "soak.toml")


def load(kind: type[Entry], records: Path) -> dict[str, Entry]:
    """Read all entries of a kind, by program; {} if there are none.

    Args:
        kind: :class:`Changed` or :class:`Repeated`.
        records: The ``records`` folder.

    Raises:
        Problem: If the file is damaged.
    """
    path = path_of(kind, records)
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8"))
        return {
            name: kind(**{**entry, "pythons": tuple(entry["pythons"])})
            for name, entry in data.items()
        }
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError) as error:
        raise Problem(
            f"what the trials came to is damaged: {error}",
            "Take the file back from git, or remove it.",
            path.relative_to(records.parent).as_posix(),
        ) from None


def keep(kind: type[Entry], own: Mapping[str, Entry], project: Project) -> None:
    """Put entries in the place of those that are kept; drop those of programs that are gone.

    What is kept is read again, so that two commands on different programs do not lose each
    other's.
    """
    names = find_snippets(project.snippets)
    entries = {**load(kind, project.records), **own}
    save(kind, {name: each for name, each in entries.items() if name in names}, project.records)


def save(kind: type[Entry], entries: Mapping[str, Entry], records: Path) -> None:
    """Write all entries of a kind, whole or not at all."""
    path = path_of(kind, records)
    header = f"# Written by `{COMMANDS[path.stem]}`; not by hand.\n\n"
    data = {name: asdict(entry) for name, entry in sorted(entries.items())}
    write_whole(path, header + tomli_w.dumps(data))


def current(entries: Mapping[str, Entry], snippets: Iterable[Snippet]) -> dict[str, Entry]:
    """Give the entries that are of programs as they are now."""
    digests = {snippet.name: snippet.digest for snippet in snippets}
    return {name: each for name, each in entries.items() if digests.get(name) == each.digest}


@dataclass(frozen=True)
class Table:
    """A table for a terminal, a page or its twin.

    Attributes:
        caption: What it is of, when and where.
        head: The columns, the first one's first.
        rows: The rows; numbers, but for their first.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def as_text(self) -> str:
        """Give it for a terminal."""
        lines = [self.head, *self.rows]
        widths = [max(len(line[column]) for line in lines) for column in range(len(self.head))]
        told = [
            "  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])])
            for line in lines
        ]
        return "\n".join([self.caption, *told])

    def as_html(self) -> str:
        """Give it for a page."""
        columns = "".join(f'<th scope="col">{escape(each)}</th>' for each in self.head[1:])
        rows = "".join(
            f'<tr><th scope="row">{escape(first)}</th>'
            + "".join(f"<td>{escape(each)}</td>" for each in others)
            + "</tr>"
            for first, *others in self.rows
        )
        return (
            f"<table><caption>{escape(self.caption)}</caption>"
            f"<thead><tr><td></td>{columns}</tr></thead><tbody>{rows}</tbody></table>"
        )


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

    return [
        Table(
            _caption("Changed on purpose", len(snippets), changed.values()),
            (
                "",
                "programs",
                "mutants",
                "killed",
                "equivalent",
                "survived",
                "killed, of those not equivalent",
            ),
            tuple((name, *_mutants(group)) for name, group in by_contract(changed).items()),
        ),
        Table(
            _caption("Run over and over on a busy machine", len(snippets), repeated.values()),
            ("", "programs", "runs", "fewest runs of a program", "wrong verdicts"),
            tuple((name, *_runs(group)) for name, group in by_contract(repeated).items()),
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
