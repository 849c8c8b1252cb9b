"""Letters that a source has lost (U+FFFD): a name or number that touches one is torn.

A bad conversion or a damaged disk leaves the replacement character where a letter was.  What
stands beside it reads like a name or an amount of its own (half of ``Văn``, ``0.000 đồng``), and is
none.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import LOST, Dispatch, Field, Reading
from pipeline.read.cut import FILE_CUT
from pipeline.rulebook import Rulebook

LEFT_OF_SURE = 0.3
"""How sure anything can be that was found in a torn word."""
_LONGEST = 64  # letters that are looked at on either side


def is_torn(text: str, start: int, end: int) -> bool:
    """Whether the words of a span have lost a letter, or a word beside it the letter next to it."""
    before = text[max(start - _LONGEST, 0) : start]
    behind = text[end : end + _LONGEST]
    if before.rstrip(" ").endswith(LOST) or behind.lstrip(" ").startswith(LOST):
        return True
    left = before.split()[-1] if before and not before[-1].isspace() else ""
    right = behind.split()[0] if behind and not behind[0].isspace() else ""
    return LOST in left or LOST in right or text.find(LOST, start, end) >= 0


def without_torn_fields(dispatch: Dispatch) -> Dispatch:
    """The dispatch without a number, a day of issue or a signer that lost a letter.

    The defects ``number_unreadable`` and ``date_unreadable`` say which are missing.
    """
    text, head, defects = dispatch.text.text, dispatch.head, list(dispatch.defects)
    if LOST not in text:
        return dispatch
    if _is_torn_field(text, head.doc_number):
        head = replace(head, doc_number=None, number=None, symbol=None)
        defects.append("number_unreadable")
    day = head.issued_span if head.issued_on is not None else None
    if day is not None and is_torn(text, *day):
        head = replace(head, issued_on=None)
        defects.append("date_unreadable")
    if _is_torn_field(text, head.signer_name):
        head = replace(head, signer_name=None)
    return replace(dispatch, head=head, defects=tuple(dict.fromkeys(defects)))


def without_lost_ink(dispatch: Dispatch, reading: Reading, rules: Rulebook) -> Dispatch:
    """The dispatch of a cut PDF without a blank for its number.

    Signing software fills in number and day with what it writes last; ``/QĐ-UBND`` would make a
    draft of a paper that was issued.
    """
    head, text = dispatch.head, dispatch.text
    is_drawn = all(page.width is not None for page in text.pages)
    if not is_drawn or FILE_CUT not in reading.defects:
        return dispatch
    if head.doc_number is None or head.number is not None:
        return dispatch
    printed = rules.pattern("layout.draft_mark").regex
    is_draft = any(printed.search(text.text[line.start : line.end]) for line in text.lines)
    return replace(
        dispatch,
        head=replace(head, doc_number=None, is_draft=is_draft),
        defects=tuple(dict.fromkeys((*dispatch.defects, "number_unreadable"))),
    )


def _is_torn_field(text: str, field: Field | None) -> bool:
    return field is not None and is_torn(text, field.start, field.end)
