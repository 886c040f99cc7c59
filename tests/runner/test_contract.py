"""Contracts: what of a run counts, and in what a run is not as its snippet declares."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runner import contract
from runner.metadata import End, Settings, When
from runner.run import OUTPUT_LIMIT, Run
from runner.snippet import Snippet
from runner.surroundings import SHARED_BY_OTHERS
from runner.trace import Piece, Process
from tests.scratch import made_up, supervised


def same(settings: Settings, one: Run, other: Run) -> bool:
    return contract.form_of_run(one, settings) == contract.form_of_run(other, settings)


def printed(stdout: str, stderr: str = "", **changes: object) -> Run:
    return made_up(stdout=stdout, stderr=stderr, **changes)


@pytest.mark.parametrize(
    ("output", "one", "other", "expected"),
    [
        ("exact", "a\nb\n", "a\nb\n", True),
        ("exact", "a\nb\n", "b\na\n", False),
        ("exact", "a\n", "a", False),
        ("exact", "a\n", "a\n\n", False),
        ("exact", "a b", "a  b", False),
        ("lines", "a\nb\n", "b\na\n", True),
        ("lines", "a\na\nb\n", "a\nb\nb\n", False),
        ("lines", "a\nb\n", "a\nb", False),
        ("lines", "ab\n", "a\nb\n", False),
        ("pattern", "took 0.12 s\n", "took 3 s\n", True),
        ("pattern", "took 0.12 s\n", "took 12 ms\n", False),
        ("pattern", "1.5 seconds", "1 seconds", True),
        ("pattern", "at 0x7f00aa\n", "at 0x7fffbb\n", True),
        ("pattern", "number 12", "number 13", False),
        ("pattern", "a\nb\n", "b\na\n", False),
        ("varies", "a", "b", True),
    ],
)
def test_two_outputs_say_the_same(output: str, one: str, other: str, expected: bool) -> None:
    settings = Settings(output=output)
    assert same(settings, printed(one), printed(other)) is expected


@pytest.mark.parametrize("output", ["exact", "lines", "per-process", "pattern", "varies"])
def test_how_it_ended_always_counts(output: str) -> None:
    settings = Settings(output=output)
    ended = printed("a")
    assert same(settings, ended, printed("a"))
    assert not same(settings, ended, printed("a", status=1))
    assert not same(settings, ended, printed("a", verdict="hang"))
    died = Process(7, "Process-1", 1, "fork", 0, 1, -9)
    assert not same(settings, ended, printed("a", processes=(died,)))


@pytest.mark.parametrize("output", ["exact", "lines", "per-process", "pattern"])
def test_errors_count_too(output: str) -> None:
    assert not same(Settings(output=output), printed("a"), printed("a", "Warning: b\n"))


@pytest.mark.parametrize(
    ("output", "counts"),
    [("exact", True), ("lines", False), ("per-process", False), ("pattern", True)],
)
def test_the_order_of_errors_counts_where_that_of_the_output_does(
    output: str, counts: bool
) -> None:
    one, other = printed("", "a\nb\n"), printed("", "b\na\n")
    assert same(Settings(output=output), one, other) is not counts


def by_process(*pieces: tuple[int, str]) -> Run:
    told = tuple(Piece(n, 1, pid, text) for n, (pid, text) in enumerate(pieces))
    return printed("".join(text for _, text in pieces), pieces=told)


def test_per_process_the_order_within_each_process_counts() -> None:
    settings = Settings(output="per-process")
    run = by_process((1, "a\n"), (2, "x\n"), (1, "b\n"), (2, "y\n"))
    assert same(settings, run, by_process((8, "x\n"), (8, "y\n"), (9, "a\n"), (9, "b\n")))
    assert not same(settings, run, by_process((1, "b\n"), (1, "a\n"), (2, "x\n"), (2, "y\n")))
    assert not same(settings, run, by_process((1, "a\n"), (1, "y\n"), (2, "x\n"), (2, "b\n")))
    assert not same(settings, run, by_process((1, "a\nb\nx\ny\n")))


class TestMasks:
    """Placeholders."""

    def test_only_pids_of_the_run_are_masked(self) -> None:
        assert contract.mask("pid 4021, pid 4022", Settings(), [4021]) == "pid <pid>, pid 4022"
        assert contract.mask("(pid=4021) process 4021.", Settings(), [4021]) == (
            "(pid=<pid>) process <pid>."
        )
        assert contract.mask("pid 4021.5 pid 40210", Settings(), [4021]) == "pid 4021.5 pid 40210"

    def test_a_number_that_is_not_called_a_pid_is_none(self) -> None:
        text = '50 of 60 in "a.py", line 50'
        assert contract.mask(text, Settings(), [50, 60]) == text

    def test_the_snippets_own_come_first(self) -> None:
        settings = Settings(masks={"times": r"\d+ times", "name": "ForkPoolWorker-(\\d+)"})
        text = contract.mask("7 times by ForkPoolWorker-12 in 7 s", settings, [7])
        assert text == "<times> by <name> in <seconds> s"

    @pytest.mark.parametrize(
        ("text", "masked"),
        [
            ("0.123 s", "<seconds> s"),
            ("5 ms", "<seconds> ms"),
            ("17µs", "<seconds>µs"),
            ("2 seconds", "<seconds> seconds"),
            ("1 second", "<seconds> second"),
            ("3 snakes", "3 snakes"),
            ("version 3.15.2", "version 3.15.2"),
            ("0xdeadbeef", "<address>"),
            ("0x7f", "0x7f"),
            ("<f at 0x7F12AB>", "<f at <address>>"),
        ],
    )
    def test_units_and_addresses(self, text: str, masked: str) -> None:
        assert contract.mask(text, Settings()) == masked

    def test_pids_in_errors_are_masked_under_every_contract(self) -> None:
        warned = Process(4021, "main", None, "exec", 0, 1, None)
        run = printed("4021\n", "pid 4021 is multi-threaded\n", processes=(warned,))
        assert contract.shown_texts(run, Settings()) == ("4021\n", "pid <pid> is multi-threaded\n")

    @given(st.text("0123456789 .sx<pid>msecond\n", max_size=60), st.sets(st.integers(0, 99)))
    def test_masking_twice_changes_nothing(self, text: str, pids: set[int]) -> None:
        once = contract.mask(text, Settings(), pids)
        assert contract.mask(once, Settings(), pids) == once

    @given(st.text("0123456789 =-pid\n", max_size=60), st.sets(st.integers(0, 99)))
    def test_masking_keeps_the_lines(self, text: str, pids: set[int]) -> None:
        masked = contract.mask(text, Settings(), pids)
        assert masked.count("\n") == text.count("\n")
        assert re.sub("<pid>", "", masked).strip("0123456789 =-pid\n") == ""


TRACEBACK = """\
Traceback (most recent call last):
  File "name.py", line 9, in <module>
    main()
    ~~~~^^
  File "name.py", line 6, in main
    pool.map(f, [1])
  File "/usr/lib/python3.15/multiprocessing/pool.py", line {line}, in map
    return self._map_async(func, iterable, mapstar, chunksize).get()
           ~~~~~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "<frozen runpy>", line {line}, in _run_code
