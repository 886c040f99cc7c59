"""Say in one line when the programs on a page last ran, and on which Pythons."""

from __future__ import annotations

import re
from html import unescape

from runner.places import METHODS, Place, name_methods, name_pythons

_RUN = re.compile(r'<div class="run" id=')
_PLACES = re.compile(r'<div class="run-result" data-places="([^"]*)"')
_DATE = re.compile(r'<p class="run-about"[^>]*>.*?<time datetime="([\d-]+)"')


def line(html: str) -> str:
    """Give the line of a page; "" for a page without programs.

    Args:
        html: The page's content, with its runs as :mod:`runner.show` gives them.
    """
    dates = _DATE.findall(html)
    texts = [place for places in _PLACES.findall(html) for place in unescape(places).split(", ")]
    if not dates or not texts:
        return ""
    places = [Place.parse(text) for text in texts]
    count = len(_RUN.findall(html))
    programs = "The program on this page" if count == 1 else f"All {count} programs on this page"
    # The oldest date: what is said holds of each.
    told = f"{programs} last ran on {min(dates)}" + (" or later" if len(set(dates)) > 1 else "")
    pythons = name_pythons({place.minor for place in places})
    methods = {place.method for place in places} & set(METHODS)
    under = f", under {name_methods(methods)}" if methods else ""
    systems = ", ".join(sorted({place.system for place in places}))
    return f"{told}. Results are known of Python {pythons}{under}, on {systems}."
