"""Tells which names of the library a program uses, by the types at run time.

Imported by ``sitecustomize`` only where ``SNIPPET_API`` asks for it; needs
``sys.monitoring`` (3.12). Told is what the program's own code does: which
names it loads, what it calls, which properties and special methods it makes
the library run, which exceptions reach it. Each use is told once a process::

    ["api", time, thread, file, line, column, form, paths, passed]

Line and column are where the expression ends, as ``ast`` counts them; both 0
where nothing in the text stands for it. The file is a path below the program's
folder, or ``-c`` and the pid for what an interpreter was given to run. What
``paths`` are, ``form`` says:

- ``name``: where a function, class or constant may be known, best first;
- ``class``: a class that is called or inherited from, and its bases;
- ``member``: an attribute, behind each class of its object that has it;
- ``lock``: the same, for a method of a lock's inner part, which knows less;
- ``passed``: nothing but the arguments that a call with ``*`` or ``**`` gave.
"""

import dis
import os
import sys
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType

monitoring = getattr(sys, "monitoring", None)
TOOL = 3
LIBRARY = ("multiprocessing", "concurrent")
OS = ("posix", "nt", "os")
OFTEN = 64  # looks at one place: what is in a loop may be of several types
NOT_ASKED_FOR = ("__del__", "__call__")  # the garbage collector may run them anywhere
MADE = "_make_methods"  # what each lock calls when it is made or has arrived

NAMES = ("LOAD_NAME", "LOAD_GLOBAL", "LOAD_DEREF", "LOAD_FAST", "LOAD_FAST_BORROW",
         "LOAD_FAST_CHECK", "LOAD_FROM_DICT_OR_GLOBALS")  # fmt: skip
PAIRS = ("LOAD_FAST_LOAD_FAST", "LOAD_FAST_BORROW_LOAD_FAST_BORROW", "STORE_FAST_LOAD_FAST")
ATTRIBUTES = ("LOAD_ATTR", "STORE_ATTR", "LOAD_METHOD", "DELETE_ATTR")
NOTHING = object()

_folder = ""
_command = ""  # what the text behind -c is told as
_tell = None
_told: set = set()
_tables: dict = {}  # code object -> what stands at its offsets, and where
_locks: dict = {}  # id of a lock's inner part -> type of the lock
_imported: dict = {}  # file -> name in it -> what was imported by it
_starred: dict = {}  # id of a frame -> what it calls with * or **


def in_library(module):
    return isinstance(module, str) and module.partition(".")[0] in LIBRARY


def lineage(cls):
    """Give the classes of the library that a class is made of, itself first."""
    return [
        f"{each.__module__}.{each.__qualname__}"
        for each in cls.__mro__
        if in_library(each.__module__)
    ]


def member(cls, name):
    paths = [f"{path}.{name}" for path in lineage(cls)]
    return ("member", paths) if paths else None


def identity(value, first=NOTHING):
    """Say what a value is in the library, as form and paths; None for others."""
    if isinstance(value, type):
        paths = lineage(value)
        return ("class", paths) if paths else None
    if isinstance(value, MethodType):
        owner = value.__self__
        name = getattr(value.__func__, "__name__", "")
        return member(owner if isinstance(owner, type) else type(owner), name)
    if isinstance(value, FunctionType):
        name = value.__name__
        # A method comes as its function, with the object as the first argument.
        if first is not NOTHING and not isinstance(first, type) and lineage(type(first)):
            for each in type(first).__mro__:
                if vars(each).get(name) is value:
                    return member(type(first), name)
        if in_library(value.__module__):
            return "name", [f"{value.__module__}.{value.__qualname__}"]
        return None
    if isinstance(value, BuiltinFunctionType):
        owner = value.__self__
        if isinstance(owner, ModuleType):
            if owner.__name__ in OS:
                return "name", [f"os.{value.__name__}"]
            return None
        if id(owner) in _locks:
            return "lock", [f"{path}.{value.__name__}" for path in lineage(_locks[id(owner)])]
    return None


