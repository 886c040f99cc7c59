"""Records: what is written is what is read, and what merging keeps and drops."""

from __future__ import annotations

import string
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runner import coverage, speed, trials
from runner.metadata import Settings
from runner.problem import Problem
from runner.record import (
    SAMPLES,
    Environment,
    Record,
    Result,
    Sample,
    dump,
    load,
    merge,
    orphans,
    record_path,
    save,
    with_larger,
)
from runner.run import Run
from runner.snippet import Snippet
from runner.trace import Piece, Process
from tests.scratch import made_up

HERE = Environment("Linux", "3.15.2", True, 2, "2026-11-20")
texts = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\r\t\0'\"\\#\x1b\x7f")
)


def snippet(output: str = "exact", text: str = "print(1)") -> Snippet:
    settings = Settings(output=output)
    return Snippet("topic/name", Path("name.py"), text, text, "Show it.", settings)


def record_of(*results: Result) -> Record:
    return Record("topic/name", "0" * 16, "exact", (HERE,), results)


def there_and_back(record: Record, root: Path) -> Record | None:
    save(record, root)
    return load(record.snippet, root)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a\n",
        "\na\n\n",
        "'''",
        '"""',
        "'''\n\"\"\"\n",
        "a\\\nb\\n\\",
        "\r",
        "a\r\nb\r\r\nc\n",
        "\x00\x01\x07\x08\x1b[31mred\x1b[0m\x7f\x85",
        "héllo ünïcode 日本語 🐍 \u2028 \u202e \ufeff\n",
        "\ufffd",
        "\t tab \n trailing \n",
        "[result]\nend = 1\n# comment\n",
    ],
)
def test_any_output_is_read_as_it_was_written(text: str, tmp_path: Path) -> None:
    result = Result(
        ("Linux 3.15.2 fork",),
        "exit 0",
        stdout=text,
        stderr=text,
        blocks=(text, text),
        stacks={"main": text},
        samples=(Sample(text, 2),),
    )
    assert there_and_back(record_of(result), tmp_path / "records") == record_of(result)


@given(texts, texts, st.dictionaries(texts, texts, max_size=2), st.lists(texts, max_size=2))
def test_round_trip(
    tmp_path_factory: pytest.TempPathFactory,
    stdout: str,
    stderr: str,
    stacks: dict[str, str],
    blocks: list[str],
) -> None:
    root = tmp_path_factory.getbasetemp() / "records"
    result = Result(
        ("Linux 3.15.2 fork",),
        "exit 0",
        stdout=stdout,
        stderr=stderr,
        stacks=stacks,
        blocks=tuple(blocks),
    )
    assert there_and_back(record_of(result), root) == record_of(result)


def test_an_unchanged_record_is_not_written_again(tmp_path: Path) -> None:
    record = record_of(Result(("Linux 3.15.2 fork",), "exit 0", stdout="a\n"))
    assert save(record, tmp_path)
    before = record_path("topic/name", tmp_path).stat().st_mtime_ns
    assert not save(record, tmp_path)
    assert record_path("topic/name", tmp_path).stat().st_mtime_ns == before
    assert [p.name for p in (tmp_path / "topic").iterdir()] == ["name.toml"]


def test_an_output_of_many_lines_is_reviewed_as_lines() -> None:
    result = Result(("Linux 3.15.2 fork",), "exit 0", stdout="Process 1: 1\nProcess 2: 2\n")
    text = dump(record_of(result))
    assert text.startswith("# What snippets/topic/name.py printed.")
    assert "\nProcess 1: 1\nProcess 2: 2\n" in text


