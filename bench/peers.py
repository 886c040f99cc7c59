"""What each builder makes of the same pages: its files, its commands, its edits.

``ours`` builds as this project does, ``forked`` does so with
``SNIPPET_FORK_SERVER=1``, ``naive`` runs the same programs in plain
markdown-exec blocks, and ``floor`` runs nothing: its pages hold made-up output.
All four have this project's theme, settings and Markdown extensions;
``bench/sphinx.py`` has builders of another family.
"""

from __future__ import annotations

import functools
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from bench.corpus import CYCLE, KINDS, edition, page, page_name, printed, program, program_name
from runner.forking import ENVIRONMENT as FORK
from runner.interpreters import ENVIRONMENT as PYTHONS
from runner.interpreters import Interpreter
from runner.project import ENVIRONMENT, HOME, Project
from runner.record import Record, Result, merge, save
from runner.schedule import build_cell, machine, run_cells
from runner.snippet import get_snippet
from runner.store import Store

TOPIC = "bench"


@functools.cache
def interpreter() -> Interpreter:
    """Give the Python that every builder runs the programs with: that of this project's builds."""
    return next(each for each in machine(Project(HOME)) if not each.packages)


def environment() -> dict[str, str]:
    """Give the environment of every builder, with nothing of the caller's Python in it."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "SNIPPET_"))}
    folder = str(Path(sys.executable).parent)
    return kept | {
        "PATH": os.pathsep.join([folder, kept.get("PATH", os.defpath)]),
        "NO_MKDOCS_2_WARNING": "1",
        PYTHONS: interpreter().path,
    }


class Floor:
    """Plain MkDocs: the pages' output is made up, and no program is run.

    Attributes:
        name: What it is called in tables.
        root: The folder that it works in.
    """

    name = "floor"
    executes = False
    plugins: tuple[Any, ...] = ("search", "offline")
    hooks: tuple[str, ...] = ()
    watch: tuple[str, ...] = ("snippets",)
    above = ""  # what stands above each program
    left: tuple[str, ...] = ("site", ".cache")  # what a build leaves

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def env(self) -> dict[str, str]:
        """The environment of its commands."""
        return environment() | {ENVIRONMENT: str(self.root)}

    @property
    def build(self) -> list[str]:
        """The command that builds the site."""
        return [sys.executable, "-m", "mkdocs", "build"]

    def serve(self, port: int) -> list[str]:
        """Give the command that serves the site and builds it anew after each change."""
        address = f"127.0.0.1:{port}"
        return [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address, "--livereload"]

    def built(self, number: int) -> Path:
        """Give the file of a built page."""
        return self.root / "site" / self.url(number)

    def url(self, number: int) -> str:
        """Give where a page is served, below the site's root."""
        return f"{page_name(number)}.html"

    def write(self, pages: int) -> None:
        """Write the corpus anew."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(HOME / "docs/assets", self.root / "docs/assets")
        (self.root / "docs/index.md").write_text("# Bench\n\nThe pages are made up.\n", "utf-8")
        (self.root / "mkdocs.yml").write_text(yaml.safe_dump(self.settings(pages)), "utf-8")
        for number in range(1, pages + 1):
            for kind in KINDS:
                self.write_program(number, kind)
            self.write_prose(number)

    def make_cold(self) -> None:
        """Forget everything that earlier builds left."""
        for name in self.left:
            shutil.rmtree(self.root / name, ignore_errors=True)

    def write_prose(self, number: int, revision: int = 0) -> str:
        """Write a page's text; give what the page then shows."""
        path = self.root / "docs" / f"{page_name(number)}.md"
        path.write_text(page(number, lambda kind: self.slot(number, kind), revision), "utf-8")
        return edition(number, revision)

    def write_program(self, number: int, kind: str, revision: int = 0) -> str:
        """Write a program; give what its page then shows, if it is run."""
        path = self.program_file(number, kind)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.above + program(number, kind, revision), "utf-8")
        return printed(number, kind, revision)

    def program_file(self, number: int, kind: str) -> Path:
        """Give the file of a program."""
        return self.root / "snippets" / f"{program_name(number, kind)}.py"

    def slot(self, number: int, kind: str) -> str:
        """Give what stands on a page where a program belongs."""
        name = program_name(number, kind)
        included = f'```python title="{name}.py"\n--8<-- "snippets/{name}.py"\n```'
        return f"{included}\n\n{self.output(number, kind)}"

    def output(self, number: int, kind: str) -> str:
        """Give what stands below a program."""
        name = program_name(number, kind)
        lines = [f"{name} line {line}" for line in range(3)]
        return "\n".join(["```text", *lines, printed(number, kind, 0), "```"])

    def settings(self, pages: int) -> dict[str, Any]:
        """Give the site's settings: this project's, with pages and plugins of its own."""
        with (HOME / "mkdocs.yml").open("rb") as file:
            settings = yaml_load(file, get_yaml_loader())
        included = {"base_path": [str(self.root)], "check_paths": True}
        return settings | {
            "site_name": "Bench",
            "site_url": "https://example.org/",
            "nav": ["index.md", *_chapters(pages)],
            "hooks": list(self.hooks),
            "watch": list(self.watch),
            "theme": settings["theme"] | {"custom_dir": str(HOME / "overrides")},
            "plugins": list(self.plugins),
            "markdown_extensions": [
                *settings["markdown_extensions"],
                {"pymdownx.snippets": included},
            ],
        }


