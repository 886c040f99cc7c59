"""The command line: ``python -m runner COMMAND``; ``--help`` lists the commands.

Exit codes: 0 all is well; 1 something ran and is not as it should be; 2 the
call, a file or the machine is wrong; 130 it was interrupted.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Sequence

from runner import pace, recording, soak, starts, trials, verdict
from runner.interpreters import Interpreter
from runner.pages import find_shown, places_of
from runner.places import METHODS, Place
from runner.problem import MACHINE, Problem
from runner.project import Project
from runner.record import load, orphans
from runner.retrace import retrace
from runner.run import Run, usable_cpus
from runner.schedule import Cell, build_cell, cells_of, machine, progress, run_cells
from runner.snippet import Snippet, find_snippets, get_snippet
from runner.store import SIZE, Store
from runner.surroundings import NATIVE

Command = Callable[[Project, argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; give the exit code."""
    arguments = _parser().parse_args(argv)
    project = Project()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a locale may know ASCII alone
    try:
        code: int = arguments.command(project, arguments)
        sys.stdout.flush()
        return code
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 2
    except BrokenPipeError:  # `| head`: whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:  # a full or read-only disk, say
        print(f"{error}\n    -> {MACHINE}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("interrupted; what had finished is kept", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    about = (__doc__ or "").partition("\n")[0]  # python -OO leaves none
    parser = argparse.ArgumentParser(prog="python -m runner", description=about)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(
        name: str, function: Command, text: str, names: str | None = "*"
    ) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text)
        made.set_defaults(command=function)
        if names:
            made.add_argument("names", nargs=names, metavar="NAME", help="as in process/arguments")
            made.add_argument(
                "--python", action="append", default=[], metavar="VERSION", help="as in 3.13t"
            )
            made.add_argument(
                "--method",
                action="append",
                default=[],
                choices=(*METHODS, NATIVE),
                metavar="METHOD",
                help=f"{', '.join(METHODS)} or, of what has no start method, {NATIVE}",
            )
        return made

    command("list", _list, "List the snippets and where they are shown.", names=None)
    run = command("run", _run, "Run snippets and print what each run told.", names="+")
    run.add_argument("--all", action="store_true", help="on every Python, by every start method")
    record = command(
        "record", _record, "Run what is stale, or what is named, and renew the records."
    )
    record.add_argument("--force", action="store_true", help="run anew, whatever was run before")
    record.add_argument(
        "--larger",
        action="store_true",
        help="measure on a machine with many CPUs, and keep that beside what is recorded",
    )
    command("check", _check, "Run snippets and compare with their records.")
    steady = command("soak", _soak, "Run snippets over and over on a busy machine.")
    steady.add_argument("--rounds", type=int, default=100, help="runs of each, at most (100)")
    steady.add_argument("--minutes", type=float, default=30, help="how long, at most (30)")
    steady.add_argument("--load", type=int, default=usable_cpus(), help="busy processes beside")
    steady.add_argument("--cpus", type=int, metavar="N", help="use N CPUs, on Linux")
    steady.add_argument(
        "--memory", type=int, metavar="MIB", help="hold all memory that is available but so much"
    )
    steady.add_argument(
        "--record",
        action="store_true",
        help="count on in records/soak.toml, up to as many rounds; first what has run least",
    )
    changed = command("drift", _drift, "Change snippets; see that the records tell it.")
    changed.add_argument("--minutes", type=float, default=90, help="how long, at most (90)")
    changed.add_argument("--sample", type=int, metavar="N", help="N snippets over all topics")
    changed.add_argument("--each", type=int, metavar="N", help="N mutants of each, at most")
    changed.add_argument(
        "--record",
        action="store_true",
        help="keep the counts in records/drift.toml; first of what has none",
    )
    both = command(
        "compare-starts", _compare_starts, "Compare forked programs with the same started anew."
    )
    both.add_argument("--all", action="store_true", help="on every Python, by every start method")
    command("store", _show_store, "List the runs that are kept on this machine.")
    return parser


