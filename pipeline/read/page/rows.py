"""Words to rows: clusters of words that stand on one baseline, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, chain, pairwise, repeat
from operator import attrgetter

import numpy as np

from pipeline.model import Box, Cell, Column, RawLine, WordBox, word_boxes
from pipeline.read.page.word import PlacedWord

_SAME_BASELINE = 0.25  # of the font size
_SAME_POINT = 0.005  # no stamp stands as exactly on a line as its own words
_STAMP_SIZE = 0.6  # a text smaller than this by its neighbour only overlaps it
_SMALL = 0.8  # a mark this much smaller than its neighbour is raised or lowered text
_SMALLER = 0.9  # as browsers set what they raise
_POWER = re.compile(r"[23][.,;:)”\"]{0,3}")
_OF_LENGTH = re.compile(r".*(?<![^\W\d_])[kcdm]?m")  # `m`, `645,6m`, `đồng/m`, `km`
_TOUCHING = 0.15  # of the font size: what stands this near is one word
_BY_BASELINE = attrgetter("baseline", "x0")
_BY_PLACE = attrgetter("x0", "index")
_DRAWN = attrgetter("drawn")
_WIDE_GAP = 0.75  # of the font size: wider than any blank of justified text


class Fragment:
    """Words of a row without a wide gap between them; edges in points from the upper left."""

    __slots__ = ("bottom", "size", "text", "top", "words", "x0", "x1")

    def __init__(self, words: list[PlacedWord]) -> None:
        self.words = words
        self.x0 = words[0].x0
        self.x1 = max([word.x1 for word in words])
        self.top = min([word.top for word in words])
        self.bottom = max([word.bottom for word in words])
        self.size = sorted([word.size for word in words])[len(words) // 2]
        self.text = " ".join([word.text for word in words])


def cluster_rows(words: Iterable[PlacedWord]) -> list[list[PlacedWord]]:
    """Rows of words from top to bottom, each from left to right.

    Raised marks and words drawn by an annotation a little above or below their line join the line
    that they overlap; the power of a unit joins it (``m²``).
    """
    rows: list[list[PlacedWord]] = []
    current: list[PlacedWord] = []
    base = size = 0.0
    for word in sorted(words, key=_BY_BASELINE):
        baseline, low, high = word.baseline, word.size, size
        # a size may be no more than the height of a word's letters: `ương,` beside `Ủy`
        if current and baseline - base < _SAME_POINT:
            current.append(word)
            continue
        if low > high:
            low, high = high, low
        if (
            current
            and baseline - base <= _SAME_BASELINE * low
            # a font cut down to its dash states the size of the dash
            and (low > _STAMP_SIZE * high or _is_sign(word) or _is_sign(current[0]))
        ):
            current.append(word)
            base += (baseline - base) / len(current)
            continue
        current = [word]
        base, size = baseline, word.size
        rows.append(current)
    rows = _join_strays(rows)
    for row in rows:
        row.sort(key=_BY_PLACE)
    return [_with_powers(_without_doubles(row)) for row in rows]


def _is_sign(word: PlacedWord) -> bool:
    """Whether a word is a dash, an underline or the like."""
    return not any(map(str.isalnum, word.text))


def _join_strays(rows: list[list[PlacedWord]]) -> list[list[PlacedWord]]:
    """Move raised marks and drawn values into the neighbouring row that they belong to."""
    if len(rows) < 2:
        return rows
    usual = _middle([word.size for row in rows for word in row])
    for position, row in enumerate(rows):
        for word in [
            word for word in row if word.drawn or (word.size < usual and _may_be_mark(word))
        ]:
            best: list[PlacedWord] | None = None
            best_share = 0.3
            for other in (position - 2, position - 1, position + 1, position + 2):
                if not 0 <= other < len(rows):
                    continue
                share = _belongs(word, row, rows[other])
                if share > best_share:
                    best, best_share = rows[other], share
            if best is not None:
                row.remove(word)
                best.append(word)
    return [row for row in rows if row]


def _may_be_mark(word: PlacedWord) -> bool:
    """Whether a small word is short enough for a raised footnote mark or unit power."""
    return len(word.text) <= 6 and (word.text[:1].isdigit() or _is_bracketed(word))


def _is_bracketed(word: PlacedWord) -> bool:
    """`[12]`, as web pages mark their notes."""
    return word.text[:1] == "[" and word.text[1:2].isdigit()


def _belongs(word: PlacedWord, own: Sequence[PlacedWord], row: Sequence[PlacedWord]) -> float:
    """Share of the word's height that a row covers, 0 when the word is no part of that row."""
    near = [
        other
        for other in row
        if other is not word
        and not (other.drawn and word.drawn)
        and other.x0 - 2.5 * other.size <= word.x1
        and word.x0 <= other.x1 + 2.5 * other.size
    ]
    if not near:
        return 0.0
    host = min(near, key=lambda other: max(other.x0 - word.x1, word.x0 - other.x1))
    if word.drawn:
        kin = [other for other in own if not other.drawn and abs(other.x0 - word.x1) < 60]
        if host.drawn or kin:
            return 0.0
    elif word.size >= _largest_mark(word, host) or any(
        other is not word and other.size >= word.size * 0.9 and _beside(other, word)
        for other in own
    ):
        return 0.0
    gap = max(host.x0 - word.x1, word.x0 - host.x1)
    if not word.drawn and gap > 0.5 * host.size:
        return 0.0
    top = min(host.top, host.baseline - 0.75 * host.size)
    bottom = max(host.bottom, host.baseline + 0.2 * host.size)
    covered = min(bottom, word.bottom) - max(top, word.top)
    return max(0.0, covered) / max(0.1, word.bottom - word.top)


