"""The way of macOS and Windows, exercised wherever the tests run."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from runner import contract
from runner import run as run_module
from runner.interpreters import Interpreter
from runner.problem import Problem
from runner.run import OUTPUT_LIMIT, Runner
from runner.surroundings import NATIVE
from tests.scratch import Scratch

CHILD = """
import sys
from multiprocessing import Process
def work():
    print("in the child")
    print("to stderr", file=sys.stderr)
if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    child.join()
    print("child ended with", child.exitcode)
"""
MEMORY = "import time\nkept = b'x' * (400 << 20)\ntime.sleep(600)"


@pytest.fixture
def portably(monkeypatch: pytest.MonkeyPatch) -> Iterator[Runner]:
    monkeypatch.setattr(run_module, "CAN_SUPERVISE", False)
    with Runner() as runner:
        base = Path(runner._base)
        yield runner
        assert list(base.iterdir()) == []
    assert not base.exists()


def test_a_child_is_heard(scratch: Scratch, portably: Runner, python: Interpreter) -> None:
    lesson = scratch.snippet("topic/name", CHILD)
    for method in python.methods:
        run = portably.run(lesson, python, method)
        assert run.stdout == "in the child\nchild ended with 0\n"
        assert run.stderr == "to stderr\n"
        assert contract.faults(run, lesson) == []
        names = {p.pid: p.name for p in run.processes}
        by = {piece.text: names.get(piece.pid or 0) for piece in run.pieces}
        assert by["in the child\n"] == "Process-1"
        assert run.blind


@pytest.mark.parametrize(
    ("code", "end"), [("pass", "exit 0"), ("raise SystemExit(3)", "exit 3"), ("1 / 0", "exit 1")]
)
def test_how_it_ends(
    scratch: Scratch, portably: Runner, python: Interpreter, code: str, end: str
) -> None:
    run = portably.run(scratch.snippet("topic/name", code), python, NATIVE)
    assert (run.verdict, run.end) == ("ended", end)


@pytest.mark.parametrize(
    ("metadata", "verdict"), [("hangs-after = 1", "hang"), ("timeout = 1", "deadline")]
)
def test_a_hang_is_ended(
    scratch: Scratch, portably: Runner, python: Interpreter, metadata: str, verdict: str
) -> None:
    code = "import time\nprint('before', flush=True)\ntime.sleep(600)"
    run = portably.run(scratch.snippet("topic/name", code, metadata), python, NATIVE)
    assert (run.verdict, run.stdout, run.left) == (verdict, "before\n", {})


def test_the_cpu_time_of_what_has_ended_counts(
    scratch: Scratch, portably: Runner, python: Interpreter
) -> None:
    code = """
    import subprocess, sys
    work = "import time\\nwhile (used := time.process_time()) < 0.5: pass\\nprint(used)"
    for _ in range(5):
        subprocess.run([sys.executable, "-c", work])
    """
    run = portably.run(scratch.snippet("topic/name", code, "timeout = 60"), python, NATIVE)
    assert run.verdict == "ended"
    assert run.cpu > sum(map(float, run.stdout.split())) / 2


def test_who_should_hang_and_is_busy_gets_less_time_than_who_should_end(
    scratch: Scratch, portably: Runner, python: Interpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_module, "PATIENCE", 12)
    busy = [
        portably.run(scratch.snippet("topic/name", "while True: pass", metadata), python, NATIVE)
        for metadata in ("hangs-after = 0.5", "timeout = 0.5")
    ]
    assert [run.verdict for run in busy] == ["hang", "deadline"]
    assert busy[0].seconds < busy[1].seconds / 2


def test_much_output_is_cut(scratch: Scratch, portably: Runner, python: Interpreter) -> None:
    code = "import sys\nfor _ in range(50): sys.stdout.write('x' * (1 << 20))"
    run = portably.run(scratch.snippet("topic/name", code), python, NATIVE)
    assert run.end == "exit 0"
    assert run.written == (50 << 20, 0)
    assert run.stdout == "x" * OUTPUT_LIMIT


def test_too_much_memory_is_ended(
    scratch: Scratch, portably: Runner, python: Interpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_module, "MEMORY_LIMIT", 300 << 20)
    run = portably.run(scratch.snippet("topic/name", MEMORY), python, NATIVE)
    assert run.verdict == "memory"


def test_a_process_that_is_left_is_named_and_ended(
    scratch: Scratch, portably: Runner, python: Interpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_module, "GRACE", 1.0)
    code = """
    import subprocess, sys, time
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    print(child.pid, flush=True)
    time.sleep(1)  # here one who stays in sight is seen, if not at once
    """
    run = portably.run(scratch.snippet("topic/name", code), python, NATIVE)
    [left] = run.left["process"]
    assert "time.sleep(600)" in left
    with contextlib.suppress(psutil.NoSuchProcess):
        # In a container without an init, nobody takes note of its end.
        assert psutil.Process(int(run.stdout)).status() == psutil.STATUS_ZOMBIE


@pytest.mark.skipif(sys.platform == "win32", reason="there, not everybody may make a link")
def test_calls_are_told_where_a_link_leads_to_the_temporary_folder(
    scratch: Scratch, python: Interpreter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "link").symlink_to("private")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "link"))
    monkeypatch.setattr(run_module, "CAN_SUPERVISE", False)
    lesson = scratch.snippet("topic/name", "def work():\n    pass\nwork()")
    with Runner() as runner:
        spans = runner.run(lesson, python, NATIVE).spans
    assert "work" in {span.name for span in spans}


def test_a_missing_interpreter_is_a_problem(
    scratch: Scratch, portably: Runner, python: Interpreter
) -> None:
    gone = replace(python, path=str(Path(sys.executable).with_name("python3.99")))
    with pytest.raises(Problem, match="could not be started"):
        portably.run(scratch.snippet("topic/name", "print(1)"), gone, NATIVE)
