"""Finds what a form leaves blank in the head: the number before its symbol, day and month.

``Số:      /QĐ-UBND`` and ``ngày    tháng    năm 2022`` are printed, the figures written by hand or
stamped between (NĐ 30/2020, Phụ lục I, II.3 and II.4).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median, median_low
from typing import Literal

import regex

from pipeline.read.ocr.hocr import OcrWord

Kind = Literal["number", "day", "month"]

_NUMBER = regex.compile(r"[Ss](?:[ốôóồổỗỐ]\s*[:.;,]*|[öõớøØ06][:.;,]+)(?P<rest>.*)")
_SYMBOL = regex.compile(
    r"(?P<head>.*?)(?P<symbol>/\s*\p{Lu}\p{L}*.*)"
    r"|(?P<head>[^\p{L}]*)(?P<symbol>\p{Lu}{2,5}r?[-–]\p{Lu}.*)"  # ink covers the stroke
)
# figures that ran into `Số:` itself, right before `/CT-UBND`; nothing else opens a cell like that
_SCRAWL = regex.compile(r"[Ss]\p{L}?[^\p{L}\s]\S{0,4}(?P<rest>)")
# `131/2018/NĐ-CP` is typed in one go; the party's `34-CT/TW` has its type before the stroke
_WHOLE = regex.compile(r"\d/\d|[-–—]\s*\p{Lu}")
_DAY = regex.compile(r"[Nn]g[àáaâảạ][yvw]?(?P<rest>.*)")
_MONTH = regex.compile(r"(?<!.)(?P<head>.*?)th?[áaàâ]n[gq]?(?P<rest>.*)")
_YEAR = regex.compile(r"(?<!.)(?P<head>.*?)(?P<year>n[ăaâã]m.*)")
_OPENING = frozenset("SsNn")  # of a number, a scrawl in its place, or a day
_MOST_WORDS = 7  # of a date from `ngày` to `năm`, of a number from `Số` to its symbol
_APART = 1.5  # line heights between the cells of the head
_LINE_TO_EM = 1.07  # font size by Tesseract's line height
_NEAR_USUAL = 1.25  # type of the head by the page's usual type, at most: ink makes words larger
_LEAST_SYMBOL = 4  # letters: a shorter word is no measure of the type's size

# Widths of the letters of Times, in which dispatches are set, by its font size.
_WIDTHS = (
    "A722 B667 C667 D722 Đ722 E611 F556 G722 H722 I333 J389 K722 L611 M889 N722 O722 P556 Q722 "
    "R667 S556 T611 U722 V722 W944 X722 Y722 /278 -333 –500 :278 .250 ,250 I333 c444 e444 a444 "
    "f333 i278 j278 l278 m778 r333 s389 t278 w722 z444"
)
_WIDTH = {entry[0]: int(entry[1:]) / 1000 for entry in _WIDTHS.split()}
_OTHER = 0.5
_SO, _NGAY, _THANG, _NAM = 1.28, 1.93, 2.26, 1.71
_FOUR, _YEAR_WIDTH = regex.compile(r"(?:19|20)\d\d"), 2.0
_INTO = 1.2  # a word that is so much wider than its letters has swallowed figures beside it


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed word of a form: as it was recognised, or cut off from figures it ran into."""

    word: OcrWord


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to be filled in: pixels from left to right, and what was recognised there.

    ``em`` is the size of the type in pixels, ``baseline`` the height of the line's baseline,
    ``line`` counts the lines of the image.
    """

    kind: Kind
    left: float
    right: float
    baseline: float
    em: float
    line: int
    read: tuple[OcrWord, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The words ``first`` to ``last`` (not included) as printed words and blanks between them.

    ``in_text``: it stands in a sentence (`kèm theo Quyết định số ...`), most often printed in full.
    """

    first: int
    last: int
    parts: tuple[Printed | Blank, ...]
    in_text: bool = False


