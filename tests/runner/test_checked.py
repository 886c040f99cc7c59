"""The line on when a page's programs last ran."""

from __future__ import annotations

from runner.checked import line


def run(date: str, *places: str) -> str:
    return (
        f'<div class="run" id="run-a-b"><div class="run-result" data-places="{", ".join(places)}">'
        f'<p class="run-about" data-search-exclude>Ran <time datetime="{date}">{date}</time></p>'
        "</div></div>"
    )


def test_a_page_without_programs_says_nothing() -> None:
    assert line("<p>Text</p>") == ""


def test_one_program() -> None:
    assert line(run("2026-11-20", "Linux 3.15.2 native")) == (
        "The program on this page last ran on 2026-11-20."
        " Results are known of Python 3.15, on Linux."
    )


def test_the_oldest_date_is_told() -> None:
    html = run("2026-11-22", "Linux 3.15.2 fork", "Linux 3.14.1 spawn") + run(
        "2026-11-20", "Linux 3.13.5t fork", "Windows 3.13.1 spawn"
    )
    assert line(html) == (
        "All 2 programs on this page last ran on 2026-11-20 or later. Results are known of"
        " Python 3.13–3.15, 3.13t, under fork, spawn, on Linux, Windows."
    )
