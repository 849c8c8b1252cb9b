"""Reads what was filled in by hand or stamped in the head: the number, the day and the month.

Tesseract reads print; of figures in ink it makes letters, signs, or other figures.  Each blank of a
form is looked at several times by a net for figures, in slightly other cuts; what stays doubtful is
left as it was recognised, with little confidence, and where the net and a sure Tesseract differ
neither is trusted.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
import regex
from numpy.typing import NDArray

from pipeline.read.ocr.digit_net import HEIGHT, LONGEST, Places, likelihoods, look_at
from pipeline.read.ocr.forms import Blank, Form, Kind, Printed, find_forms
from pipeline.read.ocr.hocr import OcrWord

Image = NDArray[Any]

_PER_EM = 25.0  # columns of a strip an em
_ABOVE, _BELOW = 1.15, 0.45  # ems of a strip above and below the baseline
_LINE_TO_EM = 1.07
_NARROWEST, _WIDEST = 0.25, 5.5  # ems of a blank: the narrowest figure takes a third of one
_BLUR = 0.35  # of the pixels that become one, so that thin strokes are not lost between them
_SURE = 0.9  # Tesseract's confidence from which its figures are not given up for others
_SURE_PRINT = 0.8  # the same of figures with a letter, and in a sentence: little is filled in
_FAINT = 0.5
_LETTERED = regex.compile(r"\d{1,5}[a-zđ]")
_STOPS = ".,;:_"
_COLONS = ("8", "5")
_ONES = str.maketrans("Il|", "111")
_FIGURE = 0.7  # height of a figure in ems
_WITNESSED, _ALONE, _AT_ODDS = 0.9, 0.85, 0.45
_LEAST = {"number": 0.45, "day": 0.75, "month": 0.75}  # probability of what the net reads
_LEAST_AGREED = 0.2  # the same, where Tesseract read it too
_LEAST_ALIKE = 0.65  # the same, where all looks see the same figures
_VOTES = 3  # looks of five that must see them, where Tesseract read something else
_FEW = 8  # days or months that a first look leaves
_LEAST_DENIED = 0.6  # the same, where a sure Tesseract read something else
_TYPED, _FEWEST_LEFT = 0.75, 2  # confidence at most of such figures, and how many are left of them
_LEAST_SEEN = 0.15  # probability without what is known of days and months


@dataclass(frozen=True, slots=True)
class _Way:
    """A cut around a blank: ems to its left and right, enlargement, ems further down."""

    left: float
    right: float
    enlarged: float
    down: float


_WAYS = (
    _Way(0.8, 0.9, 1.0, 0.0), _Way(1.1, 0.7, 1.1, 0.03), _Way(0.6, 1.1, 0.9, -0.03),
    _Way(0.7, 0.7, 1.05, 0.05), _Way(0.5, 0.5, 1.0, -0.02),
)  # fmt: skip
_DAYS = (*(f"{day:02d}" for day in range(1, 32)), *(str(day) for day in range(1, 10)))
_MONTHS = (*(f"{month:02d}" for month in range(1, 13)), *(str(month) for month in range(1, 10)))
_VALID: dict[Kind, tuple[str, ...]] = {"number": (), "day": _DAYS, "month": _MONTHS}


def read_filled_in(image: Image, words: Sequence[OcrWord], behind: int = -1) -> tuple[OcrWord, ...]:
    """The words, those of numbers and days of issue as the net for figures reads them.

    :param image: grey, what was recognised, without its grain smoothed
    :param words: what was recognised on it, in the order of its lines
    :param behind: the last line of those that were looked at before
    """
    result = list(words)
    for form in reversed(list(find_forms(words))):
        if words[form.first].line <= behind:
            continue
        result[form.first : form.last] = _filled(image, form, words)
    return tuple(result)


def _filled(image: Image, form: Form, words: Sequence[OcrWord]) -> list[OcrWord]:
    """The words of a form, its blanks read; as they were where no blank says anything else."""
    as_read = list(words[form.first : form.last])
    found: list[OcrWord] = []
    judged: dict[OcrWord, OcrWord] = {}
    is_new = False
    for part in form.parts:
        if isinstance(part, Printed):
            found.append(part.word)
            continue
        figures = None if _is_print(part, form.in_text) else _look(image, part)
        if figures is None:
            doubted = [_doubted(word, part) for word in part.read]
            judged.update(zip(part.read, doubted, strict=True))
            found.extend(doubted)
            continue
        own = part.read[0] if len(part.read) == 1 else None
        if own in as_read and own.text == figures.text:
            judged[own] = replace(own, confidence=figures.confidence)
        elif figures.text != "".join(word.text for word in part.read):
            is_new = True
        elif not form.in_text and min(word.confidence for word in part.read) < _FAINT:
            is_new = True  # cut off from what they ran into; judged print is left as it stands
        found.append(figures)
    is_number = found[0].text[0] in "Ss"
    is_read = is_number and any(word.confidence > _AT_ODDS for word in judged.values())
    lost_stroke = is_read and found[-1].text[0] != "/" and not form.in_text
    if not is_new and not lost_stroke:
        return [judged.get(word, word) for word in as_read]
    if is_number:
        found[0] = replace(found[0], text=f"{found[0].text[0]}ố{found[0].text[2:]}")
        if found[-1].text[0] != "/":  # the stroke of `CT-CS` was not recognised
            found[-1] = replace(found[-1], text=f"/{found[-1].text}")
    return found


def _is_print(blank: Blank, in_text: bool) -> bool:
    """Whether a blank was surely typed: a number with a letter, or figures in a sentence."""
    before = "".join(word.text for word in blank.read)
    sure = min((word.confidence for word in blank.read), default=0.0)
    return sure >= _SURE_PRINT and (
        _LETTERED.fullmatch(before) is not None
        or (in_text and (before.isdigit() or blank.kind == "number"))
    )


def _doubted(word: OcrWord, blank: Blank) -> OcrWord:
    is_short_day = blank.kind == "day" and len(word.text) == 1 and word.confidence < _SURE
    if word.text.isalnum() and word.text[0].isdigit() and not is_short_day:
        return word
    return replace(word, confidence=min(word.confidence, _AT_ODDS))


def _look(image: Image, blank: Blank) -> OcrWord | None:
    """The figures of a blank as one word; None where they stay doubtful."""
    em = blank.em
    if not _NARROWEST * em < blank.right - blank.left <= _WIDEST * em:
        return None
    before = "".join(word.text for word in blank.read)
    sure = min((word.confidence for word in blank.read), default=0.0)
    seen = [look_at(_strip(image, blank, em, _WAYS[0]))]
    if sure >= _SURE and seen[0].row().figures == before and len(blank.read) == 1:
        return blank.read[0]
    seen.extend(look_at(_strip(image, blank, em, way)) for way in _WAYS[1:])
    before = _as_figures(before)
    figures, likely, alone = _likeliest(seen, blank)
    rows = [places.row().figures or "" for places in seen]
    if blank.kind == "number":
        rows = _without_label(rows, before)
        figures = _without_label([figures, *rows], before)[0]
    votes = rows.count(figures)
    least, confidence = _LEAST[blank.kind], _ALONE
    if blank.kind != "number" and before.isdigit() and before.lstrip("0") == figures.lstrip("0"):
        figures = before  # `08` and 8 are one month
    if figures == before:
        least, confidence = _LEAST_AGREED, max(sure, _WITNESSED)
    if _was_cut_off(figures, before) and len(blank.read) == 1:
        # typed in one go with the words beside it: the net lost the figure at the edge of its strip
        figures, likely, confidence = before, 1.0, min(sure, _TYPED)
    if blank.kind == "number" and _ends_in_stroke(figures, before):
        return None
    is_alike = votes == len(seen)
    if votes > _VOTES and _is_end(before, figures):
        least = _LEAST_AGREED
    if not figures or likely < (min(least, _LEAST_ALIKE) if is_alike else least):
        return None
    if alone < _LEAST_SEEN and not is_alike:
        return None
    if votes < _VOTES and figures != before:
        return None
    if blank.kind == "day" and len(figures) == 1 and sure < _SURE:
        return None  # days below 10 are written 01 to 09: a figure was lost (NĐ 30/2020, II.4)
    if figures != before and _can_stand(before, blank.kind) and sure >= _SURE:
        if alone < _LEAST_DENIED:
            return None
        figures, confidence = before, _AT_ODDS
    return OcrWord(
        figures, blank.left, blank.baseline - _FIGURE * em, blank.right, blank.baseline,
        confidence, blank.baseline, em / _LINE_TO_EM, blank.line,
    )  # fmt: skip


def _without_label(rows: Sequence[str], before: str) -> list[str]:
    """Rows of figures, those without the colon of `Số:` that looks like an 8 or a 5 before them.

    So it is where another look does not see it, nor Tesseract.
    """
    return [
        row[1:]
        if row[:1] in _COLONS and len(row) > 1 and row[1:] in rows and before[:1] != row[:1]
        else row
        for row in rows
    ]


def _is_end(before: str, figures: str) -> bool:
    """Whether Tesseract read figures, too, and lost the first one of them only."""
    own = before.rstrip(_STOPS)
    return len(own) > 1 and len(figures) == len(own) + 1 and figures.endswith(own)


def _as_figures(text: str) -> str:
    """Figures among which Tesseract took a 1 for a letter or a bar (`II2`, `1|`), else the text."""
    figures = text.translate(_ONES)
    return figures if figures.isdigit() and any(map(str.isdigit, text)) else text


def _ends_in_stroke(figures: str, before: str) -> bool:
    """Whether the net's last figure may be the stroke behind a number: it looks like 1 or 7."""
    own = before.rstrip(_STOPS)
    return own.isdigit() and figures[-1:] in ("1", "7") and figures[:-1] == own


