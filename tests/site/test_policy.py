"""What a browser may load and run on a page: the site's own, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from runner.policy import policy, protect_page
from tests.site.serving import served
from tests.site.tiny import Tiny

# A violation is an event; what it stopped has no other trace that a test could see.
LISTEN = """
    window.stopped = [];
    document.addEventListener("securitypolicyviolation", (event) =>
      window.stopped.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""
FOREIGN = "<script>window.ran = true</script>"


@pytest.mark.parametrize("from_disk", [True, False])
def test_the_policy_stops_nothing_of_the_site(
    tiny: Tiny, page: Page, from_disk: bool, tmp_path: Path
) -> None:
    page.add_init_script(LISTEN)
    shutil.copytree(tiny.finished, tmp_path / "below")  # 404.html knows its address
    with served(tmp_path) as root:
        start = tmp_path.as_uri() if from_disk else root
        for name in tiny.pages():
            if from_disk and name == "404.html":
                continue
            page.goto(f"{start}/below/{name}", wait_until="networkidle")
            page.locator(".md-search__input").click()
            page.keyboard.type("deeper")
            expect(page.locator(".md-search-result__link").first).to_be_visible()
            assert page.evaluate("window.stopped") == [], name


def test_a_foreign_script_does_not_run(tiny: Tiny, page: Page, tmp_path: Path) -> None:
    shutil.copytree(tiny.finished, tmp_path / "site")
    path = tmp_path / "site/index.html"
    path.write_text(path.read_text("utf-8").replace("</article>", f"{FOREIGN}</article>"), "utf-8")
    page.add_init_script(LISTEN)
    page.goto(path.as_uri())
    assert page.evaluate("window.ran") is None
    assert page.evaluate("window.stopped") == ["script-src-elem inline"]


def test_the_policy_names_the_scripts_that_run_and_no_data() -> None:
    html = '<script type="application/json">{}</script><script src="a.js"></script>'
    assert "sha256" not in policy(html)
    assert policy(html + FOREIGN).count("'sha256-") == 1
    assert policy(FOREIGN + FOREIGN) == policy(FOREIGN)


def test_a_page_has_one_policy_before_all_that_it_loads(tiny: Tiny) -> None:
    for name in tiny.pages():
        html = (tiny.finished / name).read_text("utf-8")
        before, _, after = html.partition("Content-Security-Policy")
        assert "default-src 'none'" in after
        assert "Content-Security-Policy" not in after
        assert "src=" not in before
        assert "href=" not in before
        assert protect_page(html) == html


@pytest.mark.parametrize("charset", ['"utf-8"', '"UTF-8"', "utf-8", "'Utf-8' /"])
def test_however_a_page_writes_its_charset_it_has_a_policy(charset: str) -> None:
    html = f"<!doctype html><html><head><meta charset={charset}></head></html>"
    assert "Content-Security-Policy" in protect_page(html)
