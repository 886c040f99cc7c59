"""What a page shows of a run: all of it, nothing else, and where each part is from."""

from __future__ import annotations

import sys
import types
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest
from bs4 import BeautifulSoup, Tag
from markdown import Markdown
from markdown_exec import formatter, validator

from runner.interpreters import Interpreter
from runner.metadata import Settings
from runner.problem import Problem
from runner.record import Environment, Record, Result, Sample
from runner.run import OUTPUT_LIMIT, Run, Runner
from runner.show import render, settle
from runner.snippet import Snippet
from runner.trace import Piece
from tests.scratch import Scratch, made_up, supervised

NEWEST = Environment("Linux", "3.15.2", True, 2, "2026-11-20")
OLDER = Environment("Linux", "3.13.5", True, 4, "2026-10-01")
HOSTILE = """
import sys

print("<script>alert(1)</script> & &amp; &#10; <b>bold</b>")
print("```\\n\\n\\n~~~\\n    indented\\n--8<-- \\"nothing.md\\"")
print("{{ page }} {% raw %} [a](b) `c` **d** # e\\n# f\\n\\n* g")
print("</samp></pre></details></div></section>")
print("\\x02wzxhzdk:0\\x03 \\x02amp\\x03 \\x1b[31mred\\x1b[0m \\u202eevil", flush=True)
print("=== \\"tab\\"\\n!!! note\\n\\n[TOC]\\n\\n<!-- x", file=sys.stderr)
"""


def a_snippet(output: str = "exact", code: str = 'print("hello")\n', **settings: object) -> Snippet:
    text = f'"""Show it."""\n\n{code}'
    return Snippet(
        "topic/name",
        Path("name.py"),
        text,
        text,
        "Show it.",
        Settings(output=output, **settings),  # type: ignore[arg-type]
    )


def a_record(snippet: Snippet, *results: Result) -> Record:
    return Record("topic/name", snippet.digest, snippet.settings.output, (OLDER, NEWEST), results)


def soup_of(html: str) -> BeautifulSoup:
    """Read HTML as a browser does, and insist that it is valid."""
    parser = html5lib.HTMLParser(strict=True)
    parser.parseFragment(html)
    return BeautifulSoup(html, "html5lib")


def text_of(tag: Tag, stream: str = "stdout") -> str:
    """Give what is shown of a stream; what cannot be seen as itself, not written out."""
    return "".join(
        string.encode().decode("unicode_escape")
        if string.find_parent(class_="run-control")
        else string
        for samp in tag.select(f"samp.run-{stream}")
        for string in samp.find_all(string=True)
    )


def one(tag: Tag, selector: str) -> Tag:
    (found,) = tag.select(selector)
    return found


def words(tag: Tag, selector: str = ".run-about") -> str:
    return " ".join(one(tag, selector).get_text().split())


# -- the program ----------------------------------------------------------------


def test_the_program_is_the_snippet_s_code_under_its_file_name() -> None:
    snippet = a_snippet(code="\n\nprint('<b>', \"&\")  # ünïcode\n\tx = 1\n\n")
    program = one(soup_of(render(snippet, [made_up()], None)), ".highlight")
    assert one(program, "pre > code").get_text() == snippet.code
    assert one(program, ".filename").get_text() == "name.py"


def test_only_programs_get_the_theme_s_copy_button() -> None:
    run = made_up(stdout="out\n", stderr="err\n", stacks={"main": "File x"})
    soup = soup_of(render(a_snippet(), [run], None))
    assert [code.find_parent(class_="run-result") for code in soup.select("pre > code")] == [None]


def test_downloads_are_found_from_the_page() -> None:
    html = settle(render(a_snippet(), [made_up()], None), "../")
    links = [link["href"] for link in soup_of(html).select("a.run-download")]
    assert links == ["../downloads/topic/name.ipynb", "../downloads/topic/name.py"]


