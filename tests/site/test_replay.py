"""The replay of a figure, in a browser: an enhancement that each reader can operate."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from runner.figure import figure
from runner.trace import Piece, Process, Span
from tests.scratch import made_up

ASSETS = Path(__file__).parents[2] / "docs/assets"
MS = 1_000_000
SHOWN = 8_000  # milliseconds that a whole replay takes
STILL = 900  # milliseconds between two steps


def page_with_figures(script: bool = True) -> str:
    run = {
        "processes": (
            Process(1, "main", None, "exec", 0, 500 * MS, None),
            Process(2, "Process-1", 1, "fork", 100 * MS, 400 * MS, 0),
        ),
        "spans": (
            Span(2, 7, "MainThread", "call", "work", "1", 0, 120 * MS, 390 * MS),
            Span(1, 7, "MainThread", "call", "<module>", "", 0, 20 * MS, 480 * MS),
        ),
        "pieces": (Piece(150 * MS, 1, 2, "early\n"), Piece(350 * MS, 1, 2, "late\n")),
    }
    runs = [made_up(method=m, seconds=s, **run) for m, s in (("fork", 0.5), ("spawn", 1.0))]
    styles = (ASSETS / "stylesheets/figures.css").read_text("utf-8")
    code = (ASSETS / "javascripts/replay.js").read_text("utf-8") if script else ""
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Figures</title>'
        '<meta name="viewport" content="width=device-width">'
        "<style>.md-typeset svg {max-width: 100%; height: auto}"
        f"{styles}</style><body class=md-typeset>{figure(runs, 'Look.')}<script>{code}</script>"
    )


@pytest.fixture
def figures(page: Page) -> Page:
    page.set_content(page_with_figures())
    return page


def clock(page: Page) -> float:
    return float(page.locator(".fig-replay output").inner_text().split()[0])


def stop_time(page: Page) -> None:
    """Let time pass only as a test says, so that a busy machine changes nothing."""
    page.clock.install(time=0)
    page.clock.pause_at(1_000)


def printed(page: Page) -> str:
    return page.locator(".fig-printed").first.inner_text()


def test_the_script_is_small() -> None:
    assert len(gzip.compress((ASSETS / "javascripts/replay.js").read_bytes())) < 10_000


def test_a_picture_is_as_high_as_it_says(figures: Page) -> None:
    for picture in figures.locator(".fig-svg").all():
        box = picture.bounding_box()
        assert box is not None
        assert box["height"] == float(picture.get_attribute("height") or 0)


def test_nothing_is_covered_before_somebody_asks_for_it(figures: Page) -> None:
    assert clock(figures) == 1000
    assert figures.locator(".fig-curtain, .fig-printed").count() == 0


def test_lines_appear_when_they_were_printed(figures: Page) -> None:
    slider = figures.get_by_role("slider", name="Time in the run")
    slider.fill("200")
    assert printed(figures).split("\n")[0] == "child 1: early"
    assert "late" not in printed(figures)
    slider.fill("360")
    assert "late" in printed(figures)
    assert figures.locator(".fig-curtain").first.get_attribute("x") == "36%"


def test_it_is_stepped_through_by_keyboard(figures: Page) -> None:
    figures.get_by_role("slider").fill("0")
    figures.get_by_role("button", name="Step forward").focus()
    seen = []
    for _ in range(4):
        figures.keyboard.press("Enter")
        seen.append(clock(figures))
    assert seen == [20, 100, 120, 150]
    figures.keyboard.press("Shift+Tab")
    figures.keyboard.press("Space")
    assert clock(figures) == 120
    figures.keyboard.press("Tab")
    figures.keyboard.press("Tab")
    figures.keyboard.press("ArrowRight")
    assert clock(figures) == 122


def test_it_plays_and_pauses(figures: Page) -> None:
    stop_time(figures)
    figures.get_by_role("button", name="Replay").click()
    figures.clock.run_for(1_500)
    figures.get_by_role("button", name="Pause").click()
    stopped = clock(figures)
    assert stopped == pytest.approx(1000 * 1_500 / SHOWN, rel=0.1)
    figures.clock.run_for(1_500)
    assert clock(figures) == stopped
    figures.get_by_role("button", name="Replay").click()
    figures.clock.run_for(SHOWN)
    assert clock(figures) == 1000
    assert figures.get_by_role("button", name="Replay").is_visible()


def test_less_motion_means_steps(figures: Page) -> None:
    figures.emulate_media(reduced_motion="reduce")
    stop_time(figures)
    figures.get_by_role("button", name="Replay").click()
    assert clock(figures) == 0
    figures.clock.run_for(STILL)
    assert clock(figures) == 20
    figures.clock.run_for(STILL)
    assert clock(figures) == 100


@pytest.mark.parametrize("script", [True, False])
def test_a_start_method_is_chosen_without_a_script(browser: Browser, script: bool) -> None:
    context = browser.new_context(
        java_script_enabled=script, viewport={"width": 360, "height": 600}
    )
    page = context.new_page()
    page.set_content(page_with_figures(script))
    assert [p.is_visible() for p in page.locator(".fig-panel").all()] == [True, True]
    page.get_by_role("radio", name="spawn").check()
    assert [p.is_visible() for p in page.locator(".fig-panel").all()] == [False, True]
    assert page.locator(".fig-replay").count() == script
    for picture in page.locator(".fig-svg").all():
        box = picture.bounding_box()
        assert box is None or box["x"] + box["width"] <= 360
    context.close()
