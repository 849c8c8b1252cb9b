"""Pieces: the lines of a text with what the layout needs to know of each."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import regex

from pipeline.grammar.bare_letters import without_marks as without_marks
from pipeline.model import Box, Cell, Column, Text
from pipeline.rulebook import Rulebook

# Two cells of the head flattened on one line stand at least this many blanks apart.
# the standard library's engine, for which a combining mark is no letter
_NO_LETTER = re.compile(r"[\W_]+")
_REMEMBERED = 1024  # lines of which several steps ask whether they are in capitals
_MOST_BONES = 8192  # words that are kept: syllables, for the most part
_LONGEST_KEPT = 16  # letters of such a word
_LETTER = re.compile(r"[^\W_]")
_OPENING, _LABEL_REACH = 12, 200  # letters that tell how a cell opens, or what was left blank
_GAP = regex.compile(r"\s{4,}")
_LEFT_BLANK = regex.compile(r"(?:(?:^|\s{4})(?:số|sô)\s*[:.]?|ngày|tháng|năm|,)$", regex.IGNORECASE)


_BAR = regex.compile(r"\s{0,9}\|\s{0,9}")


class Piece(NamedTuple):
    """A line, or one cell of a head line; ``text`` is stripped, ``start:end`` its span.

    ``indent`` counts the characters of the printed line before the text.  A tuple, since there are
    as many as lines, made anew in each step of the layout.
    """

    line: int
    start: int
    end: int
    text: str
    page: int
    column: Column
    cell: Cell | None
    role: str
    box: Box | None
    bold: bool
    indent: int = 0
    italic: bool = False

    @property
    def is_blank(self) -> bool:
        return not self.text


def pieces_of(text: Text) -> tuple[Piece, ...]:
    """One piece per line of the text, in order."""
    found = []
    for index, line in enumerate(text.lines):
        raw = text.text[line.start : line.end]
        stripped = raw.strip()
        start = line.start + (len(raw) - len(raw.lstrip())) if stripped else line.start
        found.append(
            Piece(
                index, start, start + len(stripped), stripped, line.page, line.column, line.cell,
                line.role, line.box, line.bold, line.indent + start - line.start, line.italic,
            )
        )  # fmt: skip
    return tuple(found)


def split_cells(piece: Piece) -> tuple[Piece, ...]:
    """Split a flattened head line at wide gaps into a left and a right piece."""
    if piece.column or piece.cell is not None:
        return (piece,)
    if "    " not in piece.text and piece.text.isprintable():  # of blanks only the plain one is
        return (piece,)
    printed = _LETTER.search(piece.text)  # before it stands but the dash of an item set off by tabs
    first = printed.start() if printed else len(piece.text)
    gaps = (g for g in _GAP.finditer(piece.text) if g.start() > first)
    gap = next((g for g in gaps if _parts_cells(piece.text, g)), None)
    if gap is None:
        return (piece,)
    left = piece.text[: gap.start()]
    right = piece.text[gap.end() :]
    if not left or not right:
        return (piece,)
    return (
        Piece(
            piece.line, piece.start, piece.start + len(left), left, piece.page, "left", None,
            piece.role, piece.box, piece.bold, piece.indent,
        ),
        Piece(
            piece.line, piece.start + gap.end(), piece.end, right, piece.page, "right", None,
            piece.role, piece.box, piece.bold, piece.indent + gap.end(),
        ),
    )  # fmt: skip


def run_on_lines(piece: Piece, rules: Rulebook) -> tuple[Piece, ...]:
    """The lines of a head that copying from a page of the web ran together, one piece each.

    `UBND TỈNH A Số: 12/QĐ-UBND`, `VIỆT NAM Độc lập - Tự do - Hạnh phúc A, ngày ...`; a bar parts
    the cells of a row (`SỞ NỘI VỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |`).
    """
    if piece.column or piece.cell is not None:
        return (piece,)
    if piece.text == "|":
        return (piece,)  # the edge of a cell that is printed over several lines
    barred = _BAR.search(piece.text) is not None
    edge = _BAR if barred else rules.pattern("zones.pieces_run_on").regex
    if not edge.search(piece.text):
        return (piece,)
    found = _cut_at(piece, edge)
    if not barred:
        return found
    cells = (cell._replace(column="right" if index else "left") for index, cell in enumerate(found))
    return tuple(
        line for cell in cells for line in _cut_at(cell, rules.pattern("zones.pieces_run_on").regex)
    )


def _cut_at(piece: Piece, edge: regex.Pattern[str]) -> tuple[Piece, ...]:
    """The pieces between the places that ``edge`` finds."""
    found: list[Piece] = []
    at = 0
    for gap in [*edge.finditer(piece.text), None]:
        words = piece.text[at : gap.start() if gap else None]
        if words:
            start = piece.start + at
            found.append(piece._replace(start=start, end=start + len(words), text=words))
        at = gap.end() if gap else at
    return tuple(found)


def _parts_cells(text: str, gap: regex.Match[str]) -> bool:
    """A gap between cells, and not a blank left for a number or a day (`ngày     tháng`)."""
    following = text[gap.end() : gap.end() + _OPENING]
    reach = max(0, gap.start() - _LABEL_REACH)
    opens = following[:1].isupper() or following.lower().startswith(("(đã ký", "(ký"))
    if text.startswith(("-", "–")) and text[gap.start() - 1] == "," and opens:
        return True  # the items of party papers end with commas: `- Các huyện ủy,   PHÓ BÍ THƯ`
    return _LEFT_BLANK.search(text, reach, gap.start()) is None and (
        opens or following.lower().startswith("số")
    )


def skeleton(text: str) -> str:
    """Lower case letters and digits without accents: what survives small reading errors."""
    return "".join(map(_BONES.__getitem__, text.split()))


class _Bones(dict[str, str]):
    """What stays of a word in the skeleton, worked out when it is first met: most come again."""

    def __missing__(self, word: str) -> str:
        letters = [unicodedata.normalize("NFD", letter.casefold()) for letter in word]
        bare = _NO_LETTER.sub("", "".join(letters).replace("đ", "d"))
        if len(self) < _MOST_BONES and len(word) <= _LONGEST_KEPT:
            self[word] = bare
        return bare


_BONES = _Bones()


@lru_cache(maxsize=_REMEMBERED)
def is_capitals(text: str) -> bool:
    """True if the line is printed in capitals (a few small letters are let pass)."""
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return upper >= 2 and upper >= 4 * lower
