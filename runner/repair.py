"""One fault in what the theme writes, and how it is mended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Repair:
    """One fault, and how it is mended.

    Attributes:
        fault: What is wrong, as a checker or a reader would say it.
        pattern: Finds the fault.
        replacement: What takes its place.
    """

    fault: str
    pattern: re.Pattern[str]
    replacement: str | Callable[[re.Match[str]], str]


def mend(text: str, repairs: Iterable[Repair]) -> str:
    """Return a text without some faults."""
    for repair in repairs:
        text = repair.pattern.sub(repair.replacement, text)
    return text
