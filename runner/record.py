"""The committed record of what a snippet printed, where: load, store, merge.

One TOML file a snippet, below ``records/``, small enough to review. Places
whose results say the same share one block of output.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import tomli_w

from runner import contract
from runner.known import remembered
from runner.metadata import Settings
from runner.places import Place
from runner.problem import refuse_damage
from runner.run import Run
from runner.snippet import Snippet
from runner.whole import write_whole

_HEADER = "# What snippets/{name}.py printed. Written by `make record`; not by hand.\n"
OF_ALL = "api.toml", "bench.toml", "drift.toml", "soak.toml"  # what is no single snippet's
SAMPLES = 8  # distinct outputs kept of one that varies
STACK_LINES = 60


@dataclass(frozen=True)
class Environment:
    """A machine and an interpreter that some of the results come from."""

    platform: str
    python: str
    gil: bool
    cpus: int
    date: str

    @property
    def name(self) -> str:
        """How places name it, such as ``Linux 3.15.2``."""
        return f"{self.platform} {self.python}"


@dataclass(frozen=True)
class Sample:
    """One of the outputs of a snippet that varies, and how often it came."""

    stdout: str
    seen: int


@dataclass(frozen=True)
class Result:
    """One result, and every place it was seen in.

    Attributes:
        places: Such as ``Linux 3.15.2 forkserver``; the first is the one that
            the texts were taken from. Only where that one has left, because it ran
            again and the others did not, they are still what it told.
        end: How the main process ended, in words.
        child_exits: Exit codes of children that failed.
        stdout: Standard output, with placeholders under ``pattern``.
        stderr: Standard error.
        blocks: Under ``per-process``, standard output by process.
        stacks: At a hang, the stacks by process.
        samples: Under ``varies``, distinct outputs.
        tallies: Under ``varies``, ``"7 of 20"`` (distinct, runs) by place.
    """

    places: tuple[str, ...]
    end: str
    child_exits: tuple[int, ...] = ()
    stdout: str = ""
    stderr: str = ""
    blocks: tuple[str, ...] = ()
    stacks: dict[str, str] = field(default_factory=dict)
    samples: tuple[Sample, ...] = ()
    tallies: dict[str, str] = field(default_factory=dict)

    def form(self, settings: Settings) -> contract.Form:
        """Reduce it to what counts."""
        return contract.form_of(
            settings, self.end, self.child_exits, self.stdout, self.stderr, self.blocks
        )


@dataclass(frozen=True)
class Larger(Environment):
    """What a measuring snippet printed on a machine with more CPUs than most have."""

    stdout: str


@dataclass(frozen=True)
class Record:
    """All that is recorded of one snippet.

    Attributes:
        snippet: Its name.
        digest: Hash of its text.
        contract: What may be relied on, as its metadata says.
        environments: Where the results come from.
        results: What it printed, each with all places that printed it.
        larger: What it measured on larger machines; compared with nothing.
    """

    snippet: str
    digest: str
    contract: str
    environments: tuple[Environment, ...]
    results: tuple[Result, ...]
    larger: tuple[Larger, ...] = ()

    @property
    def places(self) -> frozenset[str]:
        """Every place that it holds a result of."""
        return frozenset(place for result in self.results for place in result.places)

    def is_of(self, snippet: Snippet) -> bool:
        """Tell whether it is of the snippet as it is now, text and contract."""
        return (self.digest, self.contract) == (snippet.digest, snippet.settings.output)

    def result_at(self, place: str) -> Result | None:
        """Give the result recorded for a place."""
        return next((r for r in self.results if place in r.places), None)

    def nearest(self, place: str) -> Result | None:
        """Give the result of the place that is most like this one.

        The same start method counts most, then the platform, the build (with
        or without GIL) and the version's distance.
        """
        wanted = Place.parse(place)
        known = sorted(self.places, key=lambda p: _distance(wanted, Place.parse(p)))
        return self.result_at(known[0]) if known else None


def _distance(wanted: Place, other: Place) -> tuple[object, ...]:
    """Tell how much another place differs from the wanted one; the smallest is nearest."""
    mine, theirs = wanted.version, other.version
    return (
        wanted.method != other.method,
        wanted.platform != other.platform,
        wanted.free_threaded != other.free_threaded,
        abs(mine.minor - theirs.minor),
        abs(mine.micro - theirs.micro),
        -theirs.micro,
    )


def record_path(snippet: str, root: Path) -> Path:
    """Give the file of a snippet's record below the ``records`` folder."""
    return root / f"{snippet}.toml"


