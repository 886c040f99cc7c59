"""Draw the table that a measuring snippet printed, and say where it was measured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from runner import svg
from runner.kept import version_of
from runner.measured import (
    NUMBERS,
    Chart,
    Row,
    Table,
    check_name,
    read_table,
    serial_fraction,
    speed_ups,
)
from runner.places import Place
from runner.project import Project
from runner.record import Record
from runner.run import Run
from runner.schedule import fresh_runs
from runner.show import render
from runner.snippet import Snippet

_TEXT = svg.own_text("plot.py", "measured.py", "chart.py")


@dataclass(frozen=True)
class Measured:
    """A printed table, and where it was measured; ``recorded``: not in this build."""

    text: str
    place: Place
    cpus: int
    date: str
    recorded: bool = False


def chart(name: str) -> str:
    """Draw what a snippet measured.

    Args:
        name: The snippet's, such as ``measure/start_up``.

    Returns:
        Finished HTML, for a page to print: the figure, where it was measured,
        its data as a table, and the program with its output.

    Raises:
        Problem: If no chart is known of that name, or what the program
            printed cannot be drawn.
    """
    check_name(name)
    return as_html(*fresh_runs(name), Project())


def as_html(snippet: Snippet, runs: Sequence[Run], record: Record | None, project: Project) -> str:
    """Draw what a snippet measured in this build; if nothing, what is recorded.

    What it measured on a larger machine is drawn below that.
    """
    measured = choose(runs, record)
    if measured is None:
        return f'<div class="chart">\n{render(snippet, runs, record)}\n</div>'
    how = check_name(snippet.name)
    known = record if record is not None and record.is_of(snippet) else None
    others = _samples(known) if how.merged and known is not None else []
    drawn = [_figure(snippet.name, how, measured, others, project, render(snippet, runs, record))]
    larger = _larger(known, measured.cpus) if known is not None else []
    if larger:
        others = larger[1:] if how.merged else []
        drawn.append(_figure(snippet.name, how, larger[0], others, project))
    return "\n".join(drawn)


def _figure(
    snippet: str,
    how: Chart,
    measured: Measured,
    others: Sequence[Measured],
    project: Project,
    program: str = "",
) -> str:
    """Draw one table, with rows that only another Python could measure.

    Args:
        snippet: The name of what printed it.
        how: How it is drawn.
        measured: The table.
        others: What other Pythons printed.
        project: The project, which keeps what was drawn.
        program: The program and its output, as HTML; "" where another figure has it.
    """
    table = read_table(measured.text, f"snippets/{snippet}.py", how)
    table, added = _merge(table, others, f"records/{snippet}.toml", how)
    name = f"chart-{re.sub('[^a-z0-9]+', '-', snippet)}" + (
        "" if program else f"-{measured.cpus}-cpus"
    )
    title = how.title + ("" if program else f", on a machine with {measured.cpus} CPUs")
    told = _in_words(how, table, measured.cpus)
    if added:
        told.insert(-1, added)

    def draw() -> str:
        from runner import plot

        drawn = plot.draw(how, table, measured.cpus)
        rows = speed_ups(table) if how.kind == "speed-up" else table.rows
        unit = "" if how.kind == "speed-up" else table.unit
        notes = {f"row-{number}": _note(row, unit) for number, row in enumerate(rows, 1)}
        words = " ".join(told)
        # Labels and numbers in a row, which nobody asks for: its words stand beside it, too.
        return svg.finish(drawn, name, title, words, plot.COLORS, notes, searched=False)

    parts = (
        version_of("matplotlib"),
        _TEXT,
        repr(how),
        repr(table),
        str(measured.cpus),
        name,
    )
    figure = svg.drawn(project, parts, draw)
    words = "".join(f"<p>{escape(each)}</p>" for each in told[:-1])
    more = (
        '<details class="run-more"><summary>The program, and what it printed</summary>'
        f"{program}</details>"
    )
    return "\n".join(
        [
            f'<figure class="chart" id="{name}">',
            # First or last it must be; last, it would stand below all that opens.
            f'<figcaption class="chart-title">{escape(title)}</figcaption>',
            figure,
            f'<div class="chart-words">{words}{_where(measured, table)}</div>',
            '<details class="run-more" data-search-exclude><summary>The same as a table</summary>',
            f"{_as_table(how, table)}</details>",
            *([more] if program else []),
            "</figure>",
        ]
    )


def choose(runs: Sequence[Run], record: Record | None) -> Measured | None:
    """Choose what is drawn: this build's first run, else a recorded one.

    Returns:
        None if no program has measured anything: it then says why itself.
    """
    for run in runs:
        if _says_why_not(run.stdout):
            break
        return Measured(run.stdout, Place.parse(run.place), run.cpus, run.date)
    return next(iter(_samples(record)), None) if record else None


def _samples(record: Record) -> list[Measured]:
    """Give a table of each result that has one, as that of the first place that printed it."""
    machines = {known.name: known for known in record.environments}
    found = []
    for result in record.results:
        where = Place.parse(result.places[0])
        known = machines.get(f"{where.platform} {where.python}")
        texts = [s.stdout for s in result.samples if not _says_why_not(s.stdout)]
        if known and texts:
            found.append(Measured(texts[0], where, known.cpus, known.date, recorded=True))
    return found


def _larger(record: Record, cpus: int) -> list[Measured]:
    """Give what the largest machine with more CPUs than these measured, newest Python first."""
    most = max((each.cpus for each in record.larger), default=0)
    return [
        Measured(each.stdout, Place.parse(f"{each.name} native"), most, each.date, recorded=True)
        for each in record.larger
        if each.cpus == most > cpus
    ]


def _merge(table: Table, others: Sequence[Measured], where: str, how: Chart) -> tuple[Table, str]:
    """Add the rows that only another Python could measure; say whose they are."""
    rows, told = list(table.rows), []
    for measured in others:
        known = {row.names for row in rows}
        other = read_table(measured.text, where, how)
        more = [row for row in other.rows if row.names not in known]
        if more and (other.unit, other.columns) == (table.unit, table.columns):
            rows += more
            names = ", ".join(dict.fromkeys(row.names[0] for row in more))
            place = measured.place
            told.append(f"{names}: recorded on CPython {place.python}, {place.system}.")
    return replace(table, rows=tuple(rows)), " ".join(told)


def _says_why_not(text: str) -> bool:
    """Tell whether a program said in one line that it cannot measure here."""
    return len(text.splitlines()) == 1


def _in_words(how: Chart, table: Table, cpus: int) -> list[str]:
    """Say how to read the figure; the last sentence is for those who don't see it."""
    often = f" ({table.often})" if table.often else ""
    wide = "Wide line" if how.kind in ("ranges", "bars") else "Band"
    told = [f"Mark: the median{often}. {wide}: from the lowest to the highest."]
    if how.kind == "bars":
        told[0] += " Pale bar: from zero to the median."
    rows, unit = table.rows, f" {table.unit}"
    if how.kind == "speed-up":
        rows, unit = speed_ups(table), "×"
        told.append(_law(rows, cpus))
    if how.note:
        told.append(how.note)
    return [*told, "Medians: " + "; ".join(_brief(row, unit) for row in rows) + "."]


