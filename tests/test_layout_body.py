"""Layout of the body: headings with their path, list items, paragraphs and where they end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Dispatch
from tests.layout_pages import (
    LINE_HEIGHT,
    REPORT,
    block_with,
    line,
    paragraph,
    plain,
    set_pages,
    views,
)


def path_to(dispatch: Dispatch, words: str) -> tuple[str, ...]:
    """The headings above the block that holds these words, the type of the document left aside."""
    path = block_with(dispatch, words).path
    return path[1:] if path[:1] == ((dispatch.head.doc_type_name or "").upper(),) else path


def test_type_of_the_document_is_no_section() -> None:
    dispatch = plain(REPORT + "\nI. TÌNH HÌNH\nCó 3 đơn vị.\n")
    assert block_with(dispatch, "3 đơn vị").path == ("I. TÌNH HÌNH",)


def test_path_of_a_report() -> None:
    dispatch = plain(
        REPORT
        + """
I. TÌNH HÌNH CHUNG
Toàn huyện có 42 công đoàn cơ sở.
II. KẾT QUẢ THỰC HIỆN
1. Công tác tuyên truyền
Đã tổ chức 12 buổi.
2. Công tác thi đua
2.1. Phong trào lao động giỏi
a) Khối cơ quan
- Có 15 đồng chí đạt danh hiệu.
b) Khối doanh nghiệp
- Có 20 đồng chí đạt danh hiệu.
2.2. Phong trào xanh sạch đẹp
Đã trồng 300 cây.
III. PHƯƠNG HƯỚNG
Tiếp tục thực hiện.
"""
    )
    assert path_to(dispatch, "42 công đoàn") == ("I. TÌNH HÌNH CHUNG",)
    assert path_to(dispatch, "12 buổi") == (
        "II. KẾT QUẢ THỰC HIỆN", "1. Công tác tuyên truyền",
    )  # fmt: skip
    lao_dong = ("II. KẾT QUẢ THỰC HIỆN", "2. Công tác thi đua", "2.1. Phong trào lao động giỏi")
    assert path_to(dispatch, "15 đồng chí") == (*lao_dong, "a) Khối cơ quan")
    assert path_to(dispatch, "20 đồng chí") == (*lao_dong, "b) Khối doanh nghiệp")
    assert path_to(dispatch, "300 cây") == (*lao_dong[:2], "2.2. Phong trào xanh sạch đẹp")
    assert path_to(dispatch, "Tiếp tục") == ("III. PHƯƠNG HƯỚNG",)
    assert block_with(dispatch, "15 đồng chí").kind == "list_item"
    assert block_with(dispatch, "15 đồng chí").label == "-"


def test_path_of_a_regulation() -> None:
    dispatch = plain(
        REPORT.replace("BÁO CÁO", "QUYẾT ĐỊNH")
        + """
Căn cứ Luật Công đoàn;

QUYẾT ĐỊNH:

Chương I
QUY ĐỊNH CHUNG
Mục 1
Phạm vi
Điều 1. Phạm vi điều chỉnh
1. Quy định này quy định về xét sáng kiến.
a) Điểm thứ nhất;
đ) Điểm thứ năm.
Điều 2. Đối tượng áp dụng
Quy định này áp dụng với đoàn viên.
Chương II
TỔ CHỨC THỰC HIỆN
Điều 3. Hiệu lực
Quyết định có hiệu lực từ ngày ký.
"""
    )
    assert path_to(dispatch, "áp dụng với đoàn viên")[-1] == "Điều 2. Đối tượng áp dụng"
    last = path_to(dispatch, "hiệu lực từ ngày ký")
    assert last[-1] == "Điều 3. Hiệu lực"
    assert not any("QUY ĐỊNH CHUNG" in title or "Mục 1" in title for title in last)
    assert block_with(dispatch, "Điểm thứ năm").label == "đ)"
    assert block_with(dispatch, "Điều 2").label == "Điều 2."


def test_title_below_its_chapter_is_one_heading_with_it() -> None:
    dispatch = plain(REPORT + "\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nÁp dụng trong huyện.\n")
    path = path_to(dispatch, "Áp dụng trong huyện")
    assert path == ("Chương I QUY ĐỊNH CHUNG", "Điều 1. Phạm vi")


def test_articles_of_a_decision() -> None:
    dispatch = plain("""
Số: 31/QĐ-UBND
Đông Khê, ngày 07 tháng 8 năm 2019

QUYẾT ĐỊNH
Về việc tặng Bằng khen

