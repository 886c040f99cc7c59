"""The real site's own search, in a real browser: questions and messages find their page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as NothingYet

from runner.catalog import read_entries
from runner.project import HOME
from tests.site.indexing import check_both
from tests.site.serving import served
from tests.site.tiny import Tiny

QUESTIONS = json.loads((HOME / "tests/data/questions.json").read_text("utf-8"))
# Nothing on the site was written for these: what they find tells how others will fare.
UNPREPARED = json.loads((HOME / "tests/data/unprepared.json").read_text("utf-8"))
ENTRIES = read_entries(HOME / "docs")
# What people type of a subject alone, and the page that introduces it: as its front matter says,
# and in other words.
SUBJECTS = {
    subject: entry.page.replace(".md", ".html") for entry in ENTRIES for subject in entry.introduces
} | json.loads((HOME / "tests/data/subjects.json").read_text("utf-8"))
# A sample of what pages say that they are asked: each takes its time.
ASKED = [(entry.page, question) for entry in ENTRIES for _, question in entry.asked][::10]
FIRST = 3  # results that a reader looks at
FOUND = 59  # of the 60 questions, at least
BEST = 57  # of those, at least, as the very first
FOUND_UNPREPARED = 94  # of the 110 others, at least
# The list is filled piece by piece; above it stands how many pages it will have.
FILLED = """first => {
  const found = parseInt(document.querySelector(".md-search-result__meta").textContent);
  return document.querySelectorAll(".md-search-result__item").length >= Math.min(first, found);
}"""
MISSED = 5  # of the messages, at most: some say too little, some stand on several pages


@pytest.fixture(scope="module")
def search(site: Path, browser: Browser) -> Iterator[Page]:
    with served(site) as root:
        page = browser.new_page()
        page.goto(f"{root}/index.html")
        page.locator(".md-search__input").click()
        yield page
        page.close()


def results(page: Page, text: str) -> list[str]:
    """Type a text; give the pages of the first results."""
    field, items = page.locator(".md-search__input"), page.locator(".md-search-result__item")
    field.fill("")
    field.press("Shift")  # the search listens for keys
    items.first.wait_for(state="detached")
    field.fill(text)
    field.press("Shift")
    with suppress(NothingYet):  # nothing is found, or the machine is very slow
        items.first.wait_for(state="attached", timeout=30_000)
        page.wait_for_function(FILLED, arg=FIRST)
    links = page.locator(".md-search-result__item > a, .md-search-result__item > article a")
    hrefs = links.evaluate_all("links => links.map(link => link.href)")
    paths = [href.split("?")[0].split("#")[0].split("/", 3)[3] for href in hrefs]
    return list(dict.fromkeys(paths))[:FIRST]


def test_questions_find_their_page(search: Page) -> None:
    missed, best = [], 0
    for question in QUESTIONS:
        found = results(search, question["q"])
        best += found[:1] != [] and found[0] in question["pages"]
        if not set(found) & set(question["pages"]):
            missed.append(f"{question['q']}\n    found {found}, not {question['pages']}")
    count = len(QUESTIONS) - len(missed)
    print(f"{count} of {len(QUESTIONS)} questions find their page among the first {FIRST}")
    print(f"{best} of them as the very first")
    assert best >= BEST
    assert count >= FOUND, "\n".join(missed)


def test_questions_that_nobody_prepared_for_find_their_page(search: Page) -> None:
    found = [(results(search, each["q"]), each["pages"]) for each in UNPREPARED]
    count = sum(not set(first).isdisjoint(pages) for first, pages in found)
    best = sum(first[:1] != [] and first[0] in pages for first, pages in found)
    print(f"{count} of {len(UNPREPARED)} others among the first {FIRST}, {best} as the very first")
    assert count >= FOUND_UNPREPARED


def test_what_a_page_says_that_it_is_asked_finds_it(search: Page) -> None:
    missed = [
        f"{question}\n    not {page}"
        for page, question in ASKED
        if page.replace(".md", ".html") not in results(search, question)
    ]
    print(f"{len(ASKED) - len(missed)} of {len(ASKED)} sampled questions of pages find them")
    assert ASKED
    assert len(missed) <= len(ASKED) // 100, "\n".join(missed)


def test_messages_find_their_pitfall(search: Page) -> None:
    asked, missed = 0, []
    for entry in ENTRIES:
        for message in entry.errors if entry.pitfall else ():
            asked += 1
            found = results(search, message)
            if entry.page.replace(".md", ".html") not in found:
                missed.append(f"{message}\n    found {found}, not {entry.page}")
    print(f"{asked - len(missed)} of {asked} messages find their pitfall")
    assert asked
    assert len(missed) <= MISSED, "\n".join(missed)


def test_the_index_is_the_one_that_lunr_makes(page: Page, site: Path, tiny: Tiny) -> None:
    (worker,) = tiny.raw.glob("assets/javascripts/workers/search.*.js")
    texts = json.loads((site / "search/search_index.json").read_text("utf-8"))
    asked = [question["q"] for question in QUESTIONS]
    check_both(page, worker.read_text("utf-8"), texts, asked)


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("simplequeue joinablequeue", "talk/simple-joinable.html"),  # no word of the index
        ("brokenprocesspool", "executors/broken.html"),  # as the last, unfinished word
        ("barier waiting parties", "sync/barrier.html"),  # a slip
        # a slip, in a word that others could be made of
        ("multiprocesing queue get blocks forever", "talk/queues.html"),
        ("processpoolexcutor map order", "executors/process-pool.html"),  # one in a joined name
        ("sqlalchemy engine multiprocessing", "pitfalls/connection-shared.html"),  # rare words
        ("pyinstaller", "platforms/frozen.html"),  # of two letters and a word
        ("eoferror", "talk/pipes.html"),  # a short one
        ("filenotfounderror", "pitfalls/lock-dropped-early.html"),  # with a stop word in it
        ("vscode debug child process", "debug/pdb.html"),
        ("multiprocessing lock example", "sync/lock-rlock.html"),  # each page is one
        # "multiprocessing" stands in many titles
        ("python multiprocessing cluster computing", "share/remote-managers.html"),
    ],
)
def test_words_as_people_type_them_find_their_page(search: Page, typed: str, page: str) -> None:
    assert page in results(search, typed)


def test_a_subject_alone_finds_the_page_that_introduces_it(search: Page) -> None:
    found = {subject: results(search, subject)[:1] for subject in SUBJECTS}
    missed = {subject: best for subject, best in found.items() if best != [SUBJECTS[subject]]}
    assert not missed


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("Process.exitcode", "reference/process.html"),
        ("multiprocessing.Process.exitcode", "reference/process.html"),
        ("concurrent.futures.Future.add_done_callback", "reference/concurrent-futures.html"),
        ("sharedmemory.buf", "reference/shared-memory.html"),  # in lower case
    ],
)
def test_a_name_of_the_api_finds_the_reference(search: Page, name: str, page: str) -> None:
    assert results(search, name)[:1] == [page]


def test_a_long_row_of_letters_is_no_harm(search: Page) -> None:
    field, meta = search.locator(".md-search__input"), search.locator(".md-search-result__meta")
    field.fill(1500 * "qxz")
    field.press("Shift")
    expect(meta).to_contain_text("No matching documents", timeout=30_000)
    assert results(search, "pool") != []
