"""Draw the measurements of a table with matplotlib.

Slow to import, for matplotlib is; :mod:`runner.chart` does it only for a
drawing that is not in the cache. Every color here is a placeholder that
:mod:`runner.svg` turns into a class.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.ticker import LogLocator, MaxNLocator
from matplotlib.typing import RcKeyType

from runner.measured import Chart, Row, Table, amdahl, serial_fraction, speed_ups

TEXT, GRID = "#000001", "#000002"
SERIES = ("#000003", "#000004", "#000005", "#000006")
COLORS = {TEXT: "text", GRID: "grid"} | {c: f"series-{n}" for n, c in enumerate(SERIES, 1)}
MARKERS, DASHES = ("o", "s", "^", "D"), ("-", "--", ":", "-.")

IN_A_LINE = 3  # names of series that a legend has room for
WIDTH, MARGIN, TOP, BOTTOM, ROW = 340, 10, 12, 40, 26  # points; 340 fit on a phone
SETTINGS: dict[RcKeyType, object] = {
    "axes.edgecolor": GRID,
    "axes.facecolor": "none",
    "axes.labelcolor": TEXT,
    "axes.labelsize": 12,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.unicode_minus": True,
    "figure.facecolor": "none",
    "font.family": "DejaVu Sans",  # comes with matplotlib: the same measures everywhere
    "font.size": 12,
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "legend.frameon": False,
    "legend.labelcolor": TEXT,
    "svg.fonttype": "none",  # text stays text
    "svg.hashsalt": "chart",  # ids are the same in every build
    "text.color": TEXT,
    "xtick.color": GRID,
    "xtick.labelcolor": TEXT,
    "ytick.color": GRID,
    "ytick.labelcolor": TEXT,
}


def draw(chart: Chart, table: Table, cpus: int) -> str:
    """Draw a table as its chart wants it.

    Args:
        chart: What kind of chart it is, and its words.
        table: The measurements.
        cpus: CPUs that the program could use.

    Returns:
        An SVG document; each row of the table is an element with the id
        ``row-N``, counted from 1.
    """
    kinds = {"ranges": _ranges, "bars": _bars, "curves": _curves, "speed-up": _speed_up}
    with matplotlib.rc_context(SETTINGS):
        figure = kinds[chart.kind](chart, table, cpus)
        for axes in figure.axes:
            axes.set_axisbelow(True)
        file = io.StringIO()
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        FigureCanvasSVG(figure)
        figure.savefig(file, format="svg", metadata=nothing)
    return file.getvalue()


def _axes(height: float, left: float, top: float = TOP) -> tuple[Figure, Axes]:
    """Give a figure of this height with axes; all sizes in points."""
    figure = Figure(figsize=(WIDTH / 72, height / 72))
    width, tall = WIDTH - left - MARGIN, height - top - BOTTOM
    axes = figure.add_axes((left / WIDTH, BOTTOM / height, width / WIDTH, tall / height))
    return figure, axes


def _range(axes: Axes, row: Row, place: float, number: int, series: int, *, wide: float) -> None:
    """Draw one row that lies: from the lowest to the highest, and the median."""
    axes.plot(
        [row.lowest, row.highest],
        [place, place],
        color=SERIES[series],
        alpha=0.4,
        linewidth=wide,
        solid_capstyle="butt",
    )
    axes.plot(
        [row.median],
        [place],
        color=SERIES[series],
        marker=MARKERS[series],
        markersize=7,
        linestyle="none",
        gid=f"row-{number}",
    )


def _ranges(chart: Chart, table: Table, cpus: int) -> Figure:
    """Draw rows one below the other on a logarithmic scale."""
    figure, axes = _axes(TOP + BOTTOM + ROW * len(table.rows), left=_room(table.names))
    for number, row in enumerate(table.rows, 1):
        _range(axes, row, -number, number, 0, wide=9)
    axes.set_xscale("log")
    axes.set_yticks([-number for number, _ in enumerate(table.rows, 1)], table.names)
    axes.set_ylim(-len(table.rows) - 0.5, -0.5)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x")
    _plain_log(axes, "x")
    axes.set_xlabel(f"{chart.value} ({table.unit}, logarithmic scale)")
    return figure


def _bars(chart: Chart, table: Table, cpus: int) -> Figure:
    """Draw groups of bars from zero to the median, with their ranges."""
    groups = list(dict.fromkeys(row.names[0] for row in table.rows))
    series = list(dict.fromkeys(row.names[1] for row in table.rows))
    height = TOP + 20 + BOTTOM + 1.6 * ROW * len(groups)
    figure, axes = _axes(height, _room(groups), TOP + 20)
    for number, row in enumerate(table.rows, 1):
        index = series.index(row.names[1])
        place = -groups.index(row.names[0]) - (index + 0.5) / len(series) * 0.8 + 0.4
        color = SERIES[index]
        axes.barh(place, row.median, height=0.68 / max(len(series), 2), color=color, alpha=0.25)
        _range(axes, row, place, number, index, wide=4)
        axes.lines[-1].set_label(row.names[1] if row.names[0] == groups[0] else "_")
    axes.set_yticks([-index for index, _ in enumerate(groups)], groups)
    axes.set_xlim(left=0)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x")
    axes.set_xlabel(f"{chart.value} ({table.unit})")
    _legend(axes, len(series))
    return figure


def _curves(chart: Chart, table: Table, cpus: int) -> Figure:
    """Draw a curve of the medians for each series, in a band of the ranges."""
    series = list(dict.fromkeys(row.names[0] for row in table.rows))
    figure, axes = _axes(290, left=58, top=TOP + 20 * (1 + (len(series) > IN_A_LINE)))
    for index, name in enumerate(series):
        rows = [row for row in table.rows if row.names[0] == name]
        places = [float(row.names[1]) for row in rows]
        _band(axes, places, rows, index, name)
        for place, row in zip(places, rows, strict=True):
            _point(axes, place, row.median, table.rows.index(row) + 1, index)
    axes.grid()
    if chart.linear:
        axes.set_xticks(sorted({float(row.names[1]) for row in table.rows}))
        axes.set_xlim(left=0)
        axes.set_ylim(bottom=0)
        axes.set_xlabel(chart.by)
        axes.set_ylabel(f"{chart.value} ({table.unit})")
    else:
        axes.set_xscale("log")
        axes.set_yscale("log")
        _plain_log(axes, "x", _bytes if chart.by.startswith("size") else "{:g}".format)
        _plain_log(axes, "y")
        if chart.by == "workers":  # few numbers, and none a power of ten
            places = sorted({int(row.names[1]) for row in table.rows})
            axes.set_xticks(places, [str(place) for place in places])
        axes.set_xlabel(f"{chart.by} (logarithmic scale)")
        axes.set_ylabel(f"{chart.value} ({table.unit}, log. scale)")
    _legend(axes, len(series))
    return figure


def _speed_up(chart: Chart, table: Table, cpus: int) -> Figure:
    """Draw the speed-up over workers, what is ideal, and Amdahl's law."""
    rows = speed_ups(table)
    workers = [int(row.names[0]) for row in rows]
    figure, axes = _axes(290, left=44, top=TOP + 20)
    _band(axes, workers, rows, 0, "measured")
    for number, (place, row) in enumerate(zip(workers, rows, strict=True), 1):
        _point(axes, place, row.median, number, 0)
    turns = sorted({*workers, cpus})  # more workers than CPUs take turns
    ideal = [min(number, cpus) for number in turns]
    axes.plot(turns, ideal, color=SERIES[1], linestyle=DASHES[1], label="ideal")
    serial = serial_fraction(rows, cpus)
    if serial is not None:
        steps = [1 + (workers[-1] - 1) * step / 50 for step in range(51)]
        law = [amdahl(serial, step) for step in steps]
        axes.plot(steps, law, color=SERIES[2], linestyle=DASHES[2], linewidth=2, label="Amdahl")
    axes.axvline(cpus, color=TEXT, linewidth=0.8, linestyle=(0, (1, 3)))
    top = 1.1 * max(*ideal, *(row.highest for row in rows))
    axes.text(cpus, top, f" {cpus} CPU{'s' * (cpus != 1)}", fontsize=11, verticalalignment="top")
    axes.set_xlim(0.9, workers[-1] + 0.1)
    axes.set_ylim(0, top)
    axes.set_xticks(workers if len(workers) <= 8 else workers[::2])
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))  # longer numbers push the label out
    axes.grid()
    axes.set_xlabel(chart.by)
    axes.set_ylabel("speed-up (times as fast)")
    _legend(axes, 3)
    return figure


