"""Decide which programs are forked from a template instead of started anew.

``SNIPPET_FORK_SERVER=1`` asks for it. It spares an interpreter's start and most
imports, and is not quite what a reader does: so it is off unless asked for, its
runs are kept apart, and ``python -m runner compare-starts`` compares.
"""

from __future__ import annotations

import os
import sys

from runner.interpreters import Interpreter
from runner.snippet import Snippet

ENVIRONMENT = "SNIPPET_FORK_SERVER"


def _has_pidfds() -> bool:
    """Tell whether the kernel has them: that Python has the call says nothing on that."""
    if sys.platform != "linux":
        return False
    try:
        os.close(os.pidfd_open(os.getpid()))
    except (AttributeError, OSError):
        return False
    return True


CAN_SUPERVISE = _has_pidfds()


def wanted() -> bool:
    """Tell whether the environment asks for it."""
    return os.environ.get(ENVIRONMENT, "") not in ("", "0")


def fits(snippet: Snippet, interpreter: Interpreter) -> bool:
    """Tell whether a program may be forked, by what it declares.

    Not one that measures, or that needs packages; not one whose interpreter is to
    start in another way than the template did: with options, with variables of its
    own, or writing to a pipe.
    """
    settings = snippet.settings
    usual = settings.terminal and not settings.options and not settings.env
    return CAN_SUPERVISE and usual and not settings.alone and not interpreter.packages


def forks(snippet: Snippet, interpreter: Interpreter) -> bool:
    """Tell whether a program is forked in this process's runs."""
    return wanted() and fits(snippet, interpreter)
