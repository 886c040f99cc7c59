"""Tell readers what changed: an Atom feed of the pages, from the project's git history."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from runner.catalog import Entry

LENGTH = 40  # entries of the feed
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COMMIT = "\x1e"  # begins a commit in git's answer, where no path can begin so


@dataclass(frozen=True)
class Change:
    """When a page was first and last changed, and why the last time.

    Attributes:
        first: The time of the first commit, in ISO 8601.
        last: The time of the last commit.
        subject: What the last commit says it is for.
    """

    first: str
    last: str
    subject: str


def read_changes(root: Path, docs: str = "docs") -> dict[str, Change] | str:
    """Read from git when each page was changed.

    Args:
        root: The project's folder, which a repository has to begin in.
        docs: The pages' folder in it.

    Returns:
        The changes, by the page's path below ``docs``; or, where git cannot tell
        them, in words why not.
    """
    try:
        top, shallow = _git(root, "rev-parse", "--show-toplevel", "--is-shallow-repository")
        if Path(top).resolve() != root.resolve():
            return "the project is no git repository"
        if shallow == "true":
            return "of a shallow clone, git knows no history; `git fetch --unshallow` gets it"
        told = ("--no-renames", "--no-merges", "--name-only")
        lines = _git(root, "log", *told, f"--format={_COMMIT}%ct%x09%s", "--", docs)
    except (OSError, subprocess.CalledProcessError):
        return "git is not there, or knows no history of the project"
    changes: dict[str, Change] = {}
    when = subject = ""
    for line in lines:
        if line.startswith(_COMMIT):
            seconds, _, subject = line.removeprefix(_COMMIT).partition("\t")
            when = _utc(int(seconds))
        elif line.startswith(f"{docs}/"):
            page = line.removeprefix(f"{docs}/")
            newest = changes.get(page, Change(when, when, subject))  # git tells the newest first
            changes[page] = Change(when, newest.last, newest.subject)
    return changes


def _utc(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _git(root: Path, *arguments: str) -> list[str]:
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout.rstrip("\n").split("\n")  # splitlines() would split at more


def feed(entries: Iterable[Entry], changes: Mapping[str, Change], name: str, url: str) -> str:
    """Give the site's feed, the same for the same history.

    Args:
        entries: The pages.
        changes: When each was changed; a page that is in no commit is left out.
        name: The site's name.
        url: Its address, which ends in a slash.
    """
    known = [(changes[each.page], each) for each in entries if each.page in changes]
    known.sort(key=lambda pair: (pair[0].last, pair[1].page), reverse=True)
    newest = known[0][0].last if known else "1970-01-01T00:00:00Z"
    parts: Sequence[str] = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{escape(name)}: changes</title>",
        f"<id>{escape(url)}</id>",
        f'<link href="{escape(url)}"/>',
        f'<link rel="self" type="application/atom+xml" href="{escape(url)}feed.xml"/>',
        f"<updated>{newest}</updated>",
        f"<author><name>{escape(name)}</name></author>",
        *(_entry(change, entry, url) for change, entry in known[:LENGTH]),
        "</feed>",
    ]
    return _NOT_XML.sub("", "\n".join(parts)) + "\n"  # a commit may hold what XML may not


def _entry(change: Change, entry: Entry, url: str) -> str:
    address = escape(url + entry.page.removesuffix(".md") + ".html")
    text = f"{entry.description} Last change: {change.subject}."
    return (
        f"<entry><title>{escape(entry.title)}</title><id>{address}</id>"
        f'<link href="{address}"/><published>{change.first}</published>'
        f"<updated>{change.last}</updated><summary>{escape(text)}</summary></entry>"
    )
