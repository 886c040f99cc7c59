"""Turn what the probe told of a run into the names and parameters that a program uses.

What was loaded and called is known from the run; with which arguments, and
where in the text, from the program's syntax tree.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from runner.aliases import names_of
from runner.surface import surface

Position = tuple[str, int, int]  # file, line from 1, column in bytes
_Function = ast.FunctionDef


class Told(NamedTuple):
    """One use, as the probe tells it; see ``runner/probe/api.py``."""

    file: str
    line: int
    column: int
    form: str
    paths: str
    passed: str


@dataclass(frozen=True)
class Use:
    """How one program uses one name.

    Attributes:
        parameters: Those that it gives arguments for.
        places: Where its text says the name: file, line and column of its beginning.
    """

    parameters: frozenset[str] = frozenset()
    places: frozenset[Position] = frozenset()

    def __or__(self, other: Use) -> Use:
        return Use(self.parameters | other.parameters, self.places | other.places)


def uses_of(
    told: Iterable[Told], files: Mapping[str, str], signatures: Mapping[str, str]
) -> dict[str, Use]:
    """Sum up the uses of one program.

    Args:
        told: What each process told, in any order.
        files: The text of each of the program's files.
        signatures: Of the API's names, as ``(a, /, *b, c=None)``.

    Returns:
        The names that it uses, in order of the alphabet.
    """
    here: dict[Position, list[Told]] = {}
    for each in told:
        here.setdefault((each.file, each.line, each.column), []).append(each)
    syntax = {file: _read(file, text) for file, text in files.items()}
    found: dict[str, Use] = {}

    def add(names: Iterable[str], word: _Word | None, call: ast.Call | None, file: str) -> None:
        at_call = here.get(_end(file, call), []) if call else []
        passed = {name for each in at_call for name in each.passed.split()}
        shown = _shown(word, tuple(names))
        for name in names:
            parameters: frozenset[str] = frozenset()
            if call is not None and not any(_is_foreign(each) for each in at_call):
                parameters = _parameters(name, call, passed, signatures.get(name, ""))
            places = frozenset([word.place] if word and name == shown else [])
            found[name] = found.get(name, Use()) | Use(parameters, places)

    for place, expression in here.items():
        file = place[0]
        tree = syntax.get(file, _NO_TREE)
        names, implied = _names(expression)
        found |= {name: Use() for name in implied if name not in found}
        call = tree.calls.get(place)
        if call is None:
            add(names, tree.words.get(place), tree.called.get(place), file)
            continue
        # What was loaded to be called tells more than what was called: an object's
        # own attribute may be that of another object inside of it.
        loaded, _ = _names(here.get(_end(file, call.func), []))
        if not loaded or any(each.form != "lock" for each in expression):
            names = tuple(dict.fromkeys((*loaded, *names)))
            add(names, tree.words.get(_end(file, call.func)), call, file)
    return dict(sorted(found.items()))


def _is_foreign(told: Told) -> bool:
    """Tell whether it is a class whose arguments are not those of the library's class."""
    return told.form == "class" and told.paths.endswith(" ")


def _names(told: Sequence[Told]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the names of one expression, the best known first, and those implied."""
    names: dict[str, None] = {}
    implied: dict[str, None] = {}
    # What a lock's inner part says of itself counts where nothing else is known.
    weighed = [t for t in told if t.form != "lock"] or list(told)
    order = {"name": 0, "member": 1}  # where it was looked up is how people know it
    for each in sorted(weighed, key=lambda t: (order.get(t.form, 2), t)):
        own, because = names_of(each.form, each.paths.split())
        names |= dict.fromkeys(own)
        implied |= dict.fromkeys(because)
    return tuple(names), tuple(name for name in implied if name not in names)


class _Word(NamedTuple):
    """A word of the program: where it begins, and whether an import chose it."""

    place: Position
    text: str
    renamed: bool


class _Tree(NamedTuple):
    """What ends where in a file.

    Attributes:
        calls: The calls.
        called: The calls again, by the end of what is called.
        words: The word that an expression ends with.
    """

    calls: dict[Position, ast.Call]
    called: dict[Position, ast.Call]
    words: dict[Position, _Word]


_NO_TREE = _Tree({}, {}, {})


def _end(file: str, node: ast.expr) -> Position:
    return file, node.end_lineno or 0, node.end_col_offset or 0


def _read(file: str, code: str) -> _Tree:
    calls: dict[Position, ast.Call] = {}
    called: dict[Position, ast.Call] = {}
    words: dict[Position, _Word] = {}
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return _NO_TREE  # a program that a program wrote
    nodes = list(ast.walk(tree))
    imports = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    renamed = {alias.asname for node in imports for alias in node.names if alias.asname}
    for node in nodes:
        if isinstance(node, ast.Call):
            calls[_end(file, node)] = node
            called[_end(file, node.func)] = node
        elif isinstance(node, (ast.Attribute, ast.Name)):
            text = node.attr if isinstance(node, ast.Attribute) else node.id
            _, line, column = end = _end(file, node)
            place = file, line, column - len(text.encode())
            words[end] = _Word(place, text, isinstance(node, ast.Name) and text in renamed)
    return _Tree(calls, called, words)


def _shown(word: _Word | None, names: Sequence[str]) -> str:
    """Give which of the names a word stands for; "" if it is the program's own word."""
    for name in names:
        if word and (word.renamed or word.text == name.rpartition(".")[2]):
            return name
    return ""


def _parameters(name: str, call: ast.Call, passed: Iterable[str], signature: str) -> frozenset[str]:
    """Tell for which of a name's parameters a call gives an argument."""
    known = surface()[name].parameters
    taken = arguments_of(signature)
    if taken is None:
        return frozenset()
    positional = [a.arg for a in (*taken.posonlyargs, *taken.args)]
    keyword = {a.arg for a in (*taken.args, *taken.kwonlyargs)}
    given = {each for each in passed if each in known}
    for index, argument in enumerate(call.args):
        if isinstance(argument, ast.Starred):
            if index >= len(positional) and taken.vararg:
                given.add(taken.vararg.arg)
            break  # how many those are, the run tells
        if index < len(positional):
            given.add(positional[index])
        elif taken.vararg:
            given.add(taken.vararg.arg)
    for each in call.keywords:
        if each.arg in keyword:
            given.add(each.arg or "")
        elif each.arg and taken.kwarg:
            given.add(taken.kwarg.arg)
    return frozenset(given & set(known))


def arguments_of(signature: str) -> ast.arguments | None:
    """Read a signature such as ``(a, /, *b, c=None)``; None if there is none."""
    try:
        [function] = ast.parse(f"def function{signature}: ...").body
    except SyntaxError:
        return None
    return function.args if signature and isinstance(function, _Function) else None
