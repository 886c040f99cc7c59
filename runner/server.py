"""The processes that supervise runs for us, and how to talk to them."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import Future
from pathlib import Path
from typing import IO, TypedDict

from runner.forking import ENVIRONMENT
from runner.interpreters import Interpreter
from runner.metadata import Settings
from runner.problem import Problem
from runner.surroundings import NATIVE, environment_of

SUPERVISE = Path(__file__).with_name("supervise.py")
# Stands where the path of a program's file is to be; none may be longer.
PLACEHOLDER = "snippet-template-".ljust(1000, "x") + ".py"


class Job(TypedDict):
    """What is asked of ``runner/supervise.py``, or of ``runner/portable.py``, for one run.

    Attributes:
        id: Its number, which the answer names.
        argv: The command; the interpreter's path comes first.
        cwd: The folder that it runs in.
        env: All of its environment.
        terminal: Whether its output goes into a terminal, not into a pipe.
        timeout: Its deadline in seconds, and
        hangs_after: the seconds after which it should hang, if it should: then these count.
        patience: How many of those a tree of processes gets that still makes progress.
        look: Seconds between two looks at the tree.
        busy: The share of one core below which the tree makes no progress.
        grace: Seconds that helpers such as the fork server have to end.
        output_limit: Bytes that are kept of each stream; a hundred times that end the run.
        memory_limit: Bytes that all processes together may take.
        trace: The folder in which its processes tell of themselves.
        result: The file for what came of it.
    """

    id: int
    argv: list[str]
    cwd: str
    env: dict[str, str]
    terminal: bool
    timeout: float
    hangs_after: float | None
    patience: int
    look: float
    busy: float
    grace: float
    output_limit: int
    memory_limit: int
    trace: str
    result: str


class Lost(Problem):
    """Who supervised a program is gone: the program, or want of memory, ended it."""


class Server:
    """A process that answers jobs, as ``runner/supervise.py`` says. Thread-safe.

    Attributes:
        base: The folder that it made for the files of its runs, and removes.
        gone: Whether it has ended.
    """

    def __init__(
        self, process: subprocess.Popen[bytes], jobs: IO[bytes], answers: IO[bytes]
    ) -> None:
        self.process = process
        self.gone = False
        self._lock = threading.Lock()
        self._waiting: dict[int, Future[int]] = {}
        self._jobs, self._answers = jobs, answers
        hello = self._answers.readline()
        if not hello:
            with self._jobs, self._answers:
                status = process.wait()
            raise Problem(
                f"the supervising process ended at once (status {status})",
                "Its own message stands above; is there room for temporary files?",
            )
        self.base = str(json.loads(hello)["base"])
        self._reader = threading.Thread(target=self._read_answers)  # ends with the process
        self._reader.start()

    def close(self) -> None:
        """End it, and all that it runs."""
        with contextlib.suppress(OSError):
            self._jobs.close()
        self.process.wait()
        self._reader.join()
        self._answers.close()
        shutil.rmtree(self.base, ignore_errors=True)  # one that was killed could not

    def _read_answers(self) -> None:
        for line in self._answers:
            answer = json.loads(line)
            with self._lock:
                future = self._waiting.pop(answer["id"])
            future.set_result(answer["status"])
        with self._lock:
            lost, self._waiting = self._waiting, {}
            self.gone = True
        for future in lost.values():
            future.set_exception(_gone())

    def ask(self, job: Job) -> int:
        """Have a job done; give its supervisor's exit status.

        Raises:
            Lost: If the process has gone.
        """
        future: Future[int] = Future()
        with self._lock:
            if self.gone:
                raise _gone()
            self._waiting[job["id"]] = future
            try:
                self._jobs.write(json.dumps(job).encode() + b"\n")
                self._jobs.flush()
            except BrokenPipeError:
                raise _gone() from None
        return future.result()


def _gone() -> Lost:
    return Lost(
        "the supervising process has gone",
        "Was it killed, for want of memory perhaps? What had finished is kept: start again.",
    )


def start_server() -> Server:
    """Start a server that starts a new interpreter for each program."""
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", str(SUPERVISE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C in a terminal is for us; we tell the server
    )
    assert process.stdin is not None
    assert process.stdout is not None
    return Server(process, process.stdin, process.stdout)


def start_template(interpreter: Interpreter) -> Server:
    """Start a server that forks programs from itself: ``runner/probe/template.py``.

    Raises:
        Problem: If the interpreter does not become one.
    """
    jobs, jobs_far = os.pipe()
    answers_far, answers = os.pipe()
    errors = os.dup(2)
    near, far = os.openpty()  # its streams are those of its programs: made for a terminal
    nowhere = Path("/")
    environment = environment_of(Settings(), NATIVE, nowhere, nowhere, nowhere) | {
        "TMPDIR": tempfile.gettempdir(),
        "SNIPPET_TEMPLATE": f"{jobs}:{answers}:{errors}:{SUPERVISE}",
    }
    try:
        process = subprocess.Popen(
            [interpreter.path, PLACEHOLDER],
            stdin=subprocess.DEVNULL,
            stdout=far,
            stderr=far,
            pass_fds=(jobs, answers, errors),
            cwd=nowhere,
            env=environment,
            start_new_session=True,
        )
    except OSError as error:
        for descriptor in (jobs_far, answers_far, near):
            os.close(descriptor)
        raise Problem(
            f"{interpreter.path} could not be started: {error}",
            "Remove it from PATH or SNIPPET_PYTHONS, or mend it.",
        ) from None
    finally:
        for descriptor in (jobs, answers, errors, far):
            os.close(descriptor)
    try:
        return Server(process, os.fdopen(jobs_far, "wb"), os.fdopen(answers_far, "rb"))
    except Problem:
        try:
            said = os.read(near, 1 << 16).decode("utf-8", "replace")
        except OSError:  # EIO: there is nothing to read, and nobody left to write
            said = "it ended without a word"
        raise Problem(
            f"no program can be forked from {interpreter.path}: {' '.join(said.split())}",
            f"Run without {ENVIRONMENT}.",
        ) from None
    finally:
        os.close(near)
