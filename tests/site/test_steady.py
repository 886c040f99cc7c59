"""What has been shown stays where it is while more of a page arrives."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.site.chromium import find_chromium
from tests.site.serving import served

LEFT = "document.querySelector('.md-main__inner').getBoundingClientRect().x"
TAKEN = "innerWidth - document.documentElement.clientWidth"  # by the bar
OVER = "document.documentElement.scrollHeight - innerHeight"
PART = "document.querySelectorAll('.md-content, .md-footer').forEach((part) => part.remove())"


def test_a_page_stands_where_its_beginning_stood(browser: Browser, site: Path) -> None:
    # Playwright hides the bars that readers see.
    seen = browser.browser_type.launch(
        executable_path=find_chromium(), ignore_default_args=["--hide-scrollbars"]
    )
    page = seen.new_page()
    with served(site) as root:
        page.goto(f"{root}/reference/index.html")
        assert page.evaluate(OVER) > 0
        assert page.evaluate(TAKEN) > 0
        left = page.evaluate(LEFT)
        page.evaluate(PART)  # as before they have come
        assert page.evaluate(OVER) <= 0
        assert page.evaluate(LEFT) == left
    seen.close()
