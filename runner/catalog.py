"""List the pages by the error messages, the symptoms and the questions that they explain.

A page names messages and symptoms in its front matter, under ``errors`` and
``symptoms``; its questions are its title and the headings that ask something.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from typing import Any

import markdown
import yaml

from runner.known import remembered
from runner.problem import Problem
from runner.project import Project, read_text, sources

SYMPTOMS = (
    "hangs",
    "crashes",
    "does not stop",
    "nothing printed",
    "prints twice",
    "wrong result",
    "lost data",
    "slower",
    "memory grows",
    "left behind",
)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, but eight times as fast
FRONT = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
_FENCED = re.compile(r"^( *)(`{3,}|~{3,}).*?^\1\2`* *$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} .+$", re.MULTILINE)
FORM = 4  # pages that have the same heading
_LETTER = re.compile(r"[^\W_]")
_TO_PAGE = re.compile(r'(<a href=")page:([^"]+)"')
_TYPE = re.compile(r"(?:[\w]+\.)*(?P<name>[A-Z]\w+)")


@dataclass(frozen=True)
class Entry:
    """What one page says of itself.

    Attributes:
        page: Its path below ``docs/``.
        title: The question or error that it answers.
        description: What it holds, in a sentence.
        errors: The messages that it explains, each on one line.
        symptoms: What it explains of :data:`SYMPTOMS`.
        introduces: The subjects that the search finds it first for, typed alone.
        asked: What people may ask whom it answers, in their words: pairs of the id of the heading
            below which the answer is, or "" for the page itself, and a question.
        pitfall: Its number as a pitfall, such as ``P07``; "" if it is none.
    """

    page: str
    title: str
    description: str
    errors: tuple[str, ...] = ()
    symptoms: tuple[str, ...] = ()
    introduces: tuple[str, ...] = ()
    asked: tuple[tuple[str, str], ...] = ()
    pitfall: str = ""


@dataclass(frozen=True)
class Question:
    """What somebody may ask, and where the answer is.

    Attributes:
        text: The question.
        entry: The page that answers it.
        anchor: The id of the heading that asks it; "" for the page's title.
    """

    text: str
    entry: Entry
    anchor: str = ""

    @property
    def place(self) -> str:
        """Where it is answered, as path below ``docs/`` and anchor."""
        return f"{self.entry.page}#{self.anchor}" if self.anchor else self.entry.page

    @property
    def letter(self) -> str:
        """The letter that it is listed under: its first one."""
        found = _LETTER.search(self.text)
        return found[0].upper() if found and found[0].isalpha() else "0"


def read_entries(docs: Path) -> list[Entry]:
    """Read what every page says of itself, in order of their paths.

    Raises:
        Problem: If a page's front matter is damaged, or names an unknown symptom.
    """
    pages = (path.relative_to(docs).as_posix() for path in sources(docs, ".md"))
    return [read_entry(page, docs) for page in pages]


def read_entry(page: str, docs: Path) -> Entry:
    """Read what one page says of itself, by its path below ``docs/``.

    Raises:
        Problem: If it is not UTF-8, or its front matter is damaged or names an unknown symptom.
    """
    found = FRONT.match(read_text(docs / page, docs.parent))
    return _entry(found and found[1], page, docs.name)


@remembered
def _entry(text: str | None, page: str, folder: str) -> Entry:
    shown = f"{folder}/{page}"
    try:
        front = {} if text is None else yaml.load(text, Loader=LOADER)
    except yaml.YAMLError as error:
        what = " ".join(str(error).split())
        todo = "Mend it; a title with a colon in it stands in quotes."
        mark = getattr(error, "problem_mark", None)  # counts from 0, and from below the first ---
        line = 1 if mark is None else mark.line + 2
        raise Problem(f"the front matter is no YAML: {what}", todo, shown, line) from None
    if not isinstance(front, dict):
        raise Problem("the front matter is no table", "Write `key: value` lines.", shown, 2)
    lists: dict[str, tuple[str, ...]] = {}
    for key in ("errors", "symptoms", "introduces"):
        values = front.get(key, [])
        if not _is_texts(values):
            todo = "Write one `- text` a line."
            raise Problem(
                f"{key} is no list of texts", todo, shown, _line_of(f"^{key}:", text or "")
            )
        lists[key] = tuple(values)
    for symptom in lists["symptoms"]:
        written = rf"^(?:symptoms:| *-).*{re.escape(symptom)}\b"
        check_symptom(symptom, shown, _line_of(written, text or ""))
    return Entry(
        page,
        str(front.get("title", "")),
        str(front.get("description", "")),
        lists["errors"],
        lists["symptoms"],
        lists["introduces"],
        _read_asked(front.get("asked", {}), shown, text or ""),
        str(front.get("pitfall", "")),
    )


def _read_asked(asked: object, shown: str, text: str) -> tuple[tuple[str, str], ...]:
    """Read the questions of a page's front matter."""
    if not isinstance(asked, dict) or not all(
        isinstance(anchor, str) and _is_texts(questions) for anchor, questions in asked.items()
    ):
        todo = "Write `anchor:` lines, each with a line `- question` for each question below it."
        raise Problem("asked is no table of lists of texts", todo, shown, _line_of("^asked:", text))
    return tuple((anchor, question) for anchor, each in asked.items() for question in each)


