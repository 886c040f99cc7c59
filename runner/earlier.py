"""Take over from the site built before what comes out the same.

A build removes the earlier site and writes all of it anew, and to remove and to make
thousands of files takes longer than to read them. So the earlier site is put aside, what is
the same byte for byte is moved back, and the rest goes: a file that no build writes any more
is not there, as in a site that is built anew.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path


class Earlier:
    """The site built before, while it is built anew.

    Args:
        site: The folder of the site.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        # Beside it, on the same disk; in it, whoever goes through the site would find it.
        self.aside = site.with_name(f".{site.name}.earlier")
        self._site, self._aside = str(self.site), str(self.aside)
        self._folders: set[str] = set()

    def set_aside(self) -> None:
        """Empty the site's folder, but for what is hidden: MkDocs leaves that where it is.

        What an interrupted build left aside goes.
        """
        self.remove()
        with contextlib.suppress(OSError):  # then nothing is taken over, or less
            entries = [entry for entry in self.site.iterdir() if not entry.name.startswith(".")]
            self.aside.mkdir()
            for entry in entries:
                entry.rename(self.aside / entry.name)

    def take_over(self, path: str, content: bytes) -> bool:
        """Move a file back if it holds the same.

        Args:
            path: The file, below the site's folder.
            content: What it is to hold.

        Returns:
            Whether that was done.
        """
        # Asked for each file of the site: a Path would take as long as the rest.
        earlier = f"{self._aside}/{path}"
        try:
            with open(earlier, "rb", buffering=0) as file:  # noqa: PTH123
                if file.readall() != content:
                    return False
            os.rename(earlier, self._place(path))  # noqa: PTH104
        except OSError:
            return False
        return True

    def write(self, path: str, content: bytes) -> None:
        """Have a file hold this, below the site's folder."""
        if not self.take_over(path, content):
            Path(self._place(path)).write_bytes(content)

    def _place(self, path: str) -> str:
        """Give where a file of the site belongs; its folder is made if need be."""
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            (self.site / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return f"{self._site}/{path}"

    def remove(self) -> None:
        """Remove what was not taken over."""
        shutil.rmtree(self.aside, ignore_errors=True)
