"""Tells how the names on its standard input are called; runs on any Python 3.

In: a JSON array of names such as ``multiprocessing.Queue.put``. Out: a JSON
object of those that have a signature, as ``(a, /, *b, c=None)``.
"""

import ast
import importlib
import inspect
import json
import sys

# Offered as functions that make them, so that their members are elsewhere.
CLASSES = {
    "Process": "process.BaseProcess",
    "Value": "sharedctypes.Synchronized",
    "Array": "sharedctypes.SynchronizedArray",
    **{name: f"queues.{name}" for name in ("JoinableQueue", "Queue", "SimpleQueue")},
    **{
        name: f"synchronize.{name}"
        for name in (
            "Barrier",
            "BoundedSemaphore",
            "Condition",
            "Event",
            "Lock",
            "RLock",
            "Semaphore",
        )
    },
}
# Set on each object, from the lock that it holds.
INNER = ("acquire", "release")


def found(name):
    owner, _, last = name.rpartition(".")
    package, _, short = owner.partition(".")
    if package == "multiprocessing" and short in CLASSES:
        module, _, cls = CLASSES[short].partition(".")
        owner = f"multiprocessing.{module}"
        value = getattr(importlib.import_module(owner), cls)
        if last in INNER and not hasattr(value, last):
            value = importlib.import_module("_multiprocessing").SemLock
        return getattr(value, last)
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        try:
            value = importlib.import_module(".".join(parts[:count]))
        except ImportError:
            continue
        for part in parts[count:]:
            value = getattr(value, part)
        return value
    raise AttributeError(name)


def plain(default):
    """Give a default as it can be written, or three dots."""
    try:
        text = repr(default)
        ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return "..."
    return text


class Written:
    """Stands for a default; its repr is what a signature shows."""

    def __init__(self, default):
        self.text = plain(default)

    def __repr__(self):
        return self.text


def signature_of(value):
    signature = inspect.signature(value)
    parameters = [p for p in signature.parameters.values() if p.name != "self"]
    return str(
        signature.replace(
            parameters=[
                p.replace(
                    annotation=p.empty,
                    default=p.empty if p.default is p.empty else Written(p.default),
                )
                for p in parameters
            ],
            return_annotation=signature.empty,
        )
    )


def main():
    told = {}
    for name in json.load(sys.stdin):
        try:
            value = found(name)
            if callable(value):
                told[name] = signature_of(value)
        except (AttributeError, ImportError, TypeError, ValueError):
            pass  # no such name on this version or platform, or none that it tells
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