@pytest.mark.parametrize(
    "data",
    [
        b"not toml",
        b"",
        b"snippet = 'topic/name'\n",
        b"\xff",
        b"snippet='a'\ndigest='b'\ncontract='exact'\nenvironment=[{}]\nresult=[]",
        b"snippet='a'\ndigest='b'\ncontract='exact'\nenvironment=[]\nresult=[{x=1}]",
        b"snippet='a'\ndigest='b'\ncontract='exact'\nenvironment=[]\nresult=[1]",
        b"snippet='a'\ndigest='b'\ncontract='exact'\nenvironment=3\nresult=[]",
    ],
)
def test_a_damaged_record_is_named(data: bytes, tmp_path: Path) -> None:
    path = record_path("topic/name", tmp_path / "records")
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    with pytest.raises(Problem) as caught:
        load("topic/name", tmp_path / "records")
    assert str(caught.value).startswith("records/topic/name.toml: the record is damaged: ")
    assert "git" in caught.value.todo


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('"Linux 3.15.2 spawn"', '"Linux 3.15.2"', "'Linux 3.15.2' is no place such as"),
        ('"Linux 3.15.2 spawn"', '"Linux new spawn"', "Invalid version: 'new'"),
        ('"Linux 3.15.2 spawn"', '"Linux 3.14.2 spawn"', "it has no environment of 'Linux 3.14"),
        ('"Linux 3.15.2 spawn"', '"Linux 3.15.2 fork"', "it has two results of 'Linux 3.15.2 fork"),
        ('"2 of 2"', '"many"', "'Linux 3.15.2 fork' has no tally such as"),
    ],
)
def test_a_record_that_was_merged_badly_is_named(
    before: str, after: str, told: str, tmp_path: Path
) -> None:
    varying = snippet(output="varies")
    runs = [[printed(text, method=method) for text in "ab"] for method in ("fork", "spawn")]
    save(merge(None, varying, runs), tmp_path)
    path = record_path(varying.name, tmp_path)
    written = path.read_text("utf-8")
    assert before in written
    path.write_text(written.replace(before, after, 1), "utf-8")
    with pytest.raises(Problem) as caught:
        load(varying.name, tmp_path)
    assert f"the record is damaged: {told}" in str(caught.value)


def test_no_record_is_none(tmp_path: Path) -> None:
    assert load("topic/name", tmp_path) is None


def printed(text: str, python: str = "3.15.2", method: str = "forkserver", **more: object) -> Run:
    return made_up(stdout=text, python=python, method=method, **more)


def places_of(record: Record) -> list[tuple[str, ...]]:
    return [result.places for result in record.results]