Căn cứ Luật Thi đua, khen thưởng;

QUYẾT ĐỊNH:

Điều 1. Tặng Bằng khen cho 02 tập thể (có danh sách kèm theo), vì đã có thành tích.
Điều 2. Kinh phí trích từ Quỹ Thi đua, khen thưởng.
Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.
""")
    labels = [b.label for b in dispatch.blocks if b.label]
    assert labels == ["Điều 1.", "Điều 2.", "Điều 3."]
    assert dispatch.appendices == ()
    assert "có danh sách kèm theo" in block_with(dispatch, "Điều 1.").view


def test_party_marks_with_hyphen() -> None:
    dispatch = plain(
        REPORT
        + """
I- MỤC ĐÍCH, YÊU CẦU
1- Mục đích
Nâng cao nhận thức của đảng viên.
II- NỘI DUNG
Tổ chức 5 lớp.
"""
    )
    assert path_to(dispatch, "Nâng cao") == ("I- MỤC ĐÍCH, YÊU CẦU", "1- Mục đích")
    assert path_to(dispatch, "5 lớp") == ("II- NỘI DUNG",)


def test_lost_heading_number_does_not_nest_what_follows() -> None:
    dispatch = plain(
        REPORT
        + """
I. TÌNH HÌNH
Có 3 đơn vị.
II. KẾT QUẢ
Có 4 đơn vị.
IV. KIẾN NGHỊ
Có 5 đơn vị.
"""
    )
    assert path_to(dispatch, "5 đơn vị") == ("IV. KIẾN NGHỊ",)


def test_enumerators_in_words() -> None:
    dispatch = plain(
        REPORT
        + """
Một là, tăng cường tuyên truyền.
Hai là, đổi mới nội dung.
Năm 2021 tiếp tục thực hiện.
"""
    )
    assert block_with(dispatch, "tăng cường").kind == "list_item"
    assert block_with(dispatch, "đổi mới").kind == "list_item"
    assert block_with(dispatch, "Năm 2021").kind == "paragraph"


@pytest.mark.parametrize(
    "words",
    ["12/8/2020 là ngày tổ chức.", "3.620 đoàn viên tham gia.", "3 cá nhân được khen.",
     "Điều kiện làm việc được cải thiện.", "Phần lớn các đơn vị đều đạt."],
)  # fmt: skip
def test_what_is_no_marker(words: str) -> None:
    dispatch = plain(REPORT + "\nKết quả như sau.\n\n" + words + "\n")
    block = block_with(dispatch, words)
    assert (block.kind, block.label) == ("paragraph", "")


@pytest.mark.parametrize(
    "end", ["", ".", "./.", "./", ".//.", "/.", "././", ". /.", ".-"]
)  # fmt: skip
def test_end_marks(end: str) -> None:
    dispatch = plain(REPORT + f"\nTrên đây là báo cáo{end}\n\nCHỦ TỊCH\n\nTrần Văn Khoái\n")
    assert block_with(dispatch, "Trên đây").kind == "paragraph"
    assert dispatch.head.signer_name is not None


def test_paragraph_formats_keep_their_paragraphs() -> None:
    dispatch = plain(REPORT + "\nĐoạn thứ nhất\nvà đoạn thứ hai\n", reader="docx")
    assert "và đoạn thứ hai" in views(dispatch, "paragraph")


@pytest.mark.parametrize("reader", ["docx", "html", "word97", "rtf"])
def test_a_paragraph_ends_with_a_comma_too(reader: str) -> None:
    first = "Thực hiện Công văn số 12/SNV ngày 01/02/2024; căn cứ biên bản họp của Hội đồng huyện,"
    second = "Ủy ban nhân dân huyện đề nghị khen thưởng các tập thể sau."
    dispatch = plain(f"{REPORT}\n{first}\n{second}\n", reader=reader)
    assert second in views(dispatch, "paragraph")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Ban hành kèm theo Quyết định số 12/QĐ-ABC", "ngày 02/3/2024 của Sở Nội vụ"),
        ("Các tập thể (gồm cả các đơn vị trực thuộc", "Sở Nội vụ) được khen thưởng."),
        ("Kết quả đó là cố gắng chung của", "Ủy ban nhân dân huyện và các đoàn thể."),
    ],
)
@pytest.mark.parametrize("reader", ["docx", "html", "word97", "rtf"])
def test_a_sentence_broken_by_hand_is_one_paragraph(above: str, below: str, reader: str) -> None:
    dispatch = plain(f"{REPORT}\nMở đầu.\n{above}\n{below}\n", reader=reader)
    assert f"{above} {below}" in [" ".join(b.view.split()) for b in dispatch.blocks]


@pytest.mark.parametrize(
    "words", ["", "\n\n", "=====", "?", "1.", "-", "TM.", "Kính gửi:", "Nơi nhận:"]
)
def test_almost_nothing(words: str) -> None:
    dispatch = plain(words)
    assert dispatch.head.doc_number is None


LINES = st.sampled_from(
    [
        "", "Số: 12/BC-LĐLĐ", "Số:     /QĐ-UBND", "ĐÔNG KHÊ, ngày    tháng 9 năm 2020",
        "Đông Khê, ngày 31 tháng 13 năm 2020", "BÁO CÁO", "B Á O C Á O", "Kính gửi:",
        "- Sở Nội vụ;", "V/v", "Căn cứ Luật;", "QUYẾT ĐỊNH:", "I. A", "1.", "a)", "Chương I",
        "DANH SÁCH",
        "(Kèm theo", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Trần Văn Khoái", "Nơi nhận:", "- Lưu: VT.",
        "(B/c)", "10/07/2020 19:51", "*", "2", "=====", "và một dòng dài " * 8,
        "TT    Họ tên    Lớp",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=30))
def test_any_lines_are_laid_out(lines: list[str]) -> None:
    """Blocks tell the letters of the text at their offsets, whatever the lines are."""
    plain("\n".join(lines))


def test_a_basis_goes_on_until_its_sign() -> None:
    words = """
