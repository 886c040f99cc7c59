"""The command line of the benchmark: what is asked for in a way that it does not know."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import __main__ as bench
from bench.peers import Floor
from tests.scratch import supervised


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--peers", "ours,ous", "argument --peers: 'ous' is none of ours, "),
        ("--pages", "ten", "argument --pages: 'ten' is no list of numbers such as 10,40"),
        ("--pages", "10,0", "argument --pages: '10,0' is no list of numbers"),
    ],
)
def test_what_cannot_be_measured_is_named(
    option: str, value: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        bench.main([option, value])
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


class Sleeper(Floor):
    """Takes longer to build than anybody waits."""

    name = "sleeper"

    @property
    def build(self) -> list[str]:
        return ["sleep", "600"]


@supervised
def test_a_build_over_the_limit_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench, "LIMIT_S", 0.1)
    peer = Sleeper(tmp_path)
    with pytest.raises(bench.Failed, match=r"^sleep 600 took longer than 0\.1 s:"):
        bench.Bench(tmp_path, 1, 0).build(1, "cold", peer)
