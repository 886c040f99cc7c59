"""How a fresh run stands to its record, and what somebody is told about it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from runner.interpreters import Interpreter
from runner.metadata import Settings
from runner.record import Record, merge
from runner.run import Run, platform_name
from runner.schedule import Cell, Outcome
from runner.snippet import Snippet
from runner.verdict import FAILURES, Standing, in_words, judge
from tests.scratch import made_up

SNIPPET = Snippet("topic/name", Path("name.py"), "text", "text", "Show it.", Settings())
SHOWN_AT = ("docs/start/a.md:12", "docs/b.md:3")


def python(version: str) -> Interpreter:
    return Interpreter(
        "/usr/bin/python", version.rstrip("t"), version.endswith("t"), ("fork",), "fork", (), "", ""
    )


def printed(text: str, version: str = "3.15.2", **more: object) -> Run:
    return made_up(stdout=text, python=version, method="fork", platform=platform_name(), **more)


def outcome(run: Run, snippet: Snippet = SNIPPET, faults: tuple[str, ...] = ()) -> Outcome:
    return Outcome(Cell(snippet, python(run.python), "fork"), (run,), faults, fresh=True)


def record_of(*runs: Run) -> Record:
    return merge(None, SNIPPET, [[run] for run in runs])


RECORD = record_of(printed("new\n"), printed("old\n", "3.13.5"))


@pytest.mark.parametrize(
    ("run", "record", "standing"),
    [
        (printed("new\n"), RECORD, Standing.SAME),
        (printed("old\n", "3.13.5"), RECORD, Standing.SAME),
        (printed("old\n"), RECORD, Standing.CONTRADICTED),
        (printed("new\n", status=1), RECORD, Standing.CONTRADICTED),
        (printed("new\n", "3.15.3"), RECORD, Standing.ELSEWHERE),
        (printed("old\n", "3.16.0"), RECORD, Standing.ELSEWHERE),
        (printed("other\n", "3.15.3"), RECORD, Standing.UNKNOWN),
        (printed("new\n"), None, Standing.MISSING),
        (printed("new\n"), replace(RECORD, digest="other"), Standing.STALE),
        (printed("new\n"), replace(RECORD, contract="lines"), Standing.STALE),
        (printed("other\n", "3.16.0"), replace(RECORD, digest="other"), Standing.STALE),
    ],
)
def test_how_a_run_stands(run: Run, record: Record | None, standing: Standing) -> None:
    judged = judge(outcome(run), record)
    assert judged.standing is standing
    assert judged.failed is (standing in FAILURES)


def test_a_faulty_run_is_faulty_whatever_is_recorded() -> None:
    for record in (None, RECORD, replace(RECORD, digest="other")):
        assert judge(outcome(printed("new\n"), faults=("bad",)), record).standing is Standing.FAULTY


def test_what_is_not_recorded_here_is_no_failure() -> None:
    assert Standing.ELSEWHERE not in FAILURES
    assert Standing.UNKNOWN not in FAILURES
    assert {Standing.FAULTY, Standing.MISSING, Standing.STALE, Standing.CONTRADICTED} == FAILURES


def test_a_contradiction_names_everything_that_one_needs() -> None:
    text = str(judge(outcome(printed("now\n")), RECORD, SHOWN_AT))
    first, second, *details = text.splitlines()
    assert first == (
        "snippets/topic/name.py (shown at docs/start/a.md:12, docs/b.md:3):"
        " different from what is recorded here"
    )
    assert second == "  on 3.15.2 fork"
    assert "    -[out] new" in details
    assert "    +[out] now" in details
    assert details[-1].endswith("renew the record: python -m runner record topic/name")


def test_a_missing_or_stale_record_names_the_command_that_renews_it() -> None:
    for record in (None, replace(RECORD, digest="other")):
        text = str(judge(outcome(printed("new\n")), record))
        assert text.splitlines()[-1].endswith(": python -m runner record topic/name")


def test_a_difference_from_the_nearest_is_shown() -> None:
    text = str(judge(outcome(printed("other\n", "3.13.9")), RECORD))
    assert "-[out] old" in text
    assert "->" not in text


def test_a_fault_is_told_with_the_errors_and_the_stacks() -> None:
    run = printed(
        "", stderr="\n".join(map(str, range(20))), verdict="deadline", stacks={"main": "File x"}
    )
    text = str(judge(outcome(run, faults=("still running",)), None))
    for part in ("still running", "standard error:", "… 8 lines before", "19", "stack of main:"):
        assert part in text
    assert "\n      7\n" not in text


def test_what_is_the_same_at_several_places_is_told_once() -> None:
    verdicts = [judge(outcome(printed("x", version)), None) for version in ("3.15.2", "3.14.0")]
    other = replace(SNIPPET, name="topic/other")
    verdicts.append(judge(outcome(printed("x"), other), None))
    texts = in_words(verdicts).split("\n\n")
    assert len(texts) == 2
    assert "  on 3.15.2 fork, 3.14.0 fork" in texts[0]
    assert in_words([]) == ""