def _largest_mark(word: PlacedWord, host: PlacedWord) -> float:
    """The size that a mark beside a word stays below."""
    is_sure = _is_bracketed(word) or _is_power(host, word)
    return (_SMALLER if is_sure else _SMALL) * host.size


def _is_power(unit: PlacedWord, word: PlacedWord) -> bool:
    """Whether a word is the small 2 or 3 right behind a unit of length."""
    return (
        _POWER.fullmatch(word.text) is not None
        and word.size < _SMALLER * unit.size
        and -_TOUCHING * unit.size < word.x0 - unit.x1 < _TOUCHING * unit.size
        and _OF_LENGTH.fullmatch(unit.text) is not None
    )


def _with_powers(row: list[PlacedWord]) -> list[PlacedWord]:
    """The row with the raised 2 and 3 of areas and volumes as part of their unit: ``m2``.

    A sign that closes the clause right behind it is part of it, too.
    """
    if not any(word.text[0] in "23" and _POWER.fullmatch(word.text) for word in row):
        return row
    found = [row[0]]
    unit: PlacedWord | None = None
    for word in row[1:]:
        before = found[-1]
        is_sign = before is unit and word.x0 - before.x1 < _TOUCHING * word.size
        if _is_power(before, word) or (is_sign and word.text in ".,;:)"):
            unit = found[-1] = _as_one(before, word)
        else:
            found.append(word)
    return found


def _as_one(first: PlacedWord, second: PlacedWord) -> PlacedWord:
    return replace(
        first, text=first.text + second.text, x1=max(first.x1, second.x1),
        top=min(first.top, second.top), bottom=max(first.bottom, second.bottom),
        last=second.last, box=None,
    )  # fmt: skip


def _beside(other: PlacedWord, word: PlacedWord) -> bool:
    return max(other.x0 - word.x1, word.x0 - other.x1) < word.size


def _without_doubles(row: list[PlacedWord]) -> list[PlacedWord]:
    """The row without words that are printed twice on one spot (imitated bold, shadows)."""
    if len({word.text for word in row}) == len(row):
        return row
    kept: list[PlacedWord] = []
    for word in row:
        for other in kept[:-3:-1]:
            if word.text != other.text:
                continue
            overlap = min(word.x1, other.x1) - max(word.x0, other.x0)
            if overlap > 0.6 * (word.x1 - word.x0):
                break
        else:
            kept.append(word)
    return kept


def fragments(row: Sequence[PlacedWord], gap: float = _WIDE_GAP) -> list[Fragment]:
    """The row cut where two words stand further apart than ``gap`` font sizes."""
    return [Fragment(part) for part in cut_row(row, gap)]


