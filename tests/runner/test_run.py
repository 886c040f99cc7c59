"""Real runs of small programs: what is told of each, and that nothing of it is left."""

from __future__ import annotations

import functools
import json
import math
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import psutil
import pytest

from runner import contract, surroundings
from runner import run as run_module
from runner import server as server_module
from runner.interpreters import Interpreter
from runner.problem import Problem
from runner.project import HOME
from runner.run import OUTPUT_LIMIT, Run, Runner
from runner.server import start_server, start_template
from runner.snippet import Snippet
from runner.surroundings import NATIVE, SHARED_BY_OTHERS, Cleaner, blind_to
from tests.scratch import PATIENCE, Scratch, is_gone, is_soon, processes_below, supervised

pytestmark = supervised
METHODS = ("fork", "spawn", "forkserver")
each_method = pytest.mark.parametrize("method", METHODS)


def everywhere(
    lesson: Snippet, runner: Runner, pythons: list[Interpreter], methods: tuple[str, ...] = METHODS
) -> Iterator[Run]:
    """Run a program on each interpreter under each method, several at a time."""
    places = [(lesson, python, method) for python in pythons for method in methods]
    with ThreadPoolExecutor(4) as pool:
        yield from pool.map(lambda place: runner.run(*place), places)


class Try(Protocol):
    """Runs a program once; see ``attempt``."""

    def __call__(self, code: str, metadata: str = "", method: str = NATIVE) -> Run: ...


@pytest.fixture
def lesson(scratch: Scratch) -> Callable[..., Snippet]:
    return lambda code, metadata="": scratch.snippet("topic/name", code, metadata)


@pytest.fixture
def attempt(lesson: Callable[..., Snippet], runner: Runner, python: Interpreter) -> Iterator[Try]:
    """Run programs with the newest interpreter; afterwards nothing of them may be left."""

    def attempt(code: str, metadata: str = "", method: str = NATIVE) -> Run:
        return runner.run(lesson(code, metadata), python, method)

    yield attempt
    assert processes_below(runner._base) == []
    assert list(Path(runner._base).iterdir()) == []


def pid_in(text: str) -> int:
    found = re.search(r"pid=(\d+)", text)
    assert found is not None, text
    return int(found[1])


