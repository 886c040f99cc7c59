"""What trials came to: kept by program, counted on, given up with its text, shown as tables."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from runner.__main__ import main
from runner.problem import Problem
from runner.run import usable_cpus
from runner.trials import Changed, Repeated, keep, load, save, tables
from tests.scratch import HERE, ONCE, Scratch

CHANGED = Changed("0" * 16, "2026-11-27", "Linux x86_64, 2 CPUs", ("3.15.2",), 19, 1, 4)
REPEATED = Repeated("0" * 16, "2026-11-28", "Linux x86_64, 2 CPUs", ("3.15.2",), 7, 0)


def rows(scratch: Scratch, number: int) -> dict[str, tuple[str, ...]]:
    """Give a table's rows by their first cells."""
    every = (map(str, row) for row in tables(scratch.project)[number].rows)
    return {first: tuple(others) for first, *others in every}


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    assert load(Changed, tmp_path) == {}
    save(Changed, {"topic/name": CHANGED}, tmp_path)
    save(Repeated, {"topic/name": REPEATED}, tmp_path)
    assert load(Changed, tmp_path) == {"topic/name": CHANGED}
    assert load(Repeated, tmp_path) == {"topic/name": REPEATED}


@pytest.mark.parametrize("text", ["[", "x = 3", '["topic/name"]\nruns = 1', "x = { pythons = 1 }"])
def test_a_damaged_file_is_told_of(text: str, tmp_path: Path) -> None:
    (tmp_path / Repeated.FILE).write_text(text, "utf-8")
    with pytest.raises(Problem, match=r"soak\.toml: what the trials came to is damaged"):
        load(Repeated, tmp_path)


def test_runs_are_counted_on() -> None:
    later = replace(REPEATED, date="2026-11-30", pythons=("3.13.5t",), runs=5)
    assert later.after(REPEATED) == replace(later, pythons=("3.13.5t", "3.15.2"), runs=12)
    assert later.after(None) == later
    assert later.after(replace(REPEATED, digest="1" * 16)) == later
    assert later.after(replace(REPEATED, wrong=1)).wrong == 1, "until its text is another"


def test_what_is_of_an_earlier_text_does_not_count(scratch: Scratch) -> None:
    snippet = scratch.snippet("topic/name", "print(1)", ONCE)
    save(Changed, {"topic/name": CHANGED, "topic/gone": CHANGED}, scratch.project.records)
    assert rows(scratch, 0)["all"][:2] == ("0", "0")
    now = replace(CHANGED, digest=snippet.digest)
    save(Changed, {"topic/name": now, "topic/gone": now}, scratch.project.records)
    assert rows(scratch, 0)["all"] == ("1", "24", "19", "4", "1", "95.0%")


def test_contracts_are_counted_apart(scratch: Scratch) -> None:
    entries = {}
    for name, contract, runs in (("one", "exact", 5), ("two", "exact", 3), ("three", "varies", 9)):
        snippet = scratch.snippet(f"topic/{name}", "print(1)", f"{ONCE}\noutput = '{contract}'")
        entries[snippet.name] = replace(REPEATED, digest=snippet.digest, runs=runs)
    save(Repeated, entries, scratch.project.records)
    counted = rows(scratch, 1)
    assert counted["exact"] == ("2", "8", "3", "0")
    assert counted["varies"] == ("1", "9", "9", "0")
    assert counted["lines"] == ("0", "0", "0", "0")
    assert counted["all"] == ("3", "17", "3", "0")
    [none, table] = tables(scratch.project)
    assert none.caption == "Changed on purpose: none of 3 programs yet"
    assert "3 of 3 programs as they are now, 2026-11-28, Linux x86_64, 2 CPUs" in table.caption
    assert '<th scope="row">exact</th><td>2</td><td>8</td>' in table.as_html()
    [line] = [line for line in table.as_text().splitlines() if line.startswith("exact")]
    assert line.split() == ["exact", "2", "8", "3", "0"]


def test_mutants_are_kept_by_program_in_turn(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [f"topic/{name}" for name in ("one", "two", "three", "four")]
    for number, name in enumerate(names):
        scratch.write(name, "print(1 + 1)", f"{ONCE}\nalone = {'false' if number else 'true'}")
    assert main(["record", *HERE]) == 0
    tried = []
    for _ in names:  # the next that was not tried, what runs alone last
        assert main(["drift", "--sample", "1", "--record"]) == 0
        tried.append(set(load(Changed, scratch.project.records)))
    assert [len(each) for each in tried] == [1, 2, 3, 4]
    assert names[0] not in tried[2]
    entry = load(Changed, scratch.project.records)["topic/one"]
    assert entry.killed > 1
    assert (entry.survived, entry.equivalent) == (0, 0)
    assert main(["check", *HERE]) == 0, "it is no record of a snippet, and no orphan"
    scratch.write("topic/one", "print(1 + 2)", ONCE)
    (scratch.project.snippets / "topic/two.py").unlink()
    assert main(["record", *HERE]) == 0
    capsys.readouterr()
    assert main(["drift", "--sample", "1", "--record"]) == 0
    assert "\ntopic/one " in capsys.readouterr().out
    now = load(Changed, scratch.project.records)
    assert now["topic/one"].digest != entry.digest
    assert set(now) == {"topic/one", "topic/three", "topic/four"}


@pytest.mark.parametrize("option", [["--each", "1"], [*HERE], ["--method", "spawn"]])
def test_some_mutants_or_those_of_another_python_are_not_recorded(
    option: list[str], scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    scratch.write("topic/name", "print(1 + 1)", ONCE)
    assert main(["drift", "--record", *option]) == 2
    assert "only all mutants of a snippet are recorded" in capsys.readouterr().err


def test_two_commands_lose_nothing_of_each_other(scratch: Scratch) -> None:
    for name in ("one", "two"):
        scratch.write(f"topic/{name}", "print(1)", ONCE)
    records, names = scratch.project.records, ("topic/one", "topic/two")
    for name in names:
        keep(Repeated, {name: REPEATED}, names, records)
    assert set(load(Repeated, records)) == {"topic/one", "topic/two"}


def test_runs_are_counted_on_over_commands(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    scratch.write("topic/name", "print(1)", ONCE)
    assert main(["record", *HERE]) == 0
    for rounds in ("3", "5", "4"):
        assert main(["soak", "--rounds", rounds, "--record", *HERE]) == 0
    assert load(Repeated, scratch.project.records)["topic/name"].runs == 5
    capsys.readouterr()
    assert main(["soak", "--rounds", "3", *HERE]) == 0
    assert "3 runs, 0 wrong verdicts" in capsys.readouterr().out, "what is recorded does not count"
    assert load(Repeated, scratch.project.records)["topic/name"].runs == 5
    assert main(["soak", "--record", "--load", str(usable_cpus() - 1), *HERE]) == 2
    assert "only what ran on a busy machine is recorded" in capsys.readouterr().err
    scratch.write("topic/name", "print(2)", ONCE)
    assert main(["soak", "--record", *HERE]) == 2
    assert "the record is missing or stale: topic/name" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["soak", "drift"])
def test_in_ci_nothing_is_recorded(
    command: str, scratch: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch.write("topic/name", "print(1)", ONCE)
    monkeypatch.setenv("CI", "true")
    assert main([command, "--record", *HERE]) == 2
