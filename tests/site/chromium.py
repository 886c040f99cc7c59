"""The Chromium that the browser tests drive: where it is, and how to get it.

Playwright would download a build of its own; the machine's own does as well and
comes with the system's updates. ``python -m tests.site.chromium`` says what was
found and installs one where that needs no question: as root, with apt.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)


def find_chromium() -> str | None:
    """Return the path of this machine's Chromium, or None.

    The environment variable ``CHROMIUM`` goes before what is installed.
    """
    if named := os.environ.get("CHROMIUM"):
        return named
    on_path = filter(None, map(shutil.which, COMMANDS))
    return next(on_path, None) or next((a for a in APPLICATIONS if Path(a).exists()), None)


def install_chromium() -> str | None:
    """Install Chromium where this can be done without asking; return its path, or None."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return None
    install = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    # The lists of packages may be missing or old: only then is updating them worth its time.
    for command in (install, ["apt-get", "update"], install):
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        if command is install and done.returncode == 0:
            break
    return find_chromium()


def main() -> int:
    """Make sure there is a Chromium; say what that means for the tests. Never fails."""
    if find_chromium():
        return 0
    print("No Chromium here: trying to install one for the browser tests ...", flush=True)
    if found := install_chromium():
        print(f"Chromium for the browser tests: {found}")
    else:
        print("No Chromium could be had: the browser tests will be skipped. To run them, install")
        print("Chromium or Chrome, or name one in the environment variable CHROMIUM.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
