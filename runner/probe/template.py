"""Be what programs are forked from, so that none has to start an interpreter.

Python imports ``sitecustomize`` as it starts, before it looks for the program's
file. There a template stops and serves jobs, as ``runner/supervise.py`` does. A
fork that is to be a program returns from there: its interpreter finds the file,
runs it as ``__main__`` and ends as it always does, with no frame of ours below.

The template is started with the name of a file that is not there. Wherever the
interpreter keeps this name, a program has its own written over it.
"""

import _signal
import gc
import os
import sys

from imports import Keeper  # type: ignore[import-not-found]

# What programs import most, and all that those import.
AHEAD = (
    "concurrent.futures.process",
    "concurrent.futures.thread",
    "multiprocessing.forkserver",
    "multiprocessing.managers",
    "multiprocessing.pool",
    "multiprocessing.popen_fork",
    "multiprocessing.popen_forkserver",
    "multiprocessing.popen_spawn_posix",
    "multiprocessing.queues",
    "multiprocessing.resource_tracker",
    "multiprocessing.shared_memory",
    "multiprocessing.sharedctypes",
    "multiprocessing.spawn",
    "multiprocessing.synchronize",
    "pathlib",
    "traceback",
)
PR_SET_MM, PR_SET_MM_MAP = 35, 14
# Fields of /proc/PID/stat, from 0: the first five of a prctl_mm_map, and where the stack is.
STAT_MEMORY, STAT_STACK = (25, 26, 44, 45, 46), 27
PIECE = 4 << 20  # bytes of memory that are looked through at once
HUGE = 256 << 20  # bytes of a mapping that is a reserved range of addresses


def serve(known):
    """Serve until there is no more to do; return only as a program that was forked.

    Args:
        known: The modules that every program has from its start.
    """
    *descriptors, path = os.environ["SNIPPET_TEMPLATE"].split(":", 3)
    jobs, answers, errors = map(int, descriptors)
    keeper = Keeper(known)
    supervise = keeper.record(lambda: _import_all(path))
    memory = Memory(supervise.ctypes)
    os.dup2(errors, 2)  # the streams were made for a terminal, as a program's are

    def become(path, argv, environment):
        raise supervise.Program(argv, environment)

    supervise.Supervision.become = staticmethod(become)
    gc.collect()
    gc.freeze()  # to look here for garbage would only copy it all into each program
    try:
        supervise.serve(jobs, answers)
    except supervise.Program as program:
        argv, environment = program.args
    else:
        os._exit(0)
    _be_new(argv, environment)
    keeper.hide()
    memory.keep(keeper)  # to free what the program never sees takes longer than it runs
    memory.name_program(argv[1])
    memory.show(argv, environment)
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))  # with this, the supervisor knows it has begun


def _import_all(path):
    from importlib.machinery import SourceFileLoader
    from types import ModuleType

    for name in AHEAD:
        __import__(name)
    supervise = ModuleType("supervise")
    SourceFileLoader("supervise", path).exec_module(supervise)
    return supervise


def _be_new(argv, environment):
    """Set what a process has from its start: signals, environment, arguments, ``__main__``."""
    import posix
    import site

    _signal.set_wakeup_fd(-1)
    for number in (_signal.SIGTERM, _signal.SIGHUP, _signal.SIGCHLD):
        _signal.signal(number, _signal.SIG_DFL)
    _signal.signal(_signal.SIGINT, _signal.default_int_handler)
    _signal.signal(_signal.SIGPIPE, _signal.SIG_IGN)
    os.environ.clear()
    os.environ.update(environment)
    posix.environ.clear()
    posix.environ.update((os.fsencode(k), os.fsencode(v)) for k, v in environment.items())
    site.USER_BASE = site.USER_SITE = None  # they lie below HOME
    site.getusersitepackages()
    sys.argv[:], sys.orig_argv[:] = argv[1:], argv
    # What the program defines is garbage in the end: to be found, its module must not be frozen.
    main = type(sys)("__main__")
    main.__dict__.clear()
    main.__dict__.update(sys.modules["__main__"].__dict__)
    sys.modules["__main__"] = main


class Memory:
    """What this process's memory holds of its command line."""

    def __init__(self, ctypes):
        self.ctypes = ctypes
        self.codec = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"
        needle = sys.orig_argv[-1].encode(self.codec)
        places = [at for at in _find(needle) if at - id(needle) not in range(256)]
        # One of them is absolute: the folder, which is "/", and another slash stand before.
        root = "//".encode(self.codec)
        self.whole = [at - 8 for at in places if ctypes.string_at(at - 8, 8) == root]
        self.short = [at for at in places if at - 8 not in self.whole]
        if not self.short or not self.whole:
            raise RuntimeError("this interpreter keeps the name of its program elsewhere")

    def name_program(self, name):
        """Have the interpreter take this file, in the current folder, for its program."""
        for places, text in ((self.short, name), (self.whole, os.path.join(os.getcwd(), name))):
            wide = f"{text}\0".encode(self.codec)
            for place in places:
                self.ctypes.memmove(place, wide, len(wide))

    def keep(self, something):
        """Have something never be freed."""
        self.ctypes.pythonapi.Py_IncRef(self.ctypes.py_object(something))

    def show(self, argv, environment):
        """Have ``/proc`` show this command line and environment, as of what was executed."""
        ctypes = self.ctypes
        words = b"".join(os.fsencode(word) + b"\0" for word in argv)
        pairs = b"".join(os.fsencode(f"{k}={v}") + b"\0" for k, v in environment.items())
        libc = ctypes.CDLL(None)
        libc.malloc.restype = libc.sbrk.restype = ctypes.c_void_p
        start = libc.malloc(len(words + pairs))  # never freed, since it is shown to the end
        ctypes.memmove(start, words + pairs, len(words + pairs))
        middle, end = start + len(words), start + len(words + pairs)
        with open("/proc/self/stat", "rb") as file:
            stat = [b"0", b"0", *file.read().rpartition(b") ")[2].split()]
        lines = (start, middle, middle, end)
        numbers = [*(int(stat[k]) for k in STAT_MEMORY), libc.sbrk(0), int(stat[STAT_STACK])]
        layout = bytes((ctypes.c_uint64 * 12)(*numbers, *lines, 0))
        layout += bytes((ctypes.c_uint32 * 2)(0, 0xFFFFFFFF))  # no vector, the same executable
        libc.prctl(PR_SET_MM, PR_SET_MM_MAP, layout, len(layout), 0)


def _find(needle):
    """Find where some bytes stand in the memory that this process has for itself."""
    with open("/proc/self/maps") as file:
        lines = [line.split() for line in file]
    buffer = bytearray(PIECE)
    found = []
    with open("/proc/self/mem", "rb", buffering=0) as memory:
        for span, rights, _, _, inode, *name in lines:
            start, end = (int(each, 16) for each in span.split("-"))
            own = rights.startswith("rw-p") and inode == "0" and name in ([], ["[heap]"])
            while own and end - start in range(len(needle), HUGE):
                memory.seek(start)
                size = memory.readinto(memoryview(buffer)[: min(PIECE, end - start)])
                place = buffer.find(needle, 0, size)
                while place >= 0:
                    found.append(start + place)
                    place = buffer.find(needle, place + 1, size)
                start += max(size - len(needle) + 1, 1)
    return found
