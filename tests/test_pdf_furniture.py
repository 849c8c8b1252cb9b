"""What stands on a PDF page and is no part of its text: numbers, notes, marks, ghosts."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.pdf_pages import (
    BODY,
    HEIGHT,
    WIDTH,
    draw_numbered,
    made,
    needs_font,
    pdf,
    put,
)

pytestmark = needs_font


def test_marks_across_the_page_are_not_read() -> None:
    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(BODY):
            put(canvas, 85, 100 + 16 * number, text)
        for size, mark in ((60, "DỰ THẢO"), (10, "lvmau-12/05/2020")):
            canvas.saveState()
            canvas.translate(WIDTH / 2, HEIGHT / 2 + 4 * size)
            canvas.rotate(45)
            canvas.setFont("Body", size)
            canvas.drawCentredString(0, 0, mark)
            canvas.restoreState()
        put(canvas, 24, HEIGHT - 16, "lvmau_15/03/2024 14:22:05", 9)
        canvas.showPage()

    lines = pdf(made(draw)).pages[0].lines
    assert [line.text for line in lines if not line.role] == list(BODY)


def test_page_numbers_notes_and_running_heads_have_roles() -> None:
    for page in pdf(made(draw_numbered)).pages:
        roles = [(line.role, line.text) for line in page.lines if line.role]
        assert roles == [
            ("header", str(page.number)), ("header", "Báo cáo thi đua năm 2024"),
            ("footnote", "1 Ghi chú cuối trang về số liệu"),
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("over", "under"),
    [
        ("11/23/26, 2:47 AM Quyết định - Văn bản", "https://mau.gov.vn/chi-tiet?id=12 1/4"),
        ("14:05 15/3/24 Trang văn bản", "file:///C:/van-ban.html"),
    ],
)
def test_what_a_browser_prints_is_furniture(over: str, under: str) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 24, 24, over, 8)
        put(canvas, 24, HEIGHT - 16, under, 8)
        put(canvas, 85, 700, "Xem https://mau.gov.vn/mau để biết thêm.")
        put(canvas, 120, HEIGHT - 60, "THƯ KÝ")
        put(canvas, 400, HEIGHT - 60, "CHỦ TRÌ")

    lines = pdf(made(draw)).pages[0].lines
    assert {line.text for line in lines if line.role} == {over, under}


def test_filing_number_is_furniture() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 85, 100, BODY[0])
        put(canvas, 85, 200, "Số eOffice: 12345/VBĐT.")
        put(canvas, 85, 230, "Ký bởi: CÔNG ĐOÀN MẪU", 5)
        put(canvas, 85, 236, "Thời gian ký: 05/06/2024 10:00:00", 5)
        canvas.showPage()

    roles = {line.text[:6]: line.role for line in pdf(made(draw)).pages[0].lines}
    assert roles == {"Công đ": "", "Số eOf": "footer", "Ký bởi": "footer", "Thời g": "footer"}


def test_white_text_is_a_ghost_unless_on_colour() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 85, 100, BODY[0])
        canvas.setFillColorRGB(0, 0, 0.6)
        canvas.rect(80, HEIGHT - 160, 300, 30, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        put(canvas, 85, 150, "Tiêu đề trên nền màu")
        put(canvas, 85, 300, "không ai thấy")
        canvas.showPage()

    texts = [line.text for line in pdf(made(draw)).pages[0].lines]
    assert texts == [BODY[0], "Tiêu đề trên nền màu"]
