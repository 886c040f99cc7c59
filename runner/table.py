"""A table, for a page, for its twin and for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Table:
    """Rows that begin with what they are of.

    Attributes:
        caption: What the table shows.
        rows: The rows, each as long as the others.
        head: The columns, "" for one without a name; empty for a table without a head.
    """

    caption: str
    rows: Sequence[Sequence[object]]
    head: Sequence[str] = ()

    def as_text(self) -> str:
        """Give it with its first column to the left, the others to the right."""
        lines = [[str(cell) for cell in line] for line in (self.head, *self.rows) if line]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        told = [self.caption]
        for first, *others in lines:
            right = map(str.rjust, others, widths[1:])
            told.append("  ".join([first.ljust(widths[0]), *right]).rstrip())
        return "\n".join(told)

    def as_html(self) -> str:
        """Give it as HTML."""
        columns = [
            f'<th scope="col">{escape(cell)}</th>' if cell else "<td></td>" for cell in self.head
        ]
        head = f"<thead><tr>{''.join(columns)}</tr></thead>" if columns else ""
        body = "".join(map(_row, self.rows))
        caption = f"<caption>{escape(self.caption)}</caption>"
        return f"<table>{caption}{head}<tbody>{body}</tbody></table>"


def _row(cells: Sequence[object]) -> str:
    first, *others = (escape(str(cell)) for cell in cells)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{c}</td>" for c in others)}</tr>'
