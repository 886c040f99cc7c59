"""Turn what programs print into HTML that shows every character of it."""

from __future__ import annotations

import collections
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from runner.contract import LIBRARY_FRAME
from runner.trace import Piece

LIMIT = 1 << 16  # letters of each stream that a page shows
_WORTH_FOLDING = 4  # lines
_WORD = re.compile(r"\S+")
_BUILT_IN = ("pid", "address", "seconds")  # placeholders that no mask of a snippet's own names


def _invisible() -> re.Pattern[str]:
    """Match what a page would swallow, obey or not be allowed to hold.

    Control characters but newline and tab, what turns the direction of text,
    what has no width (the joiners that writing systems and emoji need stay),
    line ends of Unicode's own, halves of surrogate pairs, noncharacters.
    """
    single = "\u00ad\u061c\u180e\u200b\u200e\u200f\ufeff"
    ranges = (
        (0x00, 0x08),
        (0x0B, 0x1F),
        (0x7F, 0x9F),
        (0x2028, 0x202E),
        (0x2060, 0x206F),
        (0xD800, 0xDFFF),
        (0xFDD0, 0xFDEF),
        (0xFFF9, 0xFFFB),
        (0xE0000, 0xE0FFF),
        *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)),
    )
    classes = "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in ranges)
    return re.compile(f"[{single}{classes}]")


INVISIBLE = _invisible()


def number_repeats(page: str, start: str, rename: Callable[[str, str, str], str]) -> str:
    """Make the ids of what a page holds more than once unique.

    Args:
        page: The page's content, as HTML.
        start: What such an element begins with, up to its id: ``<div class="run" id="``.
        rename: Gives a part of the page that begins with an element, changed; takes the part,
            the element's id and the id to give it.

    Returns:
        The page, in which the second one of an id ends in ``--2``, the third in ``--3``.
    """
    # A pattern that looks ahead takes far longer than this.
    first, *others = page.split(start)
    parts = [first]
    seen: collections.Counter[str] = collections.Counter()
    for other in others:
        name = other.partition('"')[0]
        seen[name] += 1
        part = f"{start}{other}"
        parts.append(rename(part, name, f"{name}--{seen[name]}") if seen[name] > 1 else part)
    return "".join(parts)


def visible(text: str) -> str:
    """Escape a text for HTML, and write out what nobody could see in it."""
    return INVISIBLE.sub(_picture, escape(text))


def _picture(match: re.Match[str]) -> str:
    # As Python writes it: few fonts have the pictures of control characters.
    shown = match[0].encode("unicode_escape", "surrogatepass").decode()
    return f'<span class="run-control">{shown}</span>'


@dataclass(frozen=True)
class Stream:
    """One stream's text, and the parts of it that differ from run to run."""

    text: str
    differing: tuple[tuple[int, int], ...] = ()

    def as_html(self, start: int = 0, stop: int | None = None) -> str:
        """Give a part as HTML; what differs stands in ``<var>``."""
        stop = len(self.text) if stop is None else stop
        parts, position = [], start
        for first, last in self.differing:
            first, last = max(first, position), min(last, stop)
            if first < last:
                parts.append(visible(self.text[position:first]))
                parts.append(f"<var>{visible(self.text[first:last])}</var>")
                position = last
        return "".join(parts) + visible(self.text[position:stop])


def fresh_stream(text: str, differing: Iterable[tuple[int, int]]) -> Stream:
    """Mark what masks replace in the true text.

    Args:
        text: What was printed.
        differing: Which parts they replace, as :func:`runner.contract.replaced` gives them.
    """
    # A mask that took the space before a number with it would underline that, too.
    words = ((a, text[a:b]) for a, b in differing)
    spans = ((a + m.start(), a + m.end()) for a, word in words for m in _WORD.finditer(word))
    return Stream(text, tuple(spans))


def recorded_stream(text: str, names: Iterable[str]) -> Stream:
    """Mark the placeholders in a recorded text."""
    matches = _placeholder(names).finditer(text)
    return Stream(text, tuple(match.span() for match in matches))


def placeholders(texts: Iterable[str], names: Iterable[str]) -> list[str]:
    """Name the placeholders that texts hold, each once, in their order."""
    pattern = _placeholder(names)
    return list(dict.fromkeys(found[1] for text in texts for found in pattern.finditer(text)))


def _placeholder(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"<({'|'.join(map(re.escape, {*_BUILT_IN, *names}))})>")


def streams_as_html(streams: Sequence[Stream], pieces: Sequence[Piece] = ()) -> str:
    """Give both streams as HTML, told apart.

    The ``samp`` elements of one stream together hold its text and nothing
    else. Long passages of tracebacks inside Python's own files fold.

    Args:
        streams: Standard output and standard error.
        pieces: The single writes in order of time. With them the streams
            follow each other as in a terminal; without, one after the other.
    """
    html = []
    for number, start, stop in _blocks(streams, pieces):
        stream = streams[number - 1]
        stop = min(stop, LIMIT)
        if number == 1 and start < stop:
            html.append(_samp("stdout", stream.as_html(start, stop)))
        elif start < stop:
            html.append('<p class="run-stream">standard error</p>')
            for first, last, frames in _folds(stream.text, start, stop):
                block = _samp("stderr", stream.as_html(first, last))
                if frames:
                    title = f"{frames} lines inside Python"
                    # Every traceback has such lines: they tell a search nothing.
                    block = (
                        '<details class="run-fold" data-search-exclude>'
                        f"<summary>{title}</summary>{block}</details>"
                    )
                html.append(block)
    return "".join(html)


def _samp(stream: str, html: str) -> str:
    return f'<pre class="run-{stream}"><samp class="run-{stream}">{html}</samp></pre>'


def _folds(text: str, start: int, stop: int) -> list[tuple[int, int, int]]:
    """Split at the passages inside Python's own files: from, to, lines if it folds."""
    parts: list[list[int]] = []
    position, depth = start, None
    for line in text[start:stop].splitlines(keepends=True):
        indent = len(line) - len(line.lstrip(" |"))
        frame = LIBRARY_FRAME.match(line)
        if frame:
            depth = indent
        elif depth is not None and (indent <= depth or not line.strip()):
            depth = None
        inside = depth is not None
        if parts and bool(parts[-1][2]) == inside:
            parts[-1][1] += len(line)
            parts[-1][2] += inside
        else:
            parts.append([position, position + len(line), int(inside)])
        position += len(line)
    joined: list[tuple[int, int, int]] = []
    for first, last, lines in parts:
        lines = lines if lines >= _WORTH_FOLDING else 0
        if joined and not lines and not joined[-1][2]:
            joined[-1] = (joined[-1][0], last, 0)
        else:
            joined.append((first, last, lines))
    return joined


def _blocks(streams: Sequence[Stream], pieces: Sequence[Piece]) -> list[tuple[int, int, int]]:
    """Say which part of which stream comes when."""
    texts = {number: stream.text for number, stream in enumerate(streams, 1)}
    apart = [(number, 0, len(text)) for number, text in texts.items() if text]
    written = {n: "".join(p.text for p in pieces if p.stream == n) for n in texts}
    if len(apart) < 2 or written != texts:
        return apart
    blocks: list[tuple[int, int, int]] = []
    positions = dict.fromkeys(texts, 0)
    for piece in pieces:
        number, start = piece.stream, positions[piece.stream]
        positions[number] += len(piece.text)
        if blocks and blocks[-1][0] == number:
            start = blocks.pop()[1]
        blocks.append((number, start, positions[number]))
    return blocks
