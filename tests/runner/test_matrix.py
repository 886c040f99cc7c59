"""The table of how a program ended: each place once, in words that its run proves."""

from __future__ import annotations

import pytest

from runner.matrix import as_table
from runner.problem import Problem
from runner.record import Record, Result, Sample
from runner.snippet import Snippet
from tests.runner.test_show import NEWEST, OLDER, a_snippet, soup_of
from tests.scratch import made_up

TRACEBACK = 'Traceback (most recent call last):\n  File "name.py", line 1, in <module>\n'


def cells(snippet: Snippet, *results: Result, **run: object) -> dict[str, str]:
    record = Record("topic/name", snippet.digest, snippet.settings.output, (OLDER, NEWEST), results)
    runs = [made_up(**run)] if run else []
    table = soup_of(as_table(snippet, runs, record)).table
    assert table is not None
    assert "data-search-exclude" in table.attrs
    heads, *rows = [[cell.text for cell in row.find_all(["th", "td"])] for row in table("tr")]
    return {f"{row[0]} {m}": c for row in rows for m, c in zip(heads[1:], row[1:], strict=True)}


@pytest.mark.parametrize(
    ("result", "words"),
    [
        ({"end": "hangs"}, "hangs"),
        ({"end": "hangs", "stderr": "x.KeyError: 1\nOSError\n"}, "hangs after OSError"),
        ({"end": "exit 0", "stdout": "first\nlast\n\n"}, "last"),
        ({"end": "exit 0", "stdout": "a" * 60}, f"{'a' * 44} …"),
        ({"end": "exit 0"}, "prints nothing"),
        ({"end": "exit 0", "stderr": "ValueError: 1"}, "ValueError in a child, exit status 0"),
        ({"end": "exit 1", "stderr": "a.BrokenProcessPool: x"}, "BrokenProcessPool"),
        ({"end": "exit 1", "stderr": f"{TRACEBACK}_queue.Empty\n"}, "Empty"),
        (
            {"end": "exit 1", "stderr": f"ValueError: 1\n{TRACEBACK}StopIteration: 3\n"},
            "StopIteration",
        ),
        (
            {"end": "exit 1", "stderr": f"{TRACEBACK}queue.Full\n12 Traceback\nOSError: 1\n"},
            "OSError",
        ),
        ({"end": "exit 7", "stderr": "no Error here"}, "exit status 7"),
        ({"end": "signal SIGBUS", "stderr": "ValueError"}, "ended by SIGBUS"),
    ],
)
def test_an_end_is_told_in_words(result: dict[str, str], words: str) -> None:
    told = cells(a_snippet(), Result(("Linux 3.15.2 spawn",), **result))  # type: ignore[arg-type]
    assert told == {"Linux 3.15.2 spawn": words}


def test_each_place_is_there_once_and_the_build_s_own_run_counts() -> None:
    told = cells(
        a_snippet(),
        Result(("Linux 3.15.2 forkserver", "Linux 3.13.5 fork"), "exit 0", stdout="old\n"),
        Result(("Linux 3.13.5 spawn",), "hangs"),
        stdout="new\n",
    )
    assert told == {
        "Linux 3.15.2 fork": "–",
        "Linux 3.15.2 spawn": "–",
        "Linux 3.15.2 forkserver": "new",
        "Linux 3.13.5 fork": "old",
        "Linux 3.13.5 spawn": "hangs",
        "Linux 3.13.5 forkserver": "–",
    }


def test_of_one_that_varies_the_tally_is_told() -> None:
    tallies = {"Linux 3.15.2 native": "7 of 20", "Linux 3.13.5 native": "2 of 3"}
    varied = Result(tuple(tallies), "exit 0", samples=(Sample("a", 2),), tallies=tallies)
    told = {
        "Linux 3.15.2 any start method": "7 different outputs in 20 runs",
        "Linux 3.13.5 any start method": "2 different outputs in 3 runs",
    }
    assert cells(a_snippet("varies"), varied) == told
    own = {"Linux 3.15.3 any start method": "1 different outputs in 1 runs"}
    assert cells(a_snippet("varies"), varied, python="3.15.3", method="native") == own | told


def test_where_nothing_ran_there_is_nothing_to_tell() -> None:
    with pytest.raises(Problem, match="nothing to tell"):
        as_table(a_snippet(), [], None)
