"""Keep fresh runs of this machine, so that nothing unchanged runs twice.

Content-addressed: a run is found again only while the snippet, its local
imports, the runner, the interpreter's build and the start method are the
same. Safe to delete at any time, and with two builds at once: files are
written whole or not at all.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from runner.interpreters import Interpreter
from runner.run import Run, platform_name
from runner.snippet import Snippet
from runner.whole import write_whole


@functools.cache
def runner_digest() -> str:
    """Hash the modules that decide what a run tells."""
    here = Path(__file__).parent
    hashed = hashlib.sha256((here / "probe" / "sitecustomize.py").read_bytes())
    for module in ("supervise", "portable", "run", "surroundings", "trace"):
        hashed.update((here / f"{module}.py").read_bytes())
    return hashed.hexdigest()


def key_of(snippet: Snippet, interpreter: Interpreter, method: str) -> str:
    """Give the key that the runs of a cell are kept under."""
    parts = (
        snippet.name,
        snippet.digest,
        runner_digest(),
        interpreter.identity,
        platform_name(),
        method,
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


class Store:
    """The run store, below ``.cache/runs``.

    Args:
        folder: Its folder; made when the first run is kept. None keeps nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def _file(self, key: str) -> Path | None:
        return self.folder / key[:2] / f"{key}.json" if self.folder else None

    def load(self, key: str) -> list[Run]:
        """Give the runs kept under a key; [] if there are none or they are damaged."""
        file = self._file(key)
        try:
            if file is not None:
                return [Run.from_json(text) for text in json.loads(file.read_text("utf-8"))]
        except (OSError, ValueError, KeyError, TypeError):
            pass  # not there, or cut off by a full disk: it is run again
        return []

    def stamp(self, key: str) -> tuple[int, int] | None:
        """Give what changes when other runs are kept under a key; None if there are none."""
        file = self._file(key)
        with contextlib.suppress(OSError):
            if file is not None:
                status = file.stat()
                return status.st_mtime_ns, status.st_size
        return None

    def save(self, key: str, runs: Sequence[Run]) -> None:
        """Keep runs; a store that cannot be written to keeps nothing.

        Nor is kept what could not be run as usual, such as without a terminal.
        """
        file = self._file(key)
        if file is not None and not any(run.notes for run in runs):
            with contextlib.suppress(OSError):
                write_whole(file, json.dumps([run.to_json() for run in runs]))
