"""The pages as they are written: every fence, link and heading, and what stands at the top."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from pathlib import Path

import markdown
import pytest
import yaml
from mkdocs.utils.yaml import yaml_load

from runner.catalog import read_questions
from runner.inventory import read_targets
from runner.pages import WHOLE_SITE, calls_of, find_shown, read_page
from runner.problem import Problem
from runner.project import HOME, Project
from runner.record import load
from runner.surface import FOLDER
from runner.surface import PAGES as REFERENCE

DOCS = HOME / "docs"
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
QUESTIONS = (
    "what-and-why",
    "processes-vs-threads",
    "first-process",
    "what-is-a-pool",
    "first-pool",
    "four-numbers",
)
SHORTEST, LONGEST = 80, 160  # characters of a description
LEAST_SHOWN = 3  # snippets on the page of a question
MANUAL = "https://docs.python.org/"

_FENCED = re.compile(r"^( *)(`{3,}|~{3,}).*?^\1\2`* *$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(
    r"\]\((?P<to>[^)\s]+)(?:\s+\"[^\"]*\")?\)|^\[[^\]]+\]: *(?P<ref>\S+)", re.MULTILINE
)
_ID = re.compile(r'\sid="([^"]+)"')

each_page = pytest.mark.parametrize("page", PAGES)


@dataclass(frozen=True)
class Text:
    """A page, taken apart."""

    front: dict[str, object]
    prose: str  # without fences and code, in which nothing is a link or a heading
    links: tuple[str, ...]


@functools.cache
def read(page: str) -> Text:
    text = (DOCS / page).read_text("utf-8")
    found = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    front = yaml.safe_load(found[1]) if found else {}
    prose = _CODE.sub("`…`", _FENCED.sub("", text[found.end() if found else 0 :]))
    links = tuple(link["to"] or link["ref"] for link in _LINK.finditer(prose))
    assert isinstance(front, dict)
    return Text(front, prose, links)


@functools.cache
def anchors(path: Path) -> frozenset[str]:
    """Give the ids that a page's headings get."""
    body = re.sub(r"\A---\n.*?\n---\n", "", path.read_text("utf-8"), flags=re.DOTALL)
    html = markdown.markdown(_FENCED.sub("", body), extensions=["toc", "attr_list", "admonition"])
    return frozenset(_ID.findall(html))


@functools.cache
def manual() -> frozenset[str]:
    return frozenset(read_targets())


@each_page
def test_each_fence_is_known(page: str) -> None:
    try:
        list(read_page((DOCS / page).read_text("utf-8"), f"docs/{page}"))
    except Problem as problem:
        pytest.fail(str(problem), pytrace=False)


def test_each_block_has_an_id_of_its_own() -> None:
    try:
        find_shown(DOCS)
    except Problem as problem:
        pytest.fail(str(problem), pytrace=False)


@each_page
def test_its_front_matter_is_complete(page: str) -> None:
    front = read(page).front
    assert front.keys() >= {"title", "description", "tags", "docs"}, f"docs/{page}: {[*front]}"
    description = front["description"]
    assert isinstance(description, str)
    assert SHORTEST <= len(description) <= LONGEST, f"docs/{page}: {len(description)} characters"
    assert description.endswith((".", "?", "!"))
    for key in ("tags", "docs"):
        values = front[key]
        assert isinstance(values, list), f"docs/{page}: {key} is no list"
        assert values, f"docs/{page}: {key} names nothing"
        assert all(isinstance(value, str) for value in values)
        assert len(set(values)) == len(values), f"docs/{page}: {key} names one twice"
    for url in front["docs"]:  # type: ignore[attr-defined]
        assert url.startswith("https://"), f"docs/{page}: {url}"


@each_page
def test_it_has_one_title(page: str) -> None:
    titles = re.findall(r"^# (.+)$", read(page).prose, re.MULTILINE)
    assert len(titles) == 1, f"docs/{page}: {titles}"


@each_page
def test_its_headings_leave_out_no_level(page: str) -> None:
    levels = [len(marks) for marks in re.findall(r"^(#+) ", read(page).prose, re.MULTILINE)]
    for above, below in itertools.pairwise(levels):
        assert below <= above + 1, f"docs/{page}: a heading of level {below} under {above}"


@pytest.mark.parametrize("page", [p for p in PAGES if p.startswith("start/")])
def test_it_ends_with_what_is_next(page: str) -> None:
    headings = re.findall(r"^## (.+)$", read(page).prose, re.MULTILINE)
    assert headings, f"docs/{page} has no sections"
    assert headings[-1] == "Next", f"docs/{page} ends with {headings[-1]!r}"
    following = read(page).prose.rpartition("\n## Next\n")[2]
    assert _LINK.search(following), f"docs/{page}: Next leads nowhere"


