"""Where things lie in the project."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from runner.problem import Problem

ENVIRONMENT = "SNIPPET_PROJECT"  # names another project's folder; tests use it
HOME = Path(__file__).resolve().parent.parent


def _root() -> Path:
    return Path(os.environ.get(ENVIRONMENT) or HOME).resolve()


def sources(folder: Path, suffix: str) -> list[Path]:
    """Give the files of one kind that people wrote below a folder, in order of their paths.

    What editors and Python put beside them is left out: caches, and all that is hidden, such as
    the link to nothing that Emacs makes while a file is changed and not yet saved.

    Args:
        folder: Where.
        suffix: What their names end in, such as ``.md``.
    """
    found = []
    for path in folder.rglob(f"*{suffix}"):
        inside = path.relative_to(folder).parts
        if "__pycache__" not in inside and not any(part.startswith(".") for part in inside):
            found.append(path)
    return sorted(found)


def read_text(path: Path, root: Path) -> str:
    """Read a text that people wrote.

    Args:
        path: Its file.
        root: The project's folder, for the message.

    Raises:
        Problem: If it is not UTF-8.
    """
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        shown = path.relative_to(root).as_posix()
        raise Problem(f"not UTF-8 text: {error}", "Save the file as UTF-8.", shown) from None


@dataclass(frozen=True)
class Project:
    """The folders that the runner works on.

    Attributes:
        root: The project's folder.
    """

    root: Path = field(default_factory=_root)

    @cached_property
    def snippets(self) -> Path:
        """What readers copy."""
        return self.root / "snippets"

    @cached_property
    def records(self) -> Path:
        """What those programs did, committed."""
        return self.root / "records"

    @cached_property
    def docs(self) -> Path:
        """What readers read."""
        return self.root / "docs"

    @cached_property
    def diagrams(self) -> Path:
        """Drawings that are text."""
        return self.root / "diagrams"

    @cached_property
    def cache(self) -> Path:
        """Fresh runs of this machine, ignored by git."""
        return self.root / ".cache"
