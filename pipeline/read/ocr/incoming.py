"""Takes the stamp of incoming mail (dấu Đến) out of a recognised page: it lies over the print.

Its labels stand below each other, `Số:`, `Ngày:`, `Chuyển:`, beside or below `ĐẾN`; number and
day are the receiver's, and read with the lines that they lie on they tear those apart (NĐ 30/2020,
Annex IV).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from pipeline.model import RawLine
from pipeline.read.page.roles import line_of_footer
from pipeline.read.page.word import PlacedWord

_NUMBER = regex.compile(r"\W*S[ốôóồo]:[^\p{L}]*")
_DAY = regex.compile(r"\W*Ng[àâa]y:[^\p{L}]*")
# The stamp lies over print, so that its own labels are misread too: `Chuytn:`, `Đ:N`.
_PASSED = regex.compile(r"\W*C[hi]uy(?:\p{L}{0,3}[:.]|['’])\W*")
_CAME = regex.compile(r"\W*[ĐDÐ][ÊẾÉỀÈ.:]N\W*")
_TITLE = regex.compile(r"\W*(?:C[ÔôO]NG|VĂN|BẢN|CV|[ĐDÐ][ÊẾÉỀÈ.:]N)\W*")
_FIGURES = regex.compile(r"[^\p{L}]*+\p{L}?[^\p{L}]*+")
_SIGNS = regex.compile(r"[^\p{L}\d]+")
# Points; the stamp is 50 mm wide and 30 high.
_ALIGNED = 18.0
_LEAST_STEP, _MOST_STEP = 4.0, 45.0
_WIDTH, _LEFT = 140.0, 90.0
_GAP = 40.0


def split_incoming(words: Sequence[PlacedWord]) -> tuple[list[PlacedWord], list[RawLine]]:
    """Recognised words without those of a stamp of incoming mail, and the latter as footer lines.

    :param words: words of a page that lies straight, in points
    """
    day = next((word for word in words if _DAY.fullmatch(word.text)), None)
    if day is None:
        return list(words), []
    number = _label(words, _NUMBER, day, above=True)
    passed = _label(words, _PASSED, day, above=False)
    if passed is None and (number is None or not any(_came(word, day) for word in words)):
        return list(words), []
    labels = [label for label in (number, day, passed) if label is not None]
    rows = [[label, *_filled_in(words, label, label is passed)] for label in labels]
    title = [word for word in words if _is_title(word, labels[0])]
    if title:
        rows.insert(0, title)
    gone = {id(word) for row in rows for word in row}
    return [word for word in words if id(word) not in gone], [line_of_footer(row) for row in rows]


def _label(
    words: Sequence[PlacedWord], pattern: regex.Pattern[str], day: PlacedWord, *, above: bool
) -> PlacedWord | None:
    """The label that stands right above or below that of the day."""
    return next(
        (
            word
            for word in words
            if _LEAST_STEP <= (day.top - word.top if above else word.top - day.top) <= _MOST_STEP
            and abs(word.x0 - day.x0) <= _ALIGNED
            and pattern.fullmatch(word.text)
        ),
        None,
    )


def _came(word: PlacedWord, day: PlacedWord) -> bool:
    return (
        abs(word.top - day.top) <= 2 * _MOST_STEP
        and -_WIDTH <= word.x0 - day.x0 <= _WIDTH
        and _CAME.fullmatch(word.text) is not None
    )


def _is_title(word: PlacedWord, first: PlacedWord) -> bool:
    """Whether the word is one of `CÔNG VĂN ĐẾN`, beside or above the first label."""
    return (
        -_LEAST_STEP <= first.bottom - word.bottom <= _MOST_STEP
        and -_LEFT <= word.x0 - first.x0 <= _WIDTH
        and _TITLE.fullmatch(word.text) is not None
    )


def _filled_in(
    words: Sequence[PlacedWord], label: PlacedWord, is_last: bool
) -> Iterator[PlacedWord]:
    """The figures and dots behind a label, up to the first word that is print below the stamp."""
    row = [
        word
        for word in words
        if word is not label
        and label.x1 - 1 <= word.x0 <= label.x0 + _WIDTH
        and label.top <= word.middle <= label.bottom
    ]
    end = label.x1
    for word in sorted(row, key=lambda each: each.x0):
        kind = _SIGNS if is_last else _FIGURES
        if word.x0 - end > _GAP or not kind.fullmatch(word.text):
            return
        yield word
        end = word.x1
