"""Run programs where ``runner/supervise.py`` cannot: macOS and Windows.

The same jobs and the same results, with what every platform has: pipes, and
psutil to find the processes. It cannot see a process that detached itself
before it was looked for, and asks no stacks; ``blind`` in the result says so.
What of shared memory cannot be seen, ``runner/surroundings.py`` adds to that.
"""

from __future__ import annotations

import base64
import contextlib
import subprocess
import sys
import threading
import time
from typing import Any

import psutil

from runner.server import Job

BLIND = (
    "processes that detached themselves",
    "zombies",
    "the stacks of a hang",
    "what a terminal would have changed",
)


def supervise(job: Job) -> dict[str, Any]:
    """Run one job and give its result, as ``runner/supervise.py`` does."""
    begun = time.monotonic_ns()
    flags: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        flags = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    result: dict[str, Any] = {
        "verdict": "ended",
        "status": None,
        "pieces": [],
        "begun": begun,
        "cpu": 0.0,
        "peak": 0,
        "left": [],
        "zombies": [],
        "shared": None,
        "stacks": [],
        "notes": [],
        "blind": list(BLIND),
        "main": 0,
    }
    buffers = {1: bytearray(), 2: bytearray()}
    written = {1: 0, 2: 0}
    try:
        process = subprocess.Popen(
            job["argv"],
            cwd=job["cwd"],
            env=job["env"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            **flags,
        )
    except OSError as error:
        result |= {"verdict": "not started", "notes": [str(error)], "ended": begun}
        return _finish(result, buffers, written)
    result["main"] = process.pid

    def drain(pipe: Any, stream: int) -> None:
        while data := pipe.read(1 << 16):
            written[stream] += len(data)
            room = job["output_limit"] - len(buffers[stream])
            if room > 0:
                buffers[stream] += data[:room]
                result["pieces"].append((time.monotonic_ns(), stream, min(len(data), room)))

    readers = [
        threading.Thread(target=drain, args=(pipe, stream), daemon=True)
        for stream, pipe in ((1, process.stdout), (2, process.stderr))
    ]
    for reader in readers:
        reader.start()
    known: dict[int, psutil.Process] = {}
    _watch(job, process, known, written, result)
    result["status"] = process.poll()
    result["ended"] = time.monotonic_ns()
    _clear(job, process, known, result)
    for reader in readers:
        reader.join(job["grace"])
    return _finish(result, buffers, written)


def _watch(
    job: Job,
    process: subprocess.Popen[bytes],
    known: dict[int, psutil.Process],
    written: dict[int, int],
    result: dict[str, Any],
) -> None:
    """Wait for the main process; note the verdict if it has to be ended."""
    samples: list[tuple[float, float]] = []
    used: dict[psutil.Process, float] = {}  # CPU seconds; what has ended keeps its last
    begun = time.monotonic()
    limit = job["hangs_after"] or job["timeout"]
    while True:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(job["look"])
            return
        now = time.monotonic()
        with contextlib.suppress(psutil.Error):
            main = psutil.Process(process.pid)
            known |= {p.pid: p for p in (main, *main.children(recursive=True))}
        memory = 0
        for each in known.values():
            with contextlib.suppress(psutil.Error):
                times = each.cpu_times()
                used[each] = times.user + times.system
                memory += each.memory_info().rss
        spent = sum(used.values())
        result["peak"] = max(result["peak"], memory)
        result["cpu"] = spent
        samples.append((now, spent))
        if memory > job["memory_limit"]:
            result["verdict"] = "memory"
            return
        if max(written.values()) > job["output_limit"] * 100:
            result["verdict"] = "output"
            return
        if now - begun < limit:
            continue
        since, before = next(s for s in reversed(samples) if s[0] <= now - limit or s is samples[0])
        idle = spent - before < job["busy"] * (now - since)
        if idle or now - begun >= limit * job["patience"]:
            result["verdict"] = "hang" if job["hangs_after"] else "deadline"
            return


def _clear(
    job: Job,
    process: subprocess.Popen[bytes],
    known: dict[int, psutil.Process],
    result: dict[str, Any],
) -> None:
    """Note what is left, then end it."""
    known.pop(process.pid, None)
    alive = [p for p in known.values() if p.is_running()]
    if result["verdict"] == "ended":
        _, alive = psutil.wait_procs(alive, timeout=job["grace"])
        for each in alive:
            with contextlib.suppress(psutil.Error):
                command = " ".join(each.cmdline())[:300]
                result["left"].append({"pid": each.pid, "command": command})
    else:
        with contextlib.suppress(psutil.Error):
            alive += psutil.Process(process.pid).children(recursive=True)
    with contextlib.suppress(OSError):
        process.kill()
    process.wait()
    for each in alive:
        with contextlib.suppress(psutil.Error):
            each.kill()
    psutil.wait_procs(alive, timeout=job["grace"])


def _finish(
    result: dict[str, Any], buffers: dict[int, bytearray], written: dict[int, int]
) -> dict[str, Any]:
    return result | {
        "stdout": base64.b64encode(buffers[1]).decode(),
        "stderr": base64.b64encode(buffers[2]).decode(),
        "written": [written[1], written[2]],
    }
