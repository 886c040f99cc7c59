"""Remember what MkDocs made of each page, so that a build makes anew what changed.

Three steps cost nearly all of a build in which nothing has to run: converting
a page, taking it apart for the search, and filling the theme's template, after
which the page is finished. Each keeps its last result for each page under a key
of all that it depends on. What was made while a warning was given is not kept,
so that the next build warns again. Safe to delete at any time.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import logging
import pickle
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from runner.digest import digest
from runner.kept import read_kept, write_kept

TEMPLATE = "main.html"
CODE = Path(__file__).parent
_INHERITED = re.compile(r"^INHERIT: *(?P<quote>['\"]?)(?P<file>.+?)(?P=quote) *$", re.MULTILINE)


@functools.cache
def installed() -> str:
    """Hash which Python this is, and which packages of which versions it has."""
    # What describes a package lies in a folder named after it and its version.
    folders = [Path(entry) for entry in sys.path if Path(entry).is_dir()]
    known = [p.name for f in folders for p in f.glob("*.*-info") if p.is_dir()]
    return digest(sys.version, sorted(known))


def _content_of(folder: Path) -> list[tuple[str, str]]:
    """Give each file of a folder, and the hash of what is in it; what editors hide is none."""
    return sorted(
        (path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest())
        for path in folder.rglob("[!.]*")
        if path.is_file() and path.parent.name != "__pycache__"
    )


_LOADED = _content_of(CODE)  # what this process runs


class Code(NamedTuple):
    """What makes a site, beside what is in it.

    Attributes:
        digest: Hash of the Python, its packages and this project's code. A server that runs other
            code than is written by now has one that no other process has: what it makes must not
            be taken for what the new code makes.
        as_loaded: Whether this project's code is what this process runs: a server runs for long.
    """

    digest: str
    as_loaded: bool


def read_code() -> Code:
    """Look at the code as it is now."""
    now = _content_of(CODE)
    return Code(digest(installed(), _LOADED, now), now == _LOADED)


def _settings(file: Path) -> Iterator[str]:
    """Give the text of a file of settings, and of those that it inherits."""
    text = file.read_text("utf-8")
    yield text
    if inherited := _INHERITED.search(text):
        yield from _settings(file.parent / inherited["file"])


def fingerprint(config: MkDocsConfig, code: Code) -> str:
    """Hash what every page depends on.

    A server has another address than the site and no feed of changes. Only the template shows
    them, so a server takes over the rest from a build.

    Args:
        config: The site's settings.
        code: What makes it.
    """
    own = config.theme.custom_dir
    return digest(
        code.digest,
        list(_settings(Path(config.config_file_path))),
        {name: value for name, value in config.extra.items() if name != "feed"},
        config.extra_css,
        [str(script) for script in config.extra_javascript],
        config.theme.dirs,
        _content_of(Path(own)) if own else [],
    )


class Finishing(Protocol):
    """What is done to a page when its template has been filled.

    Attributes:
        digest: Hash of all that it depends on, beside the page.
    """

    @property
    def digest(self) -> str:
        """See above."""

    def make(self, filled: str) -> Any:
        """Give what is kept of a page."""

    def take(self, made: Any) -> str:
        """Give the page that is written, of what was kept of it or made just now."""


class Unfinished:
    """Leaves a page as the template was filled."""

    digest = ""

    def make(self, filled: str) -> str:
        """Keep it as it is."""
        return filled

    def take(self, made: str) -> str:
        """Give it as it is."""
        return made


@functools.cache
def _name(page: str) -> str:
    return f"{digest(page)[:24]}.pickle"


class Memo:
    """The last result of each step for each page, in files below a folder.

    Args:
        folder: Where they lie.
        fingerprint: Hash of what every page depends on; results of another are not given.

    Attributes:
        filled: The pages whose template was filled, and what was then to be done to them.
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self.folder = folder
        self.fingerprint = fingerprint
        self.filled: set[str] = set()
        self._names: tuple[Files, str] | None = None
        self._searched: dict[str, str] = {}
        self._asked: set[str] = set()  # files below the folder
        self._made = False

    def _file(self, step: str, page: str) -> Path:
        file = f"{step}/{_name(page)}"
        self._asked.add(file)
        return Path(f"{self.folder}/{file}")

    def get(self, step: str, page: str, key: str) -> Any:
        """Give what a step made of a page; None if that is another's, or damaged."""
        data = read_kept(self._file(step, page), f"{self.fingerprint} {key}")
        return None if data is None else pickle.loads(data)

    def put(self, step: str, page: str, key: str, value: Any) -> None:
        """Keep what a step made of a page, in place of what it made before."""
        self._made = True
        write_kept(self._file(step, page), f"{self.fingerprint} {key}", pickle.dumps(value))

    def forget_others(self) -> None:
        """End a build: remove what its steps did not ask for, as the page is gone.

        What another step made stays: a server makes no twins.
        """
        if not self._made:  # once a page is gone, every other one is made anew
            return
        for step in {asked.partition("/")[0] for asked in self._asked}:
            for file in self.folder.glob(f"{step}/*.pickle"):
                if f"{step}/{file.name}" not in self._asked:
                    with contextlib.suppress(OSError):
                        file.unlink()

    def page(self, page: Page, files: Files, inputs: str, holds: Callable[[], bool]) -> None:
        """Let a page be converted only if it, or what it shows, is another than before.

        Args:
            page: The page; its Markdown has been read.
            files: All files of the site: links depend on them.
            inputs: Hash of what the page shows.
            holds: Tells, once the page has been made, whether it was made of those inputs.
        """
        convert = page.render  # a notebook's is not MkDocs' own
        uri = page.file.src_uri
        if self._names is None or self._names[0] is not files:  # the same for all pages
            self._names = files, digest(sorted((f.src_uri, f.dest_uri) for f in files))
        key = digest(page.markdown, page.meta, page.url, self._names[1], inputs)

        def render(config: MkDocsConfig, files: Files) -> None:
            kept = self.get("page", uri, key)
            if kept is not None:
                _set_page(page, kept, files)
                return
            with _warned() as warnings:
                convert(config, files)
            if not warnings and holds():
                self.put("page", uri, key, _parts_of(page))

        page.render = render  # type: ignore[method-assign]

    def search(self, index: Any) -> Callable[[Page], object]:
        """Let the search take a page apart only if it is another than before.

        It looks through all of the page for its marks, too; so it is given nothing to look
        through, and who calls it takes the page from :meth:`searched` after.

        Args:
            index: The search plugin's index of this build.

        Returns:
            What takes a page apart already, for who has time before the search has its turn.
        """
        add: Callable[[Page], None] = index.add_entry_from_context
        noted: dict[str, tuple[str | None, Any]] = {}

        def take_apart(page: Page) -> Any:
            uri = page.file.src_uri
            content, kept = noted.get(uri, (None, None))
            if kept is not None and content is page.content:
                return kept
            key = digest(page.content, _toc_parts(page.toc), page.title, page.meta, page.url)
            kept = self.get("search", uri, key)
            if kept is None:
                known = len(index.entries)
                with _lightened(page):
                    add(page)
                made = index.entries[known:]
                del index.entries[known:]
                tell_more(made, page)
                kept = [made, _MARK.sub("", page.content or "")]
                self.put("search", uri, key, kept)
            noted[uri] = page.content, kept
            return kept

        def add_page(page: Page) -> None:
            entries, self._searched[page.file.src_uri] = take_apart(page)
            index.entries.extend(entries)
            page.content = ""

        index.add_entry_from_context = add_page
        return take_apart

    def searched(self, page: Page) -> str:
        """Give a page's content without the search's marks, once the search has had it."""
        return self._searched.pop(page.file.src_uri, page.content or "")

    def templates(self, env: Environment, finishing: Finishing) -> None:
        """Let the theme's template be filled only if page or navigation are others.

        Args:
            env: The theme's templates of this build.
            finishing: What is done to each page at once, so that it is kept in that form alone.
        """
        find = env.get_template
        nav_keys: dict[int, str] = {}

        def get_template(name: Any, *arguments: Any, **named: Any) -> Any:
            template = find(name, *arguments, **named)
            # With more arguments, it is a template that extends this one that asks.
            own = name == TEMPLATE and not arguments and not named
            return _Remembered(template, fill) if own else template

        def fill(template: Any, context: dict[str, Any]) -> str:
            page, nav = context["page"], context["nav"]
            if id(nav) not in nav_keys:
                nav_keys[id(nav)] = digest(list(_nav_parts(nav)))
            uri, config = page.file.src_uri, context["config"]
            key = digest(
                page.content, _toc_parts(page.toc), page.title, page.meta, page.url,
                page.canonical_url, context["base_url"], nav_keys[id(nav)],
                config.site_url, config.extra.get("feed"), finishing.digest,
            )  # fmt: skip
            kept = self.get("template", uri, key)
            if kept is None:
                kept = finishing.make(template.render(context))
                self.put("template", uri, key, kept)
            self.filled.add(uri)
            return finishing.take(kept)

        env.get_template = get_template  # type: ignore[method-assign]


