"""Tell what one thread did as bars, and what a process printed as marks.

What is too short to be told apart in a picture is joined or left out, so a
tight loop of calls is one bar. Times are nanoseconds after the run's start.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from runner.trace import Piece, Process, Span

DEEPEST = 3  # calls inside of calls inside of calls; deeper ones are left out
MODULE = "<module>"
_BRIEF = {"__enter__": "acquire", "recv_bytes": "recv"}


@dataclass(frozen=True)
class Bar:
    """A stretch of time in a lane.

    Attributes:
        kind: ``start`` (start-up), ``import`` (the main module, again),
            ``main`` (the program's top level), ``call``, ``wait`` or ``stop``.
        label: What fits on it.
        told: The same in full, as a sentence without its subject.
        begun: When it begins.
        ended: When it ends.
        row: How many of the program's calls it lies in.
        count: How many it stands for, where they are too short to be told apart.
        inside: Whether it lies in a call.
        cut: Whether the process ended in the middle of it.
    """

    kind: str
    label: str
    told: str
    begun: int
    ended: int
    row: int = 0
    count: int = 1
    inside: bool = False
    cut: bool = False


@dataclass(frozen=True)
class Mark:
    """What was printed at one moment."""

    time: int
    stream: int
    text: str


def calls_in(spans: Iterable[Span]) -> list[Span]:
    """Give the calls of the program's functions among spans."""
    return [s for s in spans if s.kind == "call" and s.name != MODULE]


def start_of(
    process: Process, begun: int, spans: Sequence[Span], pieces: Sequence[Piece]
) -> list[Bar]:
    """Say how long it took until it came to the program's own code, where that is known."""
    main = process.name == "main"
    own = [s.begun for s in spans if main or s.name != MODULE][:1] + [p.time for p in pieces[:1]]
    until = process.born if process.helper else min(own, default=process.born)
    if until <= begun or (process.how == "fork" and not own):
        return []
    told = "starts up" if process.how == "fork" else "starts up: a new interpreter"
    return [Bar("start", "start-up", told, begun, until)]


def stop_of(main: bool, spans: Sequence[Span], ended: int, finest: int) -> list[Bar]:
    """Say how long the interpreter took to end after the program's last line."""
    last = next((s.ended for s in spans if s.name == MODULE and s.depth == 0), None)
    if not main or last is None or ended - last <= finest:
        return []
    return [Bar("stop", "end", "shuts the interpreter down", last, ended)]


def bars_of(spans: Sequence[Span], main: bool, ended: int, finest: int) -> tuple[list[Bar], int]:
    """Give the bars of one thread, and how many calls lie too deep for it."""
    outer: list[Span] = []
    bars: list[Bar] = []
    last: dict[tuple[str, int], int] = {}
    deeper = 0
    for span in sorted(spans, key=lambda s: (s.begun, s.depth)):
        while outer and outer[-1].depth >= span.depth:
            outer.pop()
        calls = len(calls_in(outer))
        outer.append(span)
        row = calls if span.kind == "call" else max(calls - 1, 0)
        if row >= DEEPEST:
            deeper += span.kind == "call"
            continue
        bar = _bar(span, row, calls > 0, main, ended)
        place = last.get((bar.kind, row))
        joined = _join(bars[place], bar, finest) if place is not None else None
        if joined is not None and place is not None:
            bars[place] = joined
        else:
            last[bar.kind, row] = len(bars)
            bars.append(bar)
    return [b for b in bars if b.kind != "wait" or b.ended - b.begun > finest], deeper


def _bar(span: Span, row: int, inside: bool, main: bool, ended: int) -> Bar:
    name = span.name.rpartition("<locals>.")[2]
    brief = name.rpartition(".")[2]
    if span.name == MODULE:
        kind = "main" if main else "import"
        label = "main program" if main else "import"
        told = "runs the main program" if main else "imports the main module"
    elif span.kind == "call":
        kind, label = "call", f"{name}({span.detail})"
        told = f"calls {label}"
    else:
        kind, label, told = "wait", f"{_BRIEF.get(brief, brief)}()", f"waits in {name}()"
    if span.ended is None:
        told += ", until it was ended" if kind != "main" else ", to its end"
    until = ended if span.ended is None else span.ended
    return Bar(kind, label, told, span.begun, until, row, 1, inside, span.ended is None)


def _join(first: Bar, second: Bar, finest: int) -> Bar | None:
    """Make one bar of two that nobody could tell apart in the picture."""
    if second.begun - first.ended >= finest or second.ended - second.begun >= finest:
        return None
    if first.count == 1 and first.ended - first.begun >= finest:
        return None
    count = first.count + second.count
    name = second.told.partition("(")[0]
    if first.told.partition("(")[0] == name:
        label, told = f"{second.label.partition('(')[0]}() × {count}", f"{name}(), {count} times"
    else:
        what = "calls" if second.kind == "call" else "waits"
        label, told = f"{count} {what}", f"{count} short {what}"
    ended = max(first.ended, second.ended)
    return replace(first, label=label, told=told, ended=ended, count=count, cut=second.cut)


def marks_of(pieces: Sequence[Piece], finest: int) -> tuple[Mark, ...]:
    """Join the writes that make up a line, or come too close after each other."""
    marks: list[Mark] = []
    last: dict[int, tuple[int, int]] = {}
    for piece in pieces:
        place, time = last.get(piece.stream, (-1, 0))
        if place >= 0 and (piece.time - time < finest or not marks[place].text.endswith("\n")):
            marks[place] = replace(marks[place], text=marks[place].text + piece.text)
        else:
            place = len(marks)
            marks.append(Mark(piece.time, piece.stream, piece.text))
        last[piece.stream] = (place, marks[place].time)
    return tuple(marks)
