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
from dataclasses import dataclass, replace
from pathlib import Path

from runner.catalog import check_symptom
from runner.diagram import find_source
from runner.known import remembered
from runner.measured import check_name
from runner.problem import Problem
from runner.project import Project, read_text, sources
from runner.surface import names_on

_FENCE = re.compile(r"^(?P<indent> *)(?P<ticks>`{3,}|~{3,})(?P<info>[^`\n]*)$")
_EXECUTED = re.compile(r'^python exec="1" html="1" id="(?P<id>[a-z0-9-]+)"$')
PLAIN = ("text", "console", "toml", "python", "ini", "yaml")
_SHOWING = frozenset({"show", "chart", "timeline", "matrix"})  # a snippet, or what it did
_NAMING = _SHOWING | {"api", "diagram", "symptom_index"}  # are given a name
WHOLE_SITE = frozenset(
    {
        "build_times",
        "error_index",
        "pitfall_index",
        "question_index",
        "symptom_index",
        "trial_results",
    }
)
SUMS = frozenset({"build_report", "site_facts"})  # filled in when all has run
REFERENCE = frozenset({"api", "api_index"})  # show the API, and where programs are shown
_FUNCTIONS = _NAMING | WHOLE_SITE | SUMS | REFERENCE
_NO_CODE = "console, text, toml, yaml or ini"


@dataclass(frozen=True)
class Call:
    """What an executed block prints.

    Attributes:
        function: The function of :mod:`runner` that it calls.
        name: What that is given; "" if nothing.
        methods: The start methods that a timeline compares.
        caption: What stands below a timeline.
    """

    function: str
    name: str = ""
    methods: tuple[str, ...] = ()
    caption: str = ""


@dataclass(frozen=True)
class Block:
    """An executed block of a page.

    Attributes:
        id: Its id.
        call: What it prints.
        line: Where its fence begins, from 1.
        end: Where its fence ends.
        indent: The spaces before its fence.
    """

    id: str
    call: Call
    line: int
    end: int
    indent: str


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
        Problem: If a fence is not known or does something else, or an id is used twice.
    """
    shown: list[Shown] = []
    places: dict[str, str] = {}
    for path in sources(docs, ".md"):
        page, text = path.relative_to(docs.parent).as_posix(), read_text(path, docs.parent)
        shown += read_page(text, page, docs.parent)
        for block in blocks_of(text):
            if block.id in places:
                raise Problem(
                    f"the block id {block.id!r} is used at {places[block.id]} already",
                    "Give each executed block an id of its own.",
                    page,
                    block.line,
                )
            places[block.id] = f"{page}:{block.line}"
    return shown


def places_of(shown: Iterable[Shown]) -> dict[str, tuple[str, ...]]:
    """Give the pages and lines that show each snippet, by its name."""
    places: dict[str, tuple[str, ...]] = {}
    for each in shown:
        places[each.snippet] = (*places.get(each.snippet, ()), str(each))
    return places


def calls_of(text: str) -> set[tuple[str, str]]:
    """Give what a page's blocks call, and the name that each is given, or ""."""
    return {(block.call.function, block.call.name) for block in blocks_of(text)}


def read_page(text: str, page: str, root: Path | None = None) -> list[Shown]:
    """Check every fence of one page; give the snippets that it shows.

    Args:
        text: The page.
        page: Its path, for messages.
        root: The project that its diagrams are in; default: the project.

    Raises:
        Problem: If a fence is not known or does something else.
    """
    shown = []
    diagrams = (Project(root) if root else Project()).diagrams
    with _placed(page):
        for block in blocks_of(text):
            call = block.call
            with _placed(page, block.line):
                _check_name(call, diagrams)
            if call.function in _SHOWING:
                figure = call.function in ("timeline", "matrix")
                shown.append(Shown(call.name, page, block.line, block.id, figure, call.methods))
    return shown


def _check_name(call: Call, diagrams: Path) -> None:
    """Raise a Problem if there is nothing of the name that a call is given."""
    if call.function == "chart":
        check_name(call.name)
    elif call.function == "symptom_index":
        check_symptom(call.name)
    elif call.function == "api":
        names_on(call.name)
    elif call.function == "diagram":
        find_source(call.name, diagrams)


