"""The command line, on a scratch project: what it prints, writes and exits with."""

from __future__ import annotations

import errno
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from runner import schedule
from runner.__main__ import main
from runner.interpreters import Interpreter
from runner.project import ENVIRONMENT, HOME
from runner.record import load, record_path
from tests.scratch import HERE, MINOR, ONCE, Scratch


@pytest.fixture
def project(scratch: Scratch) -> Scratch:
    """A project of one snippet that is shown."""
    scratch.write("topic/name", "print('one')\nprint('two')", ONCE)
    scratch.page("page.md", "topic/name")
    return scratch


@pytest.fixture
def two(python: Interpreter, monkeypatch: pytest.MonkeyPatch) -> list[Interpreter]:
    """Two Pythons, all that the machine has; each is the newest, under a version of its own."""
    found = [replace(python, version=each, build=each) for each in ("3.91.0", "3.90.1")]
    monkeypatch.setattr(schedule, "find_interpreters", lambda *_: found)
    return found


def test_list_names_snippets_contracts_and_pages(
    project: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("topic/other", "print(1)", 'output = "lines"')
    assert main(["list"]) == 0
    assert capsys.readouterr().out == (
        "topic/name  [exact]  Show it.\n    shown at docs/page.md:3\n"
        "topic/other  [lines]  Show it.\n    shown at no page\n"
    )


def test_run_prints_what_the_run_told(project: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "topic/name", *HERE]) == 0
    printed = capsys.readouterr().out
    assert re.fullmatch(
        rf"== topic/name on \S+ {MINOR}\.\S+ native: exit 0 in [\d.]+ s\none\ntwo\n", printed
    )
    assert main(["run", "topic/name.py"]) == 0


def test_run_runs_the_builds_cell_and_with_all_every_one(
    project: Scratch, two: list[Interpreter], capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("topic/name", "print('one')")

    def where(*arguments: str) -> list[str]:
        assert main(["run", "topic/name", *arguments]) == 0
        return re.findall(r"^== topic/name on \S+ (\S+ \S+): exit 0", capsys.readouterr().out, re.M)

    every = [f"{python} {method}" for python in two for method in python.methods]
    assert where() == [f"{two[0]} {two[0].default_method}"]
    assert sorted(where("--all")) == sorted(every)


def test_run_runs_anew_and_keeps_what_is_good(project: Scratch) -> None:
    def kept() -> list[int]:
        files = project.project.cache.joinpath("runs").rglob("*.json")
        return [file.stat().st_mtime_ns for file in files]

    assert main(["run", "topic/name", *HERE]) == 0
    first = kept()
    assert len(first) == 1
    assert main(["run", "topic/name", *HERE]) == 0
    assert len(kept()) == 1
    assert kept() != first


def test_store_lists_what_is_kept(project: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "topic/name", *HERE]) == 0
    project.write("topic/name", "print('three')", ONCE)
    assert main(["run", "topic/name", *HERE]) == 0
    capsys.readouterr()
    assert main(["store"]) == 0
    *lines, total = capsys.readouterr().out.splitlines()
    form = r" +1 runs +[\d.]+ s +[\d,]+ bytes  used \S+ \S+  topic/name on \S+ \S+ native"
    assert all(re.match(form, line) for line in lines)
    assert sorted("earlier text" in line for line in lines) == [False, True]
    assert re.fullmatch(r"2 entries, 1 of them current; [\d.]+ of 256 MiB", total)
    assert main(["store", "topic/other"]) == 2


