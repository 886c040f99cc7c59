"""Remember how long runs took, so that the longest begin first and sleepers hold no CPU.

Kept in ``.cache/pace.json``; safe to delete, and with two builds at once.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from runner.run import Run
from runner.whole import write_whole

FILE = "pace.json"
IDLE = 0.2  # CPUs; what uses less than that mostly waits
MOST = 5000  # cells remembered; the latest ones


@dataclass(frozen=True)
class Pace:
    """How long a cell's runs take.

    Attributes:
        seconds: All of them, one after another.
        cpus: How many CPUs they keep busy meanwhile.
    """

    seconds: float
    cpus: float

    @property
    def waits(self) -> bool:
        """Whether it mostly waits."""
        return self.cpus < IDLE


UNKNOWN = Pace(0.0, 1.0)


def pace_of(runs: Sequence[Run]) -> Pace:
    """Sum up a cell's runs."""
    seconds = sum(run.seconds for run in runs)
    cpu = sum(run.cpu for run in runs)
    return Pace(round(seconds, 3), round(cpu / seconds, 3) if seconds else 1.0)


def load(cache: Path | None) -> dict[str, Pace]:
    """Give what is known, by cell; {} if nothing is, or it is damaged."""
    if cache is None:
        return {}
    try:
        known = json.loads((cache / FILE).read_bytes())
        return {str(cell): Pace(float(s), float(c)) for cell, (s, c) in known.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def save(cache: Path | None, fresh: dict[str, Pace]) -> None:
    """Add what was measured to what is known; where that cannot be written, it is not."""
    if cache is None or not fresh:
        return
    # Of two builds at once, one may forget what the other learned: nothing is wrong by that.
    known = {cell: pace for cell, pace in load(cache).items() if cell not in fresh} | fresh
    latest = list(known.items())[-MOST:]
    with contextlib.suppress(OSError):
        write_whole(cache / FILE, json.dumps({cell: [p.seconds, p.cpus] for cell, p in latest}))
