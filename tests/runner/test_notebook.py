"""What mkdocs-jupyter keeps of a notebook."""

from __future__ import annotations

from pathlib import Path

import pytest

from runner.notebook import remove_damaged


@pytest.mark.parametrize("damaged", [b"", b'{"content": "cut o', b"\xff\xfe{"])
def test_what_was_cut_off_is_removed(damaged: bytes, tmp_path: Path) -> None:
    (tmp_path / "whole.json").write_text('{"content": "", "toc_tokens": []}', "utf-8")
    (tmp_path / "damaged.json").write_bytes(damaged)
    remove_damaged(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["whole.json"]


def test_where_nothing_is_kept_yet_nothing_is_removed(tmp_path: Path) -> None:
    remove_damaged(tmp_path / "none")
    assert not (tmp_path / "none").exists()