def test_store_filters_what_it_lists_and_nothing_else(
    project: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("topic/other", "print(1)", "start-methods = ['spawn']")
    assert main(["record", *HERE]) == 0
    files = list(project.project.cache.joinpath("runs").rglob("*.json"))
    for file in files:
        os.utime(file, (0, 0))
    capsys.readouterr()

    def listed(*arguments: str) -> list[str]:
        assert main(["store", *arguments]) == 0
        *lines, total = capsys.readouterr().out.splitlines()
        assert total.startswith("2 entries, 2 of them current;")
        assert not any("earlier text" in line for line in lines)
        return sorted(line.split("  ")[-1].split(" ")[0] for line in lines)

    assert listed() == ["topic/name", "topic/other"]
    assert listed("topic/name.py") == ["topic/name"]
    assert listed("--method", "spawn") == ["topic/other"]
    assert listed("--method", "fork") == []
    assert listed(*HERE) == ["topic/name", "topic/other"]
    assert {(file.stat().st_atime, file.stat().st_mtime) for file in files} == {(0, 0)}


def test_run_says_what_is_wrong(project: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    project.write("topic/name", "import sys\nopen('left', 'w')\nsys.exit('oh')", ONCE)
    assert main(["run", "topic/name", *HERE]) == 1
    printed = capsys.readouterr().out
    assert "standard error:\noh\n" in printed
    assert "left behind, file: left" in printed
    assert "  ! it should exit with 0, but it ended with exit 1" in printed
    assert "  ! it leaves behind 1 × file (left)" in printed


def test_record_writes_once_and_check_compares(
    project: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *HERE]) == 1
    assert "not recorded at all" in capsys.readouterr().err
    assert main(["record", *HERE]) == 0
    assert "1 runs, 1 records written, 0 removed, 0 failed" in capsys.readouterr().out
    record = load("topic/name", project.project.records)
    assert record is not None
    assert record.results[0].stdout == "one\ntwo\n"
    assert main(["record", *HERE]) == 0
    assert "0 runs, 0 records written, 0 removed, 0 failed" in capsys.readouterr().out
    assert main(["check", *HERE]) == 0
    assert capsys.readouterr().out == "    1 same as recorded\n"


def test_record_with_force_runs_what_was_run_before(
    project: Scratch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "word"  # nobody sees that it changes
    project.write("topic/name", f"print(open({str(outside)!r}).read())", ONCE)

    def recorded(*arguments: str) -> tuple[str, str]:
        assert main(["record", *arguments, *HERE]) == 0
        record = load("topic/name", project.project.records)
        assert record is not None
        return capsys.readouterr().out.splitlines()[0], record.results[0].stdout

    outside.write_text("old", "utf-8")
    assert recorded()[1] == "old\n"
    outside.write_text("new", "utf-8")
    assert recorded() == ("0 runs, 0 records written, 0 removed, 0 failed", "old\n")
    assert recorded("--force") == ("1 runs, 1 records written, 0 removed, 0 failed", "new\n")
    # What was run before is kept no more: it would be held against the record.
    assert main(["check", *HERE]) == 0


def test_record_runs_a_place_that_is_not_recorded(
    project: Scratch, two: list[Interpreter], capsys: pytest.CaptureFixture[str]
) -> None:
    def places() -> list[str]:
        record = load("topic/name", project.project.records)
        assert record is not None
        return sorted(place.split()[1] for place in record.places)

    assert main(["record"]) == 0
    path = record_path("topic/name", project.project.records)
    cut = re.sub(r'\n *"\S+ 3\.90\.1t? native",', "", path.read_text("utf-8"))
    path.write_text(cut, "utf-8")
    assert places() == [str(two[0])]
    capsys.readouterr()
    assert main(["record"]) == 0
    assert capsys.readouterr().out.startswith("1 runs, 1 records written, 0 removed, 0 failed\n")
    assert places() == [str(two[1]), str(two[0])]


def test_a_changed_print_is_a_diff_that_names_all(
    project: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", *HERE]) == 0
    before = record_path("topic/name", project.project.records).read_bytes()
    project.write("topic/name", "print('one')\nprint('three')", ONCE)
    assert main(["check", *HERE]) == 1
    told = capsys.readouterr().err
    for part in (
        "snippets/topic/name.py (shown at docs/page.md:3): recorded from another text",
        f"on {MINOR}.",
        "-[out] two",
        "+[out] three",
        "-> If the change is meant, renew the record: python -m runner record topic/name",
    ):
        assert part in told
    assert record_path("topic/name", project.project.records).read_bytes() == before
    assert main(["record", "topic/name", *HERE]) == 0
    assert main(["check", *HERE]) == 0


def test_what_contradicts_the_record_is_renewed_by_the_command_that_it_names(
    project: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", *HERE]) == 0
    path = record_path("topic/name", project.project.records)
    path.write_text(path.read_text("utf-8").replace("two", "deux"), "utf-8")
    assert main(["check", *HERE]) == 1
    told = capsys.readouterr().err
    assert "different from what is recorded here" in told
    command = re.search(r"python -m runner (.+)", told)
    assert command is not None
    assert main([*command[1].split(), *HERE]) == 0
    assert main(["check", *HERE]) == 0


def test_a_damaged_record_is_renewed_as_its_message_says(
    project: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = record_path("topic/name", project.project.records)
    path.parent.mkdir()
    path.write_text("[[")
    assert main(["check", *HERE]) == 2
    assert capsys.readouterr().err.startswith("records/topic/name.toml: the record is damaged")
    path.unlink()
    assert main(["record", "topic/name", *HERE]) == 0
    assert main(["check", *HERE]) == 0


def test_what_a_larger_machine_measured_is_kept_beside_the_record(
    project: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", "--larger"]) == 2
    assert capsys.readouterr().err.startswith("nothing to measure")
    larger = ["record", "--larger", "topic/name", *HERE]
    assert main(larger) == 2
    told = capsys.readouterr().err
    assert told.startswith("snippets/topic/name.py: it does not measure, does so by start methods,")
    assert "python -m runner record topic/name" in told
    project.write("topic/name", "print('one')", "alone = true\nstart-methods = ['spawn']")
    assert main(["record", *HERE]) == 0
    assert main(larger) == 2
    project.write("topic/name", "print('one')", f"{ONCE}\nalone = true")
    assert main(["record", *HERE]) == 0
    before = load("topic/name", project.project.records)
    assert main(larger) == 0
    after = load("topic/name", project.project.records)
    assert before is not None
    assert after is not None
    assert (before.results, before.larger) == (after.results, ())
    assert [each.stdout for each in after.larger] == ["one\n"]
    project.write("topic/name", "raise SystemExit(1)", f"{ONCE}\nalone = true\nexit = 0")
    assert main(["record", "--larger", "topic/name", *HERE]) == 2


def test_nothing_faulty_is_recorded(project: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", *HERE]) == 0
    before = record_path("topic/name", project.project.records).read_bytes()
    project.write("topic/name", "raise ValueError('oh')", ONCE)
    assert main(["record", *HERE]) == 1
    told = capsys.readouterr()
    assert "0 records written" in told.out
    assert "1 failed" in told.out
    assert "not as the snippet declares" in told.err
    assert "ValueError: oh" in told.err
    assert record_path("topic/name", project.project.records).read_bytes() == before


def test_in_ci_nothing_is_recorded(
    project: Scratch, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    assert main(["record", *HERE]) == 2
    assert capsys.readouterr().err.startswith("records are not rewritten in CI")
    assert not list(project.project.records.rglob("*.toml"))


def test_a_record_of_no_snippet_fails_and_goes(
    project: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", *HERE]) == 0
    (project.project.snippets / "topic/name.py").rename(project.project.snippets / "topic/new.py")
    project.page("page.md", "topic/new")
    assert main(["check", *HERE]) == 1
    told = capsys.readouterr().err
    assert "records/topic/name.toml: a record of no snippet" in told
    assert main(["record", "topic/new", *HERE]) == 0
    assert record_path("topic/name", project.project.records).exists()
    assert main(["record", *HERE]) == 0
    assert "1 removed" in capsys.readouterr().out
    assert main(["check", *HERE]) == 0


def test_what_varies_is_recorded_over_many_runs(project: Scratch) -> None:
    code = "import time\nprint(time.monotonic_ns())"
    project.write("topic/name", code, f'output = "varies"\nruns = 4\n{ONCE}')
    assert main(["record", *HERE]) == 0
    record = load("topic/name", project.project.records)
    assert record is not None
    assert list(record.results[0].tallies.values()) == ["4 of 4"]
    assert main(["check", *HERE]) == 0


def test_what_varies_is_counted_over_many_runs_on_the_next_patch_release_too(
    project: Scratch,
) -> None:
    code = "import time\nprint(time.monotonic_ns())"
    project.write("topic/name", code, f'output = "varies"\nruns = 4\n{ONCE}')
    assert main(["record", *HERE]) == 0
    path = record_path("topic/name", project.project.records)
    here = f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
    path.write_text(
        re.sub(rf"\b{re.escape(here)}\b", f"{MINOR}.99", path.read_text("utf-8")), "utf-8"
    )
    for file in project.project.cache.joinpath("runs").rglob("*.json"):
        file.unlink()
    assert main(["record", *HERE]) == 0
    record = load("topic/name", project.project.records)
    assert record is not None
    [result] = record.results
    assert not any("99" in place for place in result.places)
    assert list(result.tallies.values()) == ["4 of 4"]
    assert len(result.samples) == 4


def test_run_keeps_the_many_runs_of_what_varies(
    project: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = "import time\nprint(time.monotonic_ns())"
    project.write("topic/name", code, f'output = "varies"\nruns = 4\n{ONCE}')
    assert main(["record", *HERE]) == 0
    assert main(["run", "topic/name", *HERE]) == 0
    capsys.readouterr()
    assert main(["store"]) == 0
    assert capsys.readouterr().out.startswith("  4 runs ")


def test_what_should_vary_but_never_does_fails(
    project: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("topic/name", "print(1)", f'output = "varies"\nruns = 3\n{ONCE}')
    assert main(["run", "topic/name", *HERE]) == 1
    assert "it printed the same in each of 3 runs" in capsys.readouterr().out
    assert main(["record", *HERE]) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["run", "topic/nme"], "Did you mean topic/name?"),
        (["run", "topic/name", "--python", "3.2"], "no Python 3.2 on this machine (found: "),
        *(
            (
                [command, "topic/name", "--method", "spawn"],
                "no Python, start method, platform or number of CPUs here fits",
            )
            for command in ("run", "check", "record", "soak", "compare-starts")
        ),
        (["check", "topic/nme"], "there is no snippet named 'topic/nme'"),
        (["record", "topic/nme"], "there is no snippet named 'topic/nme'"),
    ],
)
def test_a_wrong_call_says_what_to_do(
    project: Scratch, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert told in error
    assert "\n    -> " in error


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 1, ""),
        (OSError(errno.ENOSPC, "No space left on device"), 2, "No space left on device"),
    ],
)
def test_what_ends_a_command_has_an_exit_code(
    project: Scratch,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    told: str,
) -> None:
    class Failing(io.TextIOWrapper):
        def write(self, text: str) -> int:
            raise error

    with Failing((tmp_path / "out").open("wb")) as out, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        assert main(["list"]) == code
    printed = capsys.readouterr().err
    assert told in printed
    assert bool(told) == bool(printed)


@pytest.mark.parametrize("command", ["list", "run", "record", "check"])
def test_each_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"usage: python -m runner {command}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["walk"],
        ["run"],
        ["list", "--fast"],
        ["run", "-x"],
        *([command, "--method", "forkk"] for command in ("check", "soak", "record")),
    ],
)
def test_what_is_no_command_is_told_with_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m runner" in capsys.readouterr().err


def test_as_typed_its_exit_code_is_the_programs(project: Scratch) -> None:
    def typed(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "runner", *arguments],
            cwd=HOME,
            env=os.environ | {ENVIRONMENT: str(project.project.root)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    assert typed("check", *HERE).returncode == 1
    done = typed("record", *HERE)
    assert done.returncode == 0
    assert done.stderr == ""  # no progress bar where there is no terminal
    assert typed("check", *HERE).returncode == 0
    assert typed("run", "nothing").returncode == 2
