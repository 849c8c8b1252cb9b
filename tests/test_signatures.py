"""Digital signatures: signed here with a made-up key, read back, and broken on purpose."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from reportlab.pdfgen import canvas

from pipeline.link.signatures import head_defects, is_body, organisations, with_sealed_day
from pipeline.model import Appendix, Dispatch, Field, Head, Page, SignatureMark, Text
from pipeline.read.signature import cms as signature_cms
from pipeline.read.signature.embedded import QuickSignature
from pipeline.read.signature.file import QuickReader
from pipeline.read.signature.reader import UNREADABLE, read_signatures
from pipeline.rulebook import load_rulebook

VIET_NAM = dt.timezone(dt.timedelta(hours=7))


def page() -> bytes:
    buffer = io.BytesIO()
    drawing = canvas.Canvas(buffer)
    drawing.drawString(72, 720, "Signed page")
    drawing.save()
    return buffer.getvalue()


def signer(name: str, organisation: str, unit: str) -> signers.SimpleSigner:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, unit),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(4660)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    password = b"test"
    bundle = serialization.pkcs12.serialize_key_and_certificates(
        b"test", key, certificate, None, serialization.BestAvailableEncryption(password)
    )
    loaded = signers.SimpleSigner.load_pkcs12_data(bundle, [], password)
    assert loaded is not None
    return loaded


def sign(data: bytes, field: str, by: signers.SimpleSigner) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    fields.append_signature_field(
        writer, fields.SigFieldSpec(field, box=(100, 100, 220, 160), on_page=0)
    )
    signed = signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name=field), signer=by)
    return bytes(signed.getvalue())


def test_a_signature_tells_signer_body_place_and_integrity() -> None:
    data = sign(page(), "Lanh dao", signer("Trịnh Bảo Khanh", "UBND tỉnh Minh Sơn", "Sở Văn thư"))
    marks, defects = read_signatures(data)
    assert defects == ()
    (mark,) = marks
    assert (mark.common_name, mark.organisation, mark.units) == (
        "Trịnh Bảo Khanh", "UBND tỉnh Minh Sơn", ("Sở Văn thư",),
    )  # fmt: skip
    assert (mark.intact, mark.coverage, mark.changed_after) == (True, "whole file", "none")
    assert (mark.page, mark.certificate_serial) == (1, "1234")
    assert mark.box == pytest.approx((100, 842 - 160, 220, 842 - 100), abs=1)


def test_a_second_signature_leaves_the_first_intact() -> None:
    data = sign(page(), "A", signer("Trịnh Bảo Khanh", "Công ty Gốm Lạc", "Phòng Kế hoạch"))
    data = sign(data, "B", signer("CÔNG TY GỐM LẠC", "Công ty Gốm Lạc", "Công ty Gốm Lạc"))
    marks, _ = read_signatures(data)
    assert [(m.intact, m.coverage, m.changed_after) for m in marks] == [
        (True, "its revision", "signatures only"), (True, "whole file", "none"),
    ]  # fmt: skip


def test_changed_bytes_break_the_signature() -> None:
    data = sign(page(), "A", signer("Trịnh Bảo Khanh", "Công ty Gốm Lạc", "Phòng Kế hoạch"))
    broken = data.replace(b"/Producer", b"/Produced", 1)
    assert broken != data
    marks, _ = read_signatures(broken)
    assert [mark.intact for mark in marks] == [False]


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 /Sig", b"%PDF-1.7\n/Sig /ByteRange [0 1 2 3]\n%%EOF", b"/Sig" * 50]
)
def test_a_broken_file_gives_a_defect_and_no_error(data: bytes) -> None:
    assert read_signatures(data) == ((), (UNREADABLE,))


def test_a_file_without_signatures_is_not_opened() -> None:
    assert read_signatures(page()) == ((), ())


def mark(
    name: str, organisation: str | None = None, units: tuple[str, ...] = (), **other: object
) -> SignatureMark:
    base = SignatureMark(
        "F", name, organisation, units, dt.datetime(2024, 5, 6, 9, tzinfo=VIET_NAM), "whole file",
        True, "none", "1", None, 1, None,
    )  # fmt: skip
    from dataclasses import replace

    return replace(base, **other)  # type: ignore[arg-type]


def head(signer_name: str, issuer: str, day: dt.date) -> Head:
    return Head(
        genre="dispatch", issued_on=day,
        signer_name=Field(signer_name, 0, 1, "t"), issuer=Field(issuer, 0, 1, "t"),
    )  # fmt: skip


def test_bodies_and_people_are_told_apart() -> None:
    rules = load_rulebook()
    assert not is_body(mark("TRỊNH BẢO KHANH"), rules)
    assert not is_body(mark("Văn Thị Cẩm Tú"), rules)
    for body in ("SỞ NỘI VỤ", "Văn phòng Chính phủ", "Ủy ban nhân dân tỉnh Hà Nam", "CỤC THUẾ"):
        assert is_body(mark(body), rules)


def test_the_innermost_unit_is_a_persons_organisation() -> None:
    rules = load_rulebook()
    person = mark("Trịnh Bảo Khanh", "UBND tỉnh Minh Sơn", ("Sở Văn thư", "Trung tâm Lưu trữ"))
    assert organisations(person, rules) == ("Trung tâm Lưu trữ", "Sở Văn thư")
    seal = mark("Sở Văn thư (M)", "UBND tỉnh Minh Sơn")
    assert organisations(seal, rules) == ("Sở Văn thư", "UBND tỉnh Minh Sơn")


def test_the_head_is_held_against_the_certificates() -> None:
    rules = load_rulebook()
    marks = [mark("TRỊNH BẢO KHANH"), mark("SỞ VĂN THƯ")]
    day = dt.date(2024, 5, 6)
    assert head_defects(head("Trịnh Bảo Khanh", "SỞ VĂN THƯ", day), marks, rules) == ()
    assert head_defects(head("Lý Gia Hân", "SỞ VĂN THƯ", day), marks, rules) == (
        "signer_not_in_certificates",
    )
    assert head_defects(head("Trịnh Bảo Khanh", "SỞ XÂY DỰNG", day), marks, rules) == (
        "issuer_not_in_certificates",
    )
    early = dt.date(2024, 5, 5)
    assert head_defects(head("Trịnh Bảo Khanh", "SỞ VĂN THƯ", early), marks, rules) == (
        "issued_before_signed",
    )
    broken = [mark("TRỊNH BẢO KHANH", intact=False, changed_after="other")]
    assert head_defects(head("Trịnh Bảo Khanh", "SỞ VĂN THƯ", day), broken, rules) == (
        "signature_broken", "changed_after_signing",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Thời gian ký: 08.04.2026 17:35", dt.date(2026, 4, 8)),  # the clock on the wall
        ("Thời gian ký: 09/04/2026 00:35:56", dt.date(2026, 4, 9)),
        ("", dt.date(2026, 4, 9)),
    ],
)
def test_the_day_of_the_seal_is_the_one_that_its_picture_prints(stamp: str, day: dt.date) -> None:
    words = f"ngày tháng 4 năm 2026 {stamp}"
    unread = Head(genre="dispatch", issuer=Field("SỞ VĂN THƯ", 0, 1, "t"), issued_span=(0, 21))
    paper = Dispatch(Text(words, (), (), ()), unread, (), ())
    seal = mark("SỞ VĂN THƯ", signed_at=dt.datetime(2026, 4, 8, 17, 35, 56, tzinfo=dt.UTC))
    assert with_sealed_day(paper, [seal], load_rulebook()).head.issued_on == day


def test_the_day_of_the_seal_is_not_that_of_a_paper_signed_by_hand_and_scanned() -> None:
    unread = Head(genre="dispatch", issuer=Field("SỞ VĂN THƯ", 0, 1, "t"), issued_span=(0, 21))
    scan = Page(1, 0, 21, 595, 842, "tesseract", True, 0.9, 0)
    paper = Dispatch(Text("ngày tháng 4 năm 2026", (), (scan,), ()), unread, (), ())
    seal = mark("SỞ VĂN THƯ", signed_at=dt.datetime(2026, 4, 8, 9, 0, tzinfo=dt.UTC))
    assert with_sealed_day(paper, [seal], load_rulebook()).head.issued_on is None


def test_signatures_are_collected_as_by_pyhanko(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signature_cms, "_PROTECTION", b"")  # all that makes those of here unusual
    data = page()
    for name in ("Nguoi ky", "Co quan"):
        data = sign(data, name, signer("Lò Thị Mỷ", "Sở Văn thư", "Phòng Hành chính"))
    quick = QuickReader(data).embedded_signatures
    slow = list(PdfFileReader(io.BytesIO(data), strict=False).embedded_signatures)
    assert [type(found) for found in quick] == [QuickSignature] * 2
    for one, other in zip(quick, slow, strict=True):
        assert set(vars(other)) - set(vars(one)) == {"signed_data", "signer_info"}
        assert one.field_name == other.field_name
        assert one.signed_revision == other.signed_revision
        assert one.compute_digest() == other.compute_digest()
        assert one.evaluate_signature_coverage() == other.evaluate_signature_coverage()
        assert one.signer_info.dump() == other.signer_info.dump()
        assert one.signer_cert.dump() == other.signer_cert.dump()


def test_a_scan_is_of_the_day_of_its_seal_where_its_annex_names_it_too() -> None:
    words = "ngày tháng 4 năm 2026 (Kèm theo Quyết định số 7/QĐ-SVT ngày 08 tháng 4 năm 2026)"
    unread = Head(genre="dispatch", issuer=Field("SỞ VĂN THƯ", 0, 1, "t"), issued_span=(0, 21))
    scan = Page(1, 0, len(words), 595, 842, "tesseract", True, 0.9, 0)
    annex = Appendix(1, "DANH SÁCH", 22, len(words), (22, len(words)))
    paper = Dispatch(Text(words, (), (scan,), ()), unread, (), (), (annex,))
    for day, taken in ((8, dt.date(2026, 4, 8)), (9, None)):
        seal = mark("SỞ VĂN THƯ", signed_at=dt.datetime(2026, 4, day, 9, 0, tzinfo=dt.UTC))
        assert with_sealed_day(paper, [seal], load_rulebook()).head.issued_on == taken
