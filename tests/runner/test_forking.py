"""Programs that are forked from a template: as those that are started, and told apart from them."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from runner import forking
from runner import server as server_module
from runner.__main__ import main
from runner.forking import ENVIRONMENT, fits
from runner.interpreters import Interpreter
from runner.problem import Problem
from runner.project import HOME
from runner.run import Run, Runner
from runner.schedule import Cell
from runner.server import Server
from runner.surroundings import NATIVE
from tests.scratch import HERE, PATIENCE, Scratch, is_gone, is_soon, processes_below, supervised

pytestmark = supervised

# All that a program may find out about the process that it runs in.
LOOK = r"""
import sys
print(sorted(sys.modules))
import os, resource, signal, site, threading
print(sys.argv, sys.orig_argv, sys.path, sys.flags, sys._getframe().f_back, sorted(globals()))
print(__name__, __file__, __spec__, type(__loader__), os.path.abspath("x"), site.USER_SITE)
print(os.environ, sorted(os.listdir("/proc/self/fd")), os.getpgrp() == os.getpid())
for name in ("cmdline", "environ", "comm"):
    print(open(f"/proc/self/{name}").read())
print([signal.getsignal(number) for number in signal.valid_signals()])
print(signal.pthread_sigmask(0, []))
print([line for line in open("/proc/self/status") if line.startswith(("SigIgn", "SigCgt"))])
print([resource.getrlimit(getattr(resource, n)) for n in dir(resource) if n.startswith("RLIMIT")])
print(threading.main_thread().native_id == os.getpid(), len(threading.enumerate()))
print(sys.stdin, sys.stdout, sys.stderr, sys.stdin.buffer.raw, sys.stdout.line_buffering)
import multiprocessing
print(sorted(vars(multiprocessing)), sorted(sys.modules))
import asyncio, concurrent.futures.process, json, logging, multiprocessing.managers, tempfile
import multiprocessing.shared_memory, random, sqlite3
print(sorted(sys.modules), multiprocessing.process.ORIGINAL_DIR, tempfile.gettempdir())
print(multiprocessing.spec if hasattr(multiprocessing, "spec") else multiprocessing.__spec__)
raise SystemExit("the end")
"""

CHILDREN = """
import atexit, os, sys, threading, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, Process, Queue, shared_memory
def work(queue):
    queue.put(os.path.basename(sys.argv[0]))
    raise ValueError("in the child")
if __name__ == "__main__":
    atexit.register(print, "at exit, first registered")
    queue = Queue()
    child = Process(target=work, args=[queue])
    child.start()
    child.join()
    print(queue.get(), child.exitcode)
    with Pool(2) as pool:
        print(pool.map(abs, [-1, 2]))
        pool.close()
        pool.join()  # or a worker may be ended before it has begun
    with ProcessPoolExecutor(1) as executor:
        print(list(executor.map(abs, [-3])))
    memory = shared_memory.SharedMemory(create=True, size=10)
    memory.close()
    memory.unlink()
    atexit.register(print, "at exit, registered last")
    threading.Thread(target=lambda: (time.sleep(0.1), print("a thread, last"))).start()