def _is_texts(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(each, str) for each in values)


def check_anchors(entry: Entry, docs: Path, anchors: Container[str]) -> None:
    """See that each question that a page answers names one of its headings.

    Args:
        entry: The page's.
        docs: The ``docs`` folder.
        anchors: The ids of its headings.

    Raises:
        Problem: If one names none of them.
    """
    for anchor, _ in entry.asked:
        if anchor and anchor not in anchors:
            front = FRONT.match(read_text(docs / entry.page, docs.parent))
            raise Problem(
                f"asked names the anchor {anchor}, which no heading of the page has",
                'Name the one of the heading with the answer, or "" for the page itself.',
                f"{docs.name}/{entry.page}",
                _line_of(rf"^ +[\"']?{re.escape(anchor)}\b", front[1] if front else ""),
            )


def _line_of(pattern: str, front: str) -> int:
    """Give the line of a page at which something of its front matter stands."""
    found = re.search(pattern, front, re.MULTILINE)
    return front[: found.start()].count("\n") + 2 if found else 1


def read_questions(docs: Path) -> list[Question]:
    """Give the title of every page and each heading below it that ends in ``?``, A to Z.

    A heading that many pages have belongs to their form, and asks nothing of its own.

    Raises:
        Problem: If a page's front matter is damaged.
    """
    found = []
    for entry in read_entries(docs):
        text = _FENCED.sub("", FRONT.sub("", read_text(docs / entry.page, docs.parent)))
        found.append(Question(entry.title, entry))
        for level, heading, anchor in _headings("\n\n".join(_HEADING.findall(text))):
            if level > 1 and heading.endswith("?") and heading != entry.title:
                found.append(Question(heading, entry, anchor))
    often = Counter(question.text for question in found)
    asked = [each for each in found if each.text and often[each.text] < FORM]
    return sorted(asked, key=lambda each: (each.letter, _plain(each.text), each.place))


def _plain(text: str) -> str:
    """Give a text as it is sorted: without its marks."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@functools.cache
def _headings(text: str) -> tuple[tuple[int, str, str], ...]:
    """Give level, words and id of each heading, as the site's own converter makes them."""
    converter = markdown.Markdown(extensions=["attr_list", "toc"])
    converter.convert(text)

    def flat(tokens: list[dict[str, Any]]) -> Iterator[tuple[int, str, str]]:
        for token in tokens:
            yield token["level"], unescape(token["name"]), token["id"]
            yield from flat(token["children"])

    return tuple(flat(converter.toc_tokens))


