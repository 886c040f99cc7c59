"""When garbage is collected: seldom during a build, and after a server's."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from runner.garbage import SELDOM, collect_later, collect_seldom


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
def test_a_build_goes_on_without_a_collection() -> None:
    collect_seldom()
    gc.collect()
    before = [generation["collections"] for generation in gc.get_stats()]
    kept: list[list[int]] = [[] for _ in range(SELDOM // 2)]
    assert len(kept) > 10 * 700  # after each 700, Python would have collected
    assert [generation["collections"] for generation in gc.get_stats()] == before


@pytest.mark.usefixtures("threshold")
def test_garbage_goes_some_time_after_a_build() -> None:
    collect_seldom()
    left = weakref.ref(Circle())
    assert left() is not None
    collect_later(0.01).join()
    assert left() is None
