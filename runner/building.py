"""One build of the site: what its events have in common, and what it writes beside the pages."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from runner import card, catalog, finish, history, policy, twin
from runner.ahead import Ahead
from runner.digest import digest
from runner.earlier import Earlier
from runner.memo import Finishing, Memo, Unfinished
from runner.project import Project

log = logging.getLogger("mkdocs.runner")


class Finish(Finishing):
    """Finishes a page: mends it, makes its head light and writes its policy into it.

    Args:
        lightening: What makes the heads light.
        serves: Whether a server writes a script of its own into each page, which no policy knows.
    """

    def __init__(self, lightening: finish.Lightening, serves: bool) -> None:
        self.lightening = lightening
        self.serves = serves

    @cached_property
    def digest(self) -> str:
        """Hash of what it depends on; the site's style sheets are there."""
        return digest(self.lightening.digest, self.serves)

    def make(self, filled: str) -> tuple[str, list[str]]:
        """Give the finished page, and the style sheets that are joined in it."""
        mended = finish.finish_page(filled)
        finished = self.lightening.lighten(mended)
        if not self.serves:
            finished = policy.protect_page(finished)
        return finished, finish.sheets_of(mended)

    def take(self, made: tuple[str, list[str]]) -> str:
        """Give the finished page; what it names of the site is there."""
        finished, sheets = made
        if sheets:
            self.lightening.join(sheets)
        return finished


@dataclass
class Build:
    """What the events of one build have in common; each build begins with an empty one.

    Attributes:
        project: What is built.
        serves: Whether it is for a server that shows changes to who writes.
        memo: What was made of the pages before.
        finish: What finishes them.
        at_once: What is done to them as soon as their template is filled: that, or nothing.
        earlier: The site built before.
        entries: What the pages say of themselves, by their paths.
        ahead: What the pages show; None until MkDocs has asked for the files.
        order: The pages in the navigation, as readers go through them.
        changes: When each page was changed; none where git cannot tell.
        report: What ran and what came from records, in numbers.
        done: The built pages that are finished as they were written.
    """

    project: Project
    serves: bool
    memo: Memo
    finish: Finish
    earlier: Earlier
    at_once: Finishing = field(default_factory=Unfinished)
    entries: dict[str, catalog.Entry] = field(default_factory=dict)
    ahead: Ahead | None = None
    order: list[str] = field(default_factory=list)
    changes: dict[str, history.Change] = field(default_factory=dict)
    report: dict[str, Any] = field(default_factory=dict)
    done: set[Path] = field(default_factory=set)

    @property
    def shown(self) -> Ahead:
        """What the pages show; MkDocs asks for the files before it comes to them."""
        assert self.ahead is not None
        return self.ahead

    def holds(self, page: str, inputs: str) -> bool:
        """Tell whether nobody saved what a page shows while it was made; say so if somebody did."""
        if self.shown.still_holds(page, inputs):
            return True
        # The server builds again by itself.
        level = logging.INFO if self.serves else logging.WARNING
        log.log(level, "%s: what it shows was changed while it was made; build again", page)
        return False

    def twin(self, page: str) -> str:
        """Give a page's twin, made anew only if the page or what it shows is another."""
        text, inputs = (self.project.docs / page).read_text("utf-8"), self.shown.inputs_of(page)
        if inputs is None:
            return twin.twin(text, self.project, "../" * page.count("/"))
        key = digest(text, inputs)
        made: str | None = self.memo.get("twin", page, key)
        if made is None:
            made = twin.twin(text, self.project, "../" * page.count("/"))
            if self.holds(page, inputs):
                self.memo.put("twin", page, key, made)
        return made

    def write_beside(self, config: MkDocsConfig) -> None:
        """Write what lies beside the pages: twins, cards, the feed of changes."""
        self._write_twins(config)
        self._write_cards(config.site_name)
        if self.changes:
            told = history.feed(
                self.entries.values(), self.changes, config.site_name, str(config.site_url)
            )
            self._write("feed.xml", told)

    def _write_twins(self, config: MkDocsConfig) -> None:
        """Write each page as plain Markdown, and the lists of those."""
        pages = [page for page in self.order if page in self.entries]
        texts = [self.twin(page) for page in pages]
        for page, text in zip(pages, texts, strict=True):
            self.earlier.write(page, text.encode())
        about = config.site_name, str(config.site_description), str(config.site_url)
        self._write("llms.txt", twin.index([self.entries[page] for page in pages], *about))
        self._write("llms-full.txt", "\n\n".join(texts))

    def _write_cards(self, site_name: str) -> None:
        """Write the picture that a link is shown with, for each page in the navigation."""
        for page in self.order:
            title = self.entries[page].title if page in self.entries else ""
            drawn = card.card(title or site_name, site_name, self.project.cache / "cards")
            self.earlier.write(f"cards/{Path(page).with_suffix('.png').as_posix()}", drawn)

    def _write(self, name: str, text: str) -> None:
        (self.earlier.site / name).write_text(text, "utf-8", newline="\n")
