"""Read what the probe's processes told, and say who wrote what.

The events are described in ``runner/probe/sitecustomize.py``.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HELPERS = ("resource_tracker", "forkserver")


@dataclass(frozen=True)
class Event:
    """One thing that one process told.

    Attributes:
        kind: ``birth``, ``start``, ``reap``, ``write``, ``made``, ``open``,
            ``close`` or ``end``.
        time: Nanoseconds on the machine's monotonic clock.
        pid: The process.
        thread: The thread's identity.
        details: What the kind says more.
    """

    kind: str
    time: int
    pid: int
    thread: int
    details: tuple[Any, ...]


@dataclass(frozen=True)
class Process:
    """One process of a run.

    Attributes:
        pid: Its process id.
        name: ``main``, the name ``multiprocessing`` gave it, or what it is.
        parent: Pid of the process that asked for it.
        how: ``exec`` for a new interpreter, ``fork`` for a copy.
        born: Nanoseconds after the start of the run.
        died: Nanoseconds after the start of the run, where known.
        code: Exit code (negative: signal), where some process waited for it.
        helper: Whether ``multiprocessing`` started it for its own use.
        asked: When its parent asked for it, nanoseconds after the start of
            the run. A new interpreter tells of its birth only once it works.
        via: Pid of the process it is a copy of, where that is not its parent
            but a fork server.
    """

    pid: int
    name: str
    parent: int | None
    how: str
    born: int
    died: int | None
    code: int | None
    helper: bool = False
    asked: int | None = None
    via: int | None = None


@dataclass(frozen=True)
class Piece:
    """One write: when (nanoseconds after the start), where, by whom, what."""

    time: int
    stream: int
    pid: int | None
    text: str


@dataclass(frozen=True)
class Span:
    """A call of one of the snippet's functions, or a wait.

    Attributes:
        pid: The process.
        thread: The thread's identity; unique in the process.
        thread_name: Its name, where Python knows it by then.
        kind: ``call`` or ``wait``.
        name: Qualified name of the function; ``<module>`` for the snippet's
            own top level, which children import again under ``spawn``.
        detail: The call's arguments in brief.
        depth: How many spans of its thread it lies in.
        begun: Nanoseconds after the start of the run.
        ended: Likewise; None if the process was ended in the middle of it.
    """

    pid: int
    thread: int
    thread_name: str
    kind: str
    name: str
    detail: str
    depth: int
    begun: int
    ended: int | None


def read_spans(
    events: list[Event], begun: int, brief: Callable[[list[str]], str]
) -> tuple[Span, ...]:
    """Pair what was opened and closed; spans in order of their beginning.

    Args:
        events: All events, in order of time.
        begun: The run's start, nanoseconds on the monotonic clock.
        brief: Makes a call's arguments into a detail.
    """
    open_: dict[tuple[int, int], list[tuple[int, Event]]] = defaultdict(list)
    spans: list[Span | None] = []

    def close(place: int, opened: Event, depth: int, ended: int | None) -> None:
        kind, name, given, thread_name = opened.details
        spans[place] = Span(
            opened.pid,
            opened.thread,
            thread_name,
            kind,
            name,
            brief(given),
            depth,
            opened.time - begun,
            None if ended is None else ended - begun,
        )

    for event in events:
        waiting = open_[event.pid, event.thread]
        if event.kind == "open":
            waiting.append((len(spans), event))
            spans.append(None)
        elif event.kind == "close" and waiting:
            place, opened = waiting.pop()
            close(place, opened, len(waiting), event.time)
    for waiting in open_.values():
        for depth, (place, opened) in enumerate(waiting):
            close(place, opened, depth, None)
    return tuple(span for span in spans if span is not None)


def read_events(folder: Path) -> list[Event]:
    """Read all events of a run, in order of time; damaged lines are left out."""
    events = []
    for file in folder.iterdir():
        if not file.name.isdigit():
            continue
        for line in file.read_text("utf-8", "backslashreplace").split("\n"):
            try:
                # Not by ast.literal_eval: before 3.11.8 and 3.12.2 its count of the
                # depth is shared by all threads, and a busy machine sees it fail.
                kind, time, thread, *details = json.loads(line)
                if kind == "write":
                    details[1] = details[1].encode("latin-1")
            except (AttributeError, IndexError, RecursionError, TypeError, ValueError):
                continue  # cut off by the process's death
            events.append(Event(kind, time, int(file.name), thread, tuple(details)))
    return sorted(events, key=lambda event: event.time)


def read_processes(events: list[Event], main: int, begun: int) -> tuple[Process, ...]:
    """Draw up the processes of a run from its events.

    Args:
        events: All events, in order of time.
        main: Pid of the process that ran the snippet.
        begun: The run's start, nanoseconds on the monotonic clock.
    """
    born = {e.pid: e for e in reversed(events) if e.kind == "birth"}
    started = {e.details[0]: e for e in events if e.kind == "start"}
    ended = {e.pid: e.time for e in events if e.kind == "end"}
    reaped = {e.details[0]: e for e in events if e.kind == "reap"}
    processes = []
    for pid in sorted(born.keys() | started.keys(), key=lambda p: _birth(p, born, started)):
        birth = born.get(pid)
        arguments = birth.details[2] if birth else []
        helper = next((h for h in HELPERS if any(f".{h} import" in a for a in arguments)), None)
        if pid == main:
            name = "main"
        elif pid in started:
            name = started[pid].details[1]
        elif helper:
            name = helper.replace("_", " ").replace("forkserver", "fork server")
        else:
            name = f"pid {pid}"
        parent = started[pid].pid if pid in started else birth.details[1] if birth else None
        reap = reaped.get(pid)
        died = ended.get(pid, reap.time if reap else None)
        processes.append(
            Process(
                pid=pid,
                name=name,
                parent=None if pid == main else parent,
                how=birth.details[0] if birth else "fork",
                born=_birth(pid, born, started) - begun,
                died=None if died is None else died - begun,
                code=reap.details[1] if reap else None,
                helper=helper is not None,
                asked=started[pid].time - begun if pid in started else None,
                via=_forker(birth, parent) if pid != main else None,
            )
        )
    return tuple(processes)


def _forker(birth: Event | None, parent: int | None) -> int | None:
    """Name whom a process is a copy of, if not of the one that asked for it."""
    if birth is None or birth.details[0] != "fork" or birth.details[1] in (parent, 1):
        return None
    forker: int = birth.details[1]
    return forker


def _birth(pid: int, born: dict[int, Event], started: dict[int, Event]) -> int:
    return born[pid].time if pid in born else started[pid].time


def attribute(
    data: bytes, stream: int, events: list[Event], read: list[tuple[int, int, int]], begun: int
) -> list[Piece]:
    """Say which process wrote each part of a stream.

    What was read is the truth; the events only say whose it is. A terminal
    takes each write whole, so the stream is the writes in some order.

    Args:
        data: All that was read from the stream.
        stream: 1 for standard output, 2 for standard error.
        events: All events of the run.
        read: ``(nanoseconds, stream, length)`` of each read, in order.
        begun: The run's start.

    Returns:
        The stream in pieces. Text no process told of, such as what a C
        library wrote, has no pid.
    """
    writes: dict[bytes, list[Event]] = defaultdict(list)
    for event in reversed(events):
        if event.kind == "write" and event.details[0] == stream and event.details[1]:
            writes[event.details[1]].append(event)
    lengths = sorted({len(text) for text in writes}, reverse=True)
    times = _read_times(stream, read)
    pieces: list[Piece] = []
    position, unknown = 0, 0

    def flush(until: int) -> None:
        if unknown < until:
            when = times(unknown) - begun
            pieces.append(Piece(when, stream, None, _text(data[unknown:until])))

    while position < len(data):
        match = None
        for length in lengths:
            waiting = writes.get(data[position : position + length])
            if waiting and (match is None or waiting[-1].time < match.time):
                match = waiting[-1]
        if match is None:
            following = data.find(b"\n", position) + 1
            position = following or len(data)
            continue
        text = match.details[1]
        writes[text].pop()
        flush(position)
        pieces.append(Piece(match.time - begun, stream, match.pid, _text(text)))
        position += len(text)
        unknown = position
    flush(len(data))
    return pieces


def _read_times(stream: int, read: list[tuple[int, int, int]]) -> Callable[[int], int]:
    ends: list[tuple[int, int]] = []
    total = 0
    for time, where, length in read:
        if where == stream:
            total += length
            ends.append((total, time))

    def at(position: int) -> int:
        return next((time for end, time in ends if position < end), ends[-1][1] if ends else 0)

    return at


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


_ADDRESS = re.compile(r"0x[0-9a-f]{4,}")
_OURS = re.compile(r'^  File ".*[/\\]probe[/\\]sitecustomize\.py".*\n', re.MULTILINE)


def read_stacks(folder: Path, pids: list[int]) -> dict[int, str]:
    """Read the stacks that processes wrote at their deadline.

    Returns:
        The text by pid, without frames of the probe and without addresses.
    """
    stacks = {}
    for pid in pids:
        try:
            text = (folder / f"{pid}.stacks").read_text("utf-8", "replace")
        except OSError:
            continue
        text = _OURS.sub("", text)
        text = re.sub(r"^(Current thread|Thread) 0x[0-9a-f]+", r"\1", text, flags=re.MULTILINE)
        stacks[pid] = _ADDRESS.sub("0x…", text).strip("\n")
    return stacks
