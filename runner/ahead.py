"""Run what pages show ahead of them: a page is due once what it shows has run."""

from __future__ import annotations

import contextlib
import functools
import itertools
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from runner import coverage, pages, reference, verdict
from runner.digest import digest
from runner.known import once
from runner.problem import Problem
from runner.project import Project, sources
from runner.record import load, read_written, understand
from runner.schedule import (
    Begun,
    Cell,
    Outcome,
    begin_cells,
    build_cells,
    cells_by,
    forget_unkept,
    is_unkept,
    kept_outcome,
    machine,
    progress,
)
from runner.snippet import Snippet, get_snippet
from runner.store import Store
from runner.verdict import Verdict


class Ahead:
    """What a build's pages show, what has to run for each, and what each depends on.

    Args:
        project: The project.

    Attributes:
        shown: Where the pages show what.
        snippets: Those that are shown, by name.
        unfit: Names of those that no Python of this machine runs.

    Raises:
        Problem: If a page shows what is not there, or in a way that is not known.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self.shown = pages.find_shown(project.docs)
        self.snippets = _shown_snippets(project, self.shown)
        self._pythons = machine(project)
        self._store = Store(project.cache / "runs")
        self._built = {
            name: build_cells(snippet, self._pythons) for name, snippet in self.snippets.items()
        }
        self._cells: dict[str, dict[str, Cell]] = {name: {} for name in self.snippets}
        for each in self.shown:
            self._cells[each.snippet] |= {cell.key: cell for cell in self._wanted(each)}
        self.unfit = sorted(name for name, cells in self._cells.items() if not cells)
        self._shows: dict[str, list[str]] = {}  # by page, as a path below the docs folder
        self._calls: dict[str, set[tuple[str, str]]] = {}
        for path in sources(project.docs, ".md"):
            page = path.relative_to(project.docs).as_posix()
            self._calls[page] = pages.calls_of(path.read_text("utf-8"))
            self._shows[page] = []
        for each in self.shown:
            self._shows[each.page.partition("/")[2]].append(each.snippet)
        self._known: dict[str, str | None] = {}
        self._records: dict[str, bytes | None] = {}
        self._stamps: dict[str, tuple[int, int]] = {}
        self._begun: set[str] = set()  # keys of cells
        self._results: Iterator[Outcome | Begun] | None = None  # of what was begun
        self._open = contextlib.ExitStack()

    def build_cell(self, name: str) -> Cell | None:
        """Give the cell of a shown snippet that a build runs; None if it does not run here."""
        return next(iter(self._built[name]), None)

    def _wanted(self, shown: pages.Shown) -> list[Cell]:
        """Give the cells of one place on a page: the build's own, and those of a figure."""
        snippet = self.snippets[shown.snippet]
        own = self.build_cell(snippet.name)
        cells = [own] if own else []
        return cells + (cells_by(snippet, self._pythons, shown.methods) if shown.figure else [])

    def _tells_all(self, page: str) -> bool:
        functions = {function for function, _ in self._calls.get(page, ())}
        return not functions.isdisjoint(pages.WHOLE_SITE | pages.SUMS)

    def _all_cells(self) -> list[Cell]:
        return [cell for cells in self._cells.values() for cell in cells.values()]

    def begin(self) -> None:
        """Begin to run what has not run, for who has more to do before the first page.

        What measures does not begin, nor what has to run again. After this, :meth:`in_turn` or
        :meth:`close` has to be called.

        Raises:
            Problem: If nothing can be run at all.
        """
        forget_unkept()
        _unclosed.add(self)
        _close_at_the_end()
        cells = self._all_cells()
        progressed = progress(len(cells), bool(os.environ.get("CI")))
        self._began, self._ended = self._open.enter_context(progressed)
        new = [c for c in cells if not c.snippet.settings.alone and self.stamp(c.key) is None]
        self._begun = {cell.key for cell in new}
        running = self._run(new)
        # With the first of its results asked for, it has begun.
        self._results = itertools.chain(list(itertools.islice(running, 1)), running)

    def _run(self, cells: Sequence[Cell]) -> Iterator[Outcome | Begun]:
        running = begin_cells(cells, self._store, began=self._began, finished=self._ended)
        return self._open.enter_context(contextlib.closing(running))

    def close(self) -> None:
        """End what was begun and still runs."""
        self._open.close()
        _unclosed.discard(self)

    def in_turn(
        self, every: Sequence[str], told: Callable[[Verdict], None], finished: Callable[[], None]
    ) -> Iterator[tuple[str, bool]]:
        """Run what is stale; give each page as soon as it may be rendered.

        What measures runs last, and nothing is given meanwhile: rendering would disturb it.
        What tells of the whole site is given when all else has run.

        Args:
            every: The site's pages, as paths below the ``docs`` folder.
            told: Called with what is to be said of each cell that ran, or had.
            finished: Called when all has run.

        Yields:
            A page, and whether others wait for what still runs.

        Raises:
            Problem: If something could not be run at all.
        """
        # All cells of what a page shows, also those that only another page's figure shows:
        # what the page depends on is settled then.
        waiting = {
            page: {key for name in self.shows(page) for key in self._cells[name]} for page in every
        }
        if self._results is None:
            self.begin()
        places = pages.places_of(self.shown)

        def due(running: bool) -> Iterator[tuple[str, bool]]:
            for page in [page for page, keys in waiting.items() if not keys]:
                if not (running and self._tells_all(page)):
                    del waiting[page]
                    yield page, running

        wait: dict[str, list[set[str]]] = {}
        for keys in waiting.values():
            for key in keys:
                wait.setdefault(key, []).append(keys)

        def heard(judged: Verdict) -> None:
            told(replace(judged, shown_at=places.get(judged.cell.snippet.name, ())))
            for keys in wait.get(judged.cell.key, ()):
                keys.discard(judged.cell.key)

        try:
            for alone in (False, True):
                others: list[Cell] = []
                for cell in self._all_cells():
                    if cell.snippet.settings.alone is alone and cell.key not in self._begun:
                        judged = self._judged(cell)
                        if judged is None:
                            others.append(cell)
                            continue
                        self._ended(Outcome(cell, (), (), fresh=False))
                        heard(judged)
                # What waits for nothing is given once all that has to run was begun.
                for outcome in itertools.chain(self._results or (), self._run(others)):
                    if isinstance(outcome, Outcome):
                        heard(self._judge(outcome))
                    if not alone:
                        yield from due(running=True)
        finally:
            self.close()
        finished()
        yield from due(running=False)

    def _judged(self, cell: Cell) -> Verdict | None:
        """Judge a cell by its kept runs, which are read only if they or the record are others.

        None if it has to run.
        """
        stamp = self.stamp(cell.key)
        if stamp is None:
            return None

        name, root = cell.snippet.name, self.project.records
        record = self.record_of(name)

        def judge() -> tuple[verdict.Standing, str] | None:
            outcome = kept_outcome(cell, self._store)
            if outcome is None:
                return None
            known = None if record is None else understand(record, name, root)
            judged = verdict.judge(outcome, known)
            return judged.standing, judged.details

        found = once(("judged", cell.key, cell.place, cell.least, stamp, record), judge)
        if found is None:
            del self._stamps[cell.key]  # it runs, and other runs are kept
            return None
        return Verdict(cell, *found)

    def _judge(self, outcome: Outcome) -> Verdict:
        """Judge runs as they came: by what is kept of them, so that the next build knows it."""
        if not is_unkept(outcome.cell) and (judged := self._judged(outcome.cell)):
            return judged
        return verdict.judge(outcome, load(outcome.cell.snippet.name, self.project.records))

    def stamp(self, key: str) -> tuple[int, int] | None:
        """Give what changes when other runs are kept under a key; None if there are none.

        It is as it was when it was asked for first. What is read of the runs is read later: if
        others were kept meanwhile, what is made of them is remembered under a stamp of before,
        which comes back no more.
        """
        if key not in self._stamps:
            stamp = self._store.stamp(key)
            if stamp is None:
                return None  # it may run yet
            self._stamps[key] = stamp
        return self._stamps[key]

    def record_of(self, name: str) -> bytes | None:
        """Give a snippet's record as it was written when it was asked for first."""
        if name not in self._records:
            self._records[name] = read_written(name, self.project.records)
        return self._records[name]

    @functools.cached_property
    def _index(self) -> coverage.Index:
        return coverage.load(self.project.records)

    @functools.cached_property
    def _api(self) -> object:
        return reference.inputs(self.project)

    def shows(self, page: str) -> Sequence[str]:
        """Name the snippets that a page shows.

        Args:
            page: Its path below the ``docs`` folder.
        """
        return self._shows.get(page, ())

    def inputs_of(self, page: str) -> str | None:
        """Hash what a page shows: programs, records, this build's runs, drawings.

        Args:
            page: Its path below the ``docs`` folder; what it shows has run.

        Returns:
            The hash; None for a page that depends on more, or on a run that was not kept, as one
            that is not as declared: it is made anew each time.
        """
        calls = self._calls.get(page)
        called = {function for function, _ in calls or ()}
        if calls is None or not pages.WHOLE_SITE.isdisjoint(called):
            return None
        shown = [self._digest_of(name) for name in self.shows(page)]
        if None in shown:
            return None
        drawn = sorted(name for function, name in calls if function == "diagram")
        return digest(
            shown,
            [(self.project.diagrams / f"{name}.gv").read_text("utf-8") for name in drawn],
            [] if pages.REFERENCE.isdisjoint(called) else self._api,
        )

    def still_holds(self, page: str, inputs: str) -> bool:
        """Tell whether what a page shows is as it was when its inputs were hashed.

        A page reads it again while it is made, and somebody may have saved meanwhile: what was
        made then must not be taken for what the hash stands for.

        Args:
            page: Its path below the ``docs`` folder.
            inputs: What :meth:`inputs_of` gave.
        """
        try:
            texts = all(
                get_snippet(name, self.project.snippets).digest == self.snippets[name].digest
                and read_written(name, self.project.records) == self.record_of(name)
                for name in self.shows(page)
            )
            api = coverage.load(self.project.records) == self._index
        except Problem:  # gone, or damaged
            return False
        return texts and api and self.inputs_of(page) == inputs

    def _digest_of(self, name: str) -> str | None:
        """Hash what a page shows of a snippet: it, its record, this build's runs.

        None if one of those runs is not in the store.
        """
        if name not in self._known:
            snippet = self.snippets[name]
            stamps = {cell.key: self.stamp(cell.key) for cell in self._built[name]}
            if any(stamps[key] is None for key in self._cells[name]):
                self._known[name] = None
                return None
            uses = self._index.uses_of(snippet).items()
            self._known[name] = digest(
                snippet.digest,
                (self.record_of(name) or b"").decode("utf-8"),
                stamps,
                sorted((use, sorted(how.places)) for use, how in uses),
            )
        return self._known[name]


# What was begun and not closed. After Ctrl-C between two of its events, MkDocs calls no hook.
_unclosed: set[Ahead] = set()


@functools.cache
def _close_at_the_end() -> None:
    """Have what nobody closed be closed as soon as the main thread has ended.

    What is registered with atexit would be called too late: before that, concurrent.futures runs
    all that waits in its queues.
    """

    def wait() -> None:
        threading.main_thread().join()
        for each in list(_unclosed):
            each.close()

    threading.Thread(target=wait, name="end").start()


def _shown_snippets(project: Project, shown: Sequence[pages.Shown]) -> dict[str, Snippet]:
    snippets: dict[str, Snippet] = {}
    for each in shown:
        try:
            if each.snippet not in snippets:
                snippets[each.snippet] = get_snippet(each.snippet, project.snippets)
        except Problem as problem:
            if problem.path is None:  # no such snippet: the page is what is wrong
                raise Problem(problem.what, problem.todo, each.page, each.line) from None
            problem.what += f" (shown at {each})"
            raise
    return snippets
