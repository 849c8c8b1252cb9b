"""Puts right the numbers of a table's rows that were misread, by the numbers above and below.

A lone `I`, `II` or `III` over the rows of a unit is read as 1, H or IH: its name passed for one of
those in the list.  A running number that is read as another one ends a table without rulings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from unicodedata import normalize

from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.page.rows import cluster_rows
from pipeline.read.page.word import PlacedWord
from pipeline.read.scan.tables import ScanCell

Words = tuple[OcrWord, ...]

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_STROKES = frozenset("HNMUIVXYJTLiljft1")
"""What a Roman number is read as: letters made of upright and slanting strokes."""


HEADINGS = frozenset({"tt", "stt"})
_APART, _COLUMN = 0.5, 1.0  # font sizes: between a number and the words behind it, two columns


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


def with_placed_numbers(words: Sequence[PlacedWord]) -> list[PlacedWord]:
    """The words, numbers of rows below the heading of the numbers put right, by their places."""
    found = list(words)
    lines = cluster_rows(words)
    heads = [at for at, line in enumerate(lines) if line[0].text.strip(".,").lower() in HEADINGS]
    if not heads:
        return found
    head = lines[heads[0]][0]
    numbers = [line for line in lines[heads[0] + 1 :] if _is_number(line, head)]
    rows = [NumberedRow(line[0].text.strip(".,"), _is_lone(line)) for line in numbers]
    right = {
        id(numbers[at][0]): text for at, text in (*group_numbers(rows), *running_numbers(rows))
    }
    return [replace(word, text=right[id(word)]) if id(word) in right else word for word in found]


def _is_number(line: Sequence[PlacedWord], head: PlacedWord) -> bool:
    """Whether a line begins below the heading of the numbers, apart from what follows."""
    first = line[0]
    is_below = head.x0 - head.size <= first.x0 and first.x1 <= head.x1 + head.size
    return is_below and (len(line) == 1 or line[1].x0 - first.x1 >= _APART * first.size)


def _is_lone(line: Sequence[PlacedWord]) -> bool:
    rest = line[1:]
    return bool(rest) and all(
        right.x0 - left.x1 < _COLUMN * left.size for left, right in pairwise(rest)
    )


def running_numbers(rows: Sequence[NumberedRow]) -> Iterator[tuple[int, str]]:
    """The rows whose number was misread between two that leave but one between them."""
    own = [(at, row.text) for at, row in enumerate(rows) if not row.is_lone]
    for (_, above), (at, text), (_, below) in zip(own, own[1:], own[2:], strict=False):
        if above.isdecimal() and below.isdecimal() and int(below) == int(above) + 2:
            number = str(int(above) + 1).zfill(2 if below[0] == "0" else 0)
            if not text.isdecimal() or int(text) != int(number):
                yield at, number


def group_numbers(rows: Sequence[NumberedRow]) -> Iterator[tuple[int, str]]:
    """The rows that head a group and whose number was misread, with what is printed there.

    The rows below a heading count on as if it were not there, or from 1; those above it may stand
    on the page before.
    """
    group, last = 0, 0
    for at, row in enumerate(rows):
        if not row.is_lone:
            last = int(row.text) if row.text.isdecimal() else last
            continue
        known = ROMAN.index(row.text) if row.text in ROMAN else -1
        if known >= group:
            group = known + 1
            continue
        found = _group_at(rows, at, group, last)
        if found is not None:
            yield at, ROMAN[found]
            group = found + 1


def _group_at(rows: Sequence[NumberedRow], at: int, group: int, last: int) -> int | None:
    """Which group a row with a misread number heads, behind so many and the row numbered last."""
    row = rows[at]
    below = rows[at + 1] if at + 1 < len(rows) else None
    drawn = _as_drawn(row.text)
    heads_rows = below is None or (not below.is_lone and below.text.isdecimal())
    if drawn is not None and heads_rows and (drawn == group or not (group or last)):
        return drawn  # the rows above or below may stand on another page
    if below is None or below.is_lone or group >= len(ROMAN):
        return None
    if not row.text or below.text.lstrip("0") not in ("1", str(last + 1)):
        return None
    later = next((other.text for other in rows[at + 1 :] if other.is_lone), None)
    is_left = 0 < group < len(ROMAN) - 1 and later == ROMAN[group + 1]
    return group if is_left or is_group_number(row.text) else None


def _as_drawn(text: str) -> int | None:
    """Which Roman number of some strokes a text is, with `H` for two of them: `VH`, `xI`."""
    drawn = text.upper().replace("H", "II")
    return ROMAN.index(drawn) if len(text) > 1 and drawn in ROMAN else None


def is_group_number(text: str) -> bool:
    """Whether a word is what a Roman number of a group is read as."""
    bare = [letter for letter in normalize("NFD", text) if letter.isalnum()]
    return bool(bare) and _STROKES.issuperset(bare)
