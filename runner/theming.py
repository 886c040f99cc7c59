"""Let MkDocs spend less on the theme: its templates are compiled once, its icons not listed."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader
from mkdocs.theme import Theme


class _Loader(FileSystemLoader):
    """Lists no template below a folder with a dot: MkDocs leaves all of those out."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for root in map(str, self.searchpath):
            for folder, below, names in os.walk(root):
                below[:] = [name for name in below if not name.startswith(".")]
                inside = Path(folder).relative_to(root)
                found.update((inside / name).as_posix() for name in names)
        return sorted(found)


def hasten(theme: Theme, folder: Path) -> None:
    """Let a theme keep its compiled templates, and look through fewer files.

    Args:
        theme: The theme of this build.
        folder: Where compiled templates are kept; safe to delete.
    """
    make = theme.get_env

    def get_env() -> Environment:
        env = make()
        env.loader = _Loader(theme.dirs)
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            env.bytecode_cache = FileSystemBytecodeCache(str(folder))
        return env

    theme.get_env = get_env  # type: ignore[method-assign]
