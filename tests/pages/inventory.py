"""Read the inventory that Sphinx writes of a documentation: its pages and anchors.

``tests/data/python-3.15-objects.inv`` is https://docs.python.org/3.15/objects.inv.
"""

from __future__ import annotations

import re
import zlib
from pathlib import Path

INVENTORY = Path(__file__).parents[1] / "data/python-3.15-objects.inv"
_ENTRY = re.compile(r"(?P<name>.+?)\s+(?P<kind>\S+:\S+)\s+-?\d+\s+(?P<uri>\S+)\s+.+")


def read_targets(path: Path = INVENTORY) -> set[str]:
    """Give all that can be linked to, as ``library/os.html`` and ``library/os.html#os.fork``."""
    _, _, _, _, packed = path.read_bytes().split(b"\n", 4)
    targets = set()
    for line in zlib.decompress(packed).decode("utf-8").splitlines():
        entry = _ENTRY.fullmatch(line)
        if entry:
            uri = entry["uri"]
            uri = uri[:-1] + entry["name"] if uri.endswith("$") else uri
            targets |= {uri.removesuffix("#"), uri.partition("#")[0]}
    return targets
