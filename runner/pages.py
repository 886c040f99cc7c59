"""Read the pages: which snippets they show, and whether every fence is known.

markdown-exec turns a fence with a misspelt option into a plain code block and
says nothing; so each fence is checked here, before anything is rendered.
"""

from __future__ import annotations

import ast
import contextlib
import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from runner.catalog import check_symptom
from runner.diagram import find_source
from runner.known import remembered
from runner.measured import check_name
from runner.problem import Problem
from runner.project import Project, sources
from runner.surface import names_on

_FENCE = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,}|~{3,})(?P<info>[^`\n]*)$")
_EXECUTED = re.compile(r'^python exec="1" html="1" id="(?P<id>[a-z0-9-]+)"$')
PLAIN = ("text", "console", "toml", "python", "ini", "yaml")
_WHOLE = re.compile(
    r"from runner import "
    r"(?P<door>(?:api|error|pitfall|question)_index|build_(?:report|times)|site_facts)\s+"
    r"print\((?P=door)\(\)\)"
)
_DRAWN = re.compile(
    r"from runner import (?P<door>api|chart|diagram|symptom_index)\s+"
    r"print\((?P=door)\(\"(?P<name>[^\"\\]+)\"\)\)"
)
_DOOR = re.compile(r'from runner import (?P<door>\w+)\s+print\((?P=door)\((?:"(?P<name>[^"]+)")?')
WHOLE_SITE = frozenset(
    {
        "build_times",
        "error_index",
        "pitfall_index",
        "question_index",
        "symptom_index",
    }
)
SUMS = frozenset({"build_report", "site_facts"})  # filled in when all has run
REFERENCE = frozenset({"api", "api_index"})  # show the API, and where programs are shown
_NO_CODE = "console, text, toml, yaml or ini"


@dataclass(frozen=True)
class Shown:
    """One place where a page shows a snippet.

    Attributes:
        snippet: Its name.
        page: The page's path.
        line: Where its fence begins.
        block: The fence's id.
        figure: Whether its timeline or its matrix is shown, not its code and output.
        methods: The start methods that the timeline compares.
    """

    snippet: str
    page: str
    line: int
    block: str
    figure: bool = False
    methods: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def find_shown(docs: Path) -> list[Shown]:
    """Read every page below a folder.

    Args:
        docs: The ``docs`` folder.

    Returns:
        Each call of ``show`` in them, in order of pages and lines.

    Raises:
        Problem: If a fence is not known or does something else.
    """
    shown: list[Shown] = []
    blocks: dict[str, Shown] = {}
    for path in sources(docs, ".md"):
        page = path.relative_to(docs.parent).as_posix()
        for each in read_page(path.read_text("utf-8"), page, docs.parent):
            first = blocks.setdefault(each.block, each)
            if first is not each:
                raise Problem(
                    f"the block id {each.block!r} is used at {first} already",
                    "Give each executed block an id of its own.",
                    page,
                    each.line,
                )
            shown.append(each)
    return shown


def places_of(shown: Iterable[Shown]) -> dict[str, tuple[str, ...]]:
    """Give the pages and lines that show each snippet, by its name."""
    places: dict[str, tuple[str, ...]] = {}
    for each in shown:
        places[each.snippet] = (*places.get(each.snippet, ()), str(each))
    return places


def doors_of(text: str) -> set[tuple[str, str]]:
    """Give what a page's blocks call, and the name that each is given, or ""."""
    return {(call["door"], call["name"] or "") for call in _DOOR.finditer(text)}


def read_page(text: str, page: str, root: Path | None = None) -> Iterable[Shown]:
    """Check every fence of one page; give the snippets that it shows.

    Args:
        text: The page.
        page: Its path, for messages.
        root: The project that its diagrams are in; default: the project.
    """
    shown, drawn = _understand(text, page)
    project = Project(root) if root else Project()
    for name, line in drawn:
        with _placed(page, line):
            find_source(name, project.diagrams)
    return shown


# A build asks for what each page shows several times, and most pages are as before.
@remembered
def _understand(text: str, page: str) -> tuple[list[Shown], list[tuple[str, int]]]:
    """Check every fence of one page, but not whether its diagrams are there.

    Returns:
        The snippets that it shows, and the diagrams that it draws, with their lines.
    """
    shown: list[Shown] = []
    drawn: list[tuple[str, int]] = []
    for info, body, line in _fences(text, page):
        each = _check_fence(info, body, line, page)
        if isinstance(each, Shown):
            shown.append(each)
        elif each is not None:
            drawn.append((each, line))
    return shown, drawn


def _fences(text: str, page: str) -> list[tuple[str, list[str], int]]:
    """Give each fence of a page: what it is, its lines, and the line where it begins, from 1."""
    fences = []
    lines = text.splitlines()
    number = 0
    while number < len(lines):
        start = _FENCE.match(lines[number])
        number += 1
        if not start:
            continue
        begun = number
        body = []
        while number < len(lines) and not _closes(lines[number], start["ticks"]):
            body.append(lines[number])
            number += 1
        if number == len(lines):
            raise Problem("the fence is not closed", "Close it.", page, begun)
        number += 1
        fences.append((start["info"].strip(), body, begun))
    return fences


def _closes(line: str, ticks: str) -> bool:
    bare = line.strip()
    return len(bare) >= len(ticks) and set(bare) == {ticks[0]}


def _check_fence(info: str, body: list[str], line: int, page: str) -> Shown | str | None:
    """Give what a fence shows of a snippet, or the name of the diagram that it draws, if any."""
    if "exec" not in info:
        language = info.split(" ")[0]
        if language not in PLAIN or info not in (language, f'{language} title="{_title(info)}"'):
            raise Problem(
                f"unknown fence ```{info}",
                f"Write a language ({', '.join(PLAIN)}), or show a snippet as README.md says.",
                page,
                line,
            )
        if language == "python":
            raise Problem(
                "code that no run proves",
                f"Make it a snippet and show that; text that is not a program is {_NO_CODE}.",
                page,
                line,
            )
        return None
    executed = _EXECUTED.match(info)
    if not executed:
        raise Problem(
            f"unknown options in ```{info}",
            'The one form is ```python exec="1" html="1" id="some-id"',
            page,
            line,
        )
    code = textwrap.dedent("\n".join(body)).strip()
    if _WHOLE.fullmatch(code):
        return None
    if drawn := _DRAWN.fullmatch(code):
        with _placed(page, line):
            if drawn["door"] == "chart":
                check_name(drawn["name"])
                return Shown(drawn["name"], page, line, executed["id"])
            if drawn["door"] == "symptom_index":
                check_symptom(drawn["name"])
            elif drawn["door"] == "api":
                names_on(drawn["name"])
            else:
                return drawn["name"]
        return None
    shown = _shown(code)
    if shown is None:
        raise Problem(
            "an executed block shows a snippet and does nothing else",
            'Its lines are: from runner import show / print(show("topic/name")), or the same with'
            ' timeline, which takes methods=("fork", "spawn") and caption="..." as well, or with'
            " matrix, chart or diagram; or an index",
            page,
            line,
        )
    name, figure, methods = shown
    return Shown(name, page, line, executed["id"], figure, methods)


@contextlib.contextmanager
def _placed(page: str, line: int) -> Iterator[None]:
    """Have a problem name the place on a page where it was met."""
    try:
        yield
    except Problem as problem:
        raise Problem(problem.what, problem.todo, page, line) from None


def _title(info: str) -> str:
    found = re.search(r'title="([^"]*)"', info)
    return found[1] if found else ""


def _shown(code: str) -> tuple[str, bool, tuple[str, ...]] | None:
    """Read a block that is exactly the two known lines.

    Returns:
        The snippet, whether it is a figure, and its start methods; else None.
    """
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return None
    match tree.body:
        case [
            ast.ImportFrom(
                module="runner",
                names=[ast.alias(name="show" | "timeline" | "matrix" as door, asname=None)],
                level=0,
            ),
            ast.Expr(
                ast.Call(
                    ast.Name("print"),
                    [ast.Call(ast.Name(called), [ast.Constant(str() as name)], keywords)],
                    [],
                )
            ),
        ] if called == door:
            methods = _methods(keywords, ("methods", "caption") if door == "timeline" else ())
            return None if methods is None else (name, door != "show", methods)
    return None


def _methods(keywords: list[ast.keyword], known: tuple[str, ...]) -> tuple[str, ...] | None:
    """Give the start methods among a call's options; None if one of those is wrong."""
    methods: tuple[str, ...] = ()
    for keyword in keywords:
        match keyword:
            case ast.keyword("methods", ast.Tuple(elements)) if "methods" in known:
                values = [e.value for e in elements if isinstance(e, ast.Constant)]
                methods = tuple(value for value in values if isinstance(value, str))
                if len(methods) < len(elements):
                    return None
            case ast.keyword("caption", ast.Constant(str())) if "caption" in known:
                pass
            case _:
                return None
    return methods
