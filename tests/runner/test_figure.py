"""Figures: what processes did is drawn, and the table says the same."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

from runner.drawing import milliseconds, plain
from runner.figure import figure, settle, timeline
from runner.interpreters import Interpreter
from runner.lanes import MOST_BARS, MOST_PROCESSES, Lane, Picture, picture_of
from runner.pages import Shown, read_page
from runner.problem import Problem
from runner.run import Run, Runner, platform_name
from runner.schedule import cells_by, runs_by
from runner.trace import Piece, Process, Span
from tests.scratch import Scratch, made_up, supervised

MS = 1_000_000
NAPS = """
from multiprocessing import Pool
from time import perf_counter, sleep


def nap(number):
    begun = perf_counter()
    sleep(0.3)
    return perf_counter() - begun


if __name__ == "__main__":
    with Pool(4) as pool:
        for seconds in pool.map(nap, range(8), chunksize=1):
            print(seconds)
"""


def process(pid: int, name: str, born: int, died: int | None, **more: Any) -> Process:
    fields: dict[str, Any] = {"parent": 1, "how": "fork", "code": 0, **more}
    return Process(pid=pid, name=name, born=born * MS, died=died and died * MS, **fields)


MAIN = process(1, "main", 20, 480, parent=None, how="exec", code=None)


def span(pid: int, kind: str, name: str, begun: int, ended: int | None, **more: Any) -> Span:
    fields: dict[str, Any] = {
        "thread": 7,
        "thread_name": "MainThread",
        "detail": "",
        "depth": 0,
        **more,
    }
    return Span(
        pid=pid,
        kind=kind,
        name=name,
        begun=begun * MS,
        ended=None if ended is None else ended * MS,
        **fields,
    )


def lanes(run: Run) -> dict[str, Lane]:
    return {lane.name: lane for lane in picture_of(run).lanes}


def svg_of(html: str) -> ElementTree.Element:
    return ElementTree.fromstring(html[html.index("<svg") : html.rindex("</svg>") + 6])


class _Page(HTMLParser):
    """Collects ids, references to them, and the cells of tables; checks nesting."""

    VOID = ("input",)

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.references: list[str] = []
        self.styles = 0
        self.rows: list[list[str]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            assert not name.startswith("on")
            self.styles += name == "style"
            if name == "id":
                self.ids.append(value or "")
            elif name in ("aria-labelledby", "aria-describedby"):
                self.references.append(value or "")
            elif value and value.startswith("url(#"):
                self.references.append(value[5:-1])
        if tag == "tr":
            self.rows.append([])
        elif tag == "td":
            self.rows[-1].append("")
        if tag not in self.VOID and not self.get_starttag_text().endswith("/>"):  # type: ignore[union-attr]
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID and self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if "td" in self.open:
            self.rows[-1][-1] += data


def check(html: str) -> _Page:
    """Check what holds for each figure; give what stands in it."""
    page = _Page(html)
    assert [i for i, n in Counter(page.ids).items() if n > 1] == []
    assert set(page.references) <= set(page.ids)
    assert page.styles == 0
    drawings = re.findall(r"<svg class=.*?</g></svg>", html, re.DOTALL)
    assert drawings
    for svg in drawings:
        root = ElementTree.fromstring(svg)
        for element in root.iter():
            for side in ("x", "x1", "x2", "cx"):
                assert 0 <= float(element.get(side, "0").rstrip("%")) <= 100.01
            assert float(element.get("width", "1").rstrip("%")) >= 0
    return page


def drawn(svg: ElementTree.Element, scale: float) -> list[tuple[str, float, float]]:
    """Give what each bar and mark of a picture is called, where it begins and how long it is."""
    found = []
    for element in svg.iter():
        if element.tag in ("rect", "circle") and element.find("title") is not None:
            at = element.get("x") or element.attrib["cx"]
            long = element.get("width", "0")
            assert at.endswith("%")
            found.append(
                (
                    element.findtext("title", ""),
                    float(at.rstrip("%")) * scale / 100,
                    float(long.rstrip("%")) * scale / 100 if long.endswith("%") else 0.0,
                )
            )
    return found


def test_a_process_has_a_lane_from_being_asked_for_to_its_end() -> None:
    child = process(2, "Process-1", 130, 300, how="exec", asked=100 * MS)
    run = made_up(
        processes=(MAIN, child),
        spans=(
            span(1, "call", "<module>", 50, 450),
            span(2, "call", "<module>", 180, 190),
            span(2, "call", "work", 200, 290, detail="'a', 1"),
        ),
    )
    lane = lanes(run)["child 1"]
    assert (lane.alias, lane.pid, lane.parent, lane.end) == ("Process-1", 2, 0, "exit 0")
    assert (lane.begun, lane.ended) == (100 * MS, 300 * MS)
    assert [(bar.kind, bar.begun // MS, bar.ended // MS) for bar in lane.bars] == [
        ("start", 100, 200),
        ("import", 180, 190),
        ("call", 200, 290),
    ]
    assert lane.bars[-1].label == "work('a', 1)"


def test_a_killed_worker_is_drawn_to_its_end_in_the_middle_of_its_call() -> None:
    run = made_up(
        processes=(MAIN, process(2, "ForkPoolWorker-1", 100, 200, code=-9)),
        spans=(span(2, "call", "task", 110, None),),
    )
    lane = lanes(run)["worker 1"]
    assert (lane.end, lane.failed) == ("SIGKILL", True)
    assert lane.bars[-1].cut
    assert lane.bars[-1].ended == lane.ended == 200 * MS
    assert "until it was ended" in check(figure([run])).rows[-2][1]


@pytest.mark.parametrize(
    ("name", "failed"),
    [("ForkPoolWorker-1", False), ("SyncManager-2", False), ("Process-1", True)],
)
def test_a_pool_ends_its_workers_by_sigterm_which_is_no_failure(name: str, failed: bool) -> None:
    run = made_up(processes=(MAIN, process(2, name, 100, 200, code=-15)))
    lane = picture_of(run).lanes[1]
    assert (lane.end, lane.failed) == ("SIGTERM", failed)
    assert run.child_exits == (-15,) * failed


def test_an_end_that_nobody_saw_is_said() -> None:
    run = made_up(
        processes=(MAIN, process(2, "writer", 100, None, code=None)),
        spans=(span(2, "call", "task", 110, 150),),
    )
    lane = lanes(run)["writer"]
    assert (lane.end, lane.known, lane.ended) == ("end not seen", 150 * MS, 500 * MS)
    assert "fig-unseen" in figure([run])


def test_a_fork_server_is_drawn_where_it_is_the_origin() -> None:
    tracker = process(2, "resource tracker", 60, 490, how="exec", code=None, helper=True)
    server = process(3, "fork server", 80, None, how="exec", code=None, helper=True)
    child = process(4, "Process-1", 200, 300, via=3)
    picture = picture_of(made_up(processes=(MAIN, tracker, server, child)))
    assert [(lane.name, lane.quiet, lane.parent) for lane in picture.lanes] == [
        ("main", False, None),
        ("fork server", True, 0),
        ("child 1", False, 1),
    ]


def test_a_run_without_children_or_spans_is_a_lane() -> None:
    run = made_up(processes=(MAIN,))
    assert [lane.name for lane in picture_of(run).lanes] == ["main"]
    html = figure([run])
    check(html)
    assert "its calls were not watched" in html
    check(figure([made_up()]))  # not even that


def test_children_of_children_come_after_their_parents() -> None:
    names = [("Process-2", 3, 1), ("Process-1:1", 4, 2), ("Process-1", 2, 1)]
    children = [process(pid, name, 90 + pid, 300, parent=parent) for name, pid, parent in names]
    picture = picture_of(made_up(processes=(MAIN, *children)))
    assert [lane.name for lane in picture.lanes] == ["main", "child 1", "child 1:1", "child 2"]
    assert [lane.parent for lane in picture.lanes] == [None, 0, 1, 0]


@pytest.mark.parametrize("count", [12, 60])
def test_many_processes(count: int) -> None:
    workers = [process(n + 2, f"ForkPoolWorker-{n + 1}", 100 + n, 300 + n) for n in range(count)]
    html = figure([made_up(processes=(MAIN, *workers))])
    check(html)
    drawn = min(count, MOST_PROCESSES - 1)
    assert len(re.findall(r'class="fig-name">worker', html)) == drawn
    assert (f"{count - drawn} more processes" in html) == (count > drawn)


def test_very_many_calls_are_joined_and_none_is_lost() -> None:
    calls = [
        Span(1, 7, "MainThread", "call", "step", str(n), 1, n * 100_000, n * 100_000 + 50_000)
        for n in range(4000)
    ]
    run = made_up(processes=(MAIN,), spans=(span(1, "call", "<module>", 0, 450), *calls))
    picture = picture_of(run)
    assert sum(bar.count for bar in picture.lanes[0].bars if bar.kind == "call") == 4000
    assert sum(len(lane.bars) for lane in picture.lanes) <= MOST_BARS
    assert "step(), 4000 times" in figure([run])


def test_calls_in_calls_lie_in_rows_and_the_deepest_are_counted() -> None:
    calls = [span(1, "call", f"f{n}", 100 + 10 * n, 400 - 10 * n, depth=n + 1) for n in range(5)]
    waits = [span(1, "wait", "sleep", 122, 128, depth=4)]
    run = made_up(processes=(MAIN,), spans=(span(1, "call", "<module>", 50, 450), *calls, *waits))
    picture = picture_of(run)
    assert [bar.row for bar in picture.lanes[0].bars if bar.kind == "call"] == [0, 1, 2]
    assert [(b.row, b.inside) for b in picture.lanes[0].bars if b.kind == "wait"] == [(2, True)]
    assert "2 calls of main" in picture.left_out[0]


def test_threads_that_run_the_programs_functions_have_lanes() -> None:
    mine: dict[str, Any] = {"thread": 8, "thread_name": "Thread-1 (ask)"}
    other: dict[str, Any] = {"thread": 9, "thread_name": "QueueFeederThread"}
    run = made_up(
        processes=(MAIN,),
        spans=(
            span(1, "call", "<module>", 50, 450, thread_name=""),
            span(1, "call", "ask", 100, 200, **mine),
            span(1, "wait", "Condition.wait", 100, 300, **other),
        ),
    )
    picture = picture_of(run)
    assert [(lane.name, lane.thread) for lane in picture.lanes] == [
        ("main", False),
        ("Thread-1 (ask)", True),
    ]


def test_what_was_printed_is_marked_where_it_was_printed() -> None:
    run = made_up(
        processes=(MAIN, process(2, "Process-1", 100, 300)),
        pieces=(
            Piece(150 * MS, 1, 2, "half a "),
            Piece(160 * MS, 1, 2, "line\n"),
            Piece(200 * MS, 2, 2, "oh\n"),
            Piece(250 * MS, 1, None, "C code\n"),
        ),
    )
    picture = picture_of(run)
    assert [(m.time // MS, m.stream, m.text) for m in picture.lanes[1].marks] == [
        (150, 1, "half a line\n"),
        (200, 2, "oh\n"),
    ]
    rows = check(figure([run])).rows
    assert ["some process", "prints 'C code'", "250.0", "", ""] in rows


def test_nothing_that_a_program_names_or_prints_breaks_out() -> None:
    evil = "</script><script>alert(1)</script>\"'&<![CDATA[\x00\x1b[31m\u202e\ud800]]>"
    run = made_up(
        processes=(MAIN, process(2, evil, 100, 300)),
        spans=(span(2, "call", evil, 110, 280, detail=evil),),
        pieces=(Piece(150 * MS, 1, 2, evil + "\n"),),
    )
    html = figure([run], caption=evil)
    check(html)
    svg_of(html)
    assert html.count("<script") == html.count("</script>") == 1
    html.encode("utf-8")
    data = json.loads(html[html.index('"fig-data">') + 11 : html.index("</script>")])
    assert data["panels"][0]["lines"][0][2] == evil + "\n"


@pytest.mark.parametrize(
    "character", ["\x7f", "\u00ad", "\u200b", "\u202e", "\u2060", "\ufeff", "\U000e0041", "\ud800"]
)
def test_what_nobody_could_see_is_drawn_as_a_picture_of_it(character: str) -> None:
    assert plain(f"a{character}b") == "a\N{REPLACEMENT CHARACTER}b"


def test_the_table_holds_what_the_picture_holds() -> None:
    run = made_up(
        processes=(MAIN, process(2, "Process-1", 130, 300, how="exec", asked=100 * MS, code=3)),
        spans=(
            span(1, "call", "<module>", 50, 450),
            span(1, "wait", "BaseProcess.join", 110, 310, depth=1),
            span(2, "call", "work", 200, 290, detail="1"),
        ),
        pieces=(Piece(250 * MS, 1, 2, "hello\n"),),
    )
    html = figure([run])
    told: list[tuple[str, str, str]] = []
    for who, what, begun, ended, takes in check(html).rows[1:]:
        if takes:
            told.append((f"{what}: {begun} to {ended} ms, {takes} ms", begun, takes))
        elif what.startswith("ends: "):
            name = who.partition(" (")[0].partition(",")[0]
            told.append((f"{name} ends at {begun} ms: {what[6:]}", begun, "0"))
        elif not what.startswith("is started"):
            told.append((f"{what} at {begun} ms", begun, "0"))
    assert len(told) == 9
    found = sorted(drawn(svg_of(html), 500))
    for (words, begun, takes), (title, at, long) in zip(sorted(told), found, strict=True):
        assert words == title
        assert (at, long) == pytest.approx((float(begun), float(takes)), abs=0.1)


def test_several_runs_share_a_scale_and_no_id() -> None:
    runs = [
        made_up(method=method, seconds=seconds, processes=(MAIN,))
        for method, seconds in (("fork", 0.5), ("spawn", 1.0))
    ]
    html = figure(runs, "Look at `main`.")
    page = check(html)
    assert page.ids[0] == "fig-topic-name-fork-spawn"
    assert "Look at <code>main</code>." in html
    ends = re.findall(r'fig-stop-mark" cx="([\d.]+)%"', html)
    assert ends == ["50", "100"]
    assert html.count('type="radio"') == 3
    twice = check(settle(html + html))
    assert len(twice.ids) == 2 * len(page.ids)
    assert settle(html) == html


def test_several_runs_in_one_place_are_numbered() -> None:
    html = figure([made_up(stdout=text) for text in "abc"])
    assert re.findall(r'fig-label">([^<]*)<', html) == ["run 1", "run 2", "run 3"]


def test_it_is_the_same_each_time() -> None:
    run = made_up(processes=(MAIN, process(2, "Process-1", 100, 300)))
    assert figure([run]) == figure([run])


BLOCK = """\
```python exec="1" html="1" id="an-id"
from runner import timeline
print(timeline("topic/name"{options}))
```
"""


@pytest.mark.parametrize(
    ("options", "methods"),
    [
        ("", ()),
        (', caption="What to look at."', ()),
        (', methods=("fork", "spawn"), caption="Look."', ("fork", "spawn")),
    ],
)
def test_a_page_asks_for_a_timeline(options: str, methods: tuple[str, ...]) -> None:
    shown = list(read_page(BLOCK.replace("{options}", options), "docs/page.md"))
    assert shown == [Shown("topic/name", "docs/page.md", 1, "an-id", True, methods)]


@pytest.mark.parametrize(
    "options", [", methods=METHODS", ', methods=("fork", 1)', ", caption=1", ", scale=3", ', "a"']
)
def test_a_page_asks_for_nothing_else(options: str) -> None:
    with pytest.raises(Problem, match="an executed block"):
        list(read_page(BLOCK.replace("{options}", options), "docs/page.md"))
    block = BLOCK.replace("{options}", ', caption="a"').replace("timeline", "show")
    with pytest.raises(Problem, match="an executed block"):
        list(read_page(block, "docs/page.md"))


def test_a_start_method_that_a_snippet_does_not_run_by(
    scratch: Scratch, python: Interpreter
) -> None:
    snippet = scratch.snippet("topic/one", "print(1)", 'start-methods = ["spawn"]')
    assert [cell.method for cell in cells_by(snippet, [python], ())] == ["spawn"]
    with pytest.raises(Problem, match="does not run by 'fork'"):
        cells_by(snippet, [python], ("spawn", "fork"))


def overlapping(picture: Picture) -> int:
    """Give how many processes were in a call at one moment, at most."""
    calls = [b for lane in picture.lanes for b in lane.bars if b.kind == "call"]
    return max(sum(b.begun <= a.begun < b.ended for b in calls) for a in calls)


@supervised
def test_four_workers_overlap_under_each_start_method(scratch: Scratch) -> None:
    scratch.write("topic/naps", NAPS, 'output = "pattern"\nmatches = "(\\\\d\\\\S*\\\\n){8}"')
    runs = runs_by("topic/naps", ("fork", "spawn", "forkserver"))
    assert [run.method for run in runs] == ["fork", "spawn", "forkserver"]
    for run in runs:
        picture = picture_of(run)
        workers = [lane for lane in picture.lanes if lane.name.startswith("worker")]
        assert len(workers) == 4
        assert overlapping(picture) == 4
        # Durations are those that the program measured itself.
        calls = [b for lane in workers for b in lane.bars if b.kind == "call"]
        drawn = sorted((bar.ended - bar.begun) / 1e9 for bar in calls)
        printed = sorted(float(line) for line in run.stdout.split())
        assert drawn == pytest.approx(printed, abs=0.1)
        for lane in workers:
            assert lane.bars[0].kind == "start"
            assert any(b.kind == "wait" and b.inside for b in lane.bars)
        server = [lane for lane in picture.lanes if lane.quiet]
        assert [lane.name for lane in server] == ["fork server"] * (run.method == "forkserver")
        origin = {picture.lanes[lane.parent].name for lane in workers if lane.parent is not None}
        assert origin == {server[0].name if server else "main"}
        if run.method == "spawn":  # what is started anew imports the main module
            assert all(any(b.kind == "import" for b in lane.bars) for lane in workers)
    page = check(figure(runs, "Four workers sleep at the same time."))
    assert len(page.rows) > 60


@supervised
def test_the_figure_of_a_crash(scratch: Scratch, runner: Runner, python: Interpreter) -> None:
    code = """
    import os
    from multiprocessing import Process


    def crash(reason):
        os.kill(os.getpid(), 9)


    if __name__ == "__main__":
        process = Process(target=crash, args=("bad luck",))
        process.start()
        process.join()
    """
    snippet = scratch.snippet("topic/crash", code, "child-exits = [-9]")
    run = runner.run(snippet, python, "spawn")
    lane = lanes(run)["child 1"]
    assert lane.end == "SIGKILL"
    assert ("crash('bad luck')", True) in [(bar.label, bar.cut) for bar in lane.bars]
    joins = [b for b in lanes(run)["main"].bars if b.label == "join()"]
    assert joins[-1].ended >= lane.begun
    check(figure([run]))


@supervised
def test_watching_adds_what_figures_say(
    scratch: Scratch, runner: Runner, pythons: list[Interpreter]
) -> None:
    """A watched call takes less time than a sum that a usual machine needs a millisecond for."""
    code = """
    from time import perf_counter


    def nothing():
        pass


    def cost(call, *arguments):
        begun = perf_counter()
        call(*arguments)
        return perf_counter() - begun


    if __name__ == "__main__":
        both = [(cost(nothing), cost(sum, range(50_000))) for _ in range(200)]
        calls, sums = zip(*both)
        print(sorted(calls)[100], sorted(sums)[100])
    """
    snippet = scratch.snippet("topic/cost", code, "start-methods = []")
    for python in pythons:
        run = runner.run(snippet, python, "native")
        assert sum(s.name == "nothing" for s in run.spans) == 200
        call, millisecond = map(float, run.stdout.split())
        assert call < millisecond, python


def test_milliseconds() -> None:
    assert milliseconds(1_234_560_000) == "1,234.6"


def test_where_no_python_runs_it_a_sentence_takes_the_picture_s_place(scratch: Scratch) -> None:
    other = "Darwin" if platform_name() == "Linux" else "Linux"
    scratch.snippet("topic/name", "print(1)", f'platforms = ["{other}"]')
    assert "No picture here: no Python on this machine runs name.py." in timeline("topic/name")
