"""What is remembered of pages: only what changed is made anew, and the site is the same."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from runner.policy import policy
from tests.scratch import Scratch
from tests.site.test_tiny_build import Site, fill, pytestmark, python

__all__ = ["pytestmark", "python"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, python: str) -> Site:
    """The tiny project, recorded and built twice: what is remembered is there."""
    site = Site(Scratch(tmp_path_factory.mktemp("memo") / "project"), python)
    fill(site.scratch)
    assert site.run("runner", "record").returncode == 0
    built(site)
    built(site)
    return site


def build(site: Site) -> subprocess.CompletedProcess[str]:
    """Build it, and not quietly: then nothing is remembered, for warnings are not seen."""
    return site.run("mkdocs", "build", "--strict", "-f", str(site.root / "mkdocs.yml"))


def built(site: Site) -> dict[str, bytes]:
    """Build the site; give every file of it."""
    done = build(site)
    assert done.returncode == 0, done.stderr
    folder = site.root / "site"
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def remembered(site: Site) -> dict[Path, int]:
    files = (site.root / ".cache/pages/page").glob("*.pickle")
    return {path: path.stat().st_mtime_ns for path in files}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def edit_prose(site: Site) -> None:
    edit(site.root / "docs/index.md", "# Page", "# Another title\n\nAnd a line.")


def edit_snippet(site: Site) -> None:
    edit(site.root / "snippets/methods/by_fork.py", "child {number}", "a child {number}")
    assert site.run("runner", "record", "methods/by_fork").returncode == 0


def edit_record(site: Site) -> None:
    edit(site.root / "records/ends/leaves.toml", "cpus = ", "cpus = 1")


def add_heading_and_link(site: Site) -> None:
    edit(site.root / "docs/ends.md", "# Page", "# Page\n\n## The end\n\n[m](methods.md#page)")


def move_in_navigation(site: Site) -> None:
    edit(site.root / "mkdocs.yml", "methods.md, characters.md", "characters.md, methods.md")


def remove_a_page(site: Site) -> None:
    edit(site.root / "mkdocs.yml", "markup.md, ", "")
    (site.root / "docs/markup.md").unlink()


EDITS = {
    edit_prose: 1,
    edit_snippet: 1,
    edit_record: 1,
    add_heading_and_link: 1,
    move_in_navigation: 5,
    remove_a_page: 4,
}


def test_after_many_edits_the_site_is_as_if_built_anew(site: Site) -> None:
    for change, pages in EDITS.items():
        before = remembered(site)
        change(site)
        # Nor does it matter what somebody did to the site built before.
        (site.root / "site/stray.html").write_text("stray", "utf-8")
        (site.root / "site/downloads/snippets.zip").write_bytes(b"changed")
        quick = built(site)
        made = {path for path, when in remembered(site).items() if before.get(path) != when}
        assert len(made) == pages, change.__name__
        assert len(remembered(site)) == len(list((site.root / "docs").rglob("*.md")))
        for folder in (".cache/pages", "site"):
            shutil.rmtree(site.root / folder)
        anew = built(site)
        assert quick.keys() == anew.keys(), change.__name__
        different = [name for name, content in anew.items() if quick[name] != content]
        assert not different, (change.__name__, [(quick[d], anew[d]) for d in different])


def turn_a_bit(data: bytes) -> bytes:
    place = len(data) * 2 // 3
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


@pytest.mark.parametrize("damage", [turn_a_bit, lambda data: data[: len(data) // 2]])
def test_what_is_damaged_is_made_anew(damage: Callable[[bytes], bytes], site: Site) -> None:
    sound = built(site)
    kept = [site.root / ".cache/known.pickle"]
    for folder in ("cards", "pages", "templates"):
        found = [p for p in (site.root / ".cache" / folder).rglob("*") if p.is_file()]
        assert len(found) >= 4, folder
        kept += found
    for path in kept:
        path.write_bytes(damage(path.read_bytes()))
    assert built(site) == sound


def test_without_room_for_what_is_remembered_the_site_is_the_same(site: Site) -> None:
    sound = built(site)
    for name in ("cards", "pages", "templates"):
        shutil.rmtree(site.root / ".cache" / name)
        (site.root / ".cache" / name).write_text("no folder", "utf-8")
    try:
        assert built(site) == sound
    finally:
        for name in ("cards", "pages", "templates"):
            (site.root / ".cache" / name).unlink()


# Saves something when the build has read what its pages show, and not yet made them.
SAVES = """\
from pathlib import Path
def on_nav(nav, config, files):
    path = Path(config.config_file_path).with_name("snippets") / "methods/by_fork.py"
    path.write_text(path.read_text("utf-8").replace("child {number}", "kid {number}"), "utf-8")
"""


def test_what_is_saved_while_a_page_is_made_and_undone_leaves_nothing(site: Site) -> None:
    """A strict build fails: the page would show what is recorded nowhere."""
    edit(site.root / "docs/methods.md", "# Page", "# Page\n\nA line.")
    sound = built(site)
    shutil.rmtree(site.root / ".cache/pages")
    settings, snippet = site.root / "mkdocs.yml", site.root / "snippets/methods/by_fork.py"
    before, program = settings.read_text("utf-8"), snippet.read_text("utf-8")
    (site.root / "saves.py").write_text(SAVES, "utf-8")
    edit(settings, "hooks: [", "hooks: [saves.py, ")
    try:
        for _ in range(2):
            snippet.write_text(program, "utf-8")
            done = build(site)
            assert snippet.read_text("utf-8") != program
            assert done.returncode == 1
            assert "methods.md: what it shows was changed while it was made" in done.stderr
        edit(site.root / "saves.py", "kid {number}", "child {number}")
        snippet.write_text(program, "utf-8")
        assert built(site) == sound
    finally:
        settings.write_text(before, "utf-8")
        snippet.write_text(program, "utf-8")


# Changes each page once its template has been filled.
CHANGES = """\
def on_post_page(output, page, config):
    return output.replace("</body>", "<script>changed()</script></body>")
"""


def test_pages_that_a_plugin_still_changes_are_finished_after_it(site: Site) -> None:
    settings = site.root / "mkdocs.yml"
    before = settings.read_text("utf-8")
    sound = built(site)["index.html"]
    script = b"<script>changed()</script>"
    allowed = policy(script.decode()).partition("script-src ")[2].split(";")[0].split()[-1]
    (site.root / "changes.py").write_text(CHANGES, "utf-8")
    edit(settings, "hooks: [", "hooks: [changes.py, ")
    try:
        for _ in range(2):
            page = built(site)["index.html"]
            assert script in page
            assert allowed.encode() in page
    finally:
        settings.write_text(before, "utf-8")
    assert built(site)["index.html"] == sound


def test_a_warning_comes_with_every_build(site: Site) -> None:
    page = site.root / "docs/index.md"
    text = page.read_text("utf-8")
    page.write_text(f"{text}\n[nowhere](nowhere.md)\n", "utf-8")
    try:
        for _ in range(2):
            done = build(site)
            assert done.returncode == 1
            assert "nowhere.md" in done.stderr
    finally:
        page.write_text(text, "utf-8")
