"""Layout of the head: type, subject and addressees."""

from __future__ import annotations

import pytest

from tests.layout_pages import (
    head_of,
    plain,
    value,
    views,
)


@pytest.mark.parametrize(
    "opening",
    [
        "V/v", "v/v", "V/V", "Vv", "V/v:", "Về việc", "Về việc:",
        "V/ v",
    ],
)  # fmt: skip
def test_subject_of_a_letter(opening: str) -> None:
    head = head_of(f"""
    Số: 637/LĐLĐ
    Đông Khê, ngày 07 tháng 8 năm 2019
    {opening} tổ chức Hội nghị
      tổng kết năm 2020

    Kính gửi: Công đoàn cơ sở xã Tân Phong
    """)
    assert value(head.subject) == "tổ chức Hội nghị tổng kết năm 2020"
    assert head.doc_type == "CV"


@pytest.mark.parametrize(
    ("number", "code"), [("219/CT-CS", "CV"), ("31/TT-KH", "CV"), ("62/TTr-SNV", "TTr")]
)
def test_a_letter_whose_body_has_a_types_code(number: str, code: str) -> None:
    head = head_of(f"""
    Số: {number}
    Đông Khê, ngày 07 tháng 8 năm 2019
    V/v chính sách thuế

    Kính gửi: Thuế tỉnh Tân Phong
    """)
    assert head.doc_type == code


@pytest.mark.parametrize(
    ("below", "goes_on"),
    [
        ("Ngày 09/8/2025, Ban Chấp hành họp phiên mở rộng để bàn việc sáp nhập.", ""),
        ("Vào ngày 9 tháng 8 năm 2025, tại hội trường xã, Ban Chấp hành họp.", ""),
        ("ngày 09/8/2025, tại Tân Phong", " ngày 09/8/2025, tại Tân Phong"),
        ("Ngày Doanh nhân Việt Nam 13/10", " Ngày Doanh nhân Việt Nam 13/10"),
    ],
)
def test_the_body_opens_with_the_day_of_what_it_tells(below: str, goes_on: str) -> None:
    head = head_of(f"""
    CÔNG ĐOÀN NGÀNH MẪU
    Số: 15/NQ-CĐN
    Đông Khê, ngày 17 tháng 8 năm 2025
    NGHỊ QUYẾT
    Hội nghị Ban Chấp hành Công đoàn ngành Mẫu,
    nhiệm kỳ I chào mừng
    {below}
    """)
    subject = "Hội nghị Ban Chấp hành Công đoàn ngành Mẫu, nhiệm kỳ I chào mừng"
    assert value(head.subject) == subject + goes_on


def test_subject_between_number_and_place() -> None:
    head = head_of("""
    Số: 637/LĐLĐ                    Đông Khê, ngày 07 tháng 8 năm 2019
    V/v tổ chức Hội nghị

    Kính gửi: Công đoàn cơ sở xã Tân Phong
    """)
    assert value(head.subject) == "tổ chức Hội nghị"


@pytest.mark.parametrize(
    ("printed", "code", "subject"),
    [
        ("QUYẾT ĐỊNH\nVề việc tặng Bằng khen", "QĐ", "tặng Bằng khen"),
        ("QUYẾT ĐỊNH\nBan hành Quy chế làm việc\ncủa Ban Chấp hành", "QĐ",
         "Ban hành Quy chế làm việc của Ban Chấp hành"),
        ("B Á O C Á O\nSơ kết 6 tháng", "BC", "Sơ kết 6 tháng"),
        ("B Á O  C Á O\nSơ kết 6 tháng", "BC", "Sơ kết 6 tháng"),
        ("KẾ HOẠCH TỔ CHỨC HỘI THI", "KH", "TỔ CHỨC HỘI THI"),
        ("**TỜ TRÌNH**\n**Về việc đề nghị khen thưởng**", "TTr", "đề nghị khen thưởng"),
        ("BIÊN BẢN\nHọp Hội đồng sáng kiến", "BB", "Họp Hội đồng sáng kiến"),
    ],
)  # fmt: skip
def test_type_and_subject(printed: str, code: str, subject: str) -> None:
    head = head_of(f"\nSố: 15/XX-SNV\nĐông Khê, ngày 07 tháng 8 năm 2019\n\n{printed}\n\n")
    assert head.doc_type == code
    assert value(head.subject) == subject


