"""The names that the reference covers: which there are, and on which page each stands.

``runner/data/api-surface.json`` lists them: what Python 3.15 documents of
``multiprocessing``, ``concurrent.futures``, ``concurrent.interpreters`` and the
process functions of ``os``, and what is public there without being documented.
"Since" was found by asking the interpreters 3.11 to 3.15.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from runner.problem import Problem

SURFACE = Path(__file__).parent / "data/api-surface.json"
FOLDER = "reference"  # of the pages, below docs/

# A page, and what the names on it begin with: the longest that fits counts.
PAGES: dict[str, tuple[str, ...]] = {
    "process": (
        "multiprocessing.Process",
        "multiprocessing.active_children",
        "multiprocessing.current_process",
        "multiprocessing.parent_process",
    ),
    "pool": ("multiprocessing.Pool", "multiprocessing.TimeoutError", "multiprocessing.pool"),
    "queues": (
        "multiprocessing.Queue",
        "multiprocessing.JoinableQueue",
        "multiprocessing.SimpleQueue",
    ),
    "connection": (
        "multiprocessing.AuthenticationError",
        "multiprocessing.BufferTooShort",
        "multiprocessing.Pipe",
        "multiprocessing.allow_connection_pickling",
        "multiprocessing.connection",
    ),
    "synchronize": (
        "multiprocessing.Barrier",
        "multiprocessing.BoundedSemaphore",
        "multiprocessing.Condition",
        "multiprocessing.Event",
        "multiprocessing.Lock",
        "multiprocessing.RLock",
        "multiprocessing.Semaphore",
    ),
    "sharedctypes": (
        "multiprocessing.Array",
        "multiprocessing.RawArray",
        "multiprocessing.RawValue",
        "multiprocessing.Value",
        "multiprocessing.sharedctypes",
    ),
    "shared-memory": ("multiprocessing.shared_memory",),
    "managers": ("multiprocessing.Manager", "multiprocessing.managers"),
    "context": ("multiprocessing", "multiprocessing.ProcessError"),
    "dummy-reduction-resource-tracker": (
        "multiprocessing.dummy",
        "multiprocessing.reduction",
        "multiprocessing.resource_tracker",
        "multiprocessing.util",
    ),
    "concurrent-futures": ("concurrent.futures",),
    "concurrent-interpreters": ("concurrent.interpreters",),
    "os": ("os",),
}


@dataclass(frozen=True)
class Name:
    """One name of the API.

    Attributes:
        name: The whole, such as ``multiprocessing.pool.Pool.map``.
        documented: Whether Python's documentation has an entry for it.
        parameters: What it takes, but for private parameters.
        since: The version that it came with, if that is newer than 3.11; or "".
        parameters_since: The same of its parameters.
    """

    name: str
    documented: bool = True
    parameters: tuple[str, ...] = ()
    since: str = ""
    parameters_since: Mapping[str, str] = field(default_factory=dict)

    @property
    def owner(self) -> str:
        """What it is an attribute of."""
        return self.name.rpartition(".")[0]

    @property
    def last(self) -> str:
        """The name without its owner."""
        return self.name.rpartition(".")[2]

    @property
    def page(self) -> str:
        """The page of the reference that it stands on, such as ``pool``."""
        return _page_of(self.name)

    @property
    def target(self) -> str:
        """Where it stands, as lists link to it: a path below ``docs/``, and an anchor."""
        return f"{FOLDER}/{self.page}.md#{self.name}"


@functools.cache
def _page_of(name: str) -> str:
    fitting = [
        (len(start), page)
        for page, starts in PAGES.items()
        for start in starts
        if f"{name}.".startswith(f"{start}.")
    ]
    return max(fitting)[1]


@functools.cache
def surface() -> Mapping[str, Name]:
    """Give every name, in order of the alphabet."""
    data = json.loads(SURFACE.read_text("utf-8"))
    return {
        name: Name(
            name,
            not entry.get("undocumented", False),
            tuple(entry.get("parameters", ())),
            entry.get("since", ""),
            entry.get("parameters-since", {}),
        )
        for name, entry in data.items()
    }


def names_on(page: str) -> list[Name]:
    """Give the names that stand on a page.

    Raises:
        Problem: If the reference has no such page.
    """
    if page not in PAGES:
        raise Problem(f"unknown page {page!r}", f"The reference has {', '.join(PAGES)}.")
    return [name for name in surface().values() if name.page == page]
