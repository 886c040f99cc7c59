"""Where snippets run, in which order, and what runs beside what."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from runner import pace, schedule
from runner.interpreters import ENVIRONMENT, Interpreter
from runner.pace import Pace
from runner.problem import Problem
from runner.run import Run
from runner.schedule import Cell, build_cell, cells_of, look_for_machine, machine, run_cells
from runner.store import SPARED, Store
from tests.scratch import Scratch, made_up


@pytest.fixture
def order(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Run nothing; note in which order it would have begun."""
    begun: list[str] = []

    class Noting:
        def __enter__(self) -> Noting:
            return self

        def __exit__(self, *exception: object) -> None:
            pass

        def run(self, snippet: object, interpreter: object, method: str) -> Run:
            begun.append(str(snippet))
            return made_up(snippet=str(snippet), seconds=3.0, cpu=0.3)

    monkeypatch.setattr(schedule, "Runner", Noting)
    monkeypatch.setattr(schedule, "AT_ONCE", 1)
    monkeypatch.setattr(schedule, "usable_cpus", lambda: 1)
    return begun


def cells(scratch: Scratch, python: Interpreter, **metadata: str) -> list[Cell]:
    return [
        Cell(scratch.snippet(f"topic/{name}", "print(1)", text), python, "native")
        for name, text in metadata.items()
    ]


def test_what_takes_long_begins_first_and_measuring_ones_come_last(
    order: list[str], scratch: Scratch, python: Interpreter
) -> None:
    wanted = cells(scratch, python, alone="alone = true", new="", long="", short="")
    known = {str(wanted[2]): Pace(9.0, 1.0), str(wanted[3]): Pace(1.0, 1.0)}
    pace.save(scratch.project.cache, known)
    assert len(list(run_cells(wanted, Store(scratch.project.cache / "runs")))) == 4
    assert order == ["topic/long", "topic/new", "topic/short", "topic/alone"]


def test_how_long_it_took_is_remembered(
    order: list[str], scratch: Scratch, python: Interpreter
) -> None:
    [cell] = cells(scratch, python, name="")
    list(run_cells([cell], Store(scratch.project.cache / "runs")))
    known = pace.load(scratch.project.cache)
    assert known == {str(cell): Pace(3.0, 0.1)}
    assert cell.expected(known).waits


def test_what_should_hang_is_expected_to_wait(scratch: Scratch, python: Interpreter) -> None:
    [hangs, other] = cells(scratch, python, hangs="hangs-after = 2", other="")
    assert hangs.expected({}) == Pace(2, 0.0)
    assert hangs.expected({}).waits
    assert not other.expected({}).waits


def test_a_waiting_one_holds_up_no_working_one(
    monkeypatch: pytest.MonkeyPatch, scratch: Scratch, python: Interpreter
) -> None:
    done = threading.Event()

    def run_cell(runner: object, cell: Cell) -> schedule.Outcome:
        if "hangs" in str(cell):
            assert done.wait(60)  # for what runs beside it
        else:
            done.set()
        return schedule.Outcome(cell, (made_up(),), (), fresh=True)

    monkeypatch.setattr(schedule, "AT_ONCE", 1)
    monkeypatch.setattr(schedule, "WAITING", 1)
    monkeypatch.setattr(schedule, "usable_cpus", lambda: 1)
    monkeypatch.setattr(schedule, "run_cell", run_cell)
    wanted = cells(scratch, python, hangs="hangs-after = 2", other="")
    assert len(list(run_cells(wanted, Store(None)))) == 2


def test_those_that_work_run_side_by_side_and_nothing_runs_beside_one_that_measures(
    monkeypatch: pytest.MonkeyPatch, scratch: Scratch, python: Interpreter
) -> None:
    met, lock = threading.Barrier(2, timeout=20), threading.Lock()
    running: set[str] = set()
    beside: dict[str, set[str]] = {}

    def run_cell(runner: object, cell: Cell) -> schedule.Outcome:
        name = cell.snippet.name
        with lock:
            beside[name] = set(running)
            running.add(name)
        if not cell.snippet.settings.alone:
            met.wait()
        time.sleep(0.2)  # in which what may begin beside it does
        with lock:
            running.remove(name)
        return schedule.Outcome(cell, (made_up(),), (), fresh=True)

    monkeypatch.setattr(schedule, "usable_cpus", lambda: 1)
    monkeypatch.setattr(schedule, "run_cell", run_cell)
    alone = "alone = true"
    wanted = cells(scratch, python, one=alone, here="", there="", two=alone)
    assert len(list(run_cells(wanted, Store(None)))) == 4
    assert beside["topic/one"] == beside["topic/two"] == set()


def test_in_a_crowd_what_measures_runs_beside_the_others(
    monkeypatch: pytest.MonkeyPatch, scratch: Scratch, python: Interpreter
) -> None:
    met = threading.Barrier(2, timeout=20)

    def run_cell(runner: object, cell: Cell) -> schedule.Outcome:
        met.wait()
        return schedule.Outcome(cell, (made_up(),), (), fresh=True)

    monkeypatch.setattr(schedule, "usable_cpus", lambda: 1)
    monkeypatch.setattr(schedule, "run_cell", run_cell)
    wanted = cells(scratch, python, one="alone = true", two="alone = true")
    assert len(list(run_cells(wanted, Store(None), crowded=True))) == 2


