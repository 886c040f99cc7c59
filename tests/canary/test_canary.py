"""What the canary takes for a loss, without the generators that it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from runner.project import Project
from tests.canary.__main__ import build, compare

RUN = (
    """<article><h1>Page</h1><div class="run"><samp>{printed}</samp></div>took {time} s</article>"""
)
PAGES = {
    "index.html": RUN.format(printed="one", time="0.1"),
    "pool/first.html": RUN.format(printed="two", time="0.1"),
    "notebooks/questions.html": "<article><pre>three</pre></article>",
}


def site(folder: Path, pages: dict[str, str]) -> Path:
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("theirs", "lacking", "told"),
    [
        (PAGES, 0, "3 of 3 pages; 3 with the same words"),
        (PAGES | {"index.html": RUN.format(printed="one", time="9.5")}, 0, "3 with the same words"),
        (
            PAGES | {"index.html": RUN.format(printed="", time="0.1")},
            1,
            "other outputs of programs: index.html\n",
        ),
        (
            PAGES | {"index.html": PAGES["index.html"].replace("Page", "Side")},
            0,
            "other words: index.html\n",
        ),
        (
            {"index.html": PAGES["index.html"], "notebooks/questions.html": ""},
            1,
            "not built: pool/first.html\n  other outputs of programs: pool/first.html\n",
        ),
        (
            {name: text for name, text in PAGES.items() if "notebooks" not in name},
            0,
            "not built: notebooks/questions.html\n",
        ),
        ({}, 2, "other outputs of programs: index.html, pool/first.html\n"),
    ],
)
def test_a_page_that_loses_what_a_program_printed_is_told(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    theirs: dict[str, str],
    lacking: int,
    told: str,
) -> None:
    ours = site(tmp_path / "ours", PAGES)
    assert compare("other", ours, site(tmp_path / "theirs", theirs)) == lacking
    assert told in capsys.readouterr().out


def test_other_files_that_are_not_there_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = site(tmp_path / "ours", PAGES | {"llms.txt": "", "downloads/a.py": "", "b.md": ""})
    assert compare("other", ours, site(tmp_path / "theirs", PAGES | {"b.md": ""})) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1:] == ["  not there: 1 × *.txt", "  not there: 1 × downloads/….py"]


def test_a_build_that_is_interrupted_leaves_no_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text("nav: []\nplugins: []\n", "utf-8")
    there: list[bool] = []

    def interrupted(*_: object, **__: object) -> None:
        there.append((tmp_path / ".canary.yml").exists())
        raise KeyboardInterrupt

    monkeypatch.setattr("subprocess.run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build("zensical", Project(tmp_path), tmp_path / "built")
    assert there == [True]
    assert not (tmp_path / ".canary.yml").exists()
