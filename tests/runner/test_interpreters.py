"""Finding interpreters: which are taken, which are passed over, what is complained about."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from runner import interpreters
from runner.interpreters import ENVIRONMENT, Interpreter, find_interpreters
from runner.problem import Problem
from tests.scratch import program

posix = pytest.mark.skipif(os.name != "posix", reason="the fake interpreters are shell scripts")


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project on a machine with nothing on PATH."""
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    return tmp_path


def fake(path: Path, version: str, **changes: object) -> Path:
    """Write a program that answers as an interpreter does."""
    answer = {
        "implementation": "cpython",
        "executable": str(path),
        "version": version,
        "free_threaded": path.name.endswith("t"),
        "methods": ["fork", "forkserver", "spawn"],
        "default_method": "fork",
        "prefixes": ["/usr"],
        "stdlib": "/usr/lib/python3",
        "build": version,
    }
    return program(path, f"echo '{json.dumps(answer | changes)}'")


def test_the_python_that_asks_is_found(alone: Path) -> None:
    [found] = find_interpreters(alone)
    assert found.path == sys.executable
    assert found.version.split(".")[:2] == list(map(str, sys.version_info[:2]))
    assert set(found.methods) <= {"fork", "spawn", "forkserver"}
    assert found.default_method in found.methods
    assert find_interpreters(alone)[0].identity == found.identity


def test_the_found_are_distinct_and_newest_first(pythons: list[Interpreter]) -> None:
    minors = [python.minor for python in pythons]
    assert len(set(minors)) == len(minors)
    plain = [int(minor.split(".")[1].rstrip("t")) for minor in minors]
    assert plain == sorted(plain, reverse=True)


@posix
def test_the_environment_of_packages_is_one_more(alone: Path) -> None:
    fake(alone / ".environment/bin/python", "3.90.1", packages=["joblib==1.5.2"])
    assert [python.packages for python in find_interpreters(alone)] == [()], "it is not ready yet"
    (alone / ".environment/.ready").touch()
    equipped, plain = find_interpreters(alone, alone / "cache")
    assert (equipped.packages, plain.packages) == (("joblib==1.5.2",), ())
    fake(alone / ".environment/bin/python", "3.90.1", packages=["joblib==1.6.0"])
    os.utime(alone / ".environment/.ready", ns=(1, 1))
    renewed = find_interpreters(alone, alone / "cache")[0]
    assert renewed.packages == ("joblib==1.6.0",)
    assert renewed.identity != equipped.identity


