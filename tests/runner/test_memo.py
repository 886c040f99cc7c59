"""What a remembered page depends on, and what the search is spared: nothing that it would find."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from material.plugins.search.plugin import (  # type: ignore[import-untyped]
    SearchIndex,
    SearchPlugin,
)
from mkdocs.config import load_config

from runner import memo
from runner.memo import Memo, Unfinished, _lightened
from runner.show import render
from tests.scratch import Scratch, made_up

CODE = '''"""Print a "</code>" & more."""

import os


def main():
    print(f"<b>{os.getpid()}</b> &lt; </code></pre>")


if __name__ == "__main__":
    main()
'''


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project's settings, which inherit others; it has code and templates of its own."""
    for name in ("code/data/names.json", "code/module.py", "overrides/part.html", "base.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("site_name: S", "utf-8")
    (tmp_path / "docs").mkdir()
    theme = "theme: {name: material, custom_dir: overrides}"
    (tmp_path / "mkdocs.yml").write_text(f"INHERIT: 'base.yml'\n{theme}\n", "utf-8")
    monkeypatch.setattr(memo, "CODE", tmp_path / "code")
    load_code(monkeypatch)
    return tmp_path / "mkdocs.yml"


def load_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do as a new process does."""
    monkeypatch.setattr(memo, "_LOADED", memo._content_of(memo.CODE))


def ground_of(settings: Path) -> str:
    return memo.fingerprint(load_config(str(settings)), memo.read_code())


@pytest.mark.parametrize(
    "file", ["code/data/names.json", "code/module.py", "overrides/part.html", "base.yml"]
)
def test_what_every_page_depends_on_is_part_of_the_ground(
    file: str, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ground_of(settings)
    (settings.parent / file).write_text("site_name: T", "utf-8")
    load_code(monkeypatch)
    assert ground_of(settings) != before


def test_a_server_takes_over_all_but_the_filled_template(
    settings: Path, page: Any, tmp_path: Path
) -> None:
    site, server = load_config(str(settings)), load_config(str(settings))
    site.site_url, site.extra["feed"] = "https://example.org/", True
    server.site_url, server.extra["feed"] = "http://127.0.0.1:8000/", False
    code = memo.read_code()
    assert memo.fingerprint(site, code) == memo.fingerprint(server, code)
    env = Environment(
        loader=DictLoader({"main.html": "{{ config.site_url }} {{ config.extra.feed }}"})
    )
    Memo(tmp_path, "fingerprint").templates(env, Unfinished())
    page.file = SimpleNamespace(src_uri="page.md")
    page.canonical_url = ""
    nav = SimpleNamespace(items=[], pages=[])
    for config in (site, server, site):
        context = {"page": page, "nav": nav, "base_url": ".", "config": config}
        filled = env.get_template("main.html").render(context)
        assert filled == f"{config.site_url} {config.extra['feed']}"


class Stamping:
    """Finishes pages by a word; counts how often it had to."""

    def __init__(self, digest: str) -> None:
        self.digest = digest
        self.made = 0

    def make(self, filled: str) -> list[str]:
        self.made += 1
        return [filled, self.digest]

    def take(self, made: list[str]) -> str:
        return " ".join(made)


def test_a_page_is_kept_as_it_was_finished(settings: Path, page: Any, tmp_path: Path) -> None:
    page.file, page.canonical_url = SimpleNamespace(src_uri="page.md"), ""
    nav, config = SimpleNamespace(items=[], pages=[]), load_config(str(settings))
    context = {"page": page, "nav": nav, "base_url": ".", "config": config}
    for word, made in (("one", 1), ("one", 0), ("two", 1), (None, 0)):
        env = Environment(loader=DictLoader({"main.html": "filled"}))
        build, finishing = Memo(tmp_path, "fingerprint"), Stamping(word) if word else Unfinished()
        build.templates(env, finishing)
        filled = env.get_template("main.html").render(context)
        assert filled == (f"filled {word}" if word else "filled")
        assert build.filled == {"page.md"}
        assert isinstance(finishing, Unfinished) or finishing.made == made


def test_what_a_server_makes_by_code_of_before_is_no_other_processs(
    settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ground_of(settings)
    (memo.CODE / ".module.py.swp").write_text("an editor's", "utf-8")
    assert memo.read_code().as_loaded
    assert ground_of(settings) == before
    (memo.CODE / "module.py").write_text("changed", "utf-8")
    served = ground_of(settings)
    assert not memo.read_code().as_loaded
    load_code(monkeypatch)
    assert memo.read_code().as_loaded
    assert len({before, served, ground_of(settings)}) == 3


def test_what_is_kept_of_pages_that_are_gone_goes(tmp_path: Path) -> None:
    for pages in (("one", "two"), ("two", "three")):
        build = Memo(tmp_path, "fingerprint")
        for page in pages:
            for step in ("page", "search"):
                if build.get(step, page, "key") is None:
                    build.put(step, page, "key", page)
        build.forget_others()
    last = Memo(tmp_path, "fingerprint")
    assert [last.get("page", page, "key") for page in ("one", "two", "three")] == [
        None, "two", "three",
    ]  # fmt: skip
    assert len(list(tmp_path.rglob("*.pickle"))) == 4


def test_what_a_server_does_not_ask_for_stays(tmp_path: Path) -> None:
    built = Memo(tmp_path, "fingerprint")
    for step in ("page", "twin"):
        built.put(step, "one", "key", step)
    built.forget_others()
    served = Memo(tmp_path, "fingerprint")
    served.put("page", "one", "other key", "page")
    served.forget_others()
    assert Memo(tmp_path, "fingerprint").get("twin", "one", "key") == "twin"


@pytest.fixture
def page(scratch: Scratch) -> Any:
    """A page with two programs, of which one has a helper; text stands around them."""
    (scratch.project.snippets / "topic").mkdir(parents=True)
    (scratch.project.snippets / "topic/helper.py").write_text("VALUE = 1\n", "utf-8")
    one = scratch.snippet("topic/one", CODE)
    two = scratch.snippet("topic/two", "import helper\nprint(helper.VALUE)")
    shown = [
        render(each, [made_up(snippet=each.name, stdout=f"{each.name} printed\n")], None)
        for each in (one, two)
    ]
    content = "<h1 id='t'>Title</h1><p>before <code>name</code></p>{}<p>between</p>{}<p>after</p>"
    return SimpleNamespace(
        content=content.format(*shown), meta={}, toc=[], url="page.html", title="Title"
    )


def entries(page: Any) -> list[Any]:
    index = SearchIndex()
    index.add_entry_from_context(page)
    return list(index.entries)


def test_the_search_finds_the_same_without_programs(page: Any) -> None:
    whole, content = entries(page), page.content
    with _lightened(page):
        assert "getpid" not in page.content
        assert "VALUE" not in page.content
        assert entries(page) == whole
    assert page.content == content
    assert all(word in str(whole) for word in ("before", "between", "after", "printed"))


def search() -> Any:
    plugin = SearchPlugin()
    plugin.load_config({})
    plugin.search_index = SearchIndex()
    return plugin


def test_the_search_leaves_a_page_as_it_would_by_itself(page: Any, tmp_path: Path) -> None:
    page.file = SimpleNamespace(src_uri="page.md")
    page.content += '<p data-search-exclude="all">left out</p>'
    content = page.content
    alone = search()
    alone.on_page_context({}, page=page, config=None, nav=None)
    assert page.content != content
    wanted, page.content = page.content, content
    for _ in range(2):  # made, and as it was kept
        build, plugin = Memo(tmp_path, "fingerprint"), search()
        build.search(plugin.search_index)
        plugin.on_page_context({}, page=page, config=None, nav=None)
        assert len(plugin.search_index.entries) == len(alone.search_index.entries)
        assert build.searched(page) == wanted
        page.content = content
