"""Write into each built page what a browser may load and run there.

A Content-Security-Policy as a ``<meta>`` tag holds wherever the site lies, on
a host whose headers nobody can set as well as on a disk: scripts come from the
site's own files or are one of those that stand in the page, and nothing is
asked of anybody else. The page's first script writes the tag: without scripts
there is nothing to forbid, and the Nu checker, which does not know where a
page will lie, takes a page's own files for forbidden ones.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Container
from hashlib import sha256
from pathlib import Path

# Scripts that a browser runs; one with another type is data, such as JSON.
_INLINE = re.compile(r"<script(?: type=\"(?:module|text/javascript)\")?>(.*?)</script>", re.DOTALL)
_CHARSET = re.compile(r"""<meta charset=["']?utf-8["']? ?/?>""", re.IGNORECASE)
_NAME = 'httpEquiv:"Content-Security-Policy"'

# `file:` is for pages read from a disk, where not every browser takes files for one's own.
_OWN = "'self' file:"
_RULES = {
    "default-src": "'none'",
    "script-src": _OWN,
    "style-src": f"{_OWN} 'unsafe-inline'",  # figures set lengths and colors in attributes
    "img-src": f"{_OWN} data:",  # the theme's icons are data in its style sheet
    "font-src": _OWN,
    "connect-src": _OWN,
    "worker-src": _OWN,
    "manifest-src": _OWN,
    "base-uri": "'self'",
    "form-action": _OWN,
}


def policy(html: str) -> str:
    """Give the policy that a page needs: the site's own files, and the scripts in the page."""
    scripts = {sha256(code.encode()).digest() for code in _INLINE.findall(html)}
    hashes = sorted(f"'sha256-{b64encode(each).decode()}'" for each in scripts)
    rules = _RULES | {"script-src": " ".join([_OWN, *hashes])}
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def protect_page(html: str) -> str:
    """Return a finished page with its policy in front of all that loads something."""
    if _NAME in html:
        return html
    told = f"{{{_NAME},content:{json.dumps(policy(html))}}}"
    script = f'document.head.prepend(Object.assign(document.createElement("meta"),{told}))'
    return _CHARSET.sub(lambda found: f"{found[0]}\n      <script>{script}</script>", html, count=1)


def protect_site(site_dir: Path, done: Container[Path] = ()) -> None:
    """Give every page of a built site its policy; to be done last, as any change breaks it.

    Args:
        site_dir: The site.
        done: Pages that had theirs before they were written.
    """
    for page in sorted(site_dir.rglob("*.html")):
        if page in done:
            continue
        built = page.read_text(encoding="utf-8")
        protected = protect_page(built)
        if protected != built:
            page.write_text(protected, encoding="utf-8", newline="\n")
