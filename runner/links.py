"""Highlight a program, with a link from each traced name to its place in the reference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from pygments.token import _TokenType

from runner.surface import surface
from runner.uses import Use

# Around a name while it is highlighted: characters that no program has.
_OPEN, _MIDDLE, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARKED = re.compile(f"{_OPEN}(\\d+){_MIDDLE}([^{_CLOSE}]*){_CLOSE}")
_DOT = re.compile(
    r'<span class="o">\.</span>(<span class="\w+"><a href="page:[^"]*" class="api">)(?=start</a>)'
)


class _Lexer(PythonLexer):  # type: ignore[misc]  # Pygments has no types
    """Marks the names that begin at some places."""

    def __init__(self, words: Mapping[int, tuple[str, str]]) -> None:
        super().__init__(stripnl=False)
        self._words = words

    def get_tokens_unprocessed(
        self, text: str, stack: tuple[str, ...] = ("root",)
    ) -> Iterator[tuple[int, _TokenType, str]]:
        for index, kind, value in super().get_tokens_unprocessed(text, stack):
            word, _ = self._words.get(index, ("", ""))
            # What is highlighted as one with its neighbors, such as a dotted module, stays.
            if word and value == word:
                value = f"{_OPEN}{index}{_MIDDLE}{value}{_CLOSE}"
            yield index, kind, value


def highlighted(code: str, file: str = "", uses: Mapping[str, Use] | None = None) -> str:
    """Give a program as the theme does, with links to the reference.

    Args:
        code: Its text.
        file: The file's name, as the uses give it.
        uses: Where it uses what; nothing is linked without.

    Returns:
        HTML that reads as the text does; its links are the site's to settle.
    """
    formatter: HtmlFormatter[str] = HtmlFormatter(nowrap=True)
    if any(mark in code for mark in (_OPEN, _MIDDLE, _CLOSE)):
        uses = None  # it has those characters after all
    words = _words(code, file, uses or {})
    marked = highlight(code, _Lexer(words), formatter)

    def link(found: re.Match[str]) -> str:
        target = words[int(found[1])][1]
        return f'<a href="page:{escape(target)}" class="api">{found[2]}</a>'

    linked = _MARKED.sub(link, marked)
    # A link called "start" could lead anywhere, as Lighthouse notes; ".start" is a method.
    return _DOT.sub(r'\1<span class="o">.</span>', linked)


def _words(code: str, file: str, uses: Mapping[str, Use]) -> dict[int, tuple[str, str]]:
    """Give the words to link, by where they begin: the word, and what it leads to."""
    lines = code.split("\n")
    begins = [0]
    for text in lines:
        begins.append(begins[-1] + len(text) + 1)
    words: dict[int, tuple[str, str]] = {}
    ambiguous: set[int] = set()  # in a loop over objects of several types
    for name, use in uses.items():
        for where, line, column in use.places:
            if where == file and line <= len(lines):
                text = lines[line - 1]
                skipped = len(text.encode()[:column].decode("utf-8", "ignore"))
                if found := re.match(r"\w+", text[skipped:]):
                    begin = begins[line - 1] + skipped
                    if begin in words:
                        ambiguous.add(begin)
                    words[begin] = found[0], surface()[name].target
    return {begin: word for begin, word in words.items() if begin not in ambiguous}
