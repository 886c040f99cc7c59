"""The store of fresh runs: found again only while nothing that matters has changed."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runner import store
from runner.interpreters import Interpreter
from runner.metadata import Settings
from runner.schedule import Cell, run_cells
from runner.snippet import Snippet, get_snippet
from runner.store import SPARED, Store, key_of
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


@pytest.mark.parametrize(
    "module",
    [
        *("probe/imports.py", "probe/sitecustomize.py", "probe/template.py", "supervise.py"),
        *("forking.py", "metadata.py", "portable.py", "run.py", "server.py"),
        *("surroundings.py", "trace.py"),
    ],
)
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


def test_a_file_with_a_turned_bit_is_as_good_as_none(tmp_path: Path) -> None:
    kept = Store(tmp_path)
    kept.save(KEY, RUNS)
    [file] = (path for path in tmp_path.rglob("*.json"))
    whole = file.read_bytes()
    for place in range(0, len(whole), 37):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert kept.load(KEY) == [], place


def test_a_run_that_was_kept_without_a_checksum_is_found(tmp_path: Path) -> None:
    kept = Store(tmp_path)
    kept.save(KEY, RUNS)
    [file] = (path for path in tmp_path.rglob("*.json"))
    file.write_text(file.read_text("utf-8").partition("\n")[2], "utf-8")
    assert tuple(kept.load(KEY)) == RUNS


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


def _used(file: Path, seconds_ago: float) -> None:
    """Let a file be used last so long ago."""
    when = time.time() - seconds_ago
    os.utime(file, (when, when))


def _fill(folder: Path, count: int) -> list[str]:
    """Keep so many runs, each used an hour before the next."""
    keys = [f"{number:02x}" + "0" * 62 for number in range(count)]
    kept = Store(folder)
    for number, key in enumerate(keys):
        kept.save(key, RUNS)
        _used(folder / key[:2] / f"{key}.json", SPARED + 3600 * (count - number))
    return keys


def test_beyond_its_size_what_was_not_used_for_longest_goes(tmp_path: Path) -> None:
    keys = _fill(tmp_path, 5)
    kept = Store(tmp_path)
    [size] = {entry.size for entry in kept.entries()}
    assert kept.prune(3 * size) == 2
    assert [key for key in keys if kept.load(key)] == keys[2:]
    assert kept.prune(3 * size) == 0


def test_to_load_is_to_use(tmp_path: Path) -> None:
    keys = _fill(tmp_path, 3)
    kept = Store(tmp_path)
    before = kept.stamp(keys[0])
    assert kept.load(keys[0])
    assert kept.stamp(keys[0]) == before  # pages know it by its content's time
    assert kept.prune(1) == 2
    assert [key for key in keys if kept.load(key)] == keys[:1]


def test_to_look_at_is_not_to_use(tmp_path: Path) -> None:
    _fill(tmp_path, 3)
    kept = Store(tmp_path)
    before = kept.entries()
    assert [tuple(kept.look_at(entry)) for entry in before] == [RUNS] * 3
    assert kept.entries() == before
    assert kept.prune(1) == 3
    assert kept.look_at(before[0]) == []  # it is gone


def test_what_a_build_uses_stays_whatever_its_size(tmp_path: Path) -> None:
    kept = Store(tmp_path)
    kept.save(KEY, RUNS)
    assert kept.prune(1) == 0
    assert kept.load(KEY)


def test_what_a_killed_build_left_goes_after_a_day(tmp_path: Path) -> None:
    kept = Store(tmp_path)
    kept.save(KEY, RUNS)
    fresh, old = tmp_path / "ab/x.1.tmp", tmp_path / "ab/y.2.tmp"
    for file in (fresh, old):
        file.write_text("[", "utf-8")
    _used(old, SPARED + 60)
    kept.prune()
    assert fresh.exists()
    assert not old.exists()


def test_two_may_prune_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fill(tmp_path, 4)
    kept, listed = Store(tmp_path), Store(tmp_path).entries()
    monkeypatch.setattr(Store, "entries", lambda self: listed)
    assert kept.prune(1) == 4
    assert kept.prune(1) == 0  # the other one was first, and nothing is said


def test_nothing_is_pruned_where_nothing_is(tmp_path: Path) -> None:
    assert Store(None).prune(0) == 0
    assert Store(tmp_path / "nowhere").prune(0) == 0


PARTS = st.tuples(
    st.text(min_size=1), st.sampled_from(["fork", "spawn", "native"]), st.text(min_size=1)
)


@given(PARTS, PARTS)
def test_keys_are_the_same_only_for_the_same_parts(
    first: tuple[str, str, str], second: tuple[str, str, str]
) -> None:
    def key(text: str, method: str, build: str) -> str:
        path = Path("snippets/topic/name.py")
        snippet = Snippet("topic/name", path, text, text, "", Settings())
        return key_of(snippet, replace(HERE, build=build), method)

    assert (key(*first) == key(*second)) == (first == second)
    assert re.fullmatch("[0-9a-f]{64}", key(*first))
