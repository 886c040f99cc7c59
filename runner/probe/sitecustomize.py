"""Injected into each Python process of a snippet's run; tells what it does.

Python imports ``sitecustomize`` at start-up from ``PYTHONPATH``, before the
program, so no frame of this file is on the stack while the program runs. It
must work on every supported version with nothing but built-in modules: each
import here is paid by every process of every run.

A process appends its events to a file of its own, ``TRACE/<pid>``, one JSON
array a line: ``[kind, nanoseconds, thread, *details]``. The file
is opened and closed for each event: so a process that is killed loses
nothing, no descriptor of ours is inherited, and no lock is held over a fork.
``runner/trace.py`` reads them.
"""

import io
import os
import sys
from _thread import get_ident
from time import monotonic_ns

if "SNIPPET_TEMPLATE" in os.environ:
    # No program yet, but what programs are forked from: in each of them it goes on below.
    known = set(sys.modules)
    import template  # type: ignore[import-not-found]

    template.serve(known)
    del known, template

TRACE = os.environ.get("SNIPPET_TRACE", "")
METHOD = os.environ.get("SNIPPET_METHOD", "")
WORK = os.environ.get("SNIPPET_CALLS", "")  # the program's folder; "": calls are not told
API = os.environ.get("SNIPPET_API", "")  # the same folder; "": uses of the library are not told
MOST = 2 << 20  # bytes of a stream that are told: more than the runner keeps of it
_stacks = -1  # descriptor that faulthandler writes this process's stacks to

# What may not stand in a JSON string as it is.
ESCAPES = {code: f"\\u{code:04x}" for code in (*range(32), ord('"'), ord("\\"))}


def as_json(value):
    """Do what json.dumps does to the few types that are told: its import costs 3 ms."""
    if isinstance(value, (list, tuple)):
        return f"[{','.join(map(as_json, value))}]"
    if value is None:
        return "null"
    if isinstance(value, int):
        return int.__repr__(value)
    return f'"{str(value).translate(ESCAPES)}"'


def tell(kind, *details):
    """Append one event; a full disk or table of files must not harm the run."""
    line = as_json((kind, monotonic_ns(), get_ident(), *details)) + "\n"
    try:
        target = os.open(
            f"{TRACE}/{os.getpid()}",
            os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0),
            0o600,
        )
        try:
            os.write(target, line.encode("utf-8", "backslashreplace"))
        finally:
            os.close(target)
    except OSError:
        pass


class Told(io.FileIO):
    """The raw layer of stdout or stderr; tells which process wrote what."""

    size = 0

    def write(self, data):
        if self.size < MOST:
            self.size += len(data)
            tell("write", self.fileno(), bytes(data).decode("latin-1"))
        return super().write(data)


def tell_writes(stream):
    """Give a stream like this one, buffered alike, that tells of its writes."""
    descriptor = stream.fileno()
    raw = Told(descriptor, "w", closefd=False)
    raw.name = stream.name
    unbuffered = stream.write_through
    told = io.TextIOWrapper(
        raw if unbuffered else io.BufferedWriter(raw),
        encoding=stream.encoding,
        errors=stream.errors,
        newline="\n" if os.linesep == "\n" else None,
        line_buffering=stream.line_buffering,
        write_through=unbuffered,
    )
    told.mode = "w"
    return told


class Attribute:
    """A data descriptor that tells when an attribute is set to something.

    Patching a method would leave a frame of ours in tracebacks and in the
    stacks of a hang; setting an attribute leaves none.
    """

    def __init__(self, name, telling, default=None):
        self.name = name
        self.telling = telling
        self.default = default

    def __get__(self, instance, owner=None):
        if instance is None:
            return self.default
        try:
            return instance.__dict__[self.name]
        except KeyError:
            if self.default is not None:
                return self.default
            message = f"{type(instance).__name__!r} object has no attribute {self.name!r}"
            raise AttributeError(message) from None

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value
        if value is not None:
            self.telling(instance, value)


def on_context(module):
    if METHOD in module._concrete_contexts:
        # What the platform would choose; the program may still set another.
        module._default_context._default_context = module._concrete_contexts[METHOD]


def on_process(module):
    def started(process, popen):
        tell("start", popen.pid, process._name)

    module.BaseProcess._popen = Attribute("_popen", started)


def on_popen(module):
    def ended(popen, code):
        tell("reap", getattr(popen, "pid", None), code)

    module.Popen.returncode = Attribute("returncode", ended)


def on_shared_memory(module):
    def named(memory, name):
        tell("made", "shared-memory", name)

    module.SharedMemory._name = Attribute("_name", named)


def on_synchronize(module):
    def named(lock, semlock):
        if getattr(semlock, "name", None):
            tell("made", "semaphore", semlock.name)

    module.SemLock._semlock = Attribute("_semlock", named)


