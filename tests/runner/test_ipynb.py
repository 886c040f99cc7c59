"""A program as a notebook, run for real."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

from runner import notebook
from runner.ipynb import notebook_of, runs_in_notebook
from runner.project import HOME
from runner.snippet import get_snippet
from tests.scratch import Scratch

CHILD = """
from multiprocessing import get_context
from beside import word
def work():
    print(word, flush=True)
if __name__ == "__main__":
    child = get_context("spawn").Process(target=work)
    child.start()
    child.join()
"""


def test_the_notebook_runs_the_program_as_a_script(scratch: Scratch, tmp_path: Path) -> None:
    scratch.write("topic/spawned", CHILD, 'env = { SAID = "yes" }')
    (scratch.project.snippets / "topic/beside.py").write_text('word = "spawned"\n', "utf-8")
    snippet = get_snippet("topic/spawned", scratch.project.snippets)
    assert runs_in_notebook(snippet)
    text = notebook_of(snippet)
    assert text == notebook_of(snippet)
    book: Any = nbformat.from_dict(json.loads(text))  # type: ignore[no-untyped-call]
    nbformat.validate(book)
    resources = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(book, timeout=120, startup_timeout=120, resources=resources).execute()
    assert book.cells[-1].outputs[0].text.split() == ["spawned"]
    written = (tmp_path / "spawned.py").read_text("utf-8")
    assert written.rstrip() == snippet.code.rstrip()
    assert "%env SAID=yes" in text


def test_a_program_that_hangs_is_no_notebook(scratch: Scratch) -> None:
    scratch.write("topic/hangs", "import time\ntime.sleep(600)", "hangs-after = 2")
    assert not runs_in_notebook(get_snippet("topic/hangs", scratch.project.snippets))


def test_what_has_to_be_installed_is(scratch: Scratch) -> None:
    path = scratch.project.snippets / "topic/needs.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('# /// script\n# dependencies = ["joblib"]\n# ///\n"""Need it."""\n', "utf-8")
    text = notebook_of(get_snippet("topic/needs", scratch.project.snippets))
    assert "%pip install --quiet joblib" in text
    assert "/// script" not in text


def test_the_notebook_to_take_along_is_the_same_each_time() -> None:
    source = HOME / "docs/notebooks/six_questions.py"
    text = notebook.download(source)
    assert text == notebook.download(source)
    assert len({cell["id"] for cell in json.loads(text)["cells"]}) > 6
