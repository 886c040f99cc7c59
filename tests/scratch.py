"""Scratch projects and made-up runs, for tests of what works on them."""

from __future__ import annotations

import contextlib
import stat
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from runner.forking import CAN_SUPERVISE
from runner.forking import ENVIRONMENT as FORK_SERVER
from runner.project import Project
from runner.run import Run
from runner.snippet import Snippet, read_snippet

supervised = pytest.mark.skipif(not CAN_SUPERVISE, reason="needs what only Linux has")
ONCE = "start-methods = []"  # of a program in which the start method plays no part
MINOR = f"{sys.version_info.major}.{sys.version_info.minor}"
HERE = ("--python", MINOR)
# What somebody set for the real project; a scratch one is as it is without.
OUTSIDE = ("CI", FORK_SERVER, "SITE_URL", "SOURCE_URL")
PATIENCE = 60.0  # seconds that a busy machine may take for what is quick on a quiet one


class Scratch:
    """A project of a test's own, which the command line sees as the project.

    Attributes:
        project: It.
    """

    def __init__(self, root: Path) -> None:
        self.project = Project(root)
        for folder in (self.project.snippets, self.project.records, self.project.docs):
            folder.mkdir(parents=True)

    def write(self, name: str, code: str, metadata: str = "", doc: str = "Show it.") -> Path:
        """Write a snippet; ``metadata`` is what stands in its ``[tool.snippet]``."""
        path = self.project.snippets / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = ["[tool.snippet]", *textwrap.dedent(metadata).strip().splitlines()]
        block = "".join(f"# {line}".rstrip() + "\n" for line in lines)
        head = f"# /// script\n{block}# ///\n" if metadata else ""
        path.write_text(f'{head}"""{doc}"""\n\n{textwrap.dedent(code).strip()}\n', "utf-8")
        return path

    def snippet(self, name: str, code: str, metadata: str = "") -> Snippet:
        """Write a snippet and read it."""
        return read_snippet(self.write(name, code, metadata), self.project.snippets)

    def page(self, name: str, *snippets: str) -> Path:
        """Write a page that shows snippets."""
        stem = name.removesuffix(".md")
        blocks = [
            f'```python exec="1" html="1" id="{stem}-{number}"\n'
            f'from runner import show\nprint(show("{snippet}"))\n```\n'
            for number, snippet in enumerate(snippets)
        ]
        path = self.project.docs / name
        path.write_text("\n".join(["# Page\n", *blocks]), "utf-8")
        return path


def program(path: Path, *lines: str) -> Path:
    """Write a program of the shell's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]), "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def made_up(**changes: Any) -> Run:
    """Give a run that nobody ran."""
    fields: dict[str, Any] = {
        "snippet": "topic/name",
        "python": "3.15.2",
        "method": "forkserver",
        "platform": "Linux",
        "command": "python name.py",
        "verdict": "ended",
        "status": 0,
        "stdout": "",
        "stderr": "",
        "pieces": (),
        "processes": (),
        "spans": (),
        "left": {},
        "stacks": {},
        "written": (0, 0),
        "seconds": 0.5,
        "cpu": 0.1,
        "peak": 1 << 20,
        "cpus": 2,
        "date": "2026-11-20",
        "notes": (),
        "blind": (),
    }
    assert changes.keys() <= fields.keys()
    return Run(**{**fields, **changes})


def processes_below(base: str) -> list[str]:
    """The command lines of all processes that were started in this folder."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if base in process.environ().get("SNIPPET_TRACE", ""):
                found.append(" ".join(process.cmdline()))
    return found


def is_soon(state: Callable[..., bool], *arguments: object, within: float = PATIENCE) -> bool:
    """Wait until something is true; tell whether it became so within so many seconds."""
    deadline = time.monotonic() + within
    while not state(*arguments):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def is_gone(base: str) -> bool:
    return processes_below(base) == [] and not Path(base).exists()
