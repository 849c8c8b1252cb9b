"""Heads as law sites and copied pages print them: broken cells, headlines above, blanks lost."""

from __future__ import annotations

import datetime as dt

from tests.layout_pages import head_of, plain, value

BODY = """
Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
QUYẾT ĐỊNH:
Điều 1. Tặng thưởng cho các đơn vị.
"""


def test_cells_between_bars_are_put_together() -> None:
    head = plain(
        """ỦY
BAN NHÂN DÂN
TỈNH HẢI SƠN
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số:
14/2007/QĐ-UBND
|
Đông
Khê, ngày 19 tháng 6
năm 2007
|
QUYẾT ĐỊNH
VỀ
VIỆC KHEN THƯỞNG PHONG TRÀO TRỒNG RỪNG
ỦY BAN NHÂN DÂN TỈNH HẢI SƠN"""
        + BODY
    ).head
    assert value(head.issuer) == "ỦY BAN NHÂN DÂN TỈNH HẢI SƠN"
    assert head.parent_issuer is None
    assert value(head.doc_number) == "14/2007/QĐ-UBND"
    assert value(head.place) == "Đông Khê"
    assert head.issued_on == dt.date(2007, 6, 19)
    assert value(head.subject) == "KHEN THƯỞNG PHONG TRÀO TRỒNG RỪNG"


def test_a_headline_above_hides_no_head() -> None:
    long = "Quyết định 71/QĐ-SNV năm 2020 khen thưởng các đơn vị trong phong trào trồng rừng " * 2
    head = plain(
        f"""Quyết định 71/QĐ-SNV

{long}

UBND TỈNH HẢI SƠN
SỞ NỘI VỤ
--------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: 71/QĐ-SNV

Đông Khê, ngày 24 tháng 4 năm 2020

QUYẾT ĐỊNH

VỀ VIỆC KHEN THƯỞNG

GIÁM ĐỐC SỞ NỘI VỤ
"""
        + BODY
    ).head
    assert head.genre == "dispatch"
    assert value(head.doc_number) == "71/QĐ-SNV"
    assert value(head.issuer) == "SỞ NỘI VỤ"
    assert value(head.parent_issuer) == "UBND TỈNH HẢI SƠN"
    assert head.issued_on == dt.date(2020, 4, 24)


def test_cells_one_blank_apart() -> None:
    head = plain(
        """LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
CÔNG ĐOÀN VIÊN CHỨC Độc lập - Tự do - Hạnh phúc
Số: 12/QĐ-CĐVC Đông Khê, ngày 04 tháng 6 năm 2015
QUYẾT ĐỊNH
Về việc khen thưởng
BAN THƯỜNG VỤ"""
        + BODY
    ).head
    assert value(head.doc_number) == "12/QĐ-CĐVC"
    assert value(head.place) == "Đông Khê"
    assert value(head.issuer) == "CÔNG ĐOÀN VIÊN CHỨC"
    assert value(head.parent_issuer) == "LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN"


def test_joint_issuers_stand_beside_each_other() -> None:
    head = plain(
        """SỞ NỘI VỤ
LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/KHLT-SNV-LĐLĐ
Đông Khê, ngày 04 tháng 6 năm 2015

KẾ HOẠCH LIÊN TỊCH
Phối hợp tổ chức hội thi
"""
        + BODY
    ).head
    assert value(head.issuer) == "SỞ NỘI VỤ - LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN"
    assert head.parent_issuer is None


def test_the_authority_tells_that_two_lines_are_one_name() -> None:
    head = plain(
        """HỘI ĐỒNG SÁNG KIẾN
CÔNG TY CẤP NƯỚC HẢI SƠN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 02/QĐ-HĐSK
Đông Khê, ngày 12 tháng 5 năm 2006

QUYẾT ĐỊNH
Về việc công nhận sáng kiến

HỘI ĐỒNG SÁNG KIẾN CÔNG TY CẤP NƯỚC HẢI SƠN
"""
        + BODY
    ).head
    assert value(head.issuer) == "HỘI ĐỒNG SÁNG KIẾN CÔNG TY CẤP NƯỚC HẢI SƠN"
    assert head.parent_issuer is None


def test_the_youth_union_in_a_subject_is_no_national_title() -> None:
    head = plain(
        """BAN CHẤP HÀNH TỈNH          ĐOÀN TNCS HỒ CHÍ MINH
Số: 12-KH/TĐTN              Đông Khê, ngày 04 tháng 6 năm 2015

KẾ HOẠCH
Tổ chức đại hội đoàn các cấp, tiến tới Đại hội đại biểu
Đoàn TNCS Hồ Chí Minh tỉnh Hải Sơn lần thứ XIV,
nhiệm kỳ 2017 - 2022
"""
        + BODY
    ).head
    assert value(head.subject) == (
        "Tổ chức đại hội đoàn các cấp, tiến tới Đại hội đại biểu Đoàn TNCS Hồ Chí Minh tỉnh"
        " Hải Sơn lần thứ XIV, nhiệm kỳ 2017 - 2022"
    )


