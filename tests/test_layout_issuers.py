"""Layout of the left cell of the head: issuing body, superior body, party documents."""

from __future__ import annotations

import pytest

from tests.layout_pages import LETTER, head_of, line, plain, set_pages, value, views


def issuers(words: str) -> tuple[str | None, str | None]:
    head = head_of(words + "\nSố: 15/QĐ-XX\nĐông Khê, ngày 07 tháng 8 năm 2019\n")
    return value(head.parent_issuer), value(head.issuer)


def test_issuer_alone() -> None:
    assert issuers("\nỦY BAN NHÂN DÂN TỈNH HẢI SƠN") == (None, "ỦY BAN NHÂN DÂN TỈNH HẢI SƠN")


def test_three_line_issuer() -> None:
    assert issuers("""
TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM
LIÊN ĐOÀN LAO ĐỘNG
TỈNH HẢI SƠN""") == ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN")


def test_both_bodies_broken_over_lines() -> None:
    assert issuers("""
LIÊN ĐOÀN LAO ĐỘNG
TỈNH HẢI SƠN
CÔNG ĐOÀN NGÀNH GIÁO DỤC
VÀ ĐÀO TẠO HUYỆN ĐÔNG KHÊ""") == (
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN",
        "CÔNG ĐOÀN NGÀNH GIÁO DỤC VÀ ĐÀO TẠO HUYỆN ĐÔNG KHÊ",
    )


def test_wrapped_line_that_opens_like_a_body() -> None:
    assert issuers("""
TẬP ĐOÀN BƯU CHÍNH
VIỄN THÔNG VIỆT NAM
VIỄN THÔNG HẢI SƠN""") == ("TẬP ĐOÀN BƯU CHÍNH VIỄN THÔNG VIỆT NAM", "VIỄN THÔNG HẢI SƠN")


def test_a_head_noun_alone_goes_on_in_the_line_below() -> None:
    parent, issuer = issuers("""
LĐLĐ HUYỆN HẢI SƠN
CÔNG ĐOÀN CƠ SỞ
BỆNH VIỆN ĐA KHOA HẢI SƠN""")
    assert parent == "LĐLĐ HUYỆN HẢI SƠN"
    assert issuer == "CÔNG ĐOÀN CƠ SỞ BỆNH VIỆN ĐA KHOA HẢI SƠN"


def test_heads_of_bodies_get_their_marks_back() -> None:
    parent, issuer = issuers("""
UBND TÌNH HẢI SƠN
ÚY BAN NHÂN DÂN
THỊ XÃ ĐÔNG KHÊ""")
    assert (parent, issuer) == ("UBND TÌNH HẢI SƠN", "ỦY BAN NHÂN DÂN THỊ XÃ ĐÔNG KHÊ")


def test_joint_issuers_keep_both_bodies() -> None:
    parent, issuer = issuers("""
SỞ NỘI VỤ TỈNH HẢI SƠN - LIÊN ĐOÀN LAO ĐỘNG
TỈNH HẢI SƠN""")
    assert parent is None
    assert issuer == "SỞ NỘI VỤ TỈNH HẢI SƠN - LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI SƠN"


def test_person_as_issuer() -> None:
    assert issuers("\nTHỦ TƯỚNG CHÍNH PHỦ") == (None, "THỦ TƯỚNG CHÍNH PHỦ")


def test_party_head_with_star() -> None:
    dispatch = plain("""
    ĐẢNG BỘ TỈNH HẢI SƠN
    HUYỆN ỦY ĐÔNG KHÊ
    *
    Số 34-CT/HU

    ĐẢNG CỘNG SẢN VIỆT NAM
    Đông Khê, ngày 07 tháng 8 năm 2019

    CHỈ THỊ
    về tăng cường công tác kiểm tra
    -----

    Thời gian qua, các cấp ủy đã quan tâm lãnh đạo công tác kiểm tra.
    """)
    head = dispatch.head
    assert head.doc_type == "CT"
    assert value(head.doc_number) == "34-CT/HU"
    assert value(head.issuer) == "HUYỆN ỦY ĐÔNG KHÊ"
    assert value(head.parent_issuer) == "ĐẢNG BỘ TỈNH HẢI SƠN"
    assert value(head.subject) == "về tăng cường công tác kiểm tra"
    assert "*" in views(dispatch, "furniture") and "-----" in views(dispatch, "furniture")


