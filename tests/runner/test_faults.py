"""What a machine may lack, refuse or do to a build: a correct result, or a clear word."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from runner import verdict
from runner.interpreters import ENVIRONMENT as PYTHONS
from runner.interpreters import Interpreter, find_interpreters
from runner.memo import Memo
from runner.problem import Problem
from runner.project import ENVIRONMENT, HOME
from runner.run import Run, Runner
from runner.schedule import Cell, run_cells
from runner.snippet import Snippet
from runner.store import Store
from runner.surroundings import NATIVE
from runner.whole import write_whole
from tests.scratch import (
    PATIENCE,
    Scratch,
    is_gone,
    is_soon,
    made_up,
    processes_below,
    program,
    supervised,
)
from tests.site import chromium

KEY = "ab" + "0" * 62
GREETING = 'print("héllo 日本語")'


def files_below(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.rglob("*") if p.is_file())


# -- the disk -----------------------------------------------------------------


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow beyond a few bytes: what is written beyond is refused."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_on_a_full_disk_a_file_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "folder/file.toml"
    with full_disk():
        write_whole(file, "short")
        with pytest.raises(OSError, match="File too large"):
            write_whole(file, "long" * 100)
    assert file.read_text("utf-8") == "short"
    assert files_below(tmp_path) == ["file.toml"]


def test_an_interrupted_write_leaves_nothing_beside_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(self: Path, target: Path) -> None:
        raise KeyboardInterrupt

    file = tmp_path / "file.toml"
    write_whole(file, "before")
    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(file, "after")
    assert file.read_text("utf-8") == "before"
    assert files_below(tmp_path) == ["file.toml"]


def test_what_cannot_be_kept_is_not_kept_by_halves(tmp_path: Path) -> None:
    kept, memo = Store(tmp_path / "runs"), Memo(tmp_path / "pages", "fingerprint")
    with full_disk():
        kept.save(KEY, [made_up(stdout="x" * 1000)])
        memo.put("page", "index.md", "key", "x" * 1000)
    assert kept.load(KEY) == []
    assert memo.get("page", "index.md", "key") is None
    assert files_below(tmp_path) == []


def test_a_disk_that_fills_while_a_file_is_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    kept = Store(tmp_path)
    monkeypatch.setattr(Path, "replace", refuse)
    kept.save(KEY, [made_up()])
    assert files_below(tmp_path) == []


# -- what a machine may lack ------------------------------------------------------


class Client:
    """Runs a snippet as a person would, on a machine of a test's choice.

    Attributes:
        scratch: The project with the snippet ``topic/name``.
    """

    def __init__(self, scratch: Scratch, python: Interpreter) -> None:
        self.scratch = scratch
        self.environment = {
            "PATH": os.environ["PATH"],
            ENVIRONMENT: str(scratch.project.root),
            PYTHONS: python.path,
        }

    def run(
        self, code: str, mounts: str = "", *, metadata: str = "start-methods = []"
    ) -> subprocess.CompletedProcess[str]:
        """Run ``python -m runner run``; ``mounts`` are shell commands that change what is mounted.

        They change it for this one process and what it starts, no others.
        """
        self.scratch.write("topic/name", code, metadata)
        command = [sys.executable, "-m", "runner", "run", "topic/name"]
        if mounts:
            command = ["unshare", "--mount", "sh", "-ec", f'{mounts}\nexec "$@"', "sh", *command]
        return subprocess.run(
            command,
            cwd=HOME,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            timeout=600,
            check=False,
        )

    def kept(self) -> list[str]:
        return files_below(self.scratch.project.cache / "runs")


@pytest.fixture
def client(scratch: Scratch, python: Interpreter) -> Client:
    return Client(scratch, python)


def _may_mount() -> bool:
    probe = ["unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"]
    return (
        shutil.which("unshare") is not None
        and subprocess.run(probe, capture_output=True, check=False).returncode == 0
    )


may_mount = pytest.mark.skipif(not _may_mount(), reason="only root may change what is mounted")
BARE_DEV = """
mount -t tmpfs none /dev
mknod /dev/null c 1 3
mknod /dev/urandom c 1 9
"""


@supervised
@may_mount
class TestLacking:
    """Without a part of the machine, what does not need it works, and the rest is told."""

    def test_no_room_for_temporary_files(self, client: Client, tmp_path: Path) -> None:
        small = tmp_path / "small"
        small.mkdir()
        client.environment["TMPDIR"] = str(small)
        done = client.run(GREETING, f"mount -t tmpfs -o size=400k none {small}")
        assert done.returncode == 2
        assert f"there is no room for temporary files in {small}: " in done.stderr
        assert "    -> Make room there, or have TMPDIR name a folder with more." in done.stderr
        assert "Traceback" not in done.stderr
        assert client.kept() == []

    def test_no_file_can_be_made_for_them(self, client: Client, tmp_path: Path) -> None:
        small = tmp_path / "small"
        small.mkdir()
        client.environment["TMPDIR"] = str(small)
        done = client.run(GREETING, f"mount -t tmpfs -o nr_inodes=7 none {small}")
        assert done.returncode == 2
        assert "No space left on device" in done.stderr
        assert "there is no room for temporary files" in done.stderr
        assert " and 0 files are free" in done.stderr
        assert "Traceback" not in done.stderr

    def test_a_store_that_is_read_only(self, client: Client) -> None:
        cache = client.scratch.project.cache
        cache.mkdir()
        done = client.run(GREETING, f"mount -t tmpfs -o ro none {cache}")
        assert (done.returncode, done.stderr) == (0, "")
        assert "héllo 日本語\n" in done.stdout

    def test_no_shared_memory_for_what_needs_none(self, client: Client) -> None:
        done = client.run(GREETING, BARE_DEV)
        assert (done.returncode, done.stderr) == (0, "")
        assert "héllo 日本語\n" in done.stdout

    def test_no_pseudo_terminal(self, client: Client) -> None:
        done = client.run("import sys\nprint(sys.stdout.isatty())", "mount -t tmpfs none /dev/pts")
        assert (done.returncode, done.stderr) == (0, "")
        assert "False\n" in done.stdout
        assert client.kept() == [], "the next build, with a terminal, would show this one"
        assert "True\n" in client.run("import sys\nprint(sys.stdout.isatty())").stdout
        assert len(client.kept()) == 1


def outcome_of(lesson: Snippet, python: Interpreter, method: str = NATIVE) -> verdict.Verdict:
    [outcome] = run_cells([Cell(lesson, python, method)], Store(None))
    return verdict.judge(outcome, None)


@supervised
def test_without_shared_memory_who_needs_it_hears_why(
    scratch: Scratch, python: Interpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = scratch.snippet("topic/name", "raise SystemExit(3)", "start-methods = []")
    missing = "this machine has no /dev/shm to write to"
    assert missing not in str(outcome_of(lesson, python))
    monkeypatch.setattr(os, "access", lambda path, mode: path != "/dev/shm")
    assert missing in str(outcome_of(lesson, python))


@supervised
def test_without_a_fork_server_the_other_methods_are_there(
    scratch: Scratch, python: Interpreter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Python that cannot send descriptors, as on some platforms, has none."""
    subprocess.run([python.path, "-m", "venv", "--without-pip", tmp_path / "venv"], check=True)
    [packages] = (tmp_path / "venv/lib").glob("python*/site-packages")
    (packages / "lacking.pth").write_text("import socket; del socket.SCM_RIGHTS\n", "utf-8")
    monkeypatch.setenv(PYTHONS, str(tmp_path / "venv/bin/python"))
    here = next(i for i in find_interpreters(HOME) if i.path.startswith(str(tmp_path)))
    assert here.methods == ("fork", "spawn")
    code = """
    import multiprocessing
    if __name__ == "__main__":
        print(multiprocessing.get_start_method())
    """
    lesson = scratch.snippet("topic/name", code)
    [first, *_] = run_cells([Cell(lesson, here, "spawn")], Store(None))
    assert first.faults == ()
    assert first.runs[0].stdout == "spawn\n"


