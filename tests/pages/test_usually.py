"""What pages say of a chart under "usually" is so in most of the runs that are recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from runner.measured import CHARTS, read_table
from runner.project import Project
from runner.record import load

PROJECT = Project()
Medians = Mapping[str, float]  # of a run: by the words of the row


@dataclass(frozen=True)
class Claim:
    """A sentence, and how to see in one run whether it holds.

    Attributes:
        page: Where it stands.
        words: Its words, as far as they are needed to find it.
        snippet: What measures it.
        holds: Whether it holds in a run.
        builds: ``"with"`` or ``"without"`` for runs of the builds with or without the GIL.
    """

    page: str
    words: str
    snippet: str
    holds: Callable[[Medians], bool]
    builds: str = "both"


def runs_of(claim: Claim) -> list[Medians]:
    """Give the recorded runs of a claim's snippet, of the builds that it speaks of."""
    record = load(claim.snippet, PROJECT.records)
    assert record is not None
    runs: list[Medians] = []
    for result in record.results:
        free = result.places[0].split()[1].endswith("t")
        if claim.builds != ("with" if free else "without"):
            for sample in result.samples:
                table = read_table(sample.stdout, claim.snippet, CHARTS[claim.snippet])
                runs += [{row.name: row.median for row in table.rows}] * sample.seen
    return runs


def stays(run: Medians, first: str, second: str, factor: float = 2.0) -> bool:
    """Whether two figures are about the same."""
    return 1 / factor < run[second] / run[first] < factor


CLAIMS = [
    Claim(
        "start/processes-vs-threads.md",
        "a thread starts and ends many times faster than a process, and a spawned process is the",
        "measure/start_up",
        lambda r: 5 * r["thread"] < r["fork"] and r["spawn"] > 2 * r["forkserver"],
    ),
    Claim(
        "methods/overview.md",
        "Starting is usually quickest by `fork` and slowest by `spawn`.",
        "measure/start_up",
        lambda r: r["fork"] < r["forkserver"] < r["spawn"] and r["fork"] < r["subinterpreter"],
    ),
    Claim(
        "perf/startup.md",
        "one by `spawn` usually takes many times as long as the others",
        "measure/start_up",
        lambda r: r["spawn"] > 5 * max(r["fork"], r["forkserver"]),
    ),
    Claim(
        "perf/startup.md",
        "`fork` grows with the memory of the parent, and the other two do not",
        "measure/start_up_size",
        lambda r: (
            r["fork 300000000"] > 2 * r["fork 1000000"]
            and stays(r, "forkserver 1000000", "forkserver 300000000")
            and stays(r, "spawn 1000000", "spawn 300000000")
        ),
    ),
    Claim(
        "start/processes-vs-threads.md",
        "size matters little up to 10 kB; look at 1 MB, where shared memory is far ahead",
        "measure/transfer",
        lambda r: (
            all(r[f"{way} 10000"] < 3 * r[f"{way} 1000"] for way in ("Pipe", "Queue"))
            and 3 * r["SharedMemory 1000000"] < min(r["Pipe 1000000"], r["Queue 1000000"])
        ),
    ),
    Claim(
        "share/numpy.md",
        "the three differ little below 10 kB; with megabytes, `sent` takes by far the longest",
        "measure/hand_over",
        lambda r: (
            stays(r, "sent 1000", "there 1000", 3)
            and stays(r, "copied 1000", "there 1000", 3)
            and r["sent 10000000"] > 3 * r["copied 10000000"]
        ),
    ),
    Claim(
        "perf/transfer.md",
        "`sent` is slowest by far, and `there` takes as long as with a few bytes",
        "measure/hand_over",
        lambda r: (
            r["sent 10000000"] > 3 * r["copied 10000000"]
            and stays(r, "there 1000", "there 10000000", 3)
        ),
    ),
    Claim(
        "perf/transfer.md",
        "the time per number falls almost by the factor by which the lists grow",
        "measure/batches",
        lambda r: all(
            5 < r[f"{way} 1"] / r[f"{way} 10"] < 15 for way in ("Pipe", "SimpleQueue", "Queue")
        ),
    ),
    Claim(
        "choose/workers.md",
        "*Usually* that is at the number of",
        "measure/speed_up",
        lambda r: r["1"] / r["2"] > 1.15 * r["2"] / r["4"],
    ),
    Claim(
        "choose/is-it-worth-it.md",
        "Where it is below that of `pool`, the loop is faster",
        "measure/break_even",
        lambda r: r["loop 1"] < r["pool 1"] and r["loop 10000"] > r["pool 10000"],
    ),
    Claim(
        "start/processes-vs-threads.md",
        "processes, interpreters and free-threaded threads come to somewhat more than half of",
        "measure/ways",
        lambda r: all(
            50 < r[f"{way} computing"] < 90 for way in ("processes", "interpreters") if way in r
        ),
        "with",
    ),
    Claim(
        "start/processes-vs-threads.md",
        "processes, interpreters and free-threaded threads come to somewhat more than half of",
        "measure/ways",
        lambda r: 50 < r["free-threaded computing"] < 90,
        "without",
    ),
    Claim(
        "executors/free-threading.md",
        "a second free-threaded thread saves a good part of the time, as a second process does",
        "measure/kinds_of_workers",
        lambda r: all(r[f"{k} 2"] < 0.8 * r[f"{k} 1"] for k in ("free-threaded", "processes")),
        "without",
    ),
    Claim(
        "perf/blas.md",
        "the limit wins once there are as many workers as CPUs",
        "measure/blas_threads",
        lambda r: r["2-at-once 1-each"] < r["2-at-once no-limit"],
    ),
    Claim(
        "pool/chunksize.md",
        "both lines begin high, since each message costs, and fall as the chunks grow",
        "measure/chunk_size_uneven",
        lambda r: all(r[f"{kind} 16"] < 0.8 * r[f"{kind} 1"] for kind in ("even", "uneven")),
    ),
    Claim(
        "pool/chunksize.md",
        "The uneven ones turn at 128",
        "measure/chunk_size_uneven",
        lambda r: r["uneven 128"] > 1.2 * r["uneven 64"] and r["even 128"] < 1.2 * r["even 64"],
    ),
    Claim(
        "pool/recycling.md",
        "each fresh worker begins about where the first one did",
        "measure/growth",
        lambda r: stays(r, "6 1", "6 7", 1.2) and stays(r, "3 1", "3 10", 1.2),
    ),
    Claim(
        "pool/recycling.md",
        "the peak depends on",
        "measure/growth",
        lambda r: r["3 12"] < r["6 12"] < r["None 12"],
    ),
]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: f"{claim.page}:{claim.words[:40]}")
def test_it_is_so_in_most_recorded_runs(claim: Claim) -> None:
    page = " ".join((PROJECT.docs / claim.page).read_text("utf-8").split())
    assert claim.words in page, "the page says something else: look whether that holds, too"
    runs = runs_of(claim)
    assert runs
    held = sum(map(claim.holds, runs))
    assert 2 * held > len(runs), f"it holds in {held} of {len(runs)} recorded runs"
