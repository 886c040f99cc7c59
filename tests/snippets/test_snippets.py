"""Every snippet, on every interpreter, under every start method, against its record."""

from __future__ import annotations

import re
import warnings

import pytest

from runner.fixtures import Judge, Matrix, NotRecordedHere
from runner.pages import find_shown
from runner.places import Place
from runner.record import Result, orphans
from runner.run import Run
from runner.schedule import Cell
from runner.verdict import Standing

LONGEST = 72  # columns; longer lines scroll on a phone


def test_it_does_what_is_recorded(cell: Cell, judge_cell: Judge) -> None:
    judged = judge_cell(cell)
    if judged.failed:
        pytest.fail(str(judged), pytrace=False)
    if judged.standing is Standing.UNKNOWN:
        warnings.warn(NotRecordedHere(f"\n{judged}"), stacklevel=1)


def test_its_main_ran(cell: Cell, judge_cell: Judge, matrix: Matrix) -> None:
    judge_cell(cell)
    runs = matrix.outcomes[str(cell)].runs
    silent = [run for run in runs if _is_silent(run)]
    assert not silent, f"snippets/{cell.snippet}.py prints nothing on {cell.where}: did main run?"


def _is_silent(told: Run | Result) -> bool:
    """Tell whether nothing shows that the program did anything."""
    return told.end == "exit 0" and not any(text.strip() for text in _texts(told))


def _texts(told: Run | Result) -> list[str]:
    texts = [told.stdout, told.stderr, *told.stacks.values()]
    if isinstance(told, Result):
        texts += [*told.blocks, *(sample.stdout for sample in told.samples)]
    return texts


@pytest.fixture
def readable(snippet_name: str, matrix: Matrix) -> str:
    if snippet_name in matrix.problems:
        pytest.fail(str(matrix.problems[snippet_name]), pytrace=False)
    return snippet_name


def test_it_is_recorded(readable: str, matrix: Matrix) -> None:
    record = matrix.record(readable)
    todo = f"-> python -m runner record {readable}"
    assert record is not None, f"no record of snippets/{readable}.py\n{todo}"
    silent = [place for result in record.results if _is_silent(result) for place in result.places]
    assert not silent, f"records/{readable}.toml holds nothing at {silent}: did main run?"


def test_its_recorded_texts_are_of_the_first_place(readable: str, matrix: Matrix) -> None:
    record = matrix.record(readable)
    for result in record.results if record else ():
        named = set(re.findall(r"/usr/lib/python(3\.\d+t?)/", "\n".join(_texts(result))))
        first = Place.parse(result.places[0])
        assert named <= {first.minor}, (
            f"records/{readable}.toml: what is said to be from {first.python} names {named}\n"
            f"-> Remove it and run: python -m runner record {readable}"
        )


@pytest.fixture(scope="module")
def shown(matrix: Matrix) -> set[str]:
    return {each.snippet for each in find_shown(matrix.project.docs) if not each.figure}


def test_a_page_shows_it(readable: str, shown: set[str]) -> None:
    assert readable in shown, f"no page shows snippets/{readable}.py: show it or remove it"


def test_its_lines_fit_a_phone(readable: str, matrix: Matrix) -> None:
    snippet = matrix.snippets[readable]
    for path in (snippet.path, *snippet.helpers):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            where = f"{path.relative_to(matrix.project.root)}:{number}"
            assert len(line) <= LONGEST, f"{where}: {len(line)} columns, more than {LONGEST}"


def test_each_record_is_of_a_snippet(matrix: Matrix) -> None:
    records = matrix.project.records
    names = [*matrix.snippets, *(file.removesuffix(".py") for file in matrix.problems)]
    found = [*map(str, orphans(names, records))]
    assert not found, f"of no snippet: {found}\n-> python -m runner record removes them"


def test_there_are_snippets(matrix: Matrix) -> None:
    assert matrix.snippets, f"none below {matrix.project.snippets}"
    # Without one, pytest would skip what is to run for each.
    assert matrix.cells, "none of them runs on this machine"
