"""Measure builds against others on the same made-up pages: ``python -m bench``.

Linux only: what a build costs is read from ``/proc``. Exit codes: 0 it was
measured; 1 a build failed or did not show what it should; 2 the command line
is wrong; 130 it was interrupted.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench import corpus, measure, sphinx
from bench.peers import PEERS as MKDOCS
from bench.peers import Floor, Ours, environment, interpreter
from bench.serving import Late, serving
from runner.project import HOME, Project
from runner.run import usable_cpus
from runner.speed import FILE, LIMIT, PHASES, QUIET, Figure, Speed, as_text, medians, save

ONCE = 40  # pages; with more, what runs everything each time is timed once, and anew only
PEERS = MKDOCS | sphinx.PEERS
LIMIT_S = 1800  # seconds for one build, and for a page to be served
GROWTH = (62, 125, 250)  # pages: 250, 500 and 1000 programs


class Failed(Exception):
    """A build failed, or a page does not show what it should."""


class Bench:
    """Measures, and collects what came of it.

    Args:
        folder: Where the peers build.
        minutes: After so many, no further repetition begins.
        quiet: Seconds to wait for a quiet machine before each measurement.
    """

    def __init__(self, folder: Path, minutes: float, quiet: float) -> None:
        self.folder = folder
        self.end = time.monotonic() + minutes * 60
        self.quiet = quiet
        self.costs: dict[tuple[int, str, str], list[measure.Cost]] = {}
        self.revision = 0

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What was measured so far."""
        return tuple(medians(*key, costs) for key, costs in self.costs.items())

    def note(self, pages: int, phase: str, peer: str, cost: measure.Cost) -> None:
        """Take one measurement in, and tell of it."""
        self.costs.setdefault((pages, phase, peer), []).append(cost)
        told = f"{cost.wall:8.2f} s {cost.cpu:8.2f} CPU s {cost.peak:6.0f} MiB"
        print(f"{pages:4} pages  {phase:14} {peer:6} {told}  others {cost.busy:.2f}", flush=True)

    def size(self, pages: int, repeat: int, names: Sequence[str], serve: int) -> None:
        """Measure corpora of one size, the peers in turn."""
        peers = [PEERS[name](self.folder / name) for name in names]
        for peer in peers:
            peer.write(pages)
        for number in range(repeat):
            begun = time.monotonic()
            self.round(pages, peers, first=number == 0)
            if 2 * time.monotonic() - begun > self.end:
                break
        for peer in peers:
            if serve and (not _runs_all(peer) or pages <= ONCE):
                self.serve(pages, peer, 1 if _runs_all(peer) else serve)

    def round(self, pages: int, peers: Sequence[Floor], first: bool) -> None:
        """Measure every phase once."""
        own = [peer for peer in peers if peer.name == "naive"]
        for peer in own[:1]:
            self.note(pages, "cold", LIMIT, programs_alone(peer, pages))
        for phase in ("cold", "unchanged", "program", "prose"):
            for peer in peers:
                slow = _runs_all(peer) and pages > ONCE
                if not slow or (first and phase == "cold"):
                    self.build(pages, phase, peer)

    def build(self, pages: int, phase: str, peer: Floor) -> None:
        """Measure one build; see that the site shows what it should.

        Raises:
            Failed: If it does not.
        """
        number = (pages + 1) // 2
        wanted = ""
        self.revision += 1
        if phase == "cold":
            peer.make_cold()
        elif phase == "program":
            wanted = peer.write_program(number, "pool", self.revision)
        elif phase == "prose":
            wanted = peer.write_prose(number, self.revision)
        measure.wait_quiet(self.quiet)
        log = self.folder / f"{peer.name}.log"
        cost = measure.run(peer.build, peer.root, peer.env, log, LIMIT_S)
        told = log.read_text("utf-8", "replace")[-4000:]
        if cost.wall > LIMIT_S:
            raise Failed(f"{' '.join(peer.build)} took longer than {LIMIT_S} s:\n{told}")
        if cost.status:
            raise Failed(f"{' '.join(peer.build)} ended with {cost.status}:\n{told}")
        text = peer.built(number).read_text("utf-8")
        if wanted not in text and (peer.executes or phase == "prose"):
            raise Failed(f"{peer.built(number)} does not show {wanted!r}:\n{told}")
        self.note(pages, phase, peer.name, cost)

    def serve(self, pages: int, peer: Floor, repeat: int) -> None:
        """Measure how long a save takes to be seen."""
        number = (pages + 1) // 2
        log = self.folder / f"{peer.name}.log"
        wanted = peer.write_prose(number)
        with serving(peer, number, wanted, log, LIMIT_S) as served:
            for turn in range(repeat):
                for phase in ("saved prose", "saved program"):
                    if phase == "saved program" and not peer.executes:
                        continue
                    measure.wait_quiet(self.quiet)
                    time.sleep(1 + 0.13 * turn)  # not in step with what looks twice a second
                    self.revision += 1
                    revision = self.revision

                    def change(phase: str = phase, revision: int = revision) -> str:
                        if phase == "saved prose":
                            return peer.write_prose(number, revision)
                        return peer.write_program(number, "pool", revision)

                    self.note(pages, phase, peer.name, served.save(number, change, LIMIT_S))


