"""The pytest door: each snippet on each interpreter under each start method is a test.

A test that takes ``cell`` runs once for each; ``judge_cell`` tells how it
stands to its record. Everything that is selected runs at once when the first
test asks, from the same store as the site's build.
"""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property

import pytest

from runner import verdict
from runner.interpreters import Interpreter
from runner.pages import find_shown, places_of
from runner.problem import Problem
from runner.project import Project
from runner.record import Record, load
from runner.schedule import Cell, Outcome, cells_of, machine, progress, run_cells
from runner.snippet import find_snippets
from runner.store import Store

Judge = Callable[[Cell], verdict.Verdict]


class NotRecordedHere(pytest.PytestWarning):
    """A result differs from those recorded, all of them in other places."""


class Matrix:
    """All that can be run and compared on this machine, found once a session.

    Attributes:
        project: The project.
        interpreters: This machine's, newest first.
        snippets: Those that can be read, by name.
        problems: Why the others cannot, by file.
        records: Those that were asked for, by snippet.
        outcomes: What ran so far.
        verdicts: What came of it.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self.interpreters: tuple[Interpreter, ...] = machine(project)
        self.problems: dict[str, Problem] = {}
        self.snippets = find_snippets(project.snippets, problems=self.problems)
        self.records: dict[str, Record | None] = {}
        self.outcomes: dict[str, Outcome] = {}
        self.verdicts: dict[str, verdict.Verdict] = {}

    @property
    def cells(self) -> list[Cell]:
        """Every snippet on every interpreter that fits, under every method."""
        return [c for s in self.snippets.values() for c in cells_of(s, self.interpreters)]

    def record(self, snippet: str) -> Record | None:
        """Give what is recorded of a snippet."""
        if snippet not in self.records:
            self.records[snippet] = load(snippet, self.project.records)
        return self.records[snippet]

    def elsewhere(self) -> Counter[str]:
        """Count recorded cells that this machine cannot run, by interpreter."""
        here = {(cell.snippet.name, cell.place) for cell in self.cells}
        counts: Counter[str] = Counter()
        for name in self.snippets:
            try:
                record = self.record(name)
            except Problem:
                continue  # a test of its own says so
            for place in record.places if record else ():
                if (name, place) not in here:
                    counts[place.rpartition(" ")[0]] += 1
        return counts

    def run(self, cells: list[Cell]) -> None:
        """Run cells, all at once; keep what came of them."""
        waiting = [cell for cell in cells if str(cell) not in self.outcomes]
        if not waiting:
            return
        store = Store(self.project.cache / "runs")
        with progress(len(waiting), bool(os.environ.get("CI"))) as (began, finished):
            for outcome in run_cells(waiting, store, began=began, finished=finished):
                self.outcomes[str(outcome.cell)] = outcome

    def judge(self, cell: Cell) -> verdict.Verdict:
        """Hold a cell that ran against its record."""
        name = cell.snippet.name
        shown_at = self._places.get(name, ())
        judged = verdict.judge(self.outcomes[str(cell)], self.record(name), shown_at)
        return self.verdicts.setdefault(str(cell), judged)

    @cached_property
    def _places(self) -> dict[str, tuple[str, ...]]:
        try:
            return places_of(find_shown(self.project.docs))
        except Problem:
            return {}  # the tests of the pages say so


_MATRIX = pytest.StashKey[Matrix]()


def _matrix(config: pytest.Config) -> Matrix:
    if _MATRIX not in config.stash:
        try:
            config.stash[_MATRIX] = Matrix(Project())
        except Problem as problem:
            raise pytest.UsageError(str(problem)) from None
    return config.stash[_MATRIX]


def pytest_report_header(config: pytest.Config) -> str:
    """Say which interpreters were found."""
    found = ", ".join(dict.fromkeys(map(str, _matrix(config).interpreters)))
    return f"snippets run on: Python {found}"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Repeat a test for each cell, each snippet or each file that cannot be read."""
    if "cell" in metafunc.fixturenames:
        cells = _matrix(metafunc.config).cells
        ids = [f"{c.snippet}-{c.interpreter.minor}-{c.method}" for c in cells]
        metafunc.parametrize("cell", cells, ids=ids)
    if "snippet_name" in metafunc.fixturenames:
        matrix = _matrix(metafunc.config)
        metafunc.parametrize("snippet_name", sorted([*matrix.snippets, *matrix.problems]))


@pytest.fixture(scope="session")
def matrix(request: pytest.FixtureRequest) -> Matrix:
    """Give all that can be run here."""
    return _matrix(request.config)


@pytest.fixture(scope="session")
def judge_cell(request: pytest.FixtureRequest, matrix: Matrix) -> Judge:
    """Run the cells of all selected tests at once; give what judges one."""
    dealt_out = hasattr(request.config, "workerinput")  # by pytest-xdist
    if not dealt_out:
        matrix.run(_selected(request.session))

    def judge(cell: Cell) -> verdict.Verdict:
        if dealt_out:
            with _its_turn(cell, matrix.project):
                matrix.run([cell])
        return matrix.judge(cell)

    return judge


@contextlib.contextmanager
def _its_turn(cell: Cell, project: Project) -> Iterator[None]:
    """Let nothing run in another of pytest-xdist's processes beside a cell that measures."""
    try:
        import fcntl
    except ImportError:  # Windows has no lock that several may share
        yield
        return
    folder = os.open(project.snippets, os.O_RDONLY)
    try:
        alone = cell.snippet.settings.alone
        fcntl.flock(folder, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        yield
    finally:
        os.close(folder)  # and the lock with it


def _selected(session: pytest.Session) -> list[Cell]:
    cells = {}
    for item in session.items:
        called = getattr(item, "callspec", None)  # what a parametrized test was given
        if called is not None and isinstance(called.params.get("cell"), Cell):
            cells[str(called.params["cell"])] = called.params["cell"]
    return list(cells.values())


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Count what was compared with records of other places, and what was not run."""
    if _MATRIX not in config.stash:
        return
    matrix = config.stash[_MATRIX]
    if not matrix.verdicts:
        return
    terminalreporter.section("snippets")
    for standing, count in Counter(v.standing for v in matrix.verdicts.values()).items():
        terminalreporter.write_line(f"{count:5} {standing.value}")
    elsewhere = matrix.elsewhere()
    if elsewhere:
        places = ", ".join(f"{place} ({count})" for place, count in sorted(elsewhere.items()))
        terminalreporter.write_line(f"{elsewhere.total():5} recorded, not run here: {places}")
