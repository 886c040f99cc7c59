"""What a reader can do with a run, in a real browser, with and without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from runner.metadata import Settings
from runner.record import Environment, Record, Result
from runner.run import Run
from runner.show import render, settle
from runner.snippet import Snippet
from tests.scratch import made_up
from tests.site.tiny import Tiny

CODE = '"""Show it."""\n\nprint("<b>", 1 & 2)\n'


def shown(name: str, output: str, runs: list[Run], *results: Result) -> str:
    snippet = Snippet(name, Path("name.py"), CODE, CODE, "Show it.", Settings(output=output))
    environment = Environment("Linux", "3.13.5", True, 2, "2026-11-20")
    return render(snippet, runs, Record(name, snippet.digest, output, (environment,), results))


@pytest.fixture(scope="module")
def runs(tiny: Tiny) -> str:
    """A page of the tiny site with four runs on it; its address."""
    tabs = [
        Result(("Linux 3.15.2 forkserver",), "exit 0", stdout="newest\n"),
        Result(("Linux 3.15.2 spawn", "Linux 3.13.5 spawn"), "exit 0", stdout="spawned\n"),
        Result(("Linux 3.13.5 fork",), "exit 0", stdout="forked\n"),
    ]
    content = settle(
        "<h2>Runs</h2>"
        + shown("topic/tabs", "exact", [made_up(stdout="newest\n")], *tabs)
        + shown("topic/varies", "varies", [made_up(stdout=text) for text in ("a\n", "b\n", "c\n")])
        + shown("topic/long", "exact", [made_up(stdout="word " * 100 + "\n" + "line\n" * 60)])
        + shown("topic/tabs", "exact", [made_up(stdout="newest\n")], *tabs)
    )
    html = (tiny.finished / "index.html").read_text("utf-8")
    page = tiny.finished / "runs.html"
    page.write_text(html.replace("</article>", f"{content}</article>", 1), "utf-8")
    return page.as_uri()


def test_the_copy_button_copies_the_program(runs: str, page: Page) -> None:
    page.add_init_script(
        "document.addEventListener('copy', () => { window.copied = getSelection().toString()"
        " || document.activeElement.value })"
    )
    page.goto(runs)
    buttons = page.locator(".run .md-code__button")
    expect(buttons).to_have_count(4)
    buttons.first.click()
    assert page.evaluate("window.copied") == CODE.rstrip("\n")  # the theme drops the last one


def test_no_id_is_there_twice(runs: str, page: Page) -> None:
    page.goto(runs)
    expect(page.locator(".run .md-code__button")).to_have_count(4)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("scripts", [True, False])
def test_tabs_work_with_the_keyboard(runs: str, browser: Browser, scripts: bool) -> None:
    page = browser.new_page(java_script_enabled=scripts)
    page.goto(runs)
    first, again = page.locator(".run-variants").all()
    results = first.locator(".run-result")
    expect(results.locator("visible=true")).to_contain_text("newest")
    first.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    expect(results.locator("visible=true")).to_contain_text("spawned")
    expect(again.locator(".run-result").locator("visible=true")).to_contain_text("newest")
    page.close()


def test_outputs_that_vary_can_be_stepped_through(runs: str, page: Page) -> None:
    page.goto(runs)
    steps = page.locator(".run-steps > li").locator("visible=true")
    expect(steps).to_have_count(1)
    page.get_by_role("button", name="Next").click()
    expect(steps).to_contain_text("b")
    expect(page.get_by_role("status")).to_have_text("Output 2 of 3")
    page.get_by_role("button", name="Previous").click(click_count=2)
    expect(steps).to_contain_text("c")


def test_without_scripts_outputs_that_vary_are_a_list(runs: str, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(runs)
    expect(page.locator(".run-steps > li").locator("visible=true")).to_have_count(3)
    page.close()


def test_output_that_scrolls_is_a_tab_stop(runs: str, page: Page) -> None:
    page.goto(runs)
    expect(page.locator("#run-topic-long .run-output")).to_have_attribute("tabindex", "0")
    expect(page.locator("#run-topic-varies .run-output[tabindex]")).to_have_count(0)


def test_the_reader_s_python_is_chosen_once(runs: str, page: Page) -> None:
    page.goto(runs)
    page.locator(".run-switch > summary").click()
    page.get_by_role("combobox", name="My Python").select_option("3.13")
    results = page.locator(".run-variants .run-result").locator("visible=true")
    for result in results.all():
        expect(result).to_contain_text("forked")  # the default there and then
    page.reload()
    page.locator(".run-switch > summary").click()
    page.get_by_role("combobox", name="My start method").select_option("spawn")
    expect(results.first).to_contain_text("spawned")
    expect(page.locator(".run-mine")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.locator(".run-switch > summary")).to_be_focused()


def test_what_is_not_recorded_with_the_reader_s_python_is_said(runs: str, page: Page) -> None:
    page.goto(runs)
    page.locator(".run-switch > summary").click()
    page.get_by_role("combobox", name="My Python").select_option("3.13")
    page.get_by_role("combobox", name="My start method").select_option("forkserver")
    missing = page.locator("#run-topic-tabs .run-missing")
    expect(missing).to_have_text("Not recorded with yours (Python 3.13, forkserver).")
    page.get_by_role("combobox", name="My Python").select_option("")
    page.get_by_role("combobox", name="My start method").select_option("")
    expect(page.locator(".run-missing, .run-mine")).to_have_count(0)


def test_a_damaged_choice_does_no_harm(runs: str, page: Page) -> None:
    page.goto(runs)
    page.evaluate("localStorage.setItem('my-python', '{')")
    page.reload()
    expect(page.locator(".run-switch > summary")).to_have_text("My Python")


def test_everything_is_printed(runs: str, page: Page) -> None:
    page.goto(runs)
    page.emulate_media(media="print")
    expect(page.locator(".run-variants .run-result").locator("visible=true")).to_have_count(6)
    expect(page.locator(".run-steps > li").locator("visible=true")).to_have_count(3)


@pytest.mark.parametrize("width", [320, 360])
def test_runs_fit_a_phone(runs: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(runs)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