def test_party_letter_subject_under_the_number() -> None:
    head = head_of("""
    HUYỆN ỦY ĐÔNG KHÊ
    *
    Số 55-CV/HU
    về tăng cường công tác kiểm tra
    ĐẢNG CỘNG SẢN VIỆT NAM
    Đông Khê, ngày 07 tháng 8 năm 2019
    """)
    assert head.doc_type == "CV"
    assert value(head.subject) == "về tăng cường công tác kiểm tra"


def test_an_association_is_a_body_of_its_own_below_another() -> None:
    head = head_of("UBND TỈNH VÂN KHÊ\nLIÊN ĐOÀN BÓNG BÀN VÂN KHÊ\nSố: 16/CV-LĐBB\n")
    assert value(head.issuer) == "LIÊN ĐOÀN BÓNG BÀN VÂN KHÊ"
    assert value(head.parent_issuer) == "UBND TỈNH VÂN KHÊ"


def test_the_second_line_of_social_insurance_is_no_association() -> None:
    head = head_of("BẢO HIỂM XÃ\nHỘI TỈNH VÂN KHÊ\nSố: 16/BHXH-TST\n")
    assert value(head.issuer) == "BẢO HIỂM XÃ HỘI TỈNH VÂN KHÊ"


def test_two_bodies_on_one_line() -> None:
    assert issuers("\nUBND TỈNH HẢI SƠN SỞ GIÁO DỤC VÀ ĐÀO TẠO") == (
        "UBND TỈNH HẢI SƠN",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
    )
    whole = "ỦY BAN NHÂN DÂN HUYỆN HẢI TRƯỜNG"
    assert issuers("\n" + whole) == (None, whole)
    assert issuers("\nUBND THÀNH PHỐ SƠN PHÒNG PHÒNG NỘI VỤ") == (
        "UBND THÀNH PHỐ SƠN PHÒNG",
        "PHÒNG NỘI VỤ",
    )


def test_what_a_form_prints_for_a_body_names_none() -> None:
    assert issuers("\nĐƠN VỊ CẤP TRÊN\nĐƠN VỊ ĐỀ NGHỊ") == (None, None)
    assert issuers("\nTÊN CƠ QUAN, TỔ CHỨC") == (None, None)


def test_a_centre_that_is_named_by_the_line_below() -> None:
    assert issuers("\nTẬP ĐOÀN MẪU VIỆT NAM\nTRUNG TÂM KINH DOANH\nVNPT - HẢI SƠN") == (
        "TẬP ĐOÀN MẪU VIỆT NAM",
        "TRUNG TÂM KINH DOANH VNPT - HẢI SƠN",
    )
    whole = "CHUYÊN MÔN VÀ CÔNG ĐOÀN\nVIỄN THÔNG HẢI SƠN VÀ\nTRUNG TÂM KINH DOANH\nVNPT – HẢI SƠN"
    assert issuers("\n" + whole) == (None, whole.replace("\n", " "))


def test_an_appeal_to_compete_is_a_type() -> None:
    head = head_of(
        "\nTRUNG TÂM MẪU\nSố: 5/TTM-TĐKT\nĐông Khê, ngày 07 tháng 8 năm 2019\n\nPHÁT ĐỘNG\n"
        "Phong trào thi đua năm 2020\n\nNăm 2020, trung tâm phấn đấu.\n"
    )
    assert (head.doc_type, value(head.subject)) == ("PĐTĐ", "Phong trào thi đua năm 2020")


@pytest.mark.parametrize("body", ["HỘI ĐỒNG NHÂN DÂN", "TÒA ÁN NHÂN DÂN"])
def test_a_place_alone_in_bold_is_no_body(body: str) -> None:
    dispatch = set_pages(
        [
            line(body, 80, column="left"),
            line("XÃ ĐÔNG KHÊ", 94, column="left", bold=True),
            line("Số: 15/NQ-HĐND", 110, column="left"),
            line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 80, 300, column="right", bold=True),
            line("Đông Khê, ngày 07 tháng 8 năm 2025", 110, 320, column="right"),
            line("NGHỊ QUYẾT", 140, 270, bold=True),
        ]
    )
    assert value(dispatch.head.issuer) == f"{body} XÃ ĐÔNG KHÊ"
    assert dispatch.head.parent_issuer is None


