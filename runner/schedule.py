"""Decide what has to run, and run it: in parallel, measuring ones alone."""

from __future__ import annotations

import contextlib
import functools
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from typing import TypeVar

from runner import contract, pace
from runner.interpreters import Interpreter, find_interpreters
from runner.problem import Problem
from runner.project import Project
from runner.record import Record, load
from runner.run import Run, Runner, platform_name, usable_cpus
from runner.snippet import Snippet, get_snippet
from runner.store import Store, key_of
from runner.surroundings import NATIVE

T = TypeVar("T")

AT_ONCE = 2  # runs for each CPU: most of them wait for something half of the time
WAITING = 2  # more for each CPU, of those that are known to wait
LONG = 0.1  # share of the time that all should take; what takes longer begins first


@dataclass(frozen=True)
class Cell:
    """One snippet on one interpreter under one start method.

    ``thorough``: run one that varies as often as it declares, not only until
    two results differ.
    """

    snippet: Snippet
    interpreter: Interpreter
    method: str
    thorough: bool = False

    def __str__(self) -> str:
        return f"{self.snippet} on {self.where}"

    @property
    def where(self) -> str:
        """The interpreter and the start method, for messages."""
        return f"{self.interpreter} {self.method}"

    @property
    def place(self) -> str:
        """Where it runs, as records name it."""
        return f"{platform_name()} {self.interpreter} {self.method}"

    @functools.cached_property
    def key(self) -> str:
        """What its runs are kept under."""
        return key_of(self.snippet, self.interpreter, self.method)

    def expected(self, known: Mapping[str, pace.Pace]) -> pace.Pace:
        """Give how long it will take, by what is known of earlier runs and by what it declares."""
        hangs = self.snippet.settings.expected(self.method, self.interpreter.version).hangs_after
        declared = pace.Pace(hangs, 0.0) if hangs else pace.UNKNOWN
        return known.get(str(self), declared)

    @property
    def least(self) -> int:
        """How many runs it takes at least."""
        settings = self.snippet.settings
        if settings.output != "varies":
            return 1
        return settings.runs if self.thorough else 2


@dataclass(frozen=True)
class Outcome:
    """The runs of a cell, and in what they are not as the snippet declares."""

    cell: Cell
    runs: tuple[Run, ...]
    faults: tuple[str, ...]
    fresh: bool


def cells_of(snippet: Snippet, interpreters: Sequence[Interpreter]) -> list[Cell]:
    """List where a snippet runs, the build's own cell first.

    Args:
        snippet: The snippet.
        interpreters: Those of this machine, newest first.

    Returns:
        A cell for each interpreter that fits and each start method that both
        have. A snippet with ``start-methods = []`` runs once on each, by the
        interpreter's own default. One with dependencies runs where packages
        are, and only there. One that needs more CPUs than there are does not run.
    """
    cells: list[Cell] = []
    settings = snippet.settings
    if platform_name() not in settings.platforms or usable_cpus() < settings.cpus:
        return cells
    for interpreter in interpreters:
        equipped = bool(interpreter.packages) == bool(snippet.dependencies)
        if equipped and snippet.fits(interpreter.version):
            cells += [Cell(snippet, interpreter, m) for m in _methods(snippet, interpreter)]
    return cells


def _methods(snippet: Snippet, interpreter: Interpreter) -> list[str]:
    wanted = snippet.settings.start_methods
    if not wanted:
        return [NATIVE]
    methods = [m for m in wanted if m in interpreter.methods]
    return sorted(methods, key=lambda m: (m != interpreter.default_method, m))


def build_cell(snippet: Snippet, interpreters: Sequence[Interpreter]) -> Cell | None:
    """Give the cell that a build runs: newest interpreter, its default method.

    None if no interpreter of this machine fits: the page then shows what was
    recorded elsewhere.
    """
    return next(iter(cells_of(snippet, interpreters)), None)


