"""What was measured: kept in a file, shown as tables, never typed."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import measure
from bench.measure import Cost, end, heed_interrupts, machine_busy, memory, run, spent, tree
from runner.problem import Problem
from runner.speed import LIMIT, Speed, as_html, as_text, load, medians, save
from tests.scratch import supervised

COSTS = [Cost(0, wall, 2.0, 50.0, 0.1) for wall in (3.0, 1.0, 2.0)]


def speed(busy: float = 0.1) -> Speed:
    figures = [
        medians(10, "cold", "ours", COSTS),
        medians(10, "cold", "naive", [Cost(0, 8.0, 4.0, 40.0, busy)]),
        medians(10, "cold", "floor", [Cost(0, 4.0, 4.0, 36.0, busy)]),
        medians(10, "cold", LIMIT, [Cost(0, 1.0, 2.0, 0.0, 0.0)]),
        medians(10, "prose", "ours", [Cost(0, 0.5, 0.4, 30.0, busy)]),
    ]
    return Speed("2026-11-27", "Linux x86_64", 2, "3.11.7", "3.15.2", tuple(figures))


def test_the_middle_one_counts() -> None:
    figure = medians(10, "cold", "ours", COSTS)
    assert (figure.wall, figure.cpu, figure.times) == (2.0, 2.0, 3)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save(speed(), tmp_path)
    assert load(tmp_path) == speed()
    assert [path.name for path in tmp_path.iterdir()] == ["bench.toml"]


def test_nothing_is_loaded_where_nothing_is(tmp_path: Path) -> None:
    assert load(tmp_path) is None
    assert "make bench" in as_html(None)


@pytest.mark.parametrize("text", ["[", "figure = 3", 'date = "x"', "[[figure]]\npages = 1"])
def test_a_damaged_file_is_told_of(text: str, tmp_path: Path) -> None:
    (tmp_path / "bench.toml").write_text(text, "utf-8")
    with pytest.raises(Problem, match="damaged"):
        load(tmp_path)


def test_the_table_gives_times_and_ratios() -> None:
    lines = as_text(speed()).splitlines()
    [cold] = [line for line in lines if line.startswith("everything anew")]
    assert cold.split()[2:] == ["2.00", "8.00", "(×", "0.250)", "–", "4.00", "(×", "0.500)", "–"]
    [prose] = [line for line in lines if line.startswith("one line of prose")]
    assert prose.split()[5:] == ["0.50", "–", "–", "–", "–"]
    assert any("takes 2.00 times that" in line for line in lines)
    assert (
        "memory: this site's build 50 MiB, markdown-exec alone 40 MiB, MkDocs, nothing run 36 MiB"
        in lines
    )


def test_the_page_says_the_same() -> None:
    html = as_html(speed())
    ratio = "8.00 (×\N{NO-BREAK SPACE}0.250)"
    assert f'<th scope="row">everything anew</th><td>2.00</td><td>{ratio}</td>' in html
    assert "2026-11-27, Linux x86_64, 2 CPUs" in html
    assert "too many" not in html


def test_a_busy_machine_is_told_of() -> None:
    assert "too many for the times to mean much" in as_html(speed(busy=1.5))


WORK = """
import time
used, passed = time.process_time, time.perf_counter
begun, kept = passed(), b"x" * (64 << 20)
while used() < 0.5:
    pass
time.sleep(0.5)  # for what looks at the memory now and then
print(used(), passed() - begun)
"""


@supervised
def test_a_command_is_accounted_for_with_all_its_processes(tmp_path: Path) -> None:
    shell = '"$0" -c "$1" & wait; exit 3'
    command = ["sh", "-c", shell, sys.executable, WORK]
    cost = run(command, tmp_path, {}, tmp_path / "log")
    used, passed = map(float, (tmp_path / "log").read_text("utf-8").split())
    assert cost.status == 3
    assert cost.cpu > 0.9 * used
    assert cost.wall > passed
    assert cost.peak > 64


@pytest.fixture(params=[signal.SIG_IGN, signal.default_int_handler], ids=["ignored", "heeded"])
def heeding(request: pytest.FixtureRequest) -> Iterator[None]:
    """Have interrupts heeded by what is started, whether this process heeds them or not."""
    before = signal.signal(signal.SIGINT, request.param)
    heed_interrupts()
    yield
    signal.signal(signal.SIGINT, before)


@supervised
@pytest.mark.usefixtures("heeding")
def test_a_command_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    cost = run(["sleep", "600"], tmp_path, {"PATH": "/bin:/usr/bin"}, tmp_path / "log", 0.1)
    assert cost.status == -signal.SIGINT


@supervised
@pytest.mark.usefixtures("heeding")
def test_what_is_ended_may_clean_up() -> None:
    script = "trap 'echo cleaned; exit 7' INT; echo there; while :; do sleep 0.1; done"
    with subprocess.Popen(["sh", "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        end(process.pid)
        assert (process.stdout.read(), process.wait()) == ("cleaned\n", 7)


@supervised
def test_what_does_not_end_by_itself_is_killed_with_its_children(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(measure, "_PATIENCE", 0.5)
    script = "trap '' INT; sleep 600 & echo there; wait"
    with subprocess.Popen(["sh", "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        end(process.pid)
        assert process.wait() == -signal.SIGKILL
        assert process.stdout.read() == ""  # at its end, when nobody has it open any more


@supervised
def test_a_living_tree_is_accounted_for() -> None:
    import os

    assert os.getpid() in tree(os.getppid())
    assert memory(os.getpid()) > 1
    assert spent(os.getpid()) > 0
    assert machine_busy() > 0
