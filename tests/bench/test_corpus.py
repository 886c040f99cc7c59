"""The made-up pages: the same every time, and built by every peer."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import yaml

from bench import corpus
from bench.peers import PEERS, Floor, Naive, Ours
from bench.sphinx import Gallery, as_rst
from runner.pages import find_shown
from runner.snippet import find_snippets


def slot(kind: str) -> str:
    return f"@{kind}@"


def test_a_page_is_the_same_every_time() -> None:
    assert corpus.page(7, slot) == corpus.page(7, slot)
    assert corpus.page(7, slot) != corpus.page(8, slot)


def test_a_page_holds_four_programs_and_150_lines() -> None:
    text = corpus.page(1, slot)
    assert [text.count(slot(kind)) for kind in corpus.KINDS] == [1, 1, 1, 1]
    assert 150 <= len([line for line in text.splitlines() if line]) <= 250


def test_an_edition_is_the_only_difference() -> None:
    first, second = corpus.page(3, slot).splitlines(), corpus.page(3, slot, 2).splitlines()
    changed = [b for a, b in zip(first, second, strict=True) if a != b]
    assert changed == [corpus.edition(3, 2)]


@pytest.mark.parametrize("kind", corpus.KINDS)
def test_a_program_repeats_its_work_after_a_cycle(kind: str) -> None:
    first, later = corpus.program(3, kind), corpus.program(3 + corpus.CYCLE, kind)
    assert first != later
    assert first.replace("p0003", "p0013") == later
    ast.parse(first)


@pytest.mark.parametrize("kind", corpus.KINDS)
def test_a_revision_shows(kind: str) -> None:
    assert "REVISION = 0\n" in corpus.program(3, kind)
    assert "REVISION = 4\n" in corpus.program(3, kind, 4)
    assert corpus.printed(3, kind, 4) == f"p0003_{kind} revision 4"


@pytest.mark.parametrize("name", ["naive", "floor"])
def test_a_peer_writes_what_it_builds(name: str, tmp_path: Path) -> None:
    peer = PEERS[name](tmp_path / name)
    peer.write(2)
    settings = yaml.safe_load((peer.root / "mkdocs.yml").read_text("utf-8"))
    assert settings["nav"] == ["index.md", {"From 1": ["page_0001.md", "page_0002.md"]}]
    assert len(list((peer.root / "snippets").rglob("*.py"))) == 8
    text = (peer.root / "docs/page_0002.md").read_text("utf-8")
    assert ('exec="1"' in text) == peer.executes


def test_nothing_is_left_of_a_larger_corpus(tmp_path: Path) -> None:
    peer = Floor(tmp_path / "floor")
    peer.write(3)
    peer.write(1)
    assert [path.name for path in (peer.root / "docs").glob("page*")] == ["page_0001.md"]


def test_naive_runs_half_of_the_programs_in_either_form(tmp_path: Path) -> None:
    text = corpus.page(1, lambda kind: Naive(tmp_path).slot(1, kind))
    assert text.count("```console exec") == 2
    assert text.count("```python exec") == 2


def test_our_pages_are_in_the_form_that_this_project_asks_for(tmp_path: Path) -> None:
    peer = Ours(tmp_path / "ours")
    for kind in corpus.KINDS:
        peer.write_program(1, kind)
    (peer.root / "docs").mkdir()
    peer.write_prose(1)
    shown = {each.snippet for each in find_shown(peer.root / "docs")}
    assert shown == find_snippets(peer.root / "snippets").keys()
    assert len(shown) == 4


def test_a_page_in_sphinx_s_language_says_the_same() -> None:
    text = as_rst(corpus.page(3, lambda kind: f"@@{kind}", 5))
    assert "begin?\n=====" in text
    assert corpus.edition(3, 5) in text.replace("``", "").replace("**", "")
    assert not re.search(r"^(#|!!!|```|\|)", text, re.MULTILINE)
    words = set(re.findall(r"[a-z]{3,}", corpus.page(3, slot, 5))) - {"title", "description"}
    assert words - set(re.findall(r"[a-z]{3,}", text)) == set()


def test_a_gallery_s_script_holds_prose_and_programs(tmp_path: Path) -> None:
    gallery = Gallery(tmp_path / "gallery")
    gallery.write(2)
    shown = gallery.write_program(2, "pool", 3)
    assert gallery.write_prose(2, 4) == corpus.edition(2, 4)
    script = (gallery.root / "examples/page_0002.py").read_text("utf-8")
    ast.parse(script)
    assert script.count("REVISION = 3\n") == 1
    assert shown == "p0002_pool revision 3"
    assert [script.count(f"p0002_{kind} revision") for kind in corpus.KINDS] == [1, 1, 1, 1]
    assert "This is edition 4 of text 0002." in script
