"""Run snippets as their readers would, record what happens, compare and show.

A page knows nothing but the names exported here. Each is imported when it is
asked for: who needs one module of this package does not load all of them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runner.catalog import error_index, pitfall_index, question_index, symptom_index
    from runner.chart import chart
    from runner.diagram import diagram
    from runner.figure import timeline
    from runner.matrix import matrix
    from runner.reference import api, api_index
    from runner.report import build_report, site_facts
    from runner.show import show
    from runner.speed import build_times
    from runner.trials import trial_results

__all__ = [
    "api",
    "api_index",
    "build_report",
    "build_times",
    "chart",
    "diagram",
    "error_index",
    "matrix",
    "pitfall_index",
    "question_index",
    "show",
    "site_facts",
    "symptom_index",
    "timeline",
    "trial_results",
]

_MODULES = {
    "api": "reference",
    "api_index": "reference",
    "build_report": "report",
    "build_times": "speed",
    "chart": "chart",
    "diagram": "diagram",
    "error_index": "catalog",
    "matrix": "matrix",
    "pitfall_index": "catalog",
    "question_index": "catalog",
    "show": "show",
    "site_facts": "report",
    "symptom_index": "catalog",
    "timeline": "figure",
    "trial_results": "trials",
}


class _Package(ModuleType):
    """This package, in which ``show`` is the function, also once the module is loaded."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _MODULES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __getattr__(self, name: str) -> object:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        function = getattr(import_module(f"runner.{_MODULES[name]}"), name)
        setattr(self, name, function)
        return function


sys.modules[__name__].__class__ = _Package
