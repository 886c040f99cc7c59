"""Reading what the processes told: nothing is lost, and whose it is is not made up."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from runner import trace
from runner.trace import Event, attribute, read_events, read_processes

PROBE = Path(trace.__file__).parent / "probe" / "sitecustomize.py"

writes = st.lists(st.tuples(st.integers(1, 3), st.text("ab\n", min_size=1, max_size=4)), max_size=8)


def told(pairs: list[tuple[int, str]]) -> list[Event]:
    return [Event("write", n, pid, 1, (1, text.encode())) for n, (pid, text) in enumerate(pairs)]


@given(writes, st.randoms(use_true_random=False))
def test_what_was_read_is_told_whole_and_in_order(
    pairs: list[tuple[int, str]], random: object
) -> None:
    shuffled = pairs[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    data = "".join(text for _, text in shuffled)
    pieces = attribute(data.encode(), 1, told(pairs), [(9, 1, len(data))], 0)
    assert "".join(piece.text for piece in pieces) == data


@given(writes)
def test_each_write_is_its_writers(pairs: list[tuple[int, str]]) -> None:
    data = "".join(text for _, text in pairs)
    pieces = attribute(data.encode(), 1, told(pairs), [], 0)
    assert [(piece.pid, piece.text) for piece in pieces] == pairs


@given(writes, st.text("xy\n", min_size=1, max_size=6))
def test_what_nobody_told_of_has_no_writer(pairs: list[tuple[int, str]], unknown: str) -> None:
    data = "".join(text for _, text in pairs) + "\n" + unknown
    pieces = attribute(data.encode(), 1, told(pairs), [(9, 1, len(data))], 0)
    assert "".join(piece.text for piece in pieces) == data
    assert all(piece.pid is None for piece in pieces if set(piece.text) & {"x", "y"})


def test_a_character_that_was_cut_is_replaced() -> None:
    pieces = attribute("é".encode()[:1], 1, [], [(5, 1, 1)], 2)
    assert [(p.time, p.pid, p.text) for p in pieces] == [(3, None, "\ufffd")]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b'["write", 1',
        b"\xff\xfe",
        b"3",
        b"[]",
        b'["a"]',
        b"[" * 100000,
        b"open('x')",
        b'["write", 1, 1]',
        b'["write", 1, 1, 1, 2]',
        b'["write", 1, 1, 1, "\xe2\x82\xac"]',
    ],
)
def test_a_damaged_line_is_left_out(line: bytes, tmp_path: Path) -> None:
    good = b'["birth", 5, 1, "exec", 1, ["name.py"]]'
    (tmp_path / "77").write_bytes(good + b"\n" + line + b"\n")
    (tmp_path / "77.stacks").write_bytes(b"File x")
    assert [(e.kind, e.pid) for e in read_events(tmp_path)] == [("birth", 77)]


as_json = runpy.run_path(str(PROBE))["as_json"]


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists))
@example("a name that is no UTF-8: \udcff")
def test_the_probe_writes_json(value: object) -> None:
    written = as_json(value)
    assert "\n" not in written
    read = json.loads(written.encode("utf-8", "backslashreplace"))
    assert read == value


def test_a_process_that_nobody_waited_for_has_no_code() -> None:
    events = [
        Event("birth", 10, 1, 1, ("exec", 0, ["name.py"])),
        Event("start", 20, 1, 1, (2, "worker")),
        Event("birth", 30, 2, 1, ("fork", 1, [])),
        Event(
            "birth",
            40,
            3,
            1,
            ("exec", 1, ["-c", "from multiprocessing.resource_tracker import main"]),
        ),
        Event("end", 50, 2, 1, ([],)),
    ]
    processes = {p.name: p for p in read_processes(events, 1, 10)}
    assert [*processes] == ["main", "worker", "resource tracker"]
    assert (processes["worker"].parent, processes["worker"].code) == (1, None)
    assert (processes["worker"].born, processes["worker"].died) == (20, 40)
    assert processes["resource tracker"].helper
    assert processes["main"].parent is None


def test_what_a_call_was_given_is_told_by_whoever_makes_it_brief() -> None:
    events = [
        Event("open", 20, 1, 1, ("call", "work", ["'a'", "1"], "")),
        Event("close", 30, 1, 1, ("call", "work")),
    ]
    [span] = trace.read_spans(events, 10, " and ".join)
    assert (span.detail, span.begun, span.ended) == ("'a' and 1", 10, 20)


def test_stacks_have_no_frame_of_the_probe_and_no_address(tmp_path: Path) -> None:
    (tmp_path / "7.stacks").write_text(
        "Current thread 0x00007f12 (most recent call first):\n"
        '  File "/x/probe/sitecustomize.py", line 3 in write\n'
        '  File "name.py", line 4 in work\n'
        "<object at 0x7f0011223344>\n"
    )
    [(pid, text)] = trace.read_stacks(tmp_path, [7, 8]).items()
    assert pid == 7
    assert text.splitlines() == [
        "Current thread (most recent call first):",
        '  File "name.py", line 4 in work',
        "<object at 0x…>",
    ]
