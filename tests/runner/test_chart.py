"""Charts: what they draw is what a program printed, and fits any page."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]

from runner.chart import as_html, choose
from runner.measured import CHARTS, amdahl, read_table, serial_fraction, speed_ups
from runner.problem import Problem
from runner.project import HOME
from runner.record import Environment, Larger, Record, Result, Sample
from runner.snippet import Snippet, read_snippet
from tests.runner.test_show import soup_of
from tests.scratch import Scratch, made_up

TABLE = """\
start and join, ms, 7 times each
worker            lowest   median  highest
thread             0.053    0.097    6.192
fork<&>            2.591   10.688  123.472
"""
SPEED = """\
the same work, ms, 5 times each
workers     lowest   median  highest
1            90.00   100.00   110.00
2            50.00    60.00    90.00
3            52.00    61.00    80.00
4            55.00    62.00    70.00
"""
CURVES = """\
to another process and confirmed, ms, 9 times each
way              bytes   lowest   median  highest
Pipe              1000    0.012    0.013    0.013
Pipe           1000000    0.421    1.145    1.223
SharedMemory      1000    0.012    0.013    0.112
SharedMemory   1000000    0.056    0.057    0.064
"""
BARS = """\
each of 4 idle workers, MB
worker      memory    lowest   median  highest
thread      own        0.000    0.000    0.088
thread      share      0.016    0.016    0.088
spawn       own        8.756    8.770    8.780
spawn       share     10.122   10.149   10.172
"""
GROWING = """\
the program and its workers, MB, 3 times each
sum         workers   lowest   median  highest
RSS-fork          1     91.3     91.3     91.4
RSS-fork          8    394.6    394.8    394.8
PSS-fork          1     49.6     49.6     49.9
PSS-fork          8     54.6     55.2     55.9
"""
WAYS = """\
time compared with serial, %, 5 times each
way           work         lowest   median  highest
serial        computing      99.0    100.0    110.0
serial        waiting        99.9    100.0    100.2
threads       computing      99.0    103.0    120.0
threads       waiting        25.0     25.1     25.2
"""
EVEN = """\
time, ms, 5 times each
way             µs    lowest    median   highest
loop             1     0.019     0.019     0.021
loop         10000   160.001   160.382   161.846
pool             1     0.667     0.739     0.865
pool         10000    80.465    83.841    91.274
"""
KINDS = """\
the same work, ms, 5 times each
kind           workers   lowest   median  highest
threads              1   153.51   168.02   245.11
threads              4   151.83   163.12   199.36
processes            1   151.95   166.77   246.13
processes            4    48.45    57.57    67.13
interpreters         1   165.57   168.75   208.70
interpreters         4    58.97    65.68    70.31
free-threaded        1   266.56   276.09   294.18
free-threaded        4    84.56    88.63    96.97
"""
PRINTED = {
    "measure/ways": WAYS,
    "measure/break_even": EVEN,
    "measure/libraries": TABLE,
    "measure/sharing": TABLE,
    "measure/start_up": TABLE,
    "measure/speed_up": SPEED,
    "measure/kinds_of_workers": KINDS,
    "measure/transfer": CURVES,
    "measure/chunk_size": TABLE,
    "measure/chunk_size_uneven": EVEN,
    "measure/memory": BARS,
    "measure/start_up_steps": BARS,
    "measure/start_up_size": CURVES,
    "measure/batches": EVEN,
    "measure/kinds_of_data": BARS,
    "measure/hand_over": CURVES,
    "measure/serial_part": SPEED,
    "measure/memory_sum": GROWING,
    "measure/growth": GROWING,
    "measure/blas_threads": BARS,
}


def a_chart(scratch: Scratch, name: str = "measure/start_up", text: str = "", **run: object) -> str:
    snippet = read_snippet(HOME / "snippets" / f"{name}.py", HOME / "snippets")
    fresh = made_up(snippet=name, stdout=text or PRINTED[name], method="native", **run)
    return as_html(snippet, [fresh], None, scratch.project)


def svg_of(html: str) -> str:
    found = re.search(r"<svg.*</svg>", html, re.DOTALL)
    assert found
    return found[0]


def test_every_chart_is_of_a_snippet_that_measures_alone() -> None:
    assert CHARTS.keys() == PRINTED.keys()
    for name in CHARTS:
        snippet = read_snippet(HOME / "snippets" / f"{name}.py", HOME / "snippets")
        assert snippet.settings.alone, name


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_well_formed_and_holds_every_row(scratch: Scratch, name: str) -> None:
    html = a_chart(scratch, name)
    soup = soup_of(html)
    svg = ElementTree.fromstring(svg_of(html))
    ids = [element.attrib["id"] for element in svg.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    assert all(each.startswith("chart-measure-") for each in ids)
    table = read_table(PRINTED[name], "here")
    notes = svg.findall(".//{*}g[@class='svg-note']/{*}title")
    assert [str(note.text).partition(":")[0] for note in notes] == table.names
    assert len(soup.select("figure > details table tbody tr")) == len(table.rows)
    # HTML wants a caption first or last; first, for what opens stands last.
    figure = soup.select_one("figure")
    assert figure is not None
    assert next(child.name for child in figure.find_all(recursive=False)) == "figcaption"
    assert svg.attrib["role"] == "img"
    for attribute in ("aria-labelledby", "aria-describedby"):
        assert svg.attrib[attribute] in ids


def test_a_search_finds_its_words_and_what_was_printed(scratch: Scratch) -> None:
    html = a_chart(scratch)
    parser = Parser()
    parser.feed(f"<h1>What is slow?</h1>{html}")
    text = "".join(parser.data[-1].text)
    assert "Mark: the median (7 times each)." in text
    assert "Medians: " in html
    assert "Medians: " not in text
    assert html.count("0.053") > 1
    assert text.count("0.053") == 1


@pytest.mark.parametrize("name", CHARTS)
def test_colors_and_fonts_are_the_page_s(scratch: Scratch, name: str) -> None:
    svg = svg_of(a_chart(scratch, name))
    assert not re.search(r"style|font-family|#[0-9a-f]{3,8}\b|rgb\(|<script", svg)
    for value in re.findall(r'(?:fill|stroke)="([^"]*)"', svg):
        assert value == "none"
    css = (HOME / "docs/assets/stylesheets/charts.css").read_text("utf-8")
    words = set(re.findall(r"\b(?:fill|stroke)-(?:text|grid|series-\d)\b", svg))
    assert {"fill-text", "stroke-grid", "fill-series-1", "stroke-series-1"} <= words
    for word in words:
        assert f".{word} {{" in css


def test_a_bar_is_as_long_as_its_row_s_median(scratch: Scratch) -> None:
    svg = ElementTree.fromstring(svg_of(a_chart(scratch, "measure/memory")))
    bars = [each.attrib["d"].split() for each in svg.findall(".//{*}path[@opacity='0.25']")]
    lengths = [float(bar[4]) - float(bar[1]) for bar in bars]  # M left bottom L right bottom L ...
    medians = [row.median for row in read_table(BARS, "here").rows]
    scale = lengths[-1] / medians[-1]
    assert lengths == pytest.approx([scale * median for median in medians], abs=0.02)


def test_two_drawings_are_equal(scratch: Scratch) -> None:
    first = a_chart(scratch)
    kept = list((scratch.project.cache / "figures").glob("*/*"))
    assert len(kept) == 1
    kept[0].unlink()
    assert a_chart(scratch) == first
    kept[0].write_text("<svg> cut off", "utf-8")
    assert a_chart(scratch) == first


def test_a_kept_drawing_needs_no_matplotlib(scratch: Scratch) -> None:
    a_chart(scratch)
    code = (
        "import sys; sys.modules['matplotlib'] = None\n"
        "from tests.runner import test_chart as t; from tests.scratch import *\n"
        "s = Scratch.__new__(Scratch); s.project = Project(Path(sys.argv[1])); t.a_chart(s)"
    )
    root = scratch.project.root
    done = subprocess.run([sys.executable, "-c", code, root], cwd=HOME, check=False)
    assert done.returncode == 0


def test_it_says_where_it_was_measured(scratch: Scratch) -> None:
    text = soup_of(a_chart(scratch, cpus=1, date="2026-11-20")).get_text()
    assert "Measured in this build: CPython 3.15.2, Linux, 1 CPU, forkserver" in text
    assert "2026-11-20" in text


def test_what_is_printed_is_escaped(scratch: Scratch) -> None:
    html = a_chart(scratch)
    assert "fork&lt;&amp;&gt;" in svg_of(html)
    assert "<&>" not in html


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\nb\n", "line 1 of its output: no chart can be drawn without one line of column"),
        (TABLE.replace("lowest", "least"), "line 1 of its output: no chart"),
        (TABLE + TABLE, "line 6 of its output: no chart"),
        (TABLE.replace(" ms,", " miles,"), "line 1 of its output: no heading and unit"),
        (TABLE.replace("worker ", "", 1), "line 1 of its output: no heading and unit"),
        (TABLE.replace("0.053", "fast"), "line 3 of its output: no row of worker lowest"),
        (TABLE.replace("0.053", "0.5"), "line 3 of its output: no row of worker lowest"),
        (TABLE.replace("0.053", "-1"), "line 3 of its output: no row of worker lowest"),
        (TABLE.replace("0.053", ""), "line 3 of its output: no row of worker lowest"),
        (TABLE.replace("fork<&>", "thread"), "line 4 of its output: a second row of thread"),
        ("\n".join(TABLE.splitlines()[:2]) + "\n", "line 2 of its output: no rows"),
    ],
)
def test_a_bad_table_is_a_problem_that_names_the_line(text: str, told: str) -> None:
    with pytest.raises(Problem) as caught:
        read_table(text, "snippets/measure/start_up.py")
    assert str(caught.value).startswith(f"snippets/measure/start_up.py: {told}")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("measure/memory", TABLE, "line 2 of its output: one column alone is named before lowest"),
        ("measure/transfer", TABLE, "line 2 of its output: one column alone"),
        ("measure/transfer", CURVES.replace("1000 ", "much ", 1), "line 3 of its output: 'much'"),
        ("measure/speed_up", SPEED.replace("\n1 ", "\n0 "), "line 3 of its output: '0' is no"),
        ("measure/speed_up", SPEED.replace("\n4 ", "\n4.5 "), "line 6 of its output: '4.5' is no"),
        (
            "measure/memory",
            BARS + "".join(f"fork {word} 1 2 3\n" for word in "abc"),
            "line 2 of its output: more than 4 of 'memory'",
        ),
    ],
)
def test_a_table_that_cannot_be_drawn_so_is_a_problem(
    scratch: Scratch, name: str, text: str, told: str
) -> None:
    with pytest.raises(Problem) as caught:
        a_chart(scratch, name, text)
    assert str(caught.value).startswith(f"snippets/{name}.py: {told}")


def test_a_zero_that_speed_ups_would_be_divided_by_is_named(scratch: Scratch) -> None:
    lowest = SPEED.splitlines()[3].split()[1]
    with pytest.raises(Problem) as caught:
        a_chart(scratch, "measure/speed_up", SPEED.replace(lowest, "0.00", 1))
    assert str(caught.value).startswith(
        "snippets/measure/speed_up.py: line 4 of its output: a zero, by which nothing can be"
    )
    a_chart(scratch, "measure/sharing", TABLE.replace("0.053", "0.000"))  # may be as short


def test_a_program_that_cannot_measure_here_says_so_itself(scratch: Scratch) -> None:
    html = a_chart(scratch, "measure/memory", "This program reads /proc: it needs Linux.\n")
    assert "<svg" not in html
    assert "it needs Linux." in html


def test_what_is_recorded_is_labeled(scratch: Scratch) -> None:
    name = "measure/start_up"
    snippet = read_snippet(HOME / "snippets" / f"{name}.py", HOME / "snippets")
    record = a_record(snippet)
    html = as_html(snippet, [], record, scratch.project)
    text = soup_of(html).get_text()
    assert "Recorded earlier, not in this build: CPython 3.13.5t (free-threaded)" in text
    assert "8 CPUs" in text
    fresh = made_up(stdout=TABLE, method="native")
    chosen = choose([fresh], record)
    assert chosen is not None
    assert not chosen.recorded
    chosen = choose([replace(fresh, stdout="Not here.\n")], record)
    assert chosen is not None
    assert chosen.recorded


def a_record(snippet: Snippet) -> Record:
    result = Result(
        ("Linux 3.13.5t native",),
        "exit 0",
        samples=(Sample(TABLE, 1),),
        tallies={"Linux 3.13.5t native": "2 of 2"},
    )
    where = Environment("Linux", "3.13.5t", False, 8, "2026-10-01")
    return Record(snippet.name, snippet.digest, "varies", (where,), (result,))


def on_many_cpus(name: str, *larger: Larger) -> tuple[Snippet, Record]:
    snippet = read_snippet(HOME / "snippets" / f"{name}.py", HOME / "snippets")
    return snippet, replace(a_record(snippet), results=(), larger=larger)


def many(text: str, python: str = "3.15.2", cpus: int = 16) -> Larger:
    return Larger("Linux", python, not python.endswith("t"), cpus, "2026-10-02", text)


def test_what_the_largest_machine_measured_stands_below(scratch: Scratch) -> None:
    name = "measure/speed_up"
    snippet, record = on_many_cpus(name, many(SPEED), many(SPEED.replace("61", "59"), cpus=8))
    fresh = made_up(snippet=name, stdout=SPEED, method="native", cpus=2)
    soup = soup_of(as_html(snippet, [fresh], record, scratch.project))
    own, larger = soup.select("figure.chart")
    assert own["id"] != larger["id"]
    assert "Measured in this build: CPython 3.15.2, Linux, 2 CPUs" in own.get_text()
    text = larger.get_text()
    assert "on a machine with 16 CPUs" in text
    assert "Recorded earlier, not in this build: CPython 3.15.2, Linux, 16 CPUs" in text
    assert own.select(".highlight")
    assert not larger.select(".highlight")


def test_nothing_larger_is_shown_of_a_machine_like_this_or_of_another_text(
    scratch: Scratch,
) -> None:
    name = "measure/speed_up"
    snippet, record = on_many_cpus(name, many(SPEED))
    here = made_up(snippet=name, stdout=SPEED, method="native", cpus=16)
    there = made_up(snippet=name, stdout=SPEED, method="native", cpus=2)
    old = replace(record, digest="0" * 16)
    for run, known in ((here, record), (there, old)):
        assert "16-cpus" not in as_html(snippet, [run], known, scratch.project)


def test_rows_of_other_pythons_are_those_of_the_same_machine(scratch: Scratch) -> None:
    name = "measure/kinds_of_workers"
    lines = KINDS.splitlines(keepends=True)
    gil, free = "".join(lines[:8]), "".join([*lines[:2], *lines[8:]])
    snippet, record = on_many_cpus(name, many(gil), many(free, "3.13.5t"))
    fresh = made_up(snippet=name, stdout=gil, method="native", cpus=2)
    own, larger = soup_of(as_html(snippet, [fresh], record, scratch.project)).select("figure")
    assert "free-threaded: recorded" not in own.get_text()
    assert "free-threaded: recorded on CPython 3.13.5t, Linux." in larger.get_text()


def test_amdahl_s_law_is_fitted_up_to_the_cpus() -> None:
    table = read_table(SPEED, "here")
    rows = speed_ups(table)
    assert [round(row.median, 2) for row in rows] == [1.0, 1.67, 1.64, 1.61]
    assert rows[1].lowest < rows[1].median < rows[1].highest
    serial = serial_fraction(rows, 2)
    assert serial == pytest.approx(0.2)
    assert amdahl(0.2, 2) == pytest.approx(rows[1].median)
    assert serial_fraction(rows, 4) != pytest.approx(0.2)
    assert serial_fraction(rows, 1) is None


def test_a_speed_up_of_two_cpus_has_whole_numbers_on_its_axis(scratch: Scratch) -> None:
    svg = svg_of(a_chart(scratch, "measure/speed_up", cpus=2))
    words = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    assert {"0", "1", "2"} <= set(words)
    assert not [word for word in words if re.fullmatch(r"\d+\.\d+", word)]


def test_amdahl_s_line_needs_two_cpus(scratch: Scratch) -> None:
    assert "as if 20% of the work were serial" in a_chart(scratch, "measure/speed_up")
    assert "it takes two CPUs" in a_chart(scratch, "measure/speed_up", cpus=1)


def test_the_program_stands_below(scratch: Scratch) -> None:
    soup = soup_of(a_chart(scratch))
    program = soup.select_one("figure.chart details .run .highlight")
    assert program is not None
    assert "start_up.py" in program.get_text()
    assert Path(HOME / "snippets/measure/start_up.py").is_file()
