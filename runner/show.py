"""Turn a snippet, its runs and its record into the HTML that a page shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from runner import about, coverage, ipynb
from runner.contract import differing_parts
from runner.links import highlighted
from runner.output import (
    LIMIT,
    Stream,
    fresh_stream,
    number_repeats,
    recorded_stream,
    streams_as_html,
    visible,
)
from runner.places import label
from runner.problem import Problem
from runner.project import Project
from runner.record import Record, Result
from runner.run import Run, command_of
from runner.schedule import fresh_runs
from runner.snippet import Snippet
from runner.surface import FOLDER
from runner.uses import Use
from runner.variants import Variant, variants_of

LONG = 40  # lines; more scroll, and then the keyboard has to get there

_HELPERS = ("resource tracker", "fork server")  # of multiprocessing, as the trace names them

_START = '<div class="run" id="'
_DIV = re.compile(r"<(/?)div\b")
_DOWNLOAD = re.compile(r'(<a class="run-download" href=")(downloads/(?P<path>[^"]+)")')


def show(name: str) -> str:
    """Show a snippet and what it prints.

    Args:
        name: Its file's path below ``snippets/``, without ``.py``.

    Returns:
        Finished HTML, for a page to print.

    Raises:
        Problem: If there is no such snippet, or nothing to show of it.
    """
    snippet, runs, record = fresh_runs(name)
    project = Project()
    uses = coverage.load(project.records).uses_of(snippet)
    if not (project.docs / FOLDER).is_dir():
        uses = {}  # a site without the reference
    return render(snippet, runs, record, uses=uses)


def render(
    snippet: Snippet,
    runs: Sequence[Run],
    record: Record | None,
    *,
    uses: Mapping[str, Use] | None = None,
) -> str:
    """Show a snippet, what this build's runs printed and what is recorded.

    Args:
        snippet: The snippet.
        runs: This build's runs of it, all in one place; several of one that
            varies; none where no interpreter here fits.
        record: What it printed in other places.
        uses: Where it uses which names of the API: those become links.

    Returns:
        One element with the id ``run-topic-name``. A page needs :func:`settle`
        after it: links are those of a page at the site's root, and a snippet
        may be shown twice.

    Raises:
        Problem: If there is neither a run nor a record of it.
    """
    variants = variants_of(snippet, runs, record)
    if not variants:
        raise Problem(
            "nothing to show: no Python here fits it, and nothing is recorded of it as it is",
            f"Record it where one does: python -m runner record {snippet.name}",
            f"snippets/{snippet.name}.py",
        )
    name = f"run-{snippet.name.replace('/', '-')}"
    folder = snippet.name.rpartition("/")[0]
    parts = [f'<div class="run" id="{name}" data-run="{escape(snippet.name)}">']
    for helper in snippet.helpers:
        # The id keeps the theme from giving its blocks the same one.
        code, path = helper.read_text("utf-8"), f"{folder}/{helper.name}"
        parts.append(_program(code, path, uses, f' id="{name}-{helper.stem}"'))
    more = _links(snippet, name)
    parts.append(_program(snippet.code, f"{snippet.name}.py", uses, more=more))
    results = [_result(snippet, variant, variants) for variant in variants]
    parts.append(_tabs(snippet, name, variants, results) if len(results) > 1 else results[0])
    return "\n".join([*parts, "</div>"])


def settle(page: str, root: str = "", source: str = "") -> str:
    """Fit the runs on a page into it: no id twice, downloads and sources found from there.

    Args:
        page: The page's content, as HTML.
        root: The way from the page to the site's root, such as ``../``.
        source: Where the project's files are to be seen, such as
            ``https://example.org/project/``; "" for nowhere.
    """

    def rename(part: str, name: str, again: str) -> str:
        end = _end_of(part)  # what follows may link to a program whose name begins alike
        # Quotes in what is shown are escaped: these are attributes.
        own = rf'\b((?:id|name)="|href="#){re.escape(name)}(?=["-])'
        return re.sub(own, rf"\g<1>{again}", part[:end]) + part[end:]

    def found_from_here(link: re.Match[str]) -> str:
        file = link["path"].rpartition("/")[2]
        if source and file.endswith(".py"):
            address = f"{escape(source)}snippets/{link['path']}"
            label = f'aria-label="Source of {file}"'
            return f'<a href="{address}" {label}>Source</a>{link[1]}{escape(root)}{link[2]}'
        return f"{link[1]}{escape(root)}{link[2]}"

    return _DOWNLOAD.sub(found_from_here, number_repeats(page, _START, rename))


def _end_of(part: str) -> int:
    """Say where the element that a part of a page begins with ends."""
    depth = 0
    for tag in _DIV.finditer(part):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return len(part)


def _program(
    code: str,
    path: str,
    uses: Mapping[str, Use] | None,
    attributes: str = "",
    more: str = "",
) -> str:
    """Give a program as the theme does, so that it adds its copy button."""
    marked = highlighted(code, path.rpartition("/")[2], uses)
    file = escape(path.rpartition("/")[2])
    return (
        f'<div class="language-python highlight"{attributes} data-search-exclude>'
        f'<span class="filename">{file}</span>'
        f"<pre><span></span><code>{marked}</code></pre>"
        f'<div class="run-links" data-search-exclude>{more}'
        f'<a class="run-download" href="downloads/{escape(path)}"'
        f' download="{file}" aria-label="Download {file}">Download</a></div></div>'
    )


def _links(snippet: Snippet, anchor: str) -> str:
    """Give the links to this place on the page, and to the program as a notebook."""
    file = escape(snippet.path.name)
    links = f'<a href="#{anchor}" aria-label="Permalink to {file}">Permalink</a>'
    if ipynb.runs_in_notebook(snippet):
        book = f"{snippet.path.stem}.ipynb"
        links += (
            f'<a class="run-download" href="downloads/{escape(snippet.name)}.ipynb"'
            f' download="{escape(book)}" aria-label="Notebook {escape(book)}">Notebook</a>'
        )
    return links


def _tabs(snippet: Snippet, name: str, variants: Sequence[Variant], results: Sequence[str]) -> str:
    """Give a tab for each result; radio buttons, so that no script is needed."""
    every = _all_places(variants)
    parts = []
    for index, (variant, result) in enumerate(zip(variants, results, strict=True)):
        checked = "" if index else " checked"
        parts.append(
            f'<label class="run-tab" data-search-exclude><input type="radio" name="{name}-variant"'
            f"{checked}><span>{escape(label(variant.places, every))}</span></label>\n{result}"
        )
    legend = f"What {snippet.path.name} prints, by Python and start method"
    return (
        '<fieldset class="run-variants">'
        f"<legend data-search-exclude>{escape(legend)}</legend>\n"
        + "\n".join(parts)
        + "\n</fieldset>"
    )


def _all_places(variants: Iterable[Variant]) -> tuple[str, ...]:
    return tuple(place for variant in variants for place in variant.places)


def _result(snippet: Snippet, variant: Variant, variants: Sequence[Variant]) -> str:
    """Give one distinct result, and the quiet line on where it comes from."""
    every = _all_places(variants)
    places = escape(", ".join(variant.places))
    # A search that finds one result has found the program: the others are of no more use.
    hidden = "" if variant is variants[0] else " data-search-exclude"
    parts = [f'<div class="run-result" data-places="{places}"{hidden}>']
    if snippet.settings.output == "varies":
        parts.append(_steps(snippet, variant))
    elif variant.runs:
        parts.append(_fresh(snippet, variant.runs[0]))
    elif variant.result:
        parts.append(_recorded(snippet, variant.result))
    parts.append(about.line(snippet, variant, every))
    return "\n".join([*parts, "</div>"])


def _fresh(snippet: Snippet, run: Run) -> str:
    parts = differing_parts(run, snippet.settings)
    texts = (run.stdout, run.stderr)
    streams = [fresh_stream(text, spans) for text, spans in zip(texts, parts, strict=True)]
    notice = f"Cut: it wrote {max(run.written):,} bytes." if run.cut else ""
    return _terminal(
        snippet, streams, streams_as_html(streams, run.pieces), run.end, run.place, notice
    ) + _stacks(run.stacks)


def _recorded(snippet: Snippet, result: Result) -> str:
    streams = [
        recorded_stream(text, snippet.settings.masks) for text in (result.stdout, result.stderr)
    ]
    html = streams_as_html(streams)
    return _terminal(snippet, streams, html, result.end, result.places[0]) + _stacks(result.stacks)


def _terminal(
    snippet: Snippet,
    streams: Sequence[Stream],
    html: str,
    end: str,
    place: str,
    notice: str = "",
    command: bool = True,
) -> str:
    """Give what a reader's terminal would show, and how the program ended."""
    parts = ['<div class="run-terminal no-copy">']
    if command:
        parts.append(f'<pre class="run-command"><kbd>{escape(command_of(snippet))}</kbd></pre>')
    if html:
        lines = sum(stream.text.count("\n") + 1 for stream in streams if stream.text)
        stop = ' tabindex="0"' if lines > LONG else ""
        title = escape(f"Output of {snippet.path.name}")
        parts.append(
            f'<div class="run-output" role="group" aria-label="{title}"{stop}>{html}</div>'
        )
    elif end != "hangs":
        parts.append('<p class="run-end">Prints nothing</p>')
    longest = max(len(stream.text) for stream in streams)
    if longest > LIMIT:
        notice = f"{notice} The page shows the first {LIMIT:,} characters.".lstrip()
    ends = filter(None, (notice, _end_in_words(end)))
    parts += [f'<p class="run-end">{escape(text)}</p>' for text in ends]
    return "".join([*parts, "</div>"])


