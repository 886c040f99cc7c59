"""The list of licenses: of every package, in one of its own words."""

from __future__ import annotations

from email.message import Message
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

import pytest

from tests.licenses import license_of, listing


class MadeUp(Distribution):
    """A package whose metadata a test made up."""

    def __init__(self, **told: str) -> None:
        self.message = Message()
        for key, value in told.items():
            self.message[key.replace("_", "-")] = value

    @property
    def metadata(self) -> Any:
        return self.message

    def read_text(self, filename: str) -> str | None:
        return "    MIT License\n\nCopyright" if filename == "licenses/LICENSE" else None

    def locate_file(self, path: Any) -> Path:
        return Path(path)


@pytest.mark.parametrize(
    ("told", "terms"),
    [
        ({"License_Expression": "MIT", "License": "other"}, "MIT"),
        ({"Classifier": "License :: OSI Approved :: ISC License (ISCL)"}, "ISC License (ISCL)"),
        ({"License": "Apache 2.0"}, "Apache 2.0"),
        ({"License": "Copyright (c) 2015\n\nPermission is hereby granted"}, "Copyright (c) 2015"),
        ({"License": "word " * 50}, "not told: see the package"),
        ({"License_File": "LICENSE"}, "MIT License"),
        ({"License_File": "none"}, "not told: see the package"),
        ({}, "not told: see the package"),
    ],
)
def test_a_license_is_what_the_package_says(told: dict[str, str], terms: str) -> None:
    assert license_of(MadeUp(**told)) == terms


def test_every_installed_package_says_under_which_license_it_is() -> None:
    text = listing(distributions())
    assert "not told" not in text
    for package in distributions():
        assert f"    {package.name} {package.version}" in text.splitlines()