def test_without_a_browser_it_is_said_what_is_skipped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "APPLICATIONS", ())
    assert chromium.main() == 0
    assert "the browser tests will be skipped" in capsys.readouterr().out


# -- what is set outside ------------------------------------------------------------

OUTSIDE: dict[str, dict[str, str]] = {
    "nothing": {},
    "no locale": {"LC_ALL": "C", "LANG": ""},
    "ASCII alone": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "what changes how Python runs": {
        "PYTHONDEVMODE": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "7",
        "PYTHONOPTIMIZE": "2",
        "PYTHONSTARTUP": "HERE/startup.py",
        "PYTHONUNBUFFERED": "1",
        "PYTHONWARNINGS": "error",
    },
    "modules in the way": {"PYTHONPATH": "HERE"},
    "another terminal": {"TERM": "dumb", "COLUMNS": "9", "FORCE_COLOR": "1", "PYTHON_COLORS": "1"},
    "a folder that is not there": {"TMPDIR": "/nowhere", "HOME": "/nowhere"},
}
TELLING = """
import os, sys
print(sys.flags, sys.warnoptions, sys.stdout.encoding, sys.stdout.write_through, sys.path[:1])
print(sorted(os.environ), os.environ["COLUMNS"], "name" in sys.modules, __debug__)
print("héllo 日本語")
"""


