"""What surrounds a run: what it is given, and what it leaves.

A reader's environment instead of the builder's, a reader's paths instead of
this machine's, and a look at what outlived the program.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from runner import trace
from runner.interpreters import Interpreter
from runner.metadata import Settings

PROBE = Path(__file__).parent / "probe"
NATIVE = "native"  # as a start method: whatever the interpreter itself would choose
# Left in a /dev/shm that others use, too, where only what multiprocessing made has a known owner.
SHARED_BY_OTHERS = "shared memory and semaphores of other libraries"


def environment_of(
    settings: Settings, method: str, work: Path, scratch: Path, told: Path
) -> dict[str, str]:
    """Build a reader's environment; of the builder's only what must be kept."""
    kept = ("PATH", "SYSTEMROOT", "COMSPEC", "PATHEXT", "WINDIR", "LD_LIBRARY_PATH")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {
        "HOME": str(work),
        "USERPROFILE": str(work),
        "TMPDIR": str(scratch),
        "TEMP": str(scratch),
        "TMP": str(scratch),
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        "COLUMNS": "80",
        "LINES": "24",
        "NO_COLOR": "1",
        "PYTHON_COLORS": "0",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(PROBE),
        "SNIPPET_TRACE": str(told),
        "SNIPPET_METHOD": "" if method == NATIVE else method,
        # What measures is not to be slowed down by a look at each call.
        "SNIPPET_CALLS": "" if settings.alone else f"{work.as_posix()}/",
    }
    if os.name == "posix":
        del environment["PYTHONIOENCODING"]
    return environment | dict(settings.env)


BRIEF = 24  # letters that are shown of what a call was given
# Where a write itself fails, the probe's frame is in the traceback.
_PROBE_FRAME = re.compile(
    rf'^[ |]*File "{re.escape(str(PROBE))}[^"]*", line \d+.*\n(?:[ |]{{4,}}(?!File ).*\n)*',
    re.MULTILINE,
)
# What the program itself made in its temporary folder, by a name of chance.
_TEMPORARY = re.compile(r"/tmp/[^'\"]*")


class Cleaner:
    """Replaces this machine's paths by what a reader's machine might have."""

    def __init__(self, work: Path, scratch: Path, interpreter: Interpreter) -> None:
        version = ".".join(interpreter.version.split(".")[:2])
        suffix = "t" if interpreter.free_threaded else ""
        # The first have no links in them: they are below a folder of the runner's.
        paths = {f"{work}{os.sep}": "", str(work): ".", str(scratch): "/tmp"}
        library = f"/usr/lib/python{version}{suffix}"
        executable = f"/usr/bin/python{version}{suffix}"
        for path in {interpreter.path, os.path.realpath(interpreter.path)}:
            paths[path] = executable
        for path in {interpreter.stdlib, os.path.realpath(interpreter.stdlib)}:
            paths[path] = library
        for path in interpreter.prefixes:
            if len(Path(path).parts) > 2:  # not /usr itself
                paths[path] = "/usr"
        self.paths = paths
        longest_first = sorted(filter(None, paths), key=len, reverse=True)
        self.pattern = re.compile("|".join(map(_whole, longest_first)))

    def __call__(self, text: str) -> str:
        """Give a text as it would stand on a reader's machine."""
        if os.linesep == "\r\n":  # elsewhere the program itself wrote the two
            text = text.replace("\r\n", "\n")
        text = _PROBE_FRAME.sub("", text)
        return self.pattern.sub(lambda match: self.paths[match[0]], text)

    def brief(self, words: Iterable[str]) -> str:
        """Give the arguments of a call so, each cut only when no path of ours is in it any more."""
        clean = (_TEMPORARY.sub("/tmp/…", self(word)) for word in words)
        return ", ".join(w if len(w) <= BRIEF else w[: BRIEF - 1] + "…" for w in clean)


def _whole(path: str) -> str:
    """Give a pattern for a path that ends where a name ends: not /opt/py in /opt/pypy."""
    return re.escape(path) + ("" if path.endswith(os.sep) else r"(?![\w-]|\.\w)")


def leftovers_of(
    result: dict[str, Any],
    events: list[trace.Event],
    work: Path,
    scratch: Path,
    given: Iterable[str],
) -> dict[str, tuple[str, ...]]:
    """List what outlived the run, and remove what would outlive us."""
    shared = _shared(result, events)
    if result["verdict"] != "ended":
        return {}  # whoever is killed cannot tidy up
    left: dict[str, list[str]] = {}
    for each in result["left"]:
        left.setdefault("process", []).append(each["command"])
    if result["zombies"]:
        left.setdefault("process", []).extend("a zombie" for _ in result["zombies"])
    for event in events:
        if event.kind == "end" and event.pid == result["main"]:
            left["thread"] = list(event.details[0])
    for name in shared:
        kind = "semaphore" if name.startswith("sem.") else "shared-memory"
        left.setdefault(kind, []).append(name)
    for folder, known in ((work, set(given)), (scratch, set())):
        for file in sorted(folder.rglob("*")):
            inside = file.relative_to(folder)
            if inside.parts[0] in known or "__pycache__" in inside.parts or file.is_dir():
                continue
            kind = "socket" if stat.S_ISSOCK(file.lstat().st_mode) else "file"
            left.setdefault(kind, []).append(inside.as_posix())
    return {kind: tuple(names) for kind, names in left.items() if names}


def blind_to(result: Mapping[str, Any], platform: str = sys.platform) -> tuple[str, ...]:
    """Name what could not be seen of a run on this platform, or with this user's rights."""
    unseen: tuple[str, ...] = ("shared memory and semaphores",)  # macOS: no folder lists them
    if result["shared"] is not None or platform == "win32":  # there, they end with their users
        unseen = ()
    elif platform == "linux":
        unseen = (SHARED_BY_OTHERS,)
    return *result["blind"], *unseen


def _shared(result: dict[str, Any], events: list[trace.Event]) -> list[str]:
    """Name the shared memory and semaphores that are left, and remove them."""
    left: list[str] = result["shared"] or []
    if result["shared"] is not None:
        return left  # in a /dev/shm of the run's own, which has gone
    for kind, name in sorted({event.details for event in events if event.kind == "made"}):
        file = Path("/dev/shm", ("sem." if kind == "semaphore" else "") + name.lstrip("/"))
        if file.exists():
            left.append(file.name)
            file.unlink(missing_ok=True)
    return left
