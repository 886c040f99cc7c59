"""The MkDocs door: run what is stale before pages are rendered, finish after.

Thin on purpose: it turns MkDocs' events into calls of the other modules, and
their complaints into a build that stops.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
from pathlib import Path

# MkDocs loads this file by its path; the pages' blocks import the package.
sys.path[:0] = [p for p in [str(Path(__file__).resolve().parent.parent)] if p not in sys.path]

from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import PluginError  # noqa: E402
from mkdocs.plugins import event_priority  # noqa: E402
from mkdocs.structure.files import File, Files  # noqa: E402
from mkdocs.structure.pages import Page  # noqa: E402
from mkdocs.utils import get_relative_url  # noqa: E402

from runner import figure, finish, notebook, pages, verdict  # noqa: E402
from runner.problem import Problem  # noqa: E402
from runner.project import Project  # noqa: E402
from runner.record import load  # noqa: E402
from runner.report import gather  # noqa: E402
from runner.run import platform_name  # noqa: E402
from runner.schedule import build_cell, cells_by, machine, progress, run_cells  # noqa: E402
from runner.show import settle  # noqa: E402
from runner.snippet import Snippet, get_snippet  # noqa: E402
from runner.store import Store  # noqa: E402

log = logging.getLogger("mkdocs.runner")
_command = {"name": "build"}  # set once, when MkDocs starts


def on_startup(*, command: str, dirty: bool) -> None:
    """Note whether this is a build or a serve."""
    _command["name"] = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Keep notebooks' results apart by what they depend on."""
    plugin = config.plugins.get("mkdocs-jupyter")
    if plugin is not None:
        notebook.restrain_kernels()
        # Its own key knows the notebook alone, not its Python and its modules.
        hashed = hashlib.sha256(f"{sys.version} {platform_name()}".encode())
        folder = Path(config.docs_dir) / "notebooks"
        for module in sorted(folder.glob("*.py")):
            hashed.update(module.read_bytes())
        cache = Project(Path(config.config_file_path).parent).cache
        plugin.config["cache_dir"] = str(cache / "notebooks" / hashed.hexdigest()[:16])
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Run every shown snippet that is stale; offer all as downloads."""
    project = Project(Path(config.config_file_path).parent)
    try:
        shown = pages.find_shown(project.docs)
        snippets = _shown_snippets(project, shown)
        complaints = _run(project, shown, snippets)
    except Problem as problem:
        raise PluginError(f"\n{problem}") from None
    if complaints:
        text = "\n\n".join(complaints)
        if _command["name"] == "serve":
            log.warning("not as recorded; the pages show what ran now\n%s", text)
        else:
            raise PluginError(f"\n{text}")
    for snippet in snippets.values():
        path = f"downloads/{snippet.name}.py"
        files.append(File.generated(config, path, content=snippet.text))
        for helper in snippet.helpers:
            beside = f"{path.rpartition('/')[0]}/{helper.name}"
            if files.get_file_from_path(beside) is None:
                content = helper.read_text("utf-8")
                files.append(File.generated(config, beside, content=content))
    report = json.dumps(gather(project), indent=1) + "\n"
    files.append(File.generated(config, "build-report.json", content=report))
    for file in list(files):
        if _is_notebook(file):
            path = str(Path(file.src_uri).with_suffix(".ipynb").as_posix())
            content = notebook.download(Path(str(file.abs_src_path)))
            files.append(File.generated(config, path, content=content))
    return files


def _is_notebook(file: File) -> bool:
    """Tell whether mkdocs-jupyter makes a page of a file: it wraps those."""
    return type(file).__name__ == "NotebookFile"


def _shown_snippets(project: Project, shown: list[pages.Shown]) -> dict[str, Snippet]:
    snippets: dict[str, Snippet] = {}
    for each in shown:
        try:
            if each.snippet not in snippets:
                snippets[each.snippet] = get_snippet(each.snippet, project.snippets)
        except Problem as problem:
            if problem.path is None:  # no such snippet: the page is what is wrong
                raise Problem(problem.what, problem.todo, each.page, each.line) from None
            problem.what += f" (shown at {each})"
            raise
    return snippets


def _run(project: Project, shown: list[pages.Shown], snippets: dict[str, Snippet]) -> list[str]:
    """Run this build's cell of each snippet; give what somebody has to act on."""
    pythons = machine(project)
    wanted = [cell for s in snippets.values() if (cell := build_cell(s, pythons))]
    for each in shown:
        if each.figure:
            wanted += cells_by(snippets[each.snippet], pythons, each.methods)
    cells = list({cell.key: cell for cell in wanted}.values())
    unfit = sorted(snippets.keys() - {cell.snippet.name for cell in wanted})
    if unfit:
        log.info("no Python here fits %s: shown from records alone", ", ".join(unfit))
    complaints = []
    places = pages.places_of(shown)
    with progress(len(cells), bool(os.environ.get("CI"))) as (began, finished):
        store = Store(project.cache / "runs")
        for outcome in run_cells(cells, store, began=began, finished=finished):
            name = outcome.cell.snippet.name
            judged = verdict.judge(outcome, load(name, project.records), places.get(name, ()))
            if judged.failed:
                complaints.append(str(judged))
            elif judged.standing is verdict.Standing.UNKNOWN:
                log.info("%s", judged)
    return sorted(complaints)


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give notebooks the theme's form; fit what is shown into its page."""
    if _is_notebook(page.file):
        return notebook.clean_page(html)
    way = get_relative_url(".", page.url).rstrip("/")
    return figure.settle(settle(html, "" if way == "." else f"{way}/"))


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Mend the theme's HTML."""
    return finish.finish_page(output)


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Mend the pages that no Markdown file stands behind, such as 404.html."""
    return finish.finish_page(output_content) if template_name.endswith(".html") else output_content


@event_priority(-200)  # after the plugins that still write into the site
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the built site."""
    finish.finish_site(Path(config.site_dir))
