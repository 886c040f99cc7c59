"""Find snippets and read what each says about itself.

A snippet is one runnable program below ``snippets/``. What differs from the
defaults stands in the file as inline script metadata (the ``# /// script``
block of https://packaging.python.org/en/latest/specifications/inline-script-metadata/),
in the table ``[tool.snippet]``.
"""

from __future__ import annotations

import ast
import difflib
import functools
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from packaging.specifiers import SpecifierSet
from packaging.version import Version

from runner.known import remembered
from runner.metadata import MetadataReader, Settings, split_metadata
from runner.problem import Problem
from runner.project import sources


@dataclass(frozen=True)
class Snippet:
    """One program: its text, what it says of itself, what it imports.

    ``str(snippet)`` is its name, such as ``process/four_processes``; messages
    and test ids use it.
    """

    name: str
    path: Path
    text: str
    code: str
    summary: str
    settings: Settings
    requires_python: str = ""
    dependencies: tuple[str, ...] = ()
    helpers: tuple[Path, ...] = ()

    def __str__(self) -> str:
        return self.name

    @property
    def imports(self) -> frozenset[str]:
        """The top-level packages that it imports, at whatever place."""
        return _parse(self.text, str(self))[1]

    @functools.cached_property
    def digest(self) -> str:
        """Hash of everything a reviewed output depends on in the project."""
        hashed = hashlib.sha256(self.text.encode())
        for helper in self.helpers:
            hashed.update(b"\0" + helper.name.encode() + b"\0")
            hashed.update(helper.read_bytes().replace(b"\r\n", b"\n"))  # as the text is read
        return hashed.hexdigest()[:16]

    def fits(self, version: str) -> bool:
        """Tell whether ``requires-python`` admits this version."""
        return _admits(self.requires_python, version)


@functools.cache
def _admits(wanted: str, version: str) -> bool:
    return SpecifierSet(wanted, prereleases=True).contains(Version(version))


def find_snippets(
    root: Path, known: Iterable[Snippet] = (), problems: dict[str, Problem] | None = None
) -> dict[str, Snippet]:
    """Read all snippets below a folder.

    Args:
        root: The ``snippets`` folder.
        known: Those that have been read already.
        problems: Takes in why some cannot be read, by file, so that one does not hide the others.

    Returns:
        The snippets by name, in order of their names. A module that a
        neighbor imports is that neighbor's helper, not a snippet.

    Raises:
        Problem: If one cannot be read and there is nothing that takes that in.
    """
    given = {snippet.path: snippet for snippet in known}
    read = []
    for path in sources(root, ".py"):
        try:
            read.append(given.get(path) or read_snippet(path, root))
        except Problem as problem:
            if problems is None:
                raise
            problems[path.relative_to(root).as_posix()] = problem
    helpers = {helper for snippet in read for helper in snippet.helpers}
    return {s.name: s for s in read if s.path not in helpers}


def get_snippet(name: str, root: Path) -> Snippet:
    """Read the snippet of this name, or raise a Problem that names near ones."""
    path = root / f"{name}.py"
    inside = {"", ".", ".."}.isdisjoint(name.split("/"))
    if not inside or not path.is_file():
        known = [p.relative_to(root).with_suffix("").as_posix() for p in sources(root, ".py")]
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
        hint = f"Did you mean {' or '.join(near)}? " if near else ""
        raise Problem(
            f"there is no snippet named {name!r}",
            f"{hint}`python -m runner list` names all; a name is the file's path below"
            f" {root.name}/ without .py.",
        )
    return read_snippet(path, root)


def read_snippet(path: Path, root: Path) -> Snippet:
    """Read one snippet file.

    Args:
        path: The file.
        root: The ``snippets`` folder, for the snippet's name.

    Returns:
        The snippet.

    Raises:
        Problem: If it is not UTF-8, not Python, has no docstring, hides a module of Python's own,
            or has metadata that is malformed, unknown or contradictory.
    """
    _check_stem(path, root)
    file = path.relative_to(root).as_posix()
    alone, imports = _understand(_read(path, root), file, root.name)
    return replace(alone, path=path, helpers=tuple(sorted(_helpers(imports, path, root))))


# A build asks for each snippet several times. What its text says follows from the text.
@remembered
def _understand(text: str, file: str, folder: str) -> tuple[Snippet, frozenset[str]]:
    """Give what a snippet's text says, and the names of the modules that it imports."""
    shown = f"{folder}/{file}"
    docstring, imports = _parse(text, shown)
    metadata, code, first = split_metadata(text, shown)
    if not docstring:
        raise Problem(
            "the snippet has no docstring",
            "Begin it with one sentence that says what it shows.",
            shown,
            1,
        )
    reader = MetadataReader(shown, text.split("\n"), first)
    alone = Snippet(
        name=file.removesuffix(".py"),
        path=Path(file),
        text=text,
        code=code,
        summary=docstring.strip().splitlines()[0],
        settings=reader.settings(metadata),
        requires_python=reader.requires_python(metadata),
        dependencies=reader.dependencies(metadata),
    )
    return alone, imports


def _check_stem(path: Path, root: Path) -> None:
    """Refuse a module that the programs beside it would import in place of Python's own."""
    if path.stem in sys.stdlib_module_names:
        raise Problem(
            f"the programs beside it could not import Python's own module {path.stem!r}",
            "Give the file another name.",
            path.relative_to(root.parent).as_posix(),
        )


def _read(path: Path, root: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        shown = path.relative_to(root.parent).as_posix()
        raise Problem(f"not UTF-8 text: {error}", "Save the file as UTF-8.", shown) from None


@remembered
def _parse(text: str, shown: str) -> tuple[str | None, frozenset[str]]:
    """Give a module's docstring, and the names of the modules that it imports."""
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        raise Problem(
            f"syntax error: {error.msg}", "Correct the snippet.", shown, error.lineno
        ) from None
    names: set[str] = set()
    for statement in _statements(tree):
        if isinstance(statement, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in statement.names)
        elif isinstance(statement, ast.ImportFrom) and statement.module and not statement.level:
            names.add(statement.module.partition(".")[0])
    return ast.get_docstring(tree), frozenset(names)


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """Give all statements below a node; a walk through expressions as well is slow."""
    for block in ("body", "orelse", "finalbody", "handlers", "cases"):
        inner = getattr(node, block, ())
        for each in inner if isinstance(inner, list) else ():  # a lambda's is no block
            yield each
            yield from _statements(each)


def _helpers(
    imports: Iterable[str], path: Path, root: Path, seen: frozenset[Path] = frozenset()
) -> set[Path]:
    """Find the neighboring modules that a program imports, at any depth."""
    found: set[Path] = set()
    folder = path.parent
    for name in imports:
        # Most are none, and to make a Path of each takes longer than to look.
        if not os.path.isfile(f"{folder}/{name}.py"):  # noqa: PTH113
            continue
        helper = path.with_name(f"{name}.py")
        if helper != path and helper not in seen:
            found.add(helper)
            _check_stem(helper, root)
            _, more = _parse(_read(helper, root), helper.relative_to(root.parent).as_posix())
            found |= _helpers(more, helper, root, seen | found | {path})
    return found - {path}
