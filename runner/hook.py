"""The MkDocs door: run what is stale ahead of the pages, finish after.

Thin on purpose: it turns MkDocs' events into calls of the other modules, and
their complaints into a build that stops.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

# MkDocs loads this file by its path; the pages' blocks import the package.
sys.path[:0] = [p for p in [str(Path(__file__).resolve().parent.parent)] if p not in sys.path]

from jinja2 import Environment  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import PluginError  # noqa: E402
from mkdocs.plugins import CombinedEvent, event_priority  # noqa: E402
from mkdocs.structure.files import File, Files, InclusionLevel  # noqa: E402
from mkdocs.structure.nav import Navigation  # noqa: E402
from mkdocs.structure.pages import Page  # noqa: E402
from mkdocs.utils import get_relative_url  # noqa: E402
from mkdocs.utils.templates import TemplateContext  # noqa: E402

from runner import (  # noqa: E402
    catalog,
    checked,
    figure,
    finish,
    garbage,
    history,
    ipynb,
    known,
    policy,
    report,
    twin,
)
from runner.ahead import Ahead  # noqa: E402
from runner.building import Build, Finish  # noqa: E402
from runner.earlier import Earlier  # noqa: E402
from runner.memo import Memo, fingerprint, installed, read_code  # noqa: E402
from runner.problem import MACHINE, Problem  # noqa: E402
from runner.project import ENVIRONMENT, Project  # noqa: E402
from runner.run import platform_name  # noqa: E402
from runner.schedule import look_for_machine  # noqa: E402
from runner.show import settle  # noqa: E402
from runner.theming import hasten  # noqa: E402
from runner.verdict import Standing, Verdict  # noqa: E402

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.runner")
# What a machine refuses: said in a line, where any other error shows where it was met.
REFUSED = {errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EPERM, errno.EMFILE}
# What is told of finished pages, and leaves them as they are: it writes files beside them.
HARMLESS = {"mkdocs_jupyter.plugin"}
SUMMARY = "build-report.json"
KNOWN = "known.pickle"
FEW = 50  # of some thousand results; an edit makes about five others
garbage.collect_seldom()
_command: dict[str, Any] = {"name": "build", "dirty": False}  # set once, when MkDocs starts
_builds: list[Build] = []  # the one that is under way


def _build() -> Build:
    """Give the build that is under way."""
    return _builds[0]


def on_build_error(*, error: Exception) -> None:
    """Say in a line what the machine refuses, as a full disk does."""
    for build in _builds:
        if build.ahead is not None:
            build.ahead.close()
        build.earlier.remove()
    if isinstance(error, OSError) and error.errno in REFUSED:
        raise PluginError(f"\n{error}\n    -> {MACHINE}")


def on_startup(*, command: str, dirty: bool) -> None:
    """Note whether this is a build or a serve, and whether the earlier site stays."""
    _command.update(name=command, dirty=dirty)


def _project_of(config: MkDocsConfig) -> Project:
    """Give the project of these settings; complain if the pages would show another one's."""
    project, shown = Project(Path(config.config_file_path).parent.resolve()), Project()
    if project != shown:
        problem = Problem(
            f"the pages would show the programs of {shown.root}",
            f"Set {ENVIRONMENT}={project.root}, or build with the settings of that folder.",
            config.config_file_path,
        )
        raise PluginError(f"\n{problem}")
    return project


@event_priority(100)  # before the search, which already fills a template
def _hasten(config: MkDocsConfig) -> MkDocsConfig:
    """Let the theme keep its templates."""
    cache = _project_of(config).cache
    hasten(config.theme, cache / "templates" / installed()[:16])
    return config


def _begin(config: MkDocsConfig) -> MkDocsConfig:
    """Begin a build; keep notebooks' results apart by what they depend on."""
    project = _project_of(config)
    look_for_machine(project)
    code = read_code()
    if not code.as_loaded:
        log.warning("the runner's code was changed: stop and serve again to see what it does now")
    serves = _command["name"] == "serve"
    changes: dict[str, history.Change] | str = {}
    if not serves:
        changes = history.read_changes(project.root)
    if isinstance(changes, str):
        log.info("no feed of changes: %s", changes)
        changes = {}
    config.extra["feed"] = bool(changes)
    source = config.extra.get("source")
    if source and not source.endswith("/"):  # as MkDocs does to the site's own address
        config.extra["source"] = f"{source}/"
    memo = Memo(project.cache / "pages", fingerprint(config, code))
    site = Path(config.site_dir)
    finishing = Finish(finish.Lightening(site), serves)
    _builds[:] = [Build(project, serves, memo, finishing, Earlier(site), changes=changes)]
    known.recall(project.cache / KNOWN, code.digest)
    plugin = config.plugins.get("mkdocs-jupyter")
    if plugin is not None:
        from runner import notebook  # with Jupyter, which starts slowly

        plugin._supported_extensions = [".ipynb", ".py"]  # it would read each page for a kernel
        notebook.restrain_kernels()
        # Its own key knows the notebook alone, not its Python, packages and modules.
        hashed = hashlib.sha256(f"{installed()} {platform_name()}".encode())
        folder = Path(config.docs_dir) / "notebooks"
        for module in sorted(folder.glob("*.py")):
            hashed.update(module.read_bytes())
        kept = project.cache / "notebooks" / hashed.hexdigest()[:16]
        notebook.remove_damaged(kept)
        plugin.config["cache_dir"] = str(kept)
    return config


