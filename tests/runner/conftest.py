"""What the runner's tests share: a scratch project, interpreters, a runner."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from runner.interpreters import Interpreter, find_interpreters
from runner.project import ENVIRONMENT, HOME
from runner.run import Runner
from tests.scratch import OUTSIDE, Scratch


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "project"))
    for name in OUTSIDE:
        monkeypatch.delenv(name, raising=False)
    return Scratch(tmp_path / "project")


@pytest.fixture(scope="session")
def pythons() -> list[Interpreter]:
    """This machine's interpreters, newest first; none with packages."""
    return [i for i in find_interpreters(HOME, HOME / ".cache") if not i.packages]


@pytest.fixture(scope="session")
def python(pythons: list[Interpreter]) -> Interpreter:
    """The newest of them."""
    return pythons[0]


@pytest.fixture(scope="session")
def runner() -> Iterator[Runner]:
    with Runner() as runner:
        yield runner