def test_sources_are_linked_where_they_are_to_be_seen(scratch: Scratch) -> None:
    scratch.write("topic/tools", "def nothing():\n    pass")
    snippet = scratch.snippet("topic/name", "import tools\n\ntools.nothing()")
    html = render(snippet, [made_up()], None)
    page = soup_of(settle(html, "../", "https://example.org/project/"))
    linked = {link["aria-label"]: link["href"] for link in page.select("a[href^='https:']")}
    assert linked == {
        "Source of tools.py": "https://example.org/project/snippets/topic/tools.py",
        "Source of name.py": "https://example.org/project/snippets/topic/name.py",
    }
    assert "Source of" not in settle(html, "../")


def test_local_helpers_come_first(scratch: Scratch) -> None:
    scratch.write("topic/tools", "def nothing():\n    pass")
    snippet = scratch.snippet("topic/name", "import tools\n\ntools.nothing()")
    soup = soup_of(render(snippet, [made_up()], None))
    assert [tag.get_text() for tag in soup.select(".filename")] == ["tools.py", "name.py"]
    # The theme names a block after the nearest id around it.
    names = [code.find_parent(id=True)["id"] for code in soup.select("pre > code")]  # type: ignore[index]
    assert names == ["run-topic-name-tools", "run-topic-name"]


# -- the output -------------------------------------------------------------------


@pytest.fixture(scope="module")
def hostile(
    runner: Runner, python: Interpreter, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Snippet, Run]:
    scratch = Scratch(tmp_path_factory.mktemp("hostile"))
    snippet = scratch.snippet("topic/hostile", HOSTILE)
    return snippet, runner.run(snippet, python, "spawn")


@pytest.mark.parametrize("indent", ["", "!!! note\n\n    ", "1. A list\n\n    ", "=== x\n\n> "])
def test_no_output_is_taken_for_markdown_or_html(
    hostile: tuple[Snippet, Run], indent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    snippet, run = hostile
    shown = render(snippet, [run], None)
    module = types.ModuleType("a_page_s_runner")
    module.show = lambda: shown  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    margin = indent.rpartition("\n")[2]
    block = [
        '```python exec="1" html="1" id="hostile"',
        "from a_page_s_runner import show",
        "print(show())",
        "```",
    ]
    page = "Before.\n\n" + indent + f"\n{margin}".join(block) + "\n\nAfter *it*.\n"
    fence = {"name": "python", "class": "python", "validator": validator, "format": formatter}
    markdown = Markdown(
        extensions=[
            *("admonition", "attr_list", "md_in_html", "tables", "toc"),
            *("pymdownx.details", "pymdownx.snippets", "pymdownx.superfences"),
        ],
        extension_configs={
            "pymdownx.snippets": {"check_paths": True},
            "pymdownx.superfences": {"custom_fences": [fence]},
        },
    )
    html = markdown.convert(page)
    assert shown in html
    soup = BeautifulSoup(html, "html5lib")
    assert text_of(soup) == run.stdout
    assert text_of(soup, "stderr") == run.stderr
    assert "<script>alert(1)</script>" in run.stdout
    assert not soup.select("script, .run em, .run h1")
    assert one(soup, "em").find_parent(class_="run") is None


def test_a_real_run_s_output_is_all_there(hostile: tuple[Snippet, Run]) -> None:
    snippet, run = hostile
    soup = soup_of(render(snippet, [run], None))
    assert text_of(soup) == run.stdout
    assert text_of(soup, "stderr") == run.stderr
    assert words(soup, ".run-command") == "python hostile.py"
    assert f"CPython {run.python}, spawn" in words(soup).replace(" (free-threaded)", "")
    assert "left nothing behind" in words(soup)


def test_streams_are_told_apart() -> None:
    pieces = (Piece(1, 1, 1, "one\n"), Piece(2, 2, 1, "two\n"), Piece(3, 1, 1, "three\n"))
    run = made_up(stdout="one\nthree\n", stderr="two\n", pieces=pieces)
    soup = soup_of(render(a_snippet(), [run], None))
    assert [tag.get_text() for tag in soup.select("samp")] == ["one\n", "two\n", "three\n"]
    assert words(soup, ".run-stream") == "standard error"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"status": 1}, "Exit status 1"),
        ({"status": -9}, "Ended by signal SIGKILL"),
        ({"verdict": "hang", "status": -9}, "Hangs; stopped by the runner"),
        ({"verdict": "deadline"}, "Ended by the runner: deadline"),
        ({"written": (OUTPUT_LIMIT + 1, 0)}, "Cut: it wrote 1,048,577 bytes."),
        ({"stdout": "x" * 70_000}, "The page shows the first 65,536 characters."),
    ],
)
def test_how_it_ended_is_said(changes: dict[str, object], expected: str) -> None:
    snippet = a_snippet()
    end = replace(snippet.settings.end, hangs_after=3.0)
    snippet = replace(snippet, settings=replace(snippet.settings, end=end))
    run = made_up(**{"stdout": "a\n", **changes})
    assert words(soup_of(render(snippet, [run], None)), ".run-end") == expected


