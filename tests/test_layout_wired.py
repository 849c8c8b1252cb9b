"""The head of a công điện: the hour beside its number, and who wires to whom."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.layout_pages import head_of, value

OLD = """
CÔNG ĐIỆN

Số: 03/CĐ-TW hồi 9 giờ 30 ngày 05/08/2015

BAN CHỈ ĐẠO TRUNG ƯƠNG
VỀ PHÒNG CHỐNG THIÊN TAI

Điện:

- Ban Chỉ huy phòng chống thiên tai các tỉnh ven biển;
- Bộ Quốc phòng.

Theo tin của Trung tâm Dự báo, bão ở cách bờ khoảng 330 km.
"""
NEW = """
UBND TỈNH HẢI SƠN                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                   Độc lập - Tự do - Hạnh phúc
Số: 05/CĐ-UBND                     Hải Sơn, ngày 12 tháng 5 năm 2021

CÔNG ĐIỆN
Về việc ứng phó với bão số 3

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH {wires}:

- Giám đốc các Sở: Nông nghiệp, Công Thương;
- Chủ tịch UBND các huyện.

Chủ tịch UBND tỉnh yêu cầu các đơn vị trực.
"""


def test_day_and_body_of_a_paper_without_cells() -> None:
    head = head_of(OLD)
    assert head.issued_on == dt.date(2015, 8, 5)
    assert value(head.issuer) == "BAN CHỈ ĐẠO TRUNG ƯƠNG VỀ PHÒNG CHỐNG THIÊN TAI"
    assert [field.value for field in head.addressees] == [
        "Ban Chỉ huy phòng chống thiên tai các tỉnh ven biển", "Bộ Quốc phòng",
    ]  # fmt: skip


@pytest.mark.parametrize("wires", ["điện", "ĐIỆN"])
def test_who_is_wired_to(wires: str) -> None:
    head = head_of(NEW.format(wires=wires))
    assert value(head.issuer) == "UBND TỈNH HẢI SƠN"
    assert [field.value for field in head.addressees] == [
        "Giám đốc các Sở: Nông nghiệp, Công Thương", "Chủ tịch UBND các huyện",
    ]  # fmt: skip


def test_an_hour_without_the_line_of_the_number_dates_nothing() -> None:
    head = head_of(OLD.replace(" hồi 9 giờ 30 ngày 05/08/2015", ""))
    assert head.issued_on is None


def test_capitals_that_name_no_body_wire_nothing() -> None:
    words = "TIN CUỐI CÙNG CỦA MÙA MƯA"
    head = head_of(OLD.replace("BAN CHỈ ĐẠO TRUNG ƯƠNG\nVỀ PHÒNG CHỐNG THIÊN TAI", words))
    assert head.issuer is None


def test_the_president_in_capitals_is_no_subject() -> None:
    head = head_of(
        "SẮC LỆNH\n\nCỦA CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ SỐ 12 NGÀY 3 THÁNG 5 NĂM "
        "1947\n\nCHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ\n\nXét sự nhu cầu về tài chính,\n\n"
        "Chiểu chi Sắc lệnh số 8-B ngày 31 tháng 1 năm 1946,\n\nRA SẮC LỆNH:\n\nĐiều thứ nhất\n"
    )
    assert head.subject is None
    assert head.issued_on == dt.date(1947, 5, 3)


@pytest.mark.parametrize(
    "clock", ["08:31 - Thứ Tư, 11/10/2017 Lượt xem: 1026 In bài viết", "10:32 | 11/10/2017 Print"]
)
def test_the_clock_line_of_a_page_may_offer_to_print_it(clock: str) -> None:
    head = head_of(f"Hội nghị tổng kết công tác của Công đoàn ngành\n\n{clock}\n\nNgày 9/10 ...\n")
    assert (head.genre, head.issued_on) == ("news", dt.date(2017, 10, 11))