Số: 637/QĐ-SNV
Đông Khê, ngày 07 tháng 8 năm 2019
QUYẾT ĐỊNH
Về việc khen thưởng
GIÁM ĐỐC SỞ NỘI VỤ
Căn cứ Nghị định
98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ;
Xét đề nghị của Trưởng phòng
Tổ chức tại Tờ trình số 45/TTr-TC,
QUYẾT ĐỊNH:
Điều 1. Tặng Giấy khen.
"""
    assert [" ".join(b.view.split()) for b in plain(words).blocks if b.kind == "basis"] == [
        "Căn cứ Nghị định 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ;",
        "Xét đề nghị của Trưởng phòng Tổ chức tại Tờ trình số 45/TTr-TC,",
    ]


def test_a_basis_that_opens_with_the_paper_it_follows() -> None:
    words = """
Số: 319/CT
Đông Khê, ngày 23 tháng 12 năm 1988
QUYẾT ĐỊNH
Về việc thưởng cờ
CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG
Theo Nghị định số 80-CP ngày 13-5-1964 của Hội đồng Chính phủ;
QUYẾT ĐỊNH:
Theo Nghị định này, các Bộ xét thưởng cờ.
"""
    assert [block.view for block in plain(words).blocks if block.kind == "basis"] == [
        "Theo Nghị định số 80-CP ngày 13-5-1964 của Hội đồng Chính phủ;"
    ]


def test_a_group_in_capitals_below_a_line_that_opens_its_list() -> None:
    opens = paragraph(
        "Thanh tra tỉnh đề nghị Ủy ban nhân dân tỉnh tặng Bằng khen cho các tập thể, cá nhân đã "
        "lập thành tích trong phong trào xây dựng nông thôn mới năm 2016 như sau đây:", 100.0
    )  # fmt: skip
    below = 100.0 + LINE_HEIGHT * len(opens)
    dispatch = set_pages([*opens, line("A. TẬP THỂ", below), line("1. Phòng A;", below + 14)])
    assert block_with(dispatch, "A. TẬP THỂ").view == "A. TẬP THỂ"


def test_an_amount_at_the_end_of_a_wrapped_line_goes_on_with_it() -> None:
    full = "Sáng kiến phân loại rác trong trường học của bà Đỗ Thị Na, Phó Chủ tịch, làm lợi"
    dispatch = plain(f"{full}\n47.100.000 VNĐ.\n\n{full} nhiều\ncho các trường.\n")
    assert block_with(dispatch, "47.100.000").view == f"{full} 47.100.000 VNĐ."


def test_an_old_number_at_the_begin_of_a_wrapped_line_is_no_item() -> None:
    words = "Sau khi có Nghị định số\n130-CP ngày 11-9-1961, một số nơi hỏi về chế độ.\n"
    assert block_with(plain(words), "130-CP").view.startswith("Sau khi có")
    assert block_with(plain("Gồm:\n1-CP chi 5 tỷ\n"), "1-CP").view == "1-CP chi 5 tỷ"
