"""Give a program as a notebook that writes it into a file and runs that.

A cell cannot hold most of these programs: where processes are spawned, they
import the program's file, and a notebook's cells are none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, MutableMapping
from functools import partial
from typing import Any

from runner.known import once
from runner.snippet import Snippet

WHY = (
    "The first code cell writes the program into a file, and the last one runs it as a script:"
    " worker processes import the file they come from, and a notebook is none."
)


def runs_in_notebook(snippet: Snippet) -> bool:
    """Tell whether a notebook can run it: a program that hangs would hold the notebook up."""
    ends = (snippet.settings.end, *(when.end for when in snippet.settings.when))
    return all(end.hangs_after is None for end in ends)


def notebook_of(snippet: Snippet) -> str:
    """Give a program as the text of an ``.ipynb`` file, not yet run."""
    return once(("notebook", snippet.name, snippet.digest), partial(_notebook, snippet))


def _notebook(snippet: Snippet) -> str:
    settings = snippet.settings
    cells = [_cell("markdown", f"# {snippet.path.name}\n\n{snippet.summary}\n\n{WHY}")]
    for path in (*snippet.helpers, snippet.path):
        code = snippet.code if path == snippet.path else path.read_text("utf-8")
        cells.append(_cell("code", f"%%writefile {path.name}\n{code.rstrip()}"))
    if snippet.dependencies:
        cells.append(_cell("code", f"%pip install --quiet {' '.join(snippet.dependencies)}"))
    cells += [_cell("code", f"%env {name}={value}") for name, value in settings.env.items()]
    command = " ".join(['"{sys.executable}"', *settings.options, snippet.path.name])
    cells.append(_cell("code", f"import sys\n\n!{command}"))
    name_cells(cells)
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    book = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(book, indent=1, ensure_ascii=False) + "\n"


def name_cells(cells: Iterable[MutableMapping[str, Any]]) -> None:
    """Give each cell of a notebook an id, the same each time."""
    for place, cell in enumerate(cells, 1):
        cell["id"] = f"cell-{place}"


def _cell(kind: str, text: str) -> dict[str, Any]:
    cell: dict[str, Any] = {"cell_type": kind, "metadata": {}, "source": text}
    return cell | ({"execution_count": None, "outputs": []} if kind == "code" else {})
