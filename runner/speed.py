"""How long builds take: ``records/bench.toml``, as a table. Written by ``python -m bench``."""

from __future__ import annotations

import statistics
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import tomli_w

from runner.problem import refuse_damage
from runner.project import Project
from runner.table import Table
from runner.whole import write_whole

FILE = "bench.toml"
_HEADER = "# How long builds take. Written by `make bench ARGS=--record`; not by hand.\n"
PHASES = {
    "cold": "everything anew",
    "unchanged": "nothing changed",
    "program": "one program changed",
    "prose": "one line of prose changed",
    "saved program": "a program saved, until its page is served",
    "saved prose": "a page saved, until it is served",
}
BUILDERS = {
    "ours": "this site's build",
    "forked": "with programs forked",
    "naive": "markdown-exec alone",
    "gallery": "sphinx-gallery, two jobs",
    "floor": "MkDocs, nothing run",
    "sphinx": "Sphinx, nothing run",
}
LIMIT = "limit"  # what stands for the programs' own CPU time by the number of CPUs
QUIET = 0.35  # CPUs that others may use while something is timed


@dataclass(frozen=True)
class Figure:
    """What one builder took for one thing: medians.

    Attributes:
        pages: How many pages, with four programs each.
        phase: One of :data:`PHASES`.
        builder: One of :data:`BUILDERS`, or :data:`LIMIT`.
        times: How often it was measured.
        wall: Seconds.
        cpu: CPU seconds of all processes.
        peak: Most memory of all processes together, MiB.
        busy: CPUs that everything else on the machine used meanwhile.
    """

    pages: int
    phase: str
    builder: str
    times: int
    wall: float
    cpu: float
    peak: float
    busy: float


@dataclass(frozen=True)
class Speed:
    """All that was measured in one go.

    Attributes:
        date: The day, ISO 8601.
        machine: Its platform.
        cpus: How many it has.
        python: The Python that builds.
        programs: The Python that runs the programs.
        figures: What was measured.
    """

    date: str
    machine: str
    cpus: int
    python: str
    programs: str
    figures: tuple[Figure, ...]

    def of(self, pages: int, phase: str, builder: str) -> Figure | None:
        """Give one figure, if it was measured."""
        wanted = (pages, phase, builder)
        return next((f for f in self.figures if (f.pages, f.phase, f.builder) == wanted), None)

    @property
    def builders(self) -> dict[str, str]:
        """The builders, this site's first, in words; that of an option only if it was measured."""
        measured = {figure.builder for figure in self.figures}
        return {k: v for k, v in BUILDERS.items() if k != "forked" or k in measured}

    @property
    def sizes(self) -> list[int]:
        """The numbers of pages."""
        return sorted({figure.pages for figure in self.figures})

    @property
    def busy(self) -> float:
        """CPUs that others used, in the middle of all measurements."""
        return statistics.median([f.busy for f in self.figures if f.builder != LIMIT] or [0.0])


def load(records: Path) -> Speed | None:
    """Read what was measured; None if nothing was.

    Raises:
        Problem: If the file is damaged.
    """
    try:
        written = (records / FILE).read_bytes()
    except FileNotFoundError:
        return None
    todo = "Take the file back from git, or remove it."
    with refuse_damage("the measurements are", todo, f"{records.name}/{FILE}"):
        data = tomllib.loads(written.decode("utf-8"))
        figures = tuple(Figure(**figure) for figure in data.pop("figure"))
        return Speed(figures=figures, **data)


def save(speed: Speed, records: Path) -> None:
    """Write what was measured, whole or not at all.

    Args:
        speed: It.
        records: The ``records`` folder, as :func:`load` takes it.
    """
    data: dict[str, Any] = {**vars(speed)}
    data["figure"] = [vars(figure) for figure in data.pop("figures")]
    write_whole(records / FILE, _HEADER + tomli_w.dumps(data))


