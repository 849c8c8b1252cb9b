"""Reads the digital signatures of a PDF, offline: who signed, when, over what, and is it intact.

pyHanko (MIT) reads and checks them; trust in the certificate authorities is not judged here.
Field facts: document_format, section 13.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from pipeline.model import Box, SignatureMark

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

    from pipeline.read.signature.cms import Signer

_Page = tuple[int, float]  # of a page: its number, and its height in points
Changed = Literal["none", "signatures only", "other"] | None

_MOST_SIGNATURES = 64
UNREADABLE = "signature_unreadable"


def read_signatures(data: bytes) -> tuple[tuple[SignatureMark, ...], tuple[str, ...]]:
    """Return the signatures in the order of signing, and defect codes.

    A signature that cannot be read is left out with the defect ``signature_unreadable``; nothing
    that a file holds stops the reading of its pages.
    """
    if b"/Sig" not in data:  # neither a signature field nor the form's flag for one
        return (), ()
    header = data.find(b"%PDF-", 0, 2048)
    marks: list[SignatureMark] = []
    defects: set[str] = set()
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    # heavy: only signed files need them
    from pipeline.read.signature.digest import Digests
    from pipeline.read.signature.file import QuickReader

    try:
        # some signing programs leave bytes before the header, which offsets count or do not
        data = data[max(header, 0) :]
        reader = QuickReader(data)
        signatures = list(reader.embedded_signatures)[:_MOST_SIGNATURES]
        pages = _pages(reader, signatures)
    except Exception:  # any fault of a hostile or broken file: the pages are still read
        return (), (UNREADABLE,)
    earlier: Changed = None
    digests = Digests(data)
    for signature in signatures:
        try:
            digests.add_to(signature)
            mark = _mark(signature, pages, earlier)
        except Exception:  # the same for one signature: its neighbours are still read
            defects.add(UNREADABLE)
            continue
        marks.append(mark)
        earlier = mark.changed_after
    return tuple(marks), tuple(sorted(defects))


def _mark(
    signature: EmbeddedPdfSignature, pages: dict[int, _Page], earlier: Changed
) -> SignatureMark:
    signer = _signer(signature)
    signature.compute_integrity_info(skip_diff=True)  # type: ignore[no-untyped-call]
    coverage = _coverage(signature)
    changed = _changed_after(signature, coverage, earlier)
    page, box = _place(signature.sig_field, pages)
    return SignatureMark(
        field=str(signature.field_name),
        common_name=_last(signer.common_names),
        organisation=_last(signer.organisations),
        units=signer.units,
        signed_at=signer.signed_at or _stated_time(signature, signer),
        coverage=coverage,
        intact=signer.holds(signature.compute_digest()) or _is_intact(signature),
        changed_after=changed,
        certificate_serial=f"{signer.serial:x}",
        issuer_ca=_last(signer.issuer_names),
        page=page,
        box=box,
    )


def _signer(signature: EmbeddedPdfSignature) -> Signer:
    """The signer as the CMS says, through pyHanko where it is unusual: then nothing is proved."""
    from pipeline.read.signature.cms import Signer
    from pipeline.read.signature.embedded import QuickSignature

    if isinstance(signature, QuickSignature):
        return signature.signer
    certificate = signature.signer_cert
    subject = certificate.subject.native
    return Signer(
        _several(subject.get("common_name")),
        _several(subject.get("organization_name")),
        _several(subject.get("organizational_unit_name")),
        _several(certificate.issuer.native.get("common_name")),
        certificate.serial_number,
    )


def _stated_time(signature: EmbeddedPdfSignature, signer: Signer) -> dt.datetime | None:
    """The time beside the CMS; where that was read by pyHanko, as pyHanko finds it in either."""
    if signer.proof is None:
        return signature.self_reported_timestamp
    from pyhanko.pdf_utils.generic import parse_pdf_date

    stated = signature.sig_object.get("/M")
    return None if stated is None else parse_pdf_date(stated, strict=False)


def _several(value: Any) -> tuple[str, ...]:
    """The values of a name's part: none, one, or a list of them."""
    return tuple(map(str, value if isinstance(value, list) else [value] if value else []))


