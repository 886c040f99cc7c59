"""The built pages are HTML without a mistake that a parser has to guess about."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import html5lib
import pytest
from html5lib.html5parser import ParseError


def mistakes(text: str) -> list[str]:
    """List what is wrong with a page."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    try:
        page = parser.parse(text)
    except ParseError as error:
        (line, column), *_ = parser.errors[-1]
        return [f"line {line}, column {column}: {error}"]
    found = []
    for terms in page.iter("dl"):
        names = Counter("".join(term.itertext()) for term in terms.findall("dt"))
        found += [f"twice in a list: {name}" for name, count in names.items() if count > 1]
    return found


@pytest.mark.parametrize(
    "text",
    [
        '<!doctype html><title>a</title><meta name="description" content="What "it" says">',
        "<!doctype html><title>a</title><dl><dt>a</dt><dd>b</dd><dt>a</dt><dd>c</dd></dl>",
    ],
)
def test_a_mistake_is_found(text: str) -> None:
    assert len(mistakes(text)) == 1


def test_no_page_has_a_mistake(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    found = {page.relative_to(site).as_posix(): mistakes(page.read_text("utf-8")) for page in pages}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