def orphans(names: Iterable[str], records: Path) -> list[Path]:
    """Give the records in a folder that are of no snippet, nor of all of them.

    Args:
        names: The snippets that there are.
        records: The folder.
    """
    known = {record_path(name, records) for name in names} | {records / name for name in OF_ALL}
    return [path for path in sorted(records.rglob("*.toml")) if path not in known]


def load(snippet: str, root: Path) -> Record | None:
    """Read a snippet's record; None if there is none.

    Raises:
        Problem: If the file is damaged.
    """
    written = read_written(snippet, root)
    return None if written is None else understand(written, snippet, root)


def read_written(snippet: str, root: Path) -> bytes | None:
    """Give the content of a record's file; None if there is none."""
    try:
        return record_path(snippet, root).read_bytes()
    except FileNotFoundError:
        return None


def understand(written: bytes, snippet: str, root: Path) -> Record:
    """Give what the content of a record's file says.

    Raises:
        Problem: If it is damaged.
    """
    todo = f"Take it back from git, or remove it and run: python -m runner record {snippet}"
    where = record_path(snippet, root).relative_to(root.parent).as_posix()
    with refuse_damage("the record is", todo, where):
        return _read(written)


# A build asks for each record several times.
@remembered
def _read(written: bytes) -> Record:
    data = tomllib.loads(written.decode("utf-8"))
    record = Record(
        snippet=data["snippet"],
        digest=data["digest"],
        contract=data["contract"],
        environments=tuple(Environment(**e) for e in data["environment"]),
        results=tuple(_read_result(r) for r in data["result"]),
        larger=tuple(Larger(**each) for each in data.get("larger", ())),
    )
    _check(record)
    return record


def _check(record: Record) -> None:
    """Raise a ValueError if its parts do not fit each other, as after a merge that went wrong."""
    known = {environment.name for environment in record.environments}
    seen: set[str] = set()
    for result in record.results:
        for place in result.places:
            if place.count(" ") != 2:
                raise ValueError(f"{place!r} is no place such as 'Linux 3.15.2 fork'")
            _rank(place)  # an InvalidVersion is a ValueError
            if place.rpartition(" ")[0] not in known:
                raise ValueError(f"it has no environment of {place!r}")
            if place in seen:
                raise ValueError(f"it has two results of {place!r}")
            seen.add(place)
        for place, tally in result.tallies.items():
            if place not in result.places or not re.fullmatch(r"\d+ of \d+", tally):
                raise ValueError(f"{place!r} has no tally such as '7 of 20'")


def _read_result(data: dict[str, Any]) -> Result:
    data = dict(data)
    for name in ("places", "child_exits", "blocks"):
        data[name] = tuple(data.get(name, ()))
    data["samples"] = tuple(Sample(**s) for s in data.get("samples", ()))
    return Result(**data)


def dump(record: Record) -> str:
    """Give a record as the text of its file."""
    results = []
    for result in record.results:
        entry = {name: value for name, value in vars(result).items() if value not in ((), "", {})}
        if result.samples:
            entry["samples"] = [vars(sample) for sample in result.samples]
        results.append(entry)
    data: dict[str, Any] = {
        "snippet": record.snippet,
        "digest": record.digest,
        "contract": record.contract,
        "environment": [vars(e) for e in record.environments],
        "result": results,
    }
    if record.larger:
        data["larger"] = [vars(each) for each in record.larger]
    # Strings of several lines would lose a carriage return at a line's end.
    text = tomli_w.dumps(data, multiline_strings=r"\r\n" not in repr(data))
    return _HEADER.format(name=record.snippet) + text


def save(record: Record, root: Path) -> bool:
    """Write a record's file, whole or not at all; tell whether it changed."""
    path = record_path(record.snippet, root)
    text = dump(record)
    if path.is_file() and path.read_bytes() == text.encode("utf-8"):
        return False
    write_whole(path, text)
    return True


