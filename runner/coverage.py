"""The committed record of which names of the API each snippet uses: ``records/api.toml``.

Written by ``make record``, read by the reference, by the links in programs and
by the tests. Which names are covered stands in it apart from the programs that
cover them, so that losing the last of those is noticed.
"""

from __future__ import annotations

import functools
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from runner.digest import digest
from runner.problem import refuse_damage
from runner.snippet import Snippet
from runner.surface import surface
from runner.uses import Position, Use
from runner.whole import write_whole

HERE = Path(__file__).parent
LOOKING = ("probe/api.py", "uses.py", "aliases.py", "surface.py", "data/api-surface.json")
FILE = "api.toml"
COMMAND = "python -m runner record"
_HEADER = (
    "# Which names of the API each snippet uses, with which parameters, and where its text says\n"
    "# so (line:column). Seen at run time. Written by `make record`; not by hand, but for the\n"
    "# lists `covered`: taking something out of those gives it up.\n"
)
_USE = re.compile(r"([\w.]+)(?:\(([\w, ]*)\))?((?: (?:[^\s:]+:)?\d+:\d+)*)")


@dataclass(frozen=True)
class Program:
    """What one snippet uses.

    Attributes:
        digest: Of the snippet that was traced.
        uses: How it uses the API, by name.
    """

    digest: str
    uses: Mapping[str, Use]


@dataclass(frozen=True)
class Index:
    """All that the file holds.

    Attributes:
        python: The interpreter that told the signatures.
        probe: Hash of what looked at the runs, see :func:`probe_digest`.
        signatures: How the names are called, as far as they are.
        covered: The names that snippets use or have used, and their parameters.
        programs: What each snippet uses, by its name.
    """

    python: str = ""
    probe: str = ""
    signatures: Mapping[str, str] = field(default_factory=dict)
    covered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    programs: Mapping[str, Program] = field(default_factory=dict)

    @functools.cached_property
    def users(self) -> Mapping[str, Mapping[str, Use]]:
        """The snippets that use each name, and how."""
        users: dict[str, dict[str, Use]] = {}
        for snippet, program in self.programs.items():
            for name, use in program.uses.items():
                users.setdefault(name, {})[snippet] = use
        return users

    def uses_of(self, snippet: Snippet) -> Mapping[str, Use]:
        """Give what a snippet uses, if it is as it was when it was traced."""
        program = self.programs.get(snippet.name)
        return program.uses if program and program.digest == snippet.digest else {}

    def used(self, name: str) -> tuple[str, ...]:
        """Give the parameters of a name that some snippet uses, in their order."""
        given = {p for use in self.users.get(name, {}).values() for p in use.parameters}
        return tuple(p for p in surface()[name].parameters if p in given)

    def lost(self) -> list[str]:
        """Name what is said to be covered and is used by no snippet."""
        lost = []
        for name, parameters in self.covered.items():
            if name not in surface():
                continue  # the reference has given it up
            if name not in self.users:
                lost.append(name)
            else:
                used = self.used(name)
                lost += [f"{name}({p}=...)" for p in parameters if p not in used]
        return lost

    def stale(self, snippets: Iterable[Snippet]) -> list[Snippet]:
        """Give the snippets that are not as they were when they were traced."""
        traced = [s for s in snippets if is_traced(s)]
        if self.probe != probe_digest():
            return traced
        return [s for s in traced if _digest(self.programs.get(s.name)) != s.digest]


def _digest(program: Program | None) -> str:
    return program.digest if program else ""


def is_traced(snippet: Snippet) -> bool:
    """Tell whether a snippet counts: not with packages, whose Python may be too old to trace."""
    return not snippet.dependencies


@functools.cache
def probe_digest() -> str:
    """Hash what looks at the runs, and what makes uses of what it saw."""
    return digest(*((HERE / name).read_text("utf-8") for name in LOOKING))[:16]


def load(root: Path) -> Index:
    """Read the file; an empty index if there is none.

    Args:
        root: The ``records`` folder.

    Raises:
        Problem: If the file is damaged.
    """
    path = root / FILE
    try:
        status = path.stat()
    except FileNotFoundError:
        return Index()
    return _load(path, status.st_mtime_ns, status.st_size)


