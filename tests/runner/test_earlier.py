"""What is taken over from the site built before: what is the same, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from runner.earlier import Earlier

BEFORE = {"same.txt": b"same", "folder/same.txt": b"same", "folder/other.txt": b"old", "gone": b""}
NOW = {"same.txt": b"same", "folder/same.txt": b"same", "folder/other.txt": b"new", "a/b/c": b"c"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was built."""
    for name, content in BEFORE.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_bytes(content)
    return tmp_path / "site"


def content_of(site: Path) -> dict[str, bytes]:
    files = [path for path in site.rglob("*") if path.is_file()]
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def build(site: Path) -> None:
    earlier = Earlier(site)
    earlier.set_aside()
    for name, content in NOW.items():
        earlier.write(name, content)
    earlier.remove()


def test_what_is_the_same_is_the_file_of_before(site: Path) -> None:
    files = {name: (site / name).stat().st_ino for name in BEFORE}
    build(site)
    assert content_of(site) == NOW
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    for name in ("same.txt", "folder/same.txt"):
        assert (site / name).stat().st_ino == files[name]


def test_what_is_hidden_stays(site: Path) -> None:
    (site / ".git").mkdir()
    (site / ".git/config").write_bytes(b"")
    build(site)
    assert content_of(site) == NOW | {".git/config": b""}


def test_what_an_interrupted_build_left_aside_goes(site: Path) -> None:
    earlier = Earlier(site)
    earlier.set_aside()
    earlier.write("folder/half.txt", b"half")
    build(site)
    assert content_of(site) == NOW
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_the_first_build_takes_nothing_over(tmp_path: Path) -> None:
    build(tmp_path / "site")
    assert content_of(tmp_path / "site") == NOW


def test_where_nothing_can_be_put_aside_all_is_written(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the site is a disk of its own; MkDocs removes what is in it."""

    def other_disk(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(Path, "rename", other_disk)
    build(site)
    assert content_of(site) == NOW | {"gone": b""}
    assert [path.name for path in site.parent.iterdir()] == ["site"]
