"""Bytes that are kept under a key: given again whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from runner.kept import read_kept, write_kept


@pytest.mark.parametrize("data", [b"", b"\0\xff", b"text\r\n" * 1000])
def test_what_was_kept_is_given_again(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "folder/file"
    assert read_kept(file, "key") is None
    write_kept(file, "key", data)
    assert read_kept(file, "key") == data


def test_another_key_gives_nothing_and_takes_the_place(tmp_path: Path) -> None:
    write_kept(tmp_path / "file", "one", b"1")
    assert read_kept(tmp_path / "file", "other") is None
    write_kept(tmp_path / "file", "other", b"2")
    assert read_kept(tmp_path / "file", "one") is None
    assert read_kept(tmp_path / "file", "other") == b"2"


def test_a_turned_bit_or_a_lost_end_gives_nothing(tmp_path: Path) -> None:
    file = tmp_path / "file"
    write_kept(file, "key", b"some text")
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place])
        assert read_kept(file, "key") is None
        for bit in range(8):
            file.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
            assert read_kept(file, "key") is None
    file.write_bytes(whole + b"\0")
    assert read_kept(file, "key") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    write_kept(tmp_path / "file/file", "key", b"1")
    assert read_kept(tmp_path / "file/file", "key") is None
