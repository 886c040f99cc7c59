"""Measure how long it takes from a save to the served page."""

from __future__ import annotations

import http.client
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import measure
from bench.peers import Floor

_LOOK = 0.01  # seconds between two looks at the page


class Late(Exception):
    """A page did not show what it should in time."""


@dataclass(frozen=True)
class Served:
    """A site that is served.

    Attributes:
        peer: Whose.
        port: Where.
        pid: Of the server.
    """

    peer: Floor
    port: int
    pid: int

    def page(self, number: int) -> str:
        """Give a page as it is served now; "" if it is not."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        try:
            connection.request("GET", f"/{self.peer.url(number)}")
            return connection.getresponse().read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            return ""
        finally:
            connection.close()

    def wait(self, number: int, wanted: str, limit: float) -> None:
        """Wait until a page shows a text.

        Raises:
            Late: If it does not in time.
        """
        end = time.monotonic() + limit
        while wanted not in self.page(number):
            if time.monotonic() > end:
                raise Late(f"{self.peer.name}: page {number} does not show {wanted!r}")
            time.sleep(_LOOK)

    def save(self, number: int, change: Callable[[], str], limit: float) -> measure.Cost:
        """Change something, and wait for it on the served page."""
        before, cpu, begun = measure.machine_busy(), measure.spent(self.pid), time.monotonic()
        self.wait(number, change(), limit)
        wall = time.monotonic() - begun
        cpu = measure.spent(self.pid) - cpu
        busy = max(0.0, measure.machine_busy() - before - cpu) / wall
        return measure.Cost(0, wall, cpu, measure.memory(self.pid), busy)


@contextmanager
def serving(peer: Floor, number: int, wanted: str, log: Path, limit: float) -> Iterator[Served]:
    """Serve a peer's site while the block runs.

    Args:
        peer: Whose.
        number: The page that is looked at.
        wanted: What it shows once the site is there.
        log: File for all that the server says.
        limit: Seconds that it may take.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    with log.open("wb") as file:
        process = subprocess.Popen(
            peer.serve(port),
            cwd=peer.root,
            env=peer.env,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
            start_new_session=True,
        )
    try:
        served = Served(peer, port, process.pid)
        served.wait(number, wanted, limit)
        time.sleep(1)  # until it watches
        yield served
    finally:
        measure.end(process.pid)
        process.wait()
