"""Decide whether two runs of a snippet say the same, under its contract."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from runner.metadata import Settings
from runner.run import Run
from runner.snippet import Snippet
from runner.surroundings import SHARED_BY_OTHERS

WORDS = {
    "exact": "the same text in every run",
    "lines": "the same lines in every run, in any order",
    "per-process": "each process's lines in order; processes in any order",
    "pattern": "the same text in every run, apart from the parts that are marked",
    "varies": "really differs from run to run",
}

_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{4,}\b")
_SECONDS = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?=\s?(?:µs|us|ms|s|seconds?|milliseconds?)\b)")
# A pid may equal any small number, a line's or a result's: only what is called one is.
_PID = re.compile(r"(?i)(?:(?<=\bpid[ =])|(?<=\bprocess ))\d+(?![\w.]*\w)")
# A traceback's line on one of Python's own files; its first group is the indent.
LIBRARY_FRAME = re.compile(r'([ |]*)File "(?:/usr/lib/python3[^"]*|<[^"]*>)", line \d+')
_TRACEBACK = re.compile(r"^(?=Traceback \(most recent call last\):$)", re.MULTILINE)
# What Python says before the traceback of an exception that does not end the program.
_PASSED_OVER = re.compile(r"^(?:Exception ignored|Exception in thread|Error in atexit).*\n\Z", re.M)
_WARNING = re.compile(r"^/usr/lib/python3\.\d+t?/(\S+?):\d+: (?=\w*Warning)")
_CARETS = re.compile(r"^\s*(?:\|\s*)?[~^][~^ ]*$")


@dataclass(frozen=True)
class Form:
    """What of a run counts, and nothing else; equal forms say the same."""

    end: str
    child_exits: tuple[int, ...]
    stdout: tuple[str, ...]
    stderr: tuple[str, ...]


def form_of(
    settings: Settings,
    end: str,
    child_exits: tuple[int, ...],
    stdout: str,
    stderr: str,
    blocks: Iterable[str] = (),
) -> Form:
    """Reduce a result to what counts under its snippet's contract.

    Args:
        settings: The snippet's.
        end: How the main process ended.
        child_exits: Exit codes of children that failed.
        stdout: Standard output; already masked under ``pattern``.
        stderr: Standard error, likewise.
        blocks: Under ``per-process``, standard output by process.
    """
    contract = settings.output
    errors = without_library_frames(stderr).split("\n") if stderr else []
    if contract == "varies":
        return Form(end, child_exits, (), ())
    if contract == "per-process":
        return Form(end, child_exits, tuple(sorted(blocks)), tuple(sorted(errors)))
    output = stdout.split("\n")
    if contract == "lines":
        return Form(end, child_exits, tuple(sorted(output)), tuple(sorted(errors)))
    return Form(end, child_exits, tuple(output), tuple(errors))


def form_of_run(run: Run, settings: Settings) -> Form:
    """Reduce a fresh run to what counts."""
    stdout, stderr = shown_texts(run, settings)
    blocks = blocks_of(run) if settings.output == "per-process" else ()
    return form_of(settings, run.end, run.child_exits, stdout, stderr, blocks)


def shown_texts(run: Run, settings: Settings) -> tuple[str, str]:
    """Give a run's output and errors as a record holds them."""
    if settings.output == "pattern":
        return mask(run.stdout, settings, run.pids), mask(run.stderr, settings, run.pids)
    # A pid in a traceback or a warning says nothing under any contract.
    return run.stdout, mask(run.stderr, settings, run.pids)


def differing_parts(run: Run, settings: Settings) -> list[list[tuple[int, int]]]:
    """Say which parts of a run's output and errors :func:`shown_texts` gives as placeholders."""
    masks = settings.output == "pattern"
    stdout = replaced(run.stdout, settings, run.pids) if masks else []
    return [stdout, replaced(run.stderr, settings, run.pids)]


def blocks_of(run: Run) -> tuple[str, ...]:
    """Give standard output by process, each process's text in its own order."""
    blocks: dict[int | None, str] = {}
    for piece in run.pieces:
        if piece.stream == 1:
            blocks[piece.pid] = blocks.get(piece.pid, "") + piece.text
    return tuple(sorted(blocks.values()))


def mask(text: str, settings: Settings, pids: Iterable[int] = ()) -> str:
    """Put placeholders where a run may differ from the next.

    The snippet's own masks come first; then addresses become ``<address>``,
    numbers before a unit of time ``<seconds>`` (the unit stays), and the pids
    of the run's processes, where ``pid`` or ``process`` stands before them,
    ``<pid>``.
    """
    for pattern, put in _maskings(settings, pids):
        text = pattern.sub(put, text)
    return text


_Put = Callable[[re.Match[str]], str]


def _maskings(settings: Settings, pids: Iterable[int]) -> Iterator[tuple[re.Pattern[str], _Put]]:
    """Give what is looked for, one after the other, and what is put there."""
    for name, pattern in settings.masks.items():
        yield re.compile(pattern), lambda _, name=name: f"<{name}>"  # type: ignore[misc]
    yield _ADDRESS, lambda _: "<address>"
    yield _SECONDS, lambda _: "<seconds>"
    known = {str(pid) for pid in pids}  # last: a duration may be a pid's number, too
    yield _PID, lambda match: "<pid>" if match[0] in known else match[0]


