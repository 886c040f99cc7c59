"""The soak: it counts every run, tells a wrong one, keeps its limits and ends its load."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import psutil
import pytest

from runner import soak
from runner.__main__ import main
from runner.interpreters import Interpreter
from runner.problem import Problem
from runner.schedule import Cell, Outcome
from runner.snippet import Snippet
from runner.surroundings import NATIVE
from runner.verdict import Verdict
from tests.scratch import HERE, ONCE, PATIENCE, Scratch, is_soon


def in_turn(tmp_path: Path) -> str:
    """Give a program whose every second run prints another word."""
    return f"""
    with open({str(tmp_path / "runs")!r}, "a") as runs:
        print(("even", "odd")[runs.tell() % 2])
        runs.write(".")
    """


def has_burnt(process: psutil.Process, seconds: float) -> bool:
    """Whether a process, with those that it started, took so much CPU time."""
    each = [one.cpu_times() for one in (process, *process.children(recursive=True))]
    return sum(times.user + times.system for times in each) > seconds


def repeat(
    snippet: Snippet,
    python: Interpreter,
    *,
    rounds: int,
    minutes: float = 1,
    load: int = 0,
    told: Callable[[int, Sequence[Verdict]], None] = lambda *_: None,
) -> soak.Tally:
    """Run a snippet of which nothing is recorded over and over."""
    tallies = {snippet.name: soak.Tally(snippet)}
    cells, records = [Cell(snippet, python, NATIVE)], {snippet.name: None}
    soak.soak(tallies, cells, records, rounds=rounds, minutes=minutes, load=load, told=told)
    return tallies[snippet.name]


def test_the_load_is_there_and_goes() -> None:
    others = psutil.Process().children()
    with soak.busy(2):
        burning = [child for child in psutil.Process().children() if child not in others]
        assert len(burning) == 2
        for child in burning:  # far more than to start takes, and then more
            assert is_soon(has_burnt, child, 0.5)
            assert is_soon(has_burnt, child, 1.0)
    assert not any(child.is_running() for child in burning)


def test_the_load_ends_with_its_pipe() -> None:
    """Its parent's number would not do: on Windows it stays when the parent has ended."""
    burning = soak.start_burning()
    try:
        assert is_soon(has_burnt, psutil.Process(burning.pid), 0.5)
        assert burning.stdin is not None
        burning.stdin.close()
        assert burning.wait(PATIENCE) == 0
    finally:
        burning.kill()
        burning.wait()


@pytest.mark.skipif(sys.platform != "linux", reason="ties processes to CPUs, on Linux")
def test_it_may_use_few_cpus(scratch: Scratch, capfd: pytest.CaptureFixture[str]) -> None:
    usable = os.sched_getaffinity(0)
    scratch.write("topic/name", "import os\nprint(len(os.sched_getaffinity(0)))", ONCE)
    assert main(["run", "topic/name", *HERE]) == 0
    assert f"{len(usable)}\n" in capfd.readouterr().out
    assert main(["record", *HERE]) == 0
    soaked = ["soak", "--rounds", "1", "--load", "0", *HERE, "--cpus"]
    assert main([*soaked, "1"]) == int(len(usable) > 1), "its record is of all CPUs"
    assert os.sched_getaffinity(0) == usable
    assert main([*soaked, f"{len(usable) + 1}"]) == 2
    assert f"Give a number from 1 to {len(usable)}." in capfd.readouterr().err


def holder_of(others: Sequence[psutil.Process]) -> psutil.Process:
    """Give the process that has been started besides others."""
    (holder,) = (each for each in psutil.Process().children() if each not in others)
    return holder


def test_memory_is_held_and_given_back() -> None:
    held, before = 200, psutil.virtual_memory().available // 2**20
    others = psutil.Process().children()
    with soak.little_memory(before - held):
        holder = holder_of(others)
        assert holder.memory_info().rss >= (held - 100) * 2**20  # others take and give, too
    assert not holder.is_running()


