"""What MkDocs is spared: the same files and templates come out, and no change is missed."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files

from runner.project import HOME
from runner.theming import hasten
from runner.watching import watch_closely
from tests.scratch import PATIENCE, is_soon


def settings() -> MkDocsConfig:
    return load_config(str(HOME / "mkdocs.yml"), hooks=[], plugins=[])


def theme_files(config: MkDocsConfig) -> list[str]:
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    return [file.src_uri for file in files]


def test_the_theme_has_the_same_files_and_templates(tmp_path: Path) -> None:
    plain, quick = settings(), settings()
    hasten(quick.theme, tmp_path / "templates")
    assert theme_files(quick) == theme_files(plain)
    assert len(theme_files(plain)) > 10
    for _ in range(2):  # compiled, and as it was kept
        text = quick.theme.get_env().get_template("partials/source.html")
        assert text.name == plain.theme.get_env().get_template("partials/source.html").name
    assert list((tmp_path / "templates").iterdir())


def test_templates_that_cannot_be_kept_are_compiled(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    config = settings()
    hasten(config.theme, tmp_path / "file")
    assert config.theme.get_env().get_template("main.html")


class Watched:
    """A folder that a server watches.

    Attributes:
        folder: It.
        server: The server; what it built is counted, not built.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.built = threading.Semaphore(0)
        self.server = LiveReloadServer(
            lambda: self.built.release(), "127.0.0.1", 0, str(folder), polling_interval=0.05
        )
        (folder / "page.md").write_text("old", "utf-8")
        self.server.watch(str(folder))
        watch_closely(self.server)

    def start(self) -> None:
        self.thread = threading.Thread(target=self.server.serve)
        self.thread.start()
        assert is_soon(lambda: self.server.observer.is_alive())


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    watched = Watched(tmp_path)
    yield watched
    watched.server.shutdown()
    watched.thread.join(PATIENCE)


def save(path: Path) -> None:
    path.write_text("new", "utf-8")


def replace(path: Path) -> None:
    other = path.with_suffix(".new")
    other.write_text("new", "utf-8")
    other.replace(path)


@pytest.mark.parametrize("change", [save, replace, Path.unlink])
def test_a_change_is_heard(change: object, watched: Watched) -> None:
    watched.start()
    assert callable(change)
    change(watched.folder / "page.md")
    assert watched.built.acquire(timeout=PATIENCE)


def test_a_new_folder_is_watched_as_well(watched: Watched) -> None:
    watched.start()
    (watched.folder / "below").mkdir()
    for _ in range(int(PATIENCE)):  # what is saved before the folder is watched may be missed
        save(watched.folder / "below/page.md")
        if watched.built.acquire(timeout=1):
            break
    else:
        pytest.fail("nothing was heard")


def test_reading_is_no_change(watched: Watched) -> None:
    watched.start()
    for _ in range(3):
        assert (watched.folder / "page.md").read_text("utf-8") == "old"
    assert not watched.built.acquire(timeout=1)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is changed")
def test_where_nothing_more_can_be_watched_it_looks_itself(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    from watchdog.observers.api import BaseObserver

    start, watcher = BaseObserver.start, watched.server.observer

    def full(self: BaseObserver) -> None:
        if self is watcher:
            raise OSError(28, "inotify watch limit reached")
        start(self)

    monkeypatch.setattr(BaseObserver, "start", full)
    watched.start()
    assert watched.server.observer is not watcher
    save(watched.folder / "page.md")
    assert watched.built.acquire(timeout=PATIENCE)
