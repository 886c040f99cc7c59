"""Finish the built HTML: mend the theme's faults and lighten its pages.

``finish_page`` and ``Lightening`` work on one page's text, ``finish_site`` on the
built folder. None knows MkDocs, so all survive a change of generator. Each may be
applied twice: the second time changes nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Container, Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from runner.known import remembered
from runner.repair import Repair, mend
from runner.searching import finish_search, misfits

SHEETS = "assets/stylesheets/"
SHIM = "iframe-worker.js"

SCRIPT_REPAIRS = (
    Repair(
        # Such as a page's twin in Markdown; it asks for a site map beside that.
        "each other form of a page is taken for the site in another language",
        re.compile(r'"link\[rel=alternate\]"'),
        '"link[rel=alternate][hreflang]"',
    ),
    Repair(
        # Stops the transitions of all elements while colors change. When a page has just been
        # loaded they mostly do not, and a long page pays half a second on a slow phone.
        "the style of every element is computed twice more, for colors that stay",
        re.compile(
            r'document\.body\.setAttribute\("data-md-color-switching",""\),'
            r"(?P<middle>.{1,600}?\bfor\(let\[(?P<name>\w),(?P<value>\w)\]of Object\.entries\("
            r"\w\.color\)\))(?P<set>document\.body\.setAttribute)\("
            r"`data-md-color-\$\{(?P=name)\}`,(?P=value)\)"
        ),
        r"\g<middle>document.body.getAttribute(`data-md-color-${\g<name>}`)!==\g<value>&&("
        r'\g<name>==="scheme"&&\g<set>("data-md-color-switching",""),'
        r"\g<set>(`data-md-color-${\g<name>}`,\g<value>))",
    ),
    Repair(
        # Whoever has chosen dark colors needs the element; light is what a page is without it.
        "the style of every element is computed once more, to say that the page is light",
        re.compile(
            r'(?P<made>\{name:"color-scheme"\}\));document\.head\.appendChild\((?P<meta>\w)\)'
            r"(?P<middle>;.{1,3000}?\breturn)(?P<set> (?P=meta)\.content=)"
            r"(?P<scheme>\w\.colorScheme),"
        ),
        r'\g<made>\g<middle>(\g<meta>.isConnected||\g<scheme>!=="light")&&'
        r"(document.head.appendChild(\g<meta>),\g<set>\g<scheme>),",
    ),
    Repair(
        # On a page, the index would be parsed beside all that shows what is typed, and copied; and
        # it would be loaded even if nobody searches. From disk, a page has to load it.
        "the page loads the search's index, which only its worker needs",
        re.compile(
            r"(?<=\(\(\)=>)(?P<index>\w)\)\)\.subscribe\(\(\{config:(?P<config>\w),docs:(?P<docs>\w)\}\)"
            r"(?==>\w\.next\(\{type:0,data:\{config:(?P=config),docs:(?P=docs),)"
        ),
        r'location.protocol==="file:"?\g<index>:searchWanted.then(()=>({}))))'
        r".subscribe(({config:\g<config>,docs:\g<docs>})",
    ),
    Repair(
        # It tells how words are marked, on a page that was reached through the search.
        "a page loads the search's index though it has no words to mark",
        re.compile(
            r"(?<=return )(?P<combine>\w+)\(\[(?P<index>\w),"
            r'(?=\w\.pipe\(.{1,60}\.searchParams\.get\("h"\))'
        ),
        r'\g<combine>([new URLSearchParams(location.search).has("h")?\g<index>:[],',
    ),
    Repair(
        # Such as that nothing was found for no word, while the answer to a word is on its way.
        "an answer is shown though something else has been asked since",
        re.compile(
            r"(?P<ask>\b(?P<worker>\w)\.next\(\{type:2,data:)(?P<words>\w)\}\)(?P<middle>.*?"
            r"\w\.scrollTo\(\{top:\w\.offsetTop\}\)\}\),)(?P<answers>\w)\.pipe\((?P<filter>\w)"
            r"\((?P<answer>\w\w)\)(?=,\w\(\(\{data:)"
        ),
        r"\g<ask>\g<worker>.asked=\g<words>})\g<middle>\g<answers>.pipe(\g<filter>"
        r"(it=>\g<answer>(it)&&it.asked===\g<answers>.asked)",
    ),
    Repair(
        # Nobody sees them before they ask for them.
        "the first results wait for those that are folded away",
        re.compile(
            r'(?P<made>\w\("details",\{class:"md-search-result__more"\},(?:(?!,\.\.\.).)*?),'
            r"\.\.\.(?P<rest>\w\.map\(\w=>\w\w\(\w,1\)\))\)(?=\]:\[\]\])"
        ),
        r"(more=>(requestAnimationFrame(()=>setTimeout(()=>more.isConnected&&"
        r"more.append(...\g<rest>))),more))(\g<made>))",
    ),
)

_SHEET_LINK = re.compile(
    rf'[ \t]*<link rel="stylesheet" href="(?P<folder>[^":]*{SHEETS})(?P<name>[^"/]+)">\n?'
)
_SHIM_SCRIPT = re.compile(
    rf'<script src="(?P<root>[^":]*?)(?P<path>assets/[^":]*{re.escape(SHIM)})"></script>'
)


def _name_rows(table: re.Match[str]) -> str:
    """Make what stands first in each row its header, and leave the corner without one."""
    head = re.sub(r"<th\b([^>]*)></th>", r"<td\1></td>", table["head"], count=1)
    row = re.compile(r"(<tr>\s*)<td\b([^>]*)>(.*?)</td>", re.DOTALL)
    return head + row.sub(r'\1<th scope="row"\2>\3</th>', table["body"])


# Each pattern starts at a tag, so that a page that shows HTML as text, where "<" is escaped,
# is left as it is.
REPAIRS = (
    Repair(
        "the search dialog has no accessible name",
        re.compile(r'(<div [^<>]*data-md-component="search" role="dialog")>'),
        r'\1 aria-label="Search">',
    ),
    Repair(
        "autocomplete is not allowed on a checkbox",
        re.compile(r'(<input class="md-toggle"[^<>]*?) autocomplete="off"'),
        r"\1",
    ),
    Repair(
        "tabindex is empty",
        re.compile(r'(<[a-z]+ [^<>]*?) tabindex=""'),
        r"\1",
    ),
    Repair(
        "the header in a table's corner is empty",
        re.compile(
            r"(?P<head><table>\s*<thead>\s*<tr>\s*<th\b[^>]*></th>)(?P<body>.*?</table>)",
            re.DOTALL,
        ),
        _name_rows,
    ),
    Repair(
        "a script holds up the first paint",
        re.compile(r'(<script src="[^"]*assets/javascripts/(?:bundle\.|search-on-)[^"]*")>'),
        r"\1 defer>",
    ),
)


def finish_page(html: str) -> str:
    """Return a page, as the theme rendered it, without the theme's known faults."""
    return mend(html, REPAIRS)


