"""Remember what follows from its arguments alone, from one build to the next.

To parse a program or a record anew costs a build far more than to read what
was made of it. What is asked for again is given from a file that a build reads
once; it holds only what the last build asked for. Safe to delete at any time.
"""

from __future__ import annotations

import functools
import pickle
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from runner.digest import digest
from runner.kept import read_kept, write_kept

P = ParamSpec("P")
T = TypeVar("T")


class _Known:
    """The results by the function and the hash of what it was given.

    Attributes:
        fingerprint: What all of them depend on; "" until a build says so.
        kept: Those of the build before.
        asked: Those of this process.
        written: The hashes of those in the file.
    """

    def __init__(self) -> None:
        self.fingerprint = ""
        self.kept: dict[str, Any] = {}
        self.asked: dict[str, Any] = {}
        self.written: set[str] = set()


_known = _Known()
MOST = 8192  # results that a process holds in which no build has begun


def once(parts: Iterable[object], make: Callable[[], T]) -> T:
    """Give what was made under these parts before, in this build or the last; else make it.

    Args:
        parts: What it depends on, beside the code, and a word that tells what it is.
        make: Makes it, such that it can be pickled. Nobody may change it.
    """
    key = digest(*parts)
    asked, kept = _known.asked, _known.kept
    if key in asked:
        found: T = asked[key]
        return found
    found = kept[key] if key in kept else make()
    if not _known.fingerprint and len(asked) >= MOST:
        asked.clear()
    asked[key] = found
    return found


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """Let a function be called once for the same arguments, also by the next build.

    Args:
        function: It depends on its arguments and on this project's code alone. What it raises
            is not remembered.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @functools.wraps(function)
    def call_once(*arguments: P.args, **named: P.kwargs) -> T:
        parts = (name, *arguments, *named.items())
        return once(parts, lambda: function(*arguments, **named))

    return call_once


def recall(file: Path, fingerprint: str) -> None:
    """Begin a build: forget what it does not ask for, and read what the one before knew.

    Args:
        file: Where that is kept.
        fingerprint: Hash of the code and the Python that it follows from.
    """
    if fingerprint == _known.fingerprint:
        _known.kept, _known.asked = _known.asked, {}
        return
    _known.fingerprint, _known.kept, _known.asked = fingerprint, {}, {}
    data = read_kept(file, fingerprint)
    if data is not None:
        _known.kept = pickle.loads(data)
    _known.written = set(_known.kept)


def save(file: Path, few: int = 0) -> None:
    """End a build: write what it asked for, if that is not what is written already.

    Args:
        file: Where that is kept.
        few: While no more than so many results are missing there, it stays as it is: to write
            all of them takes longer than to make those anew.
    """
    asked = _known.asked.keys()
    if asked == _known.written or (few and len(asked - _known.written) <= few):
        return
    _known.written = set(asked)
    write_kept(file, _known.fingerprint, pickle.dumps(_known.asked, pickle.HIGHEST_PROTOCOL))
