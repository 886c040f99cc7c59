"""Bring the index of the API up to date: trace what is stale, keep the rest."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

from packaging.version import Version

from runner import coverage
from runner.project import Project
from runner.schedule import build_cell, machine
from runner.snippet import Snippet
from runner.surface import surface
from runner.tracing import OLDEST, Traced, signatures_on, trace_snippets, tracer

NONE_LEFT = "the same program used the API when it was traced before: find why no use is told"


def retrace(
    project: Project, snippets: Sequence[Snippet], every: Sequence[str], force: bool
) -> int:
    """Trace the snippets that are not as they were; write the index.

    Which programs fail is told on standard error.

    Args:
        project: The project.
        snippets: Those that may be traced.
        every: The names of all snippets.
        force: Whether to trace them all the same.

    Returns:
        How many could not be traced, though their runs are as declared.

    Raises:
        Problem: If the file is damaged, or the interpreter does not tell signatures.
    """
    index = coverage.load(project.records)
    pythons = machine(project)
    stale = [s for s in snippets if coverage.is_traced(s)] if force else index.stale(snippets)
    stale = [snippet for snippet in stale if build_cell(snippet, pythons)]
    gone = index.programs.keys() - set(every)
    newest = tracer(pythons)
    if newest is None:
        if stale or gone:
            print(
                f"{len(stale)} snippets not traced for the index of the API, which stays as it is:"
                f" tracing needs CPython {OLDEST} or newer, and none is here"
            )
        return 0
    python, signatures = index.python, dict(index.signatures)
    newer = not python or Version(newest.version) > Version(python)
    if newer or signatures.keys() != surface().keys():
        python, signatures = newest.version, signatures_on(newest)
    failed: list[Traced] = []
    done: dict[str, coverage.Program] = {}
    for traced in trace_snippets(stale, pythons, signatures):
        if traced.fault:
            failed.append(traced)
        elif not traced.uses and index.uses_of(traced.snippet):
            failed.append(replace(traced, fault=NONE_LEFT))
        else:
            name = traced.snippet.name
            done[name] = coverage.Program(traced.snippet.digest, traced.uses)
    for each in sorted(failed, key=lambda t: t.snippet.name):
        print(f"snippets/{each.snippet}.py: not traced: {each.fault}", file=sys.stderr)
    fresh = coverage.renewed(index, done, every, python, signatures)
    changed = coverage.save(fresh, project.records)
    state = "written" if changed else "unchanged"
    print(f"{len(done)} snippets traced, {len(failed)} failed; the index of the API is {state}")
    return len(failed)
