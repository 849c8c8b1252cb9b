"""What stands below one another in a cell beside as many names: the post and unit of each.

Readers give the lines of a cell in one line, as they give the names (``stacked``).
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from pipeline.model import TableCell
from pipeline.rulebook import Rulebook

_OF_EACH = frozenset({"position", "apposition"})
_WORD = regex.compile(r"(?<!\S)[-–+•]?\s?(?=\p{Lu})")
_FEWEST = 2


def line_of(
    row: Sequence[TableCell], columns: Mapping[int, str], index: int, count: int, rules: Rulebook
) -> Sequence[TableCell]:
    """The row with the post of its ``index``th name in the cells that have one for each of them.

    ``Kế toán Văn phòng Sở Chuyên viên Văn phòng Sở`` of two: another post begins where one can, and
    there are as many as names.
    """
    if count < _FEWEST:
        return row
    return [
        _part(cell, index, count, rules) if columns.get(cell.column) in _OF_EACH else cell
        for cell in row
    ]


def _part(cell: TableCell, index: int, count: int, rules: Rulebook) -> TableCell:
    begins = _posts(cell.text, rules)
    if len(begins) != count or begins[0] != 0:
        return cell
    ends = [(*pair,) for pair in itertools.pairwise((*begins, len(cell.text)))]
    begin, end = ends[index]
    start = cell.start + begin
    return replace(cell, start=start, end=start + end - begin, text=cell.text[begin:end])


def _posts(text: str, rules: Rulebook) -> list[int]:
    """Where posts begin that nothing joins to the one before."""
    post = rules.pattern("body.post").regex
    found: list[int] = []
    last = 0
    for word in _WORD.finditer(text):
        hit = post.match(text, word.end()) if word.start() >= last else None
        if hit is not None and (
            not found
            or not rules.pattern("award_tables.stacked_lines_goes_on").regex.search(
                text, last, word.start()
            )
        ):
            found.append(word.start())
            last = hit.end()
    return found
