"""Look into the worker of the theme's search: the index that it makes, and what it answers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from runner.repair import mend
from runner.searching import SEARCH_REPAIRS, finish_search

# Tells of the index with the message that it is there.
_SPY = """
const tables = [];
Object.defineProperty(lunr.tokenizer, "table", {
  get: () => tables.at(-1),
  set: (table) => tables.push(table),
});
let made;
lunr.Index = class extends lunr.Index {
  constructor(parts) {
    super(parts);
    made = this;
  }
};
self.addEventListener("unhandledrejection", ({ reason }) => { throw reason; });
const send = self.postMessage.bind(self);
self.postMessage = (message) => {
  if (message.type === 1) {
    const { fields, fieldVectors, invertedIndex, pipeline, tokenSet } = made;
    const words = tokenSet.toArray();
    // As places are looked for, a vector and a table are filled.
    message.index = JSON.stringify(
      { invertedIndex, fields, fieldVectors, pipeline, words, tables });
  }
  send(message);
};
"""
_ASK = """async ([script, data, questions]) => {
  const worker = new Worker(URL.createObjectURL(new Blob([script])));
  const ask = (message) => new Promise((resolve, reject) => {
    worker.onmessage = (event) => resolve(event.data);
    worker.onerror = (event) => reject(event.message);
    setTimeout(reject, 60_000, "no answer");
    worker.postMessage(message);
  });
  const { index } = await ask({ type: 0, data });
  const answers = [];
  for (const question of questions) {
    answers.push(JSON.stringify((await ask({ type: 2, data: question })).data));
  }
  worker.terminate();
  return [index, answers];
}"""


@dataclass(frozen=True)
class Indexed:
    """What a search's worker made and said.

    Attributes:
        index: The parts of its index, by name, and the tables of where words are.
        answers: What it answered to each question, with all scores and marks.
    """

    index: dict[str, Any]
    answers: list[str]


def indexed(page: Page, script: str, texts: dict[str, Any], questions: list[str]) -> Indexed:
    """Let a worker's script make the index of some texts, and answer some questions.

    Args:
        page: Any page whose policy lets it start a worker.
        script: The worker's.
        texts: The texts, as in `search_index.json`.
        questions: What is searched for.
    """
    data = {"config": texts["config"], "docs": texts["docs"], "options": {"suggest": False}}
    index, answers = page.evaluate(_ASK, [script + _SPY, data, questions])
    return Indexed(json.loads(index), answers)


def check_same(lunr: Indexed, ours: Indexed) -> None:
    """Check that two workers made the same and said the same.

    Ours notes where words are in a text only when it looks for one there: so no text without any
    word of the index has a table.
    """
    for part in lunr.index.keys() - {"tables"}:
        assert ours.index[part] == lunr.index[part], part
    tables = list(zip(ours.index["tables"], lunr.index["tables"], strict=True))
    assert all(mine in ([], whole) for mine, whole in tables)
    texts = [vector for vector in ours.index["fieldVectors"].values() if vector]
    assert sum(mine != [] for mine, _ in tables) == len(texts)
    assert ours.answers == lunr.answers


def both(page: Page, raw: str, texts: dict[str, Any], questions: list[str]) -> list[Indexed]:
    """Do the same with lunr's own builder, and with the one that takes its place.

    Args:
        page: As above.
        raw: The worker's script as the theme has it.
        texts: As above.
        questions: As above.
    """
    scripts = mend(raw, SEARCH_REPAIRS[:-1]), finish_search(raw)
    return [indexed(page, script, texts, questions) for script in scripts]