def rows_of(speed: Speed, pages: int) -> list[list[str]]:
    """Give a table of one size: a row for each phase.

    Returns:
        The phase, then each builder's seconds; behind those of others, by how much
        this site's build takes more or less.
    """
    rows = []
    for phase, words in PHASES.items():
        ours, *others = (speed.of(pages, phase, name) for name in speed.builders)
        if ours or any(others):
            rows.append([words, _cell(ours), *(_cell(other, ours) for other in others)])
    return rows


def head(speed: Speed) -> list[str]:
    """Give the head of :func:`rows_of`."""
    return ["", *speed.builders.values()]


def notes_on(speed: Speed, pages: int) -> list[str]:
    """Say what bounds a build of one size, and how much memory the builders took, anew."""
    notes, memory = [], []
    if limit := speed.of(pages, "cold", LIMIT):
        ours = speed.of(pages, "cold", "ours")
        times = (
            f"; {BUILDERS['ours']} takes {ours.wall / limit.wall:.2f} times that" if ours else ""
        )
        notes.append(f"the programs' own CPU time by the number of CPUs: {limit.wall:.1f} s{times}")
    for name, words in BUILDERS.items():
        if figure := speed.of(pages, "cold", name):
            memory.append(f"{words} {figure.peak:.0f} MiB")
    return [*notes, f"memory: {', '.join(memory)}"]


def about(speed: Speed) -> str:
    """Say where and when it was measured, and how quiet it was there."""
    times = {figure.times for figure in speed.figures if figure.builder != LIMIT}
    often = f"{min(times, default=0)} to {max(times, default=0)} times each"
    quiet = "" if speed.busy <= QUIET else "; too many for the times to mean much"
    return (
        f"Measured on {speed.date}, {speed.machine}, {speed.cpus} CPUs, built by Python"
        f" {speed.python}, programs run by {speed.programs}; medians, {often}; others used"
        f" {speed.busy:.2f} CPUs meanwhile{quiet}."
    )


def as_text(speed: Speed) -> str:
    """Give all of it as tables for a terminal."""
    parts = [about(speed)]
    for pages in speed.sizes:
        caption = f"{pages} pages, {4 * pages} programs: seconds (this site's build by them)"
        table = Table(caption, rows_of(speed, pages), head(speed))
        parts += ["", table.as_text(), *notes_on(speed, pages)]
    return "\n".join(parts)


def as_html(speed: Speed | None) -> str:
    """Give all of it as tables for a page."""
    if speed is None:
        return "<p>Nothing has been measured yet: <code>make bench ARGS=--record</code> does.</p>"
    parts = [f"<p>{escape(about(speed))}</p>"]
    for pages in speed.sizes:
        caption = f"{pages} pages with four programs each: seconds (this site's build by them)"
        parts.append(Table(caption, rows_of(speed, pages), head(speed)).as_html())
        told = ". ".join(note[:1].upper() + note[1:] for note in notes_on(speed, pages))
        parts.append(f"<p>{escape(told)}.</p>")
    return "\n".join(parts)


def _cell(figure: Figure | None, ours: Figure | None = None) -> str:
    """Give seconds, and in brackets what this site's build takes of them."""
    if figure is None:
        return "–"
    ratio = f" (×\N{NO-BREAK SPACE}{ours.wall / figure.wall:.3f})" if ours else ""
    return f"{figure.wall:.2f}{ratio}"


def medians(pages: int, phase: str, builder: str, costs: Iterable[Any]) -> Figure:
    """Sum up several measurements of the same thing."""
    every = list(costs)
    middle = {
        name: round(statistics.median(getattr(cost, name) for cost in every), 3)
        for name in ("wall", "cpu", "peak", "busy")
    }
    return Figure(pages, phase, builder, len(every), **middle)


def build_times() -> str:
    """Show how long builds take, as measured last, for a page to print."""
    return as_html(load(Project().records))
