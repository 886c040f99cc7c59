"""Read the tables that measuring snippets print, and what each is drawn as.

Such a snippet prints a line of what was measured, in which unit and how often,
a line of column names that ends in ``lowest median highest``, and rows::

    start and join, ms, 7 times each
    worker            lowest   median  highest
    thread             0.053    0.097    6.192
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from runner.problem import Problem

_HEADING = re.compile(r"(?P<what>.+), (?P<unit>µs|ms|s|MB|%)(?:, (?P<often>.+))?")
NUMBERS = ("lowest", "median", "highest")
MOST_SERIES = 4  # colors that can be told apart
_SERIES = {"bars": 1, "curves": 0}  # the column that tells bars and curves apart, from 0
_NUMBERED = {"curves": 1, "speed-up": 0}  # the column that holds numbers


@dataclass(frozen=True)
class Chart:
    """How the table of one snippet is drawn.

    Attributes:
        kind: ``ranges`` (a line for each row), ``bars`` (from zero, grouped
            by the first column), ``curves`` (one for each name in the first
            column, over the second) or ``speed-up`` (over workers).
        title: What it shows.
        value: The axis of what was measured, without its unit.
        by: The other axis, if it has numbers.
        note: What else a reader must know to read it.
        linear: Whether its curves have plain axes, not logarithmic ones.
        merged: Whether rows that other Pythons' records have and this table
            has not are added to it.
    """

    kind: str
    title: str
    value: str
    by: str = ""
    note: str = ""
    linear: bool = False
    merged: bool = False


CHARTS = {
    "measure/start_up": Chart(
        "ranges", "Time to start and join a worker that does nothing", "time"
    ),
    "measure/speed_up": Chart(
        "speed-up", "Speed-up of a computation that is shared out to workers", "time", "workers"
    ),
    "measure/ways": Chart(
        "bars",
        "Time of the same four tasks, done in every way",
        "time",
        note="100 % is the quickest of the serial times, on the same Python.",
        merged=True,
    ),
    "measure/kinds_of_workers": Chart(
        "curves",
        "Time of the same computation, by kind and number of workers",
        "time",
        "workers",
        merged=True,
    ),
    "measure/break_even": Chart(
        "curves", "Time of 16 tasks, by what one of them takes alone", "time", "one task, in µs"
    ),
    "measure/sharing": Chart("ranges", "Time to read a shared number and to write it back", "time"),
    "measure/libraries": Chart("ranges", "Time of a task that does nothing, by library", "time"),
    "measure/transfer": Chart(
        "curves", "Time to bring bytes to another process", "time", "size of the message"
    ),
    "measure/chunk_size": Chart(
        "ranges", "Time of Pool.map() over tiny tasks, by chunksize", "time"
    ),
    "measure/chunk_size_uneven": Chart(
        "curves", "Time of the same work, as even and as uneven tasks", "time", "chunksize"
    ),
    "measure/memory": Chart(
        "bars",
        "Memory of each idle worker",
        "memory",
        note="own: what no other process uses. share: that, and its part of what several use.",
    ),
    "measure/start_up_steps": Chart(
        "bars", "Time from the call of start() until three steps are reached", "time"
    ),
    "measure/start_up_size": Chart(
        "curves",
        "Time to start and join a process, by the memory of its parent",
        "time",
        "size of what the parent holds",
    ),
    "measure/batches": Chart(
        "curves",
        "Time of each number on its way to another process",
        "time",
        "numbers in a message",
    ),
    "measure/kinds_of_data": Chart(
        "bars", "Time of 200,000 integers on their way, by what holds them", "time"
    ),
    "measure/hand_over": Chart(
        "curves", "Time until a worker has an array", "time", "size of the array"
    ),
    "measure/serial_part": Chart(
        "speed-up", "Speed-up of a job of which 30 % is serial", "time", "workers"
    ),
    "measure/memory_sum": Chart(
        "curves",
        "Memory of a program with 30 MB of data and its workers, added up",
        "memory",
        "workers",
        linear=True,
    ),
    "measure/growth": Chart(
        "curves",
        "Memory of a pool's only worker after each task, by maxtasksperchild",
        "memory",
        "task",
        linear=True,
    ),
    "measure/blas_threads": Chart(
        "bars", "Time of eight matrix products, by workers and threads", "time"
    ),
}


@dataclass(frozen=True)
class Row:
    """What was measured of one thing, several times."""

    names: tuple[str, ...]
    lowest: float
    median: float
    highest: float

    @property
    def name(self) -> str:
        """All that tells it from other rows."""
        return " ".join(self.names)


@dataclass(frozen=True)
class Table:
    """What a measuring snippet printed.

    Attributes:
        what: What was measured.
        unit: Its unit.
        often: How often, in words.
        columns: The names of the columns before the three numbers.
        rows: The rows.
    """

    what: str
    unit: str
    often: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def names(self) -> list[str]:
        """The rows' names."""
        return [row.name for row in self.rows]


