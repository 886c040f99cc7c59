"""Compare programs that are forked from a template with the same ones started anew.

The plain run is the measure: both are held against the snippet's contract and
its record, and what the forked one told must be what the plain one told, as far
as the contract goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from runner import contract
from runner.forking import fits
from runner.metadata import Settings
from runner.run import Run, Runner, usable_cpus
from runner.schedule import Cell, Outcome, run_cell

ATTEMPTS = 3  # a run that another one disturbed may go well the next time


@dataclass(frozen=True)
class Compared:
    """One cell, both ways.

    Attributes:
        cell: It.
        plain: What came of starting it.
        forked: What came of forking it.
        difference: How they differ, for a person to read; "" if they do not.
    """

    cell: Cell
    plain: Outcome
    forked: Outcome
    difference: str


def compare(cells: Iterable[Cell]) -> Iterator[Compared]:
    """Run cells both ways, several at once; those that may not be forked are left out.

    Args:
        cells: What is compared.

    Yields:
        What came of it, in the order of the cells.
    """
    chosen = [cell for cell in cells if fits(cell.snippet, cell.interpreter)]
    with (
        Runner(fork=False) as plainly,
        Runner(fork=True) as forking,
        ThreadPoolExecutor(usable_cpus()) as pool,
    ):

        def both(cell: Cell) -> Compared:
            for _ in range(ATTEMPTS):
                plain, forked = run_cell(plainly, cell), run_cell(forking, cell)
                compared = Compared(cell, plain, forked, difference(plain, forked))
                if not compared.difference:
                    break
            return compared

        yield from pool.map(both, chosen)


def difference(plain: Outcome, forked: Outcome) -> str:
    """Say how a forked cell's runs differ from those of the same cell started anew."""
    if plain.faults != forked.faults:
        return "\n".join(
            [*(f"- {fault}" for fault in plain.faults), *(f"+ {fault}" for fault in forked.faults)]
        )
    settings = plain.cell.snippet.settings
    first, second = plain.runs[0], forked.runs[0]
    one, other = contract.form_of_run(first, settings), contract.form_of_run(second, settings)
    if one != other:
        return contract.difference(one, other)
    told = zip(_surroundings(first, settings), _surroundings(second, settings), strict=True)
    return "\n".join(f"- {before}\n+ {after}" for before, after in told if before != after)


def _surroundings(run: Run, settings: Settings) -> list[str]:
    """Say of a run what no contract speaks of: its processes, stacks, leftovers, verdict."""
    told = [f"verdict: {run.verdict}", f"left behind: {', '.join(sorted(run.left)) or 'nothing'}"]
    if run.verdict == "ended" and settings.output != "varies":
        kinds = sorted(
            f"{p.name} by {p.how}" for p in run.processes if not p.name.startswith("pid")
        )
        told.append(f"processes: {', '.join(kinds)}")
    told.append(f"stack of main: {run.stacks.get('main', 'none')}")
    return told


def cpu(outcomes: Iterable[Outcome]) -> float:
    """Give the CPU seconds of one run of each cell."""
    return sum(outcome.runs[0].cpu for outcome in outcomes)
