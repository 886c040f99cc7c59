"""A page's twin: all that a text can hold of what the page shows."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from runner import twin as module
from runner.project import HOME, Project
from runner.speed import Figure, Speed, save
from runner.surface import names_on
from runner.twin import twin
from tests.scratch import Scratch, made_up


def block(call: str) -> str:
    code = f"from runner import {call.partition('(')[0]}\nprint({call})"
    return f'```python exec="1" html="1" id="a-block"\n{code}\n```'


@pytest.mark.parametrize(
    ("written", "caption"),
    [
        ('"Look at `f()`."', "Look at `f()`."),
        (r'"Look at \"worker 2\"."', 'Look at "worker 2".'),
        ("'Look at \"worker 2\".'", 'Look at "worker 2".'),
    ],
)
def test_a_caption_is_kept_however_it_is_quoted(
    scratch: Scratch, written: str, caption: str
) -> None:
    figure = block(f'timeline("topic/name", caption={written})')
    page = f"Before.\n\n{figure}\n\nAfter.\n"
    wanted = f"Before.\n\n*Figure on the page: {caption}*\n\nAfter.\n"
    assert twin(page, scratch.project, "") == wanted


def show_run(scratch: Scratch, monkeypatch: pytest.MonkeyPatch, printed: str) -> None:
    """Have ``topic/name`` be shown by one run, which printed this."""
    snippet = scratch.snippet("topic/name", "print(1)")
    run = made_up(stdout=printed, method="spawn")
    monkeypatch.setattr(module, "fresh_runs", lambda name: (snippet, (run,), None))


def test_how_a_program_ends_stands_there_as_a_table(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    show_run(scratch, monkeypatch, "<a> | *b*\n")
    listed = textwrap.indent(block('matrix("topic/name")'), "    ")
    assert twin(f"- Each loses updates:\n\n{listed}\n", scratch.project, "") == (
        "- Each loses updates:\n"
        "\n"
        "    How name.py ends:\n"
        "\n"
        "    | CPython | spawn |\n"
        "    | --- | --- |\n"
        r"    | Linux 3.15.2 | \<a> \| \*b\* |" + "\n"
    )


def test_what_was_printed_stands_there_letter_for_letter(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch
) -> None:
    show_run(scratch, monkeypatch, "a\u2028b\x0cc\x1cd   \n\n \nlast \n")
    listed = textwrap.indent(block('show("topic/name")'), "    ")
    made = twin(f"- One:\n\n{listed}\n", scratch.project, "")
    assert "    ```text\n    a\u2028b\x0cc\x1cd   \n\n     \n    last \n    ```\n" in made


def test_the_names_of_the_api_are_listed() -> None:
    lines = twin(block('api("pool")'), Project(HOME), "").splitlines()
    assert len(lines) == len(names_on("pool"))
    [imap] = [line for line in lines if line.startswith("- `multiprocessing.pool.Pool.imap(")]
    assert imap.startswith("- `multiprocessing.pool.Pool.imap(func, iterable, chunksize=1)`: used")


def test_the_times_of_builds_are_there(tmp_path: Path) -> None:
    page, project = block("build_times()"), Project(tmp_path)
    assert twin(page, project, "") == "\n"
    figures = (Figure(10, "cold", "ours", 3, 1.5, 1.0, 40.0, 0.0),)
    save(Speed("2026-11-27", "Linux", 2, "3.11.7", "3.15.2", figures), project.records)
    assert "everything anew" in twin(page, project, "")
    assert "1.50" in twin(page, project, "")


def test_what_trials_came_to_is_there(scratch: Scratch) -> None:
    made = twin(block("trial_results()"), scratch.project, "")
    assert "Changed on purpose: none of 0 programs yet\n" in made
    assert "wrong verdicts\n" in made


def test_a_block_that_is_only_told_of_stays(scratch: Scratch) -> None:
    page = "\n".join(["````text", block('show("topic/name")'), "````", ""])
    assert twin(page, scratch.project, "") == page