class TestMerge:
    """Taking fresh runs into a record."""

    def test_equal_results_share_one_block(self) -> None:
        runs = [
            [printed("new\n")],
            [printed("old\n", "3.13.5", "fork")],
            [printed("new\n", method="spawn")],
            [printed("old\n", "3.13.5t", "fork")],
            [printed("new\n", "3.14.1", "fork")],
        ]
        record = merge(None, snippet(), runs)
        assert places_of(record) == [
            ("Linux 3.15.2 forkserver", "Linux 3.15.2 spawn", "Linux 3.14.1 fork"),
            ("Linux 3.13.5 fork", "Linux 3.13.5t fork"),
        ]
        assert [r.stdout for r in record.results] == ["new\n", "old\n"]
        assert [e.name for e in record.environments] == [
            "Linux 3.15.2",
            "Linux 3.14.1",
            "Linux 3.13.5",
            "Linux 3.13.5t",
        ]
        assert [e.gil for e in record.environments] == [True, True, True, False]

    @pytest.mark.parametrize(
        ("output", "before", "after"),
        [("lines", "a\nb\n", "b\na\n"), ("pattern", "0.1 s\n", "0.2 s\n")],
    )
    def test_what_says_the_same_keeps_its_text(self, output: str, before: str, after: str) -> None:
        lesson = snippet(output)
        record = merge(None, lesson, [[printed(before)]])
        again = merge(record, lesson, [[printed(after)]])
        assert again == record

    def test_per_process_keeps_its_text_too(self) -> None:
        lesson = snippet("per-process")

        def run(*order: int) -> Run:
            told = tuple(Piece(n, 1, pid, f"{pid}\n") for n, pid in enumerate(order))
            return printed("".join(f"{pid}\n" for pid in order), pieces=told)

        record = merge(None, lesson, [[run(1, 2)]])
        assert record.results[0].blocks == ("1\n", "2\n")
        assert merge(record, lesson, [[run(2, 1)]]) == record

    @pytest.mark.parametrize("oldest_first", [True, False])
    def test_the_texts_are_those_of_the_place_that_comes_first(self, oldest_first: bool) -> None:
        groups = [[printed("b\na\n", "3.14.0", "fork")], [printed("a\nb\n")]]
        record = None
        for group in groups if oldest_first else groups[::-1]:
            record = merge(record, snippet("lines"), [group])
        assert record is not None
        [result] = record.results
        assert result.places[0] == "Linux 3.15.2 forkserver"
        assert result.stdout == "a\nb\n"

    def test_the_texts_of_a_patch_release_go_with_it(self) -> None:
        lesson = snippet("lines")
        before = [[printed("a\nb\n", "3.15.1", m)] for m in ("forkserver", "spawn")]
        after = [[printed("b\na\n", method=m)] for m in ("spawn", "forkserver")]
        record = merge(None, lesson, before)
        for group in after:
            record = merge(record, lesson, [group])
        [result] = record.results
        assert result.places == ("Linux 3.15.2 forkserver", "Linux 3.15.2 spawn")
        assert result.stdout == "b\na\n"

    def test_the_texts_go_with_the_place_that_they_are_of(self) -> None:
        lesson = snippet("lines")
        record = merge(None, lesson, [[printed("a\nb\n")], [printed("b\na\n", "3.14.0")]])
        fresh = [[printed("c\n")], [printed("b\na\n", "3.14.0")]]
        record = merge(record, lesson, fresh)
        assert [r.stdout for r in record.results] == ["c\n", "b\na\n"]

    def test_a_changed_result_moves_the_place_only(self) -> None:
        record = merge(None, snippet(), [[printed("a")], [printed("a", method="spawn")]])
        record = merge(record, snippet(), [[printed("b", method="spawn")]])
        assert places_of(record) == [("Linux 3.15.2 forkserver",), ("Linux 3.15.2 spawn",)]
        assert [r.stdout for r in record.results] == ["a", "b"]

    def test_a_newer_patch_release_takes_the_place_of_the_older(self) -> None:
        runs = [[printed("a", "3.15.1")], [printed("a", "3.15.1t")], [printed("a", "3.14.9")]]
        record = merge(None, snippet(), runs)
        record = merge(record, snippet(), [[printed("a", "3.15.2")]])
        assert places_of(record) == [
            ("Linux 3.15.2 forkserver", "Linux 3.15.1t forkserver", "Linux 3.14.9 forkserver")
        ]
        assert "Linux 3.15.1" not in {e.name for e in record.environments}

    def test_another_platforms_results_stay(self) -> None:
        record = merge(None, snippet(), [[printed("mac", platform="Darwin", method="spawn")]])
        record = merge(record, snippet(), [[printed("linux", method="spawn")]])
        assert places_of(record) == [("Linux 3.15.2 spawn",), ("Darwin 3.15.2 spawn",)]

    def test_another_text_of_the_snippet_begins_anew(self) -> None:
        record = merge(None, snippet(), [[printed("a", method="spawn")], [printed("a")]])
        changed = snippet(text="print(2)")
        renewed = merge(record, changed, [[printed("b")]])
        assert places_of(renewed) == [("Linux 3.15.2 forkserver",)]
        assert renewed.digest == changed.digest

    def test_another_contract_begins_anew(self) -> None:
        record = merge(None, snippet(), [[printed("a", method="spawn")], [printed("a")]])
        assert len(merge(record, snippet("lines"), [[printed("a")]]).places) == 1

    def test_what_varies_is_counted(self) -> None:
        lesson = snippet("varies")
        runs = [printed(text) for text in ["b", "a", "b", "c"]]
        record = merge(None, lesson, [runs, [printed(t, "3.14.1") for t in ("a", "z")]])
        [result] = record.results
        assert result.samples == (Sample("b", 2), Sample("a", 1), Sample("c", 1))
        assert result.tallies == {
            "Linux 3.15.2 forkserver": "3 of 4",
            "Linux 3.14.1 forkserver": "2 of 2",
        }

    def test_measurements_with_and_without_the_gil_are_kept_apart(self) -> None:
        lesson = snippet("varies")
        measuring = replace(lesson, settings=replace(lesson.settings, alone=True))
        runs = [[printed("1 s")], [printed("2 s", python="3.13.5t")]]
        assert len(merge(None, lesson, runs).results) == 1
        samples = [result.samples[0].stdout for result in merge(None, measuring, runs).results]
        assert samples == ["1 s", "2 s"]

    def test_of_what_varies_much_some_is_kept(self) -> None:
        runs = [printed(str(number)) for number in range(20)]
        [result] = merge(None, snippet("varies"), [runs]).results
        assert len(result.samples) == SAMPLES
        assert result.tallies == {"Linux 3.15.2 forkserver": "20 of 20"}

    def test_pids_in_what_is_a_pattern_are_masked(self) -> None:
        run = printed(
            "I am process 4021\n", processes=(Process(4021, "main", None, "exec", 0, 1, None),)
        )
        [result] = merge(None, snippet("pattern"), [[run]]).results
        assert result.stdout == "I am process <pid>\n"

    def test_it_does_not_matter_in_which_order_places_come(self) -> None:
        groups = [[printed("a", p, m)] for p in ("3.15.2", "3.12.1") for m in ("fork", "spawn")]
        one = merge(None, snippet(), groups)
        other = merge(None, snippet(), groups[::-1])
        assert one == other