def test_a_team_is_named_by_the_paper_that_sent_it() -> None:
    head = head_of("""
THANH TRA TỈNH HẢI SƠN
ĐOÀN THANH TRA THEO QUYẾT ĐỊNH
SỐ 77/QĐ-TTr
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Đông Khê, ngày 07 tháng 8 năm 2019
BÁO CÁO
Kết quả thanh tra
""")
    assert head.doc_number is None
    assert value(head.parent_issuer) == "THANH TRA TỈNH HẢI SƠN"
    assert value(head.issuer) == "ĐOÀN THANH TRA THEO QUYẾT ĐỊNH SỐ 77/QĐ-TTr"


def test_lists_on_one_line() -> None:
    head = head_of("""
SỞ NỘI VỤ
Số: 5/SNV-VP
Đông Khê, ngày 07 tháng 8 năm 2019
Kính gửi: - Sở Y tế; - Ủy ban nhân dân các xã.
""")
    assert [field.value for field in head.addressees] == ["Sở Y tế", "Ủy ban nhân dân các xã"]
    foot = plain(LETTER + "Nơi nhận: - Như trên; - Lưu: VT.\n\nGIÁM ĐỐC\n\nÔng Thị Mẫu\n").head
    assert [field.value for field in foot.copies] == ["Như trên", "Lưu: VT"]
    assert value(foot.signer_name) == "Ông Thị Mẫu"  # a family, and no word of address


def test_the_kind_of_findings_is_of_the_type() -> None:
    head = head_of("""
SỞ NỘI VỤ
Số: 5/KL-SNV
Đông Khê, ngày 07 tháng 8 năm 2019
KẾT LUẬN THANH TRA
Việc quản lý tài sản tại Trường Mẫu
""")
    assert value(head.subject) == "Việc quản lý tài sản tại Trường Mẫu"


def test_a_word_for_any_body_opens_the_name_below_it() -> None:
    assert issuers("VĂN PHÒNG\nĐOÀN ĐBQH VÀ HĐND TỈNH HẢI SƠN") == (
        None, "VĂN PHÒNG ĐOÀN ĐBQH VÀ HĐND TỈNH HẢI SƠN",
    )  # fmt: skip
    assert issuers("ỦY BAN TRUNG ƯƠNG\nMẶT TRẬN TỔ QUỐC VIỆT NAM\nBAN THƯỜNG TRỰC") == (
        "ỦY BAN TRUNG ƯƠNG MẶT TRẬN TỔ QUỐC VIỆT NAM", "BAN THƯỜNG TRỰC",
    )  # fmt: skip
    assert issuers("UBND TỈNH HẢI SƠN\nVĂN PHÒNG") == ("UBND TỈNH HẢI SƠN", "VĂN PHÒNG")


def test_the_government_ends_the_name_above_it() -> None:
    assert issuers("BAN TỔ CHỨC - CÁN BỘ\nCHÍNH PHỦ") == (None, "BAN TỔ CHỨC - CÁN BỘ CHÍNH PHỦ")
    assert issuers("CHÍNH PHỦ") == (None, "CHÍNH PHỦ")


def test_a_name_in_english_is_no_part_of_the_issuer() -> None:
    name = "CÔNG TY CỔ PHẦN ĐẦU TƯ SAO MAI"
    assert issuers(f"{name}\nSAO MAI INVESTMENT JSC") == (None, name)
    own = "CÔNG TY TNHH\nSUNRISE CORPORATION"  # its only name
    assert issuers(own) == (None, own.replace("\n", " "))


def test_an_office_of_education_is_a_body_below_its_province() -> None:
    assert issuers("UBND TỈNH HẢI SƠN\nSỞ GIÁO DỤC - ĐÀO TẠO") == (
        "UBND TỈNH HẢI SƠN", "SỞ GIÁO DỤC - ĐÀO TẠO",
    )  # fmt: skip