def find_forms(words: Sequence[OcrWord]) -> Iterator[Form]:
    """Numbers and days of issue among recognised words, in their order."""
    if not words:
        return
    usual = median(word.height for word in words) * _LINE_TO_EM
    for first, last in _lines(words):
        index = first
        while index < last:
            if words[index].text[:1] not in _OPENING:
                index += 1
                continue
            cell = _Cell(words, index, first, last, usual)
            form = _number(cell) or _date(cell)
            if form is not None:
                yield form
            index = form.last if form is not None else index + 1


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where a form may begin: word ``at`` of the line ``first`` to ``last``, ``usual`` type."""

    words: Sequence[OcrWord]
    at: int
    first: int
    last: int
    usual: float

    def em(self, measured: float) -> float:
        """The size of the type, as measured on words that ink may have run into."""
        return min(max(measured, self.usual / _NEAR_USUAL), self.usual * _NEAR_USUAL)

    def opens(self) -> bool:
        """Whether nothing stands close in front."""
        word = self.words[self.at]
        if self.at == self.first:
            return True
        return word.x0 - self.words[self.at - 1].x1 > _APART * word.height


def _lines(words: Sequence[OcrWord]) -> Iterator[tuple[int, int]]:
    first = 0
    for index in range(1, len(words) + 1):
        if index == len(words) or words[index].line != words[first].line:
            yield first, index
            first = index


def _number(cell: _Cell) -> Form | None:
    """`Số:` up to the symbol behind it; that of a head opens a cell."""
    words, at = cell.words, cell.at
    word = words[at]
    opened = _NUMBER.fullmatch(word.text)
    if opened is None and _is_before_symbol(cell):
        opened = _SCRAWL.fullmatch(word.text)
    if opened is None:
        return None
    for end in range(at, min(cell.last, at + _MOST_WORDS)):
        found = _SYMBOL.fullmatch(opened["rest"] if end == at else words[end].text)
        if found is None or (end == at and not found["head"]):
            continue
        if _WHOLE.search(found["head"]):
            return None
        symbol, is_bare = words[end], not found["head"]
        is_whole = not opened["rest"] and opened.re is not _SCRAWL
        measured = [_across(word) / _width(word.text)] if is_whole else []
        if len(found["symbol"]) >= _LEAST_SYMBOL:  # figures in ink are about as wide as printed
            of_symbol = _across(symbol) / _width(symbol.text)
            measured = [of_symbol] if is_bare else [*measured, of_symbol]
        em = cell.em(median(measured) if measured else cell.usual)
        left = word.x0 + _SO * em if opened["rest"] or _is_wider(word, _SO, em) else word.x1
        right = symbol.x0 if is_bare else symbol.x1 - _width(found["symbol"]) * em
        rests = [(word, opened["rest"])] if end > at else []
        rests += [(other, other.text) for other in words[at + 1 : end]]
        rests.append((symbol, found["head"]))
        read = _read(rests, left, right)
        blank = Blank("number", left, right, symbol.baseline, em, word.line, read)
        return Form(
            at, end + 1,
            (
                Printed(word) if is_whole else _printed(word, "Số:", word.x0, left),
                blank,
                Printed(symbol) if is_bare
                else _printed(symbol, found["symbol"], right, symbol.x1),
            ),
            not cell.opens(),
        )  # fmt: skip
    return None


def _is_before_symbol(cell: _Cell) -> bool:
    """Whether the word opens a cell and the symbol of a number stands behind it."""
    behind = cell.words[cell.at + 1].text if cell.at + 1 < cell.last else ""
    found = _SYMBOL.fullmatch(behind)
    return found is not None and behind[0] == "/" and len(behind) >= _LEAST_SYMBOL and cell.opens()


def _date(cell: _Cell) -> Form | None:
    """`ngày` up to `năm`: the place in front tells the head's day from those of sentences."""
    words, at = cell.words, cell.at
    ngay = words[at]
    day = _DAY.fullmatch(ngay.text)
    has_place = at > cell.first and words[at - 1].text.endswith((",", "."))
    if day is None:
        return None
    end = min(cell.last, at + _MOST_WORDS)
    middle, month = _first(words, _MONTH, at, end, day["rest"])
    if month is None or (month["head"] and month["rest"]):
        return None
    close, year = _first(words, _YEAR, middle, end, month["rest"])
    if year is None:
        return None
    thang, nam = words[middle], words[close]
    free = (
        (ngay, _NGAY, not day["rest"]),
        (thang, _THANG, not month["head"] and not month["rest"] and middle > at),
        (nam, _NAM, not year["head"] and close > middle and len(nam.text) == len("năm")),
    )
    measured = [_across(word) / width for word, width, is_free in free if is_free]
    if close + 1 < cell.last and _FOUR.fullmatch(words[close + 1].text):
        measured.append(_across(words[close + 1]) / _YEAR_WIDTH)
    # a word that ink ran into is wider than its letters, never narrower
    em = cell.em(median_low(measured) if measured else cell.usual)
    lines = [word.baseline for word, _, is_free in free if is_free] or [ngay.baseline]
    baseline = sum(lines) / len(lines)
    has_month = close > middle + 1 or month["rest"] or year["head"]
    left = ngay.x0 + _NGAY * em if day["rest"] or _is_wider(ngay, _NGAY, em) else ngay.x1
    is_behind = bool(month["rest"]) or (not has_month and _is_wider(thang, _THANG, em))
    is_before = month["head"] or middle == at
    if not is_behind and has_month and middle == at + 1:
        is_before = is_before or _is_wider(thang, _THANG, em)
    begin = thang.x1 - _THANG * em if is_before else thang.x0
    behind = begin + _THANG * em if is_behind else thang.x1
    is_inked = year["head"] or close == middle or _is_wider(nam, _NAM, em)
    right = nam.x1 - _NAM * em if is_inked else nam.x0
    days = [(ngay, day["rest"] if middle > at else month["head"])]
    days += [(word, word.text) for word in words[at + 1 : middle]]
    days += [(thang, month["head"])] if middle > at else []
    months = [(thang, month["rest"] if close > middle else "")]
    months += [(word, word.text) for word in words[middle + 1 : close]]
    months += [(nam, year["head"])] if close > middle else []
    return Form(
        at, close + 1,
        (
            Printed(ngay) if free[0][2] else _printed(ngay, "ngày", ngay.x0, left),
            Blank("day", left, begin, baseline, em, ngay.line, _read(days, left, begin)),
            Printed(thang) if free[1][2] else _printed(thang, "tháng", begin, behind),
            Blank("month", behind, right, baseline, em, ngay.line, _read(months, behind, right)),
            Printed(nam) if close > middle and not year["head"]
            else _printed(nam, year["year"], right, nam.x1),
        ),
        not (has_place or cell.opens()),
    )  # fmt: skip


