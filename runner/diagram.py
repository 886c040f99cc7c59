"""Draw the diagrams, which are written in the DOT language below ``diagrams/``.

Each begins with comments that hold its title, and in words what it shows::

    // title: How a Queue brings an object to another process
    // text: put() only appends the object to a buffer
    //   in its own process and returns.
"""

from __future__ import annotations

import difflib
import re
import shutil
import subprocess
import sysconfig
from dataclasses import dataclass
from html import escape
from pathlib import Path

from runner import svg
from runner.kept import version_of
from runner.problem import Problem
from runner.project import Project

RENDERER = "graphviz-pure"  # Graphviz as one binary; writes the same on every platform
WIDEST = 322  # units, so that on a phone its text is not drawn smaller than it is
_TEXT = svg.own_text("diagram.py")
LARGER = 1.2  # how much where there is room
STYLE = {
    "-G": {
        "bgcolor": "transparent",
        "fontname": "Helvetica",
        "fontsize": "12",
        "nodesep": "0.12",
        "pad": "0.05",
        "ranksep": "0.28",
    },
    "-N": {
        "fontname": "Helvetica",
        "fontsize": "12",
        "height": "0.3",
        "margin": "0.07,0.06",
        "shape": "box",
        "style": "rounded",
        "width": "0.3",
    },
    "-E": {"arrowsize": "0.6", "fontname": "Helvetica", "fontsize": "11"},
}
_COLORS = {"black": "text"}
_SYNTAX = re.compile(r"(syntax error) in line (\d+)(.*)")


@dataclass(frozen=True)
class Source:
    """The text of a diagram, and what it says of itself."""

    path: str
    title: str
    text: str
    dot: str


def diagram(name: str) -> str:
    """Draw a diagram.

    Args:
        name: Its file's name below ``diagrams/``, without ``.gv``.

    Returns:
        Finished HTML, for a page to print: the drawing, and the same in words.

    Raises:
        Problem: If there is none of that name, or it cannot be drawn.
    """
    project = Project()
    source = read_source(find_source(name, project.diagrams))
    parts = (_TEXT, version_of(RENDERER), name, source.dot)
    element = f"diagram-{name}"

    def draw() -> str:
        drawn = render(source)
        try:
            return svg.finish(drawn, element, source.title, source.text, _COLORS, larger=LARGER)
        except ValueError as error:
            todo = "Give the node a class; charts.css holds the color of each, in both schemes."
            raise Problem(str(error), todo, source.path) from None

    return "\n".join(
        [
            f'<figure class="diagram" id="{element}">',
            f'<p class="chart-title">{escape(source.title)}</p>',
            svg.drawn(project, parts, draw),
            '<details class="run-more"><summary>The same in words</summary>',
            f"<p>{escape(source.text)}</p></details>",
            "</figure>",
        ]
    )


def find_source(name: str, folder: Path) -> Path:
    """Give the file of a diagram, or raise a Problem that names near ones."""
    path = folder / f"{name}.gv"
    if "/" in name or not path.is_file():
        known = sorted(each.stem for each in path.parent.glob("*.gv"))
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"Did you mean {near[0]}? " if near else ""
        raise Problem(
            f"there is no diagram named {name!r}",
            f"{hint}Those in {folder.name}/ are: {', '.join(known) or 'none'}.",
        )
    return path


def read_source(path: Path) -> Source:
    """Read a diagram.

    Raises:
        Problem: If its title or its words are missing.
    """
    shown = f"{path.parent.name}/{path.name}"
    dot = path.read_text("utf-8")
    said: dict[str, str] = {}
    key = ""
    for line in dot.splitlines():
        if not line.startswith("//"):
            break
        found = re.fullmatch(r"// (title|text): (.+)", line)
        key, words = found.groups() if found else (key, line[2:].strip())
        said[key] = f"{said.get(key, '')} {words}".strip()
    for key in ("title", "text"):
        if not said.get(key):
            raise Problem(
                f"the diagram has no {key}",
                f"Begin the file with '// title: …' and '// text: …'; the {key} is what"
                " people who cannot see the drawing get.",
                shown,
                1,
            )
    return Source(shown, said["title"], said["text"], dot)


def render(source: Source) -> str:
    """Draw a diagram as an SVG document.

    Raises:
        Problem: If it is not in the DOT language, or too wide for a phone.
    """
    style = [f"{kind}{key}={value}" for kind in STYLE for key, value in STYLE[kind].items()]
    done = subprocess.run(
        [_renderer(), "-Tsvg", *style], input=source.dot.encode(), capture_output=True, check=False
    )
    complaint = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode or complaint:
        found = _SYNTAX.search(complaint)
        what = f"{found[1]}{found[3]}" if found else complaint or f"exit {done.returncode}"
        raise Problem(
            f"the diagram cannot be drawn: {what}",
            "Correct it; https://graphviz.org/doc/info/lang.html describes the language.",
            source.path,
            int(found[2]) if found else None,
        )
    drawn = done.stdout.decode("utf-8")
    box = re.search(r'viewBox="\S+ \S+ (\S+) \S+"', drawn)
    if box is None or float(box[1]) > WIDEST:
        raise Problem(
            f"the diagram is {box[1] if box else '?'} wide; a phone shows {WIDEST}",
            "Break its labels into shorter lines, or put things below each other.",
            source.path,
        )
    return drawn


def _renderer() -> str:
    scripts = sysconfig.get_path("scripts")
    found = shutil.which(RENDERER, path=scripts) or shutil.which(RENDERER)
    if found is None:
        raise Problem(f"{RENDERER} is not installed", "Set up the environment anew: make setup")
    return found