def check_symptom(symptom: str, path: str | None = None, line: int | None = None) -> None:
    """Raise a Problem that names the known symptoms, unless this is one of them."""
    if symptom not in SYMPTOMS:
        known = ", ".join(SYMPTOMS)
        raise Problem(f"unknown symptom {symptom!r}", f"Known are: {known}.", path, line)


def error_index() -> str:
    """List every error message that a page explains, by the exception's name.

    Returns:
        Finished HTML, for a page to print; its links are the site's to settle.
    """
    named: dict[str, dict[str, list[Entry]]] = {}
    for entry in read_entries(Project().docs):
        for message in entry.errors:
            named.setdefault(_type_of(message), {}).setdefault(message, []).append(entry)
    parts = []
    for name, explained in sorted(named.items()):
        items = "".join(
            f"<dt><code>{escape(message)}</code></dt>"
            + "".join(f"<dd>{_link(entry)}</dd>" for entry in entries)
            for message, entries in sorted(explained.items())
        )
        parts.append(f'<p class="index-name"><strong>{escape(name)}</strong></p><dl>{items}</dl>')
    return f'<div class="index">{"".join(parts)}</div>'


def symptom_index(symptom: str) -> str:
    """List the pages that explain one symptom.

    Args:
        symptom: One of :data:`SYMPTOMS`.

    Returns:
        Finished HTML, for a page to print; its links are the site's to settle.

    Raises:
        Problem: If the symptom is not known.
    """
    check_symptom(symptom)
    return _listed(e for e in read_entries(Project().docs) if symptom in e.symptoms)


def pitfall_index() -> str:
    """List the pitfalls in order of their numbers."""
    entries = [entry for entry in read_entries(Project().docs) if entry.pitfall]
    return _listed(sorted(entries, key=lambda entry: entry.pitfall))


def question_index() -> str:
    """List every page's title and every question that a page answers, A to Z.

    Returns:
        Finished HTML, for a page to print; its links are the site's to settle.
    """
    groups = itertools.groupby(read_questions(Project().docs), key=lambda each: each.letter)
    listed = {letter: list(questions) for letter, questions in groups}
    ways = "".join(f'<a href="#questions-{each}">{each}</a>' for each in listed)
    parts = [f'<p class="index-letters">{ways}</p>']
    for letter, questions in listed.items():
        items = "".join(map(_asked, questions))
        name = f'<p class="index-name" id="questions-{letter}"><strong>{letter}</strong></p>'
        parts.append(f"{name}<ul>{items}</ul>")
    return f'<div class="index">{"".join(parts)}</div>'


def _asked(question: Question) -> str:
    link = f'<a href="page:{escape(question.place)}">{escape(question.text)}</a>'
    where = f" ({escape(question.entry.title)})" if question.anchor else ""
    return f"<li>{link}{where}</li>"


def settle(html: str, reach: Callable[[str], str]) -> str:
    """Turn the links of the lists on a page, and those in its programs, into real ones.

    Args:
        html: The page's content.
        reach: Gives the link from that page to another, by its path below ``docs/``.
    """

    def settled(link: re.Match[str]) -> str:
        page, mark, anchor = unescape(link[2]).partition("#")
        return f'{link[1]}{escape(reach(page) + mark + anchor)}"'

    return _TO_PAGE.sub(settled, html) if 'href="page:' in html else html


def _listed(entries: Iterable[Entry]) -> str:
    items = [f"<li>{_link(each)}<br>{escape(each.description)}</li>" for each in entries]
    return f'<ul class="index">{"".join(items)}</ul>'


def _link(entry: Entry) -> str:
    return f'<a href="page:{escape(entry.page)}">{escape(entry.title)}</a>'


def _type_of(message: str) -> str:
    """Give what a message begins with, if that names an exception; else what it is."""
    found = _TYPE.match(message)
    if found and message[found.end() : found.end() + 1] in ("", ":"):
        return found["name"]
    return "Messages without an exception's name"
