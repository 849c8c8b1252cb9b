"""Digital signatures as rows, and as witnesses of the head: signer, body and day.

A leader signs, the body seals, the clerk numbers and dates (reference: document_format 13); a
portal or an office that receives the file may sign later.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.grammar.date_grammar import find_expressions
from pipeline.layout.names import is_person_name
from pipeline.model import Dispatch, Head, SignatureMark
from pipeline.rulebook import Rulebook

SEALED_DAY = "head.sealed_day"
_SEALED_SURE = 0.7  # a seal is normally set on the day of issue, not always
VIET_NAM = dt.timezone(dt.timedelta(hours=7))
_NOTE = regex.compile(r"(?r)\s*\([^)]*\)\s*$")  # `Sở Tư pháp (M)`: the card, not the body


def is_body(mark: SignatureMark, rules: Rulebook) -> bool:
    """True if the certificate names a body (seal) and not a person."""
    return mark.common_name is not None and not is_person_name(mark.common_name, rules)


def organisations(mark: SignatureMark, rules: Rulebook) -> tuple[str | None, str | None]:
    """Return (organisation, the one above it) as the certificate names them.

    A body's seal names the body itself; of a person the innermost unit is the organisation.
    """
    chain = [mark.organisation, *mark.units]
    named = [name for name in chain if name]
    if is_body(mark, rules):
        name = _NOTE.sub("", mark.common_name or "")
        above = [other for other in named if _key(other) != _key(name)]
        return name or None, above[-1] if above else None
    if not named:
        return None, None
    return named[-1], named[-2] if len(named) > 1 else None


def head_defects(head: Head, marks: Sequence[SignatureMark], rules: Rulebook) -> tuple[str, ...]:
    """Codes of what the certificates say otherwise than the head.

    ``signer_not_in_certificates``: persons signed, none of them the printed signer.
    ``issuer_not_in_certificates``: bodies sealed, none of them the printed issuer.
    ``issued_before_signed``: the leader's signature is younger than the day of issue.
    ``signature_broken``: a digest or signature does not verify.
    ``changed_after_signing``: the file was changed after a signature, beyond further signatures.
    """
    found = []
    people = [m for m in marks if m.common_name and not is_body(m, rules)]
    bodies = [m for m in marks if is_body(m, rules)]
    own = None
    if head.signer_name is not None and people:
        printed = _key(head.signer_name.value)
        own = next((m for m in people if _key(m.common_name or "") == printed), None)
        if own is None:
            found.append("signer_not_in_certificates")
    if head.issuer is not None and bodies:
        printed = _key(head.issuer.value)
        known = {_key(_NOTE.sub("", m.common_name or "")) for m in bodies}
        if not any(printed in name or name in printed for name in known):
            found.append("issuer_not_in_certificates")
    if (
        own is not None
        and own.signed_at is not None
        and head.issued_on is not None
        and head.issued_on < day_in_viet_nam(own.signed_at)
    ):
        found.append("issued_before_signed")
    if any(m.intact is False for m in marks):
        found.append("signature_broken")
    if any(m.changed_after == "other" for m in marks):
        found.append("changed_after_signing")
    return tuple(found)


def with_sealed_day(
    dispatch: Dispatch, marks: Sequence[SignatureMark], rules: Rulebook
) -> Dispatch:
    """Take the day of issue from the issuer's seal, where the head's day cannot be read.

    The seal is normally set on the day of issue (document_format 13).  The printed year must agree,
    and all seals of the issuer must name one day.  A scan was signed on paper before: of eight at
    hand, five were sealed a day or more after; there the line above an annex has to name the day,
    too.
    """
    head = dispatch.head
    if head.issued_on is not None or head.is_draft or head.issued_span is None:
        return dispatch
    first = head.issued_span[0]
    is_scan = any(p.is_ocr and p.start <= first < p.end for p in dispatch.text.pages)
    if head.issuer is None:
        return dispatch
    printed = _key(head.issuer.value)
    days = {
        _printed_day(mark.signed_at, dispatch.text.text) or day_in_viet_nam(mark.signed_at)
        for mark in marks
        if mark.signed_at is not None
        and mark.intact is not False
        and is_body(mark, rules)
        and (name := _key(_NOTE.sub("", mark.common_name or "")))
        and (printed in name or name in printed)
    }
    start, end = head.issued_span
    words = dispatch.text.text[start:end]
    if len(days) != 1 or str((day := days.pop()).year) not in words:
        return dispatch
    if is_scan and day not in _days_of_annexes(dispatch, rules):
        return dispatch
    sealed = replace(head, issued_on=day, issued_rule=SEALED_DAY, issued_sure=_SEALED_SURE)
    return replace(dispatch, head=sealed)


def _days_of_annexes(dispatch: Dispatch, rules: Rulebook) -> set[dt.date]:
    """The days in the lines above annexes: `(Kèm theo Quyết định số ... ngày ...)`."""
    lines = [annex.parent_line for annex in dispatch.appendices if annex.parent_line is not None]
    return {
        found.first
        for start, end in lines
        for found in find_expressions(dispatch.text.text[start:end], rules, None)
        if found.precision == "day"
    }


def _printed_day(moment: dt.datetime, text: str) -> dt.date | None:
    """The signature's own day, where the seal's picture prints the same clock.

    Some programs sign with the clock on the wall and call it UTC: seven hours later is another day.
    """
    clocks = (f"{moment:%d{sign}%m{sign}%Y %H:%M}" for sign in "./-")
    return moment.date() if any(clock in text for clock in clocks) else None


def day_in_viet_nam(moment: dt.datetime) -> dt.date:
    """The day in Viet Nam (UTC+7), whatever zone the signing program wrote."""
    return (moment.astimezone(VIET_NAM) if moment.tzinfo is not None else moment).date()


def _key(name: str) -> str:
    """Letters without accents and case: certificates misplace tones more than they misspell."""
    folded = unicodedata.normalize("NFD", name.casefold()).replace("đ", "d")
    words = "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c))
    return " ".join(words.split()).replace("uy ban nhan dan", "ubnd")
