"""README's tables say what a snippet's metadata and the contracts are, no more and no less."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields

import pytest

from runner.contract import WORDS
from runner.metadata import CONTRACTS, LEFTOVERS, OWN_PREFIX, OWN_VARIABLES, End, Settings
from runner.places import METHODS, SYSTEMS
from runner.project import HOME
from runner.run import HANG_PATIENCE, PATIENCE
from runner.store import SIZE

# What README says of defaults in words; all else is TOML.
IN_WORDS: dict[str, tuple[object, ...]] = {
    "none": (None, (), {}),
    "nothing": ((),),
    "all that the platform has": (METHODS,),
    "all three": (tuple(SYSTEMS),),
}


def table(head: str) -> list[list[str]]:
    """Give the rows of README's table that has this head, as their cells."""
    lines = (HOME / "README.md").read_text("utf-8").splitlines()
    first = lines.index(head) + 2
    last = lines.index("", first)
    return [re.split(r" ?\| ?", line)[1:-1] for line in lines[first:last]]


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


KEYS = table("| key in `[tool.snippet]` | what it says | default |")


def test_each_key_is_named_once() -> None:
    names = [f.name for f in (*fields(Settings), *fields(End)) if f.name not in ("end", "when")]
    assert sorted(key for keys, _, _ in KEYS for key in code(keys)) == sorted(
        name.replace("_", "-") for name in names
    )


@pytest.mark.parametrize(("keys", "default"), [(keys, default) for keys, _, default in KEYS])
def test_each_default_is_the_one_that_counts(keys: str, default: str) -> None:
    name, values = code(keys)[0], IN_WORDS.get(default, ())
    if not values:
        [written] = code(default)
        said = tomllib.loads(written if "=" in written else f"{name} = {written}")
        [(name, value)] = said.items()
        values = (value,)
    field = name.replace("-", "_")
    assert getattr(Settings() if hasattr(Settings(), field) else End(), field) in values


@pytest.mark.parametrize(("key", "values"), [("platforms", tuple(SYSTEMS)), ("leaves", LEFTOVERS)])
def test_each_choice_is_named(key: str, values: tuple[str, ...]) -> None:
    [said] = [said for keys, said, _ in KEYS if code(keys) == [key]]
    assert tuple(re.findall(r'`"([^"]+)"`', said)) == values


def test_each_variable_that_cannot_be_set_is_named() -> None:
    [said] = [said for keys, said, _ in KEYS if code(keys) == ["env"]]
    assert code(said) == [*OWN_VARIABLES, f"{OWN_PREFIX}*"]


def test_it_says_how_many_deadlines_there_are_and_how_much_is_kept() -> None:
    said = {code(keys)[0]: said for keys, said, _ in KEYS}
    assert (PATIENCE, HANG_PATIENCE, SIZE) == (6, 3, 256 << 20)
    assert "gets six of them" in said["timeout"]
    assert "or three times as many" in said["hangs-after"]
    assert "beyond 256 MiB" in (HOME / "README.md").read_text("utf-8")


def test_each_contract_is_named_and_has_its_promise() -> None:
    named = [code(contract) for contract, _ in table("| contract | two runs agree if |")]
    assert named == [[contract] for contract in CONTRACTS]
    assert tuple(WORDS) == CONTRACTS
