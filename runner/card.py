"""Draw the picture that a link to a page is shown with elsewhere.

The fonts are matplotlib's, so the picture is the same wherever it is made.
"""

from __future__ import annotations

import hashlib
import io
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from runner.kept import kept, version_of

if TYPE_CHECKING:
    from PIL import Image, ImageFont

SIZE = 1200, 630  # what those who show such pictures ask for
INK, PAPER, QUIET, MARK, SPARK = "#10262b", "#f4f8f7", "#a9c0c0", "#4cc3c0", "#f2a33c"
_MARGIN = 84
_WIDTH, _HEIGHT = SIZE[0] - 2 * _MARGIN, 290  # what the title may take
_SIZES = 68, 60, 52, 46
_CODE = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()  # as it runs: a server lives long
_SHADES = 24  # of each color, from the ground to it; where they begin in the palette:
_PAPER, _QUIET, _MARK = 0, _SHADES, 2 * _SHADES
_STEPS = [value * _SHADES // 256 for value in range(256)]  # how much of its place a letter takes
_LINES = 5  # of the smallest size, at most


def card(title: str, site: str, folder: Path) -> bytes:
    """Give a page's picture as a PNG file, drawn if it is not in a folder yet.

    Args:
        title: The page's title.
        site: The site's name.
        folder: Where drawn pictures are kept; safe to delete.
    """
    parts = repr((title, site, version_of("pillow"), _CODE))
    file = folder / hashlib.sha256(parts.encode()).hexdigest()[:24]
    return kept(file, parts, lambda: _draw(title, site))


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    found = find_spec("matplotlib")  # not imported: that takes longer than to draw a picture
    assert found
    assert found.origin
    fonts = Path(found.origin).parent / "mpl-data/fonts/ttf"
    # The basic layout is in each Pillow; the other one depends on the machine.
    return ImageFont.truetype(fonts / f"{name}.ttf", size, layout_engine=ImageFont.Layout.BASIC)


def _draw(title: str, site: str) -> bytes:
    from PIL import Image, ImageDraw  # only if there is something to draw: it starts slowly

    # A picture in colors, for which a palette is found then, takes four times the memory and
    # twice the time.
    letters = Image.new("L", SIZE)
    draw = ImageDraw.Draw(letters)
    draw.text((_MARGIN + 104, _MARGIN + 38), site, 255, _font("DejaVuSans-Bold", 36), "lm")
    size, lines = _fitting(title)
    for number, line in enumerate(lines):
        place = _MARGIN, 228 + number * size * 1.25
        draw.text(place, line, 255, _font("DejaVuSans-Bold", size))
    last = "Every output comes from a program that ran"
    draw.text((_MARGIN, SIZE[1] - _MARGIN), last, 255, _font("DejaVuSansMono", 28), "ls")
    image = letters.point([_PAPER + step for step in _STEPS])
    foot = 0, SIZE[1] - 2 * _MARGIN, *SIZE
    image.paste(letters.crop(foot).point([_QUIET + step for step in _STEPS]), foot)
    mark = _mark(76)
    places = [_MARK + index % _SHADES for index in range(256)]
    image.paste(mark.point(places, "L"), (_MARGIN, _MARGIN))
    image.putpalette([*_shades(PAPER), *_shades(QUIET), *(mark.getpalette() or ())])
    made = io.BytesIO()
    image.save(made, "PNG")
    return made.getvalue()


def _shades(color: str) -> list[int]:
    """Give the steps from the ground to a color, as three numbers each."""
    from PIL import ImageColor

    first, last = ImageColor.getrgb(INK), ImageColor.getrgb(color)
    return [
        round(a + (b - a) * step / (_SHADES - 1))
        for step in range(_SHADES)
        for a, b in zip(first, last, strict=True)
    ]


@cache
def _mark(size: int) -> Image.Image:
    """Draw the site's mark, a process that starts two, of which one prints; in few colors."""
    from PIL import Image, ImageDraw

    unit = size * 4 / 32
    image = Image.new("RGB", (size * 4, size * 4), INK)
    draw = ImageDraw.Draw(image)
    draw.rectangle([5 * unit, 7 * unit, 8 * unit, 28 * unit], _MARK_BARS[0][3])
    for x, y, width, color in _MARK_BARS:
        box = [x * unit, y * unit, (x + width) * unit, (y + 6) * unit]
        draw.rounded_rectangle(box, 3 * unit, color)
    smooth = image.resize((size, size), Image.Resampling.LANCZOS)
    return smooth.quantize(_SHADES, dither=Image.Dither.NONE)


# Left end, top, length and color, in a square of 32, as in overrides/.icons/mark.svg.
_MARK_BARS = ((1, 2, 30, MARK), (5, 13, 21, MARK), (5, 24, 14, SPARK))


def _fitting(title: str) -> tuple[int, list[str]]:
    """Give the largest size that a title has room in, and its lines."""
    for size in _SIZES:
        font = _font("DejaVuSans-Bold", size)
        lines = _wrapped(title, font)
        if len(lines) * size * 1.25 <= _HEIGHT:
            return size, lines
    last = lines[_LINES - 1]
    while font.getlength(f"{last} …") > _WIDTH:
        last = last[:-1]
    return size, [*lines[: _LINES - 1], f"{last} …"]


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Break a text at its spaces, and inside a word only if that alone is too long."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= _WIDTH:
            lines[-1] = longer
            continue
        lines.append("")
        for letter in word:
            if font.getlength(lines[-1] + letter) > _WIDTH:
                lines.append("")
            lines[-1] += letter
    return [line for line in lines if line]
