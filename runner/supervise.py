"""Run programs on Linux so that nothing of them can get away.

A server in a process of its own: single-threaded, so that it may fork, and
standard library only, so that it starts quickly. It reads jobs as JSON lines
from standard input, forks a supervisor for each, and answers with a line when
that one has written its result. A supervisor is the sub-reaper of what it
runs: every descendant, however it was detached, becomes its child and is
found. When the client goes away, however it ends, so does all that it began.

``runner/probe/template.py`` serves jobs in the same way, but from a process of
the programs' own interpreter, which forks them.

See ``Job`` in ``runner/server.py`` for the fields of a job and ``_result`` for
those of what came of it. Ticks and bytes come from ``/proc``; see proc(5).
"""

from __future__ import annotations

import base64
import collections
import contextlib
import ctypes
import errno
import fcntl
import json
import os
import pty
import resource
import select
import shutil
import signal
import sys
import tempfile
import termios
import time
import tty

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
CLONE_NEWNS = 0x00020000
MS_REC, MS_PRIVATE, MS_NOSUID, MS_NODEV = 0x4000, 0x40000, 0x2, 0x4
SHARED_MEMORY = "/dev/shm"
SHARED_MEMORY_SIZE = b"size=64m"
DUMP_STACKS = signal.SIGRTMIN + 5  # the probe listens for it
TICK = 1 / os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")

_libc = ctypes.CDLL(None, use_errno=True)
_prctl = _libc.prctl


# -- the process tree ---------------------------------------------------------


def children_of(pid):
    """The pids of a process's children, of all its threads."""
    found: list[int] = []
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children") as file:
                found += map(int, file.read().split())
    except FileNotFoundError:
        if os.path.isdir(f"/proc/{pid}") and not os.path.exists(f"/proc/{pid}/task/{pid}/children"):
            return [child for child, (parent, _, _) in _all_processes().items() if parent == pid]
    except OSError:
        pass
    return found


def tree_below(pid):
    """The pids of all descendants."""
    found: list[int] = []
    queue = [pid]
    while queue:
        for child in children_of(queue.pop()):
            if child not in found:
                found.append(child)
                queue.append(child)
    return found


def _all_processes():
    found = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            status = status_of(int(name))
            if status:
                found[int(name)] = status
    return found


def status_of(pid):
    """``(parent, state letter, CPU seconds)`` of a process, or None."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            fields = file.read().rpartition(b") ")[2].split()
    except OSError:
        return None
    # With waited-for children: a tree that keeps starting short ones is busy.
    ticks = sum(int(fields[k]) for k in (11, 12, 13, 14))
    return int(fields[1]), fields[0].decode(), ticks * TICK


def resident_bytes(pid):
    """Memory of a process that it shares with no file, in bytes."""
    try:
        with open(f"/proc/{pid}/statm") as file:
            _, resident, shared = map(int, file.read().split()[:3])
    except (OSError, ValueError):
        return 0
    return (resident - shared) * PAGE


def command_of(pid):
    """The command line of a process, for a person to read."""
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            words = file.read().rstrip(b"\0").split(b"\0")
    except OSError:
        return "?"
    return b" ".join(words).decode("utf-8", "replace")[:300]


def have_own_shared_memory():
    """Give this process a /dev/shm of its own; tell whether that is allowed.

    What a program leaves there is then surely its own, and goes with it. It
    is as large as in a container, so that a program can fill it.
    """
    if _libc.unshare(CLONE_NEWNS) != 0:
        return False
    private = _libc.mount(None, b"/", None, MS_REC | MS_PRIVATE, None) == 0
    target = SHARED_MEMORY.encode()
    flags = MS_NOSUID | MS_NODEV
    return private and _libc.mount(b"tmpfs", target, b"tmpfs", flags, SHARED_MEMORY_SIZE) == 0


# -- one run ------------------------------------------------------------------


class Program(BaseException):
    """Raised in a forked process that is the program's from now on: no frame of ours may stay."""


