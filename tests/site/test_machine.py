"""Nothing of the machine that built the site is told to its readers."""

from __future__ import annotations

import getpass
import io
import os
import re
import socket
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from runner.project import HOME

COMMON = {"root", "runner", "user", "localhost", "ubuntu", "debian"}  # words of any page, too


def _name(name: str, *forms: str) -> str:
    """Match a name as a word, or, where it is a word that any page may use, in these forms."""
    word = rf"(?<![\w.-]){re.escape(name)}(?![\w-])"
    rare = len(name) > 4 and name.lower() not in COMMON
    return word if rare else "|".join(form.format(re.escape(name)) for form in forms)


def secrets_of_the_machine() -> re.Pattern[bytes]:
    """Match folders and names that only this machine has."""
    folders = {HOME, HOME.resolve(), Path.home(), Path(sys.prefix).resolve()}
    paths = [re.escape(str(folder)) + r"(?![\w.-])" for folder in folders if len(str(folder)) > 1]
    below = re.escape(tempfile.gettempdir() + os.sep)
    temporary = rf"{below}(?:snippet-|pytest-of-|tmp\w{{8}}\b)"
    names = (
        _name(socket.gethostname(), r"@{0}\b", r"//{0}[:/]"),
        _name(getpass.getuser(), r"(?<!\w){0}@\w", r"/home/{0}\b", r"/Users/{0}\b"),
    )
    values = [
        re.escape(value)
        for name, value in os.environ.items()
        if re.search("TOKEN|SECRET|PASSWORD|API_?KEY", name) and len(value) > 7
    ]
    return re.compile("|".join([*paths, temporary, *names, *values]).encode())


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give each file below a folder; what is packed, unpacked."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name, data = path.relative_to(folder).as_posix(), path.read_bytes()
        if path.suffix == ".zip":
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                yield from ((f"{name}: {inner}", packed.read(inner)) for inner in packed.namelist())
        else:
            yield name, data


def told(folder: Path) -> list[str]:
    pattern = secrets_of_the_machine()
    return [
        f"{name}: …{data[max(0, found.start() - 40) : found.end() + 40]!r}…"
        for name, data in contents(folder)
        for found in list(pattern.finditer(data))[:3]
    ]


def test_the_site_tells_nothing_of_the_machine(site: Path) -> None:
    assert told(site) == []


@pytest.mark.parametrize(
    "text",
    [
        f"made in {HOME}/docs",
        f"read {Path.home()}/.netrc",
        f"ran in {tempfile.gettempdir()}{os.sep}snippet-abc123/1/w",
        f"user {getpass.getuser()}@somewhere",
        f"from user@{socket.gethostname()}",
        "the token is not-for-you-0123",
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_what_would_tell_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, packed: bool
) -> None:
    monkeypatch.setenv("SOME_TOKEN", "not-for-you-0123")
    if packed:
        with zipfile.ZipFile(tmp_path / "all.zip", "w") as file:
            file.writestr("name.py", text)
    else:
        (tmp_path / "page.html").write_text(text, "utf-8")
    assert len(told(tmp_path)) == 1


def test_what_is_no_secret_is_none(tmp_path: Path) -> None:
    text = "the root of the tree, /tmp/x, /usr/lib/python3.15, name@example.org, a runner"
    (tmp_path / "page.html").write_text(text, "utf-8")
    assert told(tmp_path) == []