def test_a_program_that_prints_nothing_says_so() -> None:
    assert words(soup_of(render(a_snippet(), [made_up()], None)), ".run-end") == "Prints nothing"


def test_long_output_is_a_tab_stop_and_short_output_is_none() -> None:
    for lines, stops in ((10, 0), (50, 1)):
        soup = soup_of(render(a_snippet(), [made_up(stdout="line\n" * lines)], None))
        assert len(soup.select(".run-output[tabindex][role][aria-label]")) == stops


@supervised
def test_a_hang_shows_what_each_process_did(
    runner: Runner, python: Interpreter, scratch: Scratch
) -> None:
    code = """
    import time
    from multiprocessing import Process


    def sleep_on():
        time.sleep(60)


    if __name__ == "__main__":
        Process(target=sleep_on).start()
        time.sleep(60)
    """
    snippet = scratch.snippet("topic/hangs", code, "hangs-after = 1")
    run = runner.run(snippet, python, "forkserver")
    soup = soup_of(render(snippet, [run], None))
    assert words(soup, ".run-end") == "Hangs; stopped by the runner"
    opened = [one(tag, "summary").get_text() for tag in soup.select("details.run-more[open]")]
    assert opened == ["main", "Process-1"]
    assert "in sleep_on" in soup.select("details.run-more[open]")[1].get_text()
    assert "left" not in words(soup)


# -- tabs -------------------------------------------------------------------------

FORKSERVER = Result(("Linux 3.15.2 forkserver",), "exit 0", stdout="newest\n")
SPAWN = Result(("Linux 3.15.2 spawn", "Linux 3.13.5 spawn"), "exit 0", stdout="spawned\n")
FORK = Result(("Linux 3.13.5 fork", "Linux 3.13.5 forkserver"), "exit 1", stdout="older\n")


def test_each_distinct_result_has_a_tab_the_likeliest_first() -> None:
    snippet = a_snippet()
    record = a_record(snippet, FORK, SPAWN, FORKSERVER)
    soup = soup_of(render(snippet, [made_up(stdout="newest\n")], record))
    labels = [tag.get_text() for tag in soup.select("label.run-tab")]
    assert labels == ["3.15 · forkserver", "spawn", "3.13 · fork, forkserver"]
    assert [text_of(tag) for tag in soup.select(".run-result")] == [
        "newest\n",
        "spawned\n",
        "older\n",
    ]
    assert [tag["data-places"] for tag in soup.select(".run-result")] == [
        "Linux 3.15.2 forkserver",
        "Linux 3.15.2 spawn, Linux 3.13.5 spawn",
        "Linux 3.13.5 fork, Linux 3.13.5 forkserver",
    ]
    radios = soup.select("fieldset input[type=radio]")
    assert [radio.has_attr("checked") for radio in radios] == [True, False, False]
    assert len({radio["name"] for radio in radios}) == 1


