"""Run snippets once more, to see which names of the library they use.

Runs of their own: a look at each call slows a program down, so what it does
then is not shown, and what is shown is not slowed down.
"""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import as_completed
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from packaging.version import Version

from runner import contract, trace
from runner.interpreters import Interpreter
from runner.problem import Problem
from runner.run import Run, Runner, usable_cpus
from runner.schedule import Cell, at_work, build_cell
from runner.server import Job, Server
from runner.snippet import Snippet
from runner.surface import surface
from runner.uses import Told, Use, uses_of

OLDEST = Version("3.12")  # the first with sys.monitoring
ATTEMPTS = 3  # a run that another one disturbed may go well the next time
LIBRARY = {"multiprocessing", "concurrent"}
NO_USE = "it imports {}, but no use was seen: take the import out, or find why none is told"
ASK = Path(__file__).parent / "probe" / "signatures.py"


@dataclass(frozen=True)
class Traced:
    """What came of tracing a snippet.

    Attributes:
        snippet: It.
        uses: How it uses the API, by name.
        fault: Why it cannot be told; "" if it can.
    """

    snippet: Snippet
    uses: Mapping[str, Use]
    fault: str = ""


@dataclass(frozen=True)
class _Told:
    """What a run told, and the programs that it wrote or gave to an interpreter."""

    uses: tuple[Told, ...]
    files: Mapping[str, str]


class TracingRunner(Runner):
    """A runner whose programs tell what they use of the library."""

    def __init__(self) -> None:
        super().__init__(fork=False)  # its looks go deeper than a template's
        self._told = threading.local()

    def __enter__(self) -> TracingRunner:
        super().__enter__()
        return self

    def _supervise(self, job: Job, folder: Path, server: Server | None) -> dict[str, Any]:
        work = Path(job["cwd"])
        # One look at a time: the probe's other one would only cost.
        environment = job["env"] | {"SNIPPET_API": inside(work), "SNIPPET_CALLS": ""}
        result = super()._supervise(job | {"env": environment}, folder, server)
        events = trace.read_events(Path(job["trace"]))
        files = {p.relative_to(work).as_posix(): _text(p) for p in work.rglob("*.py")}
        for event in events:
            if event.kind == "birth" and "-c" in event.details[2][:-1]:
                arguments = event.details[2]
                files[f"-c {event.pid}"] = arguments[arguments.index("-c") + 1]
        uses = tuple(Told(*event.details) for event in events if event.kind == "api")
        self._told.last = _Told(uses, files)
        return result

    def trace(self, cell: Cell) -> tuple[Run, _Told]:
        """Run a snippet once; give the run and what it told."""
        run = self.run(cell.snippet, cell.interpreter, cell.method)
        return run, self._told.last


def inside(folder: PurePath) -> str:
    """Give what the paths of a folder's files begin with, as its system writes them."""
    return str(folder / "x")[:-1]


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")


def tracer(pythons: Sequence[Interpreter]) -> Interpreter | None:
    """Give the newest interpreter, if it can trace; else None."""
    newest = next((i for i in pythons if not i.packages), None)
    return newest if newest and Version(newest.version) >= OLDEST else None


def trace_snippets(
    snippets: Iterable[Snippet],
    pythons: Sequence[Interpreter],
    signatures: Mapping[str, str],
) -> Iterator[Traced]:
    """Trace snippets, those that measure one by one.

    Args:
        snippets: What to trace.
        pythons: This machine's interpreters, newest first.
        signatures: Of the API's names.

    Yields:
        A result for each snippet that an interpreter here fits, as they come.
    """
    cells = [cell for s in snippets if (cell := build_cell(s, pythons))]
    alone = [cell for cell in cells if cell.snippet.settings.alone]
    together = [cell for cell in cells if not cell.snippet.settings.alone]
    with TracingRunner() as runner:
        for batch in ((together, usable_cpus()), (alone, 1)):
            with at_work(lambda cell: _trace(runner, cell, signatures), [batch]) as futures:
                for future in as_completed(futures):
                    yield future.result()


def _trace(runner: TracingRunner, cell: Cell, signatures: Mapping[str, str]) -> Traced:
    snippet = cell.snippet
    if Version(cell.interpreter.version) < OLDEST:
        return Traced(snippet, {}, f"it runs on {cell.interpreter}; tracing needs {OLDEST}")
    shown = {snippet.path.name, *(helper.name for helper in snippet.helpers)}
    faults: list[str] = []
    for _ in range(ATTEMPTS):
        run, told = runner.trace(cell)
        # What it leaves behind is for its ordinary runs to judge.
        faults = contract.faults(
            replace(run, left=dict.fromkeys(snippet.settings.leaves, ("",))), snippet
        )
        if not faults:
            uses = uses_of(told.uses, told.files, signatures)
            if not told.uses and (imported := LIBRARY & snippet.imports):
                return Traced(snippet, {}, NO_USE.format(" and ".join(sorted(imported))))
            return Traced(snippet, {name: _within(use, shown) for name, use in uses.items()})
    return Traced(snippet, {}, "; ".join(faults))


def _within(use: Use, files: Set[str]) -> Use:
    """Keep the places in files that readers see."""
    return replace(use, places=frozenset(place for place in use.places if place[0] in files))


def signatures_on(interpreter: Interpreter) -> dict[str, str]:
    """Ask an interpreter how the names of the API are called.

    Returns:
        The signature of each that has one, as ``(a, /, *b, c=None)``.

    Raises:
        Problem: If it cannot be asked.
    """
    try:
        done = subprocess.run(
            [interpreter.path, "-I", str(ASK)],
            input=json.dumps(list(surface())),
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        told: dict[str, str] = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise Problem(
            f"{interpreter.path} does not tell the signatures: {error}",
            f"Try it: {interpreter.path} -I {ASK}",
        ) from None
    return told
