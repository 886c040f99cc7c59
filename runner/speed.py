"""How long builds take: ``records/bench.toml``, as a table. Written by ``python -m bench``."""

from __future__ import annotations

import statistics
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import tomli_w

from runner.problem import Problem
from runner.project import Project
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
    path = records / FILE
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8"))
        figures = tuple(Figure(**figure) for figure in data.pop("figure"))
        return Speed(figures=figures, **data)
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise Problem(
            f"the measurements are damaged: {error}",
            "Take the file back from git, or remove it.",
            path.relative_to(records.parent).as_posix(),
        ) from None


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
        this site's build takes more or less. Last, in one cell, what bounds it.
    """
    rows = []
    for phase, words in PHASES.items():
        ours, *others = (speed.of(pages, phase, name) for name in speed.builders)
        if ours or any(others):
            rows.append([words, _cell(ours), *(_cell(other, ours) for other in others)])
    if limit := speed.of(pages, "cold", LIMIT):
        ours = speed.of(pages, "cold", "ours")
        times = (
            f"; {BUILDERS['ours']} takes {ours.wall / limit.wall:.2f} times that" if ours else ""
        )
        rows.append(
            [f"the programs' own CPU time by the number of CPUs: {limit.wall:.1f} s{times}"]
        )
    return rows


def head(speed: Speed) -> list[str]:
    """Give the head of :func:`rows_of`."""
    return ["", *speed.builders.values()]


def memory_of(speed: Speed, pages: int) -> str:
    """Say how much memory the builders took, anew."""
    told = []
    for name, words in BUILDERS.items():
        if figure := speed.of(pages, "cold", name):
            told.append(f"{words} {figure.peak:.0f} MiB")
    return ", ".join(told)


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
        rows = [head(speed), *rows_of(speed, pages)]
        parts.append(f"\n{pages} pages, {4 * pages} programs: seconds (this site's build by them)")
        widths = [max(len(r[i]) for r in rows if len(r) > 1) for i in range(len(rows[0]))]
        for row in rows:
            cells = [row[0].ljust(widths[0] if len(row) > 1 else 0)]
            cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=False)]
            parts.append("  ".join(cells).rstrip())
        parts.append(f"memory: {memory_of(speed, pages)}")
    return "\n".join(parts)


def as_html(speed: Speed | None) -> str:
    """Give all of it as tables for a page."""
    if speed is None:
        return "<p>Nothing has been measured yet: <code>make bench ARGS=--record</code> does.</p>"
    parts = [f"<p>{escape(about(speed))}</p>"]
    for pages in speed.sizes:
        columns = "".join(f'<th scope="col">{escape(c)}</th>' for c in head(speed)[1:])
        top = f"<thead><tr><td></td>{columns}</tr></thead>"
        rows = rows_of(speed, pages)
        body = "".join(_row(row) for row in rows if len(row) > 1)
        caption = f"{pages} pages with four programs each: seconds (this site's build by them)"
        parts.append(f"<table><caption>{caption}</caption>{top}<tbody>{body}</tbody></table>")
        told = [cell for row in rows if len(row) == 1 for cell in row]
        told.append(f"memory: {memory_of(speed, pages)}")
        parts.append(f"<p>{escape('. '.join(text[:1].upper() + text[1:] for text in told))}.</p>")
    return "\n".join(parts)


def _row(cells: Sequence[str]) -> str:
    first, *others = map(escape, cells)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{c}</td>" for c in others)}</tr>'


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
