"""Sphinx with the same pages: plain, and with its gallery, which runs the programs.

Both live in an environment of their own, which ``make bench`` sets up. The
gallery runs a page's programs inside Sphinx's own process, two pages at once.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.corpus import KINDS, edition, page, page_name, printed, program, program_name
from bench.peers import Floor
from runner.project import HOME

FOLDER = HOME / ".cache" / "sphinx" / "bin"
_NOTE = re.compile(r"^!!! note\n\n((?:    .*\n?)+)", re.MULTILINE)
_FENCE = re.compile(r"^```ini\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TABLE = re.compile(r"(?:^\|.*\|\n)+", re.MULTILINE)
_HEAD = re.compile(r"^(#+) (.*)$", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")
_UNDER = {1: "=", 2: "-", 3: "~"}
_SLOT = "@@"


class Sphinx(Floor):
    """Plain Sphinx, with MyST for Markdown: no program is run."""

    name = "sphinx"
    left: tuple[str, ...] = ("build",)
    extensions: tuple[str, ...] = ("myst_parser",)
    more: dict[str, Any] = {}  # noqa: RUF012  # settings besides the common ones
    jobs = 1

    @property
    def _arguments(self) -> list[str]:
        html, kept = "build/html", "build/doctrees"
        return ["-j", str(self.jobs), "-b", "html", "-d", kept, ".", html]

    @property
    def build(self) -> list[str]:
        """The command that builds the site."""
        return [str(FOLDER / "sphinx-build"), "-q", *self._arguments]

    def serve(self, port: int) -> list[str]:
        """Give the command that serves the site and builds it anew after each change."""
        made = ["--ignore", "*/auto/*", "--ignore", "*/sg_*"]
        options = ["--port", str(port), "--delay", "0", *made]
        return [str(FOLDER / "sphinx-autobuild"), *options, *self._arguments]

    def built(self, number: int) -> Path:
        """Give the file of a built page."""
        return self.root / "build/html" / self.url(number)

    def write(self, pages: int) -> None:
        """Write the corpus anew."""
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir(parents=True)
        settings = {
            "project": "Bench",
            "extensions": list(self.extensions),
            "html_theme": "furo",
            "exclude_patterns": ["build", "snippets", "examples"],
        } | self.more
        told = "".join(f"{name} = {value!r}\n" for name, value in settings.items())
        (self.root / "conf.py").write_text(told, "utf-8")
        self.write_index()
        for number in range(1, pages + 1):
            for kind in KINDS:
                self.write_program(number, kind)
            self.write_prose(number)

    def write_index(self) -> None:
        """Write the page that leads to all others."""
        text = "# Bench\n\n```{toctree}\n:glob:\npage_*\n```\n"
        (self.root / "index.md").write_text(text, "utf-8")

    def write_prose(self, number: int, revision: int = 0) -> str:
        """Write a page's text; give what the page then shows."""
        text = page(number, lambda kind: self.slot(number, kind), revision)
        text = _NOTE.sub(lambda note: f"```{{note}}\n{_outdented(note[1])}\n```\n", text)
        (self.root / f"{page_name(number)}.md").write_text(text, "utf-8")
        return edition(number, revision)

    def slot(self, number: int, kind: str) -> str:
        """Give what stands on a page where a program belongs."""
        path = f"snippets/{program_name(number, kind)}.py"
        included = f"```{{literalinclude}} {path}\n:language: python\n```"
        return f"{included}\n\n{self.output(number, kind)}"


class Gallery(Sphinx):
    """Sphinx-gallery with two jobs: a page is a script, with its prose in comments."""

    name = "gallery"
    executes = True
    left = ("build", "auto", "sg_execution_times.rst")
    extensions = ("sphinx_gallery.gen_gallery",)
    more = {  # noqa: RUF012
        "sphinx_gallery_conf": {
            "examples_dirs": "examples",
            "gallery_dirs": "auto",
            "filename_pattern": "page_",
            "image_scrapers": (),
            "reset_modules": (),
            "capture_repr": (),
            "download_all_examples": False,
            "min_reported_time": 9999,
            "parallel": 2,
        }
    }
    jobs = 2

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._revisions: dict[tuple[int, str], int] = {}  # of programs, and of prose as ""

    def url(self, number: int) -> str:
        """Give where a page is served, below the site's root."""
        return f"auto/{page_name(number)}.html"

    def write_index(self) -> None:
        """Write the page that leads to all others."""
        self._revisions.clear()
        (self.root / "examples").mkdir()
        (self.root / "examples/GALLERY_HEADER.rst").write_text("Pages\n=====\n", "utf-8")
        text = "Bench\n=====\n\n.. toctree::\n\n   auto/index\n"
        (self.root / "index.rst").write_text(text, "utf-8")

    def write_prose(self, number: int, revision: int = 0) -> str:
        """Write a page's script; give what the page then shows."""
        self._revisions[number, ""] = revision
        self._write_script(number)
        return edition(number, revision)

    def write_program(self, number: int, kind: str, revision: int = 0) -> str:
        """Write one of a page's programs into its script; give what the page then shows."""
        self._revisions[number, kind] = revision
        self._write_script(number)
        return printed(number, kind, revision)

    def _write_script(self, number: int) -> None:
        text = page(number, lambda kind: f"{_SLOT}{kind}", self._revisions.get((number, ""), 0))
        script = "\n\n".join(self._blocks(number, as_rst(text)))
        (self.root / "examples" / f"{page_name(number)}.py").write_text(f"{script}\n", "utf-8")

    def _blocks(self, number: int, text: str) -> Iterator[str]:
        first, *others = re.split(rf"^{_SLOT}(\w+)$", text, flags=re.MULTILINE)
        yield f'r"""\n{first.strip()}\n"""'
        for kind, prose in zip(others[::2], others[1::2], strict=True):
            yield program(number, kind, self._revisions.get((number, kind), 0)).strip()
            lines = [f"# {line}".rstrip() for line in prose.strip().splitlines()]
            yield "\n".join(["# %%", *lines])


def as_rst(text: str) -> str:
    """Give a made-up page in reStructuredText."""
    text = text.partition("\n---\n")[2]
    text = _NOTE.sub(r".. note::\n\n\1", text)
    text = _FENCE.sub(lambda fence: f".. code-block:: ini\n\n{_indented(fence[1])}", text)
    text = _TABLE.sub(_as_csv, text)
    text = _HEAD.sub(lambda head: f"{head[2]}\n{_UNDER[len(head[1])] * len(head[2])}", text)
    return _CODE.sub(r"``\1``", text)


def _as_csv(table: re.Match[str]) -> str:
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in table[0].splitlines()]
    lines = [", ".join(cells) for cells in rows]
    return f".. csv-table::\n    :header: {lines[0]}\n\n{_indented(chr(10).join(lines[2:]))}\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())


def _outdented(text: str) -> str:
    return "\n".join(line.removeprefix("    ") for line in text.splitlines())


PEERS = {peer.name: peer for peer in (Gallery, Sphinx)}
