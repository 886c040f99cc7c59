"""Where a snippet runs."""

from __future__ import annotations

import pytest

from runner import schedule
from runner.interpreters import Interpreter
from runner.schedule import cells_of
from runner.snippet import get_snippet
from tests.scratch import Scratch

HERE = Interpreter(
    "python3.15", "3.15.2", False, ("fork",), "fork", ("/usr",), "/usr/lib/python3.15", "build"
)


@pytest.mark.parametrize(("cpus", "cells"), [(1, 0), (2, 1), (16, 1)])
def test_what_needs_two_cpus_does_not_run_on_one(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch, cpus: int, cells: int
) -> None:
    scratch.write("topic/name", "print(1)", "cpus = 2")
    monkeypatch.setattr(schedule, "usable_cpus", lambda: cpus)
    snippet = get_snippet("topic/name", scratch.project.snippets)
    assert len(cells_of(snippet, [HERE])) == cells