def test_authority_above_the_basis_is_neither_subject_nor_signature() -> None:
    dispatch = plain("""
    Số: 31/QĐ-UBND
    Đông Khê, ngày 07 tháng 8 năm 2019

    QUYẾT ĐỊNH
    Về việc tặng Bằng khen

    CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH

    Căn cứ Luật Tổ chức chính quyền địa phương;
    - Căn cứ Nghị định số 12/2015/NĐ-CP ngày 02/3/2015 của Chính phủ;
    Xét đề nghị của Trưởng ban Thi đua,

    QUYẾT ĐỊNH:

    Điều 1. Tặng Bằng khen cho 02 tập thể.
    """)
    head = dispatch.head
    assert value(head.subject) == "tặng Bằng khen"
    assert head.signer_title is None and head.signing_authority is None
    assert len(views(dispatch, "basis")) == 3
    assert {"CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "QUYẾT ĐỊNH:"} <= set(views(dispatch, "header"))
    assert views(dispatch, "heading")[0] == "QUYẾT ĐỊNH"


def addressees(words: str) -> list[str]:
    head = head_of(f"\nSố: 637/LĐLĐ\nĐông Khê, ngày 07 tháng 8 năm 2019\n\n{words}\n\n")
    return [field.value for field in head.addressees]


def test_addressee_on_the_line() -> None:
    assert addressees("Kính gửi: Sở Nội vụ tỉnh Hải Sơn") == ["Sở Nội vụ tỉnh Hải Sơn"]
    assert addressees("Kính gửi Sở Nội vụ.") == ["Sở Nội vụ"]
    assert addressees("Kính trình: Ban Thường vụ Tỉnh ủy") == ["Ban Thường vụ Tỉnh ủy"]


def test_addressees_as_a_list() -> None:
    assert addressees("""Kính gửi:
- Các sở, ban, ngành;
- Ủy ban nhân dân các huyện,
thành phố;
- Công đoàn cơ sở trực thuộc.""") == [
        "Các sở, ban, ngành",
        "Ủy ban nhân dân các huyện, thành phố",
        "Công đoàn cơ sở trực thuộc",
    ]


def test_first_addressee_on_the_line_of_the_label() -> None:
    assert addressees("Kính gửi: - Sở Nội vụ;\n- Sở Tài chính.") == ["Sở Nội vụ", "Sở Tài chính"]


def test_addressees_are_not_the_body() -> None:
    dispatch = plain("""
    Số: 637/LĐLĐ
    Đông Khê, ngày 07 tháng 8 năm 2019
    V/v báo cáo

    Kính gửi: Sở Nội vụ

    Thực hiện chương trình công tác, Ban Thường vụ báo cáo như sau.
    - Một nội dung;
    """)
    assert [f.value for f in dispatch.head.addressees] == ["Sở Nội vụ"]
    assert "Một nội dung;" in views(dispatch, "list_item")[0]


def test_subject_in_capitals_right_above_the_basis_is_no_authority() -> None:
    head = head_of("SỞ NỘI VỤ\n\nSố: 20/HD-SNV\n\nHƯỚNG DẪN\n\nVỀ HỒ SƠ KHEN THƯỞNG\n")
    assert value(head.subject) == "VỀ HỒ SƠ KHEN THƯỞNG"


def test_who_decides_is_no_part_of_the_subject() -> None:
    head = head_of(
        "SỞ NỘI VỤ\n\nSố: 341/QĐ-SNV\n\nQUYẾT ĐỊNH\n\nCỦA GIÁM ĐỐC SỞ NỘI VỤ\n\nVề việc thay thế "
        "thành viên của\n\nHội đồng sáng kiến\n\nGIÁM ĐỐC SỞ NỘI VỤ\n"
    )
    assert value(head.subject) == "thay thế thành viên của Hội đồng sáng kiến"


def test_subject_of_a_plan_may_cite_what_it_carries_out() -> None:
    head = head_of(
        "SỞ NỘI VỤ\n\nSố: 94/KH-SNV\n\nKẾ HOẠCH\n\nTHỰC HIỆN CHỈ THỊ SỐ 19/CT-TTG NGÀY 16 THÁNG 7 "
        "NĂM 2021 CỦA THỦ TƯỚNG CHÍNH PHỦ\n"
    )
    assert (value(head.subject) or "").startswith("THỰC HIỆN CHỈ THỊ SỐ 19/CT-TTG")
    assert value(head.doc_number) == "94/KH-SNV"


FRAME = """CÔNG TY ĐIỆN LỰC VÂN KHÊ
Số: 50/ĐLVK-TĐKT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Vân Khê, ngày 06 tháng 01 năm 2022
"""
BELOW = "\nNăm 2022, Công ty tiếp tục thực hiện nhiệm vụ sản xuất, kinh doanh được giao.\n"


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("\nPHÁT ĐỘNG THI ĐUA\nNăm 2022\n", "PĐTĐ"),  # no type of the decree, and no letter
        ("\nMỤC TIÊU VÀ CHƯƠNG TRÌNH\nPHÒNG KỸ THUẬT\n", None),
        ("\nKính gửi: Các đơn vị trực thuộc.\n", "CV"),
        ("V/v giao kế hoạch năm\n", "CV"),
        ("", "CV"),
        ("\nBẢN QUY ĐỊNH\nVề sử dụng xe\n(Ban hành kèm theo Quyết định số 5/QĐ-ĐLVK)\n", "QyĐ"),
    ],
)
def test_type_of_a_paper_whose_number_has_no_code_of_a_type(title: str, code: str | None) -> None:
    head = plain(FRAME + title + BELOW).head
    assert head.doc_type == code
    if code == "QyĐ":
        assert head.subject is not None and head.subject.value == "Về sử dụng xe"