def _last(values: Sequence[str]) -> str | None:
    """The last of the values, its runs of blanks as one; None if there is none."""
    return " ".join(values[-1].split()) or None if values else None


def _coverage(signature: EmbeddedPdfSignature) -> Literal["whole file", "its revision"] | None:
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if signature.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return "whole file"
    if signature.coverage == SignatureCoverageLevel.ENTIRE_REVISION:
        return "its revision"
    return None


def _changed_after(
    signature: EmbeddedPdfSignature,
    coverage: Literal["whole file", "its revision"] | None,
    earlier: Changed,
) -> Changed:
    """What later revisions changed.

    Comparing revisions is slow: where an earlier signature saw nothing but signatures added, a
    later one, with fewer revisions behind it, can see no more.
    """
    from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, ModificationLevel

    from pipeline.read.signature.updates import only_adds_signatures

    if earlier in ("none", "signatures only"):
        return "none" if coverage == "whole file" else "signatures only"
    may_be_usual = coverage == "its revision" and "/Reference" not in signature.sig_object
    reader: Any = signature.reader
    if may_be_usual and only_adds_signatures(reader, signature.signed_revision):
        return "signatures only"
    result = signature.evaluate_modifications(DEFAULT_DIFF_POLICY)
    level = getattr(result, "modification_level", None)
    if level == ModificationLevel.NONE:
        return "none"
    if level in (ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING):
        return "signatures only"
    return "other"


def _is_intact(signature: EmbeddedPdfSignature) -> bool | None:
    """True if the digest of the covered bytes and the signature over it verify."""
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    try:
        intact, valid = validate_sig_integrity(
            signature.signer_info,
            cert=signature.signer_cert,
            expected_content_type="data",
            actual_digest=signature.compute_digest(),
        )
    except (SignatureValidationError, NotImplementedError, ValueError):
        return None  # an algorithm unknown here, or misstated, says nothing about the file
    return bool(intact and valid)


def _pages(reader: Any, signatures: Iterable[EmbeddedPdfSignature]) -> dict[int, _Page]:
    """Page number and height by the object id of the page, for pages that bear signatures."""
    tree = reader.root["/Pages"]
    count, kids = int(tree["/Count"]), tree["/Kids"]
    if count == len(kids):  # no nodes between: the list says which page is which
        bearing = {_page_number(signature.sig_field) for signature in signatures}
        pages = [
            (number, kid.reference)
            for number, kid in enumerate(list.__iter__(kids), start=1)
            if getattr(kid, "idnum", None) in bearing
        ]
    else:
        pages = [
            (index + 1, reader.find_page_for_modification(index)[0])
            for index in range(min(count, 5000))
        ]
    found: dict[int, _Page] = {}
    for number, reference in pages:
        page = reference.get_object()
        box = page.get("/MediaBox") or tree.get("/MediaBox")
        height = float(box[3]) - float(box[1]) if box is not None else 0.0
        found[reference.idnum] = (number, height)
    return found


def _page_number(field: Any) -> int:
    """The object id of the page that a field says it stands on, -1 if it says none."""
    try:
        return int(getattr(field.raw_get("/P"), "idnum", -1))
    except KeyError:
        return -1


def _place(field: Any, pages: dict[int, _Page]) -> tuple[int | None, Box | None]:
    """Page and box of the signature's appearance; None where it has none."""
    try:
        rectangle = [float(value) for value in field["/Rect"]]
        number_of_page = _page_number(field)
    except (KeyError, TypeError, ValueError):
        return None, None
    placed = pages.get(number_of_page)
    if placed is None or len(rectangle) != 4 or rectangle[2] - rectangle[0] < 1:
        return (placed[0] if placed else None), None
    number, height = placed
    x0, y0, x1, y1 = rectangle
    return number, (min(x0, x1), height - max(y0, y1), max(x0, x1), height - min(y0, y1))
