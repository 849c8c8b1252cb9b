"""Headings set upright in the narrow columns of a PDF's table."""

from __future__ import annotations

import pytest
from pdf_pages import FONT, HEIGHT, made, needs_font, pdf, put
from reportlab.pdfgen.canvas import Canvas

TOP, HEAD, ROW = 100, 120, 20
EDGES = (60, 90, 200, 230, 270)


def _page(canvas: Canvas, degrees: int) -> None:
    canvas.setFont("Body", 11)
    for x in EDGES:
        canvas.line(x, HEIGHT - TOP, x, HEIGHT - TOP - HEAD - 2 * ROW)
    for y in (TOP, TOP + HEAD, TOP + HEAD + ROW, TOP + HEAD + 2 * ROW):
        canvas.line(EDGES[0], HEIGHT - y, EDGES[-1], HEIGHT - y)
    put(canvas, 65, 160, "TT")
    put(canvas, 100, 160, "Họ và tên")
    lines = ["Lao động tiên tiến"], ["Chiến sĩ thi đua", "cấp cơ sở"]
    for left, column in zip(EDGES[2:], lines, strict=False):
        for n, text in enumerate(column):
            canvas.saveState()
            place = n if degrees == 90 else len(column) - 1 - n
            canvas.translate(left + (16 if degrees == 90 else 8) + 14 * place, HEIGHT - TOP - 60)
            canvas.rotate(degrees)
            canvas.drawCentredString(0, 0, text)
            canvas.restoreState()
    for n, name in enumerate(("Trần Thị Khoát", "Lê Mẫu")):
        put(canvas, 70, TOP + HEAD + ROW * n + 14, str(n + 1))
        put(canvas, 95, TOP + HEAD + ROW * n + 14, name)
        put(canvas, 212, TOP + HEAD + ROW * n + 14, "x")
    canvas.showPage()


@needs_font
@pytest.mark.parametrize("degrees", [90, 270])
def test_headings_set_upright_are_read_along_their_lines(degrees: int) -> None:
    assert FONT is not None
    lines = pdf(made(lambda canvas: _page(canvas, degrees))).pages[0].lines
    cells = [line for line in lines if line.cell is not None]
    assert [line.text for line in cells if line.cell and line.cell.row == 0] == [
        "TT", "Họ và tên", "Lao động tiên tiến", "Chiến sĩ thi đua cấp cơ sở",
    ]  # fmt: skip
    assert [line.text for line in cells if line.cell and line.cell.row == 1] == [
        "1", "Trần Thị Khoát", "x", "",
    ]  # fmt: skip
    word = next(line for line in cells if line.text.startswith("Lao")).words[0]
    x0, top, x1, bottom = word.box
    assert EDGES[2] < x0 < x1 < EDGES[3] and bottom - top > x1 - x0