def test_the_old_national_title_is_no_part_of_the_issuer() -> None:
    head = plain(
        """PHỦ THỦ TƯỚNG
******

VIỆT NAM DÂN CHỦ CỘNG HÒA
Độc lập - Tự do - Hạnh phúc
********

Số: 7252-NC

Đông Khê, ngày 10 tháng 12 năm 1957

THÔNG TƯ

VỀ VIỆC TRỒNG RỪNG
"""
        + BODY
    ).head
    assert value(head.issuer) == "PHỦ THỦ TƯỚNG"
    assert value(head.doc_number) == "7252-NC"
    assert head.doc_number is not None and head.doc_number.confidence < 0.9
    assert head.doc_type == "TT"


def test_a_letter_below_a_headline_with_its_subject_in_the_left_cell() -> None:
    long = "Ngày 22/3/2024 Sở Nội vụ đã ban hành văn bản số 1277/SNV-TC về việc tổ chức hội thi. "
    head = plain(
        f"""Văn bản số 1277/SNV-TC

{long * 2}

UBND TỈNH HẢI SƠN

SỞ NỘI VỤ

Số: 1277/SNV-TC

V/v tổ chức hội thi

chào mừng ngày hội

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

Đông Khê, ngày 22 tháng 3 năm 2024

Kính gửi:

- Các phòng;

- Cục Nhà trường.
"""
    ).head
    assert value(head.doc_number) == "1277/SNV-TC"
    assert value(head.issuer) == "SỞ NỘI VỤ"
    assert value(head.subject) == "tổ chức hội thi chào mừng ngày hội"


def test_a_word_for_any_paper_names_no_type() -> None:
    head = plain(
        """Văn bản

SỞ NỘI VỤ
Số: 175/SNV-TC
Về: góp ý dự thảo quy chế
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đông Khê, ngày 6 tháng 8 năm 2018
Kính gửi: Các phòng
"""
        + BODY
    ).head
    assert head.doc_type == "CV"
    assert value(head.subject) == "góp ý dự thảo quy chế"


def test_a_subject_ends_before_the_addressees_on_its_own_line() -> None:
    head = plain(
        """SỞ NỘI VỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 42/SNV-TC Đông Khê, ngày 05 tháng 4 năm 2018
V/v tổng kết phong trào trồng rừng Kính gửi: Các phòng
"""
        + BODY
    ).head
    assert value(head.subject) == "tổng kết phong trào trồng rừng"


def test_a_number_of_the_old_form_is_never_cut() -> None:
    head = plain("BỘ GIÁO DỤC\nSố: 35-CTPT\nHà Nội, ngày 02 tháng 8 năm 1962\n" + BODY).head
    assert value(head.doc_number) == "35-CTPT"


def test_a_head_without_marks() -> None:
    head = plain(
        """SO NOI VU
CONG HOA XA HOI CHU NGHIA VIET NAM
Doc lap - Tu do - Hanh phuc
So: 12/QD-SNV
Dong Khe, ngay 04 thang 6 nam 2015
QUYET DINH
Ve viec trong rung
Can cu Nghi dinh so 42/2010/ND-CP ngay 15 thang 4 nam 2010;
Dieu 1. Trong rung.
Noi nhan:
- Nhu Dieu 1;
- Luu: VT.
"""
    ).head
    assert value(head.doc_number) == "12/QĐ-SNV"
    assert head.issued_on == dt.date(2015, 6, 4)
    assert head.doc_type == "QĐ"
    assert value(head.subject) == "trong rung"
    assert [item.value for item in head.copies] == ["Nhu Dieu 1", "Luu: VT"]


def test_the_type_word_may_stand_before_the_number() -> None:
    text = """HỘI ĐỒNG NHÂN DÂN
TỈNH HẢI SƠN
--------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Nghị quyết số: 17/2019/NQ-HĐND

Đông Khê, ngày 12 tháng 3 năm 2019

NGHỊ QUYẾT

VỀ VIỆC TRỒNG RỪNG

HỘI ĐỒNG NHÂN DÂN TỈNH HẢI SƠN
"""
    head = plain(text + BODY).head
    assert value(head.doc_number) == "17/2019/NQ-HĐND"
    assert value(head.issuer) == "HỘI ĐỒNG NHÂN DÂN TỈNH HẢI SƠN"
    assert value(head.subject) == "TRỒNG RỪNG"


