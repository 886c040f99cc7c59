"""The theme with our repairs, in a real browser, on the tiny site opened from disk."""

from __future__ import annotations

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
        page.goto(f"{root}/index.html?q=deeper")
        expect(result).to_have_attribute("href", re.compile(r"/section/deeper\.html"))


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
    "words", ["how does a deeper", "what is deep", "-deeper", "headings", "row"]
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
    shutil.copy(tiny.finished / "404.html", tmp_path / "below/Some_deeper-page.html")
    with served(tmp_path) as root:
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
