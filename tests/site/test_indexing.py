"""The search's index is the one that lunr would have made, in less time."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

from runner.searching import finish_search
from tests.site.indexing import check_both, indexed
from tests.site.tiny import Tiny

CASES: dict[str, dict[str, Any]] = {
    "nothing": {"title": "", "text": ""},
    "a title alone": {"title": "How many processes?", "text": ""},
    "no title": {"title": "", "text": "<p>Some text, and <em>more</em> of it.</p>"},
    "blocks": {"title": "Lists", "text": "<ul><li>one</li><li>two <b>three</b></li></ul><p>4</p>"},
    "loose": {
        "title": "x",
        "text": "before <p>in</p> between <br/> a <img src='x'> z > y </p> end",
    },
    "code": {"title": "`os.fork`", "text": "<pre><code>pool.map(f, [-1.5, x_y])\n</code></pre>"},
    "camel": {"title": "ProcessPoolExecutor", "text": "<p>a BrokenProcessPool, aB, ABc, Xyz</p>"},
    "entities": {"title": "a &lt; b &amp; c", "text": "<p>&lt;tag&gt; &amp;amp; R&amp;D</p>"},
    "stop words": {"title": "The of and", "text": "<p>what is to be or not to be</p>"},
    "forms": {"title": "Process", "text": "<p>processes PROCESSED processing Processes</p>"},
    "accents": {"title": "Größe naïve", "text": "<p>İstanbul ẞ ﬁn \u200b 日本語 🎉 Ωmega</p>"},
    "names": {"title": "constructor", "text": "<p>__proto__ toString valueOf 10 2 01 _index</p>"},
    "tags": {"title": "Tagged", "text": "", "tags": ["GIL", "", "Shared memory", "Größe"]},
    "no tags": {"title": "Untagged", "text": "<p>GIL</p>", "tags": []},
    "boosted": {"title": "Process", "text": "<p>processes</p>", "boost": 2},
    "unclosed": {"title": "a < b", "text": "</p>first<p>second</p><p>third</p> fourth <b"},
    "no text": {"title": "Fork"},
    "long": {"title": "Long", "text": "<p>" + "again fork " * 40_000 + "</p>"},
}
QUESTIONS = ["process", "gil shared memory", "größe", "pool map", "constructor", "10", "x"]
QUESTIONS += ["listz~1 x", "zist~1 y"]  # terms with any beginning


def test_hard_cases(page: Page, tiny: Tiny) -> None:
    (worker,) = tiny.raw.glob("assets/javascripts/workers/search.*.js")
    texts = json.loads((tiny.raw / "search/search_index.json").read_text("utf-8"))
    texts["docs"] = [{"location": f"{name}.html"} | case for name, case in CASES.items()]
    texts["docs"].append({"location": "blocks.html#one", "title": "one", "text": "<p>list</p>"})
    lunr = check_both(page, worker.read_text("utf-8"), texts, QUESTIONS)
    assert lunr.index["invertedIndex"]


def test_what_is_far_down_is_not_marked(page: Page, tiny: Tiny) -> None:
    (worker,) = tiny.raw.glob("assets/javascripts/workers/search.*.js")
    texts = json.loads((tiny.raw / "search/search_index.json").read_text("utf-8"))
    texts["docs"] = [
        {"location": f"{number}.html", "title": f"Page {number}", "text": "<p>A fork.</p>"}
        for number in range(40)
    ]
    script = finish_search(worker.read_text("utf-8"))
    ours = indexed(page, script, texts, ["fork"], fetched=True)
    found = [hit["text"] for (hit,) in json.loads(ours.answers[0])["items"]]
    assert found == ["<p>A <mark>fork</mark>.</p>"] * 10 + ["<p>A fork.</p>"] * 30
