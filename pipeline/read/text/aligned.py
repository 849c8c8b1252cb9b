"""Tables of plain text whose columns are set apart by blanks alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence, Set
from typing import NamedTuple

import regex

from pipeline.read.text.ruled import Cells, opens_total

_OPENING = regex.compile(r"\s*(?:s?tt|số tt|so tt)(?=[ \u00a0]{2})", regex.IGNORECASE)
_PIECE = regex.compile(r"\S++(?:[ \u00a0]\S++)*+")
_ORDINAL = regex.compile(r"(\d{1,4})([.)]?)")
_FIRST_ORDINAL = regex.compile(r"0{0,2}1[.)]?")
_UNDERLINE = regex.compile(r"[-=_][-=_\s]{2,}")
_FEWEST, _MOST = 2, 12  # columns, that of the running numbers among them
_DEEPEST = 5  # lines from the header to the first row
_LONGEST_LINE = 400
_LONGEST_BAND = 120
_HEADINGS_AND_ONE = 2  # rows
_SLACK = 2  # letters by which a word may stand before its column


class _Piece(NamedTuple):
    """Words with one blank between them: the stretch, the place on the screen it begins at."""

    start: int
    end: int
    left: int
    text: str


def opens_aligned(text: str) -> bool:
    """Whether a line can be the header of such a table: the running number, then more headings."""
    return len(text) <= _LONGEST_LINE and _OPENING.match(text) is not None


def aligned_rows(texts: Sequence[str], first: int) -> tuple[list[Cells], int]:
    """The rows of the table whose header opens at ``first``, and the line behind it.

    Each row begins with its running number, a total without; what stands below a row in its columns
    goes on with the cells above.  No rows for lines that are no such table, or of centred cells.
    """
    columns = [piece.left for piece in _pieces(texts[first])]
    start = _first_row(texts, first)
    if not _FEWEST <= len(columns) <= _MOST or start is None:
        return [], first
    rows: list[Cells] = [[[] for _ in columns]]
    bands: list[int] = []
    for at in range(first, start):
        pieces = _pieces(texts[at])
        if _is_band(pieces, columns):
            bands.append(at)
        elif not _UNDERLINE.fullmatch(texts[at].strip()):
            _add(rows[0], pieces, columns, at)
    above = {at for at in range(first + 1, start) if at not in bands}
    end, last = start, ("0", _ordinal(_pieces(texts[start]))[1])
    for at in range(start, len(texts)):
        pieces = _pieces(texts[at])
        if not pieces:
            if not _goes_on(texts, at + 1, columns, last):
                break
        elif _is_row(pieces) and len(pieces) == 2 and _ordinal(pieces)[1] != last[1]:
            break  # a paragraph with a number of its own
        elif len(pieces) > len(columns) and _is_row(pieces):
            return [], first  # headings over several columns do not tell where these begin
        elif _is_row(pieces) or (_is_total(pieces) and end == at):
            rows += [[[(band, *_ends(texts[band]))]] for band in bands]
            rows.append([[] for _ in columns])
            _add(rows[-1], pieces, columns, at)
            bands, end = [], at + 1
            last = _ordinal(pieces) if _is_row(pieces) else last
        elif _is_band(pieces, columns):
            bands.append(at)
        elif end == at and pieces[0].left >= columns[1] - _SLACK:
            if not _add_below(rows[-1], pieces, columns, at):
                return [], first
            end = at + 1
        elif _is_beside(pieces, columns, rows, is_next=end == at):
            return [], first
        elif not _UNDERLINE.fullmatch(texts[at].strip()):
            break
        if len(bands) > 2:
            break
    return ([], first) if _is_cut_above(rows, above, texts) else (rows, end)


def _pieces(text: str) -> list[_Piece]:
    """The stretches of a line between two blanks and more; [] for a line too long for a table."""
    if len(text) > _LONGEST_LINE:
        return []
    found = []
    left = seen = 0
    for match in _PIECE.finditer(text):
        left += _width(text[seen : match.start()])
        seen = match.start()
        found.append(_Piece(match.start(), match.end(), left, match.group()))
    return found


def _width(text: str) -> int:
    """How many places the letters take on the screen."""
    return sum(unicodedata.combining(letter) == 0 for letter in text)


def _first_row(texts: Sequence[str], first: int) -> int | None:
    """The line that counts 1, close below the header."""
    for at in range(first + 1, min(len(texts), first + _DEEPEST + 1)):
        pieces = _pieces(texts[at])
        if len(pieces) > 1 and _FIRST_ORDINAL.fullmatch(pieces[0].text):
            return at
    return None


def _is_row(pieces: Sequence[_Piece]) -> bool:
    return len(pieces) > 1 and _ORDINAL.fullmatch(pieces[0].text) is not None


def _ordinal(pieces: Sequence[_Piece]) -> tuple[str, str]:
    """The running number that a row begins with, and the sign behind it."""
    match = _ORDINAL.match(pieces[0].text)
    return (match[1], match[2]) if match else ("0", "")


def _is_total(pieces: Sequence[_Piece]) -> bool:
    return len(pieces) > 1 and opens_total(pieces[0].text)


def _is_band(pieces: Sequence[_Piece], columns: Sequence[int]) -> bool:
    """Whether a line is a heading over all columns: words that begin where the numbers stand."""
    if len(pieces) != 1 or len(pieces[0].text) > _LONGEST_BAND:
        return False
    return pieces[0].left < columns[1] - _SLACK and any(map(str.isalpha, pieces[0].text))


def _goes_on(texts: Sequence[str], at: int, columns: Sequence[int], last: tuple[str, str]) -> bool:
    """Whether the next row stands behind a blank line, and no paragraph with a number.

    It counts on in the same form, has more than one cell, and keeps to its columns.
    """
    pieces = _pieces(texts[at]) if at < len(texts) else []
    if not _is_row(pieces):
        return False
    number, sign = _ordinal(pieces)
    if sign != last[1] or int(number) != int(last[0]) + 1:
        return False
    if len(pieces) == len(columns):
        return True
    return len(pieces) > 2 and not any(_runs_over(piece, columns) for piece in pieces)


def _runs_over(piece: _Piece, columns: Sequence[int]) -> bool:
    """Whether words reach into the column behind their own."""
    behind = next((left for left in columns if left > piece.left + _SLACK), None)
    return behind is not None and piece.left + _width(piece.text) > behind


def _add(row: Cells, pieces: Sequence[_Piece], columns: Sequence[int], at: int) -> None:
    """Put the pieces of a line into the cells of a row: each its own, or by where it begins."""
    if len(pieces) == len(columns):
        for cell, piece in zip(row, pieces, strict=True):
            cell.append((at, piece.start, piece.end))
        return
    for piece in pieces:
        column = max(
            (n for n, left in enumerate(columns) if left <= piece.left + _SLACK), default=0
        )
        row[column].append((at, piece.start, piece.end))


def _is_cut_above(rows: Sequence[Cells], above: Set[int], texts: Sequence[str]) -> bool:
    """Whether a cell of the first row goes on in small letters with a line below its heading.

    :param above: the lines between that of the headings and the first row
    """
    for heading, cell in zip(rows[0], rows[1], strict=False):
        if heading and cell and heading[-1][0] in above:
            begun, words = (texts[at][start:] for at, start, _ in (heading[-1], cell[0]))
            if begun[:1].isupper() and words[:1].islower():
                return True
    return False


def _is_beside(
    pieces: Sequence[_Piece], columns: Sequence[int], rows: Sequence[Cells], *, is_next: bool
) -> bool:
    """Whether words right below the first row stand between its number and the next heading.

    Then the headings are centred over their columns, and do not tell where these begin.
    """
    if not is_next or len(rows) != _HEADINGS_AND_ONE:
        return False
    return columns[0] + _SLACK < pieces[0].left < columns[1] - _SLACK


def _add_below(row: Cells, pieces: Sequence[_Piece], columns: Sequence[int], at: int) -> bool:
    """Add a line to the cells that it goes on with; False where it begins one of them.

    Then cells are centred beside the number, and their first words stand above it: nobody can
    say which row a line between two numbers belongs to.
    """
    begun = [bool(cell) for cell in row]
    _add(row, pieces, columns, at)
    return [bool(cell) for cell in row] == begun


def _ends(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip())
