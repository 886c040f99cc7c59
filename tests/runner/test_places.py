"""Labels: short, and never true of more or less than they name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runner.places import Place, label, name_pythons

METHODS = ("fork", "spawn", "forkserver")
PYTHONS = ("3.11.7", "3.12.1", "3.13.18", "3.13.5t", "3.14.10", "3.15.2")
LINUX = [f"Linux {python} {method}" for python in PYTHONS for method in METHODS]
EVERYWHERE = [*LINUX, "Darwin 3.14.9 spawn", "Darwin 3.15.2 spawn", "Windows 3.15.1 spawn"]


def some(*patterns: str) -> list[str]:
    """Pick places by feature release and method, such as ``3.11 fork``."""
    picked = []
    for pattern in patterns:
        python, _, method = pattern.partition(" ")
        for place in LINUX:
            its = Place.parse(place)
            if python in ("*", its.minor) and method in ("", its.method):
                picked.append(place)
    return picked


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (some("* spawn"), "spawn"),
        (some("* spawn", "* forkserver"), "spawn, forkserver"),
        (some("3.14", "3.15"), "Python 3.14–3.15"),
        (some("3.11", "3.13"), "Python 3.11, 3.13"),
        (some("3.13t"), "3.13t (free-threaded)"),
        (some("3.11 fork"), "3.11 · fork"),
        (some("3.13", "3.13t"), "Python 3.13, 3.13t"),
        (some("3.11 fork", "3.12 fork", "3.13 fork"), "3.11–3.13 · fork"),
        (some("3.11", "* spawn"), "spawn; 3.11 · fork, forkserver"),
        (LINUX, "everywhere"),
    ],
)
def test_a_label_is_short(group: list[str], expected: str) -> None:
    assert label(group, LINUX) == expected


def test_a_long_label_is_turned_round() -> None:
    group = sorted(set(LINUX) - {"Linux 3.13.18 spawn"})
    assert label(group, LINUX) == "all but 3.13 · spawn"


def test_a_label_names_the_platform_only_where_there_are_several() -> None:
    known = ["Linux 3.15.2 spawn", "Darwin 3.15.2 spawn"]
    assert label(known[:1], known) == "Linux"
    assert label(known[1:], known) == "macOS"


def test_a_label_does_not_speak_of_what_nobody_ran() -> None:
    known = ["Linux 3.15.2 forkserver", "Linux 3.13.5 fork"]
    assert label(known[:1], known) == "3.15 · forkserver"


def test_a_label_gives_the_full_version_where_patch_releases_differ() -> None:
    known = ["Linux 3.13.7 fork", "Linux 3.13.8 fork", "Linux 3.14.0 fork"]
    assert label(known[:1], known) == "Python 3.13.7"
    assert label(known[1:], known) == "Python 3.13.8, 3.14.0"


def test_a_range_holds_only_what_is_there() -> None:
    assert name_pythons(["3.9", "3.10", "3.11"]) == "3.9–3.11"
    assert name_pythons(["3.11", "3.13"]) == "3.11, 3.13"
    assert name_pythons(["3.13t", "3.14t"]) == "3.13t–3.14t (free-threaded)"


groups = st.sets(st.sampled_from(EVERYWHERE), min_size=1)


@given(groups, groups)
def test_different_groups_have_different_labels(one: set[str], other: set[str]) -> None:
    assert (label(one, EVERYWHERE) == label(other, EVERYWHERE)) == (one == other)


def test_the_likeliest_place_comes_first() -> None:
    ordered = sorted(EVERYWHERE, key=lambda place: Place.parse(place).rank)
    assert ordered[0] == "Linux 3.15.2 forkserver"
    assert ordered[3] == "Linux 3.14.10 forkserver"
    assert ordered.index("Linux 3.13.18 fork") < ordered.index("Linux 3.13.18 spawn")
    assert ordered.index("Linux 3.13.18 forkserver") < ordered.index("Linux 3.13.5t fork")
    assert ordered[-1] == "Windows 3.15.1 spawn"
