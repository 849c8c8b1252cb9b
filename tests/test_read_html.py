"""Web pages: a dispatch keeps head and tables, an article loses the frame around it."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest

from pipeline.errors import ReadError
from pipeline.model import RawLine, Reading, Source
from pipeline.read import read
from tests.packed_files import half_decomposed

ARTICLE = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>Trao Bằng khen - Báo Mẫu</title>
<meta property="article:published_time" content="2023-05-01T10:20:00+07:00">
<meta name="author" content="Lê Thị Mẫu"><script>var x = "Nơi nhận";</script></head><body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/x">Thời sự</a></li></ul></nav>
<article><h1>Trao Bằng khen cho công nhân</h1>
<p>Sáng 1/5, Liên đoàn Lao động tỉnh Mẫu tổ chức trao Bằng khen cho 20 công nhân có thành tích xuất
sắc trong phong trào thi đua năm 2022, trước sự có mặt của đông đảo đoàn viên.</p>
<p>Phát biểu tại buổi lễ, ông Trần Văn Mẫu cho biết phong trào đã thu hút hàng nghìn lượt đoàn viên
tham gia với nhiều sáng kiến thiết thực, đem lại hiệu quả cao.</p>
<figure><img src="a.jpg"><figcaption>Các công nhân nhận Bằng khen.</figcaption></figure>
<h2>Nhiều sáng kiến</h2>
<p>Trong năm, toàn tỉnh có 1.250 sáng kiến được công nhận, làm lợi trên 30 tỷ đồng cho các doanh
nghiệp trên địa bàn tỉnh, trong đó có 12 sáng kiến cấp toàn quốc.</p>
<p>Lê Thị Mẫu</p></article><footer><p>Bản quyền Báo Mẫu</p></footer></body></html>"""

DISPATCH = """<html><head><meta charset="utf-8"></head><body><ul><li>Trang chủ</li></ul>
<div id="content"><table border="0"><tr><td><p>ỦY BAN NHÂN DÂN</p><p><b>TỈNH MẪU</b></p></td>
<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>Độc lập - Tự do - Hạnh phúc</td></tr>
<tr><td>Số: 12/QĐ-UBND</td><td><i>Mẫu, ngày 02 tháng 3 năm 2024</i></td></tr></table>
<p><b>QUYẾT ĐỊNH</b></p><p>Điều 1. Tặng Bằng khen cho 02 tập thể.</p>
<table border="1"><tr><th>TT</th><th>Đơn vị</th></tr>
<tr><td rowspan="2">1</td><td>Công ty A</td></tr><tr><td>Công ty B</td></tr></table>
<p>&nbsp;</p><p style="display:none">ẩn</p></div></body></html>"""


def html(data: str | bytes) -> Reading:
    raw = data.encode() if isinstance(data, str) else data
    return read(raw, Source("mem/a.html", "0" * 64, len(raw), "text/html"))


def lines(reading: Reading) -> list[RawLine]:
    return [line for page in reading.pages for line in page.lines]


def test_article_has_title_byline_caption_and_day() -> None:
    reading = html(ARTICLE)
    found = lines(reading)
    roles = {line.role: line.text for line in found}
    assert found[0].role == "title"
    assert found[0].text == "Trao Bằng khen cho công nhân"
    assert roles["byline"] == "Lê Thị Mẫu"
    assert roles["caption"] == "Các công nhân nhận Bằng khen."
    assert roles["heading"] == "Nhiều sáng kiến"
    assert isinstance(reading.metadata.published, dt.datetime)
    assert reading.metadata.published.date() == dt.date(2023, 5, 1)
    assert not any("Thời sự" in line.text or "Bản quyền" in line.text for line in found)


def test_dispatch_keeps_its_two_column_head() -> None:
    found = lines(html(DISPATCH))
    left = [line.text for line in found if line.column == "left"]
    right = [line.text for line in found if line.column == "right"]
    assert left == ["ỦY BAN NHÂN DÂN", "TỈNH MẪU", "Số: 12/QĐ-UBND"]
    assert right[0] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert right[-1] == "Mẫu, ngày 02 tháng 3 năm 2024"
    assert not any(line.text in ("ẩn", "- Trang chủ") for line in found)


def test_data_table_has_cells_with_spans() -> None:
    cells = [line for line in lines(html(DISPATCH)) if line.cell is not None]
    places = [(c.cell.row, c.cell.column, c.cell.row_span, c.text) for c in cells if c.cell]
    assert places == [
        (0, 0, 1, "TT"), (0, 1, 1, "Đơn vị"), (1, 0, 2, "1"), (1, 1, 1, "Công ty A"),
        (2, 1, 1, "Công ty B"),
    ]  # fmt: skip


def test_no_day_is_guessed_from_the_text() -> None:
    start = ARTICLE.index("<meta property")
    page = ARTICLE[:start] + ARTICLE[ARTICLE.index("\n", start) :]
    assert html(page).metadata.published is None


def test_ordered_lists_print_their_numbers() -> None:
    page = "<html><body><p>Nơi nhận:</p><ol start='3'><li>một</li><li>hai</li></ol></body></html>"
    assert [line.text for line in lines(html(page))] == ["Nơi nhận:", "3. một", "4. hai"]


