"""Show the API's names: how each is called, where it is documented, which programs use it.

A view of ``records/api.toml``; nothing is run or asked for it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from runner.aliases import names_at
from runner.coverage import COMMAND, FILE, Index, load
from runner.inventory import MANUAL, read_objects
from runner.pages import calls_of
from runner.problem import Problem
from runner.project import Project, sources
from runner.surface import FOLDER, PAGES, SURFACE, Name, names_on, surface
from runner.uses import Use

LISTED = 12  # programs of a name; those of Process alone would fill a page
_TITLES = {
    "process": "Process",
    "pool": "Pool",
    "queues": "Queues",
    "connection": "Pipes and connections",
    "synchronize": "Locks, semaphores, events",
    "sharedctypes": "Value, Array and sharedctypes",
    "shared-memory": "shared_memory",
    "managers": "Managers and proxies",
    "context": "Contexts and module functions",
    "dummy-reduction-resource-tracker": "dummy, reduction, resource_tracker, util",
    "concurrent-futures": "concurrent.futures",
    "concurrent-interpreters": "concurrent.interpreters",
    "os": "Process functions of os",
}


def api(page: str) -> str:
    """Show the names that stand on a page of the reference.

    Args:
        page: One of :data:`runner.surface.PAGES`, such as ``pool``.

    Returns:
        Finished HTML, for a page to print; its links are the site's to settle.

    Raises:
        Problem: If there is no such page, or nothing is recorded.
    """
    project = Project()
    index = _index(project)
    places = _places(project.docs)
    parts = [_entry(name, index, places) for name in _in_order(names_on(page))]
    return f'<div class="api-names">\n{chr(10).join(parts)}\n</div>'


def api_index() -> str:
    """Show how much of the API programs use, and every name and parameter that none does.

    Raises:
        Problem: If nothing is recorded.
    """
    index = _index(Project())
    rows = [_counts(page, names_on(page), index) for page in PAGES]
    every = _counts("", list(surface().values()), index)
    unused = [name for name in surface().values() if name.name not in index.users]
    body = "".join(_row(row) for row in rows)
    return (
        '<div class="api-index"><table><caption>Names and parameters that programs use</caption>'
        '<thead><tr><th scope="col">Page</th><th scope="col">Names</th>'
        '<th scope="col">Parameters</th></tr></thead>'
        f"<tbody>{body}{_row(every)}</tbody></table>\n"
        f'<h2 id="unused-names">Names that no program uses yet ({len(unused)})</h2>\n'
        f"{_by_page(unused)}\n"
        f'<h2 id="unused-parameters">Parameters that no program uses yet'
        f" ({every[4] - every[3]})</h2>\n"
        f"{_parameters_by_name(index)}</div>"
    )


def markdown_list(page: str, project: Project) -> str:
    """List the names that stand on a page of the reference, and how many programs use each.

    Raises:
        Problem: If there is no such page, or nothing is recorded.
    """
    index = _index(project)
    lines = []
    for name in _in_order(names_on(page)):
        users = len(index.users.get(name.name, ()))
        told = f"used by {_count(users)}" if users else "no program here uses it yet"
        lines.append(f"- `{name.name}{index.signatures.get(name.name, '')}`: {told}")
    return "\n".join(lines)


def inputs(project: Project) -> list[str]:
    """Give all that the pages of the reference depend on."""
    record = project.records / FILE
    return [
        record.read_text("utf-8") if record.is_file() else "",
        SURFACE.read_text("utf-8"),
        *sorted(f"{name} {place}" for name, place in _places(project.docs).items()),
    ]


def _index(project: Project) -> Index:
    index = load(project.records)
    if not index.programs:
        raise Problem("nothing is recorded of the API's use", f"Record it: {COMMAND}")
    return index


def _in_order(names: Iterable[Name]) -> list[Name]:
    """Put each class before its members, public modules before deeper ones."""
    known = surface()

    def key(name: Name) -> tuple[int, str, str]:
        top = name.owner if name.owner in known else name.name
        return top.count("."), top.casefold() + " " + top, "" if top == name.name else name.last

    return sorted(names, key=key)


def _entry(name: Name, index: Index, places: Mapping[str, str]) -> str:
    """Give one name's part of a page."""
    member = name.owner in surface()
    level = 3 if member else 2
    shown = name.name
    if member:
        shown = f"{name.owner.rpartition('.')[2]}.{name.last}"
    parts = [f'<h{level} id="{escape(name.name)}"><code>{escape(shown)}</code></h{level}>']
    signature = index.signatures.get(name.name)
    if signature:
        call = f"{shown if member else name.last}{signature}"
        parts.append(f'<p class="api-signature"><code>{escape(call)}</code></p>')
    parts.append(_about(name))
    users = index.users.get(name.name, {})
    if name.parameters:
        parts.append(_parameters(name, index.used(name.name)))
    parts.append(_programs(name, users, index, places))
    return "\n".join(parts)


@functools.cache
def _manual() -> Mapping[str, str]:
    return read_objects()


