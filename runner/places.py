"""Name the places that programs ran in, and sets of them in few words.

A place is a platform, a Python and a start method, such as
``Linux 3.15.2 forkserver``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from packaging.version import Version

METHODS = ("fork", "spawn", "forkserver")
SYSTEMS = {"Linux": "Linux", "Darwin": "macOS", "Windows": "Windows"}
_LONG = 28  # letters; only a longer name is worth turning round into "all but"


@dataclass(frozen=True)
class Place:
    """One platform, Python and start method.

    Attributes:
        platform: As in ``platform.system()``.
        python: Full version, with ``t`` for a free-threaded build.
        method: The start method; ``native`` if none was set.
    """

    platform: str
    python: str
    method: str

    @classmethod
    def parse(cls, text: str) -> Place:
        """Read a place as records write it."""
        platform, python, method = text.split(" ")
        return cls(platform, python, method)

    @property
    def free_threaded(self) -> bool:
        """Whether it is a build that can run without the GIL."""
        return self.python.endswith("t")

    @property
    def version(self) -> Version:
        """The version, to compare with."""
        return Version(self.python.removesuffix("t"))

    @property
    def minor(self) -> str:
        """The feature release, such as ``3.13`` or ``3.13t``."""
        return ".".join(self.python.split(".")[:2]).removesuffix("t") + "t" * self.free_threaded

    @property
    def system(self) -> str:
        """The platform as people call it."""
        return SYSTEMS.get(self.platform, self.platform)

    @property
    def default_method(self) -> str:
        """The start method that this Python uses here if a program names none."""
        if self.platform != "Linux":
            return "spawn"
        return "forkserver" if self.version >= Version("3.14") else "fork"

    @property
    def rank(self) -> tuple[object, ...]:
        """Sorts the place a reader most likely has to the front.

        Linux, the newest Python, the default build, its default start method.
        """
        platforms = tuple(SYSTEMS)
        return (
            platforms.index(self.platform) if self.platform in platforms else len(platforms),
            -self.version.minor,
            -self.version.micro,
            self.free_threaded,
            self.method not in (self.default_method, "native"),
            METHODS.index(self.method) if self.method in METHODS else -1,
        )


@dataclass(frozen=True)
class _Box:
    """All places with one of these platforms, Pythons and methods; None: with any."""

    platforms: frozenset[str] | None = None
    pythons: frozenset[str] | None = None
    methods: frozenset[str] | None = None

    def covers(self, place: Place, python: Callable[[Place], str]) -> bool:
        return (
            (self.platforms is None or place.platform in self.platforms)
            and (self.pythons is None or python(place) in self.pythons)
            and (self.methods is None or place.method in self.methods)
        )

    def pairs(self, known: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
        """Give the Pythons and methods it speaks of, whether anybody ran them or not."""
        pythons = self.pythons or {python for python, _ in known}
        methods = self.methods or {method for _, method in known}
        return set(product(pythons, methods))

    def __str__(self) -> str:
        parts = []
        if self.platforms is not None:
            known = [SYSTEMS[name] for name in SYSTEMS if name in self.platforms]
            parts.append(", ".join([*known, *sorted(self.platforms - SYSTEMS.keys())]))
        if self.pythons is not None:
            # "3.11 · fork" cannot be misread; "3.11" alone could.
            bare = self.methods is not None or all(p.endswith("t") for p in self.pythons)
            parts.append(("" if bare else "Python ") + name_pythons(self.pythons))
        if self.methods is not None:
            parts.append(name_methods(self.methods))
        return " · ".join(parts)


def name_methods(methods: Collection[str]) -> str:
    """List start methods in their usual order."""
    listed = [method for method in METHODS if method in methods]
    return ", ".join([*listed, *sorted(set(methods) - set(METHODS))])


def name_pythons(versions: Collection[str]) -> str:
    """Name versions in few words, such as ``3.11–3.13, 3.13t``.

    A range stands only for versions that are all there.
    """
    plain = [version for version in versions if not version.endswith("t")]
    threaded = [version for version in versions if version.endswith("t")]
    text = ", ".join([*_ranges(plain), *_ranges(threaded)])
    return text if plain else f"{text} (free-threaded)"


def _ranges(versions: Iterable[str]) -> Iterator[str]:
    """Join neighbors; ``3.9`` and ``3.10`` are neighbors, ``3.9.1`` and ``3.9.2`` are not."""
    runs: list[list[str]] = []
    last: tuple[int, ...] = ()
    for version in sorted(versions, key=_release):
        release = _release(version)
        if len(release) == len(last) == 2 and release == (last[0], last[1] + 1):
            runs[-1].append(version)
        else:
            runs.append([version])
        last = release
    for run in runs:
        yield run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}"


def _release(version: str) -> tuple[int, ...]:
    return Version(version.removesuffix("t")).release


def label(group: Collection[str], known: Collection[str]) -> str:
    """Name a set of places so that of all known ones exactly these are meant.

    Args:
        group: The places to name.
        known: All places there are results of.

    Returns:
        The shortest name that is true, such as ``Python 3.14–3.15``,
        ``spawn`` or ``3.11–3.13 · fork``.
    """
    wanted = frozenset(map(Place.parse, group))
    every = frozenset(map(Place.parse, known)) | wanted
    rest = every - wanted
    if not rest:
        return "everywhere"
    name = _name(wanted, every)
    if len(name) > _LONG:
        other = _name(rest, every)
        # "all but a; b" could be misread.
        if ";" not in other and len(other) + len("all but ") < len(name):
            return f"all but {other}"
    return name


def _name(wanted: frozenset[Place], every: frozenset[Place]) -> str:
    names = []
    namings: tuple[Callable[[Place], str], ...] = (lambda p: p.minor, lambda p: p.python)
    for python in namings:
        known = {(python(place), place.method) for place in every}
        for boxes in _candidates(wanted, every, python):
            meant = {place for place in every if any(box.covers(place, python) for box in boxes)}
            if meant == wanted:
                # Better long than to speak of what nobody ran.
                beyond = sum(len(box.pairs(known) - known) for box in boxes)
                names.append((beyond, "; ".join(map(str, boxes))))
    return min(names, key=lambda name: (name[0], len(name[1])))[1]


def _candidates(
    wanted: frozenset[Place], every: frozenset[Place], python: Callable[[Place], str]
) -> Iterator[list[_Box]]:
    """Give ways to write a set of places; the caller checks which are true."""
    dimensions: dict[str, Callable[[Place], str]] = {
        "platforms": lambda place: place.platform,
        "pythons": python,
        "methods": lambda place: place.method,
    }
    for count in (1, 2, 3):
        for chosen in combinations(dimensions, count):
            yield [_Box(**{name: frozenset(map(dimensions[name], wanted)) for name in chosen})]
    for outer, inner in (("pythons", "methods"), ("methods", "pythons")):
        yield list(_split(wanted, every, dimensions, outer, inner))
        # The last resort, and always true: each platform for itself.
        boxes = []
        for platform in sorted({place.platform for place in wanted}):
            here = {place for place in wanted if place.platform == platform}
            known = {place for place in every if place.platform == platform}
            boxes += [
                _Box(frozenset({platform}), box.pythons, box.methods)
                for box in _split(here, known, dimensions, outer, inner)
            ]
        yield boxes


def _split(
    wanted: Collection[Place],
    every: Collection[Place],
    dimensions: dict[str, Callable[[Place], str]],
    outer: str,
    inner: str,
) -> Iterator[_Box]:
    """Join what has the same inner values: those Pythons under that method, and so on."""
    grouped: dict[frozenset[str] | None, set[str]] = {}
    for value in sorted({dimensions[outer](place) for place in wanted}):
        mine = {dimensions[inner](p) for p in wanted if dimensions[outer](p) == value}
        there = {dimensions[inner](p) for p in every if dimensions[outer](p) == value}
        grouped.setdefault(None if mine == there else frozenset(mine), set()).add(value)
    # What needs fewer words comes first: "spawn; 3.11 · forkserver".
    for inners, outers in sorted(grouped.items(), key=lambda item: item[0] is not None):
        yield _Box(**{outer: frozenset(outers), inner: inners})
