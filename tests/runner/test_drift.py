"""The mutation check: what it makes and catches; it passes over nothing in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli_w

from runner import drift
from runner.__main__ import main
from runner.mutants import Mutant, mutants_of
from runner.problem import Problem
from runner.run import platform_name
from runner.schedule import run_cells
from runner.server import Lost
from tests.scratch import HERE, ONCE, Scratch

TWO_LINES = """
    print("sum:", 2 + 3)
    print("end")
"""


def changes(scratch: Scratch, code: str, operator: str) -> list[tuple[str, str]]:
    """Give what an operator makes of a program: lines before and after."""
    made = mutants_of(scratch.snippet("topic/name", code, ONCE))
    return [(each.line, each.becomes) for each in made if each.operator == operator]


def check(scratch: Scratch, code: str, metadata: str, *arguments: str) -> int:
    """Record a snippet and run the command on it."""
    scratch.write("topic/name", code, metadata)
    assert main(["record", *HERE]) == 0
    return main(["drift", *HERE, *arguments])


def list_equivalent(scratch: Scratch, *entries: dict[str, str]) -> None:
    path = scratch.project.root / "tests" / "data" / "equivalent-mutants.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(tomli_w.dumps({"mutant": entries}), "utf-8")


@pytest.mark.parametrize(
    ("operator", "code", "made"),
    [
        (
            "own/RemoveStatement",
            "join = print\nx = [0]\nx[0] = 1\njoin()",
            [("x[0] = 1", "pass"), ("join()", "pass")],
        ),
        ("own/RemoveGuard", "with lock:\n    pass", [("with lock:", "if True:")]),
        ("own/RemoveGuard", "with open(x) as file:\n    pass", []),
        (
            "own/RemoveHandler",
            "try:\n    pass\nexcept queue.Empty as error:\n    pass",
            [("except queue.Empty as error:", "except () as error:")],
        ),
        ("own/SwapArguments", "f(a, b, *c, d=1)", [("f(a, b, *c, d=1)", "f(b, a, *c, d=1)")]),
        ("core/NumberReplacer", "f(4)", [("f(4)", "f(5)"), ("f(4)", "f(3)")]),
        ("core/ReplaceComparisonOperator_Lt_GtE", "f(a < b)", [("f(a < b)", "f(a >= b)")]),
        ("core/AddNot", "if a == b:\n    f()", []),  # a != b is there already
        ("core/ReplaceBinaryOperator_BitOr_BitAnd", "def f(x: int | None) -> int | str: ...", []),
    ],
)
def test_operators(scratch: Scratch, operator: str, code: str, made: list[tuple[str, str]]) -> None:
    assert changes(scratch, code, operator) == made


def test_only_the_program_is_changed(scratch: Scratch) -> None:
    metadata = f"{ONCE}\ntimeout = 5"
    snippet = scratch.snippet("topic/name", 'def f():\n    """1 + 1."""\n    return 1\n', metadata)
    made = mutants_of(snippet)
    assert [(each.number, each.becomes) for each in made] == [(10, "return 2"), (10, "return 0")]
    assert snippet.text.splitlines()[9].strip() == made[0].line
    assert all(each.code.startswith('"""Show it."""') for each in made)


def test_a_removed_statement_moves_no_line(scratch: Scratch) -> None:
    snippet = scratch.snippet("topic/name", "f(\n    x,\n)\ng()", ONCE)
    for mutant in mutants_of(snippet):
        assert mutant.code.count("\n") == snippet.code.count("\n")


@pytest.mark.parametrize(
    "line", ["os.killpg(0, signal.SIGINT)", "os.kill(-x, 9)", "os.setpriority(0, 0, 1)"]
)
def test_other_processes_are_safe(scratch: Scratch, line: str) -> None:
    made = mutants_of(scratch.snippet("topic/name", f"import os, signal\nx = y\n{line}", ONCE))
    assert [each.becomes for each in made] == ["pass"]


def test_the_same_mutants_in_the_same_order(scratch: Scratch) -> None:
    snippet = scratch.snippet("topic/name", TWO_LINES, ONCE)
    assert mutants_of(snippet) == mutants_of(snippet)
    names = [f"{topic}/{name}" for topic in "abc" for name in "xyz"]
    snippets = [scratch.snippet(name, "print(1)", ONCE) for name in names]
    order = [snippet.name for snippet in drift.in_order(snippets)]
    assert order == [snippet.name for snippet in drift.in_order(snippets[::-1])]
    assert {name[0] for name in order[:3]} == {name[0] for name in order[3:6]} == set("abc")


def test_a_changed_print_is_caught(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(scratch, TWO_LINES, ONCE) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[-1].endswith("0 survived, 0 equivalent; 100.0% of what is not equivalent killed")
    assert "snippets/" not in "\n".join(told)


def test_a_weak_contract_is_named(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    weak = f"{ONCE}\noutput = 'pattern'\nmasks = {{ sum = '\\d+' }}"
    assert check(scratch, TWO_LINES, weak) == 1
    told = capsys.readouterr().out
    where = "snippets/topic/name.py:9: core/NumberReplacer survived"
    assert f'{where}\n  - print("sum:", 2 + 3)\n  + print("sum:", 3 + 3)\n' in told
    assert 'print("end")' not in told


def test_a_change_of_the_end_is_caught(scratch: Scratch) -> None:
    assert check(scratch, "import sys\nprint(1)\nsys.exit(3)", f"{ONCE}\nexit = 3") == 0


def test_one_that_hangs_is_caught_soon(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = """
        import threading

        event = threading.Event()
        event.set()
        event.wait()
        print("end")
    """
    assert check(scratch, code, f"{ONCE}\ntimeout = 500") == 1
    told = capsys.readouterr().out
    assert "- event.wait()" in told
    assert "- event.set()" not in told


def test_a_known_one_counts_as_equivalent(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    scratch.write("topic/name", 'import os\nos.getpid()\nprint("end")', ONCE)
    assert main(["record"]) == 0
    assert main(["drift"]) == 1
    entry = {
        "snippet": "topic/name",
        "operator": "own/RemoveStatement",
        "line": "os.getpid(*)",
        "becomes": "pass",
        "reason": "Nobody asks for it.",
    }
    capsys.readouterr()
    list_equivalent(scratch, entry)
    assert main(["drift"]) == 0
    told = capsys.readouterr().out
    assert " 1 equivalent" in told
    assert "listed" not in told
    list_equivalent(scratch, {**entry, "line": 'print("end")'})
    assert main(["drift"]) == 1
    told = capsys.readouterr().out
    assert "topic/name: listed, but no such own/RemoveStatement survives" in told
    assert " 0 equivalent" in told
    main(["drift", "--each", "1"])
    assert "listed" not in capsys.readouterr().out  # not all that it may mean has run
    # Which one of a race is caught is up to the machine: that is told, and is no fault.
    list_equivalent(scratch, entry, {**entry, "snippet": "topic/gone"})
    assert main(["drift"]) == 0
    assert "topic/gone: listed, but" in capsys.readouterr().out


def test_the_narrower_of_two_entries_is_meant(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    wide = {"snippet": "topic/*", "operator": "*", "line": "*", "becomes": "*", "reason": "All."}
    list_equivalent(scratch, wide, {**wide, "snippet": "topic/name", "line": "os.getpid()"})
    scratch.write("topic/name", 'import os\nos.getpid()\nprint("end")', ONCE)
    assert main(["record"]) == 0
    assert main(["drift"]) == 0
    told = capsys.readouterr().out
    assert "topic/*: listed, but" in told
    assert "topic/name: listed" not in told


def test_where_all_are_equivalent_none_is_missed(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = {
        "snippet": "topic/name",
        "operator": "*",
        "line": "*",
        "becomes": "*",
        "reason": "All.",
    }
    list_equivalent(scratch, entry)
    assert check(scratch, "import os\nos.getpid()", ONCE) == 0
    assert ", 0 killed, 0 survived, " in capsys.readouterr().out


@pytest.mark.parametrize("entry", [{"snippet": "topic/name"}, {"line": "x", "why": "so"}])
def test_an_entry_says_all(scratch: Scratch, entry: dict[str, str]) -> None:
    list_equivalent(scratch, entry)
    with pytest.raises(Problem, match="an entry is not complete"):
        drift.read_known(scratch.project.root / "tests" / "data" / "equivalent-mutants.toml")
    assert main(["drift", *HERE]) == 2


def test_an_entry_without_a_reason_is_none(scratch: Scratch) -> None:
    entry = dict.fromkeys(("snippet", "operator", "line", "becomes"), "*")
    list_equivalent(scratch, entry | {"reason": " "})
    assert main(["drift", *HERE]) == 2


def test_what_cannot_be_judged_is_named(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    scratch.write("topic/stale", "print(1)", ONCE)
    assert main(["record", *HERE]) == 0
    scratch.write("topic/stale", "print(2)", ONCE)
    other = "Windows" if platform_name() != "Windows" else "Linux"
    scratch.write("topic/elsewhere", "print(1)", f"{ONCE}\nplatforms = ['{other}']")
    assert main(["drift", *HERE]) == 1
    told = capsys.readouterr().out
    assert "topic/stale.py: not judged, its own run: recorded from another text" in told
    assert "topic/elsewhere.py: not judged, no Python of this machine runs it" in told


def test_what_has_no_time_is_named(scratch: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(scratch, TWO_LINES, ONCE, "--minutes", "0") == 1
    assert "snippets/topic/name.py: not finished, 0 of all ran" in capsys.readouterr().out
    check(scratch, TWO_LINES, ONCE, "--each", "2")
    told = capsys.readouterr().out
    assert " 2 run, 2 killed" in told
    assert "not finished" not in told


def test_a_lost_supervisor_costs_one_mutant(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lose(cells, store):  # type: ignore[no-untyped-def]
        cells = list(cells)
        if any("3 + 3" in cell.snippet.code for cell in cells):
            raise Lost("the supervisor has gone", "")
        return run_cells(cells, store)

    monkeypatch.setattr(drift, "run_cells", lose)
    weak = f"{ONCE}\noutput = 'pattern'\nmasks = {{ sum = '\\d+' }}"
    assert check(scratch, TWO_LINES, weak) == 1
    told = capsys.readouterr().out
    assert 'print("sum:", 1 + 3)' in told
    assert 'print("sum:", 3 + 3)' not in told


def test_a_full_disk_catches_no_mutant(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fill(cells, store):  # type: ignore[no-untyped-def]
        if store.folder is None:  # the mutants; the snippet's own run is kept
            raise Problem("there is no room for temporary files", "Make room there.")
        return run_cells(cells, store)

    monkeypatch.setattr(drift, "run_cells", fill)
    assert check(scratch, TWO_LINES, ONCE) == 2
    assert capsys.readouterr().err.startswith("there is no room for temporary files")


def test_the_committed_list_can_be_read() -> None:
    root = Path(__file__).parent.parent.parent
    known = drift.read_known(root / "tests" / "data" / "equivalent-mutants.toml")
    assert len(set(known)) == len(known)


def test_the_pattern_is_a_whole_line() -> None:
    entry = drift.Known("*", "own/RemoveStatement", "*.join(*", "pass", "…")
    mutant = Mutant("own/RemoveStatement", 3, "process.join()", "pass", "")
    assert entry.fits("topic/name", mutant)
    longer = Mutant("own/RemoveStatement", 3, "process.join()", "pass  # why", "")
    assert not entry.fits("topic/name", longer)