def _can_stand(figures: str, kind: Kind) -> bool:
    """Whether figures can be a number, a day or a month: `77` is no day."""
    return figures in _VALID[kind] if _VALID[kind] else figures.isdigit()


def _was_cut_off(figures: str, before: str) -> bool:
    """Whether figures are those that Tesseract read, but for the first or the last one."""
    return (
        before.isdigit()
        and len(figures) >= _FEWEST_LEFT
        and len(before) == len(figures) + 1
        and (before.endswith(figures) or before.startswith(figures))
    )


def _likeliest(seen: Sequence[Places], blank: Blank) -> tuple[str, float, float]:
    """Figures, their probability among all that can stand there, and that among all rows."""
    read = {row for places in seen if (row := places.row().figures)}
    if blank.kind == "number":
        read = {row for row in read if len(row) <= 5}
    options = sorted({*_VALID[blank.kind], *read})
    if not options:
        return "", 0.0, 0.0
    if len(options) > _FEW:
        first = dict(zip(options, likelihoods(seen[:1], options)[0].tolist(), strict=True))
        likely = sorted(options, key=lambda option: -first[option])[:_FEW]
        options = sorted({*likely, *read})
    means = likelihoods(seen, options).mean(axis=0)
    scores = dict(zip(options, means.tolist(), strict=True))
    valid = [option for option in options if option in (_VALID[blank.kind] or options)]
    if not valid:
        return "", 0.0, 0.0
    best = max(valid, key=lambda option: scores[option])
    alone = math.exp(scores[best])
    if not _VALID[blank.kind]:
        return best, alone, alone
    return best, alone / sum(math.exp(scores[option]) for option in valid), alone


def _strip(image: Image, blank: Blank, em: float, way: _Way) -> Image:
    """A strip of the line around a blank, in the size that the net has learned."""
    left, right = blank.left - way.left * em, blank.right + way.right * em
    down = _PER_EM / em * way.enlarged
    long = int(min(LONGEST, max(16, round((right - left) * down))))
    across = long / (right - left)
    middle = blank.baseline - _ABOVE * em + (_ABOVE + _BELOW) / 2 * em + way.down * em
    top, bottom = (round(middle - HEIGHT / down), round(middle + HEIGHT / down))
    rows = slice(max(0, top), max(1, bottom))
    part = np.ascontiguousarray(image[rows])
    if down < 0.7:
        part = cv2.GaussianBlur(part, (0, 0), _BLUR / down)
    moved = np.array(
        [[across, 0, -left * across], [0, down, HEIGHT / 2 - (middle - rows.start) * down]]
    )
    strip: Image = cv2.warpAffine(
        part, moved, (long, HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return strip
