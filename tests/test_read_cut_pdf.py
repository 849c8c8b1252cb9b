"""PDFs without their end: what is left is read, and never taken for the whole paper."""

from __future__ import annotations

import io
from typing import Any

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.document import process
from pipeline.model import Source
from pipeline.read.cut import is_pdf_cut
from pipeline.rulebook import load_rulebook
from tests.pdf_pages import FONT

pytestmark = pytest.mark.skipif(FONT is None, reason="no font with Vietnamese letters")

HEAD = (
    "UBND TỈNH MẪU", "SỞ NỘI VỤ", "Số:        /QĐ-SNV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc", "Gò Mẫu, ngày 12 tháng 3 năm 2024", "QUYẾT ĐỊNH",
    "Về việc tặng Giấy khen", "GIÁM ĐỐC SỞ NỘI VỤ", "QUYẾT ĐỊNH:",
    "Điều 1. Tặng Giấy khen cho ông Lê Văn Mẫu.",
)  # fmt: skip


def paper() -> bytes:
    pdfmetrics.registerFont(TTFont("Text", str(FONT)))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pageCompression=0)
    canvas.setFont("Text", 12)
    for number, line in enumerate(HEAD):
        canvas.drawString(80, 780 - 24 * number, line)
    canvas.save()
    return buffer.getvalue()


UPDATE = b"\n9 0 obj\n<< /Type /Annot /Subtype /Stamp /Contents (12) >>\nendobj\n"


@pytest.mark.parametrize(
    ("tail", "is_cut"),
    [
        (b"", False),
        (b"\r\n\0\0\0", False),
        (b"<html>not found</html>", False),
        (UPDATE, True),
        (UPDATE[:20], True),
        (UPDATE + b"startxref\n9\n%%EOF\n", False),
    ],
)
def test_an_update_without_its_end_was_cut(tail: bytes, is_cut: bool) -> None:
    assert is_pdf_cut(paper() + tail) is is_cut


def test_a_file_without_any_end_was_cut() -> None:
    assert is_pdf_cut(paper().rpartition(b"%%EOF")[0])


def test_a_cut_paper_is_partial_and_its_blank_number_makes_no_draft() -> None:
    whole, cut = (rows(data) for data in (paper(), paper() + UPDATE))
    assert whole["documents"][0]["doc_number"] == "/QĐ-SNV" and whole["documents"][0]["is_draft"]
    (document,) = cut["documents"]
    assert document["doc_number"] is None and not document["is_draft"]
    assert document["status"] == "partial" and document["symbol"] == "QĐ-SNV"
    assert {"file_cut", "number_unreadable"} <= set(document["defects"])
    (failure,) = cut["failures"]
    assert failure["is_partial"] and failure["page"] == 1 and failure["category"] == "corrupt"
    assert [row["name"] for row in cut["awardees"]] == ["Lê Văn Mẫu"]


def rows(data: bytes) -> dict[str, list[dict[str, Any]]]:
    source = Source("mem/a.pdf", "0" * 64, len(data), "application/pdf")
    return dict(process(data, source, load_rulebook()).tables)
