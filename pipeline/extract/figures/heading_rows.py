"""Rows below a heading that count nothing: they number its columns or name their years."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.model import TableCell

_YEAR = regex.compile(r"(?:19|20)\d\d")
_COLUMN_NUMBER, _WORD = regex.compile(r"\d{1,2}(?!\d)"), regex.compile(r"\p{Ll}{2}")
_LONGEST_MARK = 14  # letters of a column's number with the sum that makes it


def heads_columns(row: Sequence[TableCell]) -> bool:
    """Whether the row belongs to the heading above it."""
    return _is_numbering(row) or _is_years(row)


def _is_numbering(row: Sequence[TableCell]) -> bool:
    """The row under the headings that numbers the columns: ``A B 1 2 3``, ``(1) (2) (3)=(1)x(2)``.

    It has no other words and its numbers rise by one.
    """
    marks = [cell.text.strip().strip("()") for cell in row if cell.text.strip()]
    marks = [mark for mark in marks if not (len(mark) == 1 and mark.isupper())]
    if not all(mark[:1].isdigit() for mark in marks):
        return False
    heads = [_COLUMN_NUMBER.match(mark) for mark in marks]
    numbers = [int(hit.group()) for hit in heads if hit is not None]
    rises = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    is_short = all(len(mark) < _LONGEST_MARK and not _WORD.search(mark) for mark in marks)
    return rises and numbers[0] < 3 and len(numbers) == len(marks) > 1 and is_short


def _is_years(row: Sequence[TableCell]) -> bool:
    """The second row of a heading, which names the years of its columns: ``2020 2021 2020``."""
    words = [cell.text.strip() for cell in row if cell.text.strip()]
    return len(words) > 1 and all(_YEAR.fullmatch(word) for word in words)