def test_only_this_build_s_run_is_passed_off_as_such() -> None:
    snippet = a_snippet()
    soup = soup_of(
        render(snippet, [made_up(stdout="newest\n")], a_record(snippet, FORK, FORKSERVER))
    )
    fresh, recorded = soup.select(".run-about")
    assert "Ran on CPython 3.15.2, forkserver, Linux, 2 CPUs · 2026-11-20" in fresh.get_text()
    assert "Recorded" not in fresh.get_text()
    assert recorded.get_text().startswith(
        "Recorded earlier, not run in this build · CPython 3.13.5"
    )
    assert "Linux, 4 CPUs · 2026-10-01" in recorded.get_text()
    assert "Ran on" not in recorded.get_text()


def test_equal_results_are_one_and_it_shows_the_fresh_text() -> None:
    snippet = a_snippet("lines")
    places = ("Linux 3.15.2 forkserver", "Linux 3.13.5 fork")
    record = a_record(snippet, Result(places, "exit 0", stdout="b\na\n"))
    soup = soup_of(render(snippet, [made_up(stdout="a\nb\n")], record))
    assert not soup.select("fieldset")
    assert text_of(soup) == "a\nb\n"
    assert (
        "the same in all 2 recorded places: Python 3.13, 3.15 with fork, forkserver on Linux"
        in words(soup)
    )


def test_where_this_build_ran_this_build_counts() -> None:
    snippet = a_snippet()
    both = Result(("Linux 3.15.2 forkserver", "Linux 3.13.5 fork"), "exit 0", stdout="was\n")
    soup = soup_of(render(snippet, [made_up(stdout="is\n")], a_record(snippet, both)))
    assert [text_of(tag) for tag in soup.select(".run-result")] == ["is\n", "was\n"]
    labels = [tag.get_text() for tag in soup.select(".run-tab")]
    assert labels == ["3.15 · forkserver", "3.13 · fork"]


def test_what_another_text_of_the_snippet_printed_is_not_shown() -> None:
    record = replace(a_record(a_snippet(), FORK), digest="another")
    soup = soup_of(render(a_snippet(), [made_up(stdout="new\n")], record))
    assert text_of(soup) == "new\n"
    assert "not recorded anywhere else" in words(soup)


def test_without_a_fitting_python_the_record_is_shown_as_recorded() -> None:
    snippet = a_snippet()
    soup = soup_of(render(snippet, [], a_record(snippet, FORK)))
    assert text_of(soup) == "older\n"
    assert words(soup, ".run-end") == "Exit status 1"
    assert words(soup).startswith("Recorded earlier, not run in this build")


def test_with_neither_run_nor_record_there_is_no_page() -> None:
    with pytest.raises(Problem, match="nothing to show"):
        render(a_snippet(), [], None)


# -- the quiet line -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("snippet", "run", "expected"),
    [
        (a_snippet(), made_up(), "What holds: the same text in every run."),
        (a_snippet("lines"), made_up(), "the same lines in every run, in any order."),
        (
            a_snippet("per-process"),
            made_up(),
            "What holds: each process's lines in order; processes in any order.",
        ),
        (
            a_snippet("pattern"),
            made_up(stdout="0.1 s at 0x7fff12\n"),
            "apart from the parts that are marked (seconds, address).",
        ),
        (a_snippet(), made_up(), "took 0.5 s"),
        (a_snippet(), made_up(seconds=0.02), "took less than 0.1 s"),
        (a_snippet(), made_up(python="3.14.1t"), "CPython 3.14.1t (free-threaded), forkserver"),
        (a_snippet(), made_up(platform="Darwin", method="spawn"), "spawn, macOS"),
        (a_snippet(), made_up(method="native"), "CPython 3.15.2, Linux"),
        (
            a_snippet(leaves=("semaphore",)),
            made_up(left={"semaphore": ("a", "b")}),
            "left behind, on purpose: 2 × semaphore",
        ),
        (a_snippet(), made_up(left={"file": ("a",)}), "left behind: 1 × file"),
        (a_snippet(), made_up(notes=("it was slow",)), "it was slow"),
        (
            a_snippet(),
            made_up(blind=("zombies", "stacks")),
            "cannot be seen here: zombies, stacks",
        ),
        (
            a_snippet(),
            made_up(stderr='  File "/usr/lib/python3.15/a.py", line 1, in a\n'),
            "line numbers inside Python's own files may differ",
        ),
    ],
)
def test_the_quiet_line_says(snippet: Snippet, run: Run, expected: str) -> None:
    assert expected in words(soup_of(render(snippet, [run], None)))