def _chosen(project: Project, names: Sequence[str]) -> list[Snippet]:
    if names:
        known = dict.fromkeys(name.removesuffix(".py") for name in names)
        return [get_snippet(name, project.snippets) for name in known]
    return list(find_snippets(project.snippets).values())


def _cells(snippet: Snippet, pythons: Sequence[Interpreter], methods: Sequence[str]) -> list[Cell]:
    return [c for c in cells_of(snippet, pythons) if not methods or c.method in methods]


def _insist_on_some(cells: Sequence[Cell]) -> None:
    """Complain of a call that runs nothing."""
    if not cells:
        raise Problem(
            "nothing to run: no Python, start method, platform or number of CPUs here fits",
            "See the snippet's requires-python, start-methods, platforms and cpus.",
        )


def _every_cell(project: Project, arguments: argparse.Namespace) -> list[Cell]:
    pythons = machine(project, tuple(arguments.python))
    chosen = _chosen(project, arguments.names)
    cells = [cell for snippet in chosen for cell in _cells(snippet, pythons, arguments.method)]
    _insist_on_some(cells)
    return cells


def _build_cells_unless_asked(project: Project, arguments: argparse.Namespace) -> list[Cell]:
    """Give the first cell of each snippet, or those that ``--all``, Python and method ask for."""
    if arguments.all or arguments.python or arguments.method:
        return _every_cell(project, arguments)
    pythons, chosen = machine(project), _chosen(project, arguments.names)
    cells = [cell for snippet in chosen for cell in cells_of(snippet, pythons)[:1]]
    _insist_on_some(cells)
    return cells


def _list(project: Project, arguments: argparse.Namespace) -> int:
    shown = places_of(find_shown(project.docs))
    for name, snippet in find_snippets(project.snippets).items():
        print(f"{name}  [{snippet.settings.output}]  {snippet.summary}")
        print(f"    shown at {', '.join(shown.get(name, ())) or 'no page'}")
    return 0


def _run(project: Project, arguments: argparse.Namespace) -> int:
    cells = _build_cells_unless_asked(project, arguments)
    failed = False
    store = Store(project.cache / "runs")
    for outcome in run_cells(cells, Store(None)):  # whoever types "run" wants it run
        # Of one that varies, more may be kept.
        if not outcome.faults and len(outcome.runs) >= len(store.load(outcome.cell.key)):
            store.save(outcome.cell.key, outcome.runs)
        for run in outcome.runs:
            _print_run(run)
        for fault in outcome.faults:
            failed = True
            print(f"  ! {fault}")
    return int(failed)


def _print_run(run: Run) -> None:
    print(f"== {run.snippet} on {run.place}: {run.end} in {run.seconds:.2f} s")
    for title, text in (("", run.stdout), ("standard error:\n", run.stderr)):
        if text:
            print(title + text, end="" if text.endswith("\n") else "\n")
    for name, stack in run.stacks.items():
        print(f"stack of {name}:\n{stack}")
    for kind, names in run.left.items():
        print(f"left behind, {kind}: {', '.join(names)}")


def _record(project: Project, arguments: argparse.Namespace) -> int:
    recording.refuse_here()
    if arguments.larger:
        return _record_larger(project, arguments)
    # Whoever names a snippet means it, also where only its result is another.
    every = arguments.force or bool(arguments.names)
    cells = _every_cell(project, arguments)
    renewed = recording.renew(project, cells, every=every, anew=arguments.force)
    removed = recording.remove_orphans(project) if not arguments.names else 0
    told = f"{renewed.written} records written, {removed} removed, {renewed.failed} failed"
    print(f"{renewed.runs} runs, {told}")
    known = list(find_snippets(project.snippets))
    chosen = [s for s in _chosen(project, arguments.names) if s.name not in renewed.faulty]
    failed = renewed.failed + retrace(project, chosen, known, arguments.force)
    return int(failed > 0)