def _band(axes: Axes, places: Sequence[float], rows: Sequence[Row], series: int, name: str) -> None:
    """Draw medians as a line, in a band from the lowest to the highest."""
    lowest, highest = [row.lowest for row in rows], [row.highest for row in rows]
    axes.fill_between(places, lowest, highest, color=SERIES[series], alpha=0.18, linewidth=0)
    axes.plot(
        places,
        [row.median for row in rows],
        color=SERIES[series],
        linestyle=DASHES[series],
        marker=MARKERS[series],
        label=name,
    )


def _point(axes: Axes, place: float, median: float, number: int, series: int) -> None:
    axes.plot(
        [place],
        [median],
        color=SERIES[series],
        marker=MARKERS[series],
        linestyle="none",
        gid=f"row-{number}",
    )


def _legend(axes: Axes, columns: int) -> None:
    axes.legend(
        loc="lower right",
        bbox_to_anchor=(1.02, 1.0),
        ncols=columns if columns <= IN_A_LINE else 2,
        columnspacing=1.2,
        handlelength=1.6,
        handletextpad=0.4,
        borderpad=0.2,
    )


def _room(names: Sequence[str]) -> float:
    """Estimate the points that names left of an axis take."""
    return 14 + 7.0 * max(map(len, names))


def _plain_log(axes: Axes, which: str, write: Callable[[float], str] = "{:g}".format) -> None:
    """Write the powers of ten of an axis as people do, and no lines between.

    On an axis that holds no two of them, their double and their half are written as well.
    """
    axis = axes.xaxis if which == "x" else axes.yaxis
    low, high = axes.get_xlim() if which == "x" else axes.get_ylim()
    if high < 100 * low:
        axis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axis.set_major_formatter(lambda value, _: write(value))
    axis.set_minor_formatter(lambda value, _: "")
    axes.tick_params(axis="both", which="minor", length=0)


def _bytes(value: float) -> str:
    for unit, size in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if value >= size:
            return f"{value / size:g} {unit}"
    return f"{value:g} B"
