"""Keep bytes in a file, and give them again only if they are whole.

For what a build makes again where it is missing: a file that a full disk cut
off, or in which a bit has turned, counts as missing.
"""

from __future__ import annotations

import contextlib
import hashlib
import zlib
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from runner.whole import write_whole


def read_kept(file: Path, key: str) -> bytes | None:
    """Give what was kept in a file under a key; None if there is nothing, or it is damaged.

    Args:
        file: The file.
        key: All that it depends on.
    """
    named = _digest(key)
    try:
        with file.open("rb") as written:
            # What is kept under another key need not be read.
            if written.read(len(named)) != named:
                return None
            checksum, data = written.read(4), written.read()
    except OSError:
        return None
    return data if checksum == _checksum(data) else None


def write_kept(file: Path, key: str, data: bytes) -> None:
    """Keep bytes in a file, in place of what it held; where that cannot be, nothing is kept."""
    with contextlib.suppress(OSError):
        write_whole(file, _digest(key) + _checksum(data) + data)


def kept(file: Path, key: str, make: Callable[[], bytes]) -> bytes:
    """Give what is kept in a file under a key; where there is nothing, make it and keep it."""
    data = read_kept(file, key)
    if data is None:
        data = make()
        write_kept(file, key, data)
    return data


@cache
def version_of(package: str) -> str:
    """Give the version of a package, for a key; to ask takes longer than to read a picture."""
    return version(package)


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4)  # against accidents; takes a tenth of a hash's time