def _chapters(pages: int, size: int = 10) -> Iterator[dict[str, list[str]]]:
    for first in range(1, pages + 1, size):
        last = min(first + size, pages + 1)
        yield {f"From {first}": [f"{page_name(number)}.md" for number in range(first, last)]}


class Naive(Floor):
    """Plain markdown-exec: half of the blocks are of its console, half of its Python form."""

    name = "naive"
    executes = True
    plugins = ("search", "offline", {"markdown-exec": {"ansi": "off"}})

    def output(self, number: int, kind: str) -> str:
        """Give a block that runs a program."""
        name = program_name(number, kind)
        if kind in ("process", "queue"):
            return (
                f'```console exec="1" source="console" result="text" id="{name}"\n'
                f"$ {interpreter().path} -m snippets.{name}\n```"
            )
        return (
            f'```python exec="1" result="text" id="{name}"\nimport subprocess\n'
            f'command = ["{interpreter().path}", "-m", "snippets.{name}"]\n'
            "print(subprocess.run(command, capture_output=True, text=True, check=True).stdout)\n"
            "```"
        )


class Ours(Floor):
    """This project's own way. Records are there from the start, as in a clone."""

    name = "ours"
    executes = True
    plugins = ("search", "offline", {"markdown-exec": {"ansi": "off", "languages": ["python"]}})
    hooks = (str(HOME / "runner/hook.py"),)
    watch = (str(HOME / "overrides"), "records", str(HOME / "runner"), "snippets")
    above = (
        '# /// script\n# [tool.snippet]\n# output = "lines"\n# start-methods = ["fork"]\n# ///\n'
    )

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._records: dict[tuple[int, str], Record] = {}

    def program_file(self, number: int, kind: str) -> Path:
        """Give the file of a program."""
        return self.root / "snippets" / TOPIC / f"{program_name(number, kind)}.py"

    def slot(self, number: int, kind: str) -> str:
        """Give the block that shows a program and what it prints."""
        name = program_name(number, kind)
        return (
            f'```python exec="1" html="1" id="{name.replace("_", "-")}"\n'
            f'from runner import show\nprint(show("{TOPIC}/{name}"))\n```'
        )

    def write(self, pages: int) -> None:
        """Write the corpus anew, and run a cycle of its programs to know what they print."""
        self._records.clear()
        super().write(pages)
        project = Project(self.root)
        pythons = machine(project)
        first = [
            get_snippet(f"{TOPIC}/{program_name(number, kind)}", project.snippets)
            for number in range(1, min(pages, CYCLE) + 1)
            for kind in KINDS
        ]
        cells = [cell for snippet in first if (cell := build_cell(snippet, pythons))]
        for outcome in run_cells(cells, Store(None)):
            if outcome.faults:
                raise RuntimeError(f"{outcome.cell}: {'; '.join(outcome.faults)}")
            name, _, kind = outcome.cell.snippet.path.stem.partition("_")
            record = merge(None, outcome.cell.snippet, [outcome.runs])
            self._records[int(name[1:]) % CYCLE, kind] = record
        for number in range(1, pages + 1):
            for kind in KINDS:
                self.write_record(number, kind)

    def write_program(self, number: int, kind: str, revision: int = 0) -> str:
        """Write a program and its record; give what its page then shows."""
        shown = super().write_program(number, kind, revision)
        if self._records:
            self.write_record(number, kind)
        return shown

    def write_record(self, number: int, kind: str) -> None:
        """Record what a program prints: but for names, what that of the cycle's page prints."""
        known = self._records[number % CYCLE, kind]
        snippet = get_snippet(f"{TOPIC}/{program_name(number, kind)}", Project(self.root).snippets)
        text = known.results[0].stdout
        old = known.snippet.rpartition("/")[2]
        revision = snippet.code.partition("REVISION = ")[2].partition("\n")[0]
        text = text.replace(f"{old} revision 0", f"{old} revision {revision}")
        text = text.replace(old, program_name(number, kind))
        result: Result = replace(known.results[0], stdout=text)
        digest = snippet.digest
        record = replace(known, snippet=snippet.name, digest=digest, results=(result,))
        save(record, Project(self.root).records)


class Forked(Ours):
    """This project's own way, with programs forked from a template."""

    name = "forked"

    @property
    def env(self) -> dict[str, str]:
        """The environment of its commands."""
        return super().env | {FORK: "1"}


PEERS = {peer.name: peer for peer in (Ours, Forked, Naive, Floor)}