@functools.lru_cache(maxsize=2)
def _load(path: Path, time: int, size: int) -> Index:
    """Read a file as it is at a time: each program on each page asks for it."""
    todo = f"Take it back from git, or remove it and run: {COMMAND}"
    with refuse_damage("the record is", todo, f"{path.parent.name}/{path.name}"):
        data = tomllib.loads(path.read_text("utf-8"))
        names = data["names"]
        return Index(
            data["python"],
            data["probe"],
            {name: entry.get("signature", "") for name, entry in names.items()},
            {n: tuple(entry["covered"]) for n, entry in names.items() if "covered" in entry},
            {name: _program(entry) for name, entry in data.get("programs", {}).items()},
        )


def _program(entry: dict[str, Any]) -> Program:
    uses = {}
    for text in entry["uses"]:
        found = _USE.fullmatch(text)
        if not found:
            raise ValueError(f"not a use: {text!r}")
        name, parameters, places = found.groups()
        if name not in surface():
            continue  # the reference has given it up
        given = (parameters or "").split(", ")
        uses[name] = Use(
            frozenset(given) & frozenset(surface()[name].parameters),
            frozenset(_place(each, entry["file"]) for each in places.split()),
        )
    return Program(entry["digest"], uses)


def _place(text: str, file: str) -> Position:
    *named, line, column = text.split(":")
    return (named or [file])[0], int(line), int(column)


def dump(index: Index) -> str:
    """Give an index as the text of its file."""
    lines = [_HEADER, f"python = {_text(index.python)}", f"probe = {_text(index.probe)}", ""]
    lines.append("[names]")
    for name in surface():
        parts = []
        if index.signatures.get(name):
            parts.append(f"signature = {_text(index.signatures[name])}")
        if name in index.covered:
            parts.append(f"covered = [{', '.join(map(_text, index.covered[name]))}]")
        lines.append(
            f"{_text(name)} = {{ {', '.join(parts)} }}" if parts else f"{_text(name)} = {{}}"
        )
    for snippet, program in sorted(index.programs.items()):
        file = f"{snippet.rpartition('/')[2]}.py"
        lines += ["", f"[programs.{_text(snippet)}]", f"digest = {_text(program.digest)}"]
        lines += [f"file = {_text(file)}", "uses = ["]
        lines += [f"    {_text(_in_words(n, u, file))}," for n, u in sorted(program.uses.items())]
        lines.append("]")
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _in_words(name: str, use: Use, file: str) -> str:
    order = surface()[name].parameters
    given = ", ".join(sorted(use.parameters, key=order.index))
    places = [
        f" {line}:{column}" if where == file else f" {where}:{line}:{column}"
        for where, line, column in sorted(use.places)
    ]
    return name + (f"({given})" if given else "") + "".join(places)


def save(index: Index, root: Path) -> bool:
    """Write the file, whole or not at all; tell whether it changed."""
    path = root / FILE
    text = dump(index)
    if path.is_file() and path.read_text("utf-8") == text:
        return False
    write_whole(path, text)
    return True


def renewed(
    index: Index,
    traced: Mapping[str, Program],
    known: Iterable[str],
    python: str,
    signatures: Mapping[str, str],
) -> Index:
    """Take what was traced into an index; what is covered stays so.

    Args:
        index: What was recorded.
        traced: What the traced snippets use.
        known: The names of all snippets that there are.
        python: The interpreter that told the signatures.
        signatures: How the names are called.
    """
    programs = {**index.programs, **traced}
    names = set(known)
    fresh = Index(
        python,
        probe_digest(),
        signatures,
        {},
        {n: p for n, p in sorted(programs.items()) if n in names},
    )
    covered = {}
    for name, entry in surface().items():
        if name in fresh.users or name in index.covered:
            listed = {*fresh.used(name), *index.covered.get(name, ())}
            covered[name] = tuple(p for p in entry.parameters if p in listed)
    return replace(fresh, covered=covered)