def test_addressees_of_a_list_without_dashes() -> None:
    words = """Kính gửi:
Các Trung tâm Kinh doanh;
Trung tâm Hỗ trợ bán hàng miền Nam;
Trung tâm Hỗ trợ bán hàng miền Trung.
Căn cứ Quyết định số 59/QĐ-KD ngày 21/8/2019 của Tổng công ty về chính sách giá;
"""
    assert [field.value for field in plain(FRAME + words + BELOW).head.addressees] == [
        "Các Trung tâm Kinh doanh",
        "Trung tâm Hỗ trợ bán hàng miền Nam",
        "Trung tâm Hỗ trợ bán hàng miền Trung",
    ]


def test_a_title_that_repeats_number_and_day() -> None:
    words = """
BỘ NỘI THƯƠNG
VIỆT NAM DÂN CHỦ CỘNG HÒA
Độc lập - Tự do - Hạnh phúc
Số: 205-NT
Hà Nội, ngày 23 tháng 4 năm 1958

THÔNG TƯ
CỦA BỘ NỘI THƯƠNG SỐ 205-NT NGÀY 23 THÁNG 4 NĂM 1958 VỀ VIỆC CẤP PHIẾU VẢI CHO CÁN BỘ

Kính gửi: Các Ủy ban hành chính tỉnh

Bộ quy định như sau.
"""
    assert value(plain(words).head.subject) == "CẤP PHIẾU VẢI CHO CÁN BỘ"


def test_the_council_and_its_session_below_a_title_are_no_subject() -> None:
    words = """
HỘI ĐỒNG NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 39/NQ-HĐND | Vân Khê, ngày 06 tháng 12 năm 2018 |
NGHỊ QUYẾT
VỀ KẾ HOẠCH ĐẦU TƯ CÔNG NĂM 2019
HỘI ĐỒNG NHÂN DÂN TỈNH VÂN KHÊ
KHÓA IX, KỲ HỌP THỨ 9
Căn cứ Luật Đầu tư công ngày 18 tháng 6 năm 2014;
QUYẾT NGHỊ:
Điều 1. Thông qua kế hoạch.
"""
    head = plain(words).head
    assert value(head.subject) == "VỀ KẾ HOẠCH ĐẦU TƯ CÔNG NĂM 2019"
    assert value(head.issuer) == "HỘI ĐỒNG NHÂN DÂN TỈNH VÂN KHÊ"


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("CỦA HỘI ĐỒNG TỈNH VỀ KẾ HOẠCH NĂM 1986", "VỀ KẾ HOẠCH NĂM 1986"),
        ("CỦA BỘ TRƯỞNG BỘ Y TẾ VỀ VIỆC BAN HÀNH QUY CHẾ", "BAN HÀNH QUY CHẾ"),
        ("CỦA ỦY BAN QUỐC GIA VỀ CHUYỂN ĐỔI SỐ", None),
    ],
)
def test_who_decides_and_what_about_on_one_line(title: str, subject: str | None) -> None:
    head = head_of(f"""
    Số: 12/NQ
    Đông Khê, ngày 07 tháng 8 năm 1985
    NGHỊ QUYẾT
    {title}
    QUỐC HỘI NƯỚC CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Căn cứ Hiến pháp;
    """)
    assert subject is None or value(head.subject) == subject


