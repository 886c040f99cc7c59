"""The soak: it counts every run, tells a wrong one, keeps its limits and ends its load."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from runner import soak
from runner.__main__ import main
from runner.interpreters import Interpreter
from runner.schedule import Cell
from runner.surroundings import NATIVE
from tests.scratch import Scratch

ONCE = "start-methods = []"


def test_the_load_is_there_and_goes() -> None:
    before = os.times()
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    with soak.busy(2):
        time.sleep(0.2)
        if children.exists():
            assert len(children.read_text().split()) >= 2
    after = os.times()
    assert after.children_user > before.children_user, "it burnt nothing"


def test_it_counts_runs_and_results(scratch: Scratch, python: Interpreter) -> None:
    code = "import os, random\nprint(random.choice('ab'))"
    cell = Cell(scratch.snippet("topic/name", code, f"{ONCE}\noutput = 'lines'"), python, NATIVE)
    told: list[tuple[int, int, int]] = []
    tallies = soak.soak(
        [cell],
        {"topic/name": None},
        rounds=12,
        minutes=1,
        load=0,
        told=lambda *numbers: told.append(numbers),
    )
    tally = tallies["topic/name"]
    assert (tally.runs, len(tally.results), len(tally.wrong)) == (12, 2, 12)  # none is recorded
    assert told[-1] == (12, 12, 12)
    assert soak.as_table(tallies).splitlines()[1].split() == ["topic/name", "12", "2", "12"]


def test_what_says_the_same_is_one_result(scratch: Scratch, python: Interpreter) -> None:
    code = "import os\nprint('process', os.getpid())"
    cell = Cell(scratch.snippet("topic/name", code, f"{ONCE}\noutput = 'pattern'"), python, NATIVE)
    tallies = soak.soak([cell], {"topic/name": None}, rounds=2, minutes=1, load=0)
    assert list(tallies["topic/name"].results.values()) == [2]


def test_it_stops_when_its_time_is_over(scratch: Scratch, python: Interpreter) -> None:
    cell = Cell(scratch.snippet("topic/name", "print(1)", ONCE), python, NATIVE)
    tallies = soak.soak([cell], {"topic/name": None}, rounds=1000, minutes=0, load=0)
    assert tallies["topic/name"].runs == 1


def test_the_command_fails_on_one_wrong_verdict(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    scratch.write("topic/name", "import random\nprint(random.choice('ab'))", ONCE)
    here = ["--python", f"{sys.version_info.major}.{sys.version_info.minor}"]
    assert main(["record", *here]) == 0
    assert main(["soak", "--rounds", "20", "--load", "0", *here]) == 1
    printed = capsys.readouterr()
    assert "different from what is recorded here" in printed.err
    assert "20 runs, " in printed.out
    scratch.write("topic/name", "print('a')", ONCE)
    assert main(["record", *here]) == 0
    assert main(["soak", "--rounds", "3", "--load", "0", *here]) == 0
    assert "3 runs, 0 wrong verdicts" in capsys.readouterr().out
