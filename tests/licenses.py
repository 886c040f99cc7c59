"""List the licenses of all that is installed: ``make licenses``.

What a package says of itself, from its metadata. Who distributes a container or
a bundle with these packages has to keep to them; the site holds none of their
code but the theme's styles, scripts and icons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from typing import Any


def license_of(package: Distribution) -> str:
    """Give a package's license: its expression, classifiers, own words or the title of its file."""
    told: Any = package.metadata
    expression: str | None = told.get("License-Expression")
    if expression:
        return expression
    classifiers = told.get_all("Classifier") or []
    names = [c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License :: OSI")]
    if names:
        return ", ".join(sorted(names))
    files = [package.read_text(f"licenses/{n}") for n in told.get_all("License-File") or []]
    for text in (told.get("License"), *files):
        lines = (text or "").strip().splitlines()
        if lines and len(lines[0]) <= 60:
            return lines[0].strip()
    return "not told: see the package"


def listing(packages: Iterable[Distribution]) -> str:
    """Give a list of licenses, each with the packages that are under it."""
    found: dict[str, set[str]] = defaultdict(set)
    for package in packages:
        found[license_of(package)].add(f"{package.name} {package.version}")
    lines = []
    for terms in sorted(found, key=str.lower):
        lines += [terms, *(f"    {name}" for name in sorted(found[terms], key=str.lower))]
    return "\n".join(lines)


if __name__ == "__main__":
    print(listing(distributions()))
