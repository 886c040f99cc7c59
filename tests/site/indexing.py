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
# Gives the index in small parts, cut anywhere, to a worker that fetches it.
_PARTS = """
self.fetch = async () => ({ body: new Blob([%s]).stream().pipeThrough(new TransformStream({
  transform: (bytes, parts) => {
    for (let at = 0; at < bytes.length; at += 1009) parts.enqueue(bytes.slice(at, at + 1009));
  },
}))});
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


def indexed(
    page: Page, script: str, texts: dict[str, Any], questions: list[str], *, fetched: bool
) -> Indexed:
    """Let a worker's script make the index of some texts, and answer some questions.

    Args:
        page: Any page whose policy lets it start a worker.
        script: The worker's.
        texts: The texts, as in `search_index.json`.
        questions: What is searched for.
        fetched: Whether the worker fetches the texts, or is given them as from disk.
    """
    data: dict[str, Any] = {"config": texts["config"], "options": {"suggest": False}}
    if fetched:
        text = json.dumps(texts, separators=(",", ":"))  # as the search's plugin writes it
        script += _PARTS % json.dumps(text)
    else:
        data["docs"] = texts["docs"]
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


def check_both(page: Page, raw: str, texts: dict[str, Any], questions: list[str]) -> Indexed:
    """Check that the builder that takes the place of lunr's own does the same, from both sources.

    Args:
        page: As above.
        raw: The worker's script as the theme has it.
        texts: As above.
        questions: As above.

    Returns:
        What lunr's own builder made and said.
    """
    lunr = indexed(page, mend(raw, SEARCH_REPAIRS[:-1]), texts, questions, fetched=False)
    for fetched in (True, False):
        check_same(lunr, indexed(page, finish_search(raw), texts, questions, fetched=fetched))
    return lunr