def cut_row(row: Sequence[PlacedWord], gap: float = _WIDE_GAP) -> list[list[PlacedWord]]:
    """The words of the :func:`fragments` of a row."""
    before = row[0]
    part = [before]
    parts = [part]
    edge = before.x1
    for word in row[1:]:
        blank = word.x0 - edge
        if blank > gap * word.size or blank > gap * before.size:
            part = [word]
            parts.append(part)
        else:
            part.append(word)
        if word.x1 > edge:
            edge = word.x1
        before = word
    return parts


def _is_glued(left: PlacedWord, right: PlacedWord) -> bool:
    """Whether two words, one of them drawn, are one: number and symbol (`163` + `/BC-SNV`)."""
    return right.text[0] in "/-" or left.text[-1] == "/"


def _middle(numbers: list[float]) -> float:
    """The median of numbers, of which there is one at least."""
    numbers.sort()
    half = len(numbers) // 2
    return numbers[half] if len(numbers) % 2 else (numbers[half - 1] + numbers[half]) / 2


def _rounded(word: PlacedWord) -> Box:
    return round(word.x0, 2), round(word.top, 2), round(word.x1, 2), round(word.bottom, 2)


def _joined(words: Sequence[PlacedWord]) -> tuple[str, tuple[WordBox, ...]]:
    """Text of a row with drawn words and their boxes: number and symbol stand together."""
    pieces: list[str] = []
    boxes: list[WordBox] = []
    at = 0
    before: PlacedWord | None = None
    for word in words:
        text = word.text
        if before is not None and (before.drawn == word.drawn or not _is_glued(before, word)):
            pieces.append(" ")
            at += 1
        end = at + len(text)
        pieces.append(text)
        boxes.append(WordBox(at, end, word.box or _rounded(word), word.confidence))
        before, at = word, end
    return "".join(pieces), tuple(boxes)


def join_rows(rows: Sequence[Sequence[PlacedWord]]) -> list[tuple[str, tuple[WordBox, ...]]]:
    """Texts of rows with one blank between words, and the boxes with offsets into each.

    All rows of a page are joined at once: a row alone takes twice its time.
    """
    words = list(chain.from_iterable(rows))
    if not words:
        return [("", ()) for _ in rows]
    texts = [word.text for word in words]
    lengths = np.fromiter(map(len, texts), np.int64, len(words))
    ends = np.cumsum(lengths + 1) - 1
    starts = ends - lengths
    edges = [0, *accumulate(map(len, rows))]
    begins = [start for start, end in pairwise(edges) if end > start]
    base = np.repeat(starts[begins], [len(row) for row in rows if row])
    boxes = word_boxes(
        (starts - base).tolist(),
        (ends - base).tolist(),
        [word.box or _rounded(word) for word in words],
        [word.confidence for word in words],
    )
    has_drawn = any(map(_DRAWN, words))
    return [
        _joined(row)
        if has_drawn and len({word.drawn for word in row}) > 1
        else (" ".join(texts[start:end]), tuple(boxes[start:end]))
        for row, (start, end) in zip(rows, pairwise(edges), strict=True)
    ]


def lines_of(
    rows: Sequence[Sequence[PlacedWord]],
    columns: Iterable[Column] = repeat(""),
    cells: Iterable[Cell | None] = repeat(None),
    faces: Iterable[tuple[bool, bool]] = repeat((False, False)),
) -> list[RawLine]:
    """Raw lines from rows of words; the rest says how each is placed, and set (bold, italic)."""
    lines = []
    for row, (text, boxes), column, cell, (bold, italic) in zip(
        rows, join_rows(rows), columns, cells, faces, strict=False
    ):
        size = round(_middle([word.size for word in row]), 1) if row else None
        lines.append(RawLine(text, boxes, column, cell, bold, italic, size))
    return lines


def line_of(words: Sequence[PlacedWord], **values: object) -> RawLine:
    """A raw line from a row of words; ``values`` are further fields of :class:`RawLine`."""
    (line,) = lines_of([words])
    return replace(line, **values) if values else line  # type: ignore[arg-type]