def replaced(text: str, settings: Settings, pids: Iterable[int] = ()) -> list[tuple[int, int]]:
    """Say which parts of a text :func:`mask` replaces: from, to, in their order.

    One may lie in another, where a mask replaced what another one had put there.
    """
    found = set()
    # Of each character, which part of the text it stands for.
    starts, ends = list(range(len(text))), list(range(1, len(text) + 1))
    for pattern, put in _maskings(settings, pids):
        position, parts = 0, []
        now: tuple[list[int], list[int]] = [], []
        for match in pattern.finditer(text):
            (first, last), other = match.span(), put(match)
            if other == match[0]:
                continue
            begun = ends[first - 1] if first else 0
            ended = begun
            if first < last:
                begun, ended = starts[first], ends[last - 1]
            found.add((begun, ended))
            parts += [text[position:first], other]
            for each, kept, edge in zip(now, (starts, ends), (begun, ended), strict=True):
                each += kept[position:first] + [edge] * len(other)
            position = last
        text = "".join(parts) + text[position:]
        starts, ends = now[0] + starts[position:], now[1] + ends[position:]
    return sorted(found, key=lambda span: (span[0], -span[1]))


def without_library_frames(text: str) -> str:
    """Leave out what tracebacks say of Python's own files.

    Line numbers in there change with every patch release; the reader's own
    frames and the error itself stay.
    """
    kept: list[str] = []
    indent: int | None = None
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(" |"))
        if indent is not None and line.strip() and depth > indent:
            continue
        indent = None
        library = LIBRARY_FRAME.match(line)
        if library:
            indent = len(library[1])
        elif not _CARETS.match(line):
            kept.append(_WARNING.sub(r"/usr/lib/python3/\1: ", line))
    return "\n".join(kept)


def faults(run: Run, snippet: Snippet) -> list[str]:
    """Say in what a run is not as its snippet declares; [] if in nothing."""
    settings = snippet.settings
    expected = settings.expected(run.method, run.python.rstrip("t"))
    found = []
    if expected.hangs_after is not None:
        if run.verdict != "hang":
            found.append(f"it should hang, but {_ended(run)}: the lesson is no longer true")
    elif run.verdict != "ended":
        found.append(_ended(run))
    elif expected.signal is not None:
        if run.end != f"signal {expected.signal}":
            found.append(f"it should end by {expected.signal}, but {_ended(run)}")
    elif run.status != expected.exit:
        found.append(f"it should exit with {expected.exit}, but {_ended(run)}")
    if expected.raises is not None and not _raised(expected.raises, run):
        found.append(f"it should end with an uncaught {expected.raises}; standard error shows none")
    undeclared = [code for code in run.child_exits if code not in expected.child_exits]
    if undeclared and run.verdict == "ended":
        codes = ", ".join(map(str, undeclared))
        found.append(f"children ended with exit code {codes}; child-exits declares no such end")
    for kind, names in run.left.items():
        if kind not in settings.leaves:
            some = ", ".join(names[:5]) + (", …" if len(names) > 5 else "")
            found.append(f"it leaves behind {len(names)} × {kind} ({some}); leaves does not say so")
    if run.verdict == "ended":
        missing = [k for k in settings.leaves if k not in run.left and _can_see(k, run)]
        found += [f"it should leave a {kind} behind, but does not" for kind in missing]
    if run.cut and expected.hangs_after is None:
        found.append(f"it wrote {max(run.written):,} bytes, more than is kept")
    if settings.matches and not re.fullmatch(
        settings.matches, run.stdout, re.DOTALL | re.MULTILINE
    ):
        found.append(f"its output does not match {settings.matches!r}")
    return found


def _can_see(kind: str, run: Run) -> bool:
    if kind in ("file", "socket", "thread"):
        return True
    return not set(run.blind) - ({SHARED_BY_OTHERS} if kind == "process" else set())


def _ended(run: Run) -> str:
    seconds = f"{run.seconds:.1f} s"
    if run.verdict == "deadline":
        return f"it was still running after {seconds} and was ended"
    if run.verdict == "memory":
        return f"it took {run.peak >> 20} MiB of memory and was ended"
    if run.verdict == "output":
        return f"it wrote {max(run.written):,} bytes without end and was ended"
    if run.verdict == "hang":
        return f"it hangs: it had not ended after {seconds}"
    return f"it ended with {run.end}"


def _raised(name: str, run: Run) -> bool:
    """Tell whether the main process's last traceback names this exception type."""
    errors = run.stderr
    main = {process.pid for process in run.processes if process.name == "main"}
    pieces = [piece for piece in run.pieces if piece.stream == 2]
    if main and pieces:  # what no process told of may be of main, too
        errors = "".join(piece.text for piece in pieces if piece.pid in {*main, None})
    last = last_traceback(errors) or errors
    return re.search(rf"^(?:[\w.]*\.)?{re.escape(name)}(?::|$)", last, re.MULTILINE) is not None


def last_traceback(errors: str) -> str:
    """Give the last traceback of what may have ended a program, and what follows; "" if none."""
    before, *parts = _TRACEBACK.split(errors)
    last = ""
    for part in parts:
        if not _PASSED_OVER.search(before):
            last = part
        before = part
    return last


def difference(recorded: Form, fresh: Form) -> str:
    """Show how a fresh result differs from a recorded one, as a diff."""
    before, after = _as_lines(recorded), _as_lines(fresh)
    return "\n".join(difflib.unified_diff(before, after, "recorded", "this run", lineterm="", n=2))


def _as_lines(form: Form) -> list[str]:
    lines = [f"[end] {form.end}"]
    if form.child_exits:
        lines.append(f"[child exit codes] {', '.join(map(str, form.child_exits))}")
    for block in form.stdout:  # a line, or all that one process printed
        first, *others = block.split("\n")
        lines += [f"[out] {first}", *(f"[and] {line}" for line in others)]
    lines += [f"[err] {line}" for line in form.stderr]
    return lines
