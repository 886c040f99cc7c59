"""What must hold whatever stands in a snippet, its output or its record."""

from __future__ import annotations

import string
from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from runner import contract
from runner.interpreters import Interpreter
from runner.metadata import CONTRACTS, Settings, split_metadata
from runner.record import Environment, Record, Result
from runner.run import Run
from runner.show import render
from runner.snippet import Snippet
from runner.store import key_of
from runner.trace import Piece
from runner.variants import variants_of
from tests.scratch import made_up

HERE = Interpreter(
    __file__, "3.15.2", False, ("fork",), "fork", ("/usr",), "/usr/lib/python3.15", "build"
)
lines = st.text(string.ascii_letters + " <>&\"'#`-\\é\u202e\x1b\x00", max_size=20)
texts = st.lists(lines, max_size=5).map("\n".join)
METHODS = ("fork", "spawn", "forkserver")
places = st.builds(
    "Linux {} {}".format,
    st.sampled_from(["3.11.7", "3.13.18", "3.13.5t", "3.15.2"]),
    st.sampled_from(METHODS),
)


def snippet(output: str = "exact", text: str = '"""A."""\n') -> Snippet:
    return Snippet("topic/name", Path("name.py"), text, text, "A.", Settings(output=output))


def printed(text: str, stderr: str = "", place: str = "Linux 3.15.2 fork") -> Run:
    _, python, method = place.split(" ")
    pieces = (Piece(1, 1, 7, text), Piece(2, 2, 7, stderr))
    return made_up(python=python, method=method, stdout=text, stderr=stderr, pieces=pieces)


# -- contracts --------------------------------------------------------------------


@given(st.sampled_from(CONTRACTS), texts, texts)
def test_a_run_agrees_with_itself_and_a_difference_is_shown(
    output: str, one: str, other: str
) -> None:
    settings = Settings(output=output)
    first, second = (contract.form_of_run(printed(text), settings) for text in (one, other))
    assert first == contract.form_of_run(printed(one), settings)
    assert (contract.difference(first, second) == "") == (first == second)


@given(texts, st.randoms(use_true_random=False))
def test_lines_agree_in_any_order_and_exactly_only_in_theirs(text: str, random: object) -> None:
    shuffled = text.split("\n")
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = "\n".join(shuffled)
    loose, strict = Settings(output="lines"), Settings(output="exact")
    # A line is one with its end: that of the last one counts, too.
    whole = [printed(f"{each}\n") for each in (text, other)]
    assert len({contract.form_of_run(run, loose) for run in whole}) == 1
    assert (len({contract.form_of_run(run, strict) for run in whole}) == 1) == (text == other)


@given(st.sampled_from([c for c in CONTRACTS if c != "varies"]), texts, st.text("xyz", min_size=1))
def test_under_each_contract_another_word_is_another_result(
    output: str, text: str, word: str
) -> None:
    settings = Settings(output=output)
    more = printed(f"{text}\n{word}\n")
    assert contract.form_of_run(printed(f"{text}\n"), settings) != contract.form_of_run(
        more, settings
    )


# -- grouping ---------------------------------------------------------------------


@given(
    st.dictionaries(places, st.sampled_from("abc"), max_size=8),
    st.none() | st.tuples(places, st.sampled_from("abcd")),
)
def test_each_place_is_in_one_variant_with_what_it_printed(
    recorded: dict[str, str], ran: tuple[str, str] | None
) -> None:
    lesson = snippet()
    groups: dict[str, list[str]] = {}
    for place, text in recorded.items():
        groups.setdefault(text, []).append(place)
    results = [Result(tuple(group), "exit 0", stdout=text) for text, group in groups.items()]
    versions = {place.split(" ")[1] for place in recorded}
    environments = tuple(Environment("Linux", v, True, 2, "2026-11-20") for v in versions)
    record = Record("topic/name", lesson.digest, "exact", environments, tuple(results))
    runs = [printed(ran[1], place=ran[0])] if ran else []
    variants = variants_of(lesson, runs, record)
    wanted = recorded | ({ran[0]: ran[1]} if ran else {})  # this build counts where it ran
    assert {place: v.stdout for v in variants for place in v.places} == wanted
    assert sum(len(v.places) for v in variants) == len(wanted)
    assert len(variants) == len({v.stdout for v in variants})
    assert all(bool(v.runs) == (ran is not None and v.stdout == ran[1]) for v in variants)


# -- escaping ---------------------------------------------------------------------


@given(texts, texts, lines.filter(lambda name: name.strip()))
@settings(max_examples=40)
@example("</samp></pre></div><script>alert(1)</script>", '" onload="x', "--8<-- <b>")
def test_whatever_is_shown_stays_inside_its_element(stdout: str, stderr: str, name: str) -> None:
    assume("\x00" not in name)
    run = replace(printed(stdout, stderr), stacks={name: stdout})
    page = BeautifulSoup(render(snippet(), [run], None), "html5lib")
    assert page.body is not None
    [shown] = [child for child in page.body.children if str(child).strip()]
    assert shown["class"] == ["run"]  # type: ignore[index]
    assert page.select("script, b, [onload]") == []
    for stream, text in (("stdout", stdout), ("stderr", stderr)):
        told = "".join(
            string.encode().decode("unicode_escape")
            if string.find_parent(class_="run-control")
            else string
            for samp in page.select(f"samp.run-{stream}")
            for string in samp.find_all(string=True)
        )
        assert told == text


# -- metadata ---------------------------------------------------------------------


@given(st.lists(lines.map(lambda line: line.replace("\x00", "")), max_size=6))
def test_a_program_without_a_block_of_metadata_is_left_as_it_is(code: list[str]) -> None:
    text = "\n".join(code)
    assume("# /// script" not in text)
    assert split_metadata(text, "name.py") == ({}, text, 0)
    block = '# /// script\n# requires-python = ">=3.14"\n# ///\n'
    metadata, rest, first = split_metadata(block + text, "name.py")
    assert (metadata, rest, first) == ({"requires-python": ">=3.14"}, text.lstrip("\n"), 1)


# -- the store's key --------------------------------------------------------------


cells = st.tuples(
    st.text("ab/\x00", max_size=3),  # the snippet's name
    st.text("xy\n", max_size=3),  # its text
    st.text("12", max_size=2),  # the interpreter's build
    st.sampled_from([*METHODS, "native"]),
)


def key(cell: tuple[str, str, str, str]) -> str:
    name, text, build, method = cell
    return key_of(replace(snippet(text=text), name=name), replace(HERE, build=build), method)


@given(cells, cells)
def test_two_cells_have_one_key_only_if_they_are_the_same(
    one: tuple[str, str, str, str], other: tuple[str, str, str, str]
) -> None:
    assert (key(one) == key(other)) == (one == other)
    assert len(key(one)) == 64
