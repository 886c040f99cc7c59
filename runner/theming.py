"""Let MkDocs spend less on the theme: its templates are compiled once, its icons not listed."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from mkdocs.theme import Theme

from runner.kept import read_kept, write_kept


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


class _Compiled(BytecodeCache):
    """Keeps compiled templates; Jinja's own takes damaged ones, which end the interpreter."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        code = read_kept(self.folder / bucket.key, bucket.checksum)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        write_kept(self.folder / bucket.key, bucket.checksum, bucket.bytecode_to_string())


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
        env.bytecode_cache = _Compiled(folder)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]