AFTER_IMPORT = {
    "multiprocessing.context": on_context,
    "multiprocessing.process": on_process,
    "multiprocessing.popen_fork": on_popen,
    "multiprocessing.popen_spawn_win32": on_popen,
    "multiprocessing.shared_memory": on_shared_memory,
    "multiprocessing.synchronize": on_synchronize,
}


class AfterImport:
    """A finder that finds nothing itself, and adjusts the modules above."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        adjust = AFTER_IMPORT.get(name)
        if adjust is None:
            return None
        for finder in sys.meta_path:
            if finder is not AfterImport:
                spec = finder.find_spec(name, path, target)
                if spec is not None:
                    break
        else:
            return None
        execute = spec.loader.exec_module

        def exec_module(module):
            del spec.loader.exec_module
            execute(module)
            adjust(module)

        spec.loader.exec_module = exec_module
        return spec


# -- calls and waits ----------------------------------------------------------

MOST_CALLS = 4000  # events of one process; a tight loop is no picture
WAITS = {
    "multiprocessing/process.py": {"BaseProcess.join"},
    "multiprocessing/queues.py": {"Queue.get", "SimpleQueue.get", "JoinableQueue.join"},
    "multiprocessing/connection.py": {
        "_ConnectionBase.recv",
        "_ConnectionBase.recv_bytes",
        "_ConnectionBase.poll",
        "Listener.accept",
        "wait",
    },
    "multiprocessing/pool.py": {
        "ApplyResult.get",
        "ApplyResult.wait",
        "IMapIterator.next",
        "Pool.join",
    },
    "multiprocessing/synchronize.py": {
        "SemLock.__enter__",
        "Condition.wait",
        "Condition.wait_for",
        "Event.wait",
    },
    "threading.py": {"Barrier.wait", "Condition.wait", "Event.wait", "Thread.join"},
    "concurrent/futures/_base.py": {"Future.result", "wait"},
    "concurrent/futures/process.py": {"ProcessPoolExecutor.shutdown"},
    "concurrent/futures/thread.py": {"ThreadPoolExecutor.shutdown"},
    "queue.py": {"Queue.get"},
    "subprocess.py": {"Popen.wait", "Popen.communicate"},
}
WAITING_BUILTINS = {"sleep", "acquire", "recv", "accept", "waitpid", "wait", "select"}
IN_C = ("builtin_function_or_method", "method_descriptor")  # a method is the latter
_known: dict[
    int, tuple
] = {}  # id of a code object -> (what its calls are told as, the code object)
_open: dict[int, list] = {}  # thread -> its open spans, innermost last
_told = [0]
_main_thread = [get_ident()]


def kind_of(code):
    """Give ``("call", name)``, ``("wait", name)`` or None for a code object."""
    kept = _known.get(id(code))
    if kept is not None:
        return kept[0]
    path = code.co_filename.replace(os.sep, "/")
    found = None
    if path.startswith(WORK):
        if not code.co_name.startswith("<") or code.co_name == "<module>":
            found = ("call", code.co_qualname)
    else:
        for end, names in WAITS.items():
            if path.endswith("/" + end) and code.co_qualname in names:
                found = ("wait", code.co_qualname)
    _known[id(code)] = found, code  # kept, so that no other object gets its id
    return found


MOST_LETTERS = 500  # of an argument; the runner cuts more, once no path of ours is in it


def given(frame):
    """Give a call's arguments, as far as they are plain values."""
    code = frame.f_code
    words = []
    for name in code.co_varnames[: code.co_argcount][:4]:
        value = frame.f_locals.get(name)
        plain = value is None or type(value) in (int, float, str, bool, bytes)
        text = repr(value) if plain else type(value).__name__
        words.append(text[:MOST_LETTERS])
    return words


def enter(kind, name, frame=None):
    """Open a span, unless it is inside a wait: only the outermost is told."""
    ident = get_ident()
    spans = _open.setdefault(ident, [])
    # What the library's own threads wait for is no news of the program.
    service = kind == "wait" and not spans and ident != _main_thread[0]
    hidden = service or (bool(spans) and spans[-1][0] == "wait")
    if not hidden:
        _told[0] += 1
        hidden = _told[0] > MOST_CALLS
    spans.append((kind, name, hidden))
    if not hidden:
        current = sys.modules.get("threading")
        thread = ""
        if current is not None:
            known = current._active.get(ident)
            thread = known.name if known is not None else ""
        tell("open", kind, name, given(frame) if frame is not None else [], thread)


def leave(name):
    """Close the span of this name, and what is still open inside of it."""
    spans = _open.get(get_ident(), ())
    if not any(open_name == name for _, open_name, _ in spans):
        return
    while spans:
        kind, inner, hidden = spans.pop()
        if not hidden:
            tell("close", kind, inner)
        if inner == name:
            return


