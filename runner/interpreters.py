"""Find the CPython interpreters on this machine.

Looked through, in this order: ``SNIPPET_PYTHONS`` (folders or executables,
separated as in ``PATH``), ``.interpreters/bin`` in the project, the Python
that runs the build, then ``PATH``. Of one name, such as ``python3.13t``, the
first that starts is taken; where it is a shim, what that starts.

These run programs of the standard library alone. What needs other packages
runs in ``.environment``, which ``make environment`` sets up.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from packaging.version import Version

from runner.kept import read_kept, write_kept
from runner.problem import Problem

ENVIRONMENT = "SNIPPET_PYTHONS"
OLDEST = Version("3.11")
PACKAGES = ".environment"
SILENCE = 600  # seconds for which what did not start is not asked again
ASKED = 4  # executables at once
_NAME = re.compile(r"python3\.(\d+)t?(?:\.exe)?")

# Prints what tells one interpreter from another; runs on any Python 3.
_ASK = """
import json, platform, sys, sysconfig
packages = []
if "packages" in sys.argv:
    from importlib.metadata import distributions
    packages = sorted(f"{d.name}=={d.version}" for d in distributions())
methods, default = [], None
try:
    import multiprocessing as m
    default = m.get_context().get_start_method()
    for method in m.get_all_start_methods():
        try:
            m.get_context(method)
        except ValueError:
            continue  # it is listed, but this platform lacks what it needs
        methods.append(method)
except Exception:
    pass
