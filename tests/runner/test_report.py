"""What the site holds, in numbers that a build counted."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from runner import forking
from runner.ahead import Ahead
from runner.report import build_report, gather, settle, site_facts
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


def test_a_page_with_a_place_for_the_build_gets_its_tables(scratch: Scratch) -> None:
    scratch.snippet("topic/shown", "print(1)", "start-methods = []")
    scratch.snippet("topic/other", "print(1)", "start-methods = []")
    scratch.page("a.md", "topic/shown")
    report = gather(Ahead(scratch.project))
    assert report["snippets"] == 2
    assert report["on no page"] == ["topic/other"]
    page = BeautifulSoup(settle(f"<p>Before</p>{build_report()}", report), "html5lib")
    assert [each.get_text() for each in page.select("caption")] == [
        "This build", "Recorded runs", "Slowest runs of this build",
    ]  # fmt: skip
    assert "2, on 1 pages" in page.get_text()


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
        cell = ahead.build_cell(name)
        assert cell is not None
        Store(scratch.project.cache / "runs").save(cell.key, (made_up(snippet=name),))
    report = gather(ahead)
    assert report["run here"] == ["topic/forked", "topic/started"]
    assert report["forked from a template"] == ["topic/forked"]
