"""Run one snippet as its reader would, and tell everything about the run.

``python name.py``, with a real ``__main__``, in an empty folder, in a session
of its own. What a run told is a :class:`Run`; nothing here compares or shows.
"""

from __future__ import annotations

import base64
import datetime
import json
import os
import re
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from runner import forking, trace
from runner.forking import CAN_SUPERVISE
from runner.interpreters import Interpreter
from runner.problem import Problem
from runner.server import Job, Lost, Server, start_server, start_template
from runner.snippet import Snippet
from runner.surroundings import Cleaner, blind_to, environment_of, leftovers_of
from runner.trace import Piece, Process, Span

OUTPUT_LIMIT = 1 << 20  # bytes kept of each stream
MEMORY_LIMIT = 4 << 30  # bytes, all processes of a run together
LOOK = 0.1  # seconds between two looks at its processes
BUSY = 0.05  # share of one core below which they make no progress
PATIENCE = 6  # who still makes progress gets this many deadlines
HANG_PATIENCE = 3  # likewise, of the time after which it should hang
GRACE = 5.0  # seconds that helpers such as the fork server have to end
ROOM = 16 << 20  # bytes that must be free for temporary files, and
FILES = 100  # how many files: with less, what a run told may not be all
# The signal by which runner/supervise.py asks a hang's processes for their stacks.
_ASKED = getattr(signal, "SIGRTMIN", 34) + 5
_ENDED_BY_SIGTERM = re.compile(r"PoolWorker|Manager-\d+$")