ValueError: no
"""


class TestTracebacks:
    """What Python's own files look like from inside changes with each patch release."""

    def test_the_readers_frames_and_the_error_stay(self) -> None:
        assert contract.without_library_frames(TRACEBACK.format(line=370)).splitlines() == [
            "Traceback (most recent call last):",
            '  File "name.py", line 9, in <module>',
            "    main()",
            '  File "name.py", line 6, in main',
            "    pool.map(f, [1])",
            "ValueError: no",
        ]

    def test_two_patch_releases_say_the_same(self) -> None:
        one, other = (printed("", TRACEBACK.format(line=line)) for line in (370, 384))
        assert same(Settings(), one, other)
        assert not same(Settings(), one, printed("", one.stderr.replace("no\n", "yes\n")))
        assert not same(Settings(), one, printed("", one.stderr.replace("line 6", "line 7")))

    def test_groups_of_exceptions_are_reduced_likewise(self) -> None:
        text = (
            "  + Exception Group Traceback (most recent call last):\n"
            '  |   File "name.py", line 3, in <module>\n'
            "  |     f()\n"
            '  |   File "/usr/lib/python3.15/asyncio/x.py", line 5, in f\n'
            "  |     raise x\n"
            "  |     ~~~~~~^\n"
            "  | ExceptionGroup: two (2 sub-exceptions)\n"
        )
        assert contract.without_library_frames(text).splitlines() == [
            "  + Exception Group Traceback (most recent call last):",
            '  |   File "name.py", line 3, in <module>',
            "  |     f()",
            "  | ExceptionGroup: two (2 sub-exceptions)",
        ]

    def test_a_warnings_line_number_goes(self) -> None:
        text = "/usr/lib/python3.13t/multiprocessing/popen_fork.py:67: DeprecationWarning: a\n"
        assert contract.without_library_frames(text) == (
            "/usr/lib/python3/multiprocessing/popen_fork.py: DeprecationWarning: a\n"
        )

    @given(st.text("ab \n|+~^", max_size=80))
    def test_what_is_no_traceback_keeps_its_words(self, text: str) -> None:
        kept = contract.without_library_frames(text)
        assert re.findall("[ab]+", kept) == re.findall("[ab]+", text)


