"""Sum up what ran and what came from records, for people and for programs."""

from __future__ import annotations

import datetime
import platform
from collections import Counter
from html import escape
from typing import TYPE_CHECKING, Any

from runner.forking import forks
from runner.known import once
from runner.places import METHODS, Place, name_pythons
from runner.record import Record, understand
from runner.run import usable_cpus
from runner.schedule import machine
from runner.snippet import find_snippets
from runner.store import Store
from runner.table import Table

if TYPE_CHECKING:
    from runner.ahead import Ahead

SLOWEST = 5


def gather(ahead: Ahead) -> dict[str, Any]:
    """Sum up a build.

    Args:
        ahead: What its pages show; it has run.

    Returns:
        What ``build-report.json`` holds: counts of snippets, pages, recorded
        cells by interpreter and start method, distinct results, leftovers by
        kind, the slowest runs (seconds), and which of the shown snippets ran
        on this machine, for this build or for an earlier one of the same
        text, which of those were not started anew but forked, and which are
        shown from records alone.
    """
    project, on_pages = ahead.project, set(ahead.snippets)
    snippets = find_snippets(project.snippets, ahead.snippets.values())
    store = Store(project.cache / "runs")
    fresh: dict[str, tuple[float, tuple[str, ...]]] = {}
    forked = []
    for name in filter(on_pages.__contains__, snippets):
        cell = ahead.build_cell(name)
        if cell and (ran := _ran(cell.key, ahead.stamp(cell.key), store)):
            fresh[name] = ran
            forked += [name] if forks(cell.snippet, cell.interpreter) else []
    written = {name: ahead.record_of(name) for name in snippets}
    known = [understand(text, name, project.records) for name, text in written.items() if text]
    slowest = sorted(fresh, key=lambda name: fresh[name][0], reverse=True)[:SLOWEST]
    return {
        "date": datetime.date.today().isoformat(),
        "machine": {
            "platform": f"{platform.system()} {platform.machine()}",
            "cpus": usable_cpus(),
            "pythons": [*dict.fromkeys(map(str, machine(project)))],
        },
        "snippets": len(snippets),
        "pages": len({each.page for each in ahead.shown}),
        "shown": len(on_pages),
        "on no page": sorted(set(snippets) - on_pages),
        "contracts": dict(Counter(s.settings.output for s in snippets.values())),
        "run here": sorted(fresh),
        "forked from a template": sorted(forked),
        "recorded only": sorted(on_pages - set(fresh)),
        "recorded runs": _by_place(known),
        "distinct results": {r.snippet: len(r.results) for r in known},
        "leaves behind on purpose": dict(
            Counter(kind for s in snippets.values() for kind in s.settings.leaves)
        ),
        "left behind": dict(Counter(kind for _, left in fresh.values() for kind in left)),
        "slowest": {name: round(fresh[name][0], 2) for name in slowest},
    }


def _ran(
    key: str, stamp: tuple[int, int] | None, store: Store
) -> tuple[float, tuple[str, ...]] | None:
    """Give how long a kept run took, and the kinds of what it left; None if there is none."""

    def read() -> tuple[float, tuple[str, ...]] | None:
        runs = store.load(key)
        return (runs[0].seconds, tuple(runs[0].left)) if runs else None

    return once(("ran", key, stamp), read)


def _by_place(records: list[Record]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for record in records:
        for place in sorted(record.places):
            system, python, method = place.split(" ")
            row = counts.setdefault(f"{system} {python}", {})
            row[method] = row.get(method, 0) + 1
    return counts


def as_html(report: dict[str, Any]) -> str:
    """Give the report as tables for the page on how the site is made."""
    machine_ = report["machine"]
    facts = {
        "Built on": f"{report['date']}, {machine_['platform']}, {machine_['cpus']} CPUs",
        "Interpreters found": ", ".join(machine_["pythons"]),
        "Snippets": f"{report['snippets']}, on {report['pages']} pages",
        "Run on this machine": len(report["run here"]),
        "Forked from a template, not started": len(report["forked from a template"]),
        "Shown from records alone": ", ".join(report["recorded only"]) or "none",
        "Contracts": ", ".join(f"{n} × {c}" for c, n in sorted(report["contracts"].items())),
        "One result everywhere": sum(n == 1 for n in report["distinct results"].values()),
        "Results that differ by place": sum(n > 1 for n in report["distinct results"].values()),
        "Left behind, all declared": _counts(report["left behind"]),
    }
    methods = sorted({m for row in report["recorded runs"].values() for m in row})
    places = [
        [python, *(row.get(method, 0) for method in methods)]
        for python, row in sorted(report["recorded runs"].items(), reverse=True)
    ]
    slowest = [[name, f"{seconds} s"] for name, seconds in report["slowest"].items()]
    tables = (
        Table("This build", [*facts.items()]),
        Table("Recorded runs", places, ["Interpreter", *methods]),
        Table("Slowest runs of this build", slowest, ["Snippet", "Time"]),
    )
    return "\n".join(table.as_html() for table in tables)


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{number} × {kind}" for kind, number in counts.items()) or "nothing"


_REPORT = '<div class="build-report"></div>'
_FACTS = '<dl class="site-facts"></dl>'


def build_report() -> str:
    """Give the place of the tables of this build; :func:`settle` fills it."""
    return _REPORT


def site_facts() -> str:
    """Give the place of what the whole site holds in numbers; :func:`settle` fills it.

    A page with it need not be made anew when some other page changes.
    """
    return _FACTS


def settle(html: str, report: dict[str, Any]) -> str:
    """Fill in what the site holds, in a page that has a place for it.

    Args:
        html: The page's content.
        report: The build, as :func:`gather` sums it up.
    """
    for place, fill in ((_REPORT, as_html), (_FACTS, _facts)):
        if place in html:
            html = html.replace(place, fill(report))
    return html


def _facts(report: dict[str, Any]) -> str:
    runs: dict[str, dict[str, int]] = report["recorded runs"]
    methods = [m for m in METHODS if any(m in row for row in runs.values())]
    pythons = {Place.parse(f"{python} native").minor for python in runs}
    facts = {
        "programs": f"{report['snippets']:,}",
        "recorded results": f"{sum(sum(row.values()) for row in runs.values()):,}",
        "Pythons": name_pythons(pythons) if pythons else "",
        "start methods": ", ".join(methods),
    }
    items = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in facts.items()
        if value
    )
    return f'<dl class="site-facts">{items}</dl>'
