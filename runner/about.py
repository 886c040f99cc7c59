"""Put into words where a result comes from and what may be relied on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from runner.contract import WORDS, shown_texts, without_library_frames
from runner.output import placeholders
from runner.places import METHODS, Place, name_methods, name_pythons
from runner.run import Run
from runner.snippet import Snippet
from runner.variants import Variant


def line(snippet: Snippet, variant: Variant, every: Sequence[str]) -> str:
    """Give the one quiet line under a result, as HTML.

    Args:
        snippet: The snippet.
        variant: The result.
        every: All places there are results of.
    """
    told = _ran(variant.runs) if variant.runs else _recorded(variant)
    if snippet.settings.output != "varies":
        told.append(escape(_same(variant.places, every)))
    if variant.runs:
        told += map(escape, _left(snippet, variant.runs))
    holds = escape(_holds(snippet, variant))
    # Facts about a run are of no use to a search.
    return f'<p class="run-about" data-search-exclude>{" · ".join(told)}. {holds}</p>'


def _ran(runs: Sequence[Run]) -> list[str]:
    run = runs[0]
    seconds = f"{run.seconds:.1f} s" if run.seconds >= 0.1 else "less than 0.1 s"
    cpus = f"{run.cpus} CPU{'s' * (run.cpus != 1)}"
    return [f"Ran on {escape(_where(run.place))}, {cpus}", _date(run.date), f"took {seconds}"]


def _recorded(variant: Variant) -> list[str]:
    told = ["<strong>Recorded earlier</strong>, not run in this build"]
    environment = variant.environment
    if environment is None:
        return [*told, escape(_where(variant.places[0]))]
    # Not the place shown first, perhaps, but the one that the text was taken from.
    names = [p for p in variant.places if p.startswith(f"{environment.name} ")]
    cpus = f"{environment.cpus} CPU{'s' * (environment.cpus != 1)}"
    where = _where(names[0] if names else f"{environment.name} native")
    return [*told, f"{escape(where)}, {cpus}", _date(environment.date)]


def _where(place: str) -> str:
    where = Place.parse(place)
    build = " (free-threaded)" if where.free_threaded else ""
    method = "" if where.method == "native" else f", {where.method}"
    return f"CPython {where.python}{build}{method}, {where.system}"


def _date(date: str) -> str:
    return f'<time datetime="{escape(date)}">{escape(date)}</time>'


def _same(places: Sequence[str], every: Sequence[str]) -> str:
    """Say how far a result reaches."""
    if len(every) == 1:
        return "not recorded anywhere else"
    if len(places) < len(every):
        return f"the same in {len(places)} of {len(every)} recorded places"
    known = [Place.parse(place) for place in every]
    where = f"Python {name_pythons({place.minor for place in known})}"
    if (methods := {place.method for place in known}) != {"native"}:
        where += f" with {name_methods(methods)}"
    systems = ", ".join(sorted({place.system for place in known}))
    # Where not every Python has every start method, the count still is right.
    return f"the same in all {len(every)} recorded places: {where} on {systems}"


def _left(snippet: Snippet, runs: Sequence[Run]) -> Iterable[str]:
    """Say what outlived the runs, and what else a reader should know of them."""
    left: dict[str, int] = {}
    for run in runs:
        for kind, names in run.left.items():
            left[kind] = max(left.get(kind, 0), len(names))
    if left:
        counts = ", ".join(f"{count} × {kind}" for kind, count in left.items())
        meant = ", on purpose" if set(left) <= set(snippet.settings.leaves) else ""
        yield f"left behind{meant}: {counts}"
    elif all(run.verdict == "ended" for run in runs):
        yield "left nothing behind"
    if codes := sorted({code for run in runs for code in run.child_exits}):
        yield f"exit codes of children: {', '.join(map(str, codes)).replace('-', '−')}"
    yield from dict.fromkeys(note for run in runs for note in run.notes)
    if blind := list(dict.fromkeys(each for run in runs for each in run.blind)):
        yield f"cannot be seen here: {', '.join(blind)}"


def _holds(snippet: Snippet, variant: Variant) -> str:
    """Say in words what the contract promises."""
    contract = snippet.settings.output
    if contract == "varies":
        return f"It {WORDS[contract]}."
    words = WORDS[contract]
    texts = [variant.result.stdout, variant.result.stderr] if variant.result else []
    if variant.runs:
        texts = list(shown_texts(variant.runs[0], snippet.settings))
    names = placeholders(texts, snippet.settings.masks)
    if names and contract == "pattern":
        words += f" ({', '.join(names)})"
    elif names:
        words += f"; the marked parts of its errors ({', '.join(names)}) may differ"
    if texts and _lines(without_library_frames(texts[1])) != _lines(texts[1]):
        words += "; line numbers inside Python's own files may differ"
    if snippet.settings.alone:
        words += "; it measures, so a machine with fewer free CPUs may print otherwise"
    return f"What holds: {words}."


def _lines(text: str) -> list[str]:
    # Markers below a line of code are left out as well; they are no numbers.
    return [each for each in text.splitlines() if not re.fullmatch(r"[ |~^]*", each)]


def times(fresh: int, total: int, recorded: int) -> str:
    """Say how often one output of a program that varies came."""
    told = []
    if fresh:
        told.append(f"{fresh} of {_count(total, 'run')} in this build")
    if recorded:
        told.append(f"{_count(recorded, 'recorded run')}")
    return "Printed in " + " and in ".join(told) if told else ""


def tally(variant: Variant) -> str:
    """Say how many different outputs a program that varies had.

    Such as "20 runs, 7 different outputs"; this build's runs and recorded
    ones are counted apart.
    """
    told = []
    if variant.runs:
        different = len({run.stdout for run in variant.runs})
        counted = f"{_count(len(variant.runs), 'run')}, {_count(different, 'different output')}"
        told.append(f"This build: {counted}." if variant.result else f"{counted}.")
    if variant.result and variant.result.tallies:
        tallies = variant.result.tallies
        place = variant.source if variant.source in tallies else next(iter(tallies))
        different, total = map(int, tallies[place].split(" of "))
        counted = f"{_count(total, 'run')}, {_count(different, 'different output')}"
        listed = len(variant.result.samples)
        most = f", the {listed} most frequent of them listed" if listed < different else ""
        told.append(f"Recorded with {_where(place)}: {counted}{most}.")
    return " ".join(told)


def tallies(variant: Variant) -> str:
    """Say the same of every place, as a table that opens."""
    result = variant.result
    if result is None or len(result.tallies) < 2:
        return ""
    known = [Place.parse(place) for place in result.tallies]
    methods = [m for m in ("native", *METHODS) if m in {place.method for place in known}]
    rows: dict[str, dict[str, str]] = {}
    for place, counted in zip(known, result.tallies.values(), strict=True):
        rows.setdefault(f"{place.system} {place.python}", {})[place.method] = counted
    head = "".join(f'<th scope="col">{escape(method)}</th>' for method in methods)
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th>'
        + "".join(f"<td>{escape(row.get(method, ''))}</td>" for method in methods)
        + "</tr>"
        for name, row in rows.items()
    )
    return (
        '<details class="run-more" data-search-exclude>'
        "<summary>Different outputs of how many recorded runs</summary>"
        f'<table class="run-table"><thead><tr><th scope="col">Python</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></details>"
    )


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' * (number != 1)}"