def merge(record: Record | None, snippet: Snippet, runs: Sequence[Sequence[Run]]) -> Record:
    """Take fresh runs into a record.

    Of the places that say the same, the first one's texts are kept: the
    recorded ones if they are from there, so that reviewers see only what
    changed. What was recorded of another text of the snippet, or with another
    patch release of an interpreter that ran again, goes.

    Args:
        record: What is recorded so far, if anything.
        snippet: The snippet as it is now.
        runs: The fresh runs, a sequence for each place.
    """
    if record is not None and not record.is_of(snippet):
        record = None
    fresh = [_result_of(group, snippet.settings) for group in runs]
    again = {_but_for_patch(result.places[0]) for result in fresh}
    # Each with the place that its texts are from, which may be about to go.
    told = [(r.places[0], _without(r, again)) for r in (record.results if record else ())]
    told += [(result.places[0], result) for result in fresh]
    same: dict[tuple[contract.Form, bool], list[tuple[str, Result]]] = {}
    for source, result in told:
        # With the GIL and without is measured apart: that is what many measure.
        apart = snippet.settings.alone and Place.parse(source).free_threaded
        same.setdefault((result.form(snippet.settings), apart), []).append((source, result))
    kept = [result for each in same.values() if (result := _join(each)).places]
    kept.sort(key=lambda result: _rank(result.places[0]))
    found = [*(record.environments if record else ()), *(environment_of(g[0]) for g in runs)]
    known = {(e.platform, e.python): e for e in found}
    places = sorted((Place.parse(p) for r in kept for p in r.places), key=lambda p: p.rank)
    return Record(
        snippet=snippet.name,
        digest=snippet.digest,
        contract=snippet.settings.output,
        environments=tuple(known[e] for e in dict.fromkeys((p.platform, p.python) for p in places)),
        results=tuple(kept),
        larger=record.larger if record else (),
    )


def with_larger(record: Record, runs: Sequence[Run]) -> Record:
    """Take what a snippet measured on a larger machine into its record.

    Args:
        record: What is recorded so far.
        runs: The runs there, one for each Python; they replace those of the same Python and
            as many CPUs.
    """
    fresh = [Larger(**vars(environment_of(run)), stdout=run.stdout) for run in runs]

    def machine_of(larger: Larger) -> tuple[object, ...]:
        return larger.cpus, *_but_for_patch(f"{larger.name} native")

    new = {machine_of(each) for each in fresh}
    every = [*fresh, *(each for each in record.larger if machine_of(each) not in new)]
    every.sort(key=lambda each: (-each.cpus, _rank(f"{each.name} native")))
    return replace(record, larger=tuple(every))


def environment_of(run: Run) -> Environment:
    """Describe where a run ran."""
    return Environment(run.platform, run.python, not run.python.endswith("t"), run.cpus, run.date)


def _result_of(group: Sequence[Run], settings: Settings) -> Result:
    first = group[0]
    if settings.output == "varies":
        counts: dict[str, int] = {}
        for run in group:
            counts[run.stdout] = counts.get(run.stdout, 0) + 1
        commonest = sorted(counts, key=lambda text: (-counts[text], text))[:SAMPLES]
        return Result(
            places=(first.place,),
            end=first.end,
            child_exits=first.child_exits,
            samples=tuple(Sample(text, counts[text]) for text in commonest),
            tallies={first.place: f"{len(counts)} of {len(group)}"},
        )
    stdout, stderr = contract.shown_texts(first, settings)
    return Result(
        places=(first.place,),
        end=first.end,
        child_exits=first.child_exits,
        stdout=stdout,
        stderr=stderr,
        blocks=contract.blocks_of(first) if settings.output == "per-process" else (),
        stacks={name: _shortened(stack) for name, stack in first.stacks.items()},
    )


def _shortened(stack: str) -> str:
    return "\n".join(stack.splitlines()[:STACK_LINES])


def _join(told: Sequence[tuple[str, Result]]) -> Result:
    """Make one of results that say the same: the recorded one, if any, comes first."""
    places = tuple(sorted({p for _, result in told for p in result.places}, key=_rank))
    tallies = {p: counted for _, result in told for p, counted in result.tallies.items()}
    texts = [result for source, result in told if source in places[:1]] or [told[0][1]]
    return replace(
        texts[-1 if tallies else 0],  # what varies is counted anew: the samples go with that
        places=places,
        tallies={p: tallies[p] for p in places if p in tallies},
    )


def _without(result: Result, gone: Container[tuple[str, str, str]]) -> Result:
    """Leave out the places that are one of these but for the patch release."""
    places = tuple(p for p in result.places if _but_for_patch(p) not in gone)
    return replace(result, places=places)


def _rank(place: str) -> tuple[object, ...]:
    return Place.parse(place).rank


def _but_for_patch(name: str) -> tuple[str, str, str]:
    """Give what two places have in common that differ by a patch release alone."""
    place = Place.parse(name)
    return place.platform, place.minor, place.method
