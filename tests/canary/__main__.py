"""Build the site with MkDocs' successors, and say what differs: ``make canary``.

The tree is built as it is. ProperDocs takes the project's settings unchanged.
Zensical gets those it has no use for left out by a configuration of its own,
which inherits all others: it runs no hooks and makes no pages of notebooks.
What the programs printed must stand on each page all the same; else it fails.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup
from mkdocs.utils.yaml import yaml_load

from runner.project import HOME, Project

_TIME = re.compile(r"took [\d.]+ m?s")


def without_notebooks(nav: list[Any]) -> list[Any]:
    """Leave out of a navigation what is no Markdown file."""
    kept: list[Any] = []
    for entry in nav:
        if isinstance(entry, str):
            kept += [entry] if entry.endswith(".md") else []
            continue
        [(title, inner)] = entry.items()
        if isinstance(inner, list):
            kept.append({title: without_notebooks(inner)})
        elif inner.endswith(".md"):
            kept.append({title: inner})
    return kept


def settings_for_zensical(project: Project, site: Path) -> dict[str, Any]:
    """Give the settings that Zensical gets."""
    with (project.root / "mkdocs.yml").open(encoding="utf-8") as file:
        ours = yaml_load(file)
    return {
        "INHERIT": "mkdocs.yml",
        "site_dir": site.relative_to(project.root).as_posix(),
        "nav": without_notebooks(ours["nav"]),
        "hooks": [],
        "watch": [],
        "plugins": [plugin for plugin in ours["plugins"] if "mkdocs-jupyter" not in plugin],
    }


def build(name: str, project: Project, folder: Path) -> str:
    """Build the site with one generator; give what it said if it failed."""
    folder.mkdir(parents=True, exist_ok=True)
    site = folder / "site"
    # Its pages must lie below the folder of its settings.
    own = project.root / ".canary.yml"
    if name == "zensical":
        own.write_text(yaml.safe_dump(settings_for_zensical(project, site)), "utf-8")
        arguments = ["--config-file", str(own)]
    else:
        arguments = ["--strict", "--quiet", "--site-dir", str(site)]
        arguments += ["--config-file", str(project.root / "mkdocs.yml")]
    scripts = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    python = sys.executable if name == "mkdocs" else str(folder / scripts)
    try:
        done = subprocess.run(
            [python, "-m", name, "build", *arguments],
            cwd=HOME,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    finally:  # also after Ctrl-C
        own.unlink(missing_ok=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def pages_of(site: Path) -> dict[str, BeautifulSoup]:
    """Read a built site's pages, by their path."""
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_text("utf-8"), "html5lib")
        for path in sorted(site.rglob("*.html"))
    }


def outputs_of(page: BeautifulSoup) -> list[str]:
    """Give what programs printed, as it stands on a page."""
    return [samp.get_text() for samp in page.select(".run samp, .run-output samp")]


def text_of(page: BeautifulSoup) -> str:
    """Give a page's words; how long a run took says nothing of the generator."""
    article = page.select_one("article")
    words = article.get_text(" ") if article is not None else ""
    return _TIME.sub("took", " ".join(words.replace("¶", "").split()))


def compare(name: str, ours: Path, theirs: Path) -> int:
    """Say how a site differs from MkDocs'; give how many pages lack what programs printed."""
    mine, other = pages_of(ours), pages_of(theirs)
    both = sorted(mine.keys() & other.keys())
    lost = sorted(mine.keys() - other.keys())
    lacking = [page for page in both if outputs_of(mine[page]) != outputs_of(other[page])]
    lacking += [page for page in lost if outputs_of(mine[page])]
    others = [page for page in both if text_of(mine[page]) != text_of(other[page])]
    print(
        f"{name}: {len(both)} of {len(mine)} pages; {len(both) - len(others)} with the same words"
    )
    for title, pages in (
        ("not built", lost),
        ("other outputs of programs", lacking),
        ("other words", others),
    ):
        if pages:
            print(f"  {title}: {', '.join(pages[:12])}{' …' if len(pages) > 12 else ''}")
    missing = Counter(
        (path.parts[0] if len(path.parts) > 1 else "", path.suffix)
        for file in ours.rglob("*")
        if file.is_file() and not (theirs / (path := file.relative_to(ours))).exists()
        if path.suffix != ".html"
    )
    for (top, kind), count in sorted(missing.items()):
        print(f"  not there: {count} × {top}/…{kind}" if top else f"  not there: {count} × *{kind}")
    return len(lacking)


def main() -> int:
    """Build with each and compare; fail if one cannot, or loses an output."""
    project = Project()
    base = project.cache
    failed = 0
    for name in sys.argv[1:] or ("mkdocs", "properdocs", "zensical"):
        told = build(name, project, base / name)
        if told:
            print(f"{name}: the build failed\n{told}")
            failed += 1
        elif name != "mkdocs":
            failed += compare(name, base / "mkdocs/site", base / name / "site")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
