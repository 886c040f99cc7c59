"""The store of fresh runs: found again only while nothing that matters has changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from runner import store
from runner.interpreters import Interpreter
from runner.schedule import Cell, run_cells
from runner.snippet import get_snippet
from runner.store import Store, key_of
from tests.scratch import Scratch, made_up

RUNS = (made_up(stdout="a\n"), made_up(stdout="b\n"))
KEY = "ab" + "0" * 62

HERE = Interpreter(
    sys.executable, "3.15.2", False, ("fork",), "fork", ("/usr",), "/usr/lib/python3.15", "build"
)


@pytest.fixture
def key(scratch: Scratch) -> Callable[..., str]:
    scratch.write("topic/name", "import work\nprint(work.VALUE)")
    scratch.write("topic/work", "VALUE = 1")

    def make(python: Interpreter = HERE, method: str = "fork") -> str:
        return key_of(get_snippet("topic/name", scratch.project.snippets), python, method)

    return make


def test_a_key_is_the_same_while_nothing_changes(key: Callable[..., str]) -> None:
    assert key() == key()


@pytest.mark.parametrize("file", ["topic/name.py", "topic/work.py"])
def test_a_key_changes_with_snippet_and_helper(
    key: Callable[..., str], scratch: Scratch, file: str
) -> None:
    before = key()
    path = scratch.project.snippets / file
    path.write_text(path.read_text("utf-8") + "# more\n", "utf-8")
    assert key() != before


def test_a_key_changes_with_metadata(key: Callable[..., str], scratch: Scratch) -> None:
    before = key()
    path = scratch.project.snippets / "topic/name.py"
    block = '# /// script\n# [tool.snippet]\n# output = "lines"\n# ///\n'
    path.write_text(block + path.read_text("utf-8"), "utf-8")
    assert key() != before


def test_a_key_changes_with_interpreter_and_method(key: Callable[..., str]) -> None:
    keys = {
        key(),
        key(replace(HERE, build="another build of this version")),
        key(replace(HERE, path=os.__file__)),
        key(method="spawn"),
        key(method="native"),
    }
    assert len(keys) == 5


def test_a_key_changes_with_the_runner(
    key: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = key()
    monkeypatch.setattr(store, "runner_digest", lambda: "another")
    assert key() != before


@pytest.mark.parametrize("module", ["supervise.py", "run.py", "trace.py", "probe/sitecustomize.py"])
def test_the_runners_digest_is_of_what_decides_a_run(
    module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.runner_digest()
    read_bytes = Path.read_bytes

    def changed(path: Path) -> bytes:
        return read_bytes(path) + (b"#" if path.as_posix().endswith(f"runner/{module}") else b"")

    monkeypatch.setattr(Path, "read_bytes", changed)
    assert store.runner_digest.__wrapped__() != before


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    kept = Store(tmp_path / "runs")
    assert kept.load(KEY) == []
    kept.save(KEY, RUNS)
    assert tuple(Store(tmp_path / "runs").load(KEY)) == RUNS
    assert kept.load("cd" + KEY[2:]) == []
    assert [p.suffix for p in (tmp_path / "runs").rglob("*") if p.is_file()] == [".json"]


def test_without_a_folder_nothing_is_kept() -> None:
    kept = Store(None)
    kept.save(KEY, RUNS)
    assert kept.load(KEY) == []


@pytest.mark.parametrize(
    "data",
    [b"", b"[", b"\xff", b"{}", b"[1]", b'["{}"]', b'["[]"]', b"null", b'["null"]', b"3"],
)
def test_a_damaged_file_is_as_good_as_none(data: bytes, tmp_path: Path) -> None:
    kept = Store(tmp_path)
    kept.save(KEY, RUNS)
    [file] = (path for path in tmp_path.rglob("*.json"))
    file.write_bytes(data)
    assert kept.load(KEY) == []
    kept.save(KEY, RUNS)
    assert tuple(kept.load(KEY)) == RUNS


def test_a_file_cut_off_anywhere_is_as_good_as_none(tmp_path: Path) -> None:
    kept = Store(tmp_path)
    kept.save(KEY, RUNS)
    [file] = (path for path in tmp_path.rglob("*.json"))
    whole = file.read_bytes()
    for length in range(0, len(whole), 37):
        file.write_bytes(whole[:length])
        assert kept.load(KEY) == []


def test_a_folder_that_cannot_be_written_to_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("a file, where a folder should be")
    kept = Store(tmp_path / "runs")
    kept.save(KEY, RUNS)
    assert kept.load(KEY) == []
    assert [p.name for p in tmp_path.iterdir()] == ["runs"]


def test_faulty_runs_are_never_kept_and_good_ones_run_once(
    scratch: Scratch, python: Interpreter
) -> None:
    kept = Store(scratch.project.cache / "runs")
    good = Cell(scratch.snippet("topic/good", "print(1)"), python, "native")
    bad = Cell(scratch.snippet("topic/bad", "raise SystemExit(3)"), python, "native")
    for again in (False, True):
        outcomes = {str(o.cell.snippet): o for o in run_cells([good, bad], kept)}
        assert outcomes["topic/bad"].fresh
        assert outcomes["topic/bad"].faults
        assert outcomes["topic/good"].fresh is not again
        assert outcomes["topic/good"].runs[0].stdout == "1\n"
    assert kept.load(bad.key) == []
    assert len(kept.load(good.key)) == 1
