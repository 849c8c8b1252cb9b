"""Where a table without rulings ends: a paragraph below it is no line of its last row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.read.cues import is_capitals
from pipeline.read.unruled.numbered import Numbered
from pipeline.read.unruled.sheet import Extent, Piece, Sheet, column_at, extent, met, text_of

_ALIGNED = 0.7  # of the cells of a column begin at one place


def without_text_below(sheet: Sheet, found: Numbered, columns: Sequence[Extent]) -> Numbered:
    """The rows without lines behind the last that do not begin where cells of their column do."""
    if found.is_headed:
        return found
    *entries, last = found.entries
    is_printed_so = _is_capitals(sheet, last.at)
    sides = [_sides(sheet, found, columns, n) for n in range(len(columns))]
    kept = []
    for at in last.behind:
        if not is_printed_so and _is_capitals(sheet, at):
            break  # those who sign below the table: `NGƯỜI LẬP BIỂU    CHỦ TỊCH`
        # one cell of a line is enough: beside it others may be centred
        if not any(_is_of(piece, columns, sides, sheet.gap) for piece in sheet.pieces(at, columns)):
            break
        kept.append(at)
    if len(kept) == len(last.behind):
        return found
    end = kept[-1] + 1 if kept else last.at + 1
    return replace(found, entries=[*entries, replace(last, behind=kept)], end=end)


def _is_capitals(sheet: Sheet, at: int) -> bool:
    """Whether each piece of a line is of words in capitals; one alone is as often a short form."""
    texts = [text_of(piece) for piece in sheet.pieces(at)]
    texts = [text for text in texts if any(map(str.isalpha, text))]
    return bool(texts) and all(" " in text and is_capitals(text) for text in texts)


def _sides(
    sheet: Sheet, found: Numbered, columns: Sequence[Extent], column: int
) -> Sequence[float]:
    """Where the cells of a column begin, and that of the last row; none if each has its own."""
    starts = [
        piece[0].x0
        for row in found.rows
        for piece in sheet.pieces(row.at, columns)
        if column in met(columns, piece)
    ]
    if not starts:
        return ()
    usual = sorted(starts)[len(starts) // 2]
    near = sum(abs(start - usual) <= sheet.gap for start in starts)
    return (usual, starts[-1]) if near >= _ALIGNED * len(starts) else ()


def _is_of(
    piece: Piece, columns: Sequence[Extent], sides: Sequence[Sequence[float]], gap: float
) -> bool:
    own = extent(piece)
    column = column_at(columns, own.middle)
    starts = sides[column]
    if not starts or any(abs(piece[0].x0 - side) <= gap for side in starts):
        return True
    return abs(own.middle - columns[column].middle) < gap