def _runs_all(peer: Floor) -> bool:
    """Tell whether a builder runs more than what was changed."""
    return peer.executes and not isinstance(peer, Ours)


def programs_alone(peer: Floor, pages: int) -> measure.Cost:
    """Run a cycle of programs, as they are, one after another; give what all would take at best.

    That is their CPU time by the number of CPUs.
    """
    cycle = min(pages, corpus.CYCLE)
    total = 0.0
    log = peer.root / "alone.log"
    for number in range(1, cycle + 1):
        for kind in corpus.KINDS:
            command = [interpreter().path, str(peer.program_file(number, kind))]
            total += measure.run(command, peer.root, environment(), log, 60).cpu
    cpu = total * pages / cycle
    return measure.Cost(0, cpu / usable_cpus(), cpu, 0.0, 0.0)


def _sizes(text: str) -> list[int]:
    sizes = text.split(",")
    if not all(size.isdecimal() and int(size) for size in sizes):
        raise argparse.ArgumentTypeError(f"{text!r} is no list of numbers such as 10,40")
    return [int(size) for size in sizes]


def _peers(text: str) -> list[str]:
    names = text.split(",")
    if unknown := [name for name in names if name not in PEERS]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is none of {', '.join(PEERS)}")
    return names


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for; give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=_sizes, default="10,40,160", help="sizes (10,40,160)")
    parser.add_argument("--repeat", type=int, default=3, help="times each, at most (3)")
    parser.add_argument("--minutes", type=float, default=25, help="begin nothing again after (25)")
    every = ",".join(PEERS)
    parser.add_argument("--peers", type=_peers, default=every, help=f"which ({every})")
    parser.add_argument("--serve", type=int, default=3, help="saves of each kind under serve (3)")
    parser.add_argument("--quiet", type=float, default=0, help="wait so many seconds for quiet (0)")
    parser.add_argument("--growth", action="store_true", help="only ours, up to 1000 programs")
    parser.add_argument("--record", action="store_true", help=f"write records/{FILE}")
    options = parser.parse_args(arguments)
    measure.heed_interrupts()
    folder = Project(HOME).cache / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.update(environment())  # the programs are recorded with the same Python
    bench = Bench(folder, options.minutes, options.quiet)
    names = ["ours"] if options.growth else options.peers
    sizes = GROWTH if options.growth else options.pages
    code = 0
    try:
        for pages in sizes:
            bench.size(pages, options.repeat, names, 0 if options.growth else options.serve)
    except (Failed, Late) as failure:
        print(failure, file=sys.stderr)
        code = 1
    except KeyboardInterrupt:
        code = 130
    speed = Speed(
        date=datetime.date.today().isoformat(),
        machine=f"{platform.system()} {platform.machine()}",
        cpus=usable_cpus(),
        python=platform.python_version(),
        programs=str(interpreter()),
        figures=bench.figures,
    )
    if speed.figures:
        print(f"\n{as_text(speed)}")
        if options.growth:
            print(growth(speed))
    if speed.busy > QUIET:
        print("The machine was not quiet: measure again.", file=sys.stderr)
    if options.record and code == 0:
        save(speed, Project(HOME).records)
    return code


def growth(speed: Speed) -> str:
    """Say what each program more costs: time and memory must grow no worse than the programs."""
    lines = []
    for pages in speed.sizes:
        for phase in PHASES:
            if figure := speed.of(pages, phase, "ours"):
                count = 4 * pages
                each = f"{1000 * figure.wall / count:7.1f} ms {figure.peak / count:6.3f} MiB"
                lines.append(f"{count:5} programs, {PHASES[phase]:26} {each} for each")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