print(json.dumps({
    "implementation": sys.implementation.name, "executable": sys.executable,
    "version": platform.python_version(),
    "free_threaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
    "methods": sorted(methods), "default_method": default,
    "prefixes": sorted({sys.base_prefix, sys.prefix, sys.base_exec_prefix}),
    "stdlib": sysconfig.get_path("stdlib"),
    "build": sys.version, "packages": packages,
}))
"""


@dataclass(frozen=True)
class Interpreter:
    """One CPython.

    ``str(interpreter)`` is the full version, with a ``t`` behind it for a
    free-threaded build, such as ``3.13.5t``.

    Attributes:
        path: The executable.
        version: The full version, as in ``3.15.2``.
        free_threaded: Whether it is built to run without the GIL.
        methods: The start methods that it has.
        default_method: The one that it uses when a program names none.
        prefixes: Folders that it is installed in.
        stdlib: Folder of its standard library.
        build: ``sys.version``; differs between two builds of one version.
        packages: What is installed for it, such as ``joblib==1.5.2``; () for
            one that runs programs of the standard library alone.
    """

    path: str
    version: str
    free_threaded: bool
    methods: tuple[str, ...]
    default_method: str | None
    prefixes: tuple[str, ...]
    stdlib: str
    build: str
    packages: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.version + ("t" if self.free_threaded else "")

    @property
    def minor(self) -> str:
        """The feature release, such as ``3.13`` or ``3.13t``."""
        return ".".join(self.version.split(".")[:2]) + ("t" if self.free_threaded else "")

    @functools.cached_property
    def identity(self) -> str:
        """Hash that changes when another build answers to the same path; as when first asked."""
        parts = [self.path, self.build, str(Path(self.path).stat().st_mtime_ns), *self.packages]
        text = "\0".join(parts)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def find_interpreters(root: Path, cache: Path | None = None) -> list[Interpreter]:
    """Find every CPython from 3.11 on.

    Args:
        root: The project's folder.
        cache: Folder to remember answers in, so that none is asked twice.

    Returns:
        The interpreters, newest first; of one version, the default build
        before the free-threaded one. At most one of them has packages.

    Raises:
        Problem: If ``SNIPPET_PYTHONS`` names something that is not there, or
            an executable that does not start.
    """
    remembered = _Answers(cache)
    found: dict[str, Interpreter] = {}
    candidates = list(_candidates(root))
    # Of several of a name, the first will do.
    remembered.ask_all({path.name: path for path in reversed(candidates)}.values())
    for candidate in candidates:
        if candidate.name.removeprefix("python").removesuffix(".exe") in found:
            continue  # an earlier folder has this one
        interpreter = remembered.ask(candidate)
        if interpreter is not None:
            found.setdefault(interpreter.minor, interpreter)
        elif candidate in _named(root):
            raise Problem(
                f"{ENVIRONMENT} names {str(candidate)!r}, which is no CPython {OLDEST} or newer"
                " that starts",
                f"See what `{candidate} -I -c pass` says, or name another.",
            )
    with_packages = remembered.ask(*_environment(root))
    remembered.save()
    every = [*found.values(), *([with_packages] if with_packages else [])]
    return sorted(every, key=lambda i: (Version(i.version), not i.free_threaded), reverse=True)


def _environment(root: Path) -> tuple[Path, Path]:
    """Give the Python of the snippets that need packages, and what changes with those."""
    folder = root / PACKAGES
    name = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    return folder / name, folder / ".ready"


def _named(root: Path) -> dict[Path, str]:
    """Give the folders and executables in ``SNIPPET_PYTHONS``, and how each is written there."""
    entries = filter(None, os.environ.get(ENVIRONMENT, "").split(os.pathsep))
    return {root / Path(entry).expanduser(): entry for entry in entries}


def _candidates(root: Path) -> Iterator[Path]:
    for path, entry in _named(root).items():
        if path.is_dir():
            yield from _in_folder(path)
        elif path.is_file():
            yield path
        else:
            raise Problem(
                f"{ENVIRONMENT} names {entry!r}, which is not there",
                "Give folders or executables, separated as in PATH.",
            )
    yield from _in_folder(root / ".interpreters" / "bin")
    yield Path(sys.executable)
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        if folder:
            yield from _in_folder(Path(folder))


def _in_folder(folder: Path) -> list[Path]:
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return []
    matches = filter(None, map(_NAME.fullmatch, sorted(names)))
    return [folder / match[0] for match in matches if int(match[1]) >= OLDEST.minor]


class _Answers:
    """What each executable said of itself, kept by path, size and time."""

    def __init__(self, cache: Path | None) -> None:
        self.file = cache / "interpreters" if cache else None
        self.known: dict[str, dict[str, object]] = {}
        self.silent: dict[str, float] = {}  # when each that did not start was asked
        self.passing: set[str] = set()  # of the known, what another time may not hold
        self.changed = False
        if self.file and (written := read_kept(self.file, _ASK)):
            known = json.loads(written)
            names = {f.name for f in fields(Interpreter)}
            silent = known.pop("silent")
            self.silent = {key: when for key, when in silent.items() if _is_recent(when)}
            self.known = {key: value for key, value in known.items() if value.keys() == names}

    def ask_all(self, paths: Iterable[Path]) -> None:
        """Ask several executables at once, so that none waits for another one to start."""
        with ThreadPoolExecutor(ASKED) as pool:
            list(pool.map(self.ask, paths))

    def ask(self, path: Path, packages: Path | None = None) -> Interpreter | None:
        """Ask an executable; ``packages`` is a file that changes with its packages."""
        try:
            status = path.stat()
            key = f"{path}|{status.st_size}|{status.st_mtime_ns}"
            if packages:
                key += f"|{packages.stat().st_mtime_ns}"
        except OSError:
            return None
        if key not in self.known:
            # It may start another time, as pyenv's shims do.
            here = f"{key}|{os.environ.get('PYENV_VERSION')}|{Path.cwd()}"
            if here in self.silent:
                return None
            arguments = ["packages"] if packages else []
            answer = _ask(path, *arguments)
            if answer is None:
                self.silent[here] = time.time()
                self.changed = True
                return None
            known, started = answer
            if os.path.realpath(started) != os.path.realpath(path):
                # A shim, as pyenv's: it does not change with what it starts, and in a program's
                # folder and environment it may start another. Taken is what it starts now.
                known, _ = _ask(started, *arguments) or answer
                self.passing.add(key)
            self.known[key] = known
            self.changed = True
        known = {k: tuple(v) if isinstance(v, list) else v for k, v in self.known[key].items()}
        return Interpreter(**known)  # type: ignore[arg-type]

    def save(self) -> None:
        if not self.file or not self.changed:
            return
        kept = {key: known for key, known in self.known.items() if key not in self.passing}
        write_kept(self.file, _ASK, json.dumps(kept | {"silent": self.silent}).encode())


def _is_recent(when: float) -> bool:
    return 0 <= time.time() - when < SILENCE


def _ask(path: Path, *arguments: str) -> tuple[dict[str, object], Path] | None:
    """Give the fields of an interpreter, and what it takes for its executable."""
    try:
        done = subprocess.run(
            [str(path), "-I", "-c", _ASK, *arguments],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            text=True,
            timeout=60,
            check=True,
        )
        answer = json.loads(done.stdout)
        if answer["implementation"] != "cpython" or Version(answer["version"]) < OLDEST:
            return None
        del answer["implementation"]
        started = Path(answer.pop("executable"))
        return asdict(Interpreter(path=str(path), **answer)), started
    except (OSError, subprocess.SubprocessError, ValueError, LookupError, TypeError):
        return None  # it does not start, or it is no Python
