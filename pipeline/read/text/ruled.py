"""Tables of plain text ruled with signs: `+---+---+` and `| a | b |`, or the lines of a box."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import regex

_BAR = regex.compile(r"[|│║┃]")
_BARS = frozenset("|│║┃")
_RULE = regex.compile(r"[+|├┼┤┌┬┐└┴┘╔╦╗╠╬╣╚╩╝│║][-=─═━+|├┼┤┌┬┐└┴┘╔╦╗╠╬╣╚╩╝│║ :]{3,}")
_STROKES = frozenset("-=─═━")
_TOTAL = regex.compile(r"(?:tổng|tong|cộng|cong)\b", regex.IGNORECASE)
_LONGEST_WORD = 16  # letters of a word with each mark on its own
_MOST_CELLS = 64
_OPENING = 8  # lines below the upper rule, of which one has several cells

Place = tuple[int, int, int]
"""A stretch of a cell: ordinal of the line, first letter and the one behind the last."""
Cells = list[list[Place]]
"""The cells of a row, each the stretches of its lines; a lone cell goes over all columns."""


def is_ruling(text: str) -> bool:
    """Whether a line is a rule of a table and nothing else."""
    words = text.strip()
    return _RULE.fullmatch(words) is not None and not _STROKES.isdisjoint(words)


def ruled_rows(texts: Sequence[str], first: int) -> tuple[list[Cells], int]:
    """The rows of the table whose upper rule stands at ``first``, and the line behind it.

    A row runs from rule to rule, where all rows are ruled; else each line is a row, but for what
    goes on below an empty running number.  No rows for lines that are no such table.
    """
    if not any(len(_spans(text)) > 1 for text in texts[first + 1 : first + 1 + _OPENING]):
        return [], first
    stretches: list[list[int]] = [[]]
    at = first + 1
    while at < len(texts):
        if is_ruling(texts[at]):
            stretches.append([])
        elif _spans(texts[at]):
            stretches[-1].append(at)
        else:
            break
        at += 1
    filled = [lines for lines in stretches if lines]
    is_each_ruled = len(filled) > 2 and all(_is_one_row(texts, lines) for lines in filled)
    rows: list[Cells] = []
    for number, lines in enumerate(filled):
        rows += _rows(texts, lines, whole=is_each_ruled or number == 0)
    width = max(map(len, rows), default=0)
    if len(rows) < 2 or width < 2:
        return [], first
    return [row if len(row) == 1 else (row + [[]] * width)[:width] for row in rows], at


def _is_one_row(texts: Sequence[str], lines: Sequence[int]) -> bool:
    """Whether the lines between two rules can be one row: below the first no number stands."""
    return not any(_words(texts[at], spans[0]) for at in lines[1:] if (spans := _spans(texts[at])))


def _rows(texts: Sequence[str], lines: Sequence[int], *, whole: bool) -> list[Cells]:
    rows: list[Cells] = []
    for at in lines:
        spans = _spans(texts[at])
        cells: Cells = [[(at, *span)] if _words(texts[at], span) else [] for span in spans]
        is_like = bool(rows) and len(cells) == len(rows[-1]) > 1
        if is_like and (whole or not (cells[0] or _is_total(texts[at], spans))):
            for above, below in zip(rows[-1], cells, strict=True):
                above += below
        else:
            rows.append(cells)
    return rows


def opens_total(words: str) -> bool:
    """Whether a cell says that its row is a total."""
    return _TOTAL.match(unicodedata.normalize("NFC", words[:_LONGEST_WORD])) is not None


def _is_total(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    return any(opens_total(_words(text, span)) for span in spans[:2])


def _words(text: str, span: tuple[int, int]) -> str:
    return text[slice(*span)]


def _spans(text: str) -> list[tuple[int, int]]:
    """The cells of a line between bars, without the blanks around them; [] for other lines."""
    words = text.strip()
    if len(words) < 3 or words[0] not in _BARS or words[-1] not in _BARS:
        return []
    bars = [bar.start() for bar in _BAR.finditer(text)]
    if len(bars) > _MOST_CELLS:
        return []
    found = []
    for left, right in pairwise(bars):
        piece = text[left + 1 : right]
        start = left + 1 + len(piece) - len(piece.lstrip())
        found.append((start, max(start, left + 1 + len(piece.rstrip()))))
    return found