# A program as runner.show gives it: nothing in it is searched, and most of a page's tags are.
_PROGRAM = re.compile(
    r'(<div class="language-python highlight"[^>]* data-search-exclude>'
    r'<span class="filename">[^<]*</span><pre><span></span><code>).*?(?=</code>)',
    re.DOTALL,
)


# What the search takes out of a page when it has read it.
_MARK = re.compile(r'\s?data-search-\w+="[^"]+"')


@contextlib.contextmanager
def _lightened(page: Page) -> Iterator[None]:
    """Leave programs out of a page while it is taken apart: the search would skip each tag."""
    whole = page.content
    page.content = _PROGRAM.sub(r"\1", whole or "")
    try:
        yield
    finally:
        page.content = whole


def tell_more(entries: list[dict[str, Any]], page: Page) -> None:
    """Let the search know what a page's front matter says of it, and no reader has to read.

    A page that the search leaves out, since it holds the words of all others, is still found for
    the subjects that it introduces. A line that no reader sees is one that people may ask; the
    search compares with it what they do ask.

    Args:
        entries: The page's entries in the search's index, the page itself first.
        page: The page.
    """
    subjects, asked = page.meta.get("introduces", []), page.meta.get("asked", {})
    if subjects and not entries:
        entries.append({"location": page.url, "title": escape(str(page.title)), "text": ""})
    if not entries:
        return
    errors = page.meta.get("errors", [])
    # The text is HTML, as the search's results show it.
    said = [page.meta.get("description", ""), *errors]
    entries[0]["text"] = " ".join([*(escape(str(each)) for each in said), entries[0]["text"]])
    sections = {entry["location"].partition("#")[2]: entry for entry in entries}
    for anchor, lines in (("", [*subjects, *errors]), *asked.items()):
        if lines:
            hidden = escape("\n".join(lines), quote=False)
            sections.get(anchor, entries[0])["text"] += f"<p hidden>{hidden}</p>"
    if subjects:
        entries[0]["introduces"] = subjects


