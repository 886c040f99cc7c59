"""The theme with our repairs, in a real browser, on the tiny site opened from disk."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.serving import served
from tests.site.tiny import Tiny


def test_search_finds_a_page_from_disk(tiny: Tiny, page: Page) -> None:
    page.goto((tiny.finished / "index.html").as_uri())
    page.locator(".md-search__input").click()
    page.keyboard.type("deeper")
    result = page.locator(".md-search-result__link").first
    expect(result).to_have_attribute("href", re.compile(r"/section/deeper\.html"))


def test_the_index_is_asked_for_when_somebody_searches(tiny: Tiny, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    with served(tiny.finished) as root:
        page.goto(f"{root}/index.html", wait_until="networkidle")
        assert "search-on-demand.js" in asked
        assert "search_index.json" not in asked
        page.locator(".md-search__input").click()
        page.keyboard.type("deeper")
        result = page.locator(".md-search-result__link").first
        expect(result).to_have_attribute("href", re.compile(r"/section/deeper\.html"))
        assert asked.count("search_index.json") == 1
        loaded = page.evaluate("performance.getEntriesByType('resource').map(({name}) => name)")
        assert [url for url in loaded if "search_index" in url] == []  # but by the worker
        page.goto(f"{root}/index.html?q=deeper")
        expect(result).to_have_attribute("href", re.compile(r"/section/deeper\.html"))


def test_a_page_that_was_found_has_its_words_marked(tiny: Tiny, page: Page) -> None:
    marked = page.locator("mark[data-md-highlight]").first
    for root in (tiny.finished.as_uri(), None):
        with served(tiny.finished) as address:
            page.goto(f"{root or address}/section/deeper.html?h=heading")
            expect(marked).to_have_text("heading")


# Holds back what a worker answers to questions, until it is told to give it.
HELD = """
window.held = [];
window.Worker = class extends Worker {
  constructor(url) {
    super(url);
    const give = (event) => super.dispatchEvent(new MessageEvent("message", { data: event.data }));
    super.addEventListener("message", (event) => {
      if (!event.isTrusted || event.data.type !== 3) return;
      event.stopImmediatePropagation();
      held.push([event.data.asked, () => give(event)]);
    });
  }
};
"""


def test_an_answer_is_shown_only_to_what_was_asked_last(tiny: Tiny, page: Page) -> None:
    page.add_init_script(HELD)
    field, meta = page.locator(".md-search__input"), page.locator(".md-search-result__meta")

    def asked(words: str) -> None:
        page.wait_for_function("words => held.some(([asked]) => asked === words)", arg=words)

    with served(tiny.finished) as root:
        page.goto(f"{root}/index.html")
        field.click()
        asked("")
        before = meta.text_content()
        field.press_sequentially("deeper")
        asked("deeper")
        page.evaluate("held[0][1]()")
        assert meta.text_content() == before  # not that nothing was found
        page.evaluate("held.at(-1)[1]()")
        expect(meta).to_have_text("1 matching document")


# Asks while the worker makes its index, so that all questions wait when it is ready.
OVERTAKEN = """async ([script, { config, docs }]) => {
  const worker = new Worker(script);
  worker.postMessage({ type: 0, data: { config, docs, options: {} } });
  for (const data of ["d", "de", "deeper"]) worker.postMessage({ type: 2, data });
  const answers = [];
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => {
      if (data.type !== 3) return;
      answers.push([data.asked, data.data.items.length]);
      if (data.asked === "deeper" || answers.length === 3) resolve(answers);
    };
  });
}"""


def test_a_question_that_was_overtaken_is_not_looked_up(tiny: Tiny, page: Page) -> None:
    (worker,) = tiny.finished.glob("assets/javascripts/workers/search.*.js")
    with served(tiny.finished) as root:
        page.goto(f"{root}/index.html")
        script = worker.relative_to(tiny.finished).as_posix()
        texts = json.loads((tiny.finished / "search/search_index.json").read_text("utf-8"))
        assert page.evaluate(OVERTAKEN, [script, texts]) == [["deeper", 1]]


# Counts, as soon as a result is there, what is folded away in it.
FOLDED = """
new MutationObserver((changes, observer) => {
  const more = document.querySelector(".md-search-result__more");
  if (!more) return;
  observer.disconnect();
  window.first = more.querySelectorAll("a").length;
}).observe(document, { childList: true, subtree: true });
"""


def test_what_is_folded_away_comes_after_the_first_results(tiny: Tiny, page: Page) -> None:
    page.add_init_script(FOLDED)
    for root in (tiny.finished.as_uri(), None):
        with served(tiny.finished) as address:
            page.goto(f"{root or address}/index.html")
            page.locator(".md-search__input").click()
            page.keyboard.type("heading rows names")
            expect(page.locator(".md-search-result__more a")).not_to_have_count(0)
            assert page.evaluate("first") == 0


# As lunr comes, it takes two parts of a tree with these words for one.
NUMBERS = (
    "10138 10217 10257 10442 10517 10666 10692 1095 10997 11035 11248 11454 11809 12096 12102 1212"
    " 12248 12436 12448 12494 12793 17728 17794 54123 54138"
)


@pytest.mark.parametrize("finished", [True, False])
def test_search_tells_numbers_apart(tiny: Tiny, page: Page, finished: bool) -> None:
    site = tiny.finished if finished else tiny.raw
    (worker,) = site.glob("assets/javascripts/workers/search.*.js")
    page.add_script_tag(path=worker)
    words = NUMBERS.split()
    known = page.evaluate("words => lunr.TokenSet.fromArray(words).toArray()", words)
    assert (sorted(known) == words) is finished  # else the repair is not needed


@pytest.mark.parametrize(
    "words",
    [
        "how does a deeper",
        "what is deep",
        "-deeper",
        "headings",
        "row",
        "deeper: how",  # what stands before a colon is no field
        "deeper i",  # "In" begins like it, and says nothing
    ],
)
def test_search_takes_a_question_as_it_is_typed(tiny: Tiny, page: Page, words: str) -> None:
    """Only the last word is unfinished, forms of a word are one, and a sign is no operator."""
    page.goto((tiny.finished / "index.html").as_uri())
    page.locator(".md-search__input").click()
    page.keyboard.type(words)
    result = page.locator(".md-search-result__link").first
    expect(result).to_have_attribute("href", re.compile(r"/section/deeper\.html"))
    expect(page.locator(".md-search-result__item")).to_have_count(1)


def test_a_page_that_is_not_there_searches(tiny: Tiny, page: Page, tmp_path: Path) -> None:
    shutil.copytree(tiny.finished, tmp_path / "below")  # 404.html knows its address
    # What a host does by itself: it answers with that page whatever was asked for.
    for name in ("Some_deeper-page.html", "100%.html"):
        shutil.copy(tiny.finished / "404.html", tmp_path / "below" / name)
    with served(tmp_path) as root:
        page.goto(f"{root}/below/100%.html")
        expect(page.get_by_label("Search this site")).to_have_value("100%")
        page.goto(f"{root}/below/Some_deeper-page.html")
        expect(page.get_by_label("Search this site")).to_have_value("Some deeper page")
        page.get_by_label("Search this site").fill("deeper")
        page.get_by_role("main").get_by_role("button", name="Search").click()
        page.wait_for_url("**/below/index.html?q=deeper")
        result = page.locator(".md-search-result__link").first
        expect(result).to_have_attribute("href", re.compile(r"/section/deeper\.html"))


def test_nothing_is_loaded_from_elsewhere(tiny: Tiny, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in tiny.pages():
        page.goto((tiny.finished / name).as_uri(), wait_until="networkidle")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_a_table_can_be_scrolled_with_the_keyboard(tiny: Tiny, page: Page) -> None:
    page.goto((tiny.finished / "section/deeper.html").as_uri())
    expect(page.get_by_role("group", name="Table: column")).to_have_attribute("tabindex", "0")


def test_copy_buttons_are_no_landmarks(tiny: Tiny, page: Page) -> None:
    page.goto((tiny.finished / "index.html").as_uri())
    expect(page.locator(".md-code__nav")).to_have_attribute("role", "none")


def test_the_closed_search_box_has_no_hidden_tab_stop(tiny: Tiny, page: Page) -> None:
    page.goto((tiny.finished / "index.html").as_uri())
    results = page.locator(".md-search__output")
    expect(results).to_have_css("visibility", "hidden")
    page.locator(".md-search__input").click()
    expect(results).to_have_css("visibility", "visible")


def test_a_phone_need_not_scroll_sideways(tiny: Tiny, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for name in tiny.pages():
        page.goto((tiny.finished / name).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name


def test_colors_are_those_of_the_system_until_somebody_chooses(tiny: Tiny, page: Page) -> None:
    toggle = page.locator("form.md-header__option label:not([hidden])")
    told = page.locator("meta[name=color-scheme]")

    def expect_colors(scheme: str) -> None:
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        expect(page.locator("body[data-md-color-switching]")).to_have_count(0)

    with served(tiny.finished) as root:
        page.emulate_media(color_scheme="dark")
        page.goto(f"{root}/index.html")
        expect_colors("slate")
        expect(told).to_have_attribute("content", "dark")
        page.emulate_media(color_scheme="light")
        page.goto(f"{root}/index.html")
        expect_colors("default")
        expect(told).to_have_count(0)
        toggle.click()  # light, whatever the system has
        expect_colors("default")
        toggle.click()
        expect_colors("slate")
        expect(told).to_have_attribute("content", "dark")
        toggle.click()
        expect_colors("default")
        expect(told).to_have_attribute("content", "light")
