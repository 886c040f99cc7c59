"""Fit what a library drew into a page: its theme, its ids, its words.

A drawing comes with colors, fonts and ids of its own. In a page it must
follow the light and the dark scheme, take the page's font, share no id with
another figure, and tell people who cannot see it what it shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree

from runner.digest import digest
from runner.kept import kept
from runner.project import Project

_UNWANTED = {"style", "metadata", "title", "desc"}  # a style sheet in a page rules all of it
_FONTS = {"font", "font-family", "font-style", "font-weight"}
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")


def finish(
    drawn: str,
    name: str,
    title: str,
    text: str,
    colors: Mapping[str, str],
    notes: Mapping[str, str] | None = None,
    *,
    larger: float = 1.0,
    searched: bool = True,
) -> str:
    """Make a drawing an element of a page.

    Args:
        drawn: An SVG document.
        name: What its ids begin with; each figure has its own.
        title: What it shows, in a few words.
        text: The same in sentences.
        colors: The colors it was drawn in, each with the word that stands
            for it in the classes ``fill-word`` and ``stroke-word``.
        notes: By id, what an element says when a pointer rests on it.
        larger: How much larger it is where there is room.
        searched: Whether the site's search finds what it says.

    Returns:
        An ``<svg>`` element that holds no color, no font and no style.

    Raises:
        ValueError: If it holds a color that is not named.
    """
    root = ElementTree.fromstring(drawn)
    wanted = _referenced(root)
    names = {old: f"{name}-{number}" for number, old in enumerate(wanted, 1)}
    _drop_unwanted(root)
    for element in list(root.iter()):
        _mend(element, names, colors, notes or {})
    box = root.attrib["viewBox"].split()
    root.attrib = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": root.attrib["viewBox"],
        "width": f"{larger * float(box[2]):.0f}",
        "height": f"{larger * float(box[3]):.0f}",
        "role": "img",
        "aria-labelledby": f"{name}-title",
        "aria-describedby": f"{name}-desc",
    }
    if not searched:
        root.attrib["data-search-exclude"] = ""
    for tag, words in (("desc", text), ("title", title)):
        child = ElementTree.Element(tag, id=f"{name}-{tag}")
        child.text = words
        root.insert(0, child)
    return ElementTree.tostring(root, encoding="unicode")


def _referenced(root: ElementTree.Element) -> list[str]:
    """List the ids that something in the drawing refers to, in its order."""
    found: dict[str, None] = {}
    for element in root.iter():
        for key, value in element.attrib.items():
            if key.endswith("href") and value.startswith("#"):
                found[value[1:]] = None
            found.update(dict.fromkeys(_REFERENCE.findall(value)))
    return list(found)


def _drop_unwanted(element: ElementTree.Element) -> None:
    for child in list(element):
        _drop_unwanted(child)
        tag = _local(child.tag)
        if tag in _UNWANTED or (tag in ("defs", "g") and not len(child)):
            element.remove(child)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _mend(
    element: ElementTree.Element,
    names: Mapping[str, str],
    colors: Mapping[str, str],
    notes: Mapping[str, str],
) -> None:
    """Give one element plain attributes, and classes in place of colors."""
    element.tag = _local(element.tag)
    if not (element.text or "").strip():
        element.text = None
    element.tail = None
    given = {_local(key): value for key, value in element.attrib.items()}
    for declaration in given.pop("style", "").split(";"):
        key, _, value = declaration.partition(":")
        if key.strip():
            given[key.strip()] = value.strip()
    classes = given.pop("class", "").split()
    kept: dict[str, str] = {}
    for key, value in given.items():
        if key in ("fill", "stroke") and value != "none":
            if value.lower() not in colors:
                raise ValueError(f"the drawing holds the color {value}, which has no name")
            classes.append(f"{key}-{colors[value.lower()]}")
        elif key == "id":
            if value in names:
                kept["id"] = names[value]
            if value in notes:
                classes.append("svg-note")
                note = ElementTree.Element("title")
                note.text = notes[value]
                element.insert(0, note)
        elif key == "href":
            kept["href"] = f"#{names[value[1:]]}"
        elif not (key in _FONTS or key == "space" or value.startswith("rotate(-0 ")):
            value = _REFERENCE.sub(lambda match: f"url(#{names[match[1]]})", value)
            value = _LONG_NUMBER.sub(lambda match: f"{float(match[0]):.2f}", value)
            kept[key] = " ".join(value.split())
    if classes:
        kept["class"] = " ".join(classes)
    element.attrib = kept


def drawn(project: Project, parts: tuple[str, ...], draw: Callable[[], str]) -> str:
    """Give a drawing from the cache, or draw it and keep it.

    Args:
        project: The project.
        parts: All that it depends on.
        draw: Draws it; libraries that do are slow to import.
    """
    key = digest(*parts)
    file = project.cache / "figures" / key[:2] / key
    return kept(file, key, lambda: draw().encode("utf-8")).decode("utf-8")


def own_text(*modules: str) -> str:
    """Give the text of modules of this package, for :func:`drawn`.

    To be asked for when they are loaded: a server may run what is no longer written there.
    """
    here = Path(__file__).parent
    return "\0".join((here / module).read_text("utf-8") for module in ("svg.py", *modules))
