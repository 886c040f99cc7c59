"""Every kind of page, and a sample of the others, without a finding of axe-core.

To check each page in both schemes and at both widths would take ten minutes. So each
kind of page is checked in all four ways, and one page in eight of the others in one: a
page's name decides which, so that a failure comes back.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.serving import served
from tests.site.test_policy import LISTEN

KINDS = {
    "home": "index.html",
    "question": "start/four-numbers.html",
    "pitfall": "pitfalls/join-before-drain.html",
    "charts": "choose/tool.html",
    "diagram": "methods/overview.html",
    "index": "pitfalls/errors.html",
    "reference": "reference/pool.html",
    "API index": "reference/index.html",
    "notebook": "notebooks/six_questions.html",
    "report": "about/how-it-is-made.html",
    "no page": "404.html",
}
SCHEMES = "light", "dark"
WIDTHS = 1280, 360
SHARE = 8  # one in so many of the other pages
MORE = "target-size", "label-content-name-mismatch"  # which axe leaves out by default
OPTIONS = {"resultTypes": ["violations"], "rules": {rule: {"enabled": True} for rule in MORE}}
STILL = "*, ::before, ::after { transition: none !important; animation: none !important }"


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    with served(site) as root:
        yield root


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One window for all pages; what was chosen on one is forgotten for the next."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.add_init_script(LISTEN)
    yield page
    context.close()


def open_page(window: Page, address: str) -> None:
    """Open a page, and all on it that can be opened."""
    window.goto(address)
    window.add_style_tag(content=STILL)
    window.evaluate("document.querySelectorAll('main details').forEach((d) => (d.open = true))")


def findings(window: Page, scheme: str, width: int) -> list[str]:
    window.set_viewport_size({"width": width, "height": 900})
    window.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    name = "slate" if scheme == "dark" else "default"
    window.locator(f"body[data-md-color-scheme={name}]").wait_for()
    violations = Axe().run(window, options=OPTIONS).response["violations"]
    return [
        f"{scheme}, {width} px: {each['id']}: {node['html'][:200]}\n  {node['failureSummary']}"
        for each in violations
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_page_has_no_finding(kind: str, root: str, window: Page) -> None:
    open_page(window, f"{root}/{KINDS[kind]}")
    found = [each for w in WIDTHS for s in SCHEMES for each in findings(window, s, w)]
    assert not found, "\n".join(found)
    assert window.evaluate("window.stopped") == []
    window.set_viewport_size({"width": 320, "height": 700})
    assert window.evaluate("document.documentElement.scrollWidth") <= 320


def test_no_page_of_the_sample_has_a_finding(site: Path, root: str, window: Page) -> None:
    pages = {page.relative_to(site).as_posix() for page in site.rglob("*.html")}
    assert set(KINDS.values()) <= pages
    found, checked = [], 0
    for page in sorted(pages - set(KINDS.values())):
        chance = sha256(page.encode()).digest()
        if chance[0] % SHARE:
            continue
        open_page(window, f"{root}/{page}")
        told = findings(window, SCHEMES[chance[1] % 2], WIDTHS[chance[2] % 2])
        found += [f"{page}: {each}" for each in told]
        checked += 1
    print(f"{checked} pages besides the {len(KINDS)} kinds")
    assert checked
    assert not found, "\n".join(found)