def _law(rows: Sequence[Row], cpus: int) -> str:
    serial = serial_fraction(rows, cpus)
    if serial is None:
        return "Amdahl's line is left out: it takes two CPUs."
    return (
        f"Amdahl's line: as if {serial:.0%} of the work were serial, by least squares from the"
        f" medians of up to {cpus} workers, one for each CPU. What other programs took of the"
        " CPUs counts as serial, too."
    )


def _brief(row: Row, unit: str) -> str:
    return f"{row.name} {row.median:.3g}{unit}"


def _note(row: Row, unit: str) -> str:
    unit = f" {unit}" if unit else ""
    spread = f"{row.lowest:.3g} to {row.highest:.3g}{unit}"
    return f"{row.name}: median {row.median:.3g}{unit}, from {spread}"


def _where(measured: Measured, table: Table) -> str:
    place = measured.place
    method = place.default_method if place.method == "native" else place.method
    build = " (free-threaded)" if place.free_threaded else ""
    began = "<strong>Recorded earlier</strong>, not" if measured.recorded else "Measured"
    cpus = f"{measured.cpus} CPU{'s' * (measured.cpus != 1)}"
    return (
        f'<p class="run-about" data-search-exclude>{began} in this build: CPython {place.python}'
        f"{build}, {escape(place.system)}, {cpus}, {method} as the default start method,"
        f' <time datetime="{escape(measured.date)}">{escape(measured.date)}</time>.'
        " Other machines give other numbers.</p>"
    )


def _as_table(how: Chart, table: Table) -> str:
    """Give the data as people who cannot see the figure read it."""
    extra = ["speed-up"] if how.kind == "speed-up" else []
    head = [*table.columns, *NUMBERS, *extra]
    values = [value for row in table.rows for value in (row.lowest, row.median, row.highest)]
    decimals = max(len(f"{value}".partition(".")[2]) for value in values)
    body = []
    for row, ratio in zip(table.rows, speed_ups(table) if extra else table.rows, strict=True):
        numbers = [f"{n:.{decimals}f}" for n in (row.lowest, row.median, row.highest)]
        if extra:
            numbers.append(f"{ratio.median:.2f}")
        cells = [f'<th scope="row">{escape(row.names[0])}</th>']
        cells += [f"<td>{escape(cell)}</td>" for cell in (*row.names[1:], *numbers)]
        body.append(f"<tr>{''.join(cells)}</tr>")
    caption = ", ".join(filter(None, (table.what, table.unit, table.often)))
    return (
        f'<table class="run-table" data-search-exclude><caption>{escape(caption)}</caption>'
        "<thead><tr>"
        + "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
        + f"</tr></thead><tbody>{''.join(body)}</tbody></table>"
    )
