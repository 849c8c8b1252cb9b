"""Put the two columns of a foot apart that was flattened line by line.

The copies stand left, the signature right (NĐ 30/2020, Annex I); exported text prints them on
common lines, the lower lines of the longer column alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.pieces import Piece, is_capitals, split_cells

# Lines of the right column begin within this many characters of each other, unless centred wider.
_SPREAD = 16
_DEEP = 20
_APART = 12  # lines without a right cell between two with one


def columns_apart(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines, each flattened stretch as its left cells and then its right ones."""
    result: list[Piece] = []
    index = 0
    while index < len(pieces):
        cells = split_cells(pieces[index])
        if len(cells) == 1:
            result.append(cells[0])
            index += 1
            continue
        end, stretch = _stretch(pieces, index, cells[1].indent)
        above = _right_above(result, cells[1].indent)
        stretch = [*above, *stretch]
        result += [cell for cell in stretch if cell.column != "right"]
        result += [cell for cell in stretch if cell.column == "right"]
        index = end
    return result


def _right_above(result: list[Piece], edge: int) -> list[Piece]:
    """The lines of the right column right above its first beside a left one, taken off the result.

    `TM. BAN THƯỜNG VỤ` above `Nơi nhận:     PHÓ BÍ THƯ`.
    """
    found: list[Piece] = []
    while (
        result
        and not result[-1].column
        and result[-1].indent >= max(_DEEP, edge - _SPREAD)
        and is_capitals(result[-1].text)
    ):
        found.insert(0, result.pop()._replace(column="right"))
    return found


def _stretch(pieces: Sequence[Piece], first: int, edge: int) -> tuple[int, list[Piece]]:
    """The cells from a line with two on, to the last line with a right cell; its end."""
    found: list[Piece] = []
    end, kept = first + 1, 0
    for index in range(first, len(pieces)):
        if index - end >= _APART:
            break
        piece = pieces[index]
        cells = split_cells(piece)
        if len(cells) == 1 and piece.indent >= max(_DEEP, edge - _SPREAD) and not piece.column:
            cells = (piece._replace(column="right"),)
        elif len(cells) == 1 and not piece.column:
            cells = (piece._replace(column="left"),)
        found += cells
        if cells[-1].column == "right":
            end, kept = index + 1, len(found)
    return end, found[:kept]