def build_cells(snippet: Snippet, interpreters: Sequence[Interpreter]) -> list[Cell]:
    """Give the cells that a build may show: newest interpreter, every start method."""
    cells = cells_of(snippet, interpreters)
    return [cell for cell in cells if cell.interpreter == cells[0].interpreter]


def kept_outcome(cell: Cell, store: Store) -> Outcome | None:
    """Give what the store has of a cell; None if that is too little, or not as declared."""
    kept = store.load(cell.key)
    if len(kept) < cell.least or any(contract.faults(run, cell.snippet) for run in kept):
        return None
    return Outcome(cell, tuple(kept), (), fresh=False)


def run_cells(
    cells: Iterable[Cell],
    store: Store,
    *,
    anew: bool = False,
    crowded: bool = False,
    known: Mapping[str, pace.Pace] | None = None,
    finished: Callable[[Outcome], None] | None = None,
    began: Callable[[Cell], None] | None = None,
) -> Iterator[Outcome]:
    """Run what the store does not have.

    Args:
        cells: What is wanted.
        store: Where earlier runs are looked up, and good ones kept.
        anew: Whether to run them without looking.
        crowded: Whether those that measure run among the others, too, not alone.
        known: How long cells take, by their texts; default: what is remembered beside the store.
        finished: Called with each outcome, as it comes, in this thread.
        began: Called with each cell as it starts, in a worker's thread.

    Yields:
        An outcome for each cell, as they come.
    """
    for outcome in begin_cells(
        cells, store, anew=anew, crowded=crowded, known=known, finished=finished, began=began
    ):
        if isinstance(outcome, Outcome):
            yield outcome


class Begun:
    """Comes among outcomes: the runs of those that follow have begun."""


def begin_cells(
    cells: Iterable[Cell],
    store: Store,
    *,
    anew: bool = False,
    crowded: bool = False,
    known: Mapping[str, pace.Pace] | None = None,
    finished: Callable[[Outcome], None] | None = None,
    began: Callable[[Cell], None] | None = None,
) -> Generator[Outcome | Begun]:
    """Do as :func:`run_cells` does, and say when runs have begun, for who has more to do.

    Yields:
        An outcome for each cell, as they come, and what says that those that follow have begun.
    """
    missing: list[Cell] = []
    for cell in cells:
        outcome = None if anew else kept_outcome(cell, store)
        if outcome:
            if finished:
                finished(outcome)
            yield outcome
        else:
            missing.append(cell)
    if not missing:
        return
    together = [cell for cell in missing if crowded or not cell.snippet.settings.alone]
    alone = [cell for cell in missing if not crowded and cell.snippet.settings.alone]
    cache = store.folder.parent if store.folder else None
    known = pace.load(cache) if known is None else known
    fresh: dict[str, pace.Pace] = {}
    paces = {str(cell): cell.expected(known) for cell in together}
    cpus = usable_cpus()
    # Those first that would outlast the others; the rest as asked, for who waits for some of it.
    long = LONG * sum(pace.seconds for pace in paces.values()) / (AT_ONCE * cpus)
    together.sort(key=lambda cell: -seconds if (seconds := paces[str(cell)].seconds) > long else 0)
    working = [cell for cell in together if not paces[str(cell)].waits]
    waiting = [cell for cell in together if paces[str(cell)].waits]
    try:
        with Runner() as runner:
            for batches in (((working, AT_ONCE * cpus), (waiting, WAITING * cpus)), ((alone, 1),)):
                for each in _run_batches(runner, batches, began):
                    if isinstance(each, Outcome):
                        kept = not each.faults and store.save(each.cell.key, each.runs)
                        if store.folder and not kept:
                            _unkept[each.cell.key] = each
                        if not each.faults:
                            fresh[str(each.cell)] = pace.pace_of(each.runs)
                        if finished:
                            finished(each)
                    yield each
    finally:
        pace.save(cache, fresh)
        if fresh:
            store.prune()