def watch_calls():
    """Tell of the program's own calls and of what it waits for."""
    if hasattr(sys, "monitoring"):
        watch_by_monitoring(sys.monitoring)
    else:
        sys.setprofile(profiled)
        AFTER_IMPORT["threading"] = lambda module: module.setprofile(profiled)
        if "threading" in sys.modules:
            sys.modules["threading"].setprofile(profiled)


def watch_by_monitoring(monitoring):
    tool, events = 4, monitoring.events
    monitoring.use_tool_id(tool, "snippet probe")

    def started(code, offset):
        kind = kind_of(code)
        if kind is None:
            return monitoring.DISABLE
        wanted = events.PY_RETURN
        if kind[0] == "call":
            wanted |= events.CALL
        monitoring.set_local_events(tool, code, wanted)
        enter(kind[0], kind[1], sys._getframe(1) if kind[0] == "call" else None)
        return None

    def returned(code, offset, value):
        kind = kind_of(code)
        if kind:
            leave(kind[1])

    def called(code, offset, function, first):
        name = getattr(function, "__name__", None)
        if name in WAITING_BUILTINS and type(function).__name__ in IN_C:
            enter("wait", name)

    def came_back(code, offset, function, first):
        name = getattr(function, "__name__", None)
        if name in WAITING_BUILTINS:
            leave(name)

    for event, function in (
        (events.PY_START, started),
        (events.PY_RETURN, returned),
        (events.PY_UNWIND, returned),
        (events.CALL, called),
        (events.C_RETURN, came_back),
        (events.C_RAISE, came_back),
    ):
        monitoring.register_callback(tool, event, function)
    monitoring.set_events(tool, events.PY_START | events.PY_UNWIND)


def profiled(frame, event, argument):
    """Before 3.12: the same by a profile function, which costs each call more."""
    kept = _known.get(id(frame.f_code))
    kind = kept[0] if kept is not None else kind_of(frame.f_code)
    if kind is None:
        return
    if event == "call":
        enter(kind[0], kind[1], frame if kind[0] == "call" else None)
    elif event == "return":
        leave(kind[1])
    else:
        name = getattr(argument, "__name__", None)
        if name in WAITING_BUILTINS:
            enter("wait", name) if event == "c_call" else leave(name)


def offer_stacks():
    """Make this process write the stacks of its threads when it is asked to."""
    global _stacks
    try:
        import _signal
        import faulthandler

        number = _signal.SIGRTMIN + 5
        inherited = _stacks
        name = f"{TRACE}/{os.getpid()}.stacks"
        fresh = os.open(f"{name}.new", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            # High up, so that the program's own descriptors are numbered as usual.
            import fcntl

            _stacks = fcntl.fcntl(fresh, fcntl.F_DUPFD_CLOEXEC, 200)
        finally:
            os.close(fresh)
        faulthandler.register(number, file=_stacks, all_threads=True)
        # Only now may it be asked: before, the signal would have ended the process.
        os.rename(f"{name}.new", name)
        if inherited >= 0 and inherited != _stacks:
            os.close(inherited)
    except (ImportError, AttributeError, OSError, ValueError):
        pass  # Windows, macOS, or no descriptor left: no stacks of this process


def after_fork():
    _open.clear()  # the copied stack is the parent's story
    _main_thread[0] = get_ident()
    tell("birth", "fork", os.getppid(), [])
    offer_stacks()


def at_exit(owner):
    if os.getpid() == owner:
        left = []
        threading = sys.modules.get("threading")
        if threading is not None:
            main = threading.main_thread()
            left = [t.name for t in threading.enumerate() if t is not main]
        tell("end", left)


def in_main_interpreter():
    try:
        import _interpreters
    except ImportError:
        return True  # before 3.13 a subinterpreter gets its own site, too; none is used
    return _interpreters.get_current()[0] == _interpreters.get_main()[0]


def begin():
    here = os.path.dirname(os.path.abspath(__file__))
    if API:
        import api  # type: ignore[import-not-found]  # while it can be found

        del sys.modules["api"]  # the program may have a module of that name
        api.watch(API, tell)
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != here]
    if not TRACE:
        return
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is not None:
            try:
                stream = tell_writes(stream)
            except (OSError, ValueError, AttributeError):
                continue  # closed, or not a descriptor
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
    if not in_main_interpreter():
        return
    tell("birth", "exec", os.getppid(), list(sys.orig_argv[1:]))
    sys.meta_path.insert(0, AfterImport)
    offer_stacks()
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=after_fork)
    import atexit

    atexit.register(at_exit, os.getpid())
    if WORK:
        watch_calls()


begin()
