"""When rubbish is looked for: seldom during a build, and after a server's."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from runner.rubbish import look_later, look_seldom


class Circle:
    """Refers to itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def threshold() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("threshold")
def test_a_build_goes_on_without_looking() -> None:
    look_seldom()
    gc.collect()
    before = [generation["collections"] for generation in gc.get_stats()]
    kept: list[list[int]] = [[] for _ in range(50_000)]
    assert len(kept) == 50_000
    assert [generation["collections"] for generation in gc.get_stats()] == before


@pytest.mark.usefixtures("threshold")
def test_rubbish_goes_some_time_after_a_build() -> None:
    look_seldom()
    left = weakref.ref(Circle())
    assert left() is not None
    look_later(0.01).join()
    assert left() is None