def _run_batches(
    runner: Runner,
    batches: Iterable[tuple[Sequence[Cell], int]],
    began: Callable[[Cell], None] | None,
) -> Iterator[Outcome | Begun]:
    """Run several batches side by side, each with so many runs at once."""

    def work(cell: Cell) -> Outcome:
        if began:
            began(cell)
        return run_cell(runner, cell)

    with at_work(work, batches) as futures:
        yield Begun()
        for future in as_completed(futures):
            yield future.result()


@contextlib.contextmanager
def at_work(
    work: Callable[[Cell], T], batches: Iterable[tuple[Iterable[Cell], int]]
) -> Iterator[list[Future[T]]]:
    """Have threads work on several batches side by side, for as long as the block lasts.

    Args:
        work: What to do with each cell.
        batches: Of cells, and on how many of each to work at once.

    Yields:
        A future for each cell. When the block ends by an error or Ctrl-C, what has not begun
        is not begun; what has is waited for.
    """
    futures: list[Future[T]] = []
    threads: list[threading.Thread] = []
    try:
        for cells, workers in batches:
            waiting = deque((cell, Future[T]()) for cell in cells)
            futures += [future for _, future in waiting]
            for _ in range(min(workers, len(waiting))):
                # Not those of concurrent.futures: once the main thread ends, they still run
                # all that waits, and nobody can tell them not to.
                at_it = threading.Thread(target=_work_off, args=(work, waiting), name="runner")
                at_it.start()
                threads.append(at_it)
        yield futures
    finally:
        # Of each batch, before any of them is waited for.
        for future in futures:
            future.cancel()
        for thread in threads:
            thread.join()


def _work_off(work: Callable[[Cell], T], waiting: deque[tuple[Cell, Future[T]]]) -> None:
    while True:
        try:
            cell, future = waiting.popleft()
        except IndexError:
            return
        if future.set_running_or_notify_cancel():
            try:
                future.set_result(work(cell))
            except BaseException as error:
                future.set_exception(error)


def run_cell(runner: Runner, cell: Cell) -> Outcome:
    """Run a cell once, or as often as its contract wants it."""
    settings = cell.snippet.settings
    done: list[Run] = []
    faults: list[str] = []
    while not faults:
        run = runner.run(cell.snippet, cell.interpreter, cell.method)
        done.append(run)
        faults = contract.faults(run, cell.snippet)
        distinct = len({(r.stdout, r.end) for r in done})
        if len(done) >= cell.least and (distinct > 1 or settings.output != "varies"):
            break
        if len(done) >= settings.runs:
            faults = [
                f"it printed the same in each of {len(done)} runs; varies says that it differs"
            ]
    return Outcome(cell, tuple(done), tuple(faults), fresh=True)


# What is being looked for, by a project; taken when it is asked for.
_looking: dict[Project, Future[list[Interpreter]]] = {}


def look_for_machine(project: Project) -> None:
    """Begin to look for this machine's interpreters anew; :func:`machine` gives what is found.

    A shim, as pyenv's, has to be started each time to tell; meanwhile a build gets on.
    """
    machine.cache_clear()
    looking = ThreadPoolExecutor(1, thread_name_prefix="interpreters")
    _looking[project] = looking.submit(find_interpreters, project.root, project.cache)
    looking.shutdown(wait=False)


@functools.cache
def machine(project: Project, only: tuple[str, ...] = ()) -> tuple[Interpreter, ...]:
    """Find this machine's interpreters, newest first; look once, however often it is asked.

    Args:
        project: The project.
        only: Versions such as ``3.13t`` to keep; default: all.

    Raises:
        Problem: If none of those is there.
    """
    begun = _looking.pop(project, None)
    found = begun.result() if begun else find_interpreters(project.root, project.cache)
    kept = [i for i in found if not only or i.minor in only or str(i) in only]
    if not kept:
        have = ", ".join(str(i) for i in found) or "none"
        raise Problem(
            f"no Python {' or '.join(only) or '3.11 or newer'} on this machine (found: {have})",
            "Install it, or name it in SNIPPET_PYTHONS.",
        )
    return tuple(kept)