def _record_larger(project: Project, arguments: argparse.Namespace) -> int:
    if not arguments.names:
        raise Problem("nothing to measure", "Name what is measured, as in measure/speed_up.")
    failed = 0
    for snippet in _chosen(project, arguments.names):
        record = recording.record_to_enlarge(project, snippet)
        cells = _cells(snippet, machine(project, tuple(arguments.python)), arguments.method)
        _insist_on_some(cells)
        failed += recording.enlarge(project, record, cells)
    return int(failed > 0)


def _check(project: Project, arguments: argparse.Namespace) -> int:
    shown = places_of(find_shown(project.docs))
    cells = _every_cell(project, arguments)
    judged: list[verdict.Verdict] = []
    with progress(len(cells), bool(os.environ.get("CI"))) as (began, finished):
        for outcome in run_cells(
            cells, Store(project.cache / "runs"), began=began, finished=finished
        ):
            name = outcome.cell.snippet.name
            record = load(name, project.records)
            judged.append(verdict.judge(outcome, record, shown.get(name, ())))
    told = [v for v in judged if v.failed or v.standing is verdict.Standing.UNKNOWN]
    if told:
        print(verdict.in_words(told), file=sys.stderr)
    failed = sum(each.failed for each in judged)
    if not arguments.names:
        for path in orphans(find_snippets(project.snippets), project.records):
            failed += 1
            print(f"{path.relative_to(project.root)}: a record of no snippet", file=sys.stderr)
            print("    -> python -m runner record removes it", file=sys.stderr)
    for standing, count in Counter(each.standing for each in judged).items():
        print(f"{count:5} {standing.value}")
    return int(failed > 0)


def _soak(project: Project, arguments: argparse.Namespace) -> int:
    with soak.few_cpus(arguments.cpus), soak.little_memory(arguments.memory):
        return _soak_here(project, arguments)


def _soak_here(project: Project, arguments: argparse.Namespace) -> int:
    cells = _every_cell(project, arguments)
    snippets = {cell.snippet.name: cell.snippet for cell in cells}
    records = {name: load(name, project.records) for name in snippets}
    tallies = {name: soak.Tally(snippet) for name, snippet in snippets.items()}
    if arguments.record:
        recording.refuse_here()
        if arguments.load < usable_cpus():
            raise Problem(
                "only what ran on a busy machine is recorded", "Leave --load out, or raise it."
            )
        stale = [n for n, record in records.items() if not record or not record.is_of(snippets[n])]
        if stale:
            raise Problem(
                f"no run can be right where the record is missing or stale: {', '.join(stale)}",
                f"Record first: python -m runner record {' '.join(stale)}",
            )
    kept = trials.load(trials.Repeated, project.records) if arguments.record else {}
    earlier = trials.current(kept, snippets.values())
    every_name = find_snippets(project.snippets)

    def told(number: int, wrong: Sequence[verdict.Verdict]) -> None:
        if wrong:
            print(verdict.in_words(wrong), file=sys.stderr)
        every = tallies.values()
        runs, bad = sum(tally.runs for tally in every), sum(tally.wrong for tally in every)
        print(f"round {number}: {runs} runs of {len(every)} snippets, {bad} wrong", file=sys.stderr)
        if arguments.record:
            counted = soak.counted_on(earlier, tallies)
            trials.keep(trials.Repeated, counted, every_name, project.records)

    soak.soak(
        tallies,
        cells,
        records,
        rounds=arguments.rounds,
        minutes=arguments.minutes,
        load=arguments.load,
        before={name: each.runs for name, each in earlier.items()},
        known=pace.load(project.cache),
        told=told,
    )
    print(soak.as_table(tallies))
    wrong = sum(tally.wrong for tally in tallies.values())
    print(f"{sum(tally.runs for tally in tallies.values())} runs, {wrong} wrong verdicts")
    return int(wrong > 0)