@pytest.mark.parametrize("name", QUESTIONS)
def test_each_question_is_answered_by_programs(name: str) -> None:
    page = DOCS / "start" / f"{name}.md"
    assert page.is_file(), f"docs/start/{name}.md is missing"
    shown = {each.snippet for each in read_page(page.read_text("utf-8"), page.name)}
    assert len(shown) >= LEAST_SHOWN, f"docs/start/{name}.md shows {len(shown)} snippets"


@each_page
def test_it_shows_a_program_that_ran(page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    index = not WHOLE_SITE.isdisjoint(function for function, _ in calls_of(text))
    if not index and not page.startswith(("about/", f"{FOLDER}/")):
        shown = [each for each in read_page(text, page) if not each.figure]
        assert shown, f"docs/{page} shows no program and what it printed"


@each_page
def test_its_links_lead_somewhere(page: str) -> None:
    for link in read(page).links:
        if re.match(r"[a-z]+:", link):
            assert link.startswith(("https://", "mailto:")), f"docs/{page}: {link}"
            continue
        path, _, anchor = link.partition("#")
        target = (DOCS / page).parent / path if path else DOCS / page
        if path.endswith(".md") or not path:
            assert target.is_file(), f"docs/{page}: no page {link}"
            assert not anchor or anchor in anchors(target), f"docs/{page}: no heading {link}"
        else:
            assert _is_made_from(target), f"docs/{page}: no file {link}"


def test_each_question_of_the_index_leads_to_its_heading() -> None:
    for question in read_questions(DOCS):
        known = anchors(DOCS / question.entry.page)
        assert not question.anchor or question.anchor in known, question.place


def test_each_tooltip_is_a_term_of_the_glossary() -> None:
    settings = yaml_load((HOME / "mkdocs.yml").read_text("utf-8"))
    [terms] = [
        each["abbr"]["glossary"] for each in settings["markdown_extensions"] if "abbr" in each
    ]
    headings = set(re.findall(r"^## (.+)$", read("about/glossary.md").prose, re.MULTILINE))
    named = {word for heading in headings for word in heading.split(" and ")}
    assert named >= terms.keys()


def _is_made_from(target: Path) -> bool:
    """Tell whether a file is there, or will be: downloads and notebooks are built."""
    inside = target.resolve()
    if inside == DOCS / "build-report.json":
        return True
    downloads = DOCS / "downloads"
    if downloads in inside.parents:
        return (Project(HOME).snippets / inside.relative_to(downloads)).is_file()
    return inside.is_file() or inside.with_suffix(".py").is_file()


@each_page
def test_its_links_into_the_manual_are_right(page: str) -> None:
    given = read(page).front.get("docs") or []
    assert isinstance(given, list)
    for link in [*read(page).links, *map(str, given)]:
        if not link.startswith(MANUAL):
            continue
        version, _, target = link.removeprefix(MANUAL).partition("/")
        assert re.fullmatch(r"3(\.\d+)?", version), f"docs/{page}: {link} names no version"
        if version in ("3", "3.15") and target:
            assert target in manual(), f"docs/{page}: the manual's index has no {target}"


def test_the_reference_shows_each_of_its_pages() -> None:
    found = {path.stem: calls_of(path.read_text("utf-8")) for path in DOCS.glob(f"{FOLDER}/*.md")}
    expected: dict[str, set[tuple[str, str]]] = {page: {("api", page)} for page in REFERENCE}
    assert found == expected | {"index": {("api_index", "")}}


def test_the_inventory_is_read() -> None:
    known = manual()
    assert "library/multiprocessing.html#multiprocessing.Process" in known
    assert "library/multiprocessing.html#multiprocessing-programming" in known
    assert "library/multiprocessing.html" in known
    assert "library/multiprocessing.html#no-such-anchor" not in known


SAME = "The programs above print the same under each start method, on 3.11 to 3.15"


@pytest.mark.parametrize("page", [p for p in PAGES if SAME in " ".join(read(p).prose.split())])
def test_what_is_said_to_be_the_same_everywhere_is_recorded_so(page: str) -> None:
    project = Project(HOME)
    text = (DOCS / page).read_text("utf-8")
    at = re.split(SAME.replace(" ", r"\s+"), text)[0].count("\n")
    shown = [each for each in find_shown(DOCS) if each.page == f"docs/{page}" and each.line < at]
    assert shown
    for each in shown:
        record = load(each.snippet, project.records)
        assert record is not None
        assert len(record.results) == 1, f"{each}: {each.snippet} differs from place to place"


@pytest.mark.parametrize("page", [p for p in PAGES if p.startswith("recipes/")])
def test_a_recipe_says_what_differs(page: str) -> None:
    assert "## What differs by start method, platform and version" in read(page).prose
