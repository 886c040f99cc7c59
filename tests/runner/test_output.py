"""What programs print as HTML: every character there, none of it obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from runner.contract import mask, replaced
from runner.metadata import Settings
from runner.output import LIMIT, Stream, fresh_stream, recorded_stream, streams_as_html, visible
from runner.trace import Piece


def text_of(html: str, stream: str = "stdout") -> str:
    """Read a stream back as a browser would."""
    soup = BeautifulSoup(html, "html5lib")
    return "".join(samp.get_text() for samp in soup.select(f"samp.run-{stream}"))


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\x1b", r"\x1b"),
        ("\x00", r"\x00"),
        ("\r", r"\r"),
        ("\x7f", r"\x7f"),
        ("\x9b", r"\x9b"),
        ("\u202e", r"\u202e"),
        ("\u2066", r"\u2066"),
        ("\u200b", r"\u200b"),
        ("\ufeff", r"\ufeff"),
        ("\ud800", r"\ud800"),
        ("\ufffe", r"\ufffe"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_what_cannot_be_seen_is_written_out(character: str, shown: str) -> None:
    assert visible(f"a{character}b") == f'a<span class="run-control">{shown}</span>b'


def test_what_can_be_seen_stays() -> None:
    text = "ünïcode 日本語\t👨\u200d👩\u200d👧 e\u0301\n"
    assert visible(text) == text


HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@given(st.text(st.characters()))
def test_no_text_gets_out_of_its_element(text: str) -> None:
    html = streams_as_html([Stream(text), Stream("")])
    assert not HIDDEN.search(html)
    soup = BeautifulSoup(html, "html5lib")
    assert soup.body is not None
    assert {tag.name for tag in soup.body.find_all()} <= {"pre", "samp", "span"}
    parts = [
        # Written out as Python writes it: so Python can read it back.
        string.encode().decode("unicode_escape")
        if string.find_parent(class_="run-control")
        else string
        for string in soup.body.find_all(string=True)
    ]
    assert "".join(parts) == text


def pieces(*written: tuple[int, str]) -> list[Piece]:
    return [Piece(time, stream, None, text) for time, (stream, text) in enumerate(written)]


def test_streams_follow_each_other_as_in_a_terminal() -> None:
    streams = [Stream("one\nthree\n"), Stream("two\n")]
    html = streams_as_html(streams, pieces((1, "one\n"), (2, "two\n"), (1, "three\n")))
    texts = [tag.get_text() for tag in BeautifulSoup(html, "html5lib").select("samp")]
    assert texts == ["one\n", "two\n", "three\n"]
    assert html.count("standard error") == 1


def test_without_the_writes_streams_stand_apart() -> None:
    html = streams_as_html([Stream("one\nthree\n"), Stream("two\n")])
    texts = [tag.get_text() for tag in BeautifulSoup(html, "html5lib").select("samp")]
    assert texts == ["one\nthree\n", "two\n"]


def test_writes_that_are_not_the_streams_are_not_believed() -> None:
    html = streams_as_html([Stream("one\n"), Stream("two\n")], pieces((2, "tw"), (1, "one\n")))
    assert text_of(html) == "one\n"
    assert text_of(html, "stderr") == "two\n"


def marked(text: str, pids: Iterable[int] = (), **masks: str) -> str:
    """Mark what masks replace in a text."""
    parts = replaced(text, Settings(output="pattern", masks=masks), pids)
    return fresh_stream(text, parts).as_html()


def test_what_differs_is_marked() -> None:
    text = "pid 4711 took 0.25 s at 0x7f12ab, port 99\n"
    assert marked(text, [4711], port=r"(?<=port )\d+") == (
        "pid <var>4711</var> took <var>0.25</var> s at <var>0x7f12ab</var>, port <var>99</var>\n"
    )


def test_a_mask_over_a_line_end_is_marked() -> None:
    html = marked("from\na\nb\nto <b>", gap=r"\n.*\n.*\n")
    assert html == "from\n<var>a</var>\n<var>b</var>\nto &lt;b&gt;"


def test_only_what_was_replaced_is_marked() -> None:
    assert marked("<pid> pid 7 pid 8", [7]) == "&lt;pid&gt; pid <var>7</var> pid 8"
    assert marked("worker one: 7", pid="(?<=worker )[a-z]+") == "worker <var>one</var>: 7"
    assert marked("a-b a", name="^a", other="<name>-b") == "<var>a-b</var> a"
    assert marked("ab", name="(?=b)") == "ab"


@given(st.lists(st.sampled_from(["pid 7", "7 s", "0x12ab", "<pid>", "x1", " ", "n", "\n"])))
def test_what_is_marked_is_what_a_mask_replaces(words: list[str]) -> None:
    text = "".join(words)
    settings = Settings(output="pattern", masks={"n": r"x\d", "m": r"(?:\n|<n>)n?"})
    parts = replaced(text, settings, [7])
    kept, position = [], 0
    for first, last in parts:
        kept.append(text[position : max(first, position)])
        position = max(last, position)
    others = re.split("<(?:pid|seconds|address|n|m)>", mask(text, settings, [7]))
    assert "".join(kept).replace("<pid>", "") + text[position:].replace("<pid>", "") == "".join(
        others
    )


def test_a_recorded_placeholder_is_marked() -> None:
    html = recorded_stream("pid <pid> <b>", []).as_html()
    assert html == "pid <var>&lt;pid&gt;</var> &lt;b&gt;"


def test_marks_are_cut_where_blocks_are() -> None:
    stream = Stream("abcdef", ((1, 4),))
    assert stream.as_html(0, 2) + "|" + stream.as_html(2, 6) == "a<var>b</var>|<var>cd</var>ef"


def test_many_placeholders_in_a_line_take_no_time() -> None:
    """To find them by what lies between them would take years: they could be anywhere."""
    words = 3000 * ["x"]
    text = " ".join([*words, "<name>"])
    assert marked(text, name=r"\bx\b") == " ".join(["<var>x</var>"] * len(words) + ["&lt;name&gt;"])


def test_more_than_the_limit_is_not_shown() -> None:
    html = streams_as_html([Stream("x" * (LIMIT + 5)), Stream("")])
    assert text_of(html) == "x" * LIMIT


TRACEBACK = """Traceback (most recent call last):
  File "/usr/lib/python3.15/a.py", line 1, in a
    b()
    ~^^
  File "/usr/lib/python3.15/b.py", line 2, in b
    c(
        1)
  File "name.py", line 3, in <module>
    start()
  File "<frozen runpy>", line 88, in _run_code
ValueError: no
"""


def test_long_passages_inside_python_fold_and_lose_nothing() -> None:
    html = streams_as_html([Stream(""), Stream(TRACEBACK)])
    assert text_of(html, "stderr") == TRACEBACK
    (fold,) = BeautifulSoup(html, "html5lib").select("details.run-fold")
    assert fold.summary is not None
    assert fold.has_attr("data-search-exclude")
    assert fold.summary.get_text() == "6 lines inside Python"
    assert "ValueError" not in fold.get_text()
    assert "name.py" not in fold.get_text()
