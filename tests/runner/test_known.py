"""What is known from the last build: given again only where nothing it follows from changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from runner import known
from runner.known import once, recall, remembered, save


@pytest.fixture(autouse=True)
def _apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what other tests know out of these."""
    monkeypatch.setattr(known, "_known", known._Known())


@pytest.fixture
def made() -> list[str]:
    """What was made, in turn."""
    return []


def ask(made: list[str], *parts: object) -> str:
    def make() -> str:
        made.append(f"{parts}")
        return f"made of {parts}"

    return once(parts, make)


def next_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "_known", known._Known())


def test_the_next_build_makes_nothing_again(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        next_process(monkeypatch)
        recall(tmp_path / "known", "fingerprint")
        assert ask(made, "word", b"text", 3) == "made of ('word', b'text', 3)"
        save(tmp_path / "known")
    assert len(made) == 1


@pytest.mark.parametrize("damage", [None, b"", b"{", b"cnone\nthere\n."])
def test_what_is_damaged_or_missing_is_made_again(
    damage: bytes | None, tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "known"
    if damage is not None:
        file.write_bytes(damage)
    recall(file, "fingerprint")
    ask(made, 1)
    save(file)
    next_process(monkeypatch)
    recall(file, "fingerprint")
    ask(made, 1)
    assert len(made) == 1


def test_nothing_is_known_on_another_ground(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for fingerprint in ("one", "two"):
        next_process(monkeypatch)
        recall(tmp_path / "known", fingerprint)
        ask(made, 1)
        save(tmp_path / "known")
    assert len(made) == 2


def test_what_nobody_asked_for_goes(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for wanted in ((1, 2), (2,), (1,)):
        next_process(monkeypatch)
        recall(tmp_path / "known", "fingerprint")
        for each in wanted:
            ask(made, each)
        save(tmp_path / "known")
    assert made == ["(1,)", "(2,)", "(1,)"]


def test_a_process_that_builds_again_forgets_what_is_not_asked_for(
    tmp_path: Path, made: list[str]
) -> None:
    for wanted in ((1, 2), (2,), (1,)):
        recall(tmp_path / "known", "fingerprint")
        for each in wanted:
            ask(made, each)
    assert made == ["(1,)", "(2,)", "(1,)"]


def test_parts_do_not_run_into_one_another(made: list[str]) -> None:
    for parts in (("ab", "c"), ("a", "bc"), (b"ab", "c"), ("abc",)):
        ask(made, *parts)
    assert len(made) == 4


def test_what_a_function_raises_is_not_remembered() -> None:
    calls = []

    @remembered
    def fail(text: str) -> str:
        calls.append(text)
        raise ValueError(text)

    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            fail("no")
    assert calls == ["no", "no"]


def test_without_a_build_no_more_is_held_than_a_bound(
    made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "MOST", 3)
    for number in range(10):
        ask(made, number)
    assert len(known._known.asked) <= 3


def test_a_server_writes_once_enough_is_new(tmp_path: Path) -> None:
    file = tmp_path / "known"

    def build(names: range, few: int) -> bytes:
        recall(file, "fingerprint of a server")
        for name in names:
            once([name], lambda: "made")
        save(file, few)
        return file.read_bytes()

    first = build(range(10), 0)
    assert build(range(2, 12), 4) == first  # two are missing, and two are asked for no more
    assert build(range(4, 14), 4) == first
    assert build(range(5, 15), 4) != first
    fewer = build(range(5, 14), 0)
    assert build(range(5, 14), 0) == fewer
