"""What runs ahead of the pages, and when a page is due."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from runner import ahead, schedule
from runner.ahead import Ahead
from runner.problem import Problem
from runner.project import HOME
from runner.record import merge, record_path, save
from runner.schedule import Begun, Cell, Outcome, runs_by
from runner.show import show
from runner.store import Store
from runner.verdict import Standing, Verdict
from tests.scratch import ONCE, PATIENCE, Scratch, made_up


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Run nothing; note what would have been run, and keep a made-up run."""
    noted: list[str] = []

    def begin_cells(cells: Iterable[Cell], store: Store, **_: object) -> Iterator[Outcome | Begun]:
        yield Begun()
        for cell in cells:
            noted.append(f"ran {cell.snippet.name}")
            runs = (made_up(snippet=cell.snippet.name),)
            store.save(cell.key, runs)
            yield Outcome(cell, runs, (), fresh=True)

    monkeypatch.setattr(ahead, "begin_cells", begin_cells)
    return noted


def pages_due(work: Ahead, events: list[str], *pages: str) -> list[str]:
    """Note each page as it is given, as MkDocs would render it."""
    told: list[Verdict] = []
    for page, running in work.in_turn(pages, told.append, lambda: events.append("all ran")):
        events.append(f"{page}{', others wait' if running else ''}")
    assert len(told) == len([event for event in events if event.startswith("ran ")])
    return events


def test_a_page_is_due_before_what_others_show_has_run(scratch: Scratch, events: list[str]) -> None:
    for name in ("one", "two", "three"):
        scratch.snippet(f"topic/{name}", "print(1)", "start-methods = []")
    scratch.page("a.md", "topic/two", "topic/three")
    scratch.page("b.md", "topic/one", "topic/two")
    scratch.page("plain.md")
    assert pages_due(Ahead(scratch.project), events, "b.md", "plain.md", "a.md") == [
        "plain.md, others wait",
        "ran topic/two",
        "ran topic/three",
        "a.md, others wait",
        "ran topic/one",
        "b.md, others wait",
        "all ran",
    ]


def test_nothing_is_rendered_beside_what_measures(scratch: Scratch, events: list[str]) -> None:
    for name, alone in (("quick", "false"), ("clock", "true"), ("watch", "true")):
        scratch.snippet(f"topic/{name}", "print(1)", f"start-methods = []\nalone = {alone}")
    scratch.page("a.md", "topic/clock")
    scratch.page("b.md", "topic/watch")
    scratch.page("c.md", "topic/quick")
    assert pages_due(Ahead(scratch.project), events, "a.md", "b.md", "c.md") == [
        "ran topic/quick",
        "c.md, others wait",
        "ran topic/clock",
        "ran topic/watch",
        "all ran",
        "a.md",
        "b.md",
    ]


