"""Layout of the head: its cells in any order, number, place and date."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.layout_pages import (
    BODY,
    centred,
    head_of,
    line,
    paragraph,
    plain,
    set_pages,
    table_lines,
    value,
    views,
)

# ----------------------------------------------------------------------- the cells of the head

LEFT_THEN_RIGHT = """
LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN
LIÊN ĐOÀN LAO ĐỘNG HUYỆN ĐÔNG KHÊ
Số: 12/BC-LĐLĐ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đông Khê, ngày 07 tháng 8 năm 2019

BÁO CÁO
Kết quả phong trào thi đua lao động giỏi
"""
LINE_BY_LINE = """
LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
LIÊN ĐOÀN LAO ĐỘNG HUYỆN ĐÔNG KHÊ          Độc lập - Tự do - Hạnh phúc
Số: 12/BC-LĐLĐ                             Đông Khê, ngày 07 tháng 8 năm 2019

BÁO CÁO
Kết quả phong trào thi đua lao động giỏi
"""
RIGHT_THEN_LEFT = """
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
_____________
LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN
LIÊN ĐOÀN LAO ĐỘNG HUYỆN ĐÔNG KHÊ
Số: 12/BC-LĐLĐ
Đông Khê, ngày 07 tháng 8 năm 2019

BÁO CÁO
Kết quả phong trào thi đua lao động giỏi
"""


@pytest.mark.parametrize("words", [LEFT_THEN_RIGHT, LINE_BY_LINE, RIGHT_THEN_LEFT])
def test_cells_in_any_order(words: str) -> None:
    dispatch = plain(words + BODY)
    head = dispatch.head
    assert head.genre == "dispatch"
    assert (head.doc_type, head.doc_type_name) == ("BC", "Báo cáo")
    assert value(head.doc_number) == "12/BC-LĐLĐ"
    assert (head.number, head.symbol) == (12, "BC-LĐLĐ")
    assert value(head.place) == "Đông Khê"
    assert head.issued_on == dt.date(2019, 8, 7)
    assert head.issued_span is not None
    assert dispatch.text.text[slice(*head.issued_span)] == "ngày 07 tháng 8 năm 2019"
    assert value(head.issuer) == "LIÊN ĐOÀN LAO ĐỘNG HUYỆN ĐÔNG KHÊ"
    assert value(head.parent_issuer) == "LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN"
    assert value(head.subject) == "Kết quả phong trào thi đua lao động giỏi"
    assert not head.is_draft


def test_lost_head_leaves_the_issuer_unknown() -> None:
    head = head_of("""
    Số: 418 /BC - LĐLĐ
    Đông Khê, ngày 27 tháng 4 năm 2022

    BÁO CÁO
    Tổng kết phong trào thi đua
    """)
    assert value(head.doc_number) == "418/BC-LĐLĐ"
    assert head.issued_on == dt.date(2022, 4, 27)
    assert head.issuer is None and head.parent_issuer is None


def test_only_the_bold_parts_are_left() -> None:
    head = head_of("""
    BÁO CÁO
    Tổng kết phong trào thi đua
    """)
    assert head.doc_type in ("BC", None)
    assert head.doc_number is None and head.issued_on is None and head.place is None


def test_lost_head_of_a_decision_is_told_by_its_authority_line() -> None:
    head = head_of("""
    Số: 418/QĐ-UBND        Đông Khê, ngày 27 tháng 4 năm 2022

    QUYẾT ĐỊNH
    Về việc tặng Giấy khen

    CHỦ TỊCH ỦY BAN NHÂN DÂN
    THỊ XÃ ĐÔNG KHÊ
    Căn cứ Luật Thi đua, khen thưởng;
    """)
    assert value(head.issuer) == "ỦY BAN NHÂN DÂN THỊ XÃ ĐÔNG KHÊ"
    assert head.issuer is not None and head.issuer.confidence < 0.9


@pytest.mark.parametrize("mark", ["MẬT", "THƯỢNG KHẨN", "HỎA TỐC", "SAO Y BẢN CHÍNH"])
def test_a_stamp_in_the_head_is_no_body(mark: str) -> None:
    head = head_of(f"""
    {mark}
    BỘ TÀI CHÍNH
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Số: 21/KH-BTC
    Hà Nội, ngày 27 tháng 4 năm 2022
    """)
    assert (value(head.parent_issuer), value(head.issuer)) == (None, "BỘ TÀI CHÍNH")


def test_a_misread_national_title_is_no_body() -> None:
    head = head_of("""
    BỘ TÀI CHÍNH
    CỘNG HÒA XÃ HỌI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hanh phúc
    Số: 21/KH-BTC
    Hà Nội, ngày 27 tháng 4 năm 2022
    """)
    assert (value(head.parent_issuer), value(head.issuer)) == (None, "BỘ TÀI CHÍNH")


def test_head_set_with_tabs() -> None:
    head = head_of("""
    UBND TỈNH HẢI SƠN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ\tĐộc lập - Tự do - Hạnh phúc
    Số: 21/KH-BCĐ\tĐông Khê, ngày 27 tháng 4 năm 2022
    """)
    assert (value(head.parent_issuer), value(head.issuer), value(head.place)) == (
        "UBND TỈNH HẢI SƠN", "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", "Đông Khê",
    )  # fmt: skip


# -------------------------------------------------------------------------------- place, date


@pytest.mark.parametrize(
    ("printed", "place", "day"),
    [
        ("Tây Khê, ngày 07 tháng 8 năm 2019", "Tây Khê", dt.date(2019, 8, 7)),
        ("Thành phố Hồ Chí Minh, ngày 7 tháng 08 năm 2019", "Thành phố Hồ Chí Minh",
         dt.date(2019, 8, 7)),
        ("TP. Hồ Chí Minh, ngày 31 tháng 12 năm 2019", "TP. Hồ Chí Minh", dt.date(2019, 12, 31)),
        ("Quận 1, ngày 02 tháng 01 năm 2018", "Quận 1", dt.date(2018, 1, 2)),
        ("Hà nội, ngày15 tháng4 năm2010", "Hà nội", dt.date(2010, 4, 15)),
        ("Hà Nội, ngày   tháng 5 năm 2018", "Hà Nội", None),
        ("Hà Nội, ngày     tháng 5 năm 2018", "Hà Nội", None),
        ("Hà Nội, ngày … tháng … năm 2022", "Hà Nội", None),
        ("Hà Nội, ngày ..... tháng ..... năm ......", "Hà Nội", None),
        ("Hà Nội, ngày 31 tháng 02 năm 2022", "Hà Nội", None),
    ],
)  # fmt: skip
def test_place_and_date(printed: str, place: str, day: dt.date | None) -> None:
    head = head_of(f"\nSố: 15/QĐ-SNV\n{printed}\n")
    assert value(head.place) == place
    assert head.issued_on == day


def test_number_and_place_on_one_line() -> None:
    head = head_of("\nSố: 637/LĐLĐ        Tây Khê, ngày 07 tháng 8 năm 2019\n")
    assert value(head.doc_number) == "637/LĐLĐ"
    assert value(head.place) == "Tây Khê"


# --------------------------------------------------------------------------- set pages (boxes)


def test_set_head_with_two_columns() -> None:
    dispatch = set_pages([
        line("ỦY BAN NHÂN DÂN", 60, 110, column="left"),
        line("TỈNH HẢI SƠN", 74, 120, column="left"),
        line("SỞ NỘI VỤ", 88, 130, column="left", bold=True),
        line("Số: 15/QĐ-SNV", 110, 110, column="left"),
        line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 60, 300, column="right", bold=True),
        line("Độc lập - Tự do - Hạnh phúc", 74, 330, column="right", bold=True),
        line("Hải Sơn, ngày 07 tháng 8 năm 2019", 110, 320, column="right"),
        centred("QUYẾT ĐỊNH", 150),
        centred("Về việc tặng Giấy khen cho tập thể", 164),
        centred("GIÁM ĐỐC SỞ NỘI VỤ", 200),
        *paragraph("Căn cứ Luật Thi đua, khen thưởng;", 230),
        centred("QUYẾT ĐỊNH:", 260),
        *paragraph("Điều 1. Tặng Giấy khen cho 02 tập thể đạt thành tích xuất sắc trong phong "
                   "trào thi đua năm 2020 của tỉnh, kèm theo mức thưởng theo quy định.", 290),
    ])  # fmt: skip
    head = dispatch.head
    assert value(head.parent_issuer) == "ỦY BAN NHÂN DÂN TỈNH HẢI SƠN"
    assert value(head.issuer) == "SỞ NỘI VỤ"
    assert value(head.subject) == "tặng Giấy khen cho tập thể"
    assert value(head.place) == "Hải Sơn"
    assert head.signer_title is None


@pytest.mark.parametrize(
    "day",
    [
        ("Đông Khê, ngày 07 tháng 8 năm", "2019"),
        ("Đông Khê, ngày 07 tháng 8", "năm 2019"),
        ("Đông Khê, ngày 07", "tháng 8 năm 2019"),
    ],
)
def test_cells_too_narrow_for_their_lines(day: tuple[str, str]) -> None:
    dispatch = set_pages(
        [
            line("LIÊN ĐOÀN LAO ĐỘNG HUYỆN MẪU", 60, 90, column="left"),
            line("Số: 12/BC-LĐLĐ", 74, 110, column="left"),
            line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 60, 320, column="right"),
            line("VIỆT NAM", 74, 380, column="right"),
            line("Độc lập - Tự do - Hạnh phúc", 88, 320, column="right"),
            line(day[0], 102, 320, column="right"),
            line(day[1], 116, 380, column="right"),
            centred("BÁO CÁO", 150),
            centred("Kết quả phong trào thi đua", 164),
            *paragraph("Thực hiện kế hoạch năm, các đơn vị đã đạt kết quả như sau.", 200),
        ]
    )
    assert dispatch.head.issued_on == dt.date(2019, 8, 7)
    assert value(dispatch.head.place) == "Đông Khê"
    assert views(dispatch, "place_date") == [" ".join(day)]
    assert views(dispatch, "heading") == ["BÁO CÁO"]
    assert dispatch.head.issued_span is not None
    start, end = dispatch.head.issued_span
    assert dispatch.text.text[start:end].split() == " ".join(day).split()[2:]


# ------------------------------------------------------------------ heads without their cells

OF_A_LAW_SITE = """
QUYẾT ĐỊNH

CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HẢI SƠN SỐ 65/1994/QĐ-UB NGÀY 1 THÁNG 5 NĂM 1994 VỀ VIỆC TẶNG CỜ

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HẢI SƠN
"""


def test_title_names_body_number_and_day_of_an_old_paper() -> None:
    head = head_of(OF_A_LAW_SITE)
    assert head.genre == "dispatch"
    assert value(head.doc_number) == "65/1994/QĐ-UB"
    assert value(head.issuer) == "ỦY BAN NHÂN DÂN TỈNH HẢI SƠN"
    assert head.issued_on == dt.date(1994, 5, 1)
    assert value(head.subject) == "TẶNG CỜ"


def test_decision_without_its_cells_is_of_the_authority_above_the_basis() -> None:
    head = head_of("QUYẾT ĐỊNH\nVề việc tặng cờ thi đua\n\nTHỦ TƯỚNG CHÍNH PHỦ\n")
    assert head.genre == "dispatch"
    assert value(head.issuer) == "THỦ TƯỚNG CHÍNH PHỦ"
    assert head.doc_number is None


def test_issuer_with_blanks_between_its_letters_is_closed_up() -> None:
    letters = "S Ở   N Ộ I   V Ụ"
    head = head_of(f"{letters}\n\nSố: 12/QĐ-SNV\n\nQUYẾT ĐỊNH\nVề việc tặng giấy khen\n")
    assert value(head.issuer) == "SỞ NỘI VỤ"


def test_day_of_a_place_line_with_a_misspelt_month_word() -> None:
    head = head_of("SỞ NỘI VỤ\nSố: 12/QĐ-SNV\nHải Sơn, ngày 27 tng 10 năm 2015\n\nQUYẾT ĐỊNH\n")
    assert head.issued_on == dt.date(2015, 10, 27)


def test_head_whose_lines_ran_together_on_a_page_of_the_web() -> None:
    head = head_of(
        "UBND TỈNH HẢI SƠN Số: 172/2015/QĐ-UBND\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự "
        "do - Hạnh phúc Hải Sơn, ngày 5 tháng 5 năm 2015\n\nQUYẾT ĐỊNH\n\nBan hành Quy định thi "
        "đua, khen thưởng\n\ntrên địa bàn tỉnh Hải Sơn\n\n-----\n"
    )
    assert value(head.issuer) == "UBND TỈNH HẢI SƠN"
    assert value(head.doc_number) == "172/2015/QĐ-UBND"
    assert (value(head.place), head.issued_on) == ("Hải Sơn", dt.date(2015, 5, 5))
    assert value(head.subject) == (
        "Ban hành Quy định thi đua, khen thưởng trên địa bàn tỉnh Hải Sơn"
    )


def test_cells_of_a_row_are_parted_by_bars() -> None:
    head = head_of(
        "SỞ NỘI VỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 07/KH-SNV | Hải Sơn, ngày 15 tháng 01 năm 2020 |\n\nKẾ HOẠCH\nVề thi đua\n"
    )
    assert value(head.issuer) == "SỞ NỘI VỤ"
    assert value(head.doc_number) == "07/KH-SNV"
    assert (value(head.place), head.issued_on) == ("Hải Sơn", dt.date(2020, 1, 15))


def test_number_without_a_slash_of_the_chairman_of_the_council_of_ministers() -> None:
    head = head_of("HỘI ĐỒNG BỘ TRƯỞNG\nSố: 340-CT\nHà Nội, ngày 22 tháng 9 năm 1990\nQUYẾT ĐỊNH\n")
    assert value(head.doc_number) == "340-CT"


def test_an_issuer_in_the_title_stands_without_whose() -> None:
    head = head_of("""
    SẮC LỆNH
    CỦA CHỦ TỊCH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ
    SỐ 92/SL NGÀY 22 THÁNG 5 NĂM 1950

    CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HOÀ
    Chiểu sắc lệnh số 209-SL ngày 20 tháng 8 năm 1948;
    """)
    assert value(head.issuer) == "CHỦ TỊCH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ"
    assert value(head.doc_number) == "92/SL"


def test_addressees_set_in_the_cells_of_a_table() -> None:
    dispatch = set_pages(
        [
            line("Số: 637/LĐLĐ", 60, 110, column="left"),
            line("Đông Khê, ngày 07 tháng 8 năm 2019", 60, 320, column="right"),
            *table_lines([["Kính gửi:", "- Sở Nội vụ; - Sở Y tế."]], 0, 90),
            *paragraph("Ban Thường vụ đề nghị các đơn vị báo cáo kết quả trước ngày 30/9.", 150),
        ]
    )
    assert [field.value for field in dispatch.head.addressees] == ["Sở Nội vụ", "Sở Y tế"]


def test_a_symbol_too_long_for_its_cell_goes_on_below() -> None:
    head = head_of(
        "BỘ MẪU\nSố: 02/2018/TTLT-VKSNDTC-\nTANDTC-BCA\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Hà Nội, ngày 05 tháng 9 năm 2018\n\nTHÔNG TƯ LIÊN TỊCH\nQuy định phối hợp\n\nĐiều 1. A\n"
    )
    assert value(head.doc_number) == "02/2018/TTLT-VKSNDTC-TANDTC-BCA"
