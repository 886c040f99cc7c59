"""What is left out of a page before the search takes it apart: nothing that it would find."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]

from runner.memo import _lightened, digest
from runner.show import render
from tests.scratch import Scratch, made_up

CODE = '''"""Print a "</code>" & more."""

import os


def main():
    print(f"<b>{os.getpid()}</b> &lt; </code></pre>")


if __name__ == "__main__":
    main()
'''


@pytest.fixture
def page(scratch: Scratch) -> Any:
    """A page with two programs, of which one has a helper; text stands around them."""
    (scratch.project.snippets / "topic").mkdir(parents=True)
    (scratch.project.snippets / "topic/helper.py").write_text("VALUE = 1\n", "utf-8")
    one = scratch.snippet("topic/one", CODE)
    two = scratch.snippet("topic/two", "import helper\nprint(helper.VALUE)")
    shown = [
        render(each, [made_up(snippet=each.name, stdout=f"{each.name} printed\n")], None)
        for each in (one, two)
    ]
    content = "<h1 id='t'>Title</h1><p>before <code>name</code></p>{}<p>between</p>{}<p>after</p>"
    return SimpleNamespace(
        content=content.format(*shown), meta={}, toc=[], url="page.html", title="Title"
    )


def entries(page: Any) -> list[Any]:
    index = SearchIndex()
    index.add_entry_from_context(page)
    return list(index.entries)


def test_the_search_finds_the_same_without_programs(page: Any) -> None:
    whole, content = entries(page), page.content
    with _lightened(page):
        assert "getpid" not in page.content
        assert "VALUE" not in page.content
        assert entries(page) == whole
    assert page.content == content
    assert all(word in str(whole) for word in ("before", "between", "after", "printed"))


@pytest.mark.parametrize(
    ("one", "other"),
    [(("ab", "c"), ("a", "bc")), (("1",), (1,)), (("[]",), ([],)), (({"a": 1},), ({"a": 2},))],
)
def test_what_differs_has_another_digest(one: Any, other: Any) -> None:
    assert digest(*one) != digest(*other)