def _first(
    words: Sequence[OcrWord], pattern: regex.Pattern[str], at: int, end: int, rest: str
) -> tuple[int, regex.Match[str] | None]:
    """The first word of a pattern from ``at`` on, of which ``rest`` alone is left to be read."""
    for index in range(at, end):
        found = pattern.fullmatch(rest if index == at else words[index].text)
        if found is not None:
            return index, found
    return at, None


def _read(rests: Sequence[tuple[OcrWord, str]], left: float, right: float) -> tuple[OcrWord, ...]:
    """What was recognised in a blank, each word in its own share of it at most."""
    return tuple(_cut(word, text, left, right) for word, text in rests if text.strip())


def _printed(word: OcrWord, text: str, left: float, right: float) -> Printed:
    return Printed(_cut(word, text, left, right))


def _cut(word: OcrWord, text: str, left: float, right: float) -> OcrWord:
    """A part of a word that ran together with others."""
    x0, x1 = max(word.x0, left), min(word.x1, right)
    if x0 >= x1:
        x0, x1 = min(left, right), max(left, right)
    return OcrWord(
        text, x0, word.top, x1, word.bottom, word.confidence, word.baseline, word.height, word.line
    )


def _is_wider(word: OcrWord, width: float, em: float) -> bool:
    """Whether the word takes more room than its letters: figures in ink ran into it."""
    return _across(word) > _INTO * width * em


def _across(word: OcrWord) -> float:
    return word.x1 - word.x0


def _width(text: str) -> float:
    """Width of a text in Times by its font size; marks above and below take no room."""
    return sum(
        _WIDTH.get(letter) or _WIDTH.get(unicodedata.normalize("NFD", letter)[0], _OTHER)
        for letter in text
    )
