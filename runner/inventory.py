"""Read the inventory that Sphinx writes of a documentation: its pages and anchors.

``runner/data/python-3.15-objects.inv`` is https://docs.python.org/3.15/objects.inv.
"""

from __future__ import annotations

import re
import zlib
from pathlib import Path

INVENTORY = Path(__file__).parent / "data/python-3.15-objects.inv"
MANUAL = "https://docs.python.org/3/"
_ENTRY = re.compile(r"(?P<name>.+?)\s+(?P<kind>\S+:\S+)\s+-?\d+\s+(?P<uri>\S+)\s+.+")


def read_targets(path: Path = INVENTORY) -> set[str]:
    """Give all that can be linked to, as ``library/os.html`` and ``library/os.html#os.fork``."""
    targets = set()
    for uri in _read(path).values():
        targets |= {uri.removesuffix("#"), uri.partition("#")[0]}
    return targets


def read_objects(path: Path = INVENTORY) -> dict[str, str]:
    """Give where each name of Python is documented, by its full name."""
    entries = _read(path)
    return {name: uri for (kind, name), uri in entries.items() if kind.startswith("py:")}


def _read(path: Path) -> dict[tuple[str, str], str]:
    _, _, _, _, packed = path.read_bytes().split(b"\n", 4)
    entries = {}
    for line in zlib.decompress(packed).decode("utf-8").splitlines():
        entry = _ENTRY.fullmatch(line)
        if entry:
            uri = entry["uri"]
            uri = uri[:-1] + entry["name"] if uri.endswith("$") else uri
            entries[entry["kind"], entry["name"]] = uri
    return entries
