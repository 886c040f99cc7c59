"""Say by which public names something is known, by where it is defined.

The library defines under one name what it offers under others: a context's
``Pool`` method makes a ``multiprocessing.pool.Pool``, ``multiprocessing.Lock``
is a class of ``multiprocessing.synchronize``. At run time, only the former is
seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from runner.surface import surface

_IN = {
    "queues": ("Queue", "JoinableQueue", "SimpleQueue"),
    "synchronize": (
        "Barrier",
        "BoundedSemaphore",
        "Condition",
        "Event",
        "Lock",
        "RLock",
        "Semaphore",
    ),
}
# Where a thing is defined, and how else it is called; what it is known by first is first.
_ALIASES: dict[str, tuple[str, ...]] = {
    **{
        f"multiprocessing.{module}.{name}": (f"multiprocessing.{name}",)
        for module, names in _IN.items()
        for name in names
    },
    "multiprocessing.Pool": ("multiprocessing.Pool", "multiprocessing.pool.Pool"),
    "multiprocessing.Manager": (
        "multiprocessing.Manager",
        "multiprocessing.managers.SyncManager",
    ),
    "multiprocessing.process": ("multiprocessing",),
    "multiprocessing.process.BaseProcess": ("multiprocessing.Process",),
    "multiprocessing.context.Process": ("multiprocessing.Process",),
    **{
        f"multiprocessing.context.{name}": (
            "multiprocessing.Process",
            f"multiprocessing.context.{name}",
        )
        for name in ("ForkProcess", "ForkServerProcess", "SpawnProcess")
    },
    **{
        f"multiprocessing.{module}.{name}": (f"multiprocessing.{name}",)
        for module in ("context", "process")
        for name in ("AuthenticationError", "BufferTooShort", "ProcessError", "TimeoutError")
    },
    "multiprocessing.sharedctypes.Synchronized": (
        "multiprocessing.Value",
        "multiprocessing.sharedctypes.Synchronized",
    ),
    "multiprocessing.sharedctypes.SynchronizedArray": (
        "multiprocessing.Array",
        "multiprocessing.sharedctypes.SynchronizedArray",
    ),
    # What a managed pool gives back is of these types, which no method of the manager makes.
    "multiprocessing.managers.AutoProxy[AsyncResult]": (
        "multiprocessing.managers.SyncManager.AsyncResult",
    ),
    "multiprocessing.managers.IteratorProxy": (
        "multiprocessing.managers.IteratorProxy",
        "multiprocessing.managers.SyncManager.Iterator",
    ),
    "multiprocessing.pool.ApplyResult": ("multiprocessing.pool.AsyncResult",),
    "multiprocessing.dummy.DummyProcess": ("multiprocessing.dummy.Process",),
    "multiprocessing.reduction.ForkingPickler.register": (
        "multiprocessing.reduction.ForkingPickler.register",
        "multiprocessing.reduction.register",
    ),
    "multiprocessing.resource_tracker.ResourceTracker": ("multiprocessing.resource_tracker",),
    "concurrent.futures._base": ("concurrent.futures",),
    "concurrent.futures.process.ProcessPoolExecutor": ("concurrent.futures.ProcessPoolExecutor",),
    "concurrent.futures.thread.ThreadPoolExecutor": ("concurrent.futures.ThreadPoolExecutor",),
    "concurrent.futures.interpreter.InterpreterPoolExecutor": (
        "concurrent.futures.InterpreterPoolExecutor",
    ),
    "concurrent.interpreters._queues": ("concurrent.interpreters",),
    "concurrent.interpreters._queues.create": ("concurrent.interpreters.create_queue",),
}
# Every use of a module's functions is one of its default context's methods: that
# does not make it a use of those classes.
_CONTEXTS = ("multiprocessing.context.BaseContext", "multiprocessing.context.DefaultContext")
_CONTEXT = "multiprocessing.context."


def names_at(path: str) -> tuple[str, ...]:
    """Give the public names of what is defined at a path.

    Returns:
        Names of the covered API, the best known first; () if it has none.
    """
    return tuple(dict.fromkeys(n for each in _candidates(path) for n in _known(each)))


def _candidates(path: str) -> Iterable[str]:
    """Rewrite a path as a whole, or else what it begins with."""
    owner, _, last = path.rpartition(".")
    if path in _ALIASES:
        return _ALIASES[path]
    if owner.startswith(_CONTEXT) and owner.endswith("Context"):
        return (path, *_ALIASES.get(f"multiprocessing.{last}", (f"multiprocessing.{last}",)))
    if not owner:
        return (path,)
    return [f"{each}.{last}" for each in (owner, *_candidates(owner))] + [path]


def _known(name: str) -> tuple[str, ...]:
    return (name,) if name in surface() else ()


def names_of(form: str, paths: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the public names that one use is a use of.

    Args:
        form: ``name``, ``class``, ``member`` or ``lock``, as the probe tells it.
        paths: Where it was found.

    Returns:
        What it is a use of itself, and what it is a use of because of that: the
        class of the object whose attribute it is.
    """
    if form == "name":
        return tuple(dict.fromkeys(n for path in paths for n in names_at(path))), ()
    if form == "class":
        return _first(paths), ()
    if paths and paths[0].endswith(".__init__"):
        return _first([path.removesuffix(".__init__") for path in paths]), ()
    owners = [path.rpartition(".")[0] for path in paths]
    implied = _first([owner for owner in owners if owner not in _CONTEXTS])
    return tuple(dict.fromkeys(n for path in paths for n in names_at(path))), implied


def _first(paths: Iterable[str]) -> tuple[str, ...]:
    return next(filter(None, map(names_at, paths)), ())
