"""Read what a snippet says about itself.

That is inline script metadata (the ``# /// script`` block of
https://packaging.python.org/en/latest/specifications/inline-script-metadata/);
what concerns the runner stands in its table ``[tool.snippet]``.
"""

from __future__ import annotations

import difflib
import io
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import Version

from runner.places import METHODS, SYSTEMS
from runner.problem import Problem

CONTRACTS = ("exact", "lines", "per-process", "pattern", "varies")
LEFTOVERS = ("process", "thread", "shared-memory", "semaphore", "socket", "file")

# What the runner itself sets, so that a run is seen, bounded and labeled as it was.
OWN_VARIABLES = ("PYTHONPATH", "HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP")
OWN_PREFIX = "SNIPPET_"
# Options that keep Python from loading the probe: -I, -E, -S, also as in -uS, not as in -WError.
_BLINDING = re.compile(r"-[^-WXcm]*[EIS]")

_BLOCK_START = re.compile(r"^# /// (?P<kind>[a-zA-Z0-9-]+)\s*$")
_BLOCK_LINE = re.compile(r"^#(?: .*)?$")


@dataclass(frozen=True)
class End:
    """How a snippet's processes are expected to end.

    Attributes:
        exit: Exit status of the main process; ignored if ``signal`` is set.
        signal: Name of the signal that ends the main process, if one does.
        raises: Type name of the exception that the main process ends with.
        child_exits: Non-zero exit codes its children may end with.
        hangs_after: Seconds that it must run for; then it is ended as hanging, at
            once if it is idle, later if it is busy.
    """

    exit: int = 0
    signal: str | None = None
    raises: str | None = None
    child_exits: tuple[int, ...] = ()
    hangs_after: float | None = None


@dataclass(frozen=True)
class When:
    """An :class:`End` that holds only for some start methods or versions."""

    start_methods: tuple[str, ...]
    python: str
    end: End

    def fits(self, start_method: str | None, version: str) -> bool:
        """Tell whether a run by this method on this version is meant."""
        if self.start_methods and start_method not in self.start_methods:
            return False
        return SpecifierSet(self.python, prereleases=True).contains(Version(version))


