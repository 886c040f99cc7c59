"""The finishing step, on pages that the theme really rendered with the site's own settings."""

from __future__ import annotations

import html
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from runner.finish import REPAIRS, SCRIPT_REPAIRS, finish_page, finish_site
from runner.repair import Repair
from runner.searching import SEARCH_REPAIRS
from tests.site.tiny import Tiny


def parse(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text("utf-8"), "html5lib")


def at(site: Path, page: str, href: str) -> Path:
    """The file that a page of the tiny site, whose home is /below/, links to."""
    if href.startswith("/below/"):
        return site / href.removeprefix("/below/")
    return (site / page).parent / href


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.fault)
def test_the_theme_still_needs_the_repair(repair: Repair, tiny: Tiny) -> None:
    assert any(repair.pattern.search((tiny.raw / p).read_text("utf-8")) for p in tiny.pages())


@pytest.mark.parametrize("repair", SEARCH_REPAIRS, ids=lambda repair: repair.fault)
def test_the_search_still_needs_the_repair(repair: Repair, tiny: Tiny) -> None:
    found = []
    for site in tiny:
        (worker,) = site.glob("assets/javascripts/workers/search.*.js")
        found.append(len(repair.pattern.findall(worker.read_text("utf-8"))))
    assert found == [1, 0]


def test_a_search_that_a_repair_does_not_fit_is_told_of(tiny: Tiny, tmp_path: Path) -> None:
    shutil.copytree(tiny.raw, tmp_path / "site")
    (worker,) = tmp_path.glob("site/assets/javascripts/workers/search.*.js")
    worker.write_text(worker.read_text("utf-8").replace("<<20|", "<<21|"), "utf-8")
    assert finish_site(tmp_path / "site") == [SEARCH_REPAIRS[-1].fault]
    assert "extends lunr.Builder" not in worker.read_text("utf-8")


@pytest.mark.parametrize("repair", SCRIPT_REPAIRS, ids=lambda repair: repair.fault)
def test_the_theme_still_has_the_fault_of_its_script(repair: Repair, tiny: Tiny) -> None:
    found = []
    for site in tiny:
        (bundle,) = site.glob("assets/javascripts/bundle.*.js")
        found.append(len(repair.pattern.findall(bundle.read_text("utf-8"))))
    assert found == [1, 0]


def test_every_page_is_mended(tiny: Tiny) -> None:
    assert "404.html" in tiny.pages()
    for name in tiny.pages():
        page = parse(tiny.finished / name)
        assert all(d.get("aria-label") for d in page.select("[role=dialog]")), name
        assert not page.select("input[type=checkbox][autocomplete]"), name
        assert not page.select('[tabindex=""]'), name
        assert all(s.has_attr("defer") for s in page.select("script[src]")), name


def test_a_table_with_an_empty_corner_has_named_rows(tiny: Tiny) -> None:
    plain, named = parse(tiny.finished / "section/deeper.html").select("article table")
    assert [h.get_text() for h in plain.select("th")] == ["column", "b"]
    assert [h.get_text() for h in named.select("th")] == ["a", "b", "one", "two"]
    assert [h.get_text() for h in named.select("th[scope=row]")] == ["one", "two"]
    assert [len(row.select("th, td")) for row in named.select("tr")] == [3, 3, 3]


def test_every_page_has_a_title_of_its_own(tiny: Tiny) -> None:
    titles = [str(parse(tiny.finished / name).select("title")[0].string) for name in tiny.pages()]
    assert len(set(titles)) == len(titles)
    home = parse(tiny.finished / "index.html").select("title")[0]
    assert home.string == "Multiprocessing by Example"  # though its page is called otherwise


def test_a_page_asks_for_one_style_sheet_that_holds_all(tiny: Tiny) -> None:
    for name in tiny.pages():
        before = parse(tiny.raw / name).select("link[rel=stylesheet]")
        after = parse(tiny.finished / name).select("link[rel=stylesheet]")
        assert len(before) > 2
        assert len(after) == 1, name
        sheet = at(tiny.finished, name, str(after[0]["href"])).read_text("utf-8")
        for link in before:
            part = at(tiny.raw, name, str(link["href"])).read_text("utf-8")
            assert part.removeprefix('@charset "UTF-8";').strip() in sheet


def test_the_search_shim_runs_from_disk_only(tiny: Tiny) -> None:
    for name in tiny.pages():
        scripts = parse(tiny.finished / name).select("script")
        shims = [s for s in scripts if "IFrameWorker" in (s.string or "")]
        assert len(shims) == 1, name
        assert str(shims[0].string).startswith('if(location.protocol==="file:"){\n')


def test_nothing_is_asked_of_a_third_party(tiny: Tiny) -> None:
    for name in tiny.pages():
        for tag in parse(tiny.finished / name).select("script[src], link[href], img[src]"):
            if tag.get("rel") != ["canonical"]:
                assert "//" not in str(tag.get("src") or tag.get("href")), (name, tag)


def test_a_page_keeps_its_text(tiny: Tiny) -> None:
    for name in tiny.pages():
        before, after = (parse(folder / name).find("main") for folder in tiny)
        assert before is not None
        assert after is not None
        assert after.text == before.text


def test_finishing_twice_changes_nothing(tiny: Tiny) -> None:
    before = {name: (tiny.finished / name).read_bytes() for name in tiny.pages()}
    assert finish_site(tiny.finished) == []
    for name, page in before.items():
        assert (tiny.finished / name).read_bytes() == page
        assert finish_page(page.decode()) == page.decode()


def test_a_missing_style_sheet_is_an_error_that_names_it(tiny: Tiny, tmp_path: Path) -> None:
    shutil.copytree(tiny.raw, tmp_path / "site")
    (tmp_path / "site/assets/stylesheets/extra.css").unlink()
    with pytest.raises(FileNotFoundError, match=r"extra\.css"):
        finish_site(tmp_path / "site")


@given(st.text(alphabet=st.sampled_from('<>&"/ =abtx') | st.characters()))
def test_what_a_page_shows_as_text_is_never_touched(text: str) -> None:
    shown = "<pre>" + html.escape(text, quote=False) + "</pre>"
    assert finish_page(shown) == shown
