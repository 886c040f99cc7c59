"""Diagrams: each is drawn, fits a phone, and a bad one says where it is bad."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from runner.diagram import WIDEST, diagram, find_source, read_source, render
from runner.problem import Problem
from runner.project import HOME
from tests.runner.test_show import soup_of
from tests.scratch import Scratch

NAMES = sorted(path.stem for path in (HOME / "diagrams").glob("*.gv"))
GOOD = "// title: A title\n// text: What it\n//   shows.\ndigraph { a -> b }\n"


def write(scratch: Scratch, text: str, name: str = "one") -> Path:
    folder = scratch.project.diagrams
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.gv"
    path.write_text(text, "utf-8")
    return path


def test_those_that_every_reader_asks_for_are_there() -> None:
    assert {"start-methods", "pool", "queue", "manager"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_drawn_in_the_page_s_colors(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SNIPPET_PROJECT", raising=False)
    html = diagram(name)
    soup_of(html)
    assert diagram(name) == html
    found = re.search(r"<svg.*</svg>", html, re.DOTALL)
    assert found
    svg = ElementTree.fromstring(found[0])
    ids = [element.attrib["id"] for element in svg.iter() if "id" in element.attrib]
    assert ids == [f"diagram-{name}-title", f"diagram-{name}-desc"]
    assert svg.attrib["role"] == "img"
    assert float(svg.attrib["viewBox"].split()[2]) <= WIDEST
    assert not re.search(r"style=|font-family|#[0-9a-f]{3,8}\b|<!--", found[0])
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', found[0])) <= {"none"}
    assert set(re.findall(r"\b(?:fill|stroke)-\w+", found[0])) >= {"fill-text", "stroke-text"}


@pytest.mark.parametrize("name", NAMES)
def test_all_that_is_written_in_it_is_there(name: str) -> None:
    source = read_source(find_source(name, HOME / "diagrams"))
    labels = re.findall(r'label="((?:[^"\\]|\\.)*)"', source.dot)
    drawn = "".join(ElementTree.fromstring(render(source)).itertext()).replace("\xa0", " ")
    for label in labels:
        for line in re.split(r"\\[nl]", label):
            assert line.replace('\\"', '"').strip() in drawn


def test_two_drawings_are_equal(scratch: Scratch) -> None:
    write(scratch, GOOD)
    first = diagram("one")
    for kept in (scratch.project.cache / "figures").glob("*/*"):
        kept.unlink()
    assert diagram("one") == first
    assert "<desc" in first
    assert "What it shows." in first


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD.replace("->", "-> ->"), "diagrams/one.gv:4: the diagram cannot be drawn: syntax"),
        (GOOD.replace("}", ""), "diagrams/one.gv:"),
        (GOOD.replace("title", "titel"), "diagrams/one.gv:1: the diagram has no title"),
        (GOOD.replace("// text", "// test"), "diagrams/one.gv:1: the diagram has no text"),
        ("digraph { a -> b }\n", "diagrams/one.gv:1: the diagram has no title"),
        (
            GOOD.replace("{", '{ c [label="' + "w" * 60 + '"]'),
            "diagrams/one.gv: the diagram is",
        ),
        (GOOD.replace("{", "{ c [shape=bx]"), "diagrams/one.gv: the diagram cannot be drawn"),
    ],
)
def test_a_bad_one_says_where(scratch: Scratch, text: str, told: str) -> None:
    write(scratch, text)
    with pytest.raises(Problem) as caught:
        diagram("one")
    assert str(caught.value).startswith(told)


def test_an_unknown_name_names_near_ones(scratch: Scratch) -> None:
    write(scratch, GOOD, "pool")
    with pytest.raises(Problem, match="Did you mean pool"):
        diagram("pol")
    with pytest.raises(Problem, match=r"no diagram named '\.\./pool'"):
        diagram("../pool")


def test_a_color_of_its_own_is_refused(scratch: Scratch) -> None:
    write(scratch, GOOD.replace("{", "{ c [color=red]"))
    with pytest.raises(Problem, match="the color red"):
        diagram("one")