def check_name(name: str) -> Chart:
    """Give the chart of a snippet, or raise a Problem that names those that have one."""
    if name not in CHARTS:
        raise Problem(
            f"no chart is known of {name!r}",
            f"CHARTS in runner/measured.py holds those that are: {', '.join(CHARTS)}.",
        )
    return CHARTS[name]


def read_table(text: str, where: str, how: Chart | None = None) -> Table:
    """Read what a measuring snippet printed.

    Args:
        text: Its output.
        where: The snippet's file, for messages.
        how: How it is to be drawn.

    Raises:
        Problem: If it is not such a table, or cannot be drawn so; names the line of the output.
    """
    kind = "" if how is None else how.kind

    def problem(number: int, what: str, todo: str) -> Problem:
        return Problem(f"line {number} of its output: {what}", todo, where)

    lines = text.splitlines()
    numbers = [n for n, line in enumerate(lines, 1) if tuple(line.split()[-3:]) == NUMBERS]
    if len(numbers) != 1 or numbers[0] < 2:
        raise problem(
            numbers[-1] if numbers else 1,
            "no chart can be drawn without one line of column names below a first line",
            f"Print one that ends in: {' '.join(NUMBERS)}",
        )
    first = numbers[0]
    columns = tuple(lines[first - 1].split()[:-3])
    heading = _HEADING.fullmatch(lines[first - 2])
    if not columns or heading is None:
        raise problem(
            first - 1,
            f"no heading and unit above the columns: {lines[first - 2]!r}",
            "Write it as in: start and join, ms, 7 times each",
        )
    if kind in _SERIES and len(columns) < 2:
        todo = f"Print two columns before the numbers, for {kind}."
        raise problem(first, f"one column alone is named before {NUMBERS[0]}", todo)
    rows: list[Row] = []
    for number, line in enumerate(lines[first:], first + 1):
        cells = line.split()
        names = tuple(cells[: len(columns)])
        try:
            low, middle, high = map(float, cells[len(columns) :])
        except ValueError:
            low, middle, high = 0.0, 0.0, -1.0
        if not 0 <= low <= middle <= high:
            raise problem(
                number,
                f"no row of {' '.join((*columns, *NUMBERS))}: {line!r}",
                "Print a word for each column, then three numbers that rise.",
            )
        if kind in _NUMBERED and not _is_number(names[_NUMBERED[kind]], how):
            word = names[_NUMBERED[kind]]
            raise problem(number, f"{word!r} is no number to draw it over", "Print one above 0.")
        if kind == "speed-up" and not low:
            todo = "Print more digits, or measure something that takes longer."
            raise problem(number, f"a zero, by which nothing can be divided: {line!r}", todo)
        if any(row.names == names for row in rows):
            raise problem(number, f"a second row of {' '.join(names)}", "Name each row once.")
        rows.append(Row(names, low, middle, high))
    if not rows:
        raise problem(first, "no rows below the columns", "Print what was measured.")
    if kind in _SERIES and len({row.names[_SERIES[kind]] for row in rows}) > MOST_SERIES:
        word = columns[_SERIES[kind]]
        raise problem(first, f"more than {MOST_SERIES} of {word!r}", "Print fewer of them.")
    return Table(heading["what"], heading["unit"], heading["often"] or "", columns, tuple(rows))


def _is_number(word: str, how: Chart | None) -> bool:
    """Tell whether something can be drawn over a word: workers are counted."""
    try:
        number = int(word) if how is not None and how.by == "workers" else float(word)
    except ValueError:
        return False
    return 0 < number < float("inf")


def speed_ups(table: Table) -> tuple[Row, ...]:
    """Turn times into speed-ups: the median of one worker by each time."""
    alone = table.rows[0].median
    return tuple(
        Row(row.names, alone / row.highest, alone / row.median, alone / row.lowest)
        for row in table.rows
    )


def serial_fraction(rows: Sequence[Row], cpus: int) -> float | None:
    """Fit Amdahl's law to speed-ups.

    Least squares of the time relative to one worker, over the medians of as
    many workers as there are CPUs; more cannot run at once.

    Returns:
        The share of the work that is not done in parallel; None if there is
        one CPU, where the law says nothing.
    """
    upper = lower = 0.0
    for row in rows:
        workers = int(row.names[0])
        if workers <= cpus:
            upper += (1 - 1 / workers) * (1 / row.median - 1 / workers)
            lower += (1 - 1 / workers) ** 2
    return min(max(upper / lower, 0.0), 1.0) if lower else None


def amdahl(serial: float, workers: float) -> float:
    """Give the speed-up that Amdahl's law allows."""
    return 1 / (serial + (1 - serial) / workers)
