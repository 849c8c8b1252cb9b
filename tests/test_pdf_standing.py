"""Pages whose letters lie on their side or on their head, and letters that nobody can name."""

from __future__ import annotations

import io
import re

import pypdfium2
import pytest
from pdf_pages import FONT, HEIGHT, WIDTH, made, needs_font, pdf, put
from reportlab.pdfgen.canvas import Canvas

from tests.packed_files import listed

LINES = (
    "Số: 17/QĐ-CTMS", "Mẫu Sơn, ngày 06 tháng 3 năm 2024",
    "Điều 1. Tặng Giấy khen cho ông Lê Văn Giả Định, Phòng Kỹ thuật.",
)  # fmt: skip


def written(canvas: Canvas) -> None:
    for number, text in enumerate(LINES):
        put(canvas, 60, 300 + 20 * number, text)
    canvas.showPage()


def turned(canvas: Canvas, degrees: int) -> None:
    x, y = {90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[degrees]
    canvas.translate(x, y)
    canvas.rotate(degrees)
    written(canvas)


@needs_font
@pytest.mark.parametrize("degrees", [90, 180, 270])
@pytest.mark.parametrize("turns_page", [True, False])
def test_a_page_that_lies_on_its_side_is_read_upright(degrees: int, turns_page: bool) -> None:
    if turns_page:
        document = pypdfium2.PdfDocument(made(written))
        document[0].set_rotation(degrees)
        buffer = io.BytesIO()
        document.save(buffer)
        data = buffer.getvalue()
    else:
        size = (HEIGHT, WIDTH) if degrees != 180 else (WIDTH, HEIGHT)
        data = made(lambda canvas: (canvas.setPageSize(size), turned(canvas, degrees))[0])
    (page,) = pdf(data).pages
    assert [line.text for line in page.lines] == list(LINES)
    assert [line.words[0].box[0] for line in page.lines] == pytest.approx([60] * 3, abs=2)


@needs_font
def test_a_page_of_letters_without_names_is_recognised() -> None:
    data = made(written, pageCompression=0)
    unnamed = re.sub(rb"/ToUnicode \d+ 0 R", lambda found: b" " * len(found.group()), data)
    (page,) = pdf(unnamed).pages
    assert page.is_ocr
    assert page.lines[-1].text == LINES[-1]


@needs_font
def test_files_attached_to_a_pdf_are_members() -> None:
    assert FONT is not None
    document = pypdfium2.PdfDocument(made(written))
    document.new_attachment("phụ lục.txt").set_data("Danh sách kèm theo.".encode())
    inner = made(written)
    document.new_attachment("tờ trình.pdf").set_data(inner)
    buffer = io.BytesIO()
    document.save(buffer)
    assert listed(buffer.getvalue(), name="a.pdf") == [
        (None, "ok"), ("phụ lục.txt", "ok"), ("tờ trình.pdf", "ok"),
    ]  # fmt: skip
    assert listed(inner, name="a.pdf") == [(None, "ok")]
