"""Show what each process of a run did, when: a picture, and the same as a table."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from runner.bars import Mark
from runner.drawing import draw, milliseconds, plain, says
from runner.lanes import Lane, Picture, picture_of
from runner.output import number_repeats
from runner.places import SYSTEMS
from runner.run import Run
from runner.schedule import runs_by
from runner.surroundings import NATIVE

MOST_RUNS = 5  # of a program that varies, to choose from
_KINDS = {
    "start": "starting up",
    "import": "importing the main module",
    "main": "main program",
    "call": "a call of the program's functions",
    "wait": "waiting",
    "stop": "shutting down",
}
_START = '<figure class="fig" id="'


def timeline(name: str, *, methods: Sequence[str] = (), caption: str = "") -> str:
    """Show what each process of a snippet did in this build's run.

    Args:
        name: The snippet's file below ``snippets/``, without ``.py``.
        methods: Start methods to compare, on one time scale; default: the one
            that the build runs it by.
        caption: What to look at; text between backquotes is code.

    Returns:
        Finished HTML, for a page to print; a sentence where no Python of this machine runs
        the snippet, since records keep what was printed, not when.

    Raises:
        Problem: If there is no such snippet.
    """
    runs = runs_by(name, methods)
    if not methods:  # of one that varies, each result once
        runs = tuple({(run.stdout, run.end): run for run in reversed(runs)}.values())[::-1]
    if not runs:
        file = escape(f"{name.rpartition('/')[2]}.py")
        return f'<p class="run-note">No picture here: no Python on this machine runs {file}.</p>'
    return figure(runs[: max(MOST_RUNS, len(methods))], caption)


def figure(runs: Sequence[Run], caption: str = "") -> str:
    """Draw runs of one program one below the other, on one time scale.

    Args:
        runs: The runs; a reader chooses them by what they differ in.
        caption: What to look at; text between backquotes is code.

    Returns:
        A ``figure`` element. A page that holds one twice needs :func:`settle`.
    """
    labeled = _labeled(runs)
    pictures = {label: picture_of(run) for label, run in labeled.items()}
    scale = max(picture.total for picture in pictures.values())
    words = [runs[0].snippet, *(labeled if len(labeled) > 1 else [runs[0].method])]
    uid = "fig-" + re.sub(r"[^a-z0-9]+", "-", " ".join(words).lower()).strip("-")
    panels = [
        _panel(pictures[label], run, f"{uid}-{number}", scale)
        for number, (label, run) in enumerate(labeled.items())
    ]
    parts = [f'<figure class="fig" id="{uid}" data-search-exclude>']
    parts.append(panels[0] if len(panels) == 1 else _switch(uid, list(labeled), panels))
    parts += [
        _data(pictures, scale),
        "<figcaption>",
        f"<p>{_caption(caption)}</p>" if caption else "",
        _legend(pictures.values()),
        f'<p class="fig-note">{plain(_origin(runs))}</p>',
        "</figcaption>",
        "</figure>",
    ]
    return "\n".join(filter(None, parts))


def settle(page: str) -> str:
    """Make ids that repeat, because a page holds a figure twice, unique."""

    def rename(part: str, uid: str, again: str) -> str:
        inside, end, rest = part.partition("</figure>")
        return re.sub(rf'(?<=["#]){re.escape(uid)}(?=["-])', again, inside) + end + rest

    return number_repeats(page, _START, rename)


def _labeled(runs: Sequence[Run]) -> dict[str, Run]:
    """Name runs by what they differ in."""
    for names in ([r.method for r in runs], [f"Python {r.python}" for r in runs]):
        if len(set(names)) == len(runs):
            return dict(zip(names, runs, strict=True))
    return {f"run {number}": run for number, run in enumerate(runs, 1)}


def _switch(uid: str, labels: Sequence[str], panels: Sequence[str]) -> str:
    """Let a reader choose one of several; radio buttons, so that no script is needed."""
    parts = [
        '<fieldset class="fig-switch"><legend>Show</legend>',
        f'<label class="fig-choice"><input class="fig-all" type="radio" name="{uid}" checked>'
        "<span>all</span></label>",
    ]
    for label, panel in zip(labels, panels, strict=True):
        parts.append(
            '<div class="fig-one"><label class="fig-choice">'
            f'<input type="radio" name="{uid}"><span>{plain(label)}</span></label>\n'
            f'<div class="fig-panel"><p class="fig-label">{plain(label)}</p>\n{panel}</div></div>'
        )
    return "\n".join([*parts, "</fieldset>"])


def _panel(picture: Picture, run: Run, uid: str, scale: int) -> str:
    method = "" if run.method == NATIVE else f", start method {run.method}"
    title = f"What each process of {run.snippet} did, and when{method}"
    cells = ("".join(f"<td>{plain(cell)}</td>" for cell in row) for row in _rows(picture))
    return "\n".join(
        [
            f'<div class="fig-chart">{draw(picture, uid, title, _described(picture), scale)}</div>',
            '<details class="fig-more"><summary>The same as a table</summary>',
            # Its rows may need more room than a phone has: it scrolls by itself.
            '<div class="fig-scroll" tabindex="0" role="group"'
            f' aria-label="Table: {plain(title)}">',
            '<table class="fig-table"><thead><tr><th scope="col">Process</th>'
            '<th scope="col">What</th><th scope="col">From, ms</th>'
            '<th scope="col">To, ms</th><th scope="col">Takes, ms</th></tr></thead><tbody>',
            *(f"<tr>{row}</tr>" for row in cells),
            "</tbody></table></div></details>",
        ]
    )


def _described(picture: Picture) -> str:
    """Say what the picture shows, for those who do not see it."""
    lanes = [f"{lane.title}{f', {lane.end}' if lane.end else ''}" for lane in picture.lanes]
    text = f"A lane each for {'; '.join(lanes)}. It took {milliseconds(picture.total)} ms."
    return f"{text} The table below holds the same data."


def _rows(picture: Picture) -> Iterator[tuple[str, str, str, str, str]]:
    """Give the picture's data: who, what, from, to, how long."""
    for lane in picture.lanes:
        yield (lane.title, _begin(picture, lane), milliseconds(lane.begun), "", "")
        timed: list[tuple[int, int, tuple[str, str, str, str, str]]] = []
        for bar in lane.bars:
            times = (bar.begun, bar.ended, bar.ended - bar.begun)
            begun, ended, takes = map(milliseconds, times)
            timed.append((bar.begun, bar.row, (lane.title, bar.told, begun, ended, takes)))
        for mark in lane.marks:
            row = (lane.title, says(mark), milliseconds(mark.time), "", "")
            timed.append((mark.time, 0, row))
        yield from (row for _, _, row in sorted(timed))
        if lane.end:
            yield (lane.title, f"ends: {lane.end}", milliseconds(lane.ended), "", "")
    for mark in picture.strays:
        yield ("some process", says(mark), milliseconds(mark.time), "", "")