def test_the_cells_of_a_foot_between_bars() -> None:
    text = """SỞ NỘI VỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 14/QĐ-SNV | Đông Khê, ngày 19 tháng 6 năm 2007 |
QUYẾT ĐỊNH
VỀ VIỆC TRỒNG RỪNG
GIÁM ĐỐC SỞ NỘI VỤ"""
    apart = plain(text + BODY + "Nơi nhận: | KT. GIÁM ĐỐC |\n")
    assert value(apart.head.signing_authority) == "KT. GIÁM ĐỐC"
    below = plain(text + BODY + "Nơi nhận: |\nKT. GIÁM ĐỐC |\n")
    assert value(below.head.signing_authority) == "KT. GIÁM ĐỐC"


def test_a_subject_in_capitals_where_the_line_of_the_type_is_lost() -> None:
    head = plain(
        """ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 14/2017/QĐ-UBND | Đông Khê, ngày 19 tháng 6 năm 2017 |
BAN HÀNH QUY ĐỊNH TRỒNG RỪNG TRÊN ĐỊA BÀN TỈNH HẢI SƠN
ỦY BAN NHÂN DÂN TỈNH HẢI SƠN"""
        + BODY
    ).head
    assert value(head.subject) == "BAN HÀNH QUY ĐỊNH TRỒNG RỪNG TRÊN ĐỊA BÀN TỈNH HẢI SƠN"
    assert value(head.issuer) == "ỦY BAN NHÂN DÂN TỈNH HẢI SƠN"


def test_the_session_of_a_council_is_no_part_of_its_name() -> None:
    head = plain(
        """HỘI ĐỒNG NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 14/2017/NQ-HĐND | Đông Khê, ngày 19 tháng 6 năm 2017 |
HỘI ĐỒNG NHÂN DÂN TỈNH HẢI SƠN
KHÓA IX, KỲ HỌP THỨ NHẤT"""
        + BODY
    ).head
    assert value(head.issuer) == "HỘI ĐỒNG NHÂN DÂN TỈNH HẢI SƠN"


def test_an_authority_with_its_tone_on_the_other_letter_ends_the_subject() -> None:
    head = plain(
        """UỶ BAN NHÂN DÂN |
CỘNG HÒA XÃ HỘI CHỦ
NGHĨA VIỆT NAM |
Số: 17/2013/QĐ-UBND |
Đông Khê, ngày 22 tháng 3 năm 2013 |
VỀ VIỆC CÔNG KHAI DỰ TOÁN NGÂN SÁCH TỈNH HẢI SƠN
UỶ BAN NHÂN DÂN TỈNH HẢI SƠN"""
        + BODY
    ).head
    assert value(head.subject) == "CÔNG KHAI DỰ TOÁN NGÂN SÁCH TỈNH HẢI SƠN"
    assert value(head.issuer) in ("ỦY BAN NHÂN DÂN TỈNH HẢI SƠN", "UỶ BAN NHÂN DÂN TỈNH HẢI SƠN")


def test_short_lines_of_figures_or_capitals_belong_to_the_subject() -> None:
    plan = head_of(
        "UBND TỈNH AN MẪU\nSố: 7/KH-UBND\nAn Mẫu, ngày 13 tháng 1 năm 2020\nKẾ HOẠCH\n"
        "CHỐNG HẠN MÙA KHÔ NĂM 2019 -\n2020\nThực hiện chỉ đạo của\nBộ Mẫu như sau:\n"
    )
    assert value(plan.subject) == "CHỐNG HẠN MÙA KHÔ NĂM 2019 - 2020"
    letter = head_of(
        "CỤC THUẾ AN MẪU\nSố: 101322/CTAM-TTHT\nV/v chính sách thuế\nGTGT\n"
        "An Mẫu, ngày 13 tháng 1 năm 2020\n\nKính gửi: Công ty Mẫu\n\nCục Thuế trả lời.\n"
    )
    assert (letter.doc_type, value(letter.doc_number)) == ("CV", "101322/CTAM-TTHT")
    assert value(letter.subject) == "chính sách thuế GTGT"


def test_a_label_of_the_addressees_torn_by_its_font_is_one() -> None:
    head = head_of(
        "SỞ Y TẾ\nSố: 7/SYT-VP\nAn Mẫu, ngày 13 tháng 1 năm 2020\nV/v báo cáo\n\n"
        "Kính gử i: Các bệnh viện\n\nSở Y tế yêu cầu báo cáo.\n"
    )
    assert [each.value for each in head.addressees] == ["Các bệnh viện"]