class TestOutput:
    """Whatever a process of the program writes arrives, and is known to be its own."""

    CHILD = """
    import os, sys
    from multiprocessing import Process
    def work():
        print("by print, flushed", flush=True)
        os.write(1, b"by os.write\\n")
        print("to stderr", file=sys.stderr)
        print("by print, at exit")
    if __name__ == "__main__":
        print("by main")
        sys.stdout.flush()
        child = Process(target=work, name="child")
        child.start()
        child.join()
        print("child ended with", child.exitcode)
    """

    @each_method
    @pytest.mark.parametrize("terminal", ["true", "false"])
    def test_a_child_is_heard(self, attempt: Try, method: str, terminal: str) -> None:
        run = attempt(self.CHILD, f"terminal = {terminal}", method)
        assert sorted(run.stdout.splitlines()) == [
            "by main",
            "by os.write",
            "by print, at exit",
            "by print, flushed",
            "child ended with 0",
        ]
        assert run.stderr == "to stderr\n"
        assert run.end == "exit 0"
        names = {p.pid: p.name for p in run.processes}
        assert set(names.values()) >= {"main", "child"}
        by = {piece.text: names.get(piece.pid or 0) for piece in run.pieces}
        assert by["by print, flushed\n"] == by["by print, at exit\n"] == "child"
        assert by["to stderr\n"] == "child"
        assert by["by main\n"] == by["child ended with 0\n"] == "main"

    @each_method
    def test_the_default_start_method_is_set_from_outside(self, attempt: Try, method: str) -> None:
        code = """
        import multiprocessing
        if __name__ == "__main__":
            print(multiprocessing.get_start_method())
            print(multiprocessing.get_context("fork").get_start_method())
            print(multiprocessing.get_context().get_start_method())
        """
        assert attempt(code, method=method).stdout == f"{method}\nfork\n{method}\n"

    def test_a_child_is_heard_on_every_interpreter(
        self, lesson: Callable[..., Snippet], runner: Runner, pythons: list[Interpreter]
    ) -> None:
        for run in everywhere(lesson(self.CHILD), runner, pythons):
            assert (run.end, run.stderr) == ("exit 0", "to stderr\n"), f"{run.place}: {run.stderr}"
            assert contract.faults(run, lesson(self.CHILD)) == [], run.place
            assert len(run.stdout.splitlines()) == 5, run.place
            names = {p.pid: p.name for p in run.processes}
            by = {piece.text: names.get(piece.pid or 0) for piece in run.pieces}
            assert by["by print, at exit\n"] == "child", run.place

    def test_every_character_arrives(self, attempt: Try) -> None:
        text = "héllo 日本語 🐍 \u2028 \x1b[31mred\x1b[0m \x07\x00\x08\x7f a\rb\tc\x0c\x0b\n"
        assert attempt(f"print({text!r}, end='')").stdout == text

    def test_bytes_that_are_no_text_are_replaced(self, attempt: Try) -> None:
        run = attempt("import os; os.write(1, b'a\\xff\\xfe\\xe6\\x97z\\n')")
        assert run.stdout == "a\ufffd\ufffd\ufffdz\n"

    def test_line_ends_are_as_the_program_wrote_them(self, attempt: Try) -> None:
        assert attempt("import os; os.write(1, b'a\\nb\\rc\\r\\n\\n')").stdout == "a\nb\rc\r\n\n"

    def test_those_of_windows_are_one_there(
        self, python: Interpreter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        clean = Cleaner(Path("/w"), Path("/t"), python)
        assert clean("a\r\nb\n") == "a\r\nb\n"
        monkeypatch.setattr(os, "linesep", "\r\n")
        assert clean("a\r\nb\n") == "a\nb\n"

    def test_it_is_a_terminal_unless_it_is_a_pipe(self, attempt: Try) -> None:
        code = """
        import os, sys
        print([s.isatty() for s in (sys.stdin, sys.stdout, sys.stderr)])
        print(sys.stdin.read() == "", sys.stdout.line_buffering)
        if sys.stdout.isatty():
            print(tuple(os.get_terminal_size()))
        """
        assert attempt(code).stdout == "[False, True, True]\nTrue True\n(80, 24)\n"
        run = attempt(code, "terminal = false")
        assert run.stdout == "[False, False, True]\nTrue False\n"
        assert run.command == "python name.py | cat"

    def test_much_output_is_cut_and_told(self, attempt: Try) -> None:
        size = 50 << 20
        run = attempt(f"import sys\nfor _ in range(50): sys.stdout.write('x' * {size // 50})")
        assert run.end == "exit 0"
        assert run.written == (size, 0)
        assert run.cut
        assert run.stdout == "x" * OUTPUT_LIMIT
        assert any("52,428,800 bytes" in f for f in contract.faults(run, _undeclared()))

    def test_output_without_end_is_ended(
        self, attempt: Try, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(run_module, "OUTPUT_LIMIT", 1 << 14)
        run = attempt("while True: print('x' * 1000)")
        assert run.verdict == "output"
        assert run.end == "ended by the runner: output"
        assert len(run.stdout) == 1 << 14


def _undeclared() -> Snippet:
    from runner.metadata import Settings

    return Snippet("topic/name", Path("name.py"), "", "", "", Settings())


class TestSurroundings:
    """What a program sees of the machine is what its reader would have."""

    def test_nothing_of_the_builders_environment_leaks_in(
        self, lesson: Callable[..., Snippet], python: Interpreter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("PYTHONUNBUFFERED", "PYTHONWARNINGS", "PYTHONHASHSEED", "SECRET_TOKEN"):
            monkeypatch.setenv(name, "1")
        code = "import os; print(sorted(os.environ))"
        with Runner() as runner:
            run = runner.run(lesson(code), python, NATIVE)
        seen = set(re.findall(r"'(\w+)'", run.stdout))
        assert seen >= {"PATH", "HOME", "TMPDIR", "LANG"}
        assert not seen & {"PYTHONUNBUFFERED", "PYTHONWARNINGS", "PYTHONHASHSEED", "SECRET_TOKEN"}

    def test_what_is_declared_is_set_and_shown(self, attempt: Try) -> None:
        code = "import os, sys; print(os.environ['NAME'], sys.warnoptions)"
        metadata = 'env = { NAME = "value" }\noptions = ["-W", "error"]'
        run = attempt(code, metadata)
        assert run.stdout == "value ['error']\n"
        assert run.command == "NAME=value python -W error name.py"

    def test_it_is_a_real_script_in_an_empty_folder(self, attempt: Try) -> None:
        code = """
        import os, sys
        print(__name__, sys.argv, os.listdir(), __file__, os.getcwd())
        print(os.getsid(0) == os.getppid(), os.getpgrp() == os.getpid() == os.tcgetpgrp(2))
        """
        run = attempt(code)  # as from a shell: the foreground job of somebody else's session
        assert run.stdout == "__main__ ['name.py'] ['name.py'] name.py .\nTrue True\n"

    def test_the_block_of_metadata_is_not_in_the_program(self, attempt: Try) -> None:
        run = attempt("import sys; print(sys._getframe().f_lineno)", "timeout = 20")
        assert run.stdout == "3\n"  # as on the page: docstring, empty line, this

    def test_neighbors_that_it_imports_are_there(self, scratch: Scratch, attempt: Try) -> None:
        scratch.write("topic/work", "import more\nVALUE = more.VALUE")
        scratch.write("topic/more", "VALUE = 'from a neighbor'")
        scratch.write("topic/unrelated", "VALUE = 1")
        run = attempt("import glob, work\nprint(work.VALUE, sorted(glob.glob('*.py')))")
        assert run.stdout == "from a neighbor ['more.py', 'name.py', 'work.py']\n"
        assert run.left == {}

    def test_no_path_of_the_machine_is_told(self, attempt: Try, python: Interpreter) -> None:
        code = """
        import concurrent.futures, multiprocessing, os, sys, tempfile
        print(os.getcwd(), __file__, sys.executable, sys.prefix, sys.path, os.environ["HOME"])
        print(multiprocessing.__file__, os.path.realpath(__file__), tempfile.gettempdir())
        print(os.path.realpath(sys.executable), sys.base_prefix, sys.stdlib_module_names and "")
        multiprocessing.get_context("fork").Pool(1).apply(len, [3])
        """
        run = attempt(code, 'leaves = ["thread"]')
        told = run.stdout + run.stderr + "".join(piece.text for piece in run.pieces)
        # A prefix such as /usr is on every machine, and what is told instead begins with it.
        prefixes = [prefix for prefix in python.prefixes if len(Path(prefix).parts) > 2]
        for path in (str(HOME), "snippet-", "/probe", "sitecustomize", *prefixes):
            assert path not in told, told
        version = ".".join(python.version.split(".")[:2])
        assert f"/usr/lib/python{version}/multiprocessing/pool.py" in run.stderr
        assert 'File "name.py", line 7, in <module>' in run.stderr
        assert f"/usr/bin/python{version}" in run.stdout


class TestEnds:
    """How the main process and its children end."""

    @pytest.mark.parametrize(
        ("code", "end"),
        [
            ("pass", "exit 0"),
            ("import sys; sys.exit(3)", "exit 3"),
            ("import sys; sys.exit('oh')", "exit 1"),
            ("import os; os._exit(7)", "exit 7"),
            ("raise ValueError('oh')", "exit 1"),
            ("import os; os.kill(os.getpid(), 9)", "signal SIGKILL"),
            ("import os; os.kill(os.getpid(), 11)", "signal SIGSEGV"),
            ("import os; os.abort()", "signal SIGABRT"),
            ("import os, signal; os.kill(os.getpid(), signal.SIGTERM)", "signal SIGTERM"),
            ("import os, signal; os.kill(os.getpid(), signal.SIGINT)", "signal SIGINT"),
            ("import os, signal; os.kill(os.getpid(), signal.SIGPIPE)", "exit 0"),
        ],
    )
    def test_the_end_of_the_main_process(self, attempt: Try, code: str, end: str) -> None:
        run = attempt(code)
        assert (run.verdict, run.end) == ("ended", end)

    @each_method
    def test_childrens_exit_codes_are_known(self, attempt: Try, method: str) -> None:
        code = """
        import os, signal, sys, time
        from multiprocessing import Process
        def leave(): sys.exit(5)
        def crash(): os.kill(os.getpid(), signal.SIGKILL)
        def fail(): raise ValueError("oh")
        def wait(): time.sleep(600)
        if __name__ == "__main__":
            children = [Process(target=f, name=f.__name__) for f in (leave, crash, fail, wait)]
            for child in children:
                child.start()
            children[3].terminate()
            for child in children:
                child.join()
        """
        run = attempt(code, "child-exits = [5, -9, 1, -15]", method)
        codes = {p.name: p.code for p in run.processes if p.code}
        assert codes == {"leave": 5, "crash": -9, "fail": 1, "wait": -15}
        assert run.child_exits == (-15, -9, 1, 5)
        assert "ValueError: oh" in run.stderr
        main = next(p for p in run.processes if p.name == "main")
        assert all(p.parent == main.pid for p in run.processes if p.name in codes)
        assert all((p.died or 0) > p.born for p in run.processes if p.name in codes)

    def test_a_missing_interpreter_is_a_problem(
        self, lesson: Callable[..., Snippet], runner: Runner, python: Interpreter
    ) -> None:
        gone = replace(python, path="/nowhere/python3.99")
        with pytest.raises(Problem, match=r"/nowhere/python3\.99 could not be started: "):
            runner.run(lesson("print(1)"), gone, NATIVE)
        assert runner.run(lesson("print(1)"), python, NATIVE).stdout == "1\n"


class TestProbe:
    """It tells of every kind of process, and nobody sees it."""

    def test_every_way_to_a_process_is_told(self, attempt: Try) -> None:
        code = """
        import os, subprocess, sys
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context
        if __name__ == "__main__":
            if os.fork() == 0:
                print("by os.fork", flush=True)
                os._exit(0)
            os.wait()
            subprocess.run([sys.executable, "-c", "print('by subprocess')"])
            for method in ("fork", "spawn", "forkserver"):
                with ProcessPoolExecutor(1, mp_context=get_context(method)) as pool:
                    pool.submit(print, "by " + method).result()
        """
        run = attempt(code)
        by = {p.text.strip(): p.pid for p in run.pieces if p.text.strip()}
        known = {p.pid: p for p in run.processes}
        main = next(p.pid for p in run.processes if p.name == "main")
        ways = ("by os.fork", "by subprocess", "by fork", "by spawn", "by forkserver")
        assert len({by[way] for way in ways} | {main}) == 6
        assert all(known[by[way] or 0].how in ("fork", "exec") for way in ways)
        assert known[by["by spawn"] or 0].how == "exec"
        assert known[by["by fork"] or 0].how == "fork"
        helpers = [p.name for p in run.processes if p.helper]
        assert any("tracker" in name for name in helpers)
        assert any("server" in name for name in helpers)
        assert run.left == {}

    def test_it_is_in_no_traceback(
        self, lesson: Callable[..., Snippet], runner: Runner, pythons: list[Interpreter]
    ) -> None:
        code = """
        import sys
        from multiprocessing import Process
        def work():
            raise ValueError("in the child")
        if __name__ == "__main__":
            child = Process(target=work)
            child.start()
            child.join()
            sys.stdout.write(5)
        """
        for run in everywhere(lesson(code), runner, pythons):
            assert "ValueError: in the child" in run.stderr
            assert "TypeError: write() argument must be str, not int" in run.stderr
            assert not re.search("probe|sitecustomize|snippet-", run.stderr), run.stderr

    def test_the_standard_streams_are_as_usual(self, attempt: Try) -> None:
        code = """
        import io, sys
        print(type(sys.stdout), sys.stdout.name, sys.stdout.mode, sys.stdout.encoding)
        print(sys.stdout.fileno(), sys.stdout is sys.__stdout__)
        print(isinstance(sys.stdout.buffer, io.BufferedWriter), sys.stderr.errors)
        print([m for m in sys.path if "probe" in m], sys.stdout.closed)
        """
        assert attempt(code).stdout == (
            "<class '_io.TextIOWrapper'> <stdout> w utf-8\n1 True\n"
            "True backslashreplace\n[] False\n"
        )

    def test_no_signal_is_blocked(
        self, lesson: Callable[..., Snippet], python: Interpreter
    ) -> None:
        look = lesson("import signal; print(signal.pthread_sigmask(signal.SIG_BLOCK, []))")
        for fork in (False, True):
            with Runner(fork=fork) as runner:
                assert runner.run(look, python, NATIVE).stdout == "set()\n"

    def test_it_costs_little(
        self, pythons: list[Interpreter], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """CPU time, the least of several: what a busy machine adds is not ours.

        As a share of a start with no probe: a slow machine is slow at both.
        """
        told = tmp_path / "told"
        told.mkdir()
        plain = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        probed = plain | {
            "PYTHONPATH": str(surroundings.PROBE),
            "SNIPPET_TRACE": str(told),
            "SNIPPET_METHOD": "spawn",
            "SNIPPET_CALLS": f"{tmp_path}/",
        }
        for python in pythons:
            command = [python.path, "-c", "import multiprocessing.context"]
            least, least_probed = math.inf, math.inf
            added = math.inf
            for turn in range(60):
                least = min(least, _cpu_seconds(command, plain))
                least_probed = min(least_probed, _cpu_seconds(command, probed))
                added = least_probed / least - 1
                if turn >= 5 and added < 0.5:
                    break
            with capsys.disabled():
                print(f"\n  the probe adds {added:.0%} to a start of {python}", end="")
            assert added < 0.5


def _cpu_seconds(command: list[str], environment: dict[str, str]) -> float:
    process = subprocess.Popen(command, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_utime + usage.ru_stime


class TestHangs:
    """A hang is a result, and it shows what every process was doing."""

    CODE = """
    import time
    from multiprocessing import Process
    def waits_in_the_grandchild():
        time.sleep(600)
    def waits_in_the_child():
        Process(target=waits_in_the_grandchild, name="grandchild").start()
        time.sleep(600)
    def waits_in_main():
        time.sleep(600)
    if __name__ == "__main__":
        Process(target=waits_in_the_child, name="child").start()
        print("hanging", flush=True)
        waits_in_main()
    """

    @each_method
    def test_the_stacks_of_all_processes_are_told(
        self, lesson: Callable[..., Snippet], attempt: Try, method: str
    ) -> None:
        run = attempt(self.CODE, "hangs-after = 4", method)
        assert (run.verdict, run.end, run.stdout) == ("hang", "hangs", "hanging\n")
        assert "waits_in_main" in run.stacks["main"]
        assert "waits_in_the_child" in run.stacks["child"]
        assert "waits_in_the_grandchild" in run.stacks["grandchild"]
        told = "".join(run.stacks.values())
        assert 'File "name.py", line ' in told
        assert not re.search("probe|sitecustomize|snippet-|0x[0-9a-f]", told), told
        assert contract.faults(run, lesson(self.CODE, "hangs-after = 4")) == []
        assert run.left == {}

    def test_every_interpreter_tells_them(
        self, lesson: Callable[..., Snippet], runner: Runner, pythons: list[Interpreter]
    ) -> None:
        code = "import time\ndef waits():\n    time.sleep(600)\nwaits()"
        for run in everywhere(lesson(code, "hangs-after = 2"), runner, pythons, (NATIVE,)):
            assert "in waits" in run.stacks["main"], run.place
            assert not re.search("probe|sitecustomize", run.stacks["main"]), run.place

    def test_threads_are_in_the_stacks(self, attempt: Try) -> None:
        code = """
        import threading
        lock = threading.Lock()
        def takes_it_twice():
            lock.acquire()
            lock.acquire()
        thread = threading.Thread(target=takes_it_twice)
        thread.start()
        thread.join()
        """
        run = attempt(code, "hangs-after = 1")
        assert run.verdict == "hang"
        assert "takes_it_twice" in run.stacks["main"]
        assert "<module>" in run.stacks["main"]

    def test_what_is_said_as_it_is_ended_is_no_part_of_a_hang(self, attempt: Try) -> None:
        code = """
        import signal
        signal.signal(signal.SIGTERM, lambda *_: print("last words", flush=True))
        print("first words", flush=True)
        while True:
            signal.pause()
        """
        run = attempt(code, "hangs-after = 1")
        assert (run.verdict, run.stdout) == ("hang", "first words\n")

    def test_what_should_hang_but_ends_is_a_fault(
        self, lesson: Callable[..., Snippet], attempt: Try
    ) -> None:
        run = attempt("print('done')", "hangs-after = 1")
        faults = contract.faults(run, lesson("print('done')", "hangs-after = 1"))
        assert faults == ["it should hang, but it ended with exit 0: the lesson is no longer true"]

    def test_at_the_deadline_it_is_ended(
        self, lesson: Callable[..., Snippet], attempt: Try
    ) -> None:
        code = "import time\ndef sleeps():\n    time.sleep(600)\nsleeps()"
        run = attempt(code, "timeout = 1")
        assert run.verdict == "deadline"
        assert "in sleeps" in run.stacks["main"]
        assert "still running" in contract.faults(run, lesson(code, "timeout = 1"))[0]

    def test_what_works_on_gets_more_time_but_not_for_ever(self, attempt: Try) -> None:
        run = attempt("while True: pass", "timeout = 1")
        assert run.verdict == "deadline"
        assert run.seconds > 4  # several deadlines: it was making progress

    @pytest.mark.parametrize(
        ("metadata", "patience"),
        [("timeout = 0.5", "PATIENCE"), ("hangs-after = 0.5", "HANG_PATIENCE")],
    )
    def test_it_gets_as_many_deadlines_as_the_runner_says(
        self, attempt: Try, monkeypatch: pytest.MonkeyPatch, metadata: str, patience: str
    ) -> None:
        monkeypatch.setattr(run_module, patience, 8)
        assert attempt("while True: pass", metadata).seconds >= 8 * 0.5

    def test_what_respawns_for_ever_is_ended(self, attempt: Try) -> None:
        code = """
        from multiprocessing import Pool
        def double(number):
            return 2 * number
        pool = Pool(2)  # no main guard: each worker that is born fails, and is replaced
        print(pool.map(double, [1, 2]))
        """
        run = attempt(code, "timeout = 1", "spawn")
        assert run.verdict == "deadline"
        assert "has finished its bootstrapping phase" in run.stderr

    def test_too_much_memory_is_ended(self, attempt: Try, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(run_module, "MEMORY_LIMIT", 300 << 20)
        code = """
        import time
        from multiprocessing import get_context
        def hoard():
            kept = b"x" * (200 << 20)
            time.sleep(600)
        if __name__ == "__main__":
            for _ in range(2):
                get_context("fork").Process(target=hoard).start()
        """
        run = attempt(code)
        assert run.verdict == "memory"
        assert run.peak > 300 << 20


def _may_have_own_shared_memory() -> bool:
    ask = "from runner import supervise\nraise SystemExit(not supervise.have_own_shared_memory())"
    asked = subprocess.run([sys.executable, "-c", ask], cwd=HOME, capture_output=True, check=False)
    return asked.returncode == 0


@pytest.fixture
def not_allowed_to_mount(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Runner]:
    """A runner as a user has it without the right to mount."""
    supervise = server_module.SUPERVISE
    changed = tmp_path / "supervise_without.py"
    changed.write_text(
        f"import sys\n"
        f"sys.path.append({str(supervise.parent)!r})\n"
        f"import supervise\n"
        f"supervise.have_own_shared_memory = lambda: False\n"
        f"supervise.serve()\n"
    )
    monkeypatch.setattr(server_module, "SUPERVISE", changed)
    with Runner() as runner:
        yield runner


class TestLeftovers:
    """What outlives its program is found, named by kind, and ended or removed."""

    @pytest.mark.parametrize(
        ("kind", "name", "code"),
        [
            ("file", "notes.txt", "open('notes.txt', 'w').close()"),
            ("file", "sub/notes.txt", "import os; os.mkdir('sub'); open('sub/notes.txt', 'w')"),
            ("file", "tmp", "import tempfile; tempfile.mkstemp()"),
            ("socket", "s", "import socket; s = socket.socket(socket.AF_UNIX); s.bind('s')"),
            (
                "thread",
                "busy",
                "import threading, time\n"
                "threading.Thread(target=time.sleep, args=[600], name='busy', daemon=True).start()",
            ),
            (
                "shared-memory",
                "left_by_a_test",
                "from multiprocessing import resource_tracker, shared_memory\n"
                "s = shared_memory.SharedMemory('left_by_a_test', create=True, size=10)\n"
                "resource_tracker.unregister(s._name, 'shared_memory')",
            ),
            pytest.param(
                "semaphore",
                "sem.left_by_a_test",
                "import _multiprocessing\n"
                "_multiprocessing.SemLock(0, 1, 1, '/left_by_a_test', False)",
                marks=pytest.mark.skipif(
                    not _may_have_own_shared_memory(),
                    reason="whoever may not mount cannot see what other libraries leave there",
                ),
            ),
            (
                "process",
                "a zombie",
                "import os, time\n"
                "r, w = os.pipe()\n"
                "if os.fork() == 0: os._exit(0)\n"
                "os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)",
            ),
            ("process", "sleep 600", "import subprocess; subprocess.Popen(['sleep', '600'])"),
        ],
    )
    def test_each_kind_is_named(
        self, attempt: Try, lesson: Callable[..., Snippet], kind: str, name: str, code: str
    ) -> None:
        run = attempt(code)
        assert run.verdict == "ended"
        assert list(run.left) == [kind], run.stderr
        [found] = run.left[kind]
        assert name in found
        assert any(f"1 × {kind}" in fault for fault in contract.faults(run, lesson(code)))
        assert contract.faults(run, lesson(code, f'leaves = ["{kind}"]')) == []
        assert not Path("/dev/shm/left_by_a_test").exists()
        assert not Path("/dev/shm/sem.left_by_a_test").exists()

    def test_who_may_not_mount_is_told_what_cannot_be_seen(
        self, lesson: Callable[..., Snippet], python: Interpreter, not_allowed_to_mount: Runner
    ) -> None:
        others = Path("/dev/shm") / f"left_by_{os.getpid()}"
        code = f"""
        from multiprocessing import resource_tracker, shared_memory
        s = shared_memory.SharedMemory("{others.name}_too", create=True, size=10)
        resource_tracker.unregister(s._name, "shared_memory")
        open("{others}", "w").close()
        """
        try:
            run = not_allowed_to_mount.run(lesson(code), python, NATIVE)
            assert others.exists()  # whose it is cannot be told
        finally:
            others.unlink(missing_ok=True)
        assert run.left == {"shared-memory": (f"{others.name}_too",)}
        assert run.blind == (SHARED_BY_OTHERS,)
        declared = lesson(code, 'leaves = ["shared-memory", "semaphore"]')
        assert contract.faults(run, declared) == []

    def test_an_orphan_that_ended_is_nobody_s_zombie(self, attempt: Try) -> None:
        run = attempt(
            """
            import os
            r, w = os.pipe()
            middle = os.fork()
            if middle == 0:
                if os.fork() == 0:
                    os.close(r)
                    os.read(os.open("/proc/self/stat", os.O_RDONLY), 1)
                os._exit(0)
            os.close(w)
            os.read(r, 1)  # until both have ended
            os.waitpid(middle, 0)
            """
        )
        assert (run.status, run.left) == (0, {})

    def test_shared_memory_that_its_tracker_had_to_remove_is_told(self, attempt: Try) -> None:
        run = attempt(
            "from multiprocessing import shared_memory\n"
            "shared_memory.SharedMemory('left_by_a_test', create=True, size=10)"
        )
        assert "leaked shared_memory" in run.stderr
        assert not Path("/dev/shm/left_by_a_test").exists()

    def test_who_hides_is_found_and_ended(self, attempt: Try) -> None:
        code = """
        import os, signal, time
        done, told = os.pipe()
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                    signal.signal(number, signal.SIG_IGN)
                os.closerange(0, 3)
                os.chdir("/")
                os.write(told, b"pid=%d" % os.getpid())
                while True:
                    time.sleep(600)
            os._exit(0)
        os.wait()
        print(os.read(done, 100).decode())
        """
        run = attempt(code)
        assert run.end == "exit 0"
        assert len(run.left["process"]) == 1
        assert "name.py" in run.left["process"][0]
        pid = pid_in(run.stdout)
        assert not psutil.pid_exists(pid) or "name.py" not in psutil.Process(pid).cmdline()

    def test_who_is_born_while_the_tree_is_ended_is_ended_too(self, attempt: Try) -> None:
        code = """
        import os, signal, time
        signal.signal(signal.SIGTERM, lambda *_: [os.fork() for _ in range(3)])
        while True:
            time.sleep(600)
        """
        assert attempt(code, "timeout = 1").verdict == "deadline"

    def test_no_pool_or_queue_or_lock_is_mistaken_for_a_leftover(
        self, lesson: Callable[..., Snippet], runner: Runner, pythons: list[Interpreter]
    ) -> None:
        code = """
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import Lock, Manager, Pool, Queue, shared_memory
        if __name__ == "__main__":
            with Pool(2) as pool:
                print(pool.map(abs, [-1, 2]))
                pool.close()
                pool.join()
            with ProcessPoolExecutor(2) as executor, Manager() as manager:
                print(list(executor.map(abs, [-3])), manager.list([4]))
            queue, lock = Queue(), Lock()
            queue.put(5)
            print(queue.get())
            queue.close()
            queue.join_thread()
            memory = shared_memory.SharedMemory(create=True, size=10)
            memory.close()
            memory.unlink()
        """
        for run in everywhere(lesson(code), runner, pythons):
            assert contract.faults(run, lesson(code)) == [], run.place
            assert run.stdout == "[1, 2]\n[3] [4]\n5\n"
            assert run.stderr == "", run.place


class TestRunners:
    """Several at a time, and whatever becomes of them."""

    def test_one_runs_many_at_a_time(
        self, scratch: Scratch, runner: Runner, python: Interpreter
    ) -> None:
        lessons = [scratch.snippet(f"topic/name{n}", f"print({n})") for n in range(8)]
        told: dict[str, str] = {}

        def run(lesson: Snippet) -> None:
            told[lesson.name] = runner.run(lesson, python, NATIVE).stdout

        _at_once([functools.partial(run, lesson) for lesson in lessons])
        assert told == {f"topic/name{n}": f"{n}\n" for n in range(8)}

    def test_two_do_not_meet(self, lesson: Callable[..., Snippet], python: Interpreter) -> None:
        bases, told = set(), []

        def run() -> None:
            with Runner() as runner:
                bases.add(runner._base)
                told.append(runner.run(lesson("print(1)"), python, NATIVE).stdout)

        _at_once([run, run])
        assert told == ["1\n", "1\n"]
        assert len(bases) == 2
        assert not any(Path(base).exists() for base in bases)

    def test_whatever_ends_the_client_ends_all(
        self, scratch: Scratch, python: Interpreter, tmp_path: Path
    ) -> None:
        code = """
        import signal, time
        from multiprocessing import get_context
        def stay():
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            time.sleep(600)
        if __name__ == "__main__":
            get_context("spawn").Process(target=stay).start()
            stay()
        """
        scratch.write("topic/name", code, "timeout = 600")
        client = (
            "import sys\n"
            "from pathlib import Path\n"
            "from runner.interpreters import Interpreter\n"
            "from runner.run import Runner\n"
            "from runner.snippet import get_snippet\n"
            f"snippet = get_snippet('topic/name', Path({str(scratch.project.snippets)!r}))\n"
            "with Runner() as runner:\n"
            "    print(runner._base, flush=True)\n"
            f"    runner.run(snippet, {python!r}, 'native')\n"
        )
        for number in (signal.SIGKILL, signal.SIGTERM):
            process = subprocess.Popen(
                [sys.executable, "-c", client], cwd=HOME, stdout=subprocess.PIPE, text=True
            )
            assert process.stdout is not None
            with process.stdout:
                base = process.stdout.readline().strip()
                assert is_soon(lambda base: len(processes_below(base)) >= 2, base)
                process.send_signal(number)
                assert process.wait(PATIENCE) == -number
            assert is_soon(is_gone, base), processes_below(base)

    def test_a_supervisor_that_is_gone_is_an_error_not_a_hang(
        self, lesson: Callable[..., Snippet], python: Interpreter
    ) -> None:
        code = "import time; time.sleep(600)"
        with Runner() as runner:
            base = runner._base
            assert runner._server is not None
            server = runner._server.process
            timer = threading.Timer(1, lambda: os.kill(server.pid, signal.SIGKILL))
            timer.start()
            for _ in range(2):
                with pytest.raises(Problem, match="the supervising process has gone"):
                    runner.run(lesson(code, "timeout = 600"), python, NATIVE)
        assert is_soon(is_gone, base), processes_below(base)

    @pytest.mark.parametrize("forked", [False, True])
    def test_a_job_that_is_cancelled_as_it_begins_is_ended(
        self, python: Interpreter, tmp_path: Path, forked: bool
    ) -> None:
        (tmp_path / "name.py").write_text("import time; time.sleep(600)")
        (tmp_path / "told").mkdir()
        job = {
            "id": 1,
            "argv": [python.path, "name.py"],
            "cwd": str(tmp_path),
            "env": {"SNIPPET_TRACE": str(tmp_path / "told")},
            "terminal": True,
            "timeout": 600,
            "hangs_after": None,
            "patience": run_module.PATIENCE,
            "look": run_module.LOOK,
            "busy": run_module.BUSY,
            "grace": run_module.GRACE,
            "output_limit": OUTPUT_LIMIT,
            "memory_limit": run_module.MEMORY_LIMIT,
            "trace": str(tmp_path / "told"),
            "result": str(tmp_path / "result.json"),
        }
        server = start_template(python) if forked else start_server()
        # Its end follows on the job: the job's supervisor has hardly begun.
        server._jobs.write(json.dumps(job).encode() + b"\n")
        server._jobs.close()
        try:
            server.process.wait(PATIENCE)
        finally:
            server.process.kill()
            server.close()
        assert is_soon(lambda: processes_below(str(tmp_path)) == [])


def _at_once(works: list[Callable[[], None]]) -> None:
    with ThreadPoolExecutor(len(works)) as pool:
        for future in [pool.submit(work) for work in works]:
            future.result()


def test_without_a_shm_of_its_own_what_is_left_there_is_found_by_name(tmp_path: Path) -> None:
    """Where the machine does not let us have one, the probe's names have to do."""
    from runner.trace import Event

    file = Path("/dev/shm") / f"left_by_{os.getpid()}"
    file.write_bytes(b"")
    event = Event("made", 1, 1, 1, ("shared-memory", f"/{file.name}"))
    gone = Event("made", 1, 1, 1, ("semaphore", "/never_made"))
    assert surroundings._shared({"shared": None}, [event, gone]) == [file.name]
    assert not file.exists()


@pytest.mark.parametrize(
    ("platform", "shared", "blind"),
    [
        ("linux", [], ()),
        ("linux", None, (SHARED_BY_OTHERS,)),
        ("darwin", None, ("shared memory and semaphores",)),
        ("win32", None, ()),
    ],
)
def test_what_cannot_be_seen_depends_on_the_platform(
    platform: str, shared: list[str] | None, blind: tuple[str, ...]
) -> None:
    assert blind_to({"blind": ["a"], "shared": shared}, platform) == ("a", *blind)


def _work_of(runner: Runner, lesson: Snippet, python: Interpreter) -> str:
    """Give what ``work`` was called with, in brief."""
    [given] = [
        span.detail for span in runner.run(lesson, python, NATIVE).spans if span.name == "work"
    ]
    return given


GIVES_A_PATH = """
import tempfile


def work(path, interpreter):
    pass


if __name__ == "__main__":
    work(tempfile.gettempdir() + "/a-name-that-is-longer-than-is-told", 1)
"""


def test_a_temporary_folder_with_a_long_name_is_told_by_nobody(
    lesson: Callable[..., Snippet],
    python: Interpreter,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "secret-customer-name-and-more"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    with Runner() as runner:
        given = _work_of(runner, lesson(GIVES_A_PATH), python)
    assert given == "'/tmp/…', 1"


def test_calls_are_told_where_a_link_leads_to_the_temporary_folder(
    lesson: Callable[..., Snippet],
    python: Interpreter,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "link").symlink_to("private")
    monkeypatch.setenv("TMPDIR", str(tmp_path / "link"))
    with Runner() as runner:
        assert _work_of(runner, lesson(GIVES_A_PATH), python)


def test_a_path_is_replaced_where_its_last_name_ends(python: Interpreter) -> None:
    python = replace(
        python,
        path="/opt/py/bin/python3.15",
        stdlib="/opt/py/lib/python3.15",
        prefixes=("/opt/py",),
    )
    clean = Cleaner(Path("/base/1/w"), Path("/base/1/t"), python)
    for text in ("/opt/pypy/bin", "/opt/py-2", "/opt/py.d/x", "/base/1/tea"):
        assert clean(text) == text
    assert clean("in /opt/py. Or '/opt/py', /opt/py/x:/opt/py") == "in /usr. Or '/usr', /usr/x:/usr"
    assert clean("/base/1/w/name.py /base/1/t/x") == "name.py /tmp/x"


@supervised
@pytest.mark.parametrize("name", ["", "a-name-that-is-longer-than-is-told"])
def test_what_a_call_was_given_tells_no_folder_of_this_machine(attempt: Try, name: str) -> None:
    code = f"""
        import tempfile


        def work(path):
            pass


        if __name__ == "__main__":
            work(tempfile.gettempdir() + "/{name}")
        """
    [given] = [span.detail for span in attempt(code).spans if span.name == "work"]
    assert "/tmp/" in given
    assert "snippet-" not in given


MAKES_A_FOLDER = """
import tempfile


def work(folder):
    pass


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        work(folder)
"""


def test_a_name_of_chance_is_told_by_nobody(
    lesson: Callable[..., Snippet], python: Interpreter
) -> None:
    with Runner() as runner:
        assert _work_of(runner, lesson(MAKES_A_FOLDER), python) == "'/tmp/…'"
