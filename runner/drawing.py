"""Draw the lanes of a run as one SVG.

Across, everything is in percent of the picture, down it is in pixels, and
there is no view box: so the picture is as wide as its page, and its text has
one size on a phone and on a large screen. Labels stand in nested ``svg``
elements, which cut them off where their room ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from runner.bars import Bar, Mark
from runner.lanes import Lane, Picture
from runner.output import INVISIBLE

_NAME, _ROW, _BAR, _THIN, _GAP, _AXIS = 17, 23, 21, 5, 9, 20
_WORTH_TEXT = 0.05  # of the picture's width: room for a letter or two on a phone
_WORTH_QUIET_TEXT = 0.1  # the same for what matters less
_HAIR = 0.006  # a narrower bar is drawn two pixels wide


def plain(text: str) -> str:
    """Escape a text for HTML and XML; what nobody could see in it becomes a picture of it."""
    return escape(INVISIBLE.sub(_picture, text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def milliseconds(time: int) -> str:
    """Write a time, given in nanoseconds, in milliseconds."""
    return f"{time / 1e6:,.1f}"


def draw(picture: Picture, uid: str, title: str, description: str, scale: int) -> str:
    """Draw a picture.

    Args:
        picture: What to draw.
        uid: What its ids begin with.
        title: Its accessible name.
        description: What it shows, in a sentence or two.
        scale: Nanoseconds that its width stands for.
    """
    tops: list[int] = []
    top = 2
    for lane in picture.lanes:
        tops.append(top)
        top += _NAME + (_THIN if lane.quiet else lane.rows * _ROW) + _GAP
    drawing = _Drawing(uid, scale)
    parts = [
        f'<svg class="fig-svg" width="100%" height="{top + _AXIS}" role="img"'
        f' aria-labelledby="{uid}-title" aria-describedby="{uid}-desc" font-size="12"'
        ' font-family="system-ui, sans-serif">',
        f'<title id="{uid}-title">{plain(title)}</title>',
        f'<desc id="{uid}-desc">{plain(description)}</desc>',
        f"<defs>{_hatch(uid, 'wait')}{_hatch(uid, 'inside')}</defs>",
        *drawing.axis(top),
        *drawing.links(picture.lanes, tops),
    ]
    for lane, where in zip(picture.lanes, tops, strict=True):
        parts += drawing.lane(lane, where)
    parts.append('<g class="fig-names">')
    parts += [_name(lane, where) for lane, where in zip(picture.lanes, tops, strict=True)]
    return "\n".join([*parts, "</g></svg>"])


def _hatch(uid: str, kind: str) -> str:
    return (
        f'<pattern id="{uid}-{kind}" width="6" height="6" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><path class="fig-hatch fig-{kind}" d="M1 0V6"/></pattern>'
    )


def _name(lane: Lane, top: int) -> str:
    """Write who it is over a lane, and at its right how it ended."""
    alias = f" ({lane.alias})" if lane.alias and not lane.thread and _short(lane) else ""
    pid = "" if lane.thread else f'<tspan class="fig-pid"> pid {lane.pid}</tspan>'
    name = f'<tspan class="fig-name">{plain(_clipped(lane.name, 28))}</tspan>'
    text = f'<text x="0" y="{top + 12}">{name}{plain(alias)}{pid}</text>'
    if lane.end:
        failed = " fig-failed" if lane.failed else ""
        text += (
            f'<text class="fig-end{failed}" x="100%" y="{top + 12}" text-anchor="end">'
            f"{plain(lane.end)}</text>"
        )
    return text


def _short(lane: Lane) -> bool:
    """Whether name and alias fit beside each other on a phone."""
    return lane.name.startswith("child") and len(lane.alias) < 24


def _clipped(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


class _Drawing:
    """Writes the elements of one picture."""

    def __init__(self, uid: str, scale: int) -> None:
        self.uid = uid
        self.scale = scale

    def part(self, time: int) -> str:
        """Give a time or a duration in percent of the picture."""
        return f"{100 * time / self.scale:.2f}".rstrip("0").rstrip(".") + "%"

    def axis(self, bottom: int) -> Iterator[str]:
        """Draw the times, from 0 to the end."""
        yield '<g class="fig-axis">'
        for time in range(0, self.scale + 1, _step(self.scale)):
            at = self.part(time)
            anchor = "start" if not time else "end" if time > 0.95 * self.scale else "middle"
            text = f"{time / 1e6:,g}" if time else "0 ms"
            yield f'<line x1="{at}" x2="{at}" y1="0" y2="{bottom}"/>'
            yield f'<text x="{at}" y="{bottom + 14}" text-anchor="{anchor}">{text}</text>'
        yield "</g>"

    def links(self, lanes: tuple[Lane, ...], tops: list[int]) -> Iterator[str]:
        """Draw a line from each parent to each child."""
        yield '<g class="fig-links">'
        for lane, top in zip(lanes, tops, strict=True):
            if lane.parent is not None:
                above = lanes[lane.parent]
                height = _THIN if above.quiet else _BAR
                start, stop = tops[lane.parent] + _NAME + height, top + _NAME
                at = self.part(lane.begun)
                yield f'<line x1="{at}" x2="{at}" y1="{start}" y2="{stop}"/>'
                yield f'<circle cx="{at}" cy="{stop}" r="2.5"/>'
        yield "</g>"

    def lane(self, lane: Lane, top: int) -> Iterator[str]:
        """Draw the life of one process or thread."""
        top += _NAME
        middle = top + (_THIN if lane.quiet else _BAR) / 2
        kind = "fig-lane fig-quiet" if lane.quiet else "fig-lane"
        yield f'<g class="{kind}"><title>{plain(lane.title)}</title>'
        yield self._line("fig-life", lane.begun, lane.known, middle)
        if lane.ended > lane.known:
            yield self._line("fig-life fig-unseen", lane.known, lane.ended, middle)
        for bar in lane.bars:
            yield self._bar(bar, lane, top + bar.row * _ROW)
        for mark in lane.marks:
            yield self._mark(mark, top)
        if lane.end and lane.ended == lane.known:
            yield self._end(lane, middle)
        yield "</g>"

    def _line(self, kind: str, begun: int, ended: int, y: float) -> str:
        ends = f'x1="{self.part(begun)}" x2="{self.part(ended)}" y1="{y:g}" y2="{y:g}"'
        return f'<line class="{kind}" {ends}/>'

    def _bar(self, bar: Bar, lane: Lane, top: int) -> str:
        height = _THIN if lane.quiet else _BAR
        kind = "fig-bar" + ("" if bar.kind == "wait" else f" fig-{bar.kind}")
        kind += " fig-cut" if bar.cut and bar.kind == "call" else ""
        paint = ""
        if bar.kind == "wait":
            paint = f' fill="url(#{self.uid}-{"inside" if bar.inside else "wait"})"'
            if bar.inside:  # over the lower part of the call, below its name
                top, height = top + _BAR - _THIN, _THIN
        length = bar.ended - bar.begun
        place = f'x="{self.part(bar.begun)}" y="{top}" height="{height}"'
        width = self.part(length) if length > _HAIR * self.scale else "2"
        title = f"<title>{plain(in_words(bar))}</title>"
        shape = f'<rect class="{kind}" {place} width="{width}"{paint}>{title}</rect>'
        least = _WORTH_TEXT if bar.kind in ("call", "start") else _WORTH_QUIET_TEXT
        room = _room(bar, lane)
        if room < least * self.scale or height == _THIN:
            return shape
        label = plain(_clipped(bar.label, 120))
        text = f'<text class="fig-on-{bar.kind}" x="4" y="14">{label}</text>'
        return f'{shape}<svg {place} width="{self.part(room)}">{title}{text}</svg>'

    def _mark(self, mark: Mark, top: int) -> str:
        kind = "fig-print" if mark.stream == 1 else "fig-print fig-stderr"
        title = plain(f"{says(mark)} at {milliseconds(mark.time)} ms")
        place = f'x="{self.part(mark.time)}" y="{top - 4}" width="3" height="{_BAR + 6}"'
        return f'<rect class="{kind}" {place}><title>{title}</title></rect>'

    def _end(self, lane: Lane, middle: float) -> str:
        title = plain(f"{lane.name} ends at {milliseconds(lane.ended)} ms: {lane.end}")
        kind = "fig-stop-mark fig-failed" if lane.failed else "fig-stop-mark"
        place = f'cx="{self.part(lane.ended)}" cy="{middle:g}" r="4"'
        return f'<circle class="{kind}" {place}><title>{title}</title></circle>'


def _room(bar: Bar, lane: Lane) -> int:
    """Say how much of a bar is free for its label: up to what lies on top of it."""
    ends = [bar.ended]
    if bar.kind == "main":
        ends += [b.begun for b in lane.bars if b.row == bar.row and b.begun > bar.begun]
    return min(ends) - bar.begun


def in_words(bar: Bar) -> str:
    """Say what a bar stands for, from when to when."""
    begun, ended = milliseconds(bar.begun), milliseconds(bar.ended)
    return f"{bar.told}: {begun} to {ended} ms, {milliseconds(bar.ended - bar.begun)} ms"


def says(mark: Mark) -> str:
    """Say what was printed, and where to if not to standard output."""
    where = "prints" if mark.stream == 1 else "writes to standard error"
    return f"{where} {_clipped(mark.text.rstrip(chr(10)), 200)!r}"


def _step(scale: int) -> int:
    """Choose how far apart the times on the axis are: four or so of them."""
    power = int(10 ** max(len(str(scale)) - 2, 3))
    steps = (power * factor for factor in (1, 2, 5, 10, 20, 50, 100))
    return next(step for step in steps if scale / step < 5)
