"""Digital signatures as rows, and as witnesses of the head: signer, body and day.

A leader signs, the body seals, the clerk numbers and dates (reference: document_format 13); a
portal or an office that receives the file may sign later.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence

import regex

from pipeline.layout.names import is_person_name
from pipeline.model import Head, SignatureMark
from pipeline.rulebook import Rulebook

_VIET_NAM = dt.timezone(dt.timedelta(hours=7))
_NOTE = regex.compile(r"\s*\([^)]*\)\s*$")  # `Sở Tư pháp (M)`: the card, not the body


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
    if own is not None and own.signed_at is not None and head.issued_on is not None:
        # the day in Viet Nam (UTC+7), whatever zone the signing program wrote
        zoned = own.signed_at.tzinfo is not None
        signed = (own.signed_at.astimezone(_VIET_NAM) if zoned else own.signed_at).date()
        if head.issued_on < signed:
            found.append("issued_before_signed")
    if any(m.intact is False for m in marks):
        found.append("signature_broken")
    if any(m.changed_after == "other" for m in marks):
        found.append("changed_after_signing")
    return tuple(found)


def _key(name: str) -> str:
    """Letters without accents and case: certificates misplace tones more than they misspell."""
    folded = unicodedata.normalize("NFD", name.casefold()).replace("đ", "d")
    words = "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c))
    return " ".join(words.split()).replace("uy ban nhan dan", "ubnd")
