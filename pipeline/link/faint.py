"""Drop what recognition is unsure of where the paper is filled in by hand: number and day.

Number and day of the head are often written in ink or stamped on a form that is printed in full
(reference: text_defects 4); a wrong one is worse than none.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.model import Dispatch, Field, Reading
from pipeline.normalise import reading_confidence

_FIGURE = regex.compile(r"\d+")
_SURE = 0.6
_SURE_INK, _SURE_PRINT = 0.8, 0.5
"""Print is recognised with 0.9 and more, or with 0.5 to 0.9 where a long symbol hangs on it; a
figure in ink with 0.4 to 0.9, often wrongly, and nothing else tells that it is wrong."""


def without_faint_figures(dispatch: Dispatch, reading: Reading) -> Dispatch:
    """The dispatch without a number or a day of issue whose figures were recognised faintly.

    The defects ``number_unreadable`` and ``date_unreadable`` say what was dropped; the symbol
    stays.
    """
    head, defects = dispatch.head, list(dispatch.defects)
    number, span = head.doc_number, head.issued_span
    if number is not None and _is_doubtful_number(dispatch, reading, number):
        head = replace(head, doc_number=None, number=None)
        defects.append("number_unreadable")
    if span is not None and head.issued_on is not None and _least(dispatch, reading, span) < _SURE:
        head = replace(head, issued_on=None)
        defects.append("date_unreadable")
    if head is dispatch.head:
        return dispatch
    return replace(dispatch, head=head, defects=tuple(dict.fromkeys(defects)))


def _is_doubtful_number(dispatch: Dispatch, reading: Reading, number: Field) -> bool:
    """A number was read faintly, or lost a figure: those below 10 are written 01 to 09.

    Source: NĐ 30/2020, Annex I, II.3.
    """
    text = dispatch.text.text
    if not any(p.is_ocr and p.start <= number.start < p.end for p in dispatch.text.pages):
        return False
    stroke = text.find("/", number.start, number.end)
    span = (number.start, stroke if stroke > 0 else number.end)
    figures = text[slice(*span)]
    is_filled_in = figures != figures.rstrip()  # a form's `Số:    /QĐ-SXD`, not typed in one go
    least = _SURE_INK if is_filled_in else _SURE_PRINT
    return len(figures.strip()) == 1 or _least(dispatch, reading, span) < least


def _least(dispatch: Dispatch, reading: Reading, span: tuple[int, int]) -> float:
    """How surely the least sure figure of the span was read; words around it do not count."""
    text, start = dispatch.text, span[0]
    return min(
        (
            reading_confidence(text, reading, start + hit.start(), start + hit.end())
            for hit in _FIGURE.finditer(text.text[slice(*span)])
        ),
        default=1.0,
    )