def tell(code, place, found, passed=()):
    """Tell a use, unless this process has; ``place`` is where its expression ends."""
    if found is None:
        return
    form, paths = found
    file = file_of(code)
    use = (file, place[0], place[1], form, " ".join(paths), " ".join(passed))
    if use not in _told:
        _told.add(use)
        _tell("api", *use)


# -- what a program's code object holds ---------------------------------------


class Table:
    """What stands where in one code object of the program.

    ``looks`` has the offsets at which a name or an attribute is loaded: the
    name that the expression begins with, and the attributes that follow it.
    """

    def __init__(self, code):
        self.places = [place_of(position) for position in code.co_positions()]
        self.operations = {}
        self.looks = {}
        self.counts = {}
        imports = _imported.setdefault(code.co_filename, {})
        chain: tuple = ()
        module = loaded = ""
        for each in dis.get_instructions(code):
            offset, name, value = each.offset, each.opname, each.argval
            self.operations[offset] = name, value
            if name in ("CACHE", "EXTENDED_ARG", "PUSH_NULL", "NOP"):
                continue
            if name == "IMPORT_NAME":
                module = value
            elif name == "IMPORT_FROM":
                loaded = f"{module}.{value}"
            elif name.startswith("STORE_") and loaded and isinstance(value, str):
                imports[value] = loaded
                loaded = ""
            if name in NAMES:
                chain = (value,)
                self.looks[offset] = chain
            elif name in PAIRS:
                chain = (value[1],)
            elif name in ATTRIBUTES and chain:
                chain = (*chain, value)
                self.looks[offset] = chain
            else:
                chain = ()


def place_of(position):
    return position[1] or 0, position[3] or 0


def table_of(code):
    if code not in _tables:
        _tables[code] = Table(code)
    return _tables[code]


def is_own(code, frame):
    if code.co_filename.startswith(_folder):
        return True
    # A program that the program gave to another interpreter.
    return code.co_filename == "<string>" and frame.f_globals.get("__name__") == "__main__"


def file_of(code):
    name = code.co_filename
    return name[len(_folder) :] if name.startswith(_folder) else _command


def found_in(frame, name):
    """Look a name up as the frame would; NOTHING for what is built in."""
    for scope in (frame.f_locals, frame.f_globals):
        if name in scope:
            return scope[name]
    return NOTHING


def attribute_of(value, name):
    """Give an attribute without running any code of the object's; NOTHING if that cannot be."""
    if isinstance(value, ModuleType):
        return vars(value).get(name, NOTHING)
    if isinstance(value, type):
        return NOTHING
    try:
        return object.__getattribute__(value, "__dict__").get(name, NOTHING)
    except AttributeError:
        return NOTHING


# -- the events ---------------------------------------------------------------


