"""The pitfalls: one form, every number once, and each message is in an output that is recorded."""

from __future__ import annotations

import functools
import re

import pytest

from runner.catalog import SYMPTOMS, Entry, read_entries
from runner.pages import Shown, find_shown
from runner.project import HOME, Project
from runner.record import Record, load

PROJECT = Project(HOME)
ENTRIES = read_entries(PROJECT.docs)
PITFALLS = [entry for entry in ENTRIES if entry.pitfall]
MESSAGES = [(entry, message) for entry in ENTRIES for message in entry.errors]
NUMBERS = [f"P{number:02}" for number in range(1, 50)]
SECTIONS = (
    r"The program that \w+",
    "Why",
    "The fix",
    r"Which start methods and versions\?",
)


@functools.cache
def shown() -> tuple[Shown, ...]:
    return tuple(find_shown(PROJECT.docs))


def shown_on(entry: Entry) -> list[Shown]:
    return [each for each in shown() if each.page == f"docs/{entry.page}"]


def outputs(record: Record) -> str:
    """Give all that a snippet printed anywhere, each line and each block as one line."""
    texts: list[str] = []
    for result in record.results:
        texts += [result.stdout, result.stderr, *(sample.stdout for sample in result.samples)]
    return " ".join(" ".join(texts).split())


def test_each_number_is_there_once() -> None:
    assert sorted(entry.pitfall for entry in PITFALLS) == NUMBERS


@pytest.mark.parametrize("entry", PITFALLS, ids=lambda entry: entry.pitfall)
def test_a_pitfall_has_the_fixed_form(entry: Entry) -> None:
    text = (PROJECT.docs / entry.page).read_text("utf-8")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    for heading, form in zip(headings, SECTIONS, strict=False):
        assert re.fullmatch(form, heading)
    assert len(headings) >= len(SECTIONS)
    assert entry.errors or entry.symptoms, f"docs/{entry.page} is in no index"
    programs = [each.snippet for each in shown_on(entry) if not each.figure]
    assert len(programs) >= 2, "one that fails and one that is mended"
    assert re.search(r"^print\(matrix\(", text, re.MULTILINE)


def test_there_are_messages() -> None:
    assert MESSAGES  # without one, pytest would skip what looks at each


@pytest.mark.parametrize(
    ("entry", "message"),
    MESSAGES,
    ids=lambda value: value.page if isinstance(value, Entry) else None,
)
def test_a_message_was_really_printed(entry: Entry, message: str) -> None:
    records = [load(each.snippet, PROJECT.records) for each in shown_on(entry)]
    printed = " ".join(outputs(record) for record in records if record)
    assert " ".join(message.split()) in printed, f"docs/{entry.page}: no run printed {message!r}"


@pytest.mark.parametrize("symptom", SYMPTOMS)
def test_each_symptom_has_a_page_and_a_place_in_the_index(symptom: str) -> None:
    assert any(symptom in entry.symptoms for entry in ENTRIES)
    index = (PROJECT.docs / "pitfalls/symptoms.md").read_text("utf-8")
    assert f'symptom_index("{symptom}")' in index
