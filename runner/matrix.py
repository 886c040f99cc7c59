"""Tell how a program ended on each Python and under each start method, as a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from runner.contract import last_traceback
from runner.places import METHODS, SYSTEMS, Place
from runner.problem import Problem
from runner.record import Record
from runner.run import Run
from runner.schedule import fresh_runs
from runner.snippet import Snippet
from runner.variants import Variant, variants_of

_ERROR = re.compile(r"^(?:[\w.]*\.)?(?P<name>\w+(?:Error|Exception|Pool|Interrupt|Failed))\b", re.M)
_TYPE = re.compile(r"^(?:[\w.]*\.)?(?P<name>[A-Z]\w*)(?::|$)", re.M)  # after a traceback
_LONG = 44  # characters of an output's last line


def matrix(name: str) -> str:
    """Draw up how a snippet ended, Python by Python and method by method.

    Args:
        name: The snippet's, such as ``pitfalls/no_main_guard``.

    Returns:
        A table as finished HTML, for a page to print.

    Raises:
        Problem: If there is no such snippet, or nothing to tell of it.
    """
    return as_table(*fresh_runs(name))


def as_table(snippet: Snippet, runs: Sequence[Run], record: Record | None) -> str:
    """Draw up the table of a snippet's results, this build's and the recorded ones."""
    heads, rows = _drawn_up(snippet, runs, record)
    columns = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = []
    for name, *ends in rows:
        cells = "".join(f"<td>{escape(words)}</td>" for words in ends)
        body.append(f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>')
    return (
        f'<table class="run-table" data-search-exclude><caption>{escape(_caption(snippet))}'
        f"</caption><thead><tr>{columns}</tr></thead><tbody>{''.join(body)}</tbody></table>"
    )


def markdown_table(snippet: Snippet, runs: Sequence[Run], record: Record | None) -> str:
    """Give the same table as Markdown."""
    heads, rows = _drawn_up(snippet, runs, record)
    lines = [heads, ["---"] * len(heads), *(map(_plain, row) for row in rows)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"{_caption(snippet)}:\n\n{table}"


def _caption(snippet: Snippet) -> str:
    return f"How {snippet.path.name} ends"


def _plain(text: str) -> str:
    """Keep what a program printed from being read as Markdown."""
    return re.sub(r"[\\`*_<\[|]", r"\\\g<0>", " ".join(text.split()))


def _drawn_up(
    snippet: Snippet, runs: Sequence[Run], record: Record | None
) -> tuple[list[str], list[list[str]]]:
    """Give a table's head and its rows: a Python, and how the snippet ends by each method."""
    told: dict[Place, str] = {}
    for variant in variants_of(snippet, runs, record):
        told |= {Place.parse(place): _in_words(variant, place) for place in variant.places}
    if not told:
        raise Problem(
            "nothing to tell: no Python here fits it, and nothing is recorded of it as it is",
            f"Record it where one does: python -m runner record {snippet.name}",
            f"snippets/{snippet.name}.py",
        )
    methods = sorted({p.method for p in told}, key=[*METHODS, "native"].index)
    heads = [("any start method" if m == "native" else m) for m in methods]
    rows = []
    ordered = sorted(told, key=lambda place: place.rank)
    for platform, python in dict.fromkeys((place.platform, place.python) for place in ordered):
        ends = [told.get(Place(platform, python, method), "–") for method in methods]
        rows.append([f"{SYSTEMS.get(platform, platform)} {python}", *ends])
    return ["CPython", *heads], rows


def _in_words(variant: Variant, place: str) -> str:
    """Say the end in brief: a hang, an error and whose, a signal, or the last line.

    Of one that varies, say how many outputs it had at this place.
    """
    if variant.result is not None and variant.result.tallies:
        tally = variant.result.tallies.get(place)
        if tally is None:  # this build's own place, not recorded yet
            tally = f"{len({run.stdout for run in variant.runs})} of {len(variant.runs)}"
        distinct, _, total = tally.partition(" of ")
        return f"{distinct} different outputs in {total} runs"
    end = variant.end
    error = _error_of(variant.stderr)
    if end == "hangs":
        return f"hangs after {error}" if error else "hangs"
    if end == "exit 0":
        lines = variant.stdout.split("\n")
        last = next((line.strip() for line in reversed(lines) if line.strip()), "")
        if error:
            return f"{error} in a child, exit status 0"
        short = last if len(last) <= _LONG else f"{last[:_LONG].rstrip()} …"
        return short or "prints nothing"
    kind, _, detail = end.partition(" ")
    if kind == "signal":
        return f"ended by {detail}"
    return error or f"exit status {detail}"


def _error_of(errors: str) -> str:
    """Name the exception of the last traceback, or one that is named after it; "" if none is."""
    last = last_traceback(errors)
    found = _TYPE.search(last)
    others = list(_ERROR.finditer(last[found.end() :] if found else errors))
    names = [match["name"] for match in ([found] if found else []) + others]
    return names[-1] if names else ""
