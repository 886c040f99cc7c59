"""The picture that a link to a page is shown with."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from runner.card import SIZE, card

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


def test_it_is_drawn_once_and_always_the_same(tmp_path: Path) -> None:
    first = card("Title", "Site", tmp_path)
    [kept] = tmp_path.iterdir()
    before = kept.stat().st_mtime_ns
    assert card("Title", "Site", tmp_path) == first
    assert kept.stat().st_mtime_ns == before
    assert card("Title", "Site", tmp_path / "other") == first
    assert card("Another", "Site", tmp_path) != first