versions = st.sampled_from(["3.11.9", "3.13.5", "3.13.5t", "3.14.0", "3.15.2"])
methods = st.sampled_from(["fork", "spawn", "forkserver"])


@given(st.dictionaries(st.tuples(versions, methods), st.sampled_from("abc"), min_size=1))
def test_every_place_is_recorded_once_with_what_it_printed(
    printed_at: dict[tuple[str, str], str],
) -> None:
    groups = [[printed(text, python, method)] for (python, method), text in printed_at.items()]
    record = merge(None, snippet(), groups)
    for (python, method), text in printed_at.items():
        result = record.result_at(f"Linux {python} {method}")
        assert result is not None
        assert result.stdout == text
    assert sum(len(result.places) for result in record.results) == len(printed_at)
    assert len(record.results) == len(set(printed_at.values()))
    assert merge(record, snippet(), groups) == record


class TestLarger:
    """What was measured on machines with more CPUs than most have."""

    @staticmethod
    def measured(text: str, python: str = "3.15.2", cpus: int = 16) -> Run:
        return printed(text, python, "native", cpus=cpus)

    def test_it_is_kept_by_machine_and_python(self, tmp_path: Path) -> None:
        record = merge(None, snippet(), [[printed("a")]])
        record = with_larger(record, [self.measured("b"), self.measured("c", "3.13.5t")])
        record = with_larger(record, [self.measured("d", cpus=64)])
        record = with_larger(record, [self.measured("e", "3.15.3")])
        kept = [(each.cpus, each.python, each.gil, each.stdout) for each in record.larger]
        assert kept == [
            (64, "3.15.2", True, "d"),
            (16, "3.15.3", True, "e"),
            (16, "3.13.5t", False, "c"),
        ]
        assert there_and_back(record, tmp_path) == record

    def test_fresh_runs_leave_it_and_another_text_drops_it(self) -> None:
        record = with_larger(merge(None, snippet(), [[printed("a")]]), [self.measured("b")])
        assert merge(record, snippet(), [[printed("a")]]).larger == record.larger
        changed = snippet(text="print(2)")
        assert changed.digest != record.digest
        assert merge(record, changed, [[printed("a")]]).larger == ()


class TestNearest:
    """The recorded place that is most like one that was not recorded."""

    record = record_of(
        Result(("Linux 3.15.2 forkserver",), "new forkserver"),
        Result(("Linux 3.15.2 fork",), "new fork"),
        Result(("Linux 3.13.5 fork",), "old fork"),
        Result(("Linux 3.13.5t fork",), "old fork without GIL"),
        Result(("Darwin 3.15.2 spawn",), "mac"),
    )

    @pytest.mark.parametrize(
        ("place", "end"),
        [
            ("Linux 3.15.2 forkserver", "new forkserver"),
            ("Linux 3.15.9 forkserver", "new forkserver"),
            ("Linux 3.16.0 fork", "new fork"),
            ("Linux 3.12.0 fork", "old fork"),
            ("Linux 3.14.0t fork", "old fork without GIL"),
            ("Windows 3.15.2 spawn", "mac"),
            ("Linux 3.12.0 spawn", "mac"),
            ("Darwin 3.15.2 fork", "new fork"),
        ],
    )
    def test_which_it_is(self, place: str, end: str) -> None:
        nearest = self.record.nearest(place)
        assert nearest is not None
        assert nearest.end == end

    def test_of_nothing_it_is_none(self) -> None:
        assert replace(self.record, results=()).nearest("Linux 3.15.2 fork") is None


@given(texts, st.text(string.ascii_lowercase, min_size=1))
def test_a_run_is_read_as_it_was_written(text: str, name: str) -> None:
    run = made_up(
        stdout=text,
        stderr=text,
        pieces=(Piece(1, 1, None, text), Piece(2, 2, 7, text)),
        processes=(Process(7, name, None, "exec", 0, None, None),),
        left={"file": (name,)},
        stacks={name: text},
    )
    assert Run.from_json(run.to_json()) == run


def test_what_is_of_all_snippets_is_no_record_of_one(tmp_path: Path) -> None:
    of_all = {coverage.FILE, speed.FILE, trials.Changed.FILE, trials.Repeated.FILE}
    for name in (*of_all, "topic/one.toml", "topic/gone.toml", "notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert orphans(["topic/one"], tmp_path) == [tmp_path / "topic/gone.toml"]