@supervised
def test_whatever_is_set_outside_a_program_sees_the_same(client: Client, tmp_path: Path) -> None:
    (tmp_path / "startup.py").write_text("raise SystemExit('PYTHONSTARTUP was read')", "utf-8")
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.flagged = True", "utf-8")
    (tmp_path / "name.py").write_text("raise SystemExit('the wrong module')", "utf-8")
    (tmp_path / "random.py").write_text("raise SystemExit('not this one')", "utf-8")
    kept = dict(client.environment)
    texts = {}
    for name, variables in OUTSIDE.items():
        here = {k: v.replace("HERE", str(tmp_path)) for k, v in variables.items()}
        client.environment = kept | here
        if "PYTHONPATH" in here:
            (tmp_path / "random.py").unlink()  # Python itself would not start with that one
        done = client.run(TELLING)
        assert done.returncode == 0, f"{name}: {done.stderr}"
        texts[name] = done.stdout.partition("\n")[2].replace("h\\xe9llo", "héllo")
        texts[name] = texts[name].replace("\\u65e5\\u672c\\u8a9e", "日本語")
    assert set(texts.values()) == {texts["nothing"]}
    assert "héllo 日本語" in texts["nothing"]


# -- an interpreter that does not do its work -----------------------------------------


@supervised
@pytest.mark.parametrize("line", ["exit 3", "kill -SEGV $$", ":", "echo no json"])
def test_a_named_interpreter_that_does_not_start_is_complained_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    path = program(tmp_path / "my-python", line)
    monkeypatch.setenv(PYTHONS, str(path))
    with pytest.raises(Problem, match=f"{PYTHONS} names '{path}', which is no C") as told:
        find_interpreters(HOME)
    assert f"`{path} -I -c pass`" in told.value.todo


@supervised
@pytest.mark.parametrize("line", ["exit 3", "kill -SEGV $$"])
@pytest.mark.parametrize("options", ["", 'options = ["-O"]'])
def test_one_that_ends_before_the_program_is_blamed_itself(
    scratch: Scratch, python: Interpreter, tmp_path: Path, line: str, options: str
) -> None:
    dying = program(tmp_path / "python", line)
    lesson = scratch.snippet("topic/name", "print(1)", f"start-methods = []\n{options}")
    told = str(outcome_of(lesson, replace(python, path=str(dying))))
    assert "its interpreter ended before the program began" in told
    failing = scratch.snippet("topic/name", "raise SystemExit(3)", "start-methods = []")
    assert "its interpreter ended" not in str(outcome_of(failing, python))


# -- the clock ------------------------------------------------------------------------