on_config = CombinedEvent(_hasten, _begin)


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Put the site built before aside, before MkDocs removes it."""
    if not _command["dirty"]:
        _build().earlier.set_aside()


@contextlib.contextmanager
def _problems_stop() -> Iterator[None]:
    """Have MkDocs end the build with what is wrong, and no traceback."""
    try:
        yield
    except Problem as problem:
        raise PluginError(f"\n{problem}") from None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """See what the pages say of themselves, and show; offer all programs as downloads."""
    project = _build().project
    with _problems_stop():
        _build().entries = {each.page: each for each in catalog.read_entries(project.docs)}
        ahead = _build().ahead = Ahead(project)
        ahead.begin()  # it takes longest of all, and what follows needs no result yet
    if ahead.unfit:
        log.info("%s cannot run here: shown from records alone", ", ".join(ahead.unfit))
    programs: dict[str, str] = {}
    for snippet in ahead.snippets.values():
        programs[f"{snippet.name}.py"] = snippet.text
        if ipynb.runs_in_notebook(snippet):
            book = ipynb.notebook_of(snippet)
            files.append(File.generated(config, f"downloads/{snippet.name}.ipynb", content=book))
        for helper in snippet.helpers:
            beside = f"{snippet.name.rpartition('/')[0]}/{helper.name}"
            programs[beside] = helper.read_text("utf-8")
    for path, content in programs.items():
        files.append(File.generated(config, f"downloads/{path}", content=content))
    packed = File.generated(config, "downloads/snippets.zip", content=twin.pack(programs))
    files.append(packed)
    summary = File.generated(config, SUMMARY, content="")  # known when all has run
    files.append(summary)
    for file in list(files):
        if _is_notebook(file):
            from runner import notebook

            path = str(Path(file.src_uri).with_suffix(".ipynb").as_posix())
            content = notebook.download(Path(str(file.abs_src_path)))
            files.append(File.generated(config, path, content=content))
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Note the reading order; have each page read as soon as what it shows has run."""
    _build().order = [page.file.src_uri for page in nav.pages]
    plugin = config.plugins.get("material/search")
    index = None if plugin is None else plugin.search_index
    take_apart = None if index is None else _build().memo.search(index)
    all_of_them = files.documentation_pages

    def in_turn(**chosen: Any) -> Iterator[File]:
        del files.documentation_pages  # who asks again is given all, in the site's order
        return _in_turn(all_of_them(**chosen), take_apart)

    files.documentation_pages = in_turn  # type: ignore[method-assign,assignment]
    return nav


def _in_turn(files: Sequence[File], take_apart: Callable[[Page], object] | None) -> Iterator[File]:
    """Run what is stale; give each page when it is due.

    Args:
        files: The pages.
        take_apart: Takes a page apart for the search, if there is one, while others wait.

    Raises:
        PluginError: When all has run, if something is not as recorded.
    """
    build = _build()
    ahead, serves = build.shown, build.serves
    complaints: list[str] = []
    wrong: set[str] = set()

    def told(judged: Verdict) -> None:
        if judged.failed:
            complaints.append(str(judged))
            wrong.add(judged.cell.snippet.name)
        elif judged.standing is Standing.UNKNOWN:
            log.info("%s", judged)

    def finished() -> None:
        text = "\n\n".join(sorted(complaints))
        if complaints and not serves:
            raise PluginError(f"\n{text}")
        if complaints:
            log.warning("not as recorded; the pages show what ran now\n%s", text)
        build.report = report.gather(ahead)

    pages = {file.src_uri: file for file in files}
    with _problems_stop():
        for uri, running in ahead.in_turn(list(pages), told, finished):
            if not serves and not wrong.isdisjoint(ahead.shows(uri)):
                continue  # the build stops when all has run
            yield pages[uri]
            if running and (page := pages[uri].page):
                if take_apart is not None:
                    take_apart(page)
                _make_ahead(page)