def test_a_sentence_below_the_subject_is_the_body() -> None:
    head = head_of("""
    Số: 30/BC-UBBC
    Đông Khê, ngày 07 tháng 8 năm 2019
    BÁO CÁO
    Kết quả cuộc bầu cử nhiệm kỳ 2021 - 2026
    Số cử tri trong tỉnh đi bầu là 425.171 cử tri, đạt tỷ lệ 99,77%.
    """)
    assert value(head.subject) == "Kết quả cuộc bầu cử nhiệm kỳ 2021 - 2026"


def test_the_committee_of_a_province_is_a_body_below_the_association() -> None:
    head = head_of("""
    HỘI NÔNG DÂN VIỆT NAM
    BCH TỈNH HẢI SƠN
    Số: 30-BC/HND
    Hải Sơn, ngày 07 tháng 8 năm 2019
    BÁO CÁO
    Kết quả phong trào
    """)
    assert value(head.issuer) == "BCH TỈNH HẢI SƠN"
    assert value(head.parent_issuer) == "HỘI NÔNG DÂN VIỆT NAM"


def test_a_line_that_announces_a_table_is_no_subject() -> None:
    head = head_of("""
    Số: 30/BC-UBND
    Đông Khê, ngày 07 tháng 8 năm 2019
    BÁO CÁO
    Kết quả thực hiện các chỉ tiêu năm 2019
    Kết quả một số chỉ tiêu chủ yếu như sau:
    """)
    assert value(head.subject) == "Kết quả thực hiện các chỉ tiêu năm 2019"


def test_a_bracket_around_the_subject_is_left_out() -> None:
    head = head_of("""
    Số: 8/CT-TTr
    Mẫu Sơn, ngày 07 tháng 8 năm 2019
    CHỈ THỊ
    (về việc chấn chỉnh chế độ báo cáo)
    Để khắc phục các thiếu sót, Chánh Thanh tra yêu cầu:
    """)
    assert value(head.subject) == "chấn chỉnh chế độ báo cáo"


def test_the_head_of_state_below_a_subject_in_capitals_is_who_decides() -> None:
    head = head_of("""
    CHỦ TỊCH NƯỚC
    Số: 1207/QĐ-CTN
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Hà Nội, ngày 15 tháng 6 năm 2017
    QUYẾT ĐỊNH
    VỀ VIỆC TẶNG THƯỞNG HUÂN CHƯƠNG LAO ĐỘNG
    CHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Căn cứ Điều 88 và Điều 91 Hiến pháp;
    """)
    assert value(head.subject) == "TẶNG THƯỞNG HUÂN CHƯƠNG LAO ĐỘNG"


def test_the_word_for_several_bodies_behind_the_type_is_no_subject() -> None:
    head = head_of(
        "SỞ Y TẾ - SỞ TÀI CHÍNH\n\nSố: 11/HDLS-SYT-STC\n\nHƯỚNG DẪN LIÊN SỞ\n\nVề việc thu phí\n"
    )
    assert (head.doc_type, value(head.subject)) == ("HD", "thu phí")


def test_the_body_may_open_right_below_the_subject_with_what_it_follows() -> None:
    top = """
    Số: 12/BC-LĐLĐ
    Đông Khê, ngày 07 tháng 8 năm 2019
    BÁO CÁO
    Kết quả phong trào thi đua năm 2019
    """
    told = """Thực hiện Kế hoạch số 03/KH-LĐLĐ ngày 12/01/2019 của Liên đoàn
    Lao động tỉnh, Liên đoàn Lao động huyện báo cáo kết quả như sau:
    """
    assert value(head_of(top + told).subject) == "Kết quả phong trào thi đua năm 2019"