@dataclass(frozen=True)
class Settings:
    """What ``[tool.snippet]`` says; README.md describes each key."""

    output: str = "exact"
    masks: Mapping[str, str] = field(default_factory=dict)
    matches: str | None = None
    runs: int = 20
    start_methods: tuple[str, ...] = METHODS
    platforms: tuple[str, ...] = tuple(SYSTEMS)
    end: End = End()
    when: tuple[When, ...] = ()
    timeout: float = 10.0
    alone: bool = False
    cpus: int = 1
    leaves: tuple[str, ...] = ()
    env: Mapping[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    terminal: bool = True

    def expected(self, start_method: str | None, version: str) -> End:
        """Give the end expected of one run; a later ``when`` wins."""
        for when in reversed(self.when):
            if when.fits(start_method, version):
                return when.end
        return self.end


def split_metadata(text: str, shown: str) -> tuple[dict[str, Any], str, int]:
    """Give the metadata, the code without it, and the block's first line."""
    lines = list(io.StringIO(text))  # splitlines() would split at more than line ends
    starts = (n for n, s in enumerate(lines) if (m := _BLOCK_START.match(s)) and m[1] == "script")
    number = next(starts, None)
    if number is None:
        return {}, text, 0
    stop = number + 1
    while stop < len(lines) and _BLOCK_LINE.match(lines[stop].rstrip("\n")):
        if lines[stop].rstrip() == "# ///":
            break
        stop += 1
    else:
        raise Problem(
            "the '# /// script' block has no end",
            "Close it with a line '# ///'; each line between begins with '# '.",
            shown,
            number + 1,
        )
    body = "".join(line[2:] if line.startswith("# ") else "\n" for line in lines[number + 1 : stop])
    try:
        metadata = tomllib.loads(body)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line_in_file = number + 1 + (int(found[1]) if found else 0)
        raise Problem(
            f"the script metadata is not TOML: {error}", "Correct it.", shown, line_in_file
        ) from None
    code = "".join(lines[:number] + lines[stop + 1 :]).lstrip("\n")
    return metadata, code, number + 1


class MetadataReader:
    """Turn a snippet's TOML into settings; every complaint names its line."""

    def __init__(self, shown: str, lines: list[str], first: int) -> None:
        self.shown = shown
        self.lines = lines
        self.first = first

    def problem(self, key: str, what: str, todo: str) -> Problem:
        """Give the problem with a key, at its line."""
        line = next(
            (
                number
                for number, line in enumerate(self.lines, 1)
                if number >= self.first and re.match(rf"#\s*\[*.*\b{re.escape(key)}\b", line)
            ),
            self.first or 1,
        )
        return Problem(what, todo, self.shown, line)

    def requires_python(self, metadata: dict[str, Any]) -> str:
        """Give the versions that the program runs on, as a specifier; "" for all."""
        value = metadata.get("requires-python", "")
        try:
            SpecifierSet(value)
        except (InvalidSpecifier, TypeError, AttributeError):
            raise self.problem(
                "requires-python",
                f"requires-python is not a version specifier: {value!r}",
                'Write it as in requires-python = ">=3.14".',
            ) from None
        return str(value)

    def dependencies(self, metadata: dict[str, Any]) -> tuple[str, ...]:
        """Give what the program needs installed, as requirements."""
        from packaging.requirements import InvalidRequirement, Requirement  # starts slowly

        values = metadata.get("dependencies", [])
        try:
            if not isinstance(values, list):
                raise TypeError
            return tuple(str(Requirement(value)) for value in values)
        except (InvalidRequirement, TypeError):
            raise self.problem(
                "dependencies",
                f"dependencies is not a list of requirements: {values!r}",
                'Write it as in dependencies = ["numpy"].',
            ) from None

    def settings(self, metadata: dict[str, Any]) -> Settings:
        """Give what ``[tool.snippet]`` says, checked."""
        tools = self._table("tool", metadata.get("tool", {}))
        unknown = set(metadata) - {"requires-python", "dependencies", "tool"}
        unknown |= set(tools) - {"snippet"}
        if unknown:
            key = min(unknown)
            raise self.problem(
                key,
                f"unknown key {key!r} in the script metadata",
                "The keys are requires-python, dependencies and [tool.snippet].",
            )
        table = dict(self._table("snippet", tools.get("snippet", {})))
        entries = table.pop("when", [])
        if not isinstance(entries, list):
            raise self.problem(
                "when",
                f"when has the wrong type: {entries!r}",
                "Write it as [[tool.snippet.when]].",
            )
        end, rest = self._end(table, End(), "[tool.snippet]")
        options = {name: self._value(name, value) for name, value in rest.items()}
        settings = Settings(end=end, when=tuple(self._when(e, end) for e in entries), **options)
        self._check(settings)
        self._check_agreement(settings, options)
        return settings

    def _table(self, key: str, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self.problem(
                key, f"{key} has the wrong type: {value!r}", "It is a table, as in [tool.snippet]."
            )
        return value

    def _when(self, entry: dict[str, Any], default: End) -> When:
        entry = dict(self._table("when", entry))
        methods = self._value("start_methods", entry.pop("start-methods", []))
        python = entry.pop("python", "")
        end, rest = self._end(entry, default, "[[tool.snippet.when]]", plain=True)
        if rest:
            key = min(rest).replace("_", "-")
            raise self.problem(
                key,
                f"[[tool.snippet.when]] cannot change {key!r}",
                "It may hold start-methods, python, exit, signal, raises, child-exits and"
                " hangs-after.",
            )
        return When(methods, self.requires_python({"requires-python": python}), end)

    def _end(
        self, table: dict[str, Any], default: End, where: str, plain: bool = False
    ) -> tuple[End, dict[str, Any]]:
        known = {f.name for f in fields(End)} | {f.name for f in fields(Settings)} - {"end", "when"}
        ends: dict[str, Any] = {}
        rest: dict[str, Any] = {}
        for key, value in table.items():
            name = key.replace("-", "_")
            if name not in known or "_" in key:
                near = difflib.get_close_matches(key, [k.replace("_", "-") for k in known], n=1)
                raise self.problem(
                    key,
                    f"unknown key {key!r} in {where}",
                    f"Did you mean {near[0]!r}?" if near else "README.md lists the keys.",
                )
            if name in {f.name for f in fields(End)}:
                ends[name] = self._value(name, value)
            else:
                rest[name] = value
        ways = [key for key in table if key in ("exit", "signal", "hangs-after")]
        if len(ways) > 1:
            raise self.problem(
                ways[1],
                f"{ways[1]} contradicts {ways[0]} in {where}",
                "A program ends in one way: keep the one that is meant.",
            )
        if plain and ends.keys() & {"exit", "signal", "raises", "hangs_after"}:
            default = End(child_exits=default.child_exits)
        if "raises" in ends:
            ends.setdefault("exit", 1)
        merged = {f.name: getattr(default, f.name) for f in fields(End)} | ends
        return End(**merged), rest

    def _value(self, name: str, value: Any) -> Any:
        key = name.replace("_", "-")
        kinds: dict[str, tuple[type, ...]] = {
            **dict.fromkeys(("output", "matches", "signal", "raises"), (str,)),
            **dict.fromkeys(("timeout", "hangs_after"), (int, float)),
            **dict.fromkeys(("alone", "terminal"), (bool,)),
            **dict.fromkeys(("exit", "runs", "cpus"), (int,)),
            **dict.fromkeys(("masks", "env"), (dict,)),
            **dict.fromkeys(
                ("start_methods", "platforms", "leaves", "options", "child_exits"), (list,)
            ),
        }
        wanted = kinds[name]
        if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
            raise self.problem(
                key, f"{key} has the wrong type: {value!r}", f"It takes a {wanted[0].__name__}."
            )
        item = int if name == "child_exits" else str
        inner: list[Any] = []
        if isinstance(value, dict | list):
            inner = list(value.values() if isinstance(value, dict) else value)
        for each in inner:
            if not isinstance(each, item) or isinstance(each, bool):
                raise self.problem(
                    key, f"{key} holds {each!r}", f"Its items are of type {item.__name__}."
                )
        return tuple(value) if isinstance(value, list) else value

    def _check(self, settings: Settings) -> None:
        methods = {m for when in settings.when for m in when.start_methods}
        choices = (
            ("output", {settings.output}, CONTRACTS),
            ("start-methods", methods | set(settings.start_methods), METHODS),
            ("platforms", set(settings.platforms), tuple(SYSTEMS)),
            ("leaves", set(settings.leaves), LEFTOVERS),
        )
        for key, values, allowed in choices:
            wrong = values - set(allowed)
            if wrong:
                raise self.problem(
                    key, f"{key} cannot be {min(wrong)!r}", f"It is one of {', '.join(allowed)}."
                )
        ends = [settings.end, *(when.end for when in settings.when)]
        for end in ends:
            if end.signal is not None and not re.fullmatch(r"SIG[A-Z0-9]+", end.signal):
                raise self.problem(
                    "signal", f"{end.signal!r} is no signal's name", 'Write it as in "SIGKILL".'
                )
        limits = [("timeout", settings.timeout), *(("hangs-after", e.hangs_after) for e in ends)]
        for key, value in limits:
            if value is not None and not 0 < value <= 600:
                raise self.problem(
                    key, f"{key} is {value}", "It is in seconds, above 0, at most 600."
                )
        if settings.runs < 2:
            raise self.problem("runs", f"runs is {settings.runs}", "Two runs at least can differ.")
        if settings.cpus < 1:
            raise self.problem("cpus", f"cpus is {settings.cpus}", "It is how many CPUs it needs.")
        expressions = [("matches", settings.matches or "")]
        expressions += [("masks", pattern) for pattern in settings.masks.values()]
        for key, pattern in expressions:
            try:
                re.compile(pattern)
            except re.error as error:
                raise self.problem(
                    key, f"{key} is not a regular expression: {error}", "Correct it."
                ) from None

    def _check_agreement(self, settings: Settings, given: Mapping[str, Any]) -> None:
        """Refuse what contradicts the other settings, or what the runner itself does."""
        for when in settings.when:
            if not when.start_methods and not when.python:
                raise self.problem(
                    "when",
                    "[[tool.snippet.when]] does not say when",
                    "Give it start-methods or python, or move what it says to [tool.snippet].",
                )
            if when.start_methods and set(when.start_methods).isdisjoint(settings.start_methods):
                raise self.problem(
                    "when",
                    "[[tool.snippet.when]] never applies: it is not run by those start methods",
                    "Leave it out, or have start-methods of [tool.snippet] name one of them.",
                )
        for end in (settings.end, *(when.end for when in settings.when)):
            if end.hangs_after is not None and end.hangs_after > settings.timeout:
                raise self.problem(
                    "hangs-after",
                    f"hangs-after is {end.hangs_after}, beyond the timeout of {settings.timeout}",
                    "Lower hangs-after, or raise timeout.",
                )
        if "runs" in given and settings.output != "varies":
            raise self.problem(
                "runs",
                f'runs says nothing under output = "{settings.output}"',
                'Leave it out, or declare output = "varies".',
            )
        if settings.masks and settings.output == "varies":
            raise self.problem(
                "masks",
                'masks say nothing under output = "varies"',
                'Leave them out, or declare output = "pattern".',
            )
        for name in settings.env:
            if name.upper() in OWN_VARIABLES or name.upper().startswith(OWN_PREFIX):
                raise self.problem(
                    "env",
                    f"env cannot set {name}: the runner sets it to see what the program does",
                    "Leave it out; the program may set it itself, for what it starts.",
                )
        for word in settings.options:
            if _BLINDING.match(word):
                raise self.problem(
                    "options",
                    f"options cannot hold {word!r}: the runner would not see what the program does",
                    "Leave it out; the program may start an interpreter with it.",
                )