@pytest.mark.parametrize(("one", "other"), [("a\rb", "a\nb\n"), ("oh", "oh\n"), ("", "\n")])
def test_the_line_ends_of_errors_count(one: str, other: str) -> None:
    assert not same(Settings(), printed("", one), printed("", other))
    assert same(Settings(), printed("", one), printed("", one))


def snippet(**settings: object) -> Snippet:
    made = Settings(**settings)  # type: ignore[arg-type]
    return Snippet("topic/name", Path("name.py"), "", "", "", made)


def test_a_run_that_is_as_declared_has_no_faults() -> None:
    assert contract.faults(printed("a\n"), snippet()) == []


child_died = (Process(7, "Process-1", 1, "fork", 0, 1, -9),)


@pytest.mark.parametrize(
    ("settings", "run", "told"),
    [
        ({}, {"status": 3}, "but it ended with exit 3"),
        ({}, {"status": -11}, "but it ended with signal SIGSEGV"),
        ({"end": End(exit=3)}, {}, "it should exit with 3, but it ended with exit 0"),
        ({"end": End(signal="SIGKILL")}, {}, "it should end by SIGKILL, but"),
        ({"end": End(signal="SIGKILL")}, {"status": 9}, "it should end by SIGKILL, but"),
        ({"end": End(exit=1, raises="ValueError")}, {"status": 1}, "uncaught ValueError"),
        (
            {"end": End(exit=1, raises="ValueError")},
            {"status": 1, "stderr": "MyValueError: a\n"},
            "uncaught ValueError",
        ),
        ({"end": End(hangs_after=1)}, {}, "it should hang, but it ended with exit 0"),
        ({}, {"verdict": "deadline", "seconds": 10}, "still running after 10.0 s"),
        ({}, {"verdict": "memory", "peak": 5 << 30}, "it took 5120 MiB of memory"),
        ({}, {"verdict": "output", "written": (10**9, 0)}, "1,000,000,000 bytes without end"),
        ({}, {"written": (OUTPUT_LIMIT + 1, 0)}, "more than is kept"),
        ({}, {"processes": child_died}, "children ended with exit code -9"),
        ({"end": End(child_exits=(1,))}, {"processes": child_died}, "exit code -9"),
        (
            {},
            {"processes": (Process(7, "Process-1", 1, "fork", 0, 1, -15),)},
            "children ended with exit code -15",
        ),
        *(
            ({}, {"left": {kind: ("x",)}}, f"it leaves behind 1 × {kind} (x)")
            for kind in ("process", "thread", "shared-memory", "semaphore", "socket", "file")
        ),
        ({"leaves": ("file",)}, {}, "it should leave a file behind, but does not"),
        ({"matches": "[ab]+"}, {"stdout": "abc"}, "its output does not match '[ab]+'"),
    ],
)
def test_each_fault_is_told(settings: dict[str, object], run: dict[str, object], told: str) -> None:
    faults = contract.faults(made_up(**run), snippet(**settings))
    assert any(told in fault for fault in faults), faults


@pytest.mark.parametrize(
    ("settings", "run"),
    [
        ({"end": End(exit=3)}, {"status": 3}),
        ({"end": End(signal="SIGKILL")}, {"status": -9}),
        (
            {"end": End(exit=1, raises="PicklingError")},
            {"status": 1, "stderr": "a\n_pickle.PicklingError: b\n"},
        ),
        (
            {"end": End(exit=1, raises="KeyboardInterrupt")},
            {"status": 1, "stderr": "KeyboardInterrupt\n"},
        ),
        ({"end": End(hangs_after=1)}, {"verdict": "hang", "status": -15}),
        ({"end": End(child_exits=(-9,))}, {"processes": child_died}),
        ({"leaves": ("file",)}, {"left": {"file": ("x",)}}),
        ({"matches": "a.*b"}, {"stdout": "a\nb"}),
        ({"output": "pattern", "matches": r"0\.\d s"}, {"stdout": "0.5 s"}),
        ({}, {"processes": (Process(7, "SpawnPoolWorker-1", 1, "exec", 0, 1, -15),)}),
        ({}, {"processes": (Process(7, "SyncManager-1", 1, "exec", 0, 1, -15),)}),
    ],
)
def test_a_declared_end_is_no_fault(settings: dict[str, object], run: dict[str, object]) -> None:
    assert contract.faults(made_up(**run), snippet(**settings)) == []


def wrote(*pieces: tuple[int | None, str]) -> dict[str, object]:
    """Give what of a run says who wrote which errors; the main process is 1."""
    names = {1: "main", 2: "Process-1"}
    return {
        "status": 1,
        "stderr": "".join(text for _, text in pieces),
        "pieces": tuple(Piece(n, 2, pid, text) for n, (pid, text) in enumerate(pieces)),
        "processes": tuple(
            Process(pid, name, None, "fork", 0, 1, 0) for pid, name in names.items()
        ),
    }


