"""Turn a run into lanes: what each process and thread did, when, ready to draw.

The picture and its table are both made of what stands here, so they hold the
same. Times are nanoseconds after the start of the run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from runner.bars import MODULE, Bar, Mark, bars_of, calls_in, marks_of, start_of, stop_of
from runner.run import Run, end_in_words
from runner.trace import Process, Span

MOST_BARS = 600  # of one picture; more are drawn more coarsely
MOST_PROCESSES = 16  # lanes for processes: what comes after is said, not drawn
MOST_THREADS = 8  # lanes for the threads of one process
FINENESS = (400, 200, 100, 50)  # parts of the whole; a shorter one is joined or left out
_WORKERS = ("ForkPoolWorker-", "SpawnPoolWorker-", "ForkServerPoolWorker-", "PoolWorker-")
_CHILDREN = ("Process-", "ForkProcess-", "SpawnProcess-", "ForkServerProcess-")


@dataclass(frozen=True)
class Lane:
    """One process, or one thread beside a process's first.

    Attributes:
        name: Its part in the program, such as ``worker 1``.
        alias: The name that the program knows it by, if another.
        pid: Its process id.
        thread: Whether it is a thread.
        quiet: Whether it is a helper of ``multiprocessing``.
        parent: The index of the lane that it came from.
        begun: When it was asked for.
        known: Until when something is known of it.
        ended: When it ended; the end of the picture if nobody saw it end.
        end: How it ended, in a word or two; empty for a thread.
        failed: Whether that was a failure, see ``Run.failed``; of the main process, all but
            exit 0 is one.
        bars: What it did.
        marks: What it printed.
    """

    name: str
    alias: str
    pid: int
    thread: bool
    quiet: bool
    parent: int | None
    begun: int
    known: int
    ended: int
    end: str
    failed: bool
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]

    @property
    def rows(self) -> int:
        """How many rows its bars take."""
        return max((bar.row for bar in self.bars), default=0) + 1

    @property
    def title(self) -> str:
        """Its name in full."""
        alias = f" ({self.alias})" if self.alias else ""
        return f"{self.name}{alias}" if self.thread else f"{self.name}{alias}, pid {self.pid}"


@dataclass(frozen=True)
class Picture:
    """All lanes of a run.

    Attributes:
        lanes: The main process first, children after their parent.
        total: How long it took.
        strays: What was printed by nobody knows whom.
        left_out: What is not in it, as sentences.
    """

    lanes: tuple[Lane, ...]
    total: int
    strays: tuple[Mark, ...]
    left_out: tuple[str, ...]


def picture_of(run: Run) -> Picture:
    """Arrange a run for a picture."""
    picture = _picture_at(run, FINENESS[0])
    for parts in FINENESS[1:]:
        if sum(len(lane.bars) + len(lane.marks) for lane in picture.lanes) <= MOST_BARS:
            break
        picture = _picture_at(run, parts)
    return picture


def _picture_at(run: Run, parts: int) -> Picture:
    every = _in_order(run)
    processes = every[:MOST_PROCESSES]
    places = [p.pid for p in processes]
    ends = [t for p in processes if not p.helper for t in (p.born, p.died or 0)]
    ends += [t for s in run.spans for t in (s.begun, s.ended or 0) if s.pid in places]
    total = max(int(run.seconds * 1e9), *ends, *(p.time for p in run.pieces), 1)
    finest = total // parts
    spans: dict[int, dict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for span in run.spans:
        spans[span.pid][span.thread].append(span)
    lanes: list[Lane] = []
    index: dict[int, int] = {}
    left_out: list[str] = []
    if len(every) > MOST_PROCESSES:
        left_out.append(f"{len(every) - MOST_PROCESSES} more processes")
    for process in processes:
        threads = spans[process.pid]
        first = _first_thread(threads)
        lane, deeper = _process_lane(run, process, threads.get(first, []), total, finest)
        origin = process.via if process.via in index else process.parent
        index[process.pid] = len(lanes)
        lanes.append(replace(lane, parent=index.get(origin) if origin is not None else None))
        others = [t for number, t in threads.items() if number != first and calls_in(t)]
        for thread in [] if lane.quiet else others[:MOST_THREADS]:
            other, more = _thread_lane(thread, lane, finest)
            lanes.append(replace(other, parent=index[process.pid]))
            deeper += more
        if len(others) > MOST_THREADS:
            left_out.append(f"{len(others) - MOST_THREADS} more threads of {lane.name}")
        if deeper:
            left_out.append(f"{deeper} calls of {lane.name} that are nested deeper")
    known = {process.pid for process in every}
    strays = [p for p in run.pieces if p.pid not in known]
    return Picture(tuple(lanes), total, marks_of(strays, finest), tuple(left_out))


def _in_order(run: Run) -> list[Process]:
    """Choose the processes that matter; each child after its parent."""
    matter = {p.pid for p in run.processes if not p.helper}
    matter |= {p.via for p in run.processes if p.pid in matter and p.via is not None}
    matter |= {piece.pid for piece in run.pieces if piece.pid is not None}
    chosen = [p for p in run.processes if p.pid in matter]
    pids = {p.pid for p in chosen}
    children: dict[int | None, list[Process]] = defaultdict(list)
    for process in sorted(chosen, key=_asked):
        origin = process.via if process.via in pids else process.parent
        known = origin in pids and origin != process.pid
        children[origin if known and process.name != "main" else None].append(process)
    ordered: list[Process] = []
    waiting = children[None][::-1]
    while waiting:
        ordered.append(waiting.pop())
        waiting += children.pop(ordered[-1].pid, [])[::-1]
    return ordered


def _asked(process: Process) -> int:
    return process.born if process.asked is None else min(process.asked, process.born)


def _first_thread(threads: dict[int, list[Span]]) -> int:
    """Find a process's first thread among those that did something."""
    for number, spans in threads.items():
        if spans[0].name == MODULE or spans[0].thread_name in ("MainThread", ""):
            return number
    return next(iter(threads), 0)