@dataclass(frozen=True)
class Run:
    """Everything that one run of one snippet told.

    Attributes:
        snippet: The snippet's name.
        python: Full version, with ``t`` for a free-threaded build.
        method: The default start method it was run under, or ``native``.
        platform: ``Linux``, ``Darwin`` or ``Windows``.
        command: What a reader would type.
        verdict: ``ended`` by itself, or why it was ended: ``hang``,
            ``deadline``, ``memory``, ``output``; or ``not started``.
        status: Exit status; negative for a signal's number.
        stdout: Standard output, decoded, machine paths replaced.
        stderr: Standard error, likewise.
        pieces: Both streams as single writes, in order of time.
        processes: Each process of the run.
        spans: What they called and waited for, unless the snippet measures.
        left: What it left behind, by kind (see ``snippet.LEFTOVERS``).
        stacks: Stacks of its processes at a hang, by process name.
        written: Bytes it wrote to each stream; more than is kept if cut.
        seconds: From its start to the end of its main process.
        cpu: CPU seconds of all its processes.
        peak: Largest memory of all its processes together, bytes.
        cpus: CPUs it could use.
        date: Day it ran, ISO 8601.
        notes: What was different from a usual run.
        blind: What could not be seen on this machine.
    """

    snippet: str
    python: str
    method: str
    platform: str
    command: str
    verdict: str
    status: int | None
    stdout: str
    stderr: str
    pieces: tuple[Piece, ...]
    processes: tuple[Process, ...]
    spans: tuple[Span, ...]
    left: Mapping[str, tuple[str, ...]]
    stacks: Mapping[str, str]
    written: tuple[int, int]
    seconds: float
    cpu: float
    peak: int
    cpus: int
    date: str
    notes: tuple[str, ...]
    blind: tuple[str, ...]

    @property
    def place(self) -> str:
        """Where it ran, as records and pages name it."""
        return f"{self.platform} {self.python} {self.method}"

    @property
    def cut(self) -> bool:
        """Whether it wrote more than is kept."""
        return max(self.written) > OUTPUT_LIMIT

    @property
    def pids(self) -> frozenset[int]:
        """The pids of all its processes."""
        return frozenset(p.pid for p in self.processes)

    @property
    def end(self) -> str:
        """How the main process ended, in a few words."""
        if self.verdict == "hang":
            return "hangs"
        if self.verdict != "ended":
            return f"ended by the runner: {self.verdict}"
        return end_in_words(self.status)

    @property
    def child_exits(self) -> tuple[int, ...]:
        """Exit codes of children that failed, smallest first."""
        failed = sorted(
            p.code
            for p in self.processes
            if p.code and p.name != "main" and not p.helper and self.failed(p)
        )
        # How many failed until a hang was ended is up to the runner, not to the program.
        return tuple(failed if self.verdict == "ended" else sorted(set(failed)))

    def failed(self, process: Process) -> bool:
        """Tell whether one of its processes, which is not the main one, is known to have failed.

        Being ended by SIGTERM is how a pool ends its workers, and how a manager ends its server
        if that takes more than a second, as on a busy machine: no failure, and no difference.
        Who is about to end when a hang's processes are asked for their stacks no longer listens,
        and is ended by that.
        """
        if process.code == -15:
            return not (process.helper or _ENDED_BY_SIGTERM.search(process.name))
        if process.code == -_ASKED and self.verdict != "ended":
            return False
        return process.code not in (None, 0)

    def to_json(self) -> str:
        """Give the run as text that :meth:`from_json` reads."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Run:
        """Read what :meth:`to_json` wrote.

        Raises:
            ValueError: If it is damaged or from another version of the runner.
        """
        data = json.loads(text)
        if not isinstance(data, dict) or data.keys() != {f.name for f in fields(cls)}:
            raise ValueError("not a run")
        try:
            data["pieces"] = tuple(Piece(**piece) for piece in data["pieces"])
            data["processes"] = tuple(Process(**process) for process in data["processes"])
            data["spans"] = tuple(Span(**span) for span in data["spans"])
        except TypeError as error:
            raise ValueError("not a run") from error
        data["left"] = {kind: tuple(names) for kind, names in data["left"].items()}
        for name in ("written", "notes", "blind"):
            data[name] = tuple(data[name])
        return cls(**data)


def end_in_words(status: int | None) -> str:
    """Put an exit status into words, such as ``exit 0`` or ``signal SIGKILL``."""
    if status is not None and status < 0:
        return f"signal {_signal_name(-status)}"
    return f"exit {status}"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)


class Runner:
    """Runs snippets; a context manager, since it holds processes and a folder.

    Thread-safe. Everything that it started ends with it.

    Args:
        fork: Whether programs are forked from a template where that can be;
            default: as ``SNIPPET_FORK_SERVER`` says.
    """

    def __init__(self, fork: bool | None = None) -> None:
        self._lock = threading.Lock()
        self._server: Server | None = None
        self._templates: dict[str, Server] = {}
        self._starting = threading.Lock()
        self._forking = forking.wanted() if fork is None else fork
        self._count = 0
        self._base = ""

    def __enter__(self) -> Runner:
        if CAN_SUPERVISE:
            self._server = start_server()
            self._base = self._server.base
        else:
            self._base = os.path.realpath(tempfile.mkdtemp(prefix="snippet-"))
        return self

    def __exit__(self, *exception: object) -> None:
        for server in (*self._templates.values(), self._server):
            if server is not None:
                server.close()
        if self._server is None:
            shutil.rmtree(self._base, ignore_errors=True)

    def _server_of(self, snippet: Snippet, interpreter: Interpreter) -> Server | None:
        """Give who supervises a program; None where nothing like it can be."""
        if not self._forking or self._server is None or not forking.fits(snippet, interpreter):
            return self._server
        with self._starting:
            template = self._templates.get(interpreter.path)
            if template is None or template.gone:
                if template is not None:
                    template.close()
                template = self._templates[interpreter.path] = start_template(interpreter)
            return template

    def run(self, snippet: Snippet, interpreter: Interpreter, method: str) -> Run:
        """Run a snippet once.

        Args:
            snippet: What to run.
            interpreter: With what.
            method: The default start method to set from outside, or
                ``native`` to leave the choice to the interpreter.

        Returns:
            What the run told. That a program fails or hangs is a result too.

        Raises:
            Problem: If it could not be started at all.
        """
        with self._lock:
            self._count += 1
            number = self._count
        server = self._server_of(snippet, interpreter)
        folder = Path(server.base if server else self._base, str(number))
        try:
            return self._run_in(folder, number, snippet, interpreter, method, server)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _run_in(
        self,
        folder: Path,
        number: int,
        snippet: Snippet,
        interpreter: Interpreter,
        method: str,
        server: Server | None,
    ) -> Run:
        work, scratch, told = folder / "w", folder / "t", folder / "e"
        for each in (work, scratch, told):
            each.mkdir(parents=True)
        program = work / snippet.path.name
        # What the reader copies, line for line: without the metadata block.
        program.write_text(snippet.code, "utf-8")
        for helper in snippet.helpers:
            shutil.copy(helper, work / helper.name)
        given = {p.name for p in work.iterdir()}
        settings = snippet.settings
        expected = settings.expected(method, interpreter.version)
        options = list(settings.options)
        job: Job = {
            "id": number,
            "argv": [interpreter.path, *options, program.name],
            "cwd": str(work),
            "env": environment_of(settings, method, work, scratch, told),
            "terminal": settings.terminal,
            "timeout": settings.timeout,
            "hangs_after": expected.hangs_after,
            "patience": HANG_PATIENCE if expected.hangs_after else PATIENCE,
            "look": LOOK,
            "busy": BUSY,
            "grace": GRACE,
            "output_limit": OUTPUT_LIMIT,
            "memory_limit": MEMORY_LIMIT,
            "trace": str(told),
            "result": str(folder / "result.json"),
        }
        result = self._supervise(job, folder, server)
        if result["verdict"] == "not started":
            raise Problem(
                f"{interpreter.path} could not be started: {'; '.join(result['notes'])}",
                "Remove it from PATH or SNIPPET_PYTHONS, or mend it.",
                f"snippets/{snippet.name}.py",
            )
        clean = Cleaner(work, scratch, interpreter)
        events = trace.read_events(told)
        processes = trace.read_processes(events, result["main"], result["begun"])
        names = {p.pid: p.name for p in processes}
        streams = {
            number: base64.b64decode(result[name])
            for number, name in ((1, "stdout"), (2, "stderr"))
        }
        pieces = [
            Piece(piece.time, piece.stream, piece.pid, clean(piece.text))
            for stream, data in streams.items()
            for piece in trace.attribute(data, stream, events, result["pieces"], result["begun"])
        ]
        stacks = trace.read_stacks(told, result["stacks"])
        return Run(
            snippet=snippet.name,
            python=str(interpreter),
            method=method,
            platform=platform_name(),
            command=command_of(snippet),
            verdict=result["verdict"],
            status=result["status"],
            stdout=clean(streams[1].decode("utf-8", "replace")),
            stderr=clean(streams[2].decode("utf-8", "replace")),
            pieces=tuple(sorted(pieces, key=lambda piece: piece.time)),
            processes=processes,
            spans=trace.read_spans(events, result["begun"], clean.brief),
            left=leftovers_of(result, events, work, scratch, given),
            stacks={names.get(pid, f"pid {pid}"): clean(s) for pid, s in stacks.items()},
            written=tuple(result["written"]),
            seconds=(result["ended"] - result["begun"]) / 1e9,
            cpu=result["cpu"],
            peak=result["peak"],
            cpus=usable_cpus(),
            date=datetime.date.today().isoformat(),
            notes=tuple(result["notes"]),
            blind=blind_to(result),
        )

    def _supervise(self, job: Job, folder: Path, server: Server | None) -> dict[str, Any]:
        if server is None:
            from runner import portable  # with psutil, which starts slowly

            return portable.supervise(job)
        status = server.ask(job)
        _insist_on_room(folder)
        try:
            result: dict[str, Any] = json.loads((folder / "result.json").read_text("utf-8"))
        except OSError as error:
            how = end_in_words(status)
            raise Lost(
                f"the supervisor of a run ended with {how} and left no result",
                "Its own message stands above, if it had one; was it killed for want of memory?",
            ) from error
        return result


def _insist_on_room(folder: Path) -> None:
    """Complain of a full disk: what a run told on it may not be all.

    Raises:
        Problem: If there is hardly room beside a run's files.
    """
    there = os.statvfs(folder)
    free = there.f_bavail * there.f_frsize
    if free < ROOM or (there.f_files > 0 and there.f_favail < FILES):
        raise Problem(
            f"there is no room for temporary files in {folder.parent.parent}:"
            f" {free >> 10:,} KiB and {there.f_favail} files are free",
            "Make room there, or have TMPDIR name a folder with more.",
        )


def platform_name() -> str:
    """Name the platform as records do: ``Linux``, ``Darwin`` or ``Windows``."""
    return {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}.get(
        sys.platform, sys.platform
    )


def usable_cpus() -> int:
    """Count the CPUs that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def command_of(snippet: Snippet) -> str:
    """Give what a reader types to run a snippet as the runner does."""
    settings = snippet.settings
    variables = [f"{name}={value}" for name, value in settings.env.items()]
    words = [*variables, "python", *settings.options, snippet.path.name]
    return " ".join(words) + ("" if settings.terminal else " | cat")
