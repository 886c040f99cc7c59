"""The package as a whole: what it gives to pages, and which module imports which."""

from __future__ import annotations

import ast
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import runner
from runner.project import HOME

PACKAGE = HOME / "runner"
# Started as programs of their own: they import each other by file, and nothing of the rest.
APART = ("probe", "data")
# From a snippet to a page, and the door to both.
STEPS = (
    *("problem", "metadata", "snippet", "interpreters", "trace", "run", "contract", "record"),
    *("schedule", "show", "figure", "ahead", "hook"),
)


def modules(package: Path) -> dict[str, Path]:
    """Give the files of a package's modules, by their names."""
    files = [f for f in package.rglob("*.py") if f.relative_to(package).parts[0] not in APART]
    return {".".join(f.relative_to(package.parent).with_suffix("").parts): f for f in files}


def imports_of(file: Path, known: dict[str, Path]) -> set[str]:
    """Name the modules of the package that one imports, be it in a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return found & known.keys()


def graph_of(package: Path) -> dict[str, set[str]]:
    """Give what each module of a package imports of it."""
    known = modules(package)
    # Its door to pages imports what they use; nobody here comes in by that.
    known.pop(f"{package.name}.__init__")
    return {name: imports_of(file, known) for name, file in known.items()}


def order(package: Path) -> list[str]:
    """Give a package's modules, each after all that it imports.

    Raises:
        CycleError: If some import each other in a circle.
    """
    return list(TopologicalSorter(graph_of(package)).static_order())


def test_no_imports_go_in_a_circle() -> None:
    try:
        assert len(order(PACKAGE)) > 50
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' <- '.join(error.args[1])}", pytrace=False)


def test_no_step_imports_a_later_one() -> None:
    graph = graph_of(PACKAGE)
    for number, step in enumerate(STEPS):
        needed = {f"runner.{step}"}
        while more := {name for each in needed for name in graph[each]} - needed:
            needed |= more
        late = needed & {f"runner.{later}" for later in STEPS[number + 1 :]}
        assert not late, f"runner/{step}.py needs {', '.join(sorted(late))}, which comes after it"


@pytest.mark.parametrize("way", ["from package import other", "import package.other"])
def test_a_circle_is_found_also_where_a_function_hides_it(way: str, tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "other.py").write_text("from package.one import something", "utf-8")
    (package / "one.py").write_text("something = 1", "utf-8")
    assert order(package) == ["package.one", "package.other"]
    (package / "one.py").write_text(f"def something():\n    {way}", "utf-8")
    with pytest.raises(CycleError):
        order(package)


def run_here(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("before", ["", "import runner.show, runner.chart, runner.matrix"])
def test_what_pages_import_are_functions_whatever_was_imported_before(before: str) -> None:
    names = ", ".join(runner.__all__)
    code = f"{before}\nfrom runner import {names}\nprint(*(f.__name__ for f in ({names})))"
    assert run_here(code).split() == runner.__all__


@pytest.mark.parametrize("module", ["bench.__main__", "tests.runner.test_forking"])
def test_a_module_is_imported_also_where_windows_lacks_what_it_uses(module: str) -> None:
    # What needs all that on other systems comes first.
    code = f"""
import os, signal, concurrent.futures.process, psutil, pytest, subprocess, tempfile
del os.sysconf, os.fork, os.WNOHANG, signal.SIGKILL, signal.SIGALRM
import {module}
"""
    run_here(code)
