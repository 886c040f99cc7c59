"""Bring together what this build ran and what is recorded: one variant a result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from runner import contract
from runner.places import Place
from runner.record import Environment, Record, Result
from runner.run import Run
from runner.snippet import Snippet


@dataclass(frozen=True)
class Variant:
    """One distinct result of a snippet.

    Attributes:
        places: Everywhere it was seen; the likeliest reader's first.
        runs: This build's runs; () if it is only recorded.
        result: What is recorded of it, if anything.
        environment: What the recorded text comes from.
    """

    places: tuple[str, ...]
    runs: tuple[Run, ...] = ()
    result: Result | None = None
    environment: Environment | None = None

    @property
    def source(self) -> str:
        """The place that the shown text comes from."""
        return self.runs[0].place if self.runs else self.places[0]

    @property
    def end(self) -> str:
        """How the program ended."""
        return self._told.end

    @property
    def stdout(self) -> str:
        """Standard output; of one that varies, the first run's or the commonest."""
        if not self.runs and self.result is not None and self.result.samples:
            return self.result.samples[0].stdout
        return self._told.stdout

    @property
    def stderr(self) -> str:
        """Standard error."""
        return self._told.stderr

    @property
    def _told(self) -> Run | Result:
        told = self.runs[0] if self.runs else self.result
        assert told is not None, "a variant is of a run, of a record, or of both"
        return told


def variants_of(
    snippet: Snippet, runs: Sequence[Run], record: Record | None
) -> tuple[Variant, ...]:
    """Give each distinct result once, the likeliest reader's first.

    What is recorded of an earlier text of the snippet is left out: it is not
    this program's. At the place that this build ran in, this build counts.

    Args:
        snippet: The snippet.
        runs: This build's runs, all in one place.
        record: What was recorded.
    """
    settings = snippet.settings
    form = contract.form_of_run(runs[0], settings) if runs else None
    here = {run.place for run in runs}
    environments = {(e.platform, e.python): e for e in record.environments} if record else {}
    variants = []
    joined = False
    for result in record.results if record is not None and record.is_of(snippet) else ():
        same = not joined and form == result.form(settings)
        joined = joined or same
        places = _in_order({*result.places} - here | (here if same else set()))
        if not places:
            continue
        # The recorded text is the first recorded place's, whatever is first now.
        source = Place.parse(result.places[0])
        environment = environments.get((source.platform, source.python))
        variants.append(Variant(places, tuple(runs) if same else (), result, environment))
    if runs and not joined:
        variants.append(Variant(_in_order(here), tuple(runs)))
    return tuple(sorted(variants, key=lambda variant: Place.parse(variant.places[0]).rank))


def _in_order(places: set[str]) -> tuple[str, ...]:
    return tuple(sorted(places, key=lambda place: Place.parse(place).rank))
