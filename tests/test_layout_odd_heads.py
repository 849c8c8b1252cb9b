"""Heads and feet set unlike the rule: wrapped labels, days at the end, cells between bars."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.layout_pages import head_of, plain, value

TITLES = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def test_a_label_and_a_subject_that_a_page_of_the_web_wrapped_between_bars() -> None:
    head = head_of(
        "SỞ\nNỘI VỤ\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n|\nSố: 38/SNV-TC\nV/v tổ chức thi thăng\nhạng năm 2017\n|\n"
        "An\nBình, ngày 22 tháng 08\nnăm 2017\n|\nKính\ngửi:\n|\n- Các sở, ban\nngành;\n"
        "- Các trường cao đẳng.\n|\nThực hiện Nghị định số 29/2012/NĐ-CP ngày\n12/4/2012, sở họp."
    )
    assert value(head.subject) == "tổ chức thi thăng hạng năm 2017"
    assert [field.value for field in head.addressees] == [
        "Các sở, ban ngành",
        "Các trường cao đẳng",
    ]


def test_a_head_between_bars_below_the_papers_that_a_law_site_relates() -> None:
    related = "- 1Kế hoạch 52/KH-SM năm 2016 về tổ chức " + "hội nghị của các đơn vị " * 6
    head = head_of(
        related + "\nSỞ MẪU | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 134/HD-SM | An Bình, ngày 07 tháng 02 năm 2017 |\nCăn cứ Kế hoạch số 5/KH-SM;"
    )
    assert (value(head.doc_number), value(head.issuer)) == ("134/HD-SM", "SỞ MẪU")
    assert head.issued_on == dt.date(2017, 2, 7)


@pytest.mark.parametrize(
    ("below", "subject"),
    [
        ("thực hiện Nghị quyết số 5-NQ/TW, ngày 22/12/2024 của Bộ Chính trị",
         "thực hiện Nghị quyết số 5-NQ/TW, ngày 22/12/2024 của Bộ Chính trị"),
        ("Thực hiện Chỉ thị số 5-CT/TU về thi đua", "Thực hiện Chỉ thị số 5-CT/TU về thi đua"),
        ("Thực hiện Chỉ thị số 5-CT/TU, Sở Mẫu báo cáo như sau:", None),
    ],
)  # fmt: skip
def test_a_plan_is_about_what_it_carries_out(below: str, subject: str | None) -> None:
    head = head_of(
        f"SỞ MẪU\n{TITLES}Số: 7/KH-SM\nAn Bình, ngày 12 tháng 8 năm 2025\n\nKẾ HOẠCH\n{below}\n"
        "-----\n\nCăn cứ Nghị quyết số 57-NQ/TW;\nI. MỤC TIÊU"
    )
    assert value(head.subject) == subject


def test_a_subject_wrapped_where_a_blank_line_parts_any_two() -> None:
    first = (
        "Tổ chức các hoạt động tuyên truyền Đại hội đại biểu phụ nữ các cấp tiến tới Đại hội Hội"
    )
    head = head_of(
        "HỘI MẪU\n\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập – Tự do – Hạnh phúc\n\n"
        f"Số: 77/KH-BTV\n\nAn Bình, ngày 5 tháng 11 năm 2020\n\nKẾ HOẠCH\n\n{first}\n\n"
        "An Bình lần thứ XVI\n\nThực hiện Kế hoạch số 888/KH-ĐCT của Hội;"
    )
    assert value(head.subject) == f"{first} An Bình lần thứ XVI"


def test_a_subject_whose_period_stands_below_a_blank_line() -> None:
    head = head_of(
        f"SỞ MẪU\n\n{TITLES}\nSố: 18/BC-SM\n\nAn Bình, ngày 21 tháng 6 năm 2024\n\n"
        "BÁO CÁO TỔNG KẾT\n\nNĂM HỌC 2023 - 2024\n\nĐặc điểm tình hình"
    )
    assert value(head.subject) == "TỔNG KẾT NĂM HỌC 2023 - 2024"


@pytest.mark.parametrize(
    "line",
    ["An Bình, ngày 21/6/2024", "An Bình, 21-6-2024", "An Bình, Ngày 21, tháng 6, năm 2024"],
)
def test_a_day_written_in_other_ways(line: str) -> None:
    head = head_of(f"SỞ MẪU\n{TITLES}Số: 18/BC-SM\n{line}\nBÁO CÁO\nTổng kết năm 2023")
    assert (value(head.place), head.issued_on) == ("An Bình", dt.date(2024, 6, 21))


def test_the_state_in_short_is_no_issuer() -> None:
    head = head_of(
        "SỞ MẪU\nCỘNG HÒA XHCN VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 18/BC-SM\n"
        "An Bình, ngày 21 tháng 6 năm 2024\nBÁO CÁO\nTổng kết năm 2023"
    )
    assert value(head.issuer) == "SỞ MẪU"


def test_a_subject_that_ends_with_a_number_on_a_line_of_its_own() -> None:
    head = head_of(
        f"SỞ MẪU\n{TITLES}Số: 18/SM-TH\nV/v hướng dẫn theo Nghị định\n75/2023/NĐ-CP\n"
        "An Bình, ngày 21 tháng 6 năm 2024\n\nKính gửi: Các đơn vị\n\nNội dung."
    )
    assert value(head.subject) == "hướng dẫn theo Nghị định 75/2023/NĐ-CP"


def test_a_decree_of_the_first_years_with_a_bare_number_and_its_day_at_the_end() -> None:
    head = head_of(
        "CHỦ TỊCH CHÍNH PHỦ\nVIỆT NAM DÂN CHỦ CỘNG HOÀ\nĐộc lập - Tự do - Hạnh phúc\nSố: 185\n\n"
        "SẮC LỆNH\nCHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ\n\n"
        "Chiểu Sắc lệnh số 63 ngày 22 tháng 11 năm 1945;\nRA SẮC LỆNH\nĐiều thứ nhất: Nay họp.\n"
        "An Bình, ngày 26 tháng 5 năm 1946\nCHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ\n"
        "(Đã ký)\nHồ Văn Mẫu"
    )
    assert (value(head.doc_number), value(head.place)) == ("185", "An Bình")
    assert head.issued_on == dt.date(1946, 5, 26)


def test_the_authority_above_the_label_of_the_copies() -> None:
    foot = (
        "\n                                       TM. BAN THƯỜNG VỤ TỈNH ĐOÀN\n"
        "Nơi nhận:                                      PHÓ BÍ THƯ\n- TT Đoàn (b/c);\n- Lưu VP.\n"
        "                                          Nguyễn Thị Thử\n"
    )
    text = f"TỈNH ĐOÀN\n{TITLES}Số: 2-KH/TĐTN\nAn Bình, ngày 3 tháng 3 năm 2021\n\nKẾ HOẠCH\nHọp\n"
    head = plain(text + "\nTỉnh đoàn xây dựng kế hoạch như đã nêu ở trên.\n" + foot).head
    assert value(head.signing_authority) == "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN"
    assert value(head.signer_title) == "PHÓ BÍ THƯ"
