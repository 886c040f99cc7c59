"""What the sources of a folder are: what people wrote, not what lies beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from runner.__main__ import main
from runner.ahead import Ahead
from runner.catalog import read_entries
from runner.fixtures import Matrix
from runner.project import Project, sources
from runner.reference import inputs
from tests.scratch import Scratch


def test_the_sources_are_in_order_and_without_what_is_hidden(tmp_path: Path) -> None:
    folder = tmp_path / ".hidden" / "docs"  # where the project lies does not matter
    names = ["b.md", "a/z.md", "a/b/c.md"]
    for name in (*names, "a.py", ".b.md", ".git/a.md", "a/__pycache__/a.md", "b.md~"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert [path.relative_to(folder).as_posix() for path in sources(folder, ".md")] == [
        "a/b/c.md",
        "a/z.md",
        "b.md",
    ]


@pytest.fixture
def unsaved(scratch: Scratch) -> Project:
    """A project with a page and a snippet that somebody changes in Emacs just now."""
    scratch.write("topic/name", "print(1)")
    scratch.page("page.md", "topic/name")
    for lock in ("snippets/topic/.#name.py", "docs/.#page.md"):
        (scratch.project.root / lock).symlink_to("me@machine.1234:1700000000")
    return scratch.project


def test_an_editor_s_lock_is_no_page_and_no_snippet(
    unsaved: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list"]) == 0
    assert "topic/name" in capsys.readouterr().out
    assert [entry.page for entry in read_entries(unsaved.docs)] == ["page.md"]
    assert "topic/name page.md#run-topic-name" in inputs(unsaved)
    matrix = Matrix(unsaved)
    assert (list(matrix.snippets), matrix.problems) == (["topic/name"], {})
    assert list(Ahead(unsaved).snippets) == ["topic/name"]