def test_stated_encoding_is_used() -> None:
    page = '<html><head><meta charset="windows-1258"></head><body><p>Qu\xe0</p></body></html>'
    assert lines(html(page.encode("cp1252")))[0].text == "Quà"


def test_page_without_text_is_empty() -> None:
    with pytest.raises(ReadError) as caught:
        html("<html><body><script>x()</script></body></html>")
    assert caught.value.category == "empty"


@pytest.mark.parametrize(
    ("end", "last", "is_cut"),
    [
        ("<p>Có 12 tập thể và 3", "Có 12 tập thể và 3\ufffd", True),
        ("<p>Có 12 tập thể</p><p cla", "Có 12 tập thể", True),
        ("<p>Có 12 tập thể</p>", "Có 12 tập thể", False),
        ("<p>Có 12 tập thể</p></BODY> \n", "Có 12 tập thể", False),
    ],
)
def test_a_page_that_ends_in_the_middle_was_cut(end: str, last: str, is_cut: bool) -> None:
    start = DISPATCH.rpartition("<p>&nbsp;")[0]
    reading = html(start + end)
    assert reading.pages[0].lines[-1].text == last
    assert [failure.category for failure in reading.failures] == ["corrupt"] * is_cut
    assert html("Nơi nhận: <p>Như trên").failures == ()


def test_the_mark_of_a_note_is_no_part_of_the_word_before_it() -> None:
    page = (
        "<p>Nơi nhận: A</p><p>96.430 đoàn viên<a href='#n1' name='m1'><sup>1</sup></a> và "
        "3 tập thể<sup><a href='#n2'>[2]</a></sup>, 12 m<sup>2</sup>, xem <a href='#'>2</a>3.</p>"
    )
    assert "96.430 đoàn viên 1 và 3 tập thể [2], 12 m2, xem 23." in [
        line.text for line in lines(html(page))
    ]


OFFICE = """<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<meta name=Generator content="Microsoft Word 15"></head><body><p class=MsoNormal>DANH SÁCH</p>
<table border=1><tr><td rowspan=2>TT</td><td colspan=2>Người được khen</td></tr><tr><td>Họ tên</td>
<td>Số quyết định</td></tr><tr><td>1</td><td>Lê Văn Mẫu</td><td><del>91</del><ins>98</ins>/QĐ-M</td>
</tr></table><ol start=3><li><p>Mục ba</p><li>Mục bốn<li></li></ol><p>Hết danh sách</p></body>"""


@pytest.mark.parametrize("codec", ["utf-8", "cp1258"])
def test_a_page_saved_by_word_is_read_whole_without_what_was_struck_out(codec: str) -> None:
    parts = "".join(half_decomposed(letter) for letter in OFFICE) if codec == "cp1258" else OFFICE
    reading = html(parts.encode(codec))
    lines = [unicodedata.normalize("NFC", line.text) for line in reading.pages[0].lines]
    assert lines == [
        "DANH SÁCH", "TT", "Người được khen", "Họ tên", "Số quyết định", "1", "Lê Văn Mẫu",
        "98/QĐ-M", "3. Mục ba", "4. Mục bốn", "Hết danh sách",
    ]  # fmt: skip
    cell = reading.pages[0].lines[1].cell
    assert cell is not None
    assert cell.row_span == 2


@pytest.mark.parametrize(("border", "style"), [("1", ""), ("0", "border:.5pt solid black")])
def test_a_sheet_saved_as_a_page_has_its_head_above_the_list(border: str, style: str) -> None:
    cells = [["STT", "Họ và tên", "Chức vụ", "Đơn vị"], ["1", "Lê Văn Mẫu", "Kỹ sư", "Phòng A"]]
    body = "".join(
        "<tr><!-- x -->" + "".join(f"<td style='{style}'>{text}</td>" for text in row) + "</tr>"
        for row in (*cells, ["2", "Trần Thị Mẫu", "Kế toán", "Phòng B"])
    )
    page = (
        f"<html><body><table border={border}><tr><td colspan=2>CÔNG TY MẪU</td><td colspan=2>CỘNG "
        "HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr><tr><td colspan=4>DANH SÁCH KHEN THƯỞNG</td></tr>"
        f"{body}<tr><td colspan=2></td><td colspan=2>GIÁM ĐỐC</td></tr></table></body></html>"
    )
    lines = html(page).pages[0].lines
    assert [(line.column, line.text) for line in lines if line.cell is None] == [
        ("left", "CÔNG TY MẪU"), ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("", "DANH SÁCH KHEN THƯỞNG"), ("", "GIÁM ĐỐC"),
    ]  # fmt: skip
    assert [line.text for line in lines if line.cell is not None][:8] == [*cells[0], *cells[1]]


def test_a_control_code_in_a_page_of_an_old_encoding_is_a_lost_letter() -> None:
    text = "Tæng c«ng ty c«ng nghiÖp khen th\x01ëng c¸c c¸ nh©n vµ tËp thÓ"  # TCVN3
    page = f"<html><body><p>{text}</p><p>{text}</p></body></html>".encode("cp1252")
    lines = [line.text for line in html(page).pages[0].lines]
    assert lines[0] == "Tổng công ty công nghiệp khen th\ufffdởng các cá nhân và tập thể"