@contextlib.contextmanager
def _placed(page: str, line: int | None = None) -> Iterator[None]:
    """Have a problem name the place on a page where it was met."""
    try:
        yield
    except Problem as problem:
        raise Problem(problem.what, problem.todo, page, line or problem.line) from None


# A build asks for what each page calls several times, and most pages are as before.
@remembered
def blocks_of(text: str) -> tuple[Block, ...]:
    """Give the executed blocks of a page, in their order.

    Raises:
        Problem: If a fence is not known or does something else; names the line alone.
    """
    blocks = []
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        start = _FENCE.match(lines[number])
        number += 1
        if not start:
            continue
        begun = number
        while number < len(lines) and not _closes(lines[number], start["ticks"]):
            number += 1
        if number == len(lines):
            raise Problem("the fence is not closed", "Close it.", line=begun)
        code = textwrap.dedent("\n".join(lines[begun:number])).strip()
        number += 1
        info = start["info"].strip()
        if "exec" in info:
            block_id, call = _read_block(info, code, begun)
            blocks.append(Block(block_id, call, begun, number, start["indent"]))
        else:
            _check_plain(info, begun)
    return tuple(blocks)


def _closes(line: str, ticks: str) -> bool:
    bare = line.strip()
    return len(bare) >= len(ticks) and set(bare) == {ticks[0]}


def _check_plain(info: str, line: int) -> None:
    """Raise a Problem if a fence that is not executed is not known."""
    language = info.split(" ")[0]
    if language not in PLAIN or info not in (language, f'{language} title="{_title(info)}"'):
        raise Problem(
            f"unknown fence ```{info}",
            f"Write a language ({', '.join(PLAIN)}), or show a snippet as README.md says.",
            line=line,
        )
    if language == "python":
        raise Problem(
            "code that no run proves",
            f"Make it a snippet and show that; text that is not a program is {_NO_CODE}.",
            line=line,
        )


def _read_block(info: str, code: str, line: int) -> tuple[str, Call]:
    """Give an executed block's id, and what it calls."""
    executed = _EXECUTED.match(info)
    if not executed:
        raise Problem(
            f"unknown options in ```{info}",
            'The one form is ```python exec="1" html="1" id="some-id"',
            line=line,
        )
    call = _read_call(code)
    if call is None:
        raise Problem(
            "an executed block shows a snippet and does nothing else",
            'Its lines are: from runner import show / print(show("topic/name")), or the same with'
            ' timeline, which takes methods=("fork", "spawn") and caption="..." as well, or with'
            " matrix, chart or diagram; or an index",
            line=line,
        )
    return executed["id"], call


def _title(info: str) -> str:
    found = re.search(r'title="([^"]*)"', info)
    return found[1] if found else ""


def _read_call(code: str) -> Call | None:
    """Read a block that is exactly the two known lines; None if it is another one."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return None
    match tree.body:
        case [
            ast.ImportFrom(module="runner", names=[ast.alias(name=function, asname=None)], level=0),
            ast.Expr(
                ast.Call(ast.Name("print"), [ast.Call(ast.Name(called), arguments, keywords)], [])
            ),
        ] if called == function and function in _FUNCTIONS:
            pass
        case _:
            return None
    match arguments:
        case [ast.Constant(str() as name)] if function in _NAMING:
            return _with_options(Call(function, name), keywords)
        case [] if function not in _NAMING:
            return _with_options(Call(function), keywords)
    return None


def _with_options(call: Call, keywords: list[ast.keyword]) -> Call | None:
    """Add the options, which a timeline alone has; None if one is wrong."""
    for keyword in keywords:
        match keyword:
            case _ if call.function != "timeline":
                return None
            case ast.keyword("methods", ast.Tuple(elements)):
                values = [e.value for e in elements if isinstance(e, ast.Constant)]
                methods = tuple(value for value in values if isinstance(value, str))
                if len(methods) < len(elements):
                    return None
                call = replace(call, methods=methods)
            case ast.keyword("caption", ast.Constant(str() as caption)):
                call = replace(call, caption=caption)
            case _:
                return None
    return call
