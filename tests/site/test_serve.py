"""What a server serves after many edits is what another one serves that knows nothing."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from runner.interpreters import ENVIRONMENT as PYTHONS
from runner.project import HOME
from tests.scratch import Scratch, is_soon
from tests.site.test_memo import EDITS, edit, edit_record, site
from tests.site.test_tiny_build import Site, pytestmark, python

__all__ = ["pytestmark", "python", "site"]


class Server:
    """A server of a site.

    Args:
        site: Of which.
        port: Where.
        log: The file of what it says.
    """

    def __init__(self, site: Site, port: int, log: Path) -> None:
        self.docs = site.root / "docs"
        self.port = port
        self.log = log

    def get(self, path: str) -> bytes:
        """Give a file as it is served, but for what tells one server from another."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}") as answer:
                content: bytes = answer.read()
        except urllib.error.HTTPError as error:
            return str(error).encode()
        except OSError:
            return b""
        return re.sub(rb"livereload\([^)]*\)|127\.0\.0\.1:\d+", b"", content)

    def all(self) -> dict[str, bytes]:
        """Give the pages, and what stands for all of them, as they are served."""
        pages = [
            path.relative_to(self.docs).with_suffix(".html") for path in self.docs.rglob("*.md")
        ]
        others = ["404.html", "search/search_index.json", "build-report.json"]
        return {path: self.get(path) for path in [*(page.as_posix() for page in pages), *others]}


@contextmanager
def serving(site: Site) -> Iterator[Server]:
    """Serve a site while the block runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    log = site.root.with_name(f"{port}.log")
    with log.open("wb") as said:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "mkdocs", "serve", "--livereload"),
                *("-f", str(site.root / "mkdocs.yml"), "--dev-addr", f"127.0.0.1:{port}"),
                *("--watch", str(site.root / "snippets"), "--watch", str(site.root / "records")),
            ],
            cwd=HOME,
            env=site.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
        )
    try:
        server = Server(site, port, log)
        assert is_soon(lambda: server.get("index.html") != b"")
        yield server
    finally:
        process.terminate()
        process.wait()


def heard(site: Site, server: Server) -> bool:
    """Save a page; tell whether the server soon shows it: it may not watch yet."""
    before = server.get("ends.html")
    page = site.root / "docs/ends.md"
    page.write_text(f"{page.read_text('utf-8')}\nA line more.\n", "utf-8")
    return is_soon(lambda: server.get("ends.html") != before, within=2)


def test_after_many_edits_each_file_is_served_as_if_built_anew(site: Site, tmp_path: Path) -> None:
    with serving(site) as server:
        assert is_soon(heard, site, server)
        for change in EDITS:
            before = server.all()
            change(site)
            if change is not edit_record:  # what it changes is on no page
                assert is_soon(lambda known=before: server.all() != known), change.__name__
        copy = Site(Scratch(tmp_path / "project"), str(site.environment[PYTHONS]))
        remembered = shutil.ignore_patterns(".cache", "site")
        shutil.copytree(site.root, copy.root, ignore=remembered, dirs_exist_ok=True)
        shutil.copytree(site.root / ".cache/runs", copy.root / ".cache/runs")
        with serving(copy) as another:
            anew = another.all()
        assert b"Another title" in anew["index.html"]
        assert is_soon(lambda: server.all() == anew), [
            path for path, content in server.all().items() if content != anew.get(path)
        ]
        assert "404" in server.get("markup.html").decode()


def test_what_is_not_as_recorded_is_warned_of_and_shown(site: Site) -> None:
    snippet = site.root / "snippets/methods/by_fork.py"
    before = snippet.read_text("utf-8")
    edit(snippet, "child {number}", "kid {number}")
    try:
        with serving(site) as server:
            assert b"kid 1 by fork" in server.get("methods.html")
            said = server.log.read_text("utf-8")
    finally:
        snippet.write_text(before, "utf-8")
    assert "not as recorded; the pages show what ran now" in said
    assert "kid 1 by fork" in said