def instruction(code, offset):
    """A name or an attribute is about to be loaded."""
    table = _tables.get(code)
    chain = table.looks.get(offset) if table is not None else None
    if not chain:
        return monitoring.DISABLE
    again = table.counts[offset] = table.counts.get(offset, 0) + 1
    frame = sys._getframe(1)
    value = found_in(frame, chain[0])
    if value is NOTHING:
        return monitoring.DISABLE  # a built-in
    place = table.places[offset // 2]
    if len(chain) == 1:
        path = _imported.get(code.co_filename, {}).get(chain[0], "")
        tell_value(code, place, value, path)
        return monitoring.DISABLE
    for name in chain[1:-1]:
        value = attribute_of(value, name)
        if value is NOTHING:
            return monitoring.DISABLE
    name = chain[-1]
    if isinstance(value, ModuleType):
        path = f"{value.__name__}.{name}"
        tell_value(code, place, vars(value).get(name), path)
        return monitoring.DISABLE
    tell(code, place, member(value if isinstance(value, type) else type(value), name))
    return monitoring.DISABLE if again >= OFTEN else None


def tell_value(code, place, value, path):
    """Tell of a loaded value, under the name that it was reached by and its own."""
    found = identity(value)
    if found is not None:
        tell(code, place, found)
    if path and (in_library(path) or path.startswith("os.")) and not isinstance(value, ModuleType):
        tell(code, place, ("name", [path]))


def called(code, offset, function, first):
    table = _tables.get(code)
    if table is None:
        return monitoring.DISABLE
    again = table.counts[~offset] = table.counts.get(~offset, 0) + 1
    operation = table.operations.get(offset, ("", None))[0]
    place = table.places[offset // 2]
    given = NOTHING if first is monitoring.MISSING else first
    found = identity(function, given)
    if found is not None and found[0] == "class" and not own_init_is_library(function):
        found = "class", [*found[1], ""]  # its arguments are those of another class
    tell(code, place, found)
    if operation == "CALL_FUNCTION_EX":
        _starred[id(sys._getframe(1))] = function
    return monitoring.DISABLE if again >= OFTEN else None


def own_init_is_library(cls):
    for each in cls.__mro__:
        if "__init__" in vars(each) or "__new__" in vars(each):
            return in_library(each.__module__)
    return True


def started(code, offset):
    """A Python function begins: the program's own, or one that it made the library run."""
    frame = sys._getframe(1)
    if is_own(code, frame):
        # A module that is imported twice has code that is equal, but not the same.
        if not monitoring.get_local_events(TOOL, code):
            table_of(code)
            events = monitoring.events
            monitoring.set_local_events(TOOL, code, events.INSTRUCTION | events.CALL)
            if code.co_argcount:
                # The library calls what the program wrote in place of its own.
                first = frame.f_locals.get(code.co_varnames[0])
                tell(code, (0, 0), member(type(first), code.co_name))
        return None
    if code.co_filename != "<string>" and not in_library(frame.f_globals.get("__name__")):
        return monitoring.DISABLE
    if code.co_name == MADE:
        lock = frame.f_locals.get("self")
        _locks[id(getattr(lock, "_semlock", None))] = type(lock)
    caller = frame.f_back
    if caller is None or caller.f_code not in _tables:
        return None
    table = _tables[caller.f_code]
    operation, name = table.operations.get(caller.f_lasti, ("", None))
    place = table.places[caller.f_lasti // 2]
    first = frame.f_locals.get(code.co_varnames[0]) if code.co_argcount else None
    if operation in ATTRIBUTES:
        tell(caller.f_code, place, member(type(first), name))
    elif operation == "CALL_FUNCTION_EX":
        function = _starred.pop(id(caller), None)
        tell(caller.f_code, place, ("passed", []), passed_to(function, code, frame))
    elif code.co_name.startswith("__") and code.co_name not in NOT_ASKED_FOR:
        tell(caller.f_code, (0, 0), member(type(first), code.co_name))
    return None


def passed_to(function, code, frame):
    """Name the parameters of a function that do not have their default value."""
    function = getattr(function, "__init__", function) if isinstance(function, type) else function
    function = getattr(function, "__func__", function)
    if getattr(function, "__code__", None) is not code:
        return ()
    count = code.co_argcount
    names = code.co_varnames[:count]
    defaults = dict(zip(reversed(names), reversed(function.__defaults__ or ()), strict=False))
    defaults |= function.__kwdefaults__ or {}
    names += code.co_varnames[count : count + code.co_kwonlyargcount]
    values = frame.f_locals
    return [n for n in names if n != "self" and values.get(n) is not defaults.get(n, NOTHING)]


def raised(code, offset, exception):
    if code in _tables:
        paths = lineage(type(exception))
        if paths:
            tell(code, (0, 0), ("class", [*paths, ""]))


def watch(folder, teller):
    """Begin to tell what the programs in a folder use.

    ``folder`` ends with a slash; ``teller`` appends an event.
    """
    global _folder, _command, _tell
    _folder, _command, _tell = folder, f"-c {os.getpid()}", teller
    events = monitoring.events
    monitoring.use_tool_id(TOOL, "snippet api")
    for event, function in (
        (events.INSTRUCTION, instruction),
        (events.CALL, called),
        (events.PY_START, started),
        (events.RAISE, raised),
    ):
        monitoring.register_callback(TOOL, event, function)
    monitoring.set_events(TOOL, events.PY_START | events.RAISE)