def dying(error: str) -> str:
    return f'Traceback (most recent call last):\n  File "name.py", line 3, in f\n{error}: a\n'


CHAINED = "\nDuring handling of the above exception, another exception occurred:\n\n"


@pytest.mark.parametrize(
    ("pieces", "raised"),
    [
        ([(2, dying("ValueError")), (1, dying("KeyError"))], "KeyError"),
        ([(1, dying("KeyError")), (2, dying("ValueError"))], "KeyError"),
        ([(1, "Traceback (most recent call last):\n"), (2, "b\n"), (1, "KeyError\n")], "KeyError"),
        ([(None, dying("KeyError"))], "KeyError"),
        ([(1, dying("ValueError")), (1, dying("KeyError"))], "KeyError"),
        ([(1, dying("ValueError") + CHAINED + dying("KeyError"))], "KeyError"),
        (
            [
                (1, dying("KeyError")),
                (1, "Exception in thread Thread-1 (f):\n" + dying("ValueError")),
            ],
            "KeyError",
        ),
        (
            [(1, dying("KeyError")), (1, "Exception ignored in: <C>\n" + dying("ValueError"))],
            "KeyError",
        ),
        (
            [(2, dying("ValueError")), (1, '  File "name.py", line 1\nSyntaxError: a\n')],
            "SyntaxError",
        ),
    ],
)
def test_only_what_main_dies_of_is_what_the_program_ends_with(
    pieces: list[tuple[int | None, str]], raised: str
) -> None:
    run = made_up(**wrote(*pieces))
    for name in ("KeyError", "SyntaxError", "ValueError"):
        faults = contract.faults(run, snippet(end=End(exit=1, raises=name)))
        assert (faults == []) == (name == raised), (name, faults)


@supervised
def test_who_could_not_tell_its_stacks_any_more_has_not_failed() -> None:
    from runner.supervise import DUMP_STACKS

    asked = (Process(7, "SpawnPoolWorker-1", 1, "exec", 0, 1, -DUMP_STACKS),)
    assert made_up(verdict="hang", processes=asked).child_exits == ()
    assert made_up(processes=asked).child_exits == (-DUMP_STACKS,)


def test_the_end_declared_for_a_place_is_the_one_that_counts() -> None:
    when = When(("spawn",), ">=3.14", End(exit=1, raises="RuntimeError"))
    lesson = snippet(when=(when,))
    failed = {"status": 1, "stderr": "RuntimeError: a\n"}
    assert contract.faults(made_up(method="spawn", **failed), lesson) == []
    assert contract.faults(made_up(method="spawn"), lesson)
    assert contract.faults(made_up(method="fork"), lesson) == []
    assert contract.faults(made_up(method="spawn", python="3.14.0t", **failed), lesson) == []
    assert contract.faults(made_up(method="spawn", python="3.13.5"), lesson) == []


def test_nobody_blames_a_run_for_what_its_platform_cannot_see() -> None:
    lesson = snippet(leaves=("semaphore",))
    assert contract.faults(made_up(), lesson)
    assert contract.faults(made_up(blind=("zombies",)), lesson) == []
    assert contract.faults(made_up(blind=(SHARED_BY_OTHERS,)), lesson) == []
    assert contract.faults(made_up(blind=(SHARED_BY_OTHERS,)), snippet(leaves=("process",)))


def test_a_difference_is_a_diff_of_what_counts() -> None:
    before = contract.form_of_run(printed("a\nb\nc\n"), Settings())
    after = contract.form_of_run(printed("a\nB\nc\n", "oh\n", status=1), Settings())
    lines = contract.difference(before, after).splitlines()
    assert lines[:2] == ["--- recorded", "+++ this run"]
    for line in ("-[end] exit 0", "+[end] exit 1", "-[out] b", "+[out] B", " [out] c", "+[err] oh"):
        assert line in lines
    assert contract.difference(before, before) == ""


def test_forms_that_differ_in_who_printed_what_show_a_difference() -> None:
    settings = Settings(output="per-process")
    runs = by_process((1, "a"), (2, "b")), by_process((1, "a\nb"))
    one, other = (contract.form_of_run(run, settings) for run in runs)
    assert one != other
    assert contract.difference(one, other).splitlines()[-2:] == ["-[out] b", "+[and] b"]


def test_forms_that_differ_in_line_ends_alone_show_a_difference() -> None:
    one, other = (contract.form_of_run(printed(t), Settings()) for t in ("a\n", "a"))
    assert one != other
    assert contract.difference(one, other) != ""