class Lightening:
    """Makes the pages of a site ask for one style sheet and no search shim.

    Each style sheet and script in the head is a round trip before the first
    paint; on a phone, joining the sheets alone saves a third of a second.

    Args:
        site_dir: The built site; its style sheets and scripts are there.
    """

    def __init__(self, site_dir: Path) -> None:
        self.site_dir = site_dir
        self._joined: dict[tuple[str, ...], str] = {}

    @functools.cached_property
    def digest(self) -> str:
        """Hash of all in the site that its pages' light form depends on."""
        hashed = sha256()
        shims = (self.site_dir / "assets").rglob(SHIM)  # no page asks for one elsewhere
        for path in sorted([*self.site_dir.glob(f"{SHEETS}*"), *shims]):
            if path.is_file():
                hashed.update(f"{path.name} {sha256(path.read_bytes()).hexdigest()}".encode())
        return hashed.hexdigest()

    def join(self, names: Sequence[str]) -> str:
        """Have one sheet in the place of several; give its name, which tells its content."""
        if tuple(names) not in self._joined:
            self._joined[tuple(names)] = _join(names, self.site_dir / SHEETS)
        return self._joined[tuple(names)]

    def lighten(self, html: str) -> str:
        """Give a page's light form; a second time changes nothing."""
        return _inline_shim(_join_sheets(html, self.join), self.site_dir)


