"""PDF pages: words with boxes, two-column head and foot, ruled tables, failures."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import ReadError
from pipeline.model import RawLine
from tests.pdf_pages import (
    BODY,
    HEIGHT,
    WIDTH,
    centre,
    columns_of,
    draw_dispatch,
    made,
    needs_font,
    pdf,
    put,
)

pytestmark = needs_font


def test_head_and_foot_are_read_column_by_column() -> None:
    lines = pdf(made(draw_dispatch)).pages[0].lines
    assert [(line.column, line.text) for line in lines] == [
        ("left", "CÔNG ĐOÀN NGÀNH MẪU"), ("left", "CÔNG ĐOÀN CƠ SỞ"), ("left", "TRƯỜNG MẪU A"),
        ("left", "Số: 17 /BC-CĐCS"), ("left", "V/v thi đua sáu tháng"),
        ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("right", "Độc lập - Tự do - Hạnh phúc"),
        ("right", "Mẫu, ngày 05 tháng 6 năm 2024"), ("", "BÁO CÁO"),
        *(("", text) for text in BODY),
        ("left", "Nơi nhận:"), ("left", "- Như trên;"), ("left", "- Lưu: VT."),
        ("right", "TM. BAN CHẤP HÀNH"), ("right", "CHỦ TỊCH"), ("right", "Trần Văn Mẫu"),
    ]  # fmt: skip


def test_words_carry_offsets_and_boxes() -> None:
    page = pdf(made(draw_dispatch)).pages[0]
    assert (page.width, page.height) == (round(WIDTH, 2), round(HEIGHT, 2))
    for line in page.lines:
        assert " ".join(line.text[word.start : word.end] for word in line.words) == line.text
        for word in line.words:
            x0, top, x1, bottom = word.box
            assert 0 <= x0 < x1 <= WIDTH and 0 <= top < bottom <= HEIGHT
    title = next(line for line in page.lines if line.text == "BÁO CÁO")
    assert title.words[0].box[0] == pytest.approx(WIDTH / 2, abs=45)
    assert title.words[0].box[3] == pytest.approx(165, abs=2)


def test_foot_above_an_annex_on_its_page() -> None:
    def draw(canvas: Canvas) -> None:
        for top, text in ((100, "Nơi nhận:"), (113, "- Như trên;"), (126, "- Lưu: VT.")):
            put(canvas, 85, top, text, 10)
        for top, text in ((98, "TM. BAN CHẤP HÀNH"), (112, "CHỦ TỊCH"), (180, "Trần Văn Mẫu")):
            centre(canvas, 415, top, text)
        centre(canvas, WIDTH / 2, 200, "DANH SÁCH")
        put(canvas, 85, 218, "1. Đoàn viên: Lê Thị Mẫu - Kỹ sư, Công ty TNHH Mẫu. (Giải pháp: Cân")
        canvas.showPage()

    assert columns_of(draw) == [
        ("left", "Nơi nhận:"), ("left", "- Như trên;"), ("left", "- Lưu: VT."),
        ("right", "TM. BAN CHẤP HÀNH"), ("right", "CHỦ TỊCH"), ("right", "Trần Văn Mẫu"),
        ("", "DANH SÁCH"),
        ("", "1. Đoàn viên: Lê Thị Mẫu - Kỹ sư, Công ty TNHH Mẫu. (Giải pháp: Cân"),
    ]  # fmt: skip


def test_two_signers_side_by_side() -> None:
    def draw(canvas: Canvas) -> None:
        for middle, post, name in ((160, "THƯ KÝ", "Lê Thị Mẫu"), (415, "CHỦ TRÌ", "Trần Văn Mẫu")):
            centre(canvas, middle, 100, post)
            centre(canvas, middle, 175, name)
        canvas.showPage()

    assert columns_of(draw) == [
        ("left", "THƯ KÝ"), ("left", "Lê Thị Mẫu"), ("right", "CHỦ TRÌ"), ("right", "Trần Văn Mẫu"),
    ]  # fmt: skip


def test_head_whose_lines_wrap_in_narrow_cells() -> None:
    def draw(canvas: Canvas) -> None:
        for top, text in ((60, "CÔNG ĐOÀN NGÀNH MẪU"), (75, "CÔNG ĐOÀN CƠ SỞ"), (105, "Số: 17/BC")):
            centre(canvas, 150, top, text)
        right = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                 "Mẫu, ngày 05 tháng 6", "năm 2024")  # fmt: skip
        for number, text in enumerate(right):
            centre(canvas, 415, 60 + 13.5 * number, text)
        centre(canvas, WIDTH / 2, 165, "BÁO CÁO", 13)
        canvas.showPage()

    assert columns_of(draw) == [
        ("left", "CÔNG ĐOÀN NGÀNH MẪU"), ("left", "CÔNG ĐOÀN CƠ SỞ"), ("left", "Số: 17/BC"),
        ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"), ("right", "VIỆT NAM"),
        ("right", "Độc lập - Tự do - Hạnh phúc"), ("right", "Mẫu, ngày 05 tháng 6"),
        ("right", "năm 2024"), ("", "BÁO CÁO"),
    ]  # fmt: skip


def test_the_number_stands_below_a_day_that_its_cell_wraps() -> None:
    def draw(canvas: Canvas) -> None:
        for top, text in ((60, "HUYỆN ỦY MẪU"), (75, "ỦY BAN KIỂM TRA"), (106, "Số 118-BC/UBKT")):
            centre(canvas, 150, top, text)
        for top, text in (
            (60, "ĐẢNG CỘNG SẢN VIỆT NAM"), (90, "Mẫu, ngày 10 tháng 11 năm"), (104, "2023"),
        ):  # fmt: skip
            centre(canvas, 415, top, text)
        centre(canvas, WIDTH / 2, 165, "BÁO CÁO", 13)
        canvas.showPage()

    assert columns_of(draw) == [
        ("left", "HUYỆN ỦY MẪU"), ("left", "ỦY BAN KIỂM TRA"), ("left", "Số 118-BC/UBKT"),
        ("right", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("right", "Mẫu, ngày 10 tháng 11 năm"),
        ("right", "2023"), ("", "BÁO CÁO"),
    ]  # fmt: skip


def draw_table(canvas: Canvas) -> None:
    put(canvas, 85, 80, "Danh sách tập thể được khen thưởng:")
    xs, ys = (85, 120, 330, 500), (100, 130, 160, 190)
    for y in ys:
        canvas.line(xs[0], HEIGHT - y, xs[-1], HEIGHT - y)
    for x in xs:
        canvas.line(x, HEIGHT - ys[0], x, HEIGHT - ys[-1])
    for row, texts in enumerate(
        (("TT", "Tên tập thể", "Số"), ("1", "Tổ A", ""), ("2", "Tổ", "12"))
    ):
        for x, text in zip(xs, texts, strict=False):
            put(canvas, x + 4, ys[row] + 13, text)
    put(canvas, 124, 185, "B phòng kỹ thuật", 9)
    put(canvas, 85, 230, "Danh sách có hai tập thể.")
    canvas.showPage()


def test_ruled_table_is_whole() -> None:
    reading = pdf(made(lambda canvas: [draw_table(canvas) for _ in range(2)] and None))
    lines = reading.pages[0].lines
    cells = {(line.cell.row, line.cell.column): line.text for line in lines if line.cell}
    assert cells == {
        (0, 0): "TT", (0, 1): "Tên tập thể", (0, 2): "Số", (1, 0): "1", (1, 1): "Tổ A", (1, 2): "",
        (2, 0): "2", (2, 1): "Tổ B phòng kỹ thuật", (2, 2): "12",
    }  # fmt: skip
    assert [line.text for line in lines if not line.cell] == [
        "Danh sách tập thể được khen thưởng:", "Danh sách có hai tập thể.",
    ]  # fmt: skip
    ordinals = {line.cell.table for page in reading.pages for line in page.lines if line.cell}
    assert ordinals == {0, 1}


def test_what_a_page_break_left_of_a_row_is_a_row() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (60, 80):
            canvas.line(85, HEIGHT - y, 500, HEIGHT - y)
        for x in (85, 120, 330, 500):
            canvas.line(x, HEIGHT - 60, x, HEIGHT - 80)
        put(canvas, 124, 75, "Mẫu")
        canvas.showPage()

    found = [(line.cell.column, line.text) for line in pdf(made(draw)).pages[0].lines if line.cell]
    assert found == [(0, ""), (1, "Mẫu"), (2, "")]


def test_the_row_over_the_first_rule_of_a_page_belongs_to_its_table() -> None:
    """A browser draws the rule between two rows on the page before; the same holds at the foot."""

    def draw(canvas: Canvas) -> None:
        for y in (80, 100):
            canvas.line(85, HEIGHT - y, 500, HEIGHT - y)
        for x in (85, 120, 330, 500):
            canvas.line(x, HEIGHT - 60, x, HEIGHT - 120)
        for row, name in enumerate(("Lê", "Hà", "Võ")):
            put(canvas, 90, 75 + 20 * row, str(row + 4))
            put(canvas, 124, 75 + 20 * row, f"{name} Thị Mẫu")
        canvas.showPage()

    lines = pdf(made(draw)).pages[0].lines
    assert [line.text for line in lines if line.cell and line.text] == [
        "4", "Lê Thị Mẫu", "5", "Hà Thị Mẫu", "6", "Võ Thị Mẫu",
    ]  # fmt: skip


def test_a_word_broken_at_its_hyphen_in_a_cell_is_one() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (60, 120):
            canvas.line(85, HEIGHT - y, 500, HEIGHT - y)
        for x in (85, 120, 330, 500):
            canvas.line(x, HEIGHT - 60, x, HEIGHT - 120)
        for at, text in enumerate(("Trung tâm GDNN-", "GDTX - Hội", "- Mẫu")):
            put(canvas, 124, 75 + 14 * at, text)
        put(canvas, 340, 75, "12")
        canvas.showPage()

    texts = [line.text for line in pdf(made(draw)).pages[0].lines if line.cell]
    assert texts[1] == "Trung tâm GDNN-GDTX - Hội - Mẫu"


def test_frame_and_underline_are_no_tables() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(40, 40, WIDTH - 80, HEIGHT - 80)
        put(canvas, 85, 100, "Một dòng trong khung trang")
        canvas.line(85, HEIGHT - 103, 250, HEIGHT - 103)
        canvas.rect(300, HEIGHT - 130, 100, 40)
        put(canvas, 310, 110, "MẬT")
        canvas.showPage()

    lines = pdf(made(draw)).pages[0].lines
    assert lines and all(line.cell is None for line in lines)


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_rotated_page_reads_as_shown(rotation: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(rotation)
        moves = {90: (HEIGHT, 0, 90), 180: (WIDTH, HEIGHT, 180), 270: (0, WIDTH, 270)}
        x, y, angle = moves[rotation]
        canvas.translate(x, y)
        canvas.rotate(angle)
        canvas.setFont("Body", 12)
        canvas.drawString(60, HEIGHT - 80, "Dòng thứ nhất của trang")
        canvas.drawString(60, HEIGHT - 110, "Dòng thứ hai của trang")
        canvas.showPage()

    page = pdf(made(draw)).pages[0]
    assert page.rotation == rotation
    assert (page.width, page.height) == (round(WIDTH, 2), round(HEIGHT, 2))
    assert [line.text for line in page.lines] == [
        "Dòng thứ nhất của trang", "Dòng thứ hai của trang",
    ]  # fmt: skip
    assert page.lines[0].words[0].box[0] == pytest.approx(60, abs=2)
    assert page.lines[0].words[0].box[3] == pytest.approx(80, abs=4)


def test_two_texts_beside_each_other_in_the_body_stay_on_their_line() -> None:
    def draw(canvas: Canvas) -> None:
        for number, name in enumerate(("Trần Văn Mẫu", "Lê Thị Mẫu", "Vũ Mẫu")):
            put(canvas, 85, 100 + 16 * number, f"{number + 1}. Ông {name}")
            put(canvas, 320, 100 + 16 * number, "- Trưởng ban")
        canvas.showPage()

    lines = pdf(made(draw)).pages[0].lines
    assert lines[0].text == "1. Ông Trần Văn Mẫu - Trưởng ban"
    assert [line.column for line in lines] == ["", "", ""]


def picture(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (50, 70), 200)), 0, 0, WIDTH, HEIGHT)


@pytest.mark.usefixtures("no_ocr")
def test_scan_has_no_text_layer() -> None:
    def draw(canvas: Canvas) -> None:
        picture(canvas)
        put(canvas, 85, 30, "Ký bởi: CÔNG ĐOÀN MẪU", 6)
        canvas.showPage()

    with pytest.raises(ReadError) as caught:
        pdf(made(draw))
    assert caught.value.category == "ocr_unavailable"
    assert "tesseract-ocr-vie" in caught.value.message


@pytest.mark.usefixtures("no_ocr")
def test_scanned_page_among_others_is_a_failure_of_that_page() -> None:
    def draw(canvas: Canvas) -> None:
        draw_dispatch(canvas)
        picture(canvas)
        canvas.showPage()

    reading = pdf(made(draw))
    assert [(failure.page, failure.category) for failure in reading.failures] == [
        (2, "ocr_unavailable")
    ]
    assert reading.page_count == 2


@pytest.mark.usefixtures("no_ocr")
def test_ocr_layer_of_gibberish_is_refused() -> None:
    def draw(canvas: Canvas) -> None:
        picture(canvas)
        text = canvas.beginText(60, 700)
        text.setFont("Body", 9)
        text.setTextRenderMode(3)
        for _ in range(12):
            text.textLine("Can cir Quytt djnh s6 tinh Bmh vc vigc khen thucmg cac t4p the co thinh")
        canvas.drawText(text)
        canvas.showPage()

    with pytest.raises(ReadError) as caught:
        pdf(made(draw))
    assert caught.value.category == "ocr_unavailable"


def test_encrypted_and_truncated_files() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    locked = made(draw_dispatch, encrypt=StandardEncryption("secret", strength=128))
    with pytest.raises(ReadError) as caught:
        pdf(locked)
    assert caught.value.category == "encrypted"
    with pytest.raises(ReadError) as caught:
        pdf(made(draw_dispatch)[:300])
    assert caught.value.category == "corrupt"
    assert "does not open (PDFium: Data format error). Fetch" in caught.value.message


def test_a_file_that_counts_pages_which_it_does_not_hold_is_told_in_few_rows() -> None:
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 100000>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length 42>>stream\nBT /F1 12 Tf 72 720 Td (Quyet dinh) Tj ET\nendstream",
    )
    body = b"".join(b"%d 0 obj%s endobj\n" % each for each in enumerate(objects, 1))
    reading = pdf(b"%PDF-1.5\n" + body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF")
    assert reading.pages[0].lines[0].text == "Quyet dinh" and len(reading.failures) < 200
    assert "No page behind this one" in reading.failures[-1].message


CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


@pytest.mark.usefixtures("no_ocr")
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real documents are not here")
def test_real_dispatches_have_number_and_day_in_their_lines() -> None:
    import regex

    number = regex.compile(r"^Số\s*:?\s*\d+\s?/")
    day = regex.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}$")
    checked = 0
    for path in sorted(CORPUS.glob("*.pdf")):
        try:
            lines: tuple[RawLine, ...] = pdf(path.read_bytes()).pages[0].lines
        except ReadError as error:
            assert error.category == "ocr_unavailable"  # a scan: tests/test_ocr_page.py
            continue
        checked += 1
        assert any(line.column == "left" and number.match(line.text) for line in lines), path.name
        assert any(line.column == "right" and day.search(line.text) for line in lines), path.name
    assert checked
