"""What every part of the runner raises when a person has to act."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# What to do about an error of the system, such as a full disk.
MACHINE = "No snippet and no page is wrong: see to the machine's disk and permissions."


@dataclass(eq=False)
class Problem(Exception):
    """Something is wrong in a file; says where, what, and what to do.

    Attributes:
        what: One sentence on what is wrong.
        todo: What the reader of the message should do.
        path: The file it is about, relative to the project where possible.
        line: The line in that file, counted from 1.
    """

    what: str
    todo: str
    path: Path | str | None = None
    line: int | None = None

    def __str__(self) -> str:
        place = "" if self.path is None else f"{self.path}:"
        if place and self.line is not None:
            place += f"{self.line}:"
        return f"{place} {self.what}\n    -> {self.todo}".lstrip()


@contextlib.contextmanager
def refuse_damage(what: str, todo: str, path: Path | str) -> Iterator[None]:
    """Say in a Problem what comes of reading a damaged file.

    Args:
        what: What is damaged, such as ``the record is``.
        todo: What to do about it.
        path: The file, relative to the project.
    """
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Problem(f"{what} damaged: {error}", todo, path) from None