def _end_in_words(end: str) -> str:
    """Say how the program ended, if not as programs mostly do."""
    kind, _, detail = end.partition(" ")
    if kind == "exit":
        return "" if detail == "0" else f"Exit status {detail}"
    if kind == "signal":
        return f"Ended by signal {detail}"
    if end == "hangs":
        return "Hangs; stopped by the runner"
    return end[:1].upper() + end[1:]


def _stacks(stacks: Mapping[str, str]) -> str:
    if not stacks:
        return ""
    parts = ['<p class="run-note">This is what each process was doing:</p>']
    for process, stack in sorted(stacks.items(), key=lambda item: item[0] in _HELPERS):
        title = escape(f"Stack of {process}")
        shut = "" if process in _HELPERS else " open"
        parts.append(
            f'<details class="run-more"{shut} data-search-exclude>'
            f"<summary>{visible(process)}</summary>"
            f'<div class="run-output" role="group" aria-label="{title}">'
            f"<pre><samp>{visible(stack)}</samp></pre></div></details>"
        )
    return "\n".join(parts)


def _steps(snippet: Snippet, variant: Variant) -> str:
    """List the different outputs of one that varies; a script makes them steps."""
    result = variant.result
    recorded = {sample.stdout: sample.seen for sample in result.samples} if result else {}
    firsts: dict[str, Run] = {}
    for run in variant.runs:
        firsts.setdefault(run.stdout, run)
    items = []
    for text in dict.fromkeys([*firsts, *recorded]):
        first = firsts.get(text)
        streams = [Stream(text), Stream(first.stderr if first else "")]
        html = streams_as_html(streams, first.pieces if first else ())
        end = first.end if first else result.end if result else ""
        terminal = _terminal(snippet, streams, html, end, variant.source, command=False)
        count = sum(run.stdout == text for run in variant.runs)
        told = about.times(count, len(variant.runs), recorded.get(text, 0))
        items.append(f'<li>{terminal}<p class="run-note">{escape(told)}</p></li>')
    return (
        '<div class="run-terminal no-copy">'
        f'<pre class="run-command"><kbd>{escape(command_of(snippet))}</kbd></pre></div>'
        f'<p class="run-note run-tally">{escape(about.tally(variant))}</p>'
        f'<ol class="run-steps">{"".join(items)}</ol>{about.tallies(variant)}'
    )