def test_what_is_known_may_be_told(
    monkeypatch: pytest.MonkeyPatch, scratch: Scratch, python: Interpreter
) -> None:
    begun: list[str] = []

    def run_cell(runner: object, cell: Cell) -> schedule.Outcome:
        begun.append(cell.snippet.name)
        return schedule.Outcome(cell, (made_up(),), (), fresh=True)

    monkeypatch.setattr(schedule, "AT_ONCE", 1)
    monkeypatch.setattr(schedule, "usable_cpus", lambda: 1)
    monkeypatch.setattr(schedule, "run_cell", run_cell)
    wanted = cells(scratch, python, one="", two="")
    list(run_cells(wanted, Store(None), known={str(wanted[1]): Pace(9.0, 1.0)}))
    assert begun == ["topic/two", "topic/one"], "the long one first"


@pytest.mark.parametrize("text", ["", "[", "[]", "3", '{"a": 1}', '{"a": ["x", 1]}', '{"a": [1]}'])
def test_a_damaged_memory_is_as_good_as_none(text: str, tmp_path: Path) -> None:
    (tmp_path / pace.FILE).write_text(text, "utf-8")
    assert pace.load(tmp_path) == {}
    pace.save(tmp_path, {"a": Pace(1.0, 0.5)})
    assert pace.load(tmp_path) == {"a": Pace(1.0, 0.5)}


def test_where_it_cannot_be_kept_it_is_not(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    pace.save(tmp_path / "file", {"a": Pace(1.0, 0.5)})
    pace.save(None, {"a": Pace(1.0, 0.5)})
    assert pace.load(None) == {}


@pytest.mark.parametrize(("cpus", "cells"), [(1, 0), (2, 1), (16, 1)])
def test_what_needs_two_cpus_does_not_run_on_one(
    scratch: Scratch,
    python: Interpreter,
    monkeypatch: pytest.MonkeyPatch,
    cpus: int,
    cells: int,
) -> None:
    snippet = scratch.snippet("topic/name", "print(1)", "cpus = 2\nstart-methods = []")
    monkeypatch.setattr(schedule, "usable_cpus", lambda: cpus)
    assert len(cells_of(snippet, [python])) == cells


def test_a_build_runs_the_newest_python_by_its_default_method_first(
    scratch: Scratch, python: Interpreter
) -> None:
    newest = replace(
        python,
        version="3.90.2",
        free_threaded=False,
        methods=("fork", "forkserver", "spawn"),
        default_method="forkserver",
        packages=(),
    )
    equipped = replace(newest, version="3.90.1", packages=("joblib==1.5.2",))
    oldest = replace(newest, version="3.89.1", default_method="fork")
    machine = [newest, equipped, oldest]

    def where(metadata: str) -> list[str]:
        return [c.where for c in cells_of(scratch.snippet("topic/name", "", metadata), machine)]

    assert where("") == [
        "3.90.2 forkserver",
        "3.90.2 fork",
        "3.90.2 spawn",
        "3.89.1 fork",
        "3.89.1 forkserver",
        "3.89.1 spawn",
    ]
    assert where('start-methods = ["spawn", "fork"]') == [
        "3.90.2 fork",
        "3.90.2 spawn",
        "3.89.1 fork",
        "3.89.1 spawn",
    ]
    assert where("start-methods = []") == ["3.90.2 native", "3.89.1 native"]
    needing = scratch.snippet("topic/name", "", "start-methods = []")
    needing = replace(needing, dependencies=("joblib",))
    assert [cell.where for cell in cells_of(needing, machine)] == ["3.90.1 native"]
    assert build_cell(needing, machine) == Cell(needing, equipped, "native")
    assert build_cell(needing, [newest, oldest]) is None


def test_who_runs_cells_prunes_the_store(
    order: list[str], scratch: Scratch, python: Interpreter
) -> None:
    left = scratch.project.cache / "runs/ab/x.1.tmp"  # by a build that was killed
    left.parent.mkdir(parents=True)
    left.write_text("[", "utf-8")
    when = time.time() - SPARED - 3600
    os.utime(left, (when, when))
    list(run_cells(cells(scratch, python, name=""), Store(scratch.project.cache / "runs")))
    assert order == ["topic/name"]
    assert not left.exists()


def test_each_build_looks_for_the_machine_once_and_anew(
    scratch: Scratch, python: Interpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[str] = []

    def find(root: Path, cache: Path) -> list[Interpreter]:
        looks.append(threading.current_thread().name)
        return [replace(python, version=f"3.90.{len(looks)}")]

    monkeypatch.setattr(schedule, "find_interpreters", find)
    for build in (1, 2):
        look_for_machine(scratch.project)
        for _ in range(2):
            assert [each.version for each in machine(scratch.project)] == [f"3.90.{build}"]
    assert looks == ["interpreters_0", "interpreters_0"]  # while the build gets on


def test_what_is_wrong_with_the_machine_is_said_where_it_is_asked_for(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT, "gone")
    look_for_machine(scratch.project)
    for _ in range(2):
        with pytest.raises(Problem, match="SNIPPET_PYTHONS names 'gone', which is not there"):
            machine(scratch.project)
