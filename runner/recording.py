"""Renew the records: run what is stale, and take over what it told."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from runner import forking, verdict
from runner.problem import Problem
from runner.project import Project
from runner.record import Record, load, merge, orphans, save, with_larger
from runner.schedule import Cell, Outcome, progress, run_cells
from runner.snippet import Snippet, find_snippets
from runner.store import Store


@dataclass
class Renewed:
    """What came of renewing records.

    Attributes:
        runs: How many cells ran.
        written: How many records are others now.
        failed: How many cells ran, and not as their snippets declare.
        faulty: The snippets of those; their records are as they were.
    """

    runs: int = 0
    written: int = 0
    failed: int = 0
    faulty: set[str] = field(default_factory=set)


def refuse_here() -> None:
    """Complain where what runs is not to be recorded.

    Raises:
        Problem: In CI, and where programs are forked from a template.
    """
    if os.environ.get("CI"):
        raise Problem(
            "records are not rewritten in CI",
            "Record on a machine of yours and commit the result.",
        )
    if forking.wanted():
        raise Problem(
            "records are of programs that were started as their readers start them",
            f"Record without {forking.ENVIRONMENT}.",
        )


def renew(project: Project, cells: Sequence[Cell], *, every: bool, anew: bool) -> Renewed:
    """Run those of the cells that are stale, and write the record of each snippet.

    A record is written as soon as all runs of its snippet are there, so that whoever
    interrupts keeps what had finished.

    Args:
        project: Whose records they are.
        cells: All that may run; those of one snippet lie together.
        every: Whether to take also those whose record is of the current text.
        anew: Whether to run also what was run before.
    """
    waiting: dict[str, list[Cell]] = {}
    for name, group in groupby(cells, lambda cell: cell.snippet.name):
        if stale := _stale(project, list(group), every):
            waiting[name] = stale
    chosen = [cell for group in waiting.values() for cell in group]
    renewed = Renewed(runs=len(chosen))
    done: dict[str, list[Outcome]] = {}
    store = Store(project.cache / "runs")
    with progress(len(chosen), bool(os.environ.get("CI"))) as (began, finished):
        for outcome in run_cells(chosen, store, anew=anew, began=began, finished=finished):
            name = outcome.cell.snippet.name
            done.setdefault(name, []).append(outcome)
            if len(done[name]) == len(waiting[name]):
                _take(project, waiting[name], done[name], renewed)
    return renewed


def _stale(project: Project, cells: Sequence[Cell], every: bool) -> list[Cell]:
    """Give those of a snippet's cells whose record is missing or is of another text; or all."""
    snippet = cells[0].snippet
    # What a record shows of one that varies is what its first place told.
    cells = [replace(cells[0], thorough=True), *cells[1:]]
    record = load(snippet.name, project.records)
    if record and not every and record.is_of(snippet):
        return [cell for cell in cells if cell.place not in record.places]
    return cells


def _take(
    project: Project, order: Sequence[Cell], outcomes: Sequence[Outcome], renewed: Renewed
) -> None:
    """Write one snippet's record, unless one of its runs is faulty."""
    snippet = order[0].snippet
    if faulty := _tell_faulty(outcomes):
        renewed.failed += faulty
        renewed.faulty.add(snippet.name)
        return
    places = [cell.place for cell in order]
    runs = sorted((o.runs for o in outcomes), key=lambda group: places.index(group[0].place))
    record = merge(load(snippet.name, project.records), snippet, runs)
    renewed.written += save(record, project.records)


def _tell_faulty(outcomes: Sequence[Outcome]) -> int:
    """Tell of the outcomes that are not as their snippets declare; give how many there are."""
    faulty = [verdict.judge(outcome, None) for outcome in outcomes if outcome.faults]
    if faulty:
        print(verdict.in_words(faulty), file=sys.stderr)
    return len(faulty)


def remove_orphans(project: Project) -> int:
    """Remove the records of snippets that are gone; give how many there were."""
    paths = orphans(find_snippets(project.snippets), project.records)
    for path in paths:
        path.unlink()
    return len(paths)


def record_to_enlarge(project: Project, snippet: Snippet) -> Record:
    """Give the record of a snippet that a larger machine may measure, too.

    Raises:
        Problem: If it does not measure, does so by start methods, or its record is stale.
    """
    record = load(snippet.name, project.records)
    measures = snippet.settings.alone and not snippet.settings.start_methods
    if not measures or record is None or not record.is_of(snippet):
        raise Problem(
            "it does not measure, does so by start methods, or its record is of another text",
            "Take one that has `alone = true` and `start-methods = []`, after:"
            f" python -m runner record {snippet.name}",
            f"snippets/{snippet.name}.py",
        )
    return record


def enlarge(project: Project, record: Record, cells: Sequence[Cell]) -> int:
    """Measure on this machine, which has more CPUs than those that build the site.

    Args:
        project: Whose record it is.
        record: What is recorded of the snippet; what is measured now stands beside that.
        cells: Where to run it.

    Returns:
        How many cells ran, and not as the snippet declares: these are not kept.
    """
    outcomes = list(run_cells(cells, Store(None)))
    faulty = _tell_faulty(outcomes)
    runs = [outcome.runs[0] for outcome in outcomes if not outcome.faults]
    save(with_larger(record, runs), project.records)
    return faulty