def test_what_differs_from_run_to_run_is_marked() -> None:
    run = made_up(stdout="took 0.25 s\n")
    assert words(soup_of(render(a_snippet("pattern"), [run], None)), "var") == "0.25"


# -- a program that varies ------------------------------------------------------------


def test_one_that_varies_lists_each_output_and_counts() -> None:
    runs = [made_up(stdout=text) for text in ("a\n", "b\n", "a\n")]
    soup = soup_of(render(a_snippet("varies"), runs, None))
    assert words(soup, ".run-tally") == "3 runs, 2 different outputs."
    steps = soup.select("ol.run-steps > li")
    assert [text_of(step) for step in steps] == ["a\n", "b\n"]
    assert "Printed in 2 of 3 runs in this build" in steps[0].get_text()
    assert "It really differs from run to run." in words(soup)


def test_one_that_varies_tells_runs_of_this_build_and_recorded_ones_apart() -> None:
    snippet = a_snippet("varies")
    result = Result(
        ("Linux 3.15.2 forkserver", "Linux 3.13.5 fork"),
        "exit 0",
        samples=(Sample("b\n", 12), Sample("c\n", 8)),
        tallies={"Linux 3.15.2 forkserver": "2 of 20", "Linux 3.13.5 fork": "4 of 20"},
    )
    runs = [made_up(stdout="a\n"), made_up(stdout="b\n")]
    soup = soup_of(render(snippet, runs, a_record(snippet, result)))
    assert words(soup, ".run-tally") == (
        "This build: 2 runs, 2 different outputs. Recorded with CPython 3.15.2, forkserver,"
        " Linux: 20 runs, 2 different outputs."
    )
    notes = [one(step, ".run-note").get_text() for step in soup.select("ol.run-steps > li")]
    assert notes == [
        "Printed in 1 of 2 runs in this build",
        "Printed in 1 of 2 runs in this build and in 12 recorded runs",
        "Printed in 8 recorded runs",
    ]
    cells = [cell.get_text() for cell in soup.select(".run-table td")]
    assert cells == ["", "2 of 20", "4 of 20", ""]


# -- on a page ------------------------------------------------------------------------


def test_a_page_may_show_a_snippet_twice() -> None:
    snippet = a_snippet()
    shown = render(snippet, [made_up(stdout='id="run-topic-name"\n')], a_record(snippet, FORK))
    other = shown.replace("run-topic-name", "run-topic-name_2")
    soup = soup_of(settle(f"<p>one</p>{shown}<p>two</p>{other}{shown}<p>three</p>"))
    ids = [tag["id"] for tag in soup.select("[id]")]
    assert ids == ["run-topic-name", "run-topic-name_2", "run-topic-name--2"]
    assert len({radio["name"] for radio in soup.select("input")}) == 3
    assert text_of(soup).count('id="run-topic-name"') == 2


def test_what_follows_a_snippet_that_is_shown_twice_stays_as_it_is() -> None:
    shown = render(a_snippet(), [made_up()], None)
    links = '<a href="#run-topic-name-more">More</a><h2 id="run-topic-name-more">More</h2>'
    settled = settle(shown + shown + links)
    assert settled.endswith(links)
    assert soup_of(settled).select_one('#run-topic-name--2 a[href="#run-topic-name--2"]')


def test_settling_a_settled_page_changes_nothing() -> None:
    page = settle(render(a_snippet(), [made_up()], None), "../")
    assert settle(page, "../") == page
