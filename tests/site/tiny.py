"""A site of three pages, built with the real settings: quick enough for every test run."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load

from runner.finish import finish_page, finish_site
from runner.policy import protect_site

ROOT = Path(__file__).parents[2]
PAGES = {
    "index.md": "---\ntitle: Front\n---\n# Home\n\n[In](section/deeper.md)\n\n```python\n1\n```\n",
    "section/deeper.md": "# Deeper\n\n## A heading\n\n| column | b |\n| - | - |\n| 1 | 2 |\n"
    "\n## Rows with names\n\n| | *a* | b |\n| :- | - | - |\n| *one* | 1 | 2 |\n| two | | 4 |\n",
    "section/html.md": '# HTML\n\n```html\n<input class="md-toggle" tabindex="">\n```\n',
}
NAV = [{"Home": "index.md"}, {"Section": ["section/deeper.md", "section/html.md"]}]


class Tiny(NamedTuple):
    """The folders of the tiny site: as the theme wrote it, and finished."""

    raw: Path
    finished: Path

    def pages(self) -> list[str]:
        """List its HTML files, as paths below either folder."""
        return sorted(p.relative_to(self.raw).as_posix() for p in self.raw.rglob("*.html"))


def build_tiny(folder: Path) -> Tiny:
    """Build the tiny site, with the real theme, style sheets and scripts, in a folder."""
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    for name, text in PAGES.items():
        (folder / "docs" / name).parent.mkdir(exist_ok=True)
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    tiny = Tiny(folder / "raw", folder / "finished")
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as settings:
        plugins = yaml_load(settings)["plugins"]
    build(
        load_config(
            str(ROOT / "mkdocs.yml"),
            docs_dir=str(folder / "docs"),
            site_dir=str(tiny.raw),
            site_url="https://example.org/below/",
            nav=NAV,
            hooks=[],
            watch=[],
            plugins=[each for each in plugins if "search" in each or each == "offline"],
        )
    )
    shutil.copytree(tiny.raw, tiny.finished)
    for name in tiny.pages():
        page = tiny.finished / name
        page.write_text(finish_page(page.read_text("utf-8")), "utf-8")
    finish_site(tiny.finished)
    protect_site(tiny.finished)
    return tiny
