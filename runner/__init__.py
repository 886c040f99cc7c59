"""Run snippets as their readers would, record what happens, compare and show.

A page knows nothing but the names exported here.
"""

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
