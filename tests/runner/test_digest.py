"""A hash of values is another for other values, however alike they are written."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

import pytest

from runner.digest import digest
from runner.project import HOME


def test_front_matter_with_keys_of_several_kinds_has_a_digest() -> None:
    front = {"title": "T", True: "on", 2: "two", date(2026, 11, 27): "a day"}
    assert digest(front) == digest(dict(front))
    assert digest(front) != digest(front | {date(2026, 11, 28): "another"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a\0b",), ("a", "b")),
        (("1",), (1,)),
        (("[]",), ([],)),
        (("a",), (b"a",)),
        (({"a": 1},), ({"a": 2},)),
    ],
)
def test_what_differs_has_another_digest(one: Any, other: Any) -> None:
    assert digest(*one) != digest(*other)


def test_it_is_had_without_the_site_generator() -> None:
    code = "import sys, runner.ahead, runner.digest; print('mkdocs' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, check=True)
    assert told.stdout.split() == [b"False"]
