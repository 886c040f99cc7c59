"""Let ``mkdocs serve`` hear of a change at once, where the system tells of it."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)

DELAY = 0.03  # seconds without a further change, after which a build begins
# A build opens and closes what it reads: that is no change, and would build for ever.
CHANGES = [FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]


def watch_closely(server: LiveReloadServer) -> None:
    """Let a server be told of changes, instead of looking for them twice a second.

    Its own way stays where there is no inotify, or no more room for it.

    Args:
        server: The server; it does not serve yet.
    """
    if sys.platform != "linux":
        return
    from watchdog.observers.inotify import InotifyObserver

    polling: Any = server.observer
    watched: list[tuple[FileSystemEventHandler, str, bool]] = []

    class Observer(InotifyObserver):
        def schedule(
            self,
            event_handler: FileSystemEventHandler,
            path: str | Path,
            *,
            recursive: bool = False,
            **_: Any,
        ) -> Any:
            watched.append((event_handler, str(path), recursive))
            return super().schedule(
                event_handler, str(path), recursive=recursive, event_filter=CHANGES
            )

        def start(self) -> None:
            try:
                super().start()
            except OSError:  # the system lets nobody watch so much
                server.observer = polling
                for handler, path, recursive in watched:
                    polling.schedule(handler, path, recursive=recursive)
                polling.start()

    try:
        server.observer = Observer()  # type: ignore[assignment]
    except OSError:
        return
    for path, watch in server._watch_refs.items():
        for handler in polling._handlers[watch]:
            server._watch_refs[path] = server.observer.schedule(
                handler, path, recursive=watch.is_recursive
            )
    with contextlib.suppress(KeyError):
        polling.unschedule_all()
    server.build_delay = DELAY