@posix
def test_one_of_each_name_is_taken_the_first(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(alone / "first/python3.90", "3.90.1")
    fake(alone / "second/python3.90", "3.90.2")
    fake(alone / "second/python3.90t", "3.90.2")
    fake(alone / ".interpreters/bin/python3.90", "3.90.3")
    fake(alone / ".interpreters/bin/python3.91", "3.91.0")
    monkeypatch.setenv(ENVIRONMENT, os.pathsep.join([str(alone / "first"), str(alone / "second")]))
    found = [str(python) for python in find_interpreters(alone)]
    assert found[:3] == ["3.91.0", "3.90.2t", "3.90.1"]


@posix
def test_what_is_on_path_is_found_after_all_others(
    alone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(alone / "first/python3.90", "3.90.1")
    fake(alone / "second/python3.90", "3.90.2")
    fake(alone / "second/python3.91", "3.91.2")
    fake(alone / ".interpreters/bin/python3.91", "3.91.1")
    monkeypatch.setenv("PATH", os.pathsep.join([str(alone / "first"), str(alone / "second")]))
    found = [str(python) for python in find_interpreters(alone)]
    assert found[:2] == ["3.91.1", "3.90.1"]


@posix
def test_a_single_executable_may_have_any_name(
    alone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(alone / "my-python", "3.90.1")
    monkeypatch.setenv(ENVIRONMENT, "my-python")
    assert str(find_interpreters(alone)[0]) == "3.90.1"


@pytest.mark.parametrize("named", ["nowhere", "/nowhere/python3.15"])
def test_a_variable_that_names_nothing_is_complained_about(
    alone: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv(ENVIRONMENT, named)
    with pytest.raises(Problem, match=f"{ENVIRONMENT} names '{named}', which is not there"):
        find_interpreters(alone)


@posix
@pytest.mark.parametrize(
    "lines",
    [
        ["kill -SEGV $$"],
        ["exit 1"],
        ["echo not json"],
        ["echo 3"],
        ["echo '{}'"],
        ["exec /nowhere/at/all"],
        [":"],
    ],
)
def test_one_that_does_not_start_is_passed_over(alone: Path, lines: list[str]) -> None:
    program(alone / ".interpreters/bin/python3.90", *lines)
    assert [python.path for python in find_interpreters(alone)] == [sys.executable]


@posix
def test_what_is_not_executable_or_not_cpython_or_too_old_is_passed_over(alone: Path) -> None:
    folder = alone / ".interpreters/bin"
    fake(folder / "python3.90", "3.90.1", implementation="pypy")
    fake(folder / "python3.91", "3.10.1")
    fake(folder / "python3.92", "3.92.1").chmod(0o600)
    fake(folder / "python3", "3.93.1")
    fake(folder / "python3.94-config", "3.94.1")
    fake(folder / "python3.9", "3.9.1")
    (folder / "python3.95").symlink_to(alone / "gone")
    (folder / "python3.96").mkdir()
    assert [python.path for python in find_interpreters(alone)] == [sys.executable]


@posix
def test_one_that_starts_only_later_is_found_then(alone: Path) -> None:
    path = program(alone / ".interpreters/bin/python3.90", "exit 1")
    assert len(find_interpreters(alone, alone / "cache")) == 1
    fake(path, "3.90.1")
    assert str(find_interpreters(alone, alone / "cache")[0]) == "3.90.1"


@posix
def test_an_answer_is_remembered_until_the_file_changes(alone: Path) -> None:
    asked = alone / "asked"
    path = fake(alone / ".interpreters/bin/python3.90", "3.90.1")
    path.write_text(path.read_text().replace("echo", f"echo . >> {asked}\necho"))
    for _ in range(3):
        assert str(find_interpreters(alone, alone / "cache")[0]) == "3.90.1"
    assert asked.read_text().count(".") == 1
    os.utime(path, ns=(1, 1))
    find_interpreters(alone, alone / "cache")
    assert asked.read_text().count(".") == 2


@posix
def test_what_does_not_start_is_asked_again_after_a_while(
    alone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = alone / "asked"
    program(alone / ".interpreters/bin/python3.90", f"echo . >> {asked}", "exit 1")
    for _ in range(3):
        find_interpreters(alone, alone / "cache")
    assert asked.read_text().count(".") == 1
    monkeypatch.setattr(interpreters, "SILENCE", 0)
    find_interpreters(alone, alone / "cache")
    assert asked.read_text().count(".") == 2


@posix
def test_what_a_shim_starts_is_taken_in_its_place(alone: Path) -> None:
    for version in ("3.90.1", "3.90.2"):
        fake(alone / f"versions/{version}/bin/python", version)
    program(
        alone / ".interpreters/bin/python3.90",
        f"echo . >> {alone}/asked",
        f'read version < {alone}/chosen; exec {alone}/versions/$version/bin/python "$@"',
    )
    identities = set()
    for version in ("3.90.1", "3.90.2"):
        (alone / "chosen").write_text(f"{version}\n")
        found = find_interpreters(alone, alone / "cache")[0]
        assert (found.path, str(found)) == (f"{alone}/versions/{version}/bin/python", version)
        identities.add(found.identity)
    assert len(identities) == 2
    assert (alone / "asked").read_text() == ".\n.\n"


@posix
def test_a_wrapper_that_is_needed_to_start_one_stays(alone: Path) -> None:
    needy = fake(alone / "needy/python", "3.90.1")
    needy.write_text(needy.read_text().replace("echo", '[ "$NEEDED" ] || exit 1\necho'))
    wrapper = program(alone / ".interpreters/bin/python3.90", f'NEEDED=1 exec {needy} "$@"')
    for _ in range(2):
        found = find_interpreters(alone, alone / "cache")[0]
        assert (found.path, str(found)) == (str(wrapper), "3.90.1")


@posix
def test_a_link_or_a_virtual_environment_is_taken_under_its_own_name(
    alone: Path, pythons: list[Interpreter], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.path.realpath(pythons[0].path)
    (alone / "links").mkdir()
    link = alone / "links" / Path(real).name
    link.symlink_to(real)
    subprocess.run([real, "-m", "venv", "--without-pip", alone / "venv"], check=True)
    for path in (link, alone / "venv/bin/python"):
        monkeypatch.setenv(ENVIRONMENT, str(path))
        for _ in range(2):
            assert str(path) in [found.path for found in find_interpreters(alone, alone / "cache")]
    assert str(alone / "venv/bin/python") in (alone / "cache/interpreters").read_text("latin-1")


@posix
def test_several_are_asked_at_once(alone: Path) -> None:
    for name, other in (("90", "91"), ("91", "90")):
        path = fake(alone / f".interpreters/bin/python3.{name}", f"3.{name}.1")
        met = f"[ -e {alone}/{other} ] && break"
        wait = f"for turn in $(/usr/bin/seq 600); do {met}; /bin/sleep 0.05; done"
        miss = f"[ -e {alone}/{other} ] || exit 1"
        text = path.read_text().replace("echo", f"echo > {alone}/{name}\n{wait}\n{miss}\necho", 1)
        path.write_text(text)
    found = [str(python) for python in find_interpreters(alone)]
    assert found[:2] == ["3.91.1", "3.90.1"]


@posix
@pytest.mark.parametrize(
    ("old", "new"), [(b"3.90.1", b"3.90.0"), (b"3.90.1", b"3.x.1"), (b"{", b"["), (b"}", b"")]
)
def test_a_damaged_memory_only_costs_the_asking(alone: Path, old: bytes, new: bytes) -> None:
    fake(alone / ".interpreters/bin/python3.90", "3.90.1")
    find_interpreters(alone, alone / "cache")
    [memory] = (alone / "cache").iterdir()
    written = memory.read_bytes()
    assert old in written
    memory.write_bytes(written.replace(old, new))
    assert str(find_interpreters(alone, alone / "cache")[0]) == "3.90.1"


@posix
def test_a_cache_that_cannot_be_written_to_is_no_problem(alone: Path) -> None:
    (alone / "cache").write_text("a file, where a folder should be")
    fake(alone / ".interpreters/bin/python3.90", "3.90.1")
    assert str(find_interpreters(alone, alone / "cache")[0]) == "3.90.1"


def test_two_builds_of_a_version_are_told_apart(python: Interpreter) -> None:
    other = replace(python, build="another")
    assert other.identity != python.identity
