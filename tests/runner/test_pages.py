"""Reading pages: what they show, and every fence that is not known is named."""

from __future__ import annotations

import textwrap

import pytest

from runner.pages import Shown, calls_of, find_shown, read_page
from runner.problem import Problem
from tests.scratch import Scratch

BLOCK = """\
```python exec="1" html="1" id="an-id"
from runner import show
print(show("topic/name"))
```
"""


def shown(text: str) -> list[Shown]:
    return list(read_page(text, "docs/page.md"))


def test_an_executed_block_shows_a_snippet() -> None:
    assert shown(f"# Title\n\n{BLOCK}") == [Shown("topic/name", "docs/page.md", 3, "an-id")]
    assert str(shown(BLOCK)[0]) == "docs/page.md:1"


@pytest.mark.parametrize("prefix", ["    ", "  "])
def test_it_may_stand_in_a_list_or_a_detail(prefix: str) -> None:
    assert shown(textwrap.indent(BLOCK, prefix))[0].snippet == "topic/name"


@pytest.mark.parametrize(
    "fence",
    [
        "```text\na\n```",
        '```text title="a title"\na\n```',
        "```console\n$ a\n```",
        "~~~toml\na = 1\n~~~",
        "````text\n```\n````",
        "```text\n```python\n```",
        "```ini\n```",
    ],
)
def test_plain_fences_are_known(fence: str) -> None:
    assert shown(fence) == []


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("```python\nprint(1)\n```", 1, "code that no run proves"),
        ("a\n\n```py\nprint(1)\n```", 3, "unknown fence ```py"),
        ("```\na\n```", 1, "unknown fence ```"),
        ("```text a\na\n```", 1, "unknown fence ```text a"),
        ("```text linenums=1\na\n```", 1, "unknown fence"),
        ("```text\na", 1, "the fence is not closed"),
        ("````text\na\n```", 1, "the fence is not closed"),
        (BLOCK.replace('exec="1"', 'exce="1"'), 1, "unknown fence"),
        (BLOCK.replace('exec="1"', "exec='1'"), 1, "unknown options"),
        (BLOCK.replace('exec="1"', 'exec="on"'), 1, "unknown options"),
        (BLOCK.replace('html="1"', 'htlm="1"'), 1, "unknown options"),
        (BLOCK.replace('html="1" ', ""), 1, "unknown options"),
        (BLOCK.replace('id="an-id"', ""), 1, "unknown options"),
        (BLOCK.replace('id="an-id"', 'id="An id"'), 1, "unknown options"),
        (BLOCK.replace('id="an-id"', 'id="an-id" source="above"'), 1, "unknown options"),
        (BLOCK.replace("print(show", "print(1)\nprint(show"), 1, "an executed block"),
        (BLOCK.replace('"topic/name"', "name"), 1, "an executed block"),
        (BLOCK.replace('"topic/name"', '"a", "b"'), 1, "an executed block"),
        (BLOCK.replace("import show", "import show as s"), 1, "an executed block"),
        (BLOCK.replace("print(", "print(("), 1, "an executed block"),
        (BLOCK.replace("from runner import show\n", ""), 1, "an executed block"),
        (BLOCK.replace('"topic/name"', '"a", caption="b"'), 1, "an executed block"),
        (
            BLOCK.replace("show", "matrix").replace('"))', '", caption="b"))'),
            1,
            "an executed block",
        ),
        (BLOCK.replace("show", "api_index"), 1, "an executed block"),
        (BLOCK.replace("show", "diagram").replace('"topic/name"', ""), 1, "an executed block"),
        (BLOCK.replace("show", "twin"), 1, "an executed block"),
        ('```pycon exec="1"\n```', 1, "unknown options"),
    ],
)
def test_other_fences_are_named(text: str, line: int, told: str) -> None:
    with pytest.raises(Problem) as caught:
        shown(text)
    assert str(caught.value).startswith(f"docs/page.md:{line}: {told}")
    assert "\n    -> " in str(caught.value)


def test_what_is_called_is_known_however_it_is_written() -> None:
    text = f"{BLOCK}\n````text\n{BLOCK.replace('show', 'chart')}````\n"
    assert calls_of(text.replace('"topic/name"', "'topic/name'")) == {("show", "topic/name")}


def test_the_build_report_may_be_printed() -> None:
    text = BLOCK.replace("show\n", "build_report\n").replace('show("topic/name")', "build_report()")
    assert shown(text) == []


def test_what_the_site_holds_may_be_printed() -> None:
    text = BLOCK.replace("show\n", "site_facts\n").replace('show("topic/name")', "site_facts()")
    assert shown(text) == []


def test_the_names_of_the_api_may_be_printed() -> None:
    assert shown(drawn("api", "pool")) == []
    text = BLOCK.replace("show\n", "api_index\n").replace('show("topic/name")', "api_index()")
    assert shown(text) == []


def test_all_pages_are_read_in_order(scratch: Scratch) -> None:
    scratch.page("b.md", "topic/b")
    (scratch.project.docs / "a.md").write_text(BLOCK.replace("topic/name", "topic/a"))
    assert [str(each) for each in find_shown(scratch.project.docs)] == [
        "docs/a.md:1",
        "docs/b.md:3",
    ]


def test_a_page_that_is_no_text_is_named(scratch: Scratch) -> None:
    (scratch.project.docs / "a.md").write_text("# Gr\xf6\xdfe\n", "latin-1")
    with pytest.raises(Problem, match=r"^docs/a\.md: not UTF-8 text: "):
        find_shown(scratch.project.docs)


@pytest.mark.parametrize(
    "block", [BLOCK, BLOCK.replace("show", "site_facts").replace('"topic/name"', "")]
)
def test_an_id_that_is_used_twice_is_named(scratch: Scratch, block: str) -> None:
    index = BLOCK.replace("show", "error_index").replace('"topic/name"', "")
    (scratch.project.docs / "a.md").write_text(block, "utf-8")
    (scratch.project.docs / "b.md").write_text(index, "utf-8")
    with pytest.raises(Problem) as caught:
        find_shown(scratch.project.docs)
    assert str(caught.value).startswith(
        "docs/b.md:1: the block id 'an-id' is used at docs/a.md:1 already"
    )


def drawn(function: str, name: str) -> str:
    code = f'from runner import {function}\nprint({function}("{name}"))'
    return f'a\n\n```python exec="1" html="1" id="a-drawing"\n{code}\n```\n'


def test_a_chart_shows_its_snippet() -> None:
    text = drawn("chart", "measure/start_up")
    assert shown(text) == [Shown("measure/start_up", "docs/page.md", 3, "a-drawing")]


def test_a_diagram_shows_no_snippet(scratch: Scratch) -> None:
    scratch.project.diagrams.mkdir()
    (scratch.project.diagrams / "one.gv").write_text("digraph {}", "utf-8")
    assert shown(drawn("diagram", "one")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (drawn("chart", "measure/nothing"), "no chart is known of 'measure/nothing'"),
        (drawn("diagram", "nothing"), "there is no diagram named 'nothing'"),
        (drawn("api", "pools"), "unknown page 'pools'"),
        (drawn("diagram", "one").replace("print(diagram", "print(chart"), "an executed block"),
        (drawn("chart", "a").replace("))", ", 1))"), "an executed block"),
    ],
)
def test_a_drawing_that_is_not_known_is_named(scratch: Scratch, text: str, told: str) -> None:
    with pytest.raises(Problem) as caught:
        shown(text)
    assert str(caught.value).startswith(f"docs/page.md:3: {told}")
