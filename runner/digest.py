"""Hash values, each with its length before it: no two lists of them are hashed as the same text."""

from __future__ import annotations

import hashlib


def digest(*parts: object) -> str:
    """Hash values: texts and bytes as they are, others as Python writes them."""
    hashed = hashlib.sha256()
    for part in parts:
        # Not as JSON: what YAML may have as a key, a date or a truth, JSON has not.
        if isinstance(part, bytes):
            told, kind = part, b"b"
        elif isinstance(part, str):
            told, kind = part.encode("utf-8", "surrogatepass"), b"t"
        else:
            told, kind = repr(part).encode("utf-8", "surrogatepass"), b"r"
        hashed.update(b"%c%d " % (kind, len(told)))
        hashed.update(told)
    return hashed.hexdigest()