def _drift(project: Project, arguments: argparse.Namespace) -> int:
    from runner import drift  # the mutation library starts slowly

    if arguments.record:
        recording.refuse_here()
        if arguments.each or arguments.python or arguments.method:
            raise Problem(
                "only all mutants of a snippet are recorded, and where a build runs it",
                "Leave out --record, or else --each, --python and --method.",
            )
    pythons = machine(project, tuple(arguments.python))
    known = drift.read_known(project.root / "tests" / "data" / "equivalent-mutants.toml")

    chosen = drift.in_order(_chosen(project, arguments.names))
    if arguments.record:
        counted = trials.current(trials.load(trials.Changed, project.records), chosen)
        tried = {name: each.date for name, each in counted.items()}
        # What measures runs alone, each mutant, and so takes as long as all others.
        chosen.sort(key=lambda each: (tried.get(each.name, ""), each.settings.alone))
    chosen = chosen[: arguments.sample]
    cells = [next(iter(_cells(each, pythons, arguments.method)), None) for each in chosen]
    tallies = [drift.Tally(each, cell) for each, cell in zip(chosen, cells, strict=True)]
    # What is listed is listed for the cell of a build; elsewhere other mutants survive.
    newest = machine(project)
    built = [tally for tally in tallies if tally.cell == build_cell(tally.snippet, newest)]
    every_name = find_snippets(project.snippets)

    def told() -> None:
        runs, alive = sum(t.runs for t in tallies), sum(len(t.survived) for t in tallies)
        turns = sum(tally.drawn is not None for tally in tallies)
        print(f"{turns} of {len(tallies)} snippets: {runs} run, {alive} survived", file=sys.stderr)
        if arguments.record:
            trials.keep(trials.Changed, drift.counted(built), every_name, project.records)

    drift.drift(tallies, project, known, minutes=arguments.minutes, each=arguments.each, told=told)
    gone = drift.stale(known, built, every_name)
    print(drift.as_text(tallies, gone))
    # What is listed and was caught is told, no fault: of a race, a machine may see another end.
    broken = any(tally.broken for tally in tallies)
    return int(broken or drift.share(tallies) < drift.LEAST)


def _compare_starts(project: Project, arguments: argparse.Namespace) -> int:
    cells = _build_cells_unless_asked(project, arguments)
    compared = []
    for each in starts.compare(cells):
        compared.append(each)
        if each.difference:
            print(f"{each.cell}: differs")
            print(textwrap.indent(each.difference, "    "), flush=True)
    differ = sum(bool(each.difference) for each in compared)
    plain = starts.cpu(each.plain for each in compared)
    forked = starts.cpu(each.forked for each in compared)
    print(
        f"{len(compared) - differ} agree, {differ} differ, {len(cells) - len(compared)} are not"
        f" forked; {forked:.1f} CPU s instead of {plain:.1f}"
    )
    return int(differ > 0)


def _show_store(project: Project, arguments: argparse.Namespace) -> int:
    store = Store(project.cache / "runs")
    pythons = machine(project)
    current = {c.key for each in _chosen(project, ()) for c in cells_of(each, pythons)}
    named = {each.name for each in _chosen(project, arguments.names)} if arguments.names else set()
    entries = store.entries()
    for entry in entries:
        runs = store.look_at(entry)
        # Without names, also what is of a snippet that is gone.
        if runs and (not named or runs[0].snippet in named) and _fits(runs[0], arguments):
            seconds = sum(run.seconds for run in runs)
            state = "" if entry.key in current else "  (of an earlier text or Python)"
            used = time.strftime("%Y-%m-%d %H:%M", time.localtime(entry.used))
            told = f"{len(runs):3} runs {seconds:7.2f} s {entry.size:8,} bytes  used {used}"
            print(f"{told}  {runs[0].snippet} on {runs[0].place}{state}")
    size = sum(entry.size for entry in entries) / 2**20
    held = sum(entry.key in current for entry in entries)
    print(f"{len(entries)} entries, {held} of them current; {size:.1f} of {SIZE / 2**20:.0f} MiB")
    return 0


def _fits(run: Run, arguments: argparse.Namespace) -> bool:
    """Tell whether it is of the Pythons and start methods that are asked for."""
    place = Place.parse(run.place)
    versions, methods = arguments.python, arguments.method
    return (not versions or place.minor in versions or place.python in versions) and (
        not methods or place.method in methods
    )


if __name__ == "__main__":
    sys.exit(main())
