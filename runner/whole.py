"""Write a file whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_whole(path: Path, text: str | bytes) -> None:
    """Put a text, or bytes, in a file's place, in one step that nobody sees half of.

    Args:
        path: The file; its folder is made if need be.
        text: What it is to hold.

    Raises:
        OSError: If that cannot be; then the file is as it was, and nothing
            lies beside it, nor does where it is interrupted.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        scratch.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        scratch.replace(path)
    except BaseException:  # Ctrl-C, too
        with contextlib.suppress(OSError):
            scratch.unlink()
        raise