def test_memory_that_was_taken_back_is_told() -> None:
    def kill_the_holder() -> None:
        others = psutil.Process().children()
        with soak.little_memory(psutil.virtual_memory().available // 2**20 - 100):
            holder = holder_of(others)
            holder.kill()
            assert is_soon(lambda: holder.status() == psutil.STATUS_ZOMBIE)

    with pytest.raises(Problem, match="the system ended what held the memory"):
        kill_the_holder()


def test_more_memory_than_there_is_cannot_be_left() -> None:
    with pytest.raises(Problem, match="Give MiB below the"), soak.little_memory(2**40):
        pass


def test_the_load_is_there_while_it_runs(
    scratch: Scratch, python: Interpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads: list[int] = []
    seen: list[list[int]] = []

    @contextlib.contextmanager
    def busy(processes: int) -> Iterator[None]:
        loads.append(processes)
        yield
        loads.remove(processes)

    monkeypatch.setattr(soak, "busy", busy)
    snippet = scratch.snippet("topic/name", "print(1)", ONCE)
    repeat(snippet, python, rounds=2, load=3, told=lambda *_: seen.append([*loads]))
    assert seen == [[3], [3]]
    assert loads == []


def test_it_counts_runs_and_results(scratch: Scratch, python: Interpreter, tmp_path: Path) -> None:
    snippet = scratch.snippet("topic/name", in_turn(tmp_path), f"{ONCE}\noutput = 'lines'")
    told: list[tuple[int, int]] = []
    tally = repeat(
        snippet, python, rounds=12, told=lambda number, wrong: told.append((number, len(wrong)))
    )
    assert (tally.runs, len(tally.results), tally.wrong) == (12, 2, 12)  # none is recorded
    assert told == [(number, 1) for number in range(1, 13)]
    table = soak.as_table({"topic/name": tally})
    assert table.splitlines()[1].split() == ["topic/name", "12", "2", "12"]


def test_what_says_the_same_is_one_result(scratch: Scratch, python: Interpreter) -> None:
    code = "import os\nprint('process', os.getpid())"
    snippet = scratch.snippet("topic/name", code, f"{ONCE}\noutput = 'pattern'")
    assert list(repeat(snippet, python, rounds=2).results.values()) == [2]


def rounds_of(
    cells: Sequence[Cell], monkeypatch: pytest.MonkeyPatch, rounds: int, before: dict[str, int]
) -> list[list[Cell]]:
    """Give what each round would run, if each run were right."""
    drawn: list[list[Cell]] = []
    snippets = {cell.snippet.name: cell.snippet for cell in cells}
    tallies = {name: soak.Tally(snippet) for name, snippet in snippets.items()}

    def run_cells(wanted: Sequence[Cell], *_: object, **options: object) -> Iterator[Outcome]:
        assert options["crowded"]
        drawn.append([*wanted])
        for cell in wanted:
            tallies[cell.snippet.name].runs += 1
            yield Outcome(cell, (), (), fresh=True)

    monkeypatch.setattr(soak, "run_cells", run_cells)
    records = dict.fromkeys(snippets)
    soak.soak(tallies, cells, records, rounds=rounds, minutes=1, load=0, before=before)
    return drawn


def test_what_has_run_least_comes_first_and_none_runs_more_than_asked(
    scratch: Scratch, python: Interpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"topic/{name}" for name in "abcdef"]
    cells = [Cell(scratch.snippet(name, "print(1)", ONCE), python, NATIVE) for name in names]
    before = {"topic/a": 2, "topic/b": 1, "topic/c": 3}
    first, second, third = rounds_of(cells, monkeypatch, 3, before)
    assert {cell.snippet.name for cell in first[:3]} == {"topic/d", "topic/e", "topic/f"}
    assert [cell.snippet.name for cell in first[3:]] == ["topic/b", "topic/a"]
    assert [len(second), len(third)] == [4, 3]


def test_a_snippet_runs_in_all_its_places_in_turn(
    scratch: Scratch, python: Interpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    snippet = scratch.snippet("topic/name", "print(1)", "")
    cells = [Cell(snippet, python, method) for method in python.methods]
    drawn = rounds_of(cells, monkeypatch, 2 * len(cells), {})
    assert [len(cells) for cells in drawn] == [1] * len(drawn)
    assert {id(cell) for [cell] in drawn[: len(cells)]} == {*map(id, cells)}
    assert drawn[len(cells) :] == drawn[: len(cells)]


def test_it_stops_when_its_time_is_over(scratch: Scratch, python: Interpreter) -> None:
    snippet = scratch.snippet("topic/name", "print(1)", ONCE)
    assert repeat(snippet, python, rounds=1000, minutes=0).runs == 1


def test_the_command_fails_on_one_wrong_verdict(
    scratch: Scratch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    scratch.write("topic/name", in_turn(tmp_path), ONCE)
    assert main(["record", *HERE]) == 0
    assert main(["soak", "--rounds", "20", "--load", "0", *HERE]) == 1
    printed = capsys.readouterr()
    assert "different from what is recorded here" in printed.err
    assert "20 runs, " in printed.out
    scratch.write("topic/name", "print('a')", ONCE)
    assert main(["record", *HERE]) == 0
    assert main(["soak", "--rounds", "3", "--load", "0", *HERE]) == 0
    assert "3 runs, 0 wrong verdicts" in capsys.readouterr().out
