"""Cells of head and foot whose lines break or close in unusual places, and drafts without names."""

from __future__ import annotations

import pytest

from tests.cited import cite, short
from tests.layout_pages import foot_of, head_of, plain, value

TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
PARTY = """
ĐẢNG ỦY SỞ MẪU                          ĐẢNG CỘNG SẢN VIỆT NAM
*                                       An Bình, ngày 10 tháng 3 năm 2022
Số 45-NQ/ĐU

NGHỊ QUYẾT
về nhiệm vụ trọng tâm

Hội nghị Ban Chấp hành quyết nghị:
1- Thông qua báo cáo.

Nơi nhận:                               T/M ĐẢNG ỦY
- Đảng ủy Khối,                         BÍ THƯ
- Các chi bộ trực thuộc,                {mark}
- Lưu VPĐU.                             {below}
"""


@pytest.mark.parametrize(("mark", "below"), [("(đã ký)", "Hoàng Văn Thức"), ("Hoàng Văn Thức", "")])
def test_items_that_end_in_commas_beside_a_signature(mark: str, below: str) -> None:
    dispatch = plain(PARTY.format(mark=mark, below=below))
    assert foot_of(dispatch.head) == ("T/M ĐẢNG ỦY", "BÍ THƯ", "Hoàng Văn Thức")
    assert [to.value for to in dispatch.head.copies] == [
        "Đảng ủy Khối", "Các chi bộ trực thuộc", "Lưu VPĐU",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        ("BỘ CHỈ HUY BỘ ĐỘI BIÊN\nPHÒNG TỈNH AN MẪU", "BỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG TỈNH AN MẪU"),
        ("UBND HUYỆN AN BIÊN\nPHÒNG NỘI VỤ", "PHÒNG NỘI VỤ"),
    ],
)
def test_a_word_that_the_end_of_a_line_cuts_opens_no_body(lines: str, issuer: str) -> None:
    head = head_of(f"{lines}\n{TITLE}Số: 12/BC-AM\nAn Mẫu, ngày 3 tháng 4 năm 2023\n\nBÁO CÁO\n")
    assert value(head.issuer) == issuer


def test_a_subject_in_a_narrow_cell_that_ends_in_an_abbreviation() -> None:
    head = head_of(
        "BẢO HIỂM XÃ HỘI HUYỆN MẪU               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 388/BHXH-TST                        An Mẫu, ngày 06 tháng 11 năm 2024\n"
        "V/v đôn đốc nộp tiền BHXH, BHYT,\nBHTN\n\nKính gửi: Công ty Mẫu\n"
    )
    assert value(head.subject) == "đôn đốc nộp tiền BHXH, BHYT, BHTN"


def test_a_subject_between_quotation_marks() -> None:
    head = head_of(
        TITLE + "Số 346/CV-UB\nAn Mẫu, ngày 18 tháng 4 năm 1992\n"
        '"V/v xét duyệt quyết toán"\n\nKính gửi: Sở Mẫu\n'
    )
    assert value(head.subject) == "xét duyệt quyết toán"


def test_what_is_recognised_in_capitals_is_no_post() -> None:
    head = head_of(
        TITLE + "Số: 45/QĐ-TA\nAn Mẫu, ngày 12 tháng 8 năm 2025\n\nQUYẾT ĐỊNH\n"
        "CÔNG NHẬN SỰ THỎA THUẬN CỦA CÁC ĐƯƠNG SỰ\n\nCăn cứ Bộ luật Tố tụng dân sự;\n"
    )
    assert value(head.subject) == "CÔNG NHẬN SỰ THỎA THUẬN CỦA CÁC ĐƯƠNG SỰ"


def test_a_draft_of_the_assembly_has_a_blank_number_and_a_post_without_a_name() -> None:
    dispatch = plain(
        "QUỐC HỘI\n" + TITLE + "Nghị quyết số:      /2026/QH16\n\nNGHỊ QUYẾT\n"
        "VỀ CƠ CHẾ CỦA TỈNH AN MẪU\n\nQUỐC HỘI\n\nCăn cứ Hiến pháp;\n"
        "Điều 1. Nghị quyết này quy định thí điểm một số cơ chế.\n\nCHỦ TỊCH QUỐC HỘI\n"
    )
    assert value(dispatch.head.doc_number) == "/2026/QH16"
    assert foot_of(dispatch.head)[1:] == ("CHỦ TỊCH QUỐC HỘI", None)


def test_papers_between_bodies_drafts_and_minutes_are_cited_whole() -> None:
    rows = cite(
        "Căn cứ Chương trình số 01/CTPH-A-B ngày 28/02/2023 giữa Bộ Tư lệnh Bộ đội Biên phòng và "
        "Hội Liên hiệp Phụ nữ Việt Nam; Nghị quyết (dự thảo) số 113/HĐBT ngày 15-7-1987 của Hội "
        "đồng Bộ trưởng; Biên bản số 02/BB-VPHC lập ngày 04/5/2022;"
    )
    assert [short(row) for row in rows] == [
        (
            "CTr", "01/CTPH-A-B", "2023-02-28",
            "Bộ Tư lệnh Bộ đội Biên phòng và Hội Liên hiệp Phụ nữ Việt Nam",
        ),
        ("NQ", "113/HĐBT", "1987-07-15", "Hội đồng Bộ trưởng"),
        ("BB", "02/BB-VPHC", "2022-05-04", None),
    ]  # fmt: skip
    (row,) = cite("Hợp đồng số 5/HĐ-SM ngày 3/4/2020 giữa hai bên được thanh lý.")
    assert row.cited_issuer is None