class Supervision:
    """One job, from its start to the death of its last process."""

    become = staticmethod(os.execve)  # what makes a fork of us the program

    def __init__(self, job):
        self.job = job
        self.main = 0
        self.status = None
        self.output = {1: bytearray(), 2: bytearray()}
        self.seen = {1: 0, 2: 0}
        self.pieces = []  # (nanoseconds, stream, bytes)
        self.readers = {}  # descriptor -> stream
        self.samples: collections.deque[tuple[float, float, bool]] = (
            collections.deque()
        )  # (time, CPU seconds, runnable?)
        self.verdict = "ended"
        self.cancelled = False
        self.notes = []
        self.stacks_asked = []
        self.deaf = False  # to what processes say as they are ended
        self.left = []
        self.zombies = []
        self.peak = 0
        self.spent = 0.0

    def run(self):
        """Start, watch, end and tell."""
        signal.signal(signal.SIGTERM, self._cancel)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})  # see serve()
        _prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        self.own_memory = have_own_shared_memory()
        self.begun = time.monotonic_ns()
        self._start()
        self._watch()
        self.ended = time.monotonic_ns()
        self._clear()
        self._drain()
        return self._result()

    def _cancel(self, number, frame):
        self.cancelled = True

    def _start(self):
        out, out_far = self._channel(self.job["terminal"])
        err, err_far = self._channel(True)
        for descriptor, stream in ((out, 1), (err, 2)):
            os.set_blocking(descriptor, False)
            self.readers[descriptor] = stream
        # What to run is settled before the fork: nothing may raise after it.
        path, argv = self.job["argv"][0], self.job["argv"]
        environment, folder = self.job["env"], self.job["cwd"]
        # Like a shell, we lead the session and the program is its foreground
        # job: were it the leader, its end would hang up on what outlives it.
        os.setsid()
        if os.isatty(err_far):
            fcntl.ioctl(err_far, termios.TIOCSCTTY, 0)
        null = os.open(os.devnull, os.O_RDONLY)
        report, report_far = os.pipe()
        self.main = os.fork()
        if self.main == 0:
            try:
                os.setpgid(0, 0)
                if os.isatty(err_far):
                    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
                    os.tcsetpgrp(err_far, os.getpid())
                    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
                _prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
                for number in (signal.SIGPIPE, signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                    signal.signal(number, signal.SIG_DFL)
                resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
                os.dup2(null, 0)
                os.dup2(out_far, 1)
                os.dup2(err_far, 2)
                os.chdir(folder)
                self.become(path, argv, environment)
            except Program:
                raise
            except BaseException as error:
                os.write(report_far, f"{type(error).__name__}: {error}".encode())
                os._exit(127)
        for descriptor in (out_far, err_far, null, report_far):
            os.close(descriptor)
        with open(report, "rb") as file:
            failure = file.read().decode("utf-8", "replace")
        if failure:
            self.verdict = "not started"
            self.notes.append(failure)

    def _channel(self, terminal):
        """Give the near and the far end of a pseudo-terminal, or of a pipe."""
        if terminal:
            try:
                near, far = pty.openpty()
            except OSError as error:
                self.notes.append(f"no pseudo-terminal ({error.strerror}); used a pipe")
            else:
                tty.setraw(far)  # bytes as the program wrote them
                fcntl.ioctl(far, termios.TIOCSWINSZ, b"\x18\0\x50\0\0\0\0\0")  # 24 x 80
                for descriptor in (near, far):
                    os.set_inheritable(descriptor, False)
                return near, far
        return os.pipe()

    def _watch(self):
        """Read until the main process has ended, or has to be ended."""
        pidfd = os.pidfd_open(self.main)
        poll = select.poll()
        poll.register(pidfd, select.POLLIN)
        for descriptor in self.readers:
            poll.register(descriptor, select.POLLIN)
        looked = 0.0
        while True:
            try:
                events = poll.poll(self.job["look"] * 1000)
            except InterruptedError:
                events = []
            for descriptor, _ in events:
                if descriptor in self.readers and not self._read(descriptor):
                    poll.unregister(descriptor)
            now = time.monotonic()
            if any(descriptor == pidfd for descriptor, _ in events):
                break
            if now - looked >= self.job["look"]:
                looked = now
                verdict = self._judge(now)
                if verdict:
                    self.verdict = verdict
                    break
        os.close(pidfd)

    def _judge(self, now):
        """Say why the tree has to be ended now, or give None."""
        if self.cancelled:
            return "cancelled"
        tree = tree_below(os.getpid())
        self.peak = max(self.peak, sum(map(resident_bytes, tree)))
        if self.peak > self.job["memory_limit"]:
            return "memory"
        if max(self.seen.values()) > self.job["output_limit"] * 100:
            return "output"
        states = [status for status in map(status_of, tree) if status]
        spent = self.spent + sum(cpu for _, _, cpu in states)
        ready = any(state in "RD" for _, state, _ in states)
        self.samples.append((now, spent, ready))
        limit = self.job["hangs_after"] or self.job["timeout"]
        elapsed = now - self.begun / 1e9
        if elapsed < limit:
            return None
        while len(self.samples) > 1 and self.samples[1][0] <= now - limit:
            self.samples.popleft()
        since, before, _ = self.samples[0]
        # What would run if the machine let it is not idle, only starved.
        starved = sum(ready for _, _, ready in self.samples) > len(self.samples) / 2
        idle = spent - before < self.job["busy"] * (now - since) and not starved
        if idle or elapsed >= limit * self.job["patience"]:
            return "hang" if self.job["hangs_after"] else "deadline"
        return None

    def _read(self, descriptor):
        """Take what is there; give False at the end of the stream."""
        try:
            data = os.read(descriptor, 1 << 16)
        except BlockingIOError:
            return True
        except OSError as error:
            if error.errno != errno.EIO:  # EIO: the last writer closed the terminal
                raise
            data = b""
        if not data:
            return False
        if self.deaf:
            return True
        stream = self.readers[descriptor]
        self.seen[stream] += len(data)
        room = self.job["output_limit"] - len(self.output[stream])
        if room > 0:
            self.output[stream] += data[:room]
            self.pieces.append((time.monotonic_ns(), stream, min(len(data), room)))
        return True

    def _clear(self):
        """See what is left, and leave nothing."""
        if self.verdict in ("hang", "deadline"):
            self._ask_for_stacks()
        if self.verdict == "ended":
            helpers = self._helpers()
            self.zombies = [
                pid
                for pid in children_of(os.getpid())
                if pid != self.main
                and pid not in helpers
                and (status_of(pid) or ("", "", ""))[1] == "Z"
                and self._parent_of(pid) in (None, self.main)  # init reaps orphans, as we do
            ]
            self._reap_until(time.monotonic() + self.job["grace"])
            self.left = [
                {"pid": pid, "command": command_of(pid)} for pid in tree_below(os.getpid())
            ]
        self._drain_ready()
        self.deaf = True
        deadline = time.monotonic() + 0.5
        if self.verdict != "cancelled":
            self._signal_all(signal.SIGTERM)
            self._reap_until(deadline)
        while not self._reap_until(time.monotonic() + 0.02):
            self._signal_all(signal.SIGKILL)

    def _helpers(self):
        """The resource trackers and fork servers, which end by themselves."""
        helpers = ("multiprocessing.resource_tracker", "multiprocessing.forkserver")
        births = {pid: self._birth_of(pid) for pid in self._traced()}
        return {pid for pid, birth in births.items() if any(name in birth for name in helpers)}

    def _parent_of(self, pid):
        """The process that a Python process was born of; None if it told nothing."""
        try:
            kind, _, _, _, parent, *_ = json.loads(self._birth_of(pid))
        except ValueError:
            return None
        return parent if kind == "birth" else None

    def _birth_of(self, pid):
        """The first line that a process told, or nothing."""
        try:
            with open(f"{self.job['trace']}/{pid}", encoding="utf-8") as file:
                return file.readline()
        except (OSError, UnicodeDecodeError):
            return ""

    def _traced(self):
        with contextlib.suppress(OSError):
            return {int(n) for n in os.listdir(self.job["trace"]) if n.isdigit()}
        return set()

    def _ask_for_stacks(self):
        """Have every Python process write its threads' stacks; wait for them."""
        listening = {
            pid for pid in self._traced() if os.path.exists(f"{self.job['trace']}/{pid}.stacks")
        }
        self.stacks_asked = [pid for pid in tree_below(os.getpid()) if pid in listening]
        for pid in self.stacks_asked:
            with contextlib.suppress(OSError):
                os.kill(pid, DUMP_STACKS)
        sizes, until = None, time.monotonic() + 2
        while time.monotonic() < until:
            time.sleep(0.05)
            before, sizes = sizes, [self._size(pid) for pid in self.stacks_asked]
            if all(sizes) and sizes == before:
                break

    def _size(self, pid):
        try:
            return os.path.getsize(f"{self.job['trace']}/{pid}.stacks")
        except OSError:
            return 0

    def _signal_all(self, number):
        for pid in tree_below(os.getpid()):
            with contextlib.suppress(OSError):
                os.kill(pid, number)

    def _reap_until(self, deadline):
        """Reap ended children; give True when none is left at all."""
        while True:
            self._drain_ready()
            try:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return True
            if pid:
                self.spent += usage.ru_utime + usage.ru_stime
                if pid == self.main:
                    self.status = os.waitstatus_to_exitcode(status)
                continue
            if time.monotonic() >= deadline or (self.cancelled and self.verdict == "ended"):
                return False
            time.sleep(0.005)

    def _drain_ready(self):
        for descriptor in list(self.readers):
            for _ in range(64):  # a leftover that never stops writing must not hold us
                if not select.select([descriptor], [], [], 0)[0]:
                    break
                if not self._read(descriptor):
                    os.close(descriptor)
                    del self.readers[descriptor]
                    break

    def _drain(self):
        """Read what is still in the terminals; nobody can write any more."""
        self._drain_ready()
        for descriptor in self.readers:
            os.close(descriptor)
        self.readers.clear()

    def _result(self):
        return {
            "verdict": self.verdict,
            "status": self.status,
            "stdout": base64.b64encode(self.output[1]).decode(),
            "stderr": base64.b64encode(self.output[2]).decode(),
            "pieces": self.pieces,
            "written": [self.seen[1], self.seen[2]],
            "begun": self.begun,
            "ended": self.ended,
            "cpu": self.spent,
            "peak": self.peak,
            "left": self.left,
            "zombies": self.zombies,
            "shared": sorted(os.listdir(SHARED_MEMORY)) if self.own_memory else None,
            "stacks": self.stacks_asked,
            "notes": self.notes,
            "blind": [],
            "main": self.main,
        }


# -- the server ---------------------------------------------------------------


def supervise(job, channel):
    """Run one job in this (forked) process and write its result."""
    _prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in channel:
        os.dup2(null, descriptor)
    if os.getppid() != job["server"]:
        return
    result = Supervision(job).run()
    if result["verdict"] == "cancelled":
        return
    scratch = job["result"] + ".tmp"
    with open(scratch, "w", encoding="utf-8") as file:
        json.dump(result, file)
    os.replace(scratch, job["result"])


def serve(jobs=0, answers=1):
    """Answer jobs until a descriptor ends that they come from; then end what still runs.

    Raises:
        Program: In a process that is not the server, nor a supervisor.
    """
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: os.close(jobs))
    wake, wake_far = os.pipe()
    os.set_blocking(wake_far, False)
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake_far, warn_on_full_buffer=False)
    base = os.path.realpath(tempfile.mkdtemp(prefix="snippet-"))  # as programs see it
    server = os.getpid()
    _prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)  # what a killed supervisor leaves is ours
    running: dict[int, int] = {}
    pending = b""
    try:
        _answer(answers, {"base": base})
        while True:
            try:
                ready, _, _ = select.select([jobs, wake], [], [])
            except InterruptedError:
                continue
            except (OSError, ValueError):
                return  # the descriptor was closed: told to stop
            if wake in ready:
                with contextlib.suppress(BlockingIOError):
                    os.read(wake, 4096)
                _collect(running, answers)
            if jobs in ready:
                data = os.read(jobs, 1 << 16)
                if not data:
                    return
                *lines, pending = (pending + data).split(b"\n")
                for line in lines:
                    job = json.loads(line) | {"server": server}
                    # Who is cancelled before it listens shall hear of it then.
                    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
                    pid = os.fork()
                    if pid == 0:
                        _work(job, (jobs, answers))
                    running[pid] = job["id"]
                    signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    except BrokenPipeError:
        pass  # the client has gone
    finally:
        if os.getpid() == server:
            for pid in running:
                os.kill(pid, signal.SIGTERM)
            for pid in running:
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(pid, 0)
            _end_strays({})
            shutil.rmtree(base, ignore_errors=True)


def _work(job, channel):
    """Be a supervisor to the end; only what a program is raised in gets out of here."""
    code = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        supervise(job, channel)
        sys.stderr.flush()
        code = 0
    except Program:
        raise
    except BaseException:
        _complain()
    os._exit(code)


def _complain():
    error = sys.exc_info()[1]
    if isinstance(error, OSError):  # a full disk, say: where in here it was met tells nobody more
        print(f"the supervisor of a run: {error}", file=sys.stderr)
    else:
        import traceback

        traceback.print_exc()
    sys.stderr.flush()


def _collect(running, answers):
    while running:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        if pid in running:
            number, code = running.pop(pid), os.waitstatus_to_exitcode(status)
            if code != 0:
                _end_strays(running)
            _answer(answers, {"id": number, "status": code})


def _end_strays(running):
    """End what a supervisor that was killed has left: all that is below us but the others."""
    while strays := [pid for pid in children_of(os.getpid()) if pid not in running]:
        for pid in (*strays, *(below for stray in strays for below in tree_below(stray))):
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        for pid in strays:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)


def _answer(answers, message):
    os.write(answers, json.dumps(message).encode() + b"\n")


if __name__ == "__main__":
    serve()
