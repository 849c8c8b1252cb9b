"""Puts right the numbers of a table's rows that were misread, by the numbers above and below.

A lone `I`, `II` or `III` over the rows of a unit is read as 1, H or IH: its name passed for one of
those in the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from unicodedata import normalize

from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.scan.tables import ScanCell

Words = tuple[OcrWord, ...]

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_STROKES = frozenset("HNMUIVXYJTLiljft1")
"""What a Roman number is read as: letters made of upright and slanting strokes."""


@dataclass(frozen=True, slots=True)
class NumberedRow:
    """What is read for the number of a row, and whether one cell alone of the others has words."""

    text: str
    is_lone: bool


def with_row_numbers(cells: Sequence[ScanCell], words: Sequence[Words]) -> tuple[Words, ...]:
    """The words of each cell of a table, the numbers of its groups put right.

    :param words: those of each of the cells
    """
    rows: dict[int, list[int]] = {}
    for at, cell in enumerate(cells):
        rows.setdefault(cell.row, []).append(at)
    numbers = [own[0] for own in rows.values() if cells[own[0]].column == 0]
    read = [
        NumberedRow(
            "".join(word.text for word in words[at]).strip(".,"),
            sum(bool(words[other]) for other in rows[cells[at].row]) == 2 and bool(words[at]),
        )
        for at in numbers
    ]
    result = list(words)
    for number, text in group_numbers(read):
        at = numbers[number]
        result[at] = (replace(words[at][0], text=text, x1=words[at][-1].x1),)
    return tuple(result)


def group_numbers(rows: Sequence[NumberedRow]) -> Iterator[tuple[int, str]]:
    """The rows that head a group and whose number was misread, with what is printed there.

    The rows below a heading count on as if it were not there, or from 1.
    """
    group, last = 0, 0
    for at, row in enumerate(rows):
        if not row.is_lone:
            last = int(row.text) if row.text.isdecimal() else last
            continue
        bare = [letter for letter in normalize("NFD", row.text) if letter.isalnum()]
        known = _ROMAN.index(row.text) if row.text in _ROMAN else -1
        below = rows[at + 1] if at + 1 < len(rows) else None
        if known >= group:
            group = known + 1
        elif (
            bare
            and _STROKES.issuperset(bare)
            and group < len(_ROMAN)
            and below is not None
            and not below.is_lone
            and below.text.lstrip("0") in ("1", str(last + 1))
        ):
            yield at, _ROMAN[group]
            group += 1