class _Remembered:
    """Stands for a template; only its rendering is asked for."""

    def __init__(self, template: Any, fill: Callable[[Any, dict[str, Any]], str]) -> None:
        self.template = template
        self.fill = fill

    def render(self, context: dict[str, Any]) -> str:
        return self.fill(self.template, context)


def _nav_parts(nav: Navigation) -> Iterator[object]:
    def parts(item: Any) -> list[object]:
        children = [parts(child) for child in item.children or ()]
        return [item.title, getattr(item, "url", None), children]

    for item in nav.items:
        yield parts(item)
    for page in nav.pages:
        yield [page.title, page.url, page.meta.get("icon"), page.meta.get("status")]


def _parts_of(page: Page) -> dict[str, Any]:
    links = page.links_to_anchors or {}
    return {
        "content": page.content,
        "toc": _toc_parts(page.toc),
        "title": getattr(page, "_title_from_render", None),
        "meta": page.meta,
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": {file.src_uri: anchors for file, anchors in links.items()},
    }


def _set_page(page: Page, parts: dict[str, Any], files: Files) -> None:
    page.content = parts["content"]
    page.toc = _toc(parts["toc"])
    page._title_from_render = parts["title"]
    page.meta = parts["meta"]
    page.present_anchor_ids = set(parts["anchors"])
    page.links_to_anchors = {
        file: anchors
        for uri, anchors in parts["links"].items()
        if (file := files.get_file_from_path(uri)) is not None
    }


def _toc_parts(toc: Iterable[AnchorLink]) -> list[Any]:
    return [[item.title, item.id, item.level, _toc_parts(item.children)] for item in toc]


def _toc(parts: list[Any]) -> TableOfContents:
    def links(parts: list[Any]) -> Iterator[AnchorLink]:
        for title, anchor, level, children in parts:
            link = AnchorLink(title, anchor, level)
            link.children = list(links(children))
            yield link

    made = list(links(parts))
    if made:
        made[0].active = True  # type: ignore[attr-defined]  # as MkDocs does
    return TableOfContents(made)


@contextlib.contextmanager
def _warned() -> Iterator[list[logging.LogRecord]]:
    """Collect the warnings and errors that MkDocs and its plugins log, or would if not quiet.

    Yields:
        The list.
    """
    found: list[logging.LogRecord] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record)

    handler = Collector(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    level, others = logger.level, list(logger.handlers)

    def as_loud_as_before(record: logging.LogRecord) -> bool:
        return record.levelno >= level

    logger.setLevel(min(level, logging.WARNING))
    for other in others:
        other.addFilter(as_loud_as_before)
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        for other in others:
            other.removeFilter(as_loud_as_before)
        logger.setLevel(level)