def test_what_is_kept_is_judged_without_being_read_again(
    scratch: Scratch, events: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch.snippet("topic/name", "print(1)", "start-methods = []")
    scratch.page("a.md", "topic/name")
    told: list[Verdict] = []

    def build() -> None:
        for _ in Ahead(scratch.project).in_turn(["a.md"], told.append, lambda: None):
            pass

    build()
    monkeypatch.setattr(Store, "load", lambda *_: pytest.fail("it was read again"))
    build()
    assert events == ["ran topic/name"]
    assert len(told) == 2
    assert told[0] == told[1]
    assert told[1].standing is Standing.MISSING
    assert told[1].shown_at == ("docs/a.md:3",)


def test_what_is_kept_is_judged_anew_by_another_record(scratch: Scratch, events: list[str]) -> None:
    snippet = scratch.snippet("topic/name", "print(1)", "start-methods = []")
    scratch.page("a.md", "topic/name")
    told: list[Verdict] = []

    def build() -> Standing:
        for _ in Ahead(scratch.project).in_turn(["a.md"], told.append, lambda: None):
            pass
        return told[-1].standing

    assert [build(), build()] == [Standing.MISSING, Standing.MISSING]
    run = made_up(snippet="topic/name")
    save(merge(None, snippet, [[run]]), scratch.project.records)
    assert build() in (Standing.SAME, Standing.ELSEWHERE)
    assert events == ["ran topic/name"]


def test_what_is_recorded_while_a_run_is_judged_is_no_verdict_on_the_record_before(
    scratch: Scratch, events: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    snippet = scratch.snippet("topic/name", "print(1)", "start-methods = []")
    scratch.page("a.md", "topic/name")
    record = record_path("topic/name", scratch.project.records)
    told: list[Verdict] = []

    def build() -> Standing:
        for _ in Ahead(scratch.project).in_turn(["a.md"], told.append, lambda: None):
            pass
        return told[-1].standing

    build()
    save(merge(None, snippet, [[made_up(snippet="topic/name")]]), scratch.project.records)
    before = record.read_text("utf-8")
    edited = before.replace(snippet.digest, "another")

    def kept_outcome(cell: Cell, store: Store) -> Outcome | None:
        record.write_text(before, "utf-8")
        return schedule.kept_outcome(cell, store)

    monkeypatch.setattr(ahead, "kept_outcome", kept_outcome)
    for _ in range(2):
        record.write_text(edited, "utf-8")
        assert build() is Standing.STALE


@pytest.mark.parametrize("name", ["build_report", "site_facts"])
def test_what_tells_of_all_is_due_when_all_has_run(
    scratch: Scratch, events: list[str], name: str
) -> None:
    scratch.snippet("topic/name", "print(1)", "start-methods = []")
    scratch.page("b.md", "topic/name")
    block = (
        f'```python exec="1" html="1" id="all"\nfrom runner import {name}\nprint({name}())\n```\n'
    )
    (scratch.project.docs / "a.md").write_text(block, "utf-8")
    found = pages_due(Ahead(scratch.project), events, "a.md", "b.md")
    assert found == ["ran topic/name", "b.md, others wait", "all ran", "a.md"]


def test_what_a_page_depends_on_is_settled_when_it_is_due(
    scratch: Scratch, events: list[str]
) -> None:
    scratch.snippet("topic/name", "print(1)", 'start-methods = ["fork", "spawn"]')
    scratch.page("a.md", "topic/name")
    figure = 'from runner import timeline\nprint(timeline("topic/name", methods=("fork", "spawn")))'
    block = f'```python exec="1" html="1" id="times"\n{figure}\n```\n'
    (scratch.project.docs / "b.md").write_text(block, "utf-8")
    work = Ahead(scratch.project)
    due = {
        page: work.inputs_of(page)
        for page, _ in work.in_turn(["a.md"], lambda _: None, lambda: None)
    }
    again = Ahead(scratch.project)
    assert due == {"a.md": again.inputs_of("a.md")}
    scratch.snippet("topic/name", "print(2)", 'start-methods = ["fork", "spawn"]')
    assert due != {"a.md": Ahead(scratch.project).inputs_of("a.md")}


def test_a_page_with_a_run_that_was_not_kept_is_made_anew(
    scratch: Scratch, events: list[str]
) -> None:
    """As one that is not as declared: under ``mkdocs serve``, the next one may print another."""
    snippet = scratch.snippet("topic/name", "print(1)", "start-methods = []")
    scratch.page("a.md", "topic/name")
    work = Ahead(scratch.project)
    pages_due(work, events, "a.md")
    assert work.inputs_of("a.md") is not None
    cell = work.build_cell(snippet.name)
    assert cell
    [kept] = scratch.project.cache.rglob(f"{cell.key}.json")
    kept.unlink()
    assert Ahead(scratch.project).inputs_of("a.md") is None


def test_a_page_that_shows_what_is_not_there_is_named(scratch: Scratch) -> None:
    scratch.page("a.md", "topic/gone")
    with pytest.raises(Problem, match=r"docs/a\.md:3: .*topic/gone"):
        Ahead(scratch.project)


def test_a_kept_run_is_looked_up_once_and_a_fresh_one_when_it_is_there(
    scratch: Scratch, events: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch.snippet("topic/one", "print(1)", "start-methods = []")
    scratch.page("a.md", "topic/one")
    looked: list[str] = []
    look = Store.stamp

    def stamp(self: Store, key: str) -> tuple[int, int] | None:
        looked.append(key)
        return look(self, key)

    monkeypatch.setattr(Store, "stamp", stamp)
    anew = Ahead(scratch.project)
    list(anew.in_turn(["a.md"], lambda _: None, lambda: None))
    (key,) = set(looked)
    assert anew.inputs_of("a.md") is not None
    looked.clear()
    again = Ahead(scratch.project)
    list(again.in_turn(["a.md"], lambda _: None, lambda: None))
    assert again.inputs_of("a.md") == anew.inputs_of("a.md")
    assert again.stamp(key) == anew.stamp(key) is not None
    assert looked == [key]


def at_work() -> list[str]:
    """Name the threads that run programs."""
    return [t.name for t in threading.enumerate() if t.name.startswith("runner")]


def test_what_is_stale_begins_before_the_first_page_is_asked_for(scratch: Scratch) -> None:
    scratch.snippet("topic/name", "print(1)", "start-methods = []")
    scratch.page("a.md", "topic/name")
    work = Ahead(scratch.project)
    assert at_work() == []
    work.begin()
    assert at_work() != []
    told: list[Verdict] = []
    assert [page for page, _ in work.in_turn(["a.md"], told.append, lambda: None)] == ["a.md"]
    assert at_work() == []
    (judged,) = told
    assert judged.standing is Standing.MISSING
    assert judged.cell.snippet.name == "topic/name"


def test_a_build_that_stops_before_the_first_page_leaves_nothing_at_work(scratch: Scratch) -> None:
    for number in range(20):
        scratch.snippet(f"topic/name{number}", "print(1)", "start-methods = []")
    scratch.page("a.md", *(f"topic/name{number}" for number in range(20)))
    work = Ahead(scratch.project)
    work.begin()
    assert at_work() != []
    work.close()
    assert at_work() == []


ENDS = """
import sys
from runner.ahead import Ahead
from runner.project import Project

work = Ahead(Project())
work.begin()
sys.exit(1)
"""


def test_a_program_that_ends_without_closing_runs_nothing_more(scratch: Scratch) -> None:
    """As MkDocs does after Ctrl-C: it calls no hook then."""
    told = scratch.project.root / "told"
    names = [f"topic/name{number}" for number in range(60)]
    for name in names:
        scratch.write(name, f"with open({str(told)!r}, 'a') as file:\n    file.write('x')", ONCE)
    scratch.page("a.md", *names)
    done = subprocess.run(
        [sys.executable, "-c", ENDS],
        cwd=HOME,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert not told.exists() or len(told.read_text("utf-8")) < len(names)


def test_what_was_kept_but_cannot_be_read_runs_again(scratch: Scratch, events: list[str]) -> None:
    scratch.snippet("topic/name", "print(1)", "start-methods = []")
    scratch.page("a.md", "topic/name")
    pages_due(Ahead(scratch.project), events, "a.md")
    events.clear()
    (kept,) = (scratch.project.cache / "runs").glob("*/*.json")
    kept.write_text("[", "utf-8")
    assert pages_due(Ahead(scratch.project), events, "a.md") == [
        "ran topic/name",
        "a.md, others wait",
        "all ran",
    ]


def test_what_is_not_as_declared_runs_once_in_a_build(scratch: Scratch, tmp_path: Path) -> None:
    told = tmp_path / "told"
    code = f"""
    with open({str(told)!r}, "a") as file:
        file.write("ran\\n")
    raise SystemExit(3)
    """
    scratch.snippet("topic/name", code, "start-methods = []")
    scratch.page("a.md", "topic/name")
    for times in (1, 2):  # it is not kept, so that the next build runs it again
        assert list(Ahead(scratch.project).in_turn(["a.md"], lambda _: None, lambda: None))
        assert "topic/name" in show("topic/name")
        assert len(runs_by("topic/name", ())) == 1
        assert told.read_text("utf-8") == times * "ran\n"