"""

PROGRAMS = {
    "exit code": ("import sys; sys.exit(3)", ""),
    "text for an exit": ("raise SystemExit('oh')", ""),
    "exception": ("def f():\n    1 / 0\ntry:\n    f()\nexcept ArithmeticError:\n    f()", ""),
    "syntax error": ("exec('1 +')", ""),
    "signal": ("import os, signal\nos.kill(os.getpid(), signal.SIGINT)", ""),
    "crash": ("import ctypes\nctypes.string_at(0)", ""),
    "hard exit": ("import os\nprint('lost', end='')\nos._exit(4)", ""),
    "hang": (
        "import threading\ndef wait(lock):\n    lock.acquire()\n    lock.acquire()\n"
        "wait(threading.Lock())",
        "hangs-after = 1",
    ),
    "deadline": ("while True: pass", "timeout = 1"),
    "much output": ("print('x' * (2 << 20))", ""),
    "leftover process": ("import subprocess\nsubprocess.Popen(['sleep', '600'])", ""),
    "leftover program": (
        "import os, time\nif os.fork() == 0:\n    time.sleep(600)",
        "",
    ),
    "leftover thread": (
        "import threading, time\n"
        "threading.Thread(target=time.sleep, args=[600], daemon=True, name='busy').start()",
        "",
    ),
    "leftover memory": (
        "from multiprocessing import shared_memory\n"
        "shared_memory.SharedMemory('left_by_a_test', create=True, size=10)",
        "",
    ),
    "exit in a finalizer": (
        "import weakref\nclass C: pass\nc = C()\nweakref.finalize(c, print, 'finalized')\n"
        "class D:\n    def __del__(self): print('deleted')\nd = D()",
        "",
    ),
}


def test_what_a_kernel_lacks_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(*arguments: object) -> int:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    assert forking._has_pidfds()
    monkeypatch.setattr(os, "pidfd_open", lacking)
    assert not forking._has_pidfds()


@pytest.fixture(scope="module")
def ways() -> Iterator[tuple[Runner, Runner]]:
    """A runner that starts programs, and one that forks them."""
    with Runner(fork=False) as plainly, Runner(fork=True) as forking:
        yield plainly, forking


def told(run: Run) -> dict[str, object]:
    """Give what of a run must not depend on how it was started."""

    def plain(text: str) -> str:
        return re.sub(r"0x[0-9a-f]+|snippet-\w+/\d+", "…", text)

    return {
        "verdict": run.verdict,
        "status": run.status,
        "stdout": plain(run.stdout),
        "stderr": plain(run.stderr),
        "written": run.written if run.verdict == "ended" else None,
        "left": run.left,
        "stacks": run.stacks,
        "processes": sorted((p.name.partition("pid ")[0], p.how, p.helper) for p in run.processes),
        "child exits": run.child_exits,
        "writers": {piece.text: piece.pid is None for piece in run.pieces},
        "notes": run.notes,
    }


def test_it_cannot_tell_what_it_was_forked_from(
    scratch: Scratch, ways: tuple[Runner, Runner], pythons: list[Interpreter]
) -> None:
    lesson = scratch.snippet("topic/name", LOOK)
    for python in pythons:
        plain, forked = (told(way.run(lesson, python, NATIVE)) for way in ways)
        for run in (plain, forked):
            run["written"] = run["writers"] = None  # paths in the output differ in length
        assert forked == plain, str(python)
        assert plain["status"] == 1
        assert plain["stderr"] == "the end\n"


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_it_has_children_as_any_program_has(
    scratch: Scratch, ways: tuple[Runner, Runner], pythons: list[Interpreter], method: str
) -> None:
    lesson = scratch.snippet("topic/name", CHILDREN, "child-exits = [1]")
    for python in pythons:
        plain, forked = (told(way.run(lesson, python, method)) for way in ways)
        assert forked == plain, str(python)
        assert "at exit, registered last" in str(plain["stdout"])


@pytest.mark.parametrize("kind", PROGRAMS)
def test_it_ends_as_any_program_ends(
    scratch: Scratch, ways: tuple[Runner, Runner], python: Interpreter, kind: str
) -> None:
    code, metadata = PROGRAMS[kind]
    lesson = scratch.snippet("topic/name", code, metadata)
    plain, forked = (told(way.run(lesson, python, NATIVE)) for way in ways)
    assert forked == plain


def test_two_programs_share_no_chance_and_no_key(
    scratch: Scratch, ways: tuple[Runner, Runner], python: Interpreter
) -> None:
    code = """
    import multiprocessing, random, tempfile
    print(random.random())
    print(bytes(multiprocessing.current_process().authkey))
    print(tempfile.NamedTemporaryFile().name)
    """
    lesson = scratch.snippet("topic/name", code)
    one, other = (ways[1].run(lesson, python, NATIVE).stdout.splitlines() for _ in range(2))
    assert not set(one) & set(other)


@pytest.mark.parametrize(
    ("metadata", "may"),
    [
        ("", True),
        ("hangs-after = 1", True),
        ("alone = true", False),
        ("terminal = false", False),
        ('options = ["-W", "error"]', False),
        ('env = { NAME = "value" }', False),
    ],
)
def test_what_may_be_forked(
    scratch: Scratch, python: Interpreter, metadata: str, may: bool
) -> None:
    assert fits(scratch.snippet("topic/name", "pass", metadata), python) == may


def test_what_needs_packages_is_not_forked(scratch: Scratch, python: Interpreter) -> None:
    lesson = scratch.snippet("topic/name", "pass")
    assert not fits(lesson, replace(python, packages=("joblib==1.5.2",)))


def test_runs_of_both_kinds_are_kept_apart(
    scratch: Scratch, python: Interpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = scratch.snippet("topic/name", "pass")
    alone = scratch.snippet("topic/alone", "pass", "alone = true")
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    plain = [Cell(each, python, NATIVE).key for each in (lesson, alone)]
    monkeypatch.setenv(ENVIRONMENT, "1")
    forked = [Cell(each, python, NATIVE).key for each in (lesson, alone)]
    assert plain[0] != forked[0]
    assert plain[1] == forked[1]  # it is not forked: one run serves both


def test_records_are_of_programs_that_were_started(
    scratch: Scratch, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(ENVIRONMENT, "1")
    scratch.write("topic/name", "pass")
    assert main(["record"]) == 2
    assert f"Record without {ENVIRONMENT}." in capsys.readouterr().err


def test_one_template_is_enough_and_ends_with_its_runner(
    scratch: Scratch, python: Interpreter
) -> None:
    lesson = scratch.snippet("topic/name", "import os; print(os.getppid())")
    with Runner(fork=True) as runner:
        supervisors = {runner.run(lesson, python, NATIVE).stdout for _ in range(3)}
        assert len(supervisors) == 3
        [template] = runner._templates.values()
        assert psutil.Process(template.process.pid).children() == []
        assert list(Path(template.base).iterdir()) == []
    assert not psutil.pid_exists(template.process.pid)
    assert not Path(template.base).exists()


def test_a_template_that_is_killed_is_a_problem_and_is_replaced(
    scratch: Scratch, python: Interpreter
) -> None:
    quick = scratch.snippet("topic/name", "print(1)")
    slow = scratch.snippet("topic/slow", "import time; time.sleep(600)", "timeout = 600")
    with Runner(fork=True) as runner:
        assert runner.run(quick, python, NATIVE).stdout == "1\n"
        [killed] = runner._templates.values()
        timer = threading.Timer(1, killed.process.kill)
        timer.start()
        with pytest.raises(Problem, match="the supervising process has gone"):
            runner.run(slow, python, NATIVE)
        assert is_soon(lambda: processes_below(killed.base) == [])
        assert runner.run(quick, python, NATIVE).stdout == "1\n"
        [fresh] = runner._templates.values()
        assert fresh.base != killed.base
        assert not Path(killed.base).exists()


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM"])  # Windows has but one of them
def test_a_template_ends_with_who_started_it(
    scratch: Scratch, python: Interpreter, name: str
) -> None:
    number = signal.Signals[name]
    scratch.write("topic/name", "import time; time.sleep(600)", "timeout = 600")
    client = (
        "import sys, threading\n"
        "from pathlib import Path\n"
        "from runner.interpreters import Interpreter\n"
        "from runner.run import Runner\n"
        "from runner.snippet import get_snippet\n"
        f"snippet = get_snippet('topic/name', Path({str(scratch.project.snippets)!r}))\n"
        "with Runner(fork=True) as runner:\n"
        f"    print(runner._server_of(snippet, {python!r}).base, flush=True)\n"
        f"    runner.run(snippet, {python!r}, 'native')\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", client], cwd=HOME, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    with process.stdout:
        base = process.stdout.readline().strip()
        assert is_soon(lambda: len(processes_below(base)) >= 1)
        process.send_signal(number)
        assert process.wait(PATIENCE) == -number
    assert is_soon(is_gone, base), processes_below(base)


def test_an_interpreter_that_does_not_become_a_template_says_why(
    python: Interpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_module, "SUPERVISE", Path("/nowhere/supervise.py"))
    with pytest.raises(Problem, match=r"(?s)no program can be forked from .*/nowhere") as problem:
        server_module.start_template(python)
    assert f"Run without {ENVIRONMENT}." in str(problem.value)


def test_an_interpreter_that_ends_without_a_word_is_a_problem_too(python: Interpreter) -> None:
    silent = replace(python, path="/bin/true")
    with pytest.raises(Problem, match="forked from /bin/true: it ended without a word") as problem:
        server_module.start_template(silent)
    assert f"Run without {ENVIRONMENT}." in str(problem.value)


def test_comparing_tells_what_agrees_and_what_does_not(
    scratch: Scratch, capsys: pytest.CaptureFixture[str]
) -> None:
    scratch.write("topic/same", "print(1)", "start-methods = []")
    scratch.write("topic/alone", "print(1)", "start-methods = []\nalone = true")
    assert main(["compare-starts", *HERE]) == 0
    printed = capsys.readouterr().out
    assert "1 agree, 0 differ, 1 are not forked; " in printed
    # What no template can hide: what it holds is not looked through for garbage.
    scratch.write(
        "topic/other", "import gc; print(gc.get_freeze_count() > 0)", "start-methods = []"
    )
    assert main(["compare-starts", *HERE]) == 1
    printed = capsys.readouterr().out
    assert "topic/other on " in printed
    assert "-[out] False\n    +[out] True" in printed
    assert "1 agree, 1 differ, 1 are not forked; " in printed


def test_the_server_is_the_one_that_the_name_says(
    scratch: Scratch, python: Interpreter, ways: tuple[Runner, Runner]
) -> None:
    lesson = scratch.snippet("topic/name", "pass")
    assert ways[0]._server_of(lesson, python) is ways[0]._server
    assert isinstance(ways[1]._server_of(lesson, python), Server)
    assert ways[1]._server_of(lesson, python) is not ways[1]._server
