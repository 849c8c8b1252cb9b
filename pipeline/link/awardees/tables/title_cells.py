"""Cells that hold a title and behind it its authors: `Máy bóc lạc (Tác giả: Lê Văn A)`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.grammar.spelling import fold
from pipeline.link.awardees.tables.grid import Rows
from pipeline.model import TableCell
from pipeline.rulebook import Rulebook

_AUTHORS = regex.compile(r"[\s(,;–-]*(?i:(?:nhóm |đồng |các )?tác giả)\s?:\s*(?=\p{L})")
_HEADING = "Tác giả"


def with_authors_apart(
    header: Sequence[str], body: Rows, *, rules: Rulebook
) -> tuple[Sequence[str], Rows]:
    """The table with the authors of such cells in a column of their own, behind the others."""
    column = next(
        (
            i
            for i, h in enumerate(header)
            if rules.pattern("award_tables.title_cells_both").regex.search(fold(h))
        ),
        None,
    )
    if column is None:
        return header, body
    width = len(header)
    rows = [tuple(part for cell in row for part in _parts(cell, column, width)) for row in body]
    return (*header[:column], header[column].split("/")[0], *header[column + 1 :], _HEADING), rows


def _parts(cell: TableCell, column: int, width: int) -> tuple[TableCell, ...]:
    lead = _AUTHORS.search(cell.text) if cell.column == column else None
    if lead is None:
        return (cell,)
    title, people = cell.text[: lead.start()], cell.text[lead.end() :].rstrip(" )")
    start = cell.start + lead.end()
    return (
        replace(cell, end=cell.start + lead.start(), text=title),
        replace(cell, column=width, start=start, end=start + len(people), text=people),
    )
