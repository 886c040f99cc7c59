"""Give a notebook page, as mkdocs-jupyter makes it, the theme's own form.

mkdocs-jupyter runs the notebook and hands over JupyterLab's markup, with
JupyterLab's style sheet of half a megabyte inside the page. This keeps what
was run and printed, and nothing else.
"""

from __future__ import annotations

import copy
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import jupytext
from bs4 import BeautifulSoup, Tag
from nbclient import NotebookClient
from nbconvert.preprocessors import ExecutePreprocessor

from runner.ipynb import name_cells

DEADLINE = 120  # seconds for one cell

_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_MACHINE_PATH = re.compile(r"(?:/[^\s\"':]+)+/(?=(?:lib/python3|ipykernel_))")


def restrain_kernels() -> None:
    """Bound what a kernel that mkdocs-jupyter starts may do to a build.

    A cell gets ``DEADLINE`` seconds, where it would get for ever. And the
    errors of a cell's child processes, which are on the page, are not also
    written into the build's log, where they would look like the build's own.
    """

    def start_new_kernel(self: ExecutePreprocessor, **options: Any) -> None:
        self.timeout = DEADLINE
        NotebookClient.start_new_kernel(self, stderr=subprocess.DEVNULL, **options)

    # mkdocs-jupyter offers no setting for either, and no way to another class.
    ExecutePreprocessor.start_new_kernel = start_new_kernel


def remove_damaged(folder: Path) -> None:
    """Remove kept notebooks that were cut off: mkdocs-jupyter would fail at them in each build.

    Args:
        folder: Where it keeps them.
    """
    for file in folder.glob("*.json"):
        try:
            json.loads(file.read_bytes())
        except ValueError:
            file.unlink()


def clean_page(html: str) -> str:
    """Rebuild a notebook's page.

    Args:
        html: The page's content from mkdocs-jupyter.

    Returns:
        The same cells: text as it was, code in blocks that the theme gives a
        copy button, output in blocks without one. Links to ``.md`` pages lead
        to the built pages.
    """
    page = BeautifulSoup(html, "html.parser")
    parts: list[str] = []
    cells = [cell for cell in page.select(".jp-Cell") if not cell.select(".jp-Cell")]
    for number, cell in enumerate(cells, 1):
        parts += _text(cell) + _code(cell) + _output(cell, number)
    return "\n".join(parts)


def download(source: Path) -> str:
    """Give the notebook as an ``.ipynb`` file's text, not yet run; the same each time."""
    book = jupytext.read(source)
    name_cells(book.cells)  # else their ids are drawn by lot
    text: str = jupytext.writes(book, fmt="ipynb")
    return text


def _text(cell: Tag) -> list[str]:
    parts = []
    for text in cell.select(".jp-RenderedMarkdown"):
        for anchor in text.select("a.anchor-link"):
            anchor["class"] = "headerlink"
            anchor["title"] = "Link to this section"
        for link in text.select("a[href]"):
            link["href"] = re.sub(r"^([^:]+)\.(?:md|py)(?=#|$)", r"\1.html", str(link["href"]))
        parts.append(text.decode_contents().strip())
    return parts


def _code(cell: Tag) -> list[str]:
    parts = []
    for block in cell.select(".jp-InputArea pre"):
        code = copy.copy(block)
        code.name = "code"
        body = code.decode_contents().strip("\n")
        parts.append(
            f'<div class="language-python highlight"><pre><code>{body}\n</code></pre></div>'
        )
    return parts


def _output(cell: Tag, number: int) -> list[str]:
    """Join what a stream wrote: a child's text comes in pieces, newlines apart."""
    joined: list[tuple[str, str]] = []
    for block in cell.select(".jp-OutputArea-output"):
        errors = "stderr" in str(block.get("data-mime-type", ""))
        title = "Standard error" if errors else "Output"
        written = block.find("pre") or block  # around it are the template's own newlines
        text = _MACHINE_PATH.sub("/usr/", _ANSI.sub("", written.get_text()))
        if joined and joined[-1][0] == title:
            text = joined.pop()[1] + text
        joined.append((title, text))
    parts = []
    for index, (title, text) in enumerate((t for t in joined if t[1].strip()), 1):
        shown = BeautifulSoup("", "html.parser").new_tag("pre")
        shown["class"] = "notebook-output"
        shown["tabindex"] = "0"  # a long line scrolls, by keyboard too
        shown["role"] = "region"
        shown["aria-label"] = f"{title} of cell {number}, part {index}"
        shown.string = text.rstrip("\n")
        parts.append(str(shown))
    return parts
