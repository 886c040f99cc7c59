"""The pytest door, on a scratch project: what fails, what only warns, what is counted."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from runner.project import ENVIRONMENT, HOME
from runner.record import record_path
from tests.scratch import MINOR, ONCE, OUTSIDE, Scratch

Command = Callable[..., subprocess.CompletedProcess[str]]


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # Plugins that the tests of the snippets do without would only take their time.
    environment = os.environ | {ENVIRONMENT: str(root), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    for name in (*OUTSIDE, "PYTEST_ADDOPTS"):
        environment.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=HOME,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of two snippets, both shown and recorded."""
    scratch = Scratch(tmp_path_factory.mktemp("recorded") / "project")
    scratch.write("topic/name", "print('one')", ONCE)
    scratch.write("topic/other", "print('two')", ONCE)
    scratch.page("page.md", "topic/name", "topic/other")
    assert run(scratch.project.root, "runner", "record").returncode == 0
    return scratch.project.root


@pytest.fixture
def check(scratch: Scratch, recorded: Path) -> Command:
    """Run the tests of the snippets on a copy of that project."""
    shutil.copytree(recorded, scratch.project.root, dirs_exist_ok=True)
    command = ("pytest", "-p", "no:cacheprovider", "tests/snippets", "-rf")
    return lambda *options: run(scratch.project.root, *command, *options)


def test_all_is_well(check: Command) -> None:
    done = check()
    assert done.returncode == 0, done.stdout
    assert re.search(rf"^snippets run on: Python .*\b{re.escape(MINOR)}\.", done.stdout, re.M)
    assert re.search(r"^ +\d+ same as recorded$", done.stdout, re.M)
    assert "warning" not in done.stdout
    assert "not run here" not in done.stdout


def test_a_changed_print_fails_with_a_diff_that_names_it(check: Command, scratch: Scratch) -> None:
    scratch.write("topic/name", "print('three')", ONCE)
    done = check()
    assert done.returncode == 1
    for part in (
        "snippets/topic/name.py (shown at docs/page.md:3): recorded from another text",
        f" {MINOR}.",
        " native\n",
        "-[out] one",
        "+[out] three",
        "-> If the change is meant, renew the record: python -m runner record topic/name",
    ):
        assert part in done.stdout
    assert "test_it_does_what_is_recorded[topic/other" not in done.stdout
    assert re.search(r"^ +\d+ recorded from another text of the snippet$", done.stdout, re.M)


def test_what_is_not_recorded_here_only_warns(check: Command, scratch: Scratch) -> None:
    path = record_path("topic/name", scratch.project.records)
    text = re.sub(rf"{re.escape(MINOR)}\.\d+", f"{MINOR}.99", path.read_text("utf-8"))
    path.write_text(text.replace("one", "uno"), "utf-8")
    done = check("-k", f"{MINOR}-")
    assert done.returncode == 0, done.stdout
    assert "NotRecordedHere" in done.stdout
    assert "+[out] one" in done.stdout
    assert re.search(r"^ +1 not recorded here, and different from", done.stdout, re.M)
    assert re.search(rf"^ +1 recorded, not run here: \w+ {MINOR}\.99 \(1\)$", done.stdout, re.M)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda s: s.write("topic/name", "pass", ONCE), "prints nothing on"),
        (lambda s: s.write("topic/new", "print(1)", ONCE), "no record of snippets/topic/new.py"),
        (lambda s: s.write("topic/new", "print(1)", ONCE), "no page shows snippets/topic/new.py"),
        (
            lambda s: s.write("topic/name", f"print('one')  # {'-' * 60}", ONCE),
            "snippets/topic/name.py:7: 76 columns, more than 72",
        ),
        (
            lambda s: (s.project.snippets / "topic/name.py").unlink(),
            "-> python -m runner record removes them",
        ),
        (
            lambda s: s.write("topic/name", "print(", ONCE),
            "snippets/topic/name.py:7: syntax error",
        ),
        (
            lambda s: s.write("topic/name", "print('one')", "outptu = 1"),
            "snippets/topic/name.py:3: unknown key 'outptu'",
        ),
        (
            lambda s: record_path("topic/name", s.project.records).write_text("["),
            "records/topic/name.toml: the record is damaged",
        ),
        (
            lambda s: record_path("topic/name", s.project.records).write_text(
                _silenced(record_path("topic/name", s.project.records).read_text("utf-8"))
            ),
            "holds nothing at",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_omission_fails(
    check: Command, scratch: Scratch, change: Callable[[Scratch], object], told: str
) -> None:
    change(scratch)
    done = check()
    assert done.returncode == 1
    assert told in done.stdout
    others = [line for line in done.stdout.splitlines() if line.startswith("FAILED")]
    assert not any("topic/other" in line for line in others), others


def _silenced(record: str) -> str:
    return re.sub(r"^stdout = .*?(?=^\S+ = |\Z)", "", record, flags=re.M | re.S)


def test_only_what_is_selected_runs(check: Command, scratch: Scratch) -> None:
    runs = scratch.project.cache / "runs"
    before = len(list(runs.rglob("*.json")))
    scratch.write("topic/name", "print('new')", ONCE)
    scratch.write("topic/other", "print('new')", ONCE)
    assert check("-k", f"recorded and topic/name-{MINOR}-").returncode == 1
    assert len(list(runs.rglob("*.json"))) == before + 1


def test_no_snippet_at_all_fails(check: Command, scratch: Scratch) -> None:
    for path in scratch.project.snippets.rglob("*.py"):
        path.unlink()
    done = check()
    assert done.returncode == 1
    assert "AssertionError: none below" in done.stdout


def test_tests_may_be_dealt_out_to_several_processes(check: Command) -> None:
    done = check("-p", "xdist", "-n", "2")
    assert done.returncode == 0, done.stdout


MEASURES = """
import time
log = open(LOG, "a+")
print("begin", file=log, flush=True)
until = time.monotonic() + 2
alone = True
while alone and time.monotonic() < until:
    log.seek(0)
    alone = "begin\\nbegin" not in log.read()
    time.sleep(0.01)
print("end", file=log, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lock that several may share")
def test_what_measures_is_alone_in_several_processes_too(check: Command, scratch: Scratch) -> None:
    log = scratch.project.root / "log"
    for name in ("clock", "watch"):
        code = MEASURES.replace("LOG", repr(str(log)))
        scratch.write(f"measure/{name}", code, f"{ONCE}\nalone = true")
    check("-p", "xdist", "-n", "2", "-k", f"recorded and measure and {MINOR}-")
    assert log.read_text("utf-8") == "begin\nend\nbegin\nend\n"