@supervised
def test_a_clock_that_jumps_changes_nothing(
    scratch: Scratch, python: Interpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    jumps = iter(range(10_000))
    monkeypatch.setattr(time, "time", lambda: (-1.0) ** next(jumps) * 1e9)
    kept = Store(scratch.project.cache / "runs")
    lesson = scratch.snippet("topic/name", "print(1)", "start-methods = []")
    cell = Cell(lesson, python, NATIVE)
    begun = time.monotonic()
    [first] = run_cells([cell], kept)
    assert 0 < first.runs[0].seconds < time.monotonic() - begun
    for moment in (0, 4_000_000_000):  # in 1970, in 2096
        for file in (*scratch.project.root.rglob("*.json"), *scratch.project.root.rglob("*.py")):
            os.utime(file, (moment, moment))
        [again] = run_cells([cell], kept)
        assert (again.fresh, again.runs) == (False, first.runs)


# -- a build that is killed -----------------------------------------------------------

KILLED = """
import os, signal, sys
from pathlib import Path
from runner import run
from runner.interpreters import Interpreter
from runner.schedule import Cell, run_cells
from runner.snippet import get_snippet
from runner.store import Store

moment, root = sys.argv[1], Path(sys.argv[2])
def die(*arguments):
    os.kill(os.getpid(), signal.SIGKILL)
cells = [
    Cell(get_snippet(f"topic/{name}", root / "snippets"), PYTHON, "fork")
    for name in ("quick", "slow")
]
enter, replace = run.Runner.__enter__, Path.replace
def entered(runner):
    enter(runner)
    print(runner._base, flush=True)
    if moment == "as it starts":
        die()
    return runner
def replaced(path, target):
    if moment == "before a file is in place":
        die()
    replace(path, target)
    if moment == "after a file is in place":
        die()
run.Runner.__enter__, Path.replace = entered, replaced
for outcome in run_cells(cells, Store(root / ".cache/runs")):
    if moment == "after a run":
        die()
"""
SLOW = """
import signal, time
from multiprocessing import get_context
def stay():
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    time.sleep(TIME)
if __name__ == "__main__":
    get_context("fork").Process(target=stay).start()
    stay()
"""


@supervised
@pytest.mark.parametrize(
    "moment",
    [
        "as it starts",
        "while two programs run",
        "before a file is in place",
        "after a file is in place",
        "after a run",
    ],
)
def test_a_build_that_is_killed_leaves_nothing_and_the_next_one_heals(
    scratch: Scratch, python: Interpreter, moment: str
) -> None:
    scratch.write("topic/quick", "print('quick')", "timeout = 600")
    scratch.write("topic/slow", SLOW.replace("TIME", "600"), "timeout = 600")
    code = KILLED.replace("PYTHON", repr(python))
    client = subprocess.Popen(
        [
            sys.executable,
            "-c",
            code,
            moment,
            scratch.project.root,
        ],
        cwd=HOME,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert client.stdout is not None
    with client.stdout:
        base = client.stdout.readline().strip()
    if moment == "while two programs run":
        assert is_soon(lambda: len(processes_below(base)) >= 2)
        client.kill()
    assert client.wait(PATIENCE) == -signal.SIGKILL
    assert is_soon(is_gone, base), processes_below(base)
    kept = Store(scratch.project.cache / "runs")
    for file in (scratch.project.cache / "runs").rglob("*.json"):
        assert len(kept.load(file.stem)) == 1
    quick = scratch.snippet("topic/quick", "print('quick')", "timeout = 600")
    [outcome] = run_cells([Cell(quick, python, "fork")], kept)
    assert (outcome.faults, outcome.runs[0].stdout) == ((), "quick\n")
    assert kept.load(outcome.cell.key) == list(outcome.runs)


@supervised
def test_a_supervisor_that_is_killed_leaves_nothing_either(
    scratch: Scratch, python: Interpreter
) -> None:
    lesson = scratch.snippet("topic/name", SLOW.replace("TIME", "600"), "timeout = 600")
    quick = scratch.snippet("topic/quick", "print('quick')")
    with Runner() as runner:
        assert runner._server is not None
        server = psutil.Process(runner._server.process.pid)

        def kill() -> bool:
            if len(processes_below(runner._base)) >= 2:
                server.children()[0].kill()
                return True
            return False

        with pytest.raises(Problem, match="ended with signal SIGKILL and left no result"):
            _meanwhile(kill, lambda: runner.run(lesson, python, "fork"))
        assert processes_below(runner._base) == []
        assert runner.run(quick, python, "fork").stdout == "quick\n"


def _meanwhile(work: Callable[[], bool], run: Callable[[], Run]) -> None:
    """Do something again and again until it is done, while a run goes on."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(run)
        assert is_soon(work)
        running.result()
