"""The feed of changes, from small git histories."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from runner.catalog import Entry
from runner.history import LENGTH, Change, feed, read_changes

URL = "https://example.org/below/"
ATOM = "{http://www.w3.org/2005/Atom}"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git on this machine")


def git(folder: Path, *arguments: str, day: int = 1) -> None:
    date = f"2026-11-{day:02} 12:00:00 +0200"
    who = {
        f"GIT_{role}_{key}": "a@b" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")
    }
    dates = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", "-C", str(folder), *arguments]
    subprocess.run(command, env=os.environ | who | dates, check=True, capture_output=True)


def commit(folder: Path, page: str, text: str, subject: str, day: int) -> None:
    path = folder / "docs" / page
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-m", subject, day=day)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    git(folder, "init", "--initial-branch=main")
    commit(folder, "a.md", "1", "Begin", 1)
    commit(folder, "deep/ü.md", "1", "Say <more> & better", 2)
    commit(folder, "a.md", "2", "Correct\ta claim", 3)
    return folder


def test_a_page_s_first_and_last_commit_are_told(project: Path) -> None:
    assert read_changes(project) == {
        "a.md": Change("2026-11-01T10:00:00Z", "2026-11-03T10:00:00Z", "Correct\ta claim"),
        "deep/ü.md": Change("2026-11-02T10:00:00Z", "2026-11-02T10:00:00Z", "Say <more> & better"),
    }


def test_without_a_history_it_is_said_why_there_is_no_feed(project: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--depth=1", project.as_uri(), str(shallow))
    assert "shallow" in str(read_changes(shallow))
    (tmp_path / "none").mkdir()
    assert "no history" in str(read_changes(tmp_path / "none"))
    assert read_changes(project / "docs") == "the project is no git repository"


def test_without_git_it_is_said_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "git is not there" in str(read_changes(project))


def test_the_feed_has_the_newest_changes_first(project: Path) -> None:
    changes = read_changes(project)
    assert isinstance(changes, dict)
    entries = [
        Entry("a.md", "A?", "On a."),
        Entry("deep/ü.md", "Ü & <b>", "On ü."),
        Entry("new.md", "N", ""),
    ]
    text = feed(entries, changes, "Site", URL)
    assert text == feed(reversed(entries), changes, "Site", URL)
    tree = ElementTree.fromstring(text)
    assert tree.findtext(f"{ATOM}updated") == "2026-11-03T10:00:00Z"
    found = [
        [entry.findtext(ATOM + tag) for tag in ("title", "id", "published", "summary")]
        for entry in tree.iter(f"{ATOM}entry")
    ]
    assert found == [
        ["A?", f"{URL}a.html", "2026-11-01T10:00:00Z", "On a. Last change: Correct\ta claim."],
        [
            "Ü & <b>",
            f"{URL}deep/ü.html",
            "2026-11-02T10:00:00Z",
            "On ü. Last change: Say <more> & better.",
        ],
    ]


def test_a_long_history_makes_no_long_feed() -> None:
    entries = [Entry(f"{number}.md", "", "") for number in range(LENGTH + 5)]
    changes = {
        each.page: Change("2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z", "") for each in entries
    }
    assert feed(entries, changes, "Site", URL).count("<entry>") == LENGTH
    assert feed(entries, {}, "Site", URL).count("<entry>") == 0


def test_a_feed_is_xml_whatever_a_commit_says() -> None:
    change = Change("2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z", "Say \x1b[1mit\x1b[0m \uffff")
    tree = ElementTree.fromstring(feed([Entry("a.md", "A", "")], {"a.md": change}, "Site", URL))
    assert "Say [1mit[0m ." in (tree.findtext(f"{ATOM}entry/{ATOM}summary") or "")