def _begin(picture: Picture, lane: Lane) -> str:
    if lane.parent is None:
        return "is started"
    parent = picture.lanes[lane.parent].name
    return f"is started by {parent}"


def _legend(pictures: Iterable[Picture]) -> str:
    lanes = [lane for picture in pictures for lane in picture.lanes]
    kinds = {bar.kind for lane in lanes for bar in lane.bars}
    items = [(kind, text) for kind, text in _KINDS.items() if kind in kinds]
    if any(lane.marks for lane in lanes):
        items.append(("print", "a line is printed"))
    marks = "".join(
        f'<li><span class="fig-key fig-key-{kind}"></span>{plain(text)}</li>'
        for kind, text in items
    )
    return f'<ul class="fig-legend">{marks}</ul>' if marks else ""


def _origin(runs: Sequence[Run]) -> str:
    """Say where the data come from, and what they are not."""
    run = runs[0]
    method = f", {run.method}" if len(runs) == 1 and run.method != NATIVE else ""
    text = (
        f"Drawn from {'one real run' if len(runs) == 1 else f'{len(runs)} real runs'} on "
        f"{SYSTEMS.get(run.platform, run.platform)}, Python {run.python}{method}."
        " The times of another run differ."
    )
    if any(each.spans for each in runs):
        text += " Watching adds less than a millisecond to a call."
    else:
        text += " It measures, so its calls were not watched."
    left_out = dict.fromkeys(what for each in runs for what in picture_of(each).left_out)
    return f"{text} Left out: {', '.join(left_out)}." if left_out else text


def _caption(text: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", plain(text))


def _data(pictures: Mapping[str, Picture], scale: int) -> str:
    """Give what the replay needs; ``<`` is written so that no tag can end it."""
    panels = []
    for picture in pictures.values():
        times = {0, picture.total}
        printed: list[tuple[int, str, Mark]] = [(m.time, "", m) for m in picture.strays]
        for lane in picture.lanes:
            times |= {lane.begun, lane.ended}
            times |= {t for bar in lane.bars for t in (bar.begun, bar.ended)}
            printed += [(m.time, lane.name, m) for m in lane.marks]
        printed.sort(key=lambda each: each[0])
        times |= {time for time, _, _ in printed}
        steps = sorted({round(time / 1e6, 1) for time in times})
        lines = [[round(t / 1e6, 1), who, m.text, m.stream] for t, who, m in printed]
        panels.append({"steps": steps, "lines": lines})
    data = json.dumps({"scale": round(scale / 1e6, 1), "panels": panels}, separators=(",", ":"))
    safe = data.replace("<", "\\u003c").replace("&", "\\u0026")
    return f'<script type="application/json" class="fig-data">{safe}</script>'