def _make_ahead(page: Page) -> None:
    """Make a page's twin while others wait: that need not be done at the end.

    Cards wait until then: to draw them takes memory, and so do the programs that still run.
    """
    if not _build().serves and not _is_notebook(page.file):
        _build().twin(page.file.src_uri)


def _is_notebook(file: File) -> bool:
    """Tell whether mkdocs-jupyter makes a page of a file: it wraps those."""
    return type(file).__name__ == "NotebookFile"


@event_priority(-100)  # after the plugins that still change the text
def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Convert the page only if what was made of it before is no longer true."""
    page.markdown = markdown
    if change := _build().changes.get(page.file.src_uri):
        page.update_date = change.last[:10]  # for the site map, which else tells the build's date
    if not _is_notebook(page.file):
        _fit_when_converted(page)
    inputs = _build().shown.inputs_of(page.file.src_uri)
    if inputs is not None:
        holds = partial(_build().holds, page.file.src_uri, inputs)
        _build().memo.page(page, files, inputs, holds)
    return markdown


def _fit_when_converted(page: Page) -> None:
    """Have what a page shows fitted into it as soon as it is converted."""
    convert = page.render

    def render(config: MkDocsConfig, files: Files) -> None:
        convert(config, files)
        entry = _build().entries[page.file.src_uri]
        with _problems_stop():
            catalog.check_anchors(entry, _build().project.docs, page.present_anchor_ids or ())
        html, way = page.content or "", get_relative_url(".", page.url).rstrip("/")

        def reach(path: str) -> str:
            file = files.get_file_from_path(path)
            if file is None:
                problem = Problem(
                    f"its index or one of its programs links to {path}, which is no page",
                    "Write that page, or mend what names it.",
                    f"docs/{page.file.src_uri}",
                )
                raise PluginError(f"\n{problem}")
            return file.url_relative_to(page.file)

        page.meta["checked"] = checked.line(html)
        shown = settle(html, "" if way == "." else f"{way}/", config.extra.get("source", ""))
        page.content = catalog.settle(figure.settle(shown), reach)

    page.render = render  # type: ignore[method-assign]


@event_priority(-100)  # after the search, which takes the text as it is
def on_page_context(
    context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Have the theme write the description into an attribute that a quote does not end."""
    page.content = _build().memo.searched(page)
    if "description" in page.meta:
        page.meta["summary"] = str(page.meta["description"])
        page.meta["description"] = escape(page.meta["summary"])
    return context


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Fill templates and copy files only with what is new; tell what ran."""
    others = [m.__module__ for m in config.plugins.events["post_page"] if m is not on_post_page]
    if HARMLESS.issuperset(others):
        _build().at_once = _build().finish
    _build().memo.templates(env, _build().at_once)
    summary = files.get_file_from_path(SUMMARY)
    assert summary is not None
    summary.content_string = json.dumps(_build().report, indent=1) + "\n"
    files.copy_static_files = partial(_copy, files)  # type: ignore[method-assign]
    return env


def _copy(
    files: Files, dirty: bool = False, *, inclusion: Callable[[InclusionLevel], bool]
) -> None:
    """Do as MkDocs' own function does; take over what the site built before has already."""
    for file in files:
        if file.is_documentation_page() or not inclusion(file.inclusion):
            continue
        if not _build().earlier.take_over(file.dest_uri, file.content_bytes):
            file.copy_file(dirty)


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give notebooks the theme's form; tell what ran."""
    if _is_notebook(page.file):
        from runner import notebook

        return notebook.clean_page(html)
    return report.settle(html, _build().report)


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: object
) -> LiveReloadServer:
    """Let the server hear of changes at once."""
    from runner.watching import watch_closely  # with what a build does not need

    watch_closely(server)
    return server


@event_priority(-200)  # after the plugins that still change the page
def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Finish the page, unless that was done when its template was filled."""
    build = _build()
    build.done.add(Path(page.file.abs_dest_path))
    if build.at_once is build.finish and page.file.src_uri in build.memo.filled:
        return output
    return build.finish.take(build.finish.make(output))


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Mend the pages that no Markdown file stands behind, such as 404.html."""
    return finish.finish_page(output_content) if template_name.endswith(".html") else output_content


@event_priority(-200)  # after the plugins that still write into the site
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the built site; write what lies beside the pages."""
    site, build = Path(config.site_dir), _build()
    for fault in finish.finish_site(site, build.done):
        log.warning("the theme's search is not the one that runner/searching.py mends: %s", fault)
    if not build.serves:  # nobody reads twins while writing
        policy.protect_site(site, build.done)  # and the server adds a script to each page
        build.write_beside(config)
    build.earlier.remove()
    build.memo.forget_others()
    known.save(build.project.cache / KNOWN, few=FEW if build.serves else 0)
    if build.serves:
        garbage.collect_later()
