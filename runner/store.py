"""Keep fresh runs of this machine, so that nothing unchanged runs twice.

Keyed by what goes in: a run is found again only while the snippet, its local
imports, the runner, the interpreter's build and the start method are the
same. Safe to delete at any time, and with two builds at once: files are
written whole or not at all. It holds its size: beyond that, what was not used
for longest goes.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from runner.digest import digest
from runner.forking import forks
from runner.interpreters import Interpreter
from runner.run import Run, platform_name
from runner.snippet import Snippet
from runner.whole import write_whole

SIZE = 256 << 20  # bytes that it may hold
SPARED = 24 * 3600.0  # seconds since its last use in which nothing goes
NOTED = 3600.0  # seconds after which another use is noted
_UNREADABLE = (OSError, ValueError, KeyError, TypeError)  # what comes of a file that is damaged


@functools.cache
def runner_digest() -> str:
    """Hash the modules that decide what a run tells."""
    here = Path(__file__).parent
    modules = (
        *("probe/sitecustomize", "probe/imports", "probe/template", "supervise", "portable"),
        *("run", "server", "forking", "surroundings", "trace", "metadata"),
    )
    return digest(*((here / f"{module}.py").read_bytes() for module in modules))


def key_of(snippet: Snippet, interpreter: Interpreter, method: str) -> str:
    """Give the key that the runs of a cell are kept under."""
    parts = (
        snippet.name,
        snippet.digest,
        runner_digest(),
        interpreter.identity,
        platform_name(),
        method,
        "forked" if forks(snippet, interpreter) else "",
    )
    return digest(*parts)


@dataclass(frozen=True)
class Entry:
    """One file of the store.

    Attributes:
        file: It.
        size: Its bytes.
        used: When it was used last, seconds since the epoch.
    """

    file: Path
    size: int
    used: float

    @property
    def key(self) -> str:
        """The key that its runs are kept under."""
        return self.file.stem


class Store:
    """The run store, below ``.cache/runs``.

    Args:
        folder: Its folder; made when the first run is kept. None keeps nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def _file(self, key: str) -> Path | None:
        # Asked for many times: to join three paths takes thrice as long.
        return Path(f"{self.folder}/{key[:2]}/{key}.json") if self.folder else None

    def load(self, key: str) -> list[Run]:
        """Give the runs kept under a key; [] if there are none or they are damaged.

        Who loads them uses them.
        """
        file = self._file(key)
        try:
            if file is not None:
                status = file.stat()
                return list(_read(file, status.st_mtime_ns, status.st_size))
        except _UNREADABLE:
            pass  # not there, or cut off by a full disk: it is run again
        return []

    def look_at(self, entry: Entry) -> list[Run]:
        """Give the runs of an entry, which are not used by that; [] if they are damaged."""
        try:
            with entry.file.open(encoding="utf-8") as file:
                status = os.fstat(file.fileno())
                text = file.read()
                with contextlib.suppress(OSError):
                    if os.utime in os.supports_fd:  # the system may have noted the reading
                        os.utime(file.fileno(), ns=(status.st_atime_ns, status.st_mtime_ns))
            return list(_parse(text))
        except _UNREADABLE:
            return []

    def stamp(self, key: str) -> tuple[int, int] | None:
        """Give what changes when other runs are kept under a key; None if there are none.

        Who asks uses them, whether or not what they told is known without reading them.
        """
        file = self._file(key)
        with contextlib.suppress(OSError):
            if file is not None:
                status = file.stat()
                _note_use(file, status)
                return status.st_mtime_ns, status.st_size
        return None

    def save(self, key: str, runs: Sequence[Run]) -> bool:
        """Keep runs; a store that cannot be written to keeps nothing.

        Nor is kept what could not be run as usual, such as without a terminal.

        Returns:
            Whether they are kept.
        """
        file = self._file(key)
        if file is not None and not any(run.notes for run in runs):
            with contextlib.suppress(OSError):
                text = json.dumps([run.to_json() for run in runs])
                write_whole(file, f"{_checksum(text)}\n{text}")
                return True
        return False

    def entries(self) -> list[Entry]:
        """List what is kept, what was used last first."""
        return sorted(self._entries(".json"), key=lambda entry: entry.used, reverse=True)

    def _entries(self, suffix: str) -> Iterator[Entry]:
        for file in self.folder.glob(f"*/*{suffix}") if self.folder else ():
            with contextlib.suppress(OSError):  # another build removed it
                status = file.stat()
                yield Entry(file, status.st_size, max(status.st_atime, status.st_mtime))

    def prune(self, size: int = SIZE) -> int:
        """Remove what was not used for longest, until no more than so many bytes are kept.

        What was used within a day stays: this build or another one may need it.

        Returns:
            How many entries were removed.
        """
        spared = time.time() - SPARED
        for scratch in self._entries(".tmp"):  # left by a build that was killed
            if scratch.used < spared:
                _remove(scratch.file)
        removed = kept = 0
        for entry in self.entries():
            kept += entry.size
            if kept > size and entry.used < spared:
                removed += _remove(entry.file)
        return removed


# A build asks for each run several times.
@functools.lru_cache(maxsize=2048)
def _read(file: Path, modified: int, size: int) -> tuple[Run, ...]:
    runs = _parse(file.read_text("utf-8"))
    with contextlib.suppress(OSError):
        _note_use(file, file.stat())
    return runs


def _parse(text: str) -> tuple[Run, ...]:
    # What was kept before there were checksums has none.
    checksum, _, runs = text.rpartition("\n")
    if checksum and checksum != _checksum(runs):
        raise ValueError("damaged")
    return tuple(Run.from_json(each) for each in json.loads(runs))


def _checksum(text: str) -> str:
    """Tell a text from what a turned bit makes of it: that would be taken for another output."""
    return f"{zlib.crc32(text.encode()):08x}"


def _note_use(file: Path, status: os.stat_result) -> None:
    """Note that a file was used: not each time, and also where the system does not.

    The time of its content stays as it is: pages depend on that.
    """
    now = time.time()
    if now - max(status.st_atime, status.st_mtime) > NOTED:
        with contextlib.suppress(OSError):
            os.utime(file, ns=(int(now * 1e9), status.st_mtime_ns))


def _remove(file: Path) -> bool:
    try:
        file.unlink()
    except OSError:
        return False
    return True
