"""Pages that tests of PDFs draw: a dispatch, a numbered paper, words at places."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.model import Reading, Source
from pipeline.read import read

WIDTH, HEIGHT = A4
FONTS = [
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    Path("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"),
    *Path(pytest.__file__).parent.parent.glob("matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf"),
]
FONT = next((path for path in FONTS if path.is_file()), None)
needs_font = pytest.mark.skipif(FONT is None, reason="no font with Vietnamese letters")
if FONT is not None:
    pdfmetrics.registerFont(TTFont("Body", str(FONT)))

BODY = (
    "Công đoàn cơ sở báo cáo kết quả phong trào thi đua và công tác",
    "khen thưởng của đơn vị trong sáu tháng đầu năm như sau, đề nghị",
    "công đoàn cấp trên xem xét, quyết định theo thẩm quyền./.",
)


def made(draw: Callable[[Canvas], None], **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, **options)  # type: ignore[arg-type]
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def pdf(data: bytes) -> Reading:
    return read(data, Source("mem/a.pdf", "0" * 64, len(data), ""))


def put(canvas: Canvas, x: float, top: float, text: str, size: float = 11) -> None:
    canvas.setFont("Body", size)
    canvas.drawString(x, HEIGHT - top, text)


def centre(canvas: Canvas, x: float, top: float, text: str, size: float = 11) -> None:
    canvas.setFont("Body", size)
    canvas.drawCentredString(x, HEIGHT - top, text)


def draw_dispatch(canvas: Canvas) -> None:
    for top, text in ((60, "CÔNG ĐOÀN NGÀNH MẪU"), (73, "CÔNG ĐOÀN CƠ SỞ"), (86, "TRƯỜNG MẪU A")):
        centre(canvas, 150, top, text)
    centre(canvas, 415, 62, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 10)
    centre(canvas, 415, 79, "Độc lập - Tự do - Hạnh phúc")
    put(canvas, 105, 112, "Số:          /BC-CĐCS")
    put(canvas, 128, 110, "17")
    centre(canvas, 415, 112, "Mẫu, ngày 05 tháng 6 năm 2024")
    centre(canvas, 150, 127, "V/v thi đua sáu tháng", 9)
    centre(canvas, WIDTH / 2, 165, "BÁO CÁO", 13)
    for number, text in enumerate(BODY):
        put(canvas, 85, 200 + 16 * number, text)
    put(canvas, 85, 300, "Nơi nhận:", 10)
    put(canvas, 85, 313, "- Như trên;", 9)
    put(canvas, 85, 326, "- Lưu: VT.", 9)
    centre(canvas, 415, 296, "TM. BAN CHẤP HÀNH")
    centre(canvas, 415, 311, "CHỦ TỊCH")
    centre(canvas, 415, 400, "Trần Văn Mẫu")
    canvas.showPage()


def columns_of(draw: Callable[[Canvas], None]) -> list[tuple[str, str]]:
    return [(line.column, line.text) for line in pdf(made(draw)).pages[0].lines]


def draw_numbered(canvas: Canvas, pages: int = 3) -> None:
    for page in range(1, pages + 1):
        centre(canvas, WIDTH / 2, 40, str(page))
        put(canvas, 85, 55, "Báo cáo thi đua năm 2024", 8)
        for number in range(8):
            put(canvas, 85, 100 + 16 * number, f"Dòng thân bài số {page}.{number} dài vừa đủ")
        put(canvas, 85, 760, "1", 6)
        put(canvas, 90, 763, "Ghi chú cuối trang về số liệu", 8)
        canvas.showPage()
