"""Run a command and account for it: time, CPU and memory of all its processes."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_LOOK = 0.2  # seconds between two looks at the memory, or at what is to end
_PATIENCE = 10.0  # seconds that an interrupted process has


@dataclass(frozen=True)
class Cost:
    """What one command took.

    Attributes:
        status: Its exit status.
        wall: Seconds from start to end.
        cpu: CPU seconds of it and all processes that were waited for.
        peak: Largest memory of all its processes together, MiB.
        busy: CPUs that everything else on the machine kept busy meanwhile.
    """

    status: int
    wall: float
    cpu: float
    peak: float
    busy: float


def _ticks_a_second() -> int:
    return os.sysconf("SC_CLK_TCK")  # which Windows has not, where tests import this module


def tree(pid: int) -> list[int]:
    """Give a process and all its descendants."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [pid]
    for each in found:
        found += children.get(each, [])
    return found


def _stat(pid: int) -> list[bytes]:
    """Give the fields of ``/proc/<pid>/stat`` from the state on; [] if it has gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_bytes().rpartition(b") ")[2].split()
    except OSError:
        return []


def spent(pid: int) -> float:
    """Give the CPU seconds of a living process and its descendants."""
    ticks = 0
    for each in tree(pid):
        if fields := _stat(each):
            ticks += sum(map(int, fields[11:15]))
    return ticks / _ticks_a_second()


def memory(pid: int) -> float:
    """Give the memory of a process and its descendants, MiB; what they share counts once."""
    total = 0
    for each in tree(pid):
        try:
            for line in Path(f"/proc/{each}/smaps_rollup").read_bytes().splitlines():
                if line.startswith(b"Pss:"):
                    total += int(line.split()[1])
        except OSError:
            continue
    return total / 1024


def machine_busy() -> float:
    """Give the CPU seconds that the whole machine has worked so far."""
    with Path("/proc/stat").open("rb") as file:
        user, nice, system, _, _, irq, soft, *_ = map(int, file.readline().split()[1:])
    return (user + nice + system + irq + soft) / _ticks_a_second()


def wait_quiet(limit: float, share: float = 0.25) -> None:
    """Wait until the machine is quiet, or so many seconds are over."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        before = machine_busy()
        time.sleep(1)
        if machine_busy() - before < share:
            return


def heed_interrupts() -> None:
    """Let what is started from here on be interrupted.

    A shell has what it starts in the background ignore that, and all that this starts inherits it.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def run(
    command: Sequence[str], folder: Path, env: Mapping[str, str], log: Path, limit: float = 3600
) -> Cost:
    """Run a command to its end.

    Args:
        command: It.
        folder: Where.
        env: Its environment.
        log: File for all that it says.
        limit: Seconds, after which it is ended.
    """
    before, begun = machine_busy(), time.monotonic()
    with log.open("wb") as file:
        process = subprocess.Popen(
            command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=file, stderr=file,
            start_new_session=True,
        )  # fmt: skip
    peak, done = 0.0, threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(_LOOK):
            peak = max(peak, memory(process.pid))
            if time.monotonic() - begun > limit:
                end(process.pid)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        end(process.pid)
        raise
    finally:
        done.set()
        watcher.join()
    wall = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = usage.ru_utime + usage.ru_stime
    busy = max(0.0, machine_busy() - before - cpu) / wall
    return Cost(process.returncode, wall, cpu, peak, busy)


def end(pid: int) -> None:
    """End a process and its descendants.

    The process is interrupted first, as by Ctrl-C: what is killed at once
    leaves its semaphores and its shared memory behind, since the process that
    would remove them is killed too.
    """
    family = tree(pid)
    until = time.monotonic() + _PATIENCE
    _send(pid, signal.SIGINT)
    while time.monotonic() < until and any(map(_lives, family)):
        time.sleep(_LOOK)
    for each in filter(_lives, [*family, *tree(pid)]):  # parents first: they start no more
        _send(each, signal.SIGKILL)


def _lives(pid: int) -> bool:
    return _stat(pid)[:1] not in ([], [b"Z"])


def _send(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
