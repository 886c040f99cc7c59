"""The indexes: what pages say of themselves, all of it, with links that work."""

from __future__ import annotations

import pytest

from runner import catalog
from runner.problem import Problem
from runner.twin import twin
from tests.runner.test_show import soup_of
from tests.scratch import Scratch

PAGE = """\
---
title: 'KeyError: <b> & more'
description: What it is.
pitfall: P02
errors:
  - "x.KeyError: <b> & more"
  - "no name here: but a message"
symptoms:
  - hangs
---

# Title
"""


@pytest.fixture
def pages(scratch: Scratch) -> Scratch:
    scratch.project.docs.joinpath("sub").mkdir()
    scratch.project.docs.joinpath("sub/b.md").write_text(PAGE, "utf-8")
    other = PAGE.replace("P02", "P01").replace("hangs", "slower").replace("KeyError", "OSError")
    scratch.project.docs.joinpath("a.md").write_text(other, "utf-8")
    scratch.project.docs.joinpath("index.md").write_text("# No front matter\n", "utf-8")
    return scratch


def test_errors_are_listed_by_their_type(pages: Scratch) -> None:
    soup = soup_of(catalog.error_index())
    names = [name.text for name in soup("p")]
    assert names == ["KeyError", "Messages without an exception's name", "OSError"]
    assert next(term.text for term in soup("dt")) == "x.KeyError: <b> & more"
    assert [link["href"] for link in soup("a")].count("page:sub/b.md") == 2


def test_a_symptom_lists_its_pages_only(pages: Scratch) -> None:
    [item] = soup_of(catalog.symptom_index("hangs"))("li")
    assert "KeyError: <b> & more" in item.text
    assert "What it is." in item.text
    with pytest.raises(Problem, match="unknown symptom 'hang'"):
        catalog.symptom_index("hang")


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ("What it is.", "What: it is.", "3: the front matter is no YAML"),
        ("  - hangs\n", "  - hangs\n  - hang\n", "10: unknown symptom 'hang'"),
        ("symptoms:\n  - hangs", "symptoms: [slow]", "8: unknown symptom 'slow'"),
        ("symptoms:\n  - hangs", "symptoms: hangs", "8: symptoms is no list"),
        ("is.", "is \N{LATIN SMALL LETTER E WITH ACUTE}.", " not UTF-8 text"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    scratch: Scratch, written: str, instead: str, told: str
) -> None:
    page = scratch.project.docs / "a.md"
    page.write_text(PAGE.replace(written, instead), "latin-1")
    with pytest.raises(Problem) as caught:
        catalog.read_entries(scratch.project.docs)
    assert str(caught.value).startswith(f"docs/a.md:{told}")


def test_pitfalls_come_by_number(pages: Scratch) -> None:
    links = soup_of(catalog.pitfall_index())("a")
    assert [link["href"] for link in links] == ["page:a.md", "page:sub/b.md"]


QUESTIONS = """\
---
title: '"What" is a `x`?'
---

# What is it, and why?

## Is it {#the-id}

### Is `f(<x>)` *safe*?

### May I?

```console
### Not a heading?
```

### May I?
"""


def test_questions_come_from_titles_and_headings(scratch: Scratch) -> None:
    scratch.project.docs.joinpath("page.md").write_text(QUESTIONS, "utf-8")
    found = catalog.read_questions(scratch.project.docs)
    assert [(each.letter, each.text, each.place) for each in found] == [
        ("I", "Is f(<x>) safe?", "page.md#is-fx-safe"),
        ("M", "May I?", "page.md#may-i"),
        ("M", "May I?", "page.md#may-i_1"),
        ("W", '"What" is a `x`?', "page.md"),
    ]


def test_the_index_of_questions_links_to_their_headings(scratch: Scratch) -> None:
    scratch.project.docs.joinpath("page.md").write_text(QUESTIONS, "utf-8")
    soup = soup_of(catalog.question_index())
    links = [link["href"] for link in soup.select("li > a")]
    assert links[:2] == ["page:page.md#is-fx-safe", "page:page.md#may-i"]
    assert next(item.text for item in soup("li")) == 'Is f(<x>) safe? ("What" is a `x`?)'
    jumps = [str(link["href"]) for link in soup.select(".index-letters a")]
    assert jumps == ["#questions-I", "#questions-M", "#questions-W"]
    assert all(soup.select(jump) for jump in jumps)


def test_the_twin_of_the_index_has_the_same_links(scratch: Scratch) -> None:
    scratch.project.docs.joinpath("page.md").write_text(QUESTIONS, "utf-8")
    block = '```python exec="1" html="1" id="a"\nfrom runner import question_index\n'
    text = twin(f"{block}print(question_index())\n```\n", scratch.project, "../")
    assert "- [May I?](../page.md#may-i)\n- [May I?](../page.md#may-i_1)\n" in text


def test_what_is_in_the_form_of_many_pages_is_no_question(scratch: Scratch) -> None:
    for number in range(catalog.FORM):
        text = f"# Title {number}\n\n## Why so?\n\n## Why {number}?\n"
        scratch.project.docs.joinpath(f"{number}.md").write_text(text, "utf-8")
    found = [each.text for each in catalog.read_questions(scratch.project.docs)]
    assert found == [f"Why {number}?" for number in range(catalog.FORM)]


def test_links_are_settled_and_nothing_else() -> None:
    html = '<a href="page:sub/b.md">b</a> page:sub/b.md <a href="other">c</a>'
    settled = catalog.settle(html, lambda path: f"../{path.removesuffix('.md')}.html?a&b")
    assert settled == ('<a href="../sub/b.html?a&amp;b">b</a> page:sub/b.md <a href="other">c</a>')


@pytest.mark.parametrize(
    ("front", "complaint"),
    [
        ("title: a: b", "no YAML"),
        ("- a", "no table"),
        ("errors: a", "errors is no list"),
        ("introduces: true", "introduces is no list"),
        ("symptoms: [1]", "symptoms is no list"),
        ("symptoms: [hang]", "unknown symptom 'hang'"),
    ],
)
def test_what_is_wrong_at_the_top_names_the_file(
    scratch: Scratch, front: str, complaint: str
) -> None:
    page = scratch.project.docs / "page.md"
    page.write_text(f"---\n{front}\n---\n# Title\n", "utf-8")
    with pytest.raises(Problem, match=complaint) as raised:
        catalog.read_entries(scratch.project.docs)
    assert "docs/page.md:2" in str(raised.value)