def _about(name: Name) -> str:
    """Say where it is documented, and since when it is there."""
    manual = _manual()
    parts = []
    if name.name in manual:
        link = f'<a href="{MANUAL}{escape(manual[name.name])}">Python’s documentation</a>'
        parts.append(f"{link}.")
    else:
        near = next((n for n in (*names_at(name.name), name.owner) if n in manual), "")
        link = f'<a href="{MANUAL}{escape(manual.get(near, ""))}"><code>{escape(near)}</code></a>'
        parts.append(
            f"No entry of its own in Python’s documentation{f': see {link}' * bool(near)}."
        )
    if name.since:
        parts.append(f"New in Python {escape(name.since)}.")
    return f'<p class="api-about" data-search-exclude>{" ".join(parts)}</p>'


def _parameters(name: Name, used: Sequence[str]) -> str:
    """Say which of its parameters programs use, and which none does."""

    def listed(parameters: Iterable[str]) -> str:
        shown = []
        for each in parameters:
            since = name.parameters_since.get(each)
            told = f" (new in {escape(since)})" if since else ""
            shown.append(f"<code>{escape(each)}</code>{told}")
        return ", ".join(shown)

    parts = []
    if used:
        parts.append(f"Parameters used: {listed(used)}.")
    never = [p for p in name.parameters if p not in used]
    if never:
        parts.append(f"Never used here: {listed(never)}.")
    return f'<p class="api-parameters" data-search-exclude>{" ".join(parts)}</p>'


def _programs(name: Name, users: Mapping[str, Use], index: Index, places: Mapping[str, str]) -> str:
    """List programs that use it, those first that do little else."""
    if not users:
        return '<p class="api-users" data-search-exclude>No program here uses it yet.</p>'
    shown = [each for each in users if each in places] or list(users)
    shown.sort(key=lambda each: (len(index.programs[each].uses), each))
    chosen = shown[:LISTED]
    for parameter in index.used(name.name):  # each is to be seen in one of them
        if not any(parameter in users[each].parameters for each in chosen):
            chosen += [e for e in shown if parameter in users[e].parameters][:1]
    links = [_program(each, places) for each in chosen]
    more = len(users) - len(chosen)
    if more:
        links.append(f"and {more} more")
    told = f"Used by {_count(len(users))}: {', '.join(links)}."
    return f'<p class="api-users" data-search-exclude>{told}</p>'


def _count(users: int) -> str:
    return f"{users} programs" if users > 1 else "1 program"


def _program(snippet: str, places: Mapping[str, str]) -> str:
    text = f"<code>{escape(snippet)}</code>"
    if snippet not in places:
        return text
    return f'<a href="page:{escape(places[snippet])}">{text}</a>'


def _places(docs: Path) -> dict[str, str]:
    """Give where each snippet's program can be read: a page, and an anchor in it."""
    places: dict[str, str] = {}
    for path in sources(docs, ".md"):
        page = path.relative_to(docs).as_posix()
        for function, name in calls_of(path.read_text("utf-8")):
            if function == "show":
                places.setdefault(name, f"{page}#run-{name.replace('/', '-')}")
    return places


# -- the index ----------------------------------------------------------------


def _counts(page: str, names: Sequence[Name], index: Index) -> tuple[str, int, int, int, int]:
    return (
        page,
        sum(name.name in index.users for name in names),
        len(names),
        sum(len(index.used(name.name)) for name in names),
        sum(len(name.parameters) for name in names),
    )


def _row(counts: tuple[str, int, int, int, int]) -> str:
    page, names, all_names, parameters, all_parameters = counts
    head = "All"
    if page:
        head = f'<a href="page:{FOLDER}/{page}.md">{escape(_TITLES[page])}</a>'
    return (
        f'<tr><th scope="row">{head}</th><td>{_share(names, all_names)}</td>'
        f"<td>{_share(parameters, all_parameters)}</td></tr>"
    )


def _share(part: int, whole: int) -> str:
    if not whole:
        return "none"
    # Rounded down: only all of them are 100%.
    return f"{part} of {whole} ({100 * part // whole}%)"


def _by_page(names: Sequence[Name]) -> str:
    parts = []
    for page in PAGES:
        links = [_name(name) for name in names if name.page == page]
        if links:
            parts.append(f"<dt>{escape(_TITLES[page])}</dt><dd>{', '.join(links)}</dd>")
    return f"<dl data-search-exclude>{''.join(parts)}</dl>" if parts else "<p>None.</p>"


def _parameters_by_name(index: Index) -> str:
    parts = []
    for name in surface().values():
        used = index.used(name.name)
        never = ", ".join(f"<code>{escape(p)}</code>" for p in name.parameters if p not in used)
        if never:
            parts.append(f"<dt>{_name(name)}</dt><dd>{never}</dd>")
    return f"<dl data-search-exclude>{''.join(parts)}</dl>" if parts else "<p>None.</p>"


def _name(name: Name) -> str:
    return f'<a href="page:{escape(name.target)}"><code>{escape(name.name)}</code></a>'