def sheets_of(html: str) -> list[str]:
    """Name the style sheets that are joined in a page; [] if there is nothing to join."""
    names = [link["name"] for link in _SHEET_LINK.finditer(html, 0, html.find("</head>"))]
    return names if len(names) > 1 else []


def finish_site(site_dir: Path, done: Container[Path] = ()) -> list[str]:
    """Lighten every page, and mend the search.

    Args:
        site_dir: The built site.
        done: Pages that were lightened before they were written.

    Returns:
        The faults of the search that stay, as the theme's script is not the one that was known.
    """
    lightening = Lightening(site_dir)
    for page in sorted(site_dir.rglob("*.html")):
        if page in done:
            continue
        built = page.read_text(encoding="utf-8")
        finished = lightening.lighten(built)
        if finished != built:
            page.write_text(finished, encoding="utf-8", newline="\n")
    for bundle in site_dir.glob("assets/javascripts/bundle.*.js"):
        script = bundle.read_text(encoding="utf-8")
        bundle.write_text(_mended_script(script), encoding="utf-8", newline="\n")
    faults = []
    for worker in site_dir.glob("assets/javascripts/workers/search.*.js"):
        script = worker.read_text(encoding="utf-8")
        finished, left = _finished_search(script)
        faults += left
        worker.write_text(finished, encoding="utf-8", newline="\n")
    return faults


# To look through a script takes longer than to read what was made of it.
@remembered
def _mended_script(script: str) -> str:
    return mend(script, SCRIPT_REPAIRS)


@remembered
def _finished_search(script: str) -> tuple[str, list[str]]:
    return finish_search(script), misfits(script)


def _join_sheets(html: str, join: Callable[[Sequence[str]], str]) -> str:
    """Put one style sheet, written beside the theme's, in the place of several.

    Args:
        html: The page.
        join: Writes it; gives its name.
    """
    names = sheets_of(html)
    if not names:
        return html
    head, rest = html[: html.find("</head>")], html[html.find("</head>") :]
    first = next(_SHEET_LINK.finditer(head))
    link = first[0].replace(first["name"], join(names))
    others = _SHEET_LINK.sub("", head[first.end() :])
    return head[: first.start()] + link + others + rest


def _join(names: Iterable[str], folder: Path) -> str:
    """Join style sheets of a folder into one beside them; give its name."""
    # All lie in one folder, so what a sheet refers to is still found from the joined one.
    sheets = [(folder / name).read_text(encoding="utf-8") for name in names]
    joined = '@charset "UTF-8";\n' + "\n".join(
        re.sub(r"@charset [^;]*;|/\*# sourceMappingURL=.*?\*/", "", sheet).strip()
        for sheet in sheets
    )
    # Named after its content: a browser may keep it for ever.
    name = f"site.{sha256(joined.encode()).hexdigest()[:8]}.css"
    if not (folder / name).exists():
        (folder / name).write_text(joined + "\n", encoding="utf-8", newline="\n")
    return name


def _inline_shim(html: str, site_dir: Path) -> str:
    """Run the worker shim only where a page is read from disk: a served page needs none."""
    script = _SHIM_SCRIPT.search(html)
    if script is None:
        return html
    shim = (site_dir / script["path"]).read_text(encoding="utf-8")
    shim = re.sub(r"(?m)^//.*\n|^ +|[ \t]*$", "", shim).strip()
    inline = f'<script>if(location.protocol==="file:"){{\n{shim}\n}}</script>'
    return html.replace(script[0], inline)
