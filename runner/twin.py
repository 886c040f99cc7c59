"""Give pages as plain Markdown, with their programs and what these printed.

For readers that want text: people who keep notes, and programs. A page's twin
lies beside it, so that the links between pages lead from twin to twin.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import unescape

from runner import about, catalog, speed, trials
from runner.catalog import Entry
from runner.diagram import find_source, read_source
from runner.known import remembered
from runner.matrix import markdown_table
from runner.pages import Call, blocks_of
from runner.places import label
from runner.project import Project
from runner.reference import markdown_list
from runner.schedule import fresh_runs
from runner.snippet import Snippet
from runner.variants import Variant, variants_of

_TAG = re.compile(r"<[^<>]+>")


def twin(text: str, project: Project, root: str) -> str:
    """Give a page as Markdown that needs nothing to be run.

    Args:
        text: The page as it is written.
        project: What its programs and drawings are taken from.
        root: The way from the page to the site's root, such as ``../``.
    """

    lines = text.split("\n")
    for block in reversed(blocks_of(text)):
        made = _block(block.call, project, root)
        # splitlines() would split at more than line ends, inside of what was printed.
        others = [block.indent + line if line else "" for line in made.split("\n")]
        lines[block.line - 1 : block.end] = others if made else []
    return catalog.FRONT.sub("", "\n".join(lines)).strip() + "\n"


def _block(call: Call, project: Project, root: str) -> str:
    """Give what one executed block shows as Markdown.

    Returns:
        "" for a picture without a caption; for ``build_report`` and ``site_facts``,
        which tell of a build that is not over when twins are made; and for
        ``api_index``, whose names stand on pages of their own.
    """
    function, name = call.function, call.name
    if function == "show":
        return _program(name, root)
    if function == "chart":
        return _output(name)
    if function == "matrix":
        return markdown_table(*fresh_runs(name))
    if function == "diagram":
        return read_source(find_source(name, project.diagrams)).text
    if function == "timeline" and call.caption:
        return f"*Figure on the page: {call.caption}*"
    if function == "api":
        return markdown_list(name, project)
    if function == "build_times" and (measured := speed.load(project.records)):
        return _fence("text", speed.as_text(measured))
    if function == "trial_results":
        return _fence("text", "\n\n".join(table.as_text() for table in trials.tables(project)))
    if function == "question_index":
        asked = catalog.read_questions(project.docs)
        return "\n".join(f"- [{each.text}]({root}{each.place})" for each in asked)
    if function in _LISTS:
        return _list(_LISTS[function](catalog.read_entries(project.docs), name), root)
    return ""


_LISTS: dict[str, Callable[[list[Entry], str], Iterable[Entry]]] = {
    "error_index": lambda entries, _: (e for e in entries if e.errors),
    "symptom_index": lambda entries, name: (e for e in entries if name in e.symptoms),
    "pitfall_index": lambda entries, _: sorted(
        (e for e in entries if e.pitfall), key=lambda e: e.pitfall
    ),
}


def _list(entries: Iterable[Entry], root: str) -> str:
    lines = []
    for entry in entries:
        messages = "".join(f"; `{message}`" for message in entry.errors)
        lines.append(f"- [{entry.title}]({root}{entry.page}): {entry.description}{messages}")
    return "\n".join(lines)


def _program(name: str, root: str) -> str:
    snippet, runs, record = fresh_runs(name)
    parts = [
        f"[{snippet.path.name}]({root}downloads/{name}.py):",
        _fence("python", snippet.code),
        *_results(snippet, variants_of(snippet, runs, record)),
    ]
    return "\n\n".join(parts)


def _output(name: str) -> str:
    snippet, runs, record = fresh_runs(name)
    return "\n\n".join(_results(snippet, variants_of(snippet, runs, record)[:1]))


def _results(snippet: Snippet, variants: Sequence[Variant]) -> Iterator[str]:
    """Give each distinct result, and the line on where it comes from."""
    every = [place for variant in variants for place in variant.places]
    for variant in variants:
        yield f"Output, {label(variant.places, every)}:" if len(variants) > 1 else "Output:"
        yield _fence("text", _text(variant))
        yield unescape(_TAG.sub("", about.line(snippet, variant, every)))


def _text(variant: Variant) -> str:
    """Give what a variant printed, and how it ended if not well."""
    ended = "" if variant.end == "exit 0" else f"[{variant.end}]"
    parts = (variant.stdout.rstrip("\n"), variant.stderr.rstrip("\n"), ended)
    return "\n".join(filter(None, parts))


def _fence(language: str, text: str) -> str:
    """Fence a text, with more backquotes than it has in a row."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    ticks = "`" * max(3, longest + 1)
    return f"{ticks}{language}\n" + text.rstrip("\n") + f"\n{ticks}"


def index(entries: Sequence[Entry], name: str, description: str, url: str) -> str:
    """Give the site's ``llms.txt``: every page's twin, in one list.

    Args:
        entries: The pages, in reading order.
        name: The site's name.
        description: What it is, in a sentence.
        url: Its address, which ends in a slash.
    """
    lines = [f"# {name}", "", f"> {' '.join(description.split())}", "", "## Pages", ""]
    lines += [f"- [{e.title}]({url}{e.page}): {e.description}" for e in entries]
    return "\n".join(lines) + "\n"


@remembered
def pack(programs: Mapping[str, str]) -> bytes:
    """Pack programs into a zip file, the same bytes for the same programs.

    Args:
        programs: Their texts, by their paths below ``snippets/``.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, text in sorted(programs.items()):
            member = zipfile.ZipInfo(f"snippets/{path}")  # of 1980: no file's own time
            archive.writestr(member, text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