def _process_lane(
    run: Run, process: Process, spans: Sequence[Span], total: int, finest: int
) -> tuple[Lane, int]:
    main = process.name == "main"
    pieces = [p for p in run.pieces if p.pid == process.pid]
    begun = 0 if main else _asked(process)
    told = [t for s in spans for t in (s.begun, s.ended or 0)] + [p.time for p in pieces]
    known = max([process.born, begun, *told])
    if main:
        known = ended = max(known, process.died or 0, int(run.seconds * 1e9))
        end = {"ended": run.end, "hang": "hangs"}.get(run.verdict, f"stopped: {run.verdict}")
        failed = run.end != "exit 0"
    elif process.died is None:
        seen = run.verdict == "ended"  # if not, it was there to the last
        ended, end, failed = total, "end not seen" if seen else "stopped", False
    else:
        known = ended = min(max(process.died, known), total)  # helpers outlive the run
        end = "ended" if process.code is None else end_in_words(process.code)
        failed = run.failed(process)
    bars, deeper = bars_of(spans, main, ended, finest)
    bars = [b for b in bars if b.kind == "import"] if process.helper else bars
    bars = [
        *start_of(process, begun, spans, pieces if run.spans else []),
        *bars,
        *stop_of(main, spans, ended, finest),
    ]
    name, alias = _named(process)
    lane = Lane(
        name=name,
        alias=alias,
        pid=process.pid,
        thread=False,
        quiet=process.helper,
        parent=None,
        begun=begun,
        known=known,
        ended=ended,
        end="" if process.helper else end.removeprefix("signal "),
        failed=failed,
        bars=tuple(sorted(bars, key=lambda bar: (bar.begun, bar.row))),
        marks=marks_of(pieces, finest),
    )
    return lane, deeper


def _thread_lane(spans: Sequence[Span], lane: Lane, finest: int) -> tuple[Lane, int]:
    ended = max(lane.ended if s.ended is None else s.ended for s in spans)
    bars, deeper = bars_of(spans, False, lane.ended, finest)
    name = next((s.thread_name for s in spans if s.thread_name), "a thread")
    thread = Lane(
        name=f"thread {name}" if not name.lower().startswith("thread") else name,
        alias=f"in {lane.name}",
        pid=lane.pid,
        thread=True,
        quiet=False,
        parent=None,
        begun=spans[0].begun,
        known=ended,
        ended=ended,
        end="",
        failed=False,
        bars=tuple(bars),
        marks=(),
    )
    return thread, deeper


def _named(process: Process) -> tuple[str, str]:
    """Name a process by its part in the program; its own name as well if that says more."""
    for prefixes, part in ((_WORKERS, "worker"), (_CHILDREN, "child")):
        for prefix in prefixes:
            number = process.name.removeprefix(prefix)
            if number != process.name and number.replace(":", "").isdigit():
                return f"{part} {number}", process.name
    return process.name, ""