# What was run for a store and is not in it: not as declared, or there was no room. What shows it
# must not run it once more, and then tell of something else than what was judged.
_unkept: dict[str, Outcome] = {}


def forget_unkept() -> None:
    """Have what is not in the store run anew, as each build does."""
    _unkept.clear()


def is_unkept(cell: Cell) -> bool:
    """Tell whether a cell was run in this build, and its runs are not in the store."""
    return cell.key in _unkept


def _shown(cells: Sequence[Cell], project: Project) -> list[Outcome]:
    """Give what pages show of cells.

    The build has run everything before it renders; what it has not, as under
    another site generator, is run here.
    """
    missing = [cell for cell in cells if cell.key not in _unkept]
    unkept = [_unkept[cell.key] for cell in cells if cell.key in _unkept]
    return [*unkept, *run_cells(missing, Store(project.cache / "runs"))]


def fresh_runs(name: str) -> tuple[Snippet, tuple[Run, ...], Record | None]:
    """Give what a page shows of a snippet: it, this build's runs, its record."""
    project = Project()
    snippet = get_snippet(name, project.snippets)
    cell = build_cell(snippet, machine(project))
    outcomes = _shown([cell] if cell else [], project)
    return snippet, outcomes[0].runs if outcomes else (), load(name, project.records)


def cells_by(
    snippet: Snippet, interpreters: Sequence[Interpreter], methods: Sequence[str]
) -> list[Cell]:
    """Give the cells that a figure shows: the build's Python, the methods in their order.

    Args:
        snippet: The snippet.
        interpreters: Those of this machine, newest first.
        methods: Start methods; () for the build's own.

    Raises:
        Problem: If the snippet does not run by one of them.
    """
    for method in methods:
        if method not in snippet.settings.start_methods:
            raise Problem(
                f"it does not run by {method!r}",
                "Take a start method that it does run by.",
                f"snippets/{snippet.name}.py",
            )
    cells = cells_of(snippet, interpreters)
    if not methods:
        return cells[:1]
    here = {cell.method: cell for cell in reversed(build_cells(snippet, interpreters))}
    return [here[method] for method in methods if method in here]  # Windows has no fork


def runs_by(name: str, methods: Sequence[str]) -> tuple[Run, ...]:
    """Give a snippet's runs by these start methods: one each, or all of the build's own."""
    project = Project()
    snippet = get_snippet(name, project.snippets)
    cells = cells_by(snippet, machine(project), methods)
    outcomes = {outcome.cell.method: outcome.runs for outcome in _shown(cells, project)}
    if not methods:
        return next(iter(outcomes.values()), ())
    return tuple(outcomes[cell.method][0] for cell in cells)


@contextlib.contextmanager
def progress(
    total: int, quiet: bool
) -> Iterator[tuple[Callable[[Cell], None], Callable[[Outcome], None]]]:
    """Show a progress bar that names what runs; nothing where it is not a terminal.

    Yields:
        The two functions to give to :func:`run_cells` as ``began`` and
        ``finished``.
    """
    if quiet or total == 0 or not sys.stderr.isatty():
        yield (lambda cell: None), (lambda outcome: None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    bar = Progress(
        TextColumn("running snippets"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TextColumn("{task.fields[names]}"),
        console=console,
        transient=True,
    )
    running: list[str] = []
    with bar:
        task = bar.add_task("", total=total, names="")

        def began(cell: Cell) -> None:
            running.append(str(cell))
            bar.update(task, names=", ".join(running[:3]))

        def finished(outcome: Outcome) -> None:
            with contextlib.suppress(ValueError):
                running.remove(str(outcome.cell))
            bar.update(task, advance=1, names=", ".join(running[:3]))

        yield began, finished
