"""What the site holds, in numbers that a build counted."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from runner import forking
from runner.ahead import Ahead
from runner.record import merge, save
from runner.report import build_report, gather, settle, site_facts
from runner.run import usable_cpus
from runner.schedule import machine
from runner.store import Store
from tests.scratch import Scratch, made_up, supervised

REPORT = {
    "snippets": 1234,
    "recorded runs": {
        "Linux 3.15.2": {"fork": 3, "native": 1},
        "Linux 3.14.1": {"spawn": 2},
        "Linux 3.13.5t": {"spawn": 1},
    },
}


def test_a_page_with_a_place_for_the_facts_gets_them() -> None:
    page = BeautifulSoup(settle(f"<p>Before</p>{site_facts()}", REPORT), "html5lib")
    terms = [term.get_text() for term in page.select("dt")]
    assert dict(zip(terms, (d.get_text() for d in page.select("dd")), strict=True)) == {
        "programs": "1,234",
        "recorded results": "7",
        "Pythons": "3.14–3.15, 3.13t",
        "start methods": "fork, spawn",
    }


def test_other_pages_stay() -> None:
    assert settle("<p>Before</p>", {}) == "<p>Before</p>"


def test_nothing_recorded_is_said_by_leaving_it_out() -> None:
    assert "<dt>Pythons" not in settle(site_facts(), {"snippets": 0, "recorded runs": {}})


def keep(ahead: Ahead, name: str, **changes: object) -> None:
    """Keep a made-up run where the build finds that of a snippet."""
    cell = ahead.build_cell(name)
    assert cell is not None
    Store(ahead.project.cache / "runs").save(cell.key, (made_up(snippet=name, **changes),))


def rows(table: Tag) -> list[list[str]]:
    return [[cell.get_text() for cell in row.select("th, td")] for row in table.select("tr")]


def test_a_page_with_a_place_for_the_build_gets_its_tables(scratch: Scratch) -> None:
    ran = scratch.snippet("topic/ran", "print(1)", "start-methods = []")
    scratch.snippet("topic/quick", "print(1)", 'start-methods = []\noutput = "lines"')
    scratch.snippet("topic/kept", "print(1)", "start-methods = []")
    other = scratch.snippet("topic/other", "print(1)")
    scratch.page("a.md", "topic/ran", "topic/quick")
    scratch.page("b.md", "topic/kept")
    native = made_up(snippet="topic/ran", method="native")
    places = (("3.15.2", "fork", "a"), ("3.15.2", "spawn", "a"), ("3.14.1", "spawn", "b"))
    by_place = [
        [made_up(snippet="topic/other", python=python, method=method, stdout=stdout)]
        for python, method, stdout in places
    ]
    for record in (merge(None, ran, [[native]]), merge(None, other, by_place)):
        save(record, scratch.project.records)
    ahead = Ahead(scratch.project)
    keep(ahead, "topic/ran", seconds=1.25, left={"file": ("a", "b")})
    keep(ahead, "topic/quick", seconds=0.5, left={"file": ("a",), "thread": ("b",)})
    report = gather(ahead)
    assert report["on no page"] == ["topic/other"]
    page = BeautifulSoup(settle(f"<p>Before</p>{build_report()}", report), "html5lib")
    tables = {
        str(table.caption and table.caption.get_text()): rows(table)
        for table in page.select("table")
    }
    built_on, found, *counted = tables.pop("This build")
    assert built_on[1].startswith(report["date"])
    assert built_on[1].endswith(f", {usable_cpus()} CPUs")
    assert str(machine(scratch.project)[0]) in found[1].split(", ")
    assert counted == [
        ["Snippets", "4, on 2 pages"],
        ["Run on this machine", "2"],
        ["Forked from a template, not started", "0"],
        ["Shown from records alone", "topic/kept"],
        ["Contracts", "3 × exact, 1 × lines"],
        ["One result everywhere", "1"],
        ["Results that differ by place", "1"],
        ["Left behind, all declared", "2 × file, 1 × thread"],
    ]
    assert tables == {
        "Recorded runs": [
            ["Interpreter", "fork", "native", "spawn"],
            ["Linux 3.15.2", "1", "1", "1"],
            ["Linux 3.14.1", "0", "0", "1"],
        ],
        "Slowest runs of this build": [
            ["Snippet", "Time"],
            ["topic/ran", "1.25 s"],
            ["topic/quick", "0.5 s"],
        ],
    }


@supervised
def test_a_build_tells_which_programs_it_forked(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(forking.ENVIRONMENT, "1")
    for name, settings in {"forked": "", "started": 'options = ["-O"]'}.items():
        scratch.snippet(f"topic/{name}", "print(1)", f"start-methods = []\n{settings}")
    scratch.page("a.md", "topic/forked", "topic/started")
    ahead = Ahead(scratch.project)
    for name in ahead.snippets:
        keep(ahead, name)
    report = gather(ahead)
    assert report["run here"] == ["topic/forked", "topic/started"]
    assert report["forked from a template"] == ["topic/forked"]
