"""Drop what recognition is unsure of where the paper is filled in by hand: number and day.

Number and day of the head are often written in ink or stamped on a form that is printed in full
(reference: text_defects 4); a wrong one is worse than none.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.model import Dispatch, Reading
from pipeline.normalise import reading_confidence

_FIGURE = regex.compile(r"\d+")
_SURE = 0.6
"""Print is recognised with 0.9 and more, a misread figure in ink with about 0.5."""


def without_faint_figures(dispatch: Dispatch, reading: Reading) -> Dispatch:
    """The dispatch without a number or a day of issue whose figures were recognised faintly.

    The defects ``number_unreadable`` and ``date_unreadable`` say what was dropped; the symbol
    stays.
    """
    head, defects = dispatch.head, list(dispatch.defects)
    number, span = head.doc_number, head.issued_span
    if number is not None and head.number is not None:
        end = dispatch.text.text.find("/", number.start, number.end)
        if _is_faint(dispatch, reading, number.start, end if end > 0 else number.end):
            head = replace(head, doc_number=None, number=None)
            defects.append("number_unreadable")
    if span is not None and head.issued_on is not None and _is_faint(dispatch, reading, *span):
        head = replace(head, issued_on=None)
        defects.append("date_unreadable")
    if head is dispatch.head:
        return dispatch
    return replace(dispatch, head=head, defects=tuple(dict.fromkeys(defects)))


def _is_faint(dispatch: Dispatch, reading: Reading, start: int, end: int) -> bool:
    """Whether a figure of the span was recognised faintly; words around it do not count."""
    text = dispatch.text
    return any(
        reading_confidence(text, reading, start + hit.start(), start + hit.end()) < _SURE
        for hit in _FIGURE.finditer(text.text[start:end])
    )
