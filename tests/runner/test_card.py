"""The picture that a link to a page is shown with."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageColor

from runner.card import INK, MARK, PAPER, QUIET, SIZE, SPARK, card

LONG = "RuntimeError: An attempt has been made to start a new process before the other has begun"


@pytest.mark.parametrize("title", ["", "How?", LONG, LONG * 4, "a" * 400, "naïve „日本“ 🐍"])
def test_a_title_has_room(title: str, tmp_path: Path) -> None:
    drawn = card(title, "Site", tmp_path)
    image = Image.open(io.BytesIO(drawn)).convert("RGB")
    assert image.size == SIZE
    paper = image.getpixel((0, 0))
    edges = [image.crop((SIZE[0] - 60, 0, *SIZE)), image.crop((0, SIZE[1] - 60, *SIZE))]
    assert {color for edge in edges for _, color in edge.getcolors() or []} == {paper}
    assert len(drawn) < 60_000


def test_it_has_the_colors_of_the_site(tmp_path: Path) -> None:
    image = Image.open(io.BytesIO(card("How?", "Site", tmp_path))).convert("RGB")
    ground = ImageColor.getrgb(INK)
    assert _colors(image) == {PAPER, QUIET, MARK, SPARK}
    assert _colors(image.crop((0, 180, SIZE[0], 460))) == {PAPER}  # the title alone
    assert image.getpixel((0, 0)) == ground


def _colors(image: Image.Image) -> set[str]:
    """Give which of the card's colors are in a part of it, beside its ground."""
    found = {color for _, color in image.getcolors(1 << 16) or []}
    return {name for name in (PAPER, QUIET, MARK, SPARK) if ImageColor.getrgb(name) in found}


def test_it_is_drawn_once_and_always_the_same(tmp_path: Path) -> None:
    first = card("Title", "Site", tmp_path)
    [kept] = tmp_path.iterdir()
    before = kept.stat().st_mtime_ns
    assert card("Title", "Site", tmp_path) == first
    assert kept.stat().st_mtime_ns == before
    assert card("Title", "Site", tmp_path / "other") == first
    assert card("Another", "Site", tmp_path) != first
