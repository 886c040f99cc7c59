"""Import modules before a program runs, and give them to it as if they were imported then.

What a :class:`Keeper` has imported is in ``sys.modules`` of no program, nor an
attribute of its package, until the program imports it. Then it is there at once,
with all that it imports itself, and what it leaves in the process is done: exit
functions and functions at a fork, in the order in which the program imports.
"""

import atexit
import builtins
import os
import sys
from _frozen_importlib import _resolve_name  # type: ignore[attr-defined]
from time import time, time_ns


class Kept:
    """A module that was imported ahead; as a loader, what gives it to the program.

    ``steps`` is what it did as it was imported, in order, as functions and arguments.
    """

    def __init__(self, module, loader, keeper):
        self.module = module
        self.loader = loader
        self.keeper = keeper
        self.steps = []

    def create_module(self, spec):
        del self.keeper.kept[spec.name]  # imported once more, it is another module
        return self.module

    def exec_module(self, module):
        module.__spec__.loader = self.loader
        for function, args, kwargs in self.steps:
            function(*args, **kwargs)
        if module.__name__ in RENEW:
            RENEW[module.__name__](module)


class Recording:
    """A loader around another one, that records what a module does as it is imported."""

    def __init__(self, loader, keeper):
        self.loader = loader
        self.keeper = keeper

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        keeper, spec = self.keeper, module.__spec__
        module.__loader__ = spec.loader = self.loader
        before = set(sys.modules)
        keeper.kept[spec.name] = kept = Kept(module, self.loader, keeper)
        keeper.working.append(kept)
        try:
            self.loader.exec_module(module)
        except BaseException:
            del keeper.kept[spec.name]
            raise
        finally:
            keeper.working.pop()
        for name in sys.modules.keys() - before - keeper.kept.keys() - keeper.aliases:
            keeper.aliases.add(name)  # such as __mp_main__; what it imports may need them
            module = sys.modules[name]
            same = [known for known in keeper.known if sys.modules.get(known) is module]
            # To hold on to __main__ would have it end later than usual.
            step = (_alias, (name, same[0])) if same else (sys.modules.__setitem__, (name, module))
            kept.steps.insert(0, (*step, {}))
        kept.module = sys.modules[spec.name]


def _alias(name, same):
    sys.modules[name] = sys.modules[same]


class Keeper:
    """A finder: imports ahead while it records, and later finds what it has kept."""

    def __init__(self, known):
        self.known = known  # what every program has from the start
        self.kept = {}
        self.aliases = set()
        self.working = []  # what is being imported, innermost last
        self.recording = False

    def find_spec(self, name, path=None, target=None):
        if not self.recording:
            kept = self.kept.get(name)
            if kept is None:
                return None
            spec = kept.module.__spec__
            spec.loader = kept
            return spec
        for finder in sys.meta_path:
            if finder is not self:
                spec = finder.find_spec(name, path, target)
                if spec is not None:
                    if spec.loader is not None:
                        spec.loader = Recording(spec.loader, self)  # type: ignore[assignment]
                    return spec
        return None

    def record(self, work):
        """Do some work, and keep every module that it imports; its result is given."""
        real = []

        def patch(owner, name, wrap):
            real.append((owner, name, getattr(owner, name)))
            setattr(owner, name, wrap(getattr(owner, name)))

        self.recording = True
        sys.meta_path.insert(0, self)
        patch(builtins, "__import__", self._importing)
        patch(atexit, "register", self._later)
        patch(os, "register_at_fork", self._later)
        try:
            import threading

            patch(threading, "_register_atexit", self._later)
            return work()
        finally:
            for owner, name, function in real:
                setattr(owner, name, function)
            sys.meta_path.remove(self)
            self.recording = False

    def _importing(self, function):
        """Give an ``__import__`` that notes what the module that is being imported imports."""

        def importing(name, globals=None, locals=None, fromlist=(), level=0):  # noqa: A002
            module = function(name, globals, locals, fromlist, level)
            if self.working:
                if level:
                    name = _resolve_name(name, globals["__package__"], level)
                for each in (name, *(f"{name}.{each}" for each in fromlist or ())):
                    steps = self.working[-1].steps
                    step: tuple = (function, (each,), {})
                    new = each in sys.modules and each not in self.known
                    if new and step not in steps:
                        steps.append(step)
            return module

        return importing

    def _later(self, function):
        """Give a function that notes its call, to be made once the program imports the module."""

        def called(*args, **kwargs):
            if not self.working:
                return function(*args, **kwargs)
            self.working[-1].steps.append((function, args, kwargs))
            return args[0] if args else None

        return called

    def hide(self):
        """Have it look as if nothing had been imported, and find what is kept from now on."""
        modules = sys.modules
        for name in [name for name in modules if name not in self.known]:
            module = modules.pop(name)
            parent, _, child = name.rpartition(".")
            owner = modules.get(parent) or (parent in self.kept and self.kept[parent].module)
            if name in self.kept and owner and owner.__dict__.get(child) is module:
                del owner.__dict__[child]
        for name in RENEW.keys() & modules.keys():
            RENEW[name](modules[name])
        sys.meta_path.insert(0, self)


# -- what a module remembers of the process that imported it ------------------


def _renew_threading(threading):
    threading._after_fork()
    main = threading.main_thread()
    main._native_id = threading.get_native_id()


def _renew_process(process):
    process.ORIGINAL_DIR = os.path.abspath(os.getcwd())
    key = process.AuthenticationString(os.urandom(32))
    process._current_process._config["authkey"] = key


def _renew_logging(logging):
    logging._startTime = time_ns() if isinstance(logging._startTime, int) else time()


def _renew_tempfile(tempfile):
    tempfile.tempdir = tempfile._name_sequence = None


RENEW = {
    "logging": _renew_logging,
    "multiprocessing.process": _renew_process,
    "random": lambda random: random.seed(),
    "tempfile": _renew_tempfile,
    "threading": _renew_threading,
}
