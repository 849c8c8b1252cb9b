"""Heads and feet that copying from a law site or a printed file broke or ran together."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.document import process
from pipeline.model import Source
from tests.figure_papers import rules
from tests.layout_pages import LETTER, foot_of, head_of, plain, value

LAW_SITE = """Thông tư 21-NT/TT năm 1961 về việc cấp phiếu do Bộ Nội thương ban hành
Số hiệu: | 21-NT/TT | Loại văn bản: | Thông tư |
Nơi ban hành: | Bộ Nội thương | Người ký: | Lê Văn Mẫu |
BỘ
NỘI THƯƠNG |
VIỆT
NAM DÂN CHỦ CỘNG HÒA |
Số: 21-NT/TT |
Hà
Nội, ngày 10 tháng 8 năm 1961 |
Kính gửi:
|
Các Sở, các Ty thương nghiệp, |
Nền kinh tế phát triển với một tốc độ nhanh, yêu cầu sử dụng hàng hóa ngày càng nhiều hơn trước.
"""


def test_a_broken_name_of_the_state_below_attributes_opens_the_head() -> None:
    head = plain(LAW_SITE).head
    assert value(head.issuer) == "BỘ NỘI THƯƠNG"
    assert value(head.doc_number) == "21-NT/TT"
    assert value(head.place) == "Hà Nội"
    assert head.issued_on == dt.date(1961, 8, 10)
    assert head.doc_type == "TT"


def test_a_type_that_stands_last_is_no_letter() -> None:
    text = (
        "BỘ NỘI THƯƠNG | VIỆT NAM DÂN CHỦ CỘNG HÒA |\n"
        "Số: 6-NT/TT | Hà Nội, ngày 2 tháng 3 năm 1975 |\n"
    )
    assert (
        plain(text + "Thi hành Nghị định số 97-CP ngày 2 tháng 5 năm 1974.\n").head.doc_type == "TT"
    )
    letter = "Số: 6-NT/TT\nĐông Khê, ngày 2 tháng 3 năm 1975\nV/v cấp phiếu\n\nKính gửi: Sở Mẫu\n"
    assert plain(f"BỘ NỘI THƯƠNG\n{letter}").head.doc_type == "CV"


@pytest.mark.parametrize("mark", ["Trang 1", "(1)"])
def test_a_page_mark_before_the_body_is_no_part_of_it(mark: str) -> None:
    head = plain(
        f"""{mark}THỦ TƯỚNG
CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 1234/QĐ-TTg Hà Nội, ngày 20 tháng 06 năm 2012

QUYẾT ĐỊNH
Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;
"""
    ).head
    assert value(head.issuer) == "THỦ TƯỚNG CHÍNH PHỦ"


def test_the_state_with_its_motto_behind_a_dash_opens_the_head_below_a_long_summary() -> None:
    summary = "Hợp đồng bao gồm các nội dung chính sau: tên, địa chỉ của khách hàng; số chứng từ; "
    head = plain(
        summary * 3
        + """
(1)NGÂN HÀNG MẪU VIỆT NAM
-CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự - Hạnh phúc
-Số: 04/2013/TT-NHM Hà Nội, ngày 01 tháng 03 năm 2013
THÔNG TƯ
QUY ĐỊNH VỀ CHO VAY
Căn Luật Ngân hàng số 46/2010/QH12;
"""
    ).head
    assert value(head.issuer) == "NGÂN HÀNG MẪU VIỆT NAM"
    assert value(head.doc_number) == "04/2013/TT-NHM"


@pytest.mark.parametrize(
    ("stack", "authority", "title"),
    [
        ("KT THỦ TƯỚNG PHÓ THỦ TƯỚNG", "KT THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"),
        ("KT. BỘ TRƯỞNG THỨ TRƯỞNG", "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH",
         "PHÓ CHỦ TỊCH"),
        ("KT.\nTHỦ TƯỚNG |\nPHÓ THỦ TƯỚNG |", "KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"),
        ("KT. CHỦ TỊCH", "KT. CHỦ TỊCH", None),
    ],
)  # fmt: skip
def test_lines_of_a_foot_are_put_back(stack: str, authority: str, title: str | None) -> None:
    copies = "Nơi nhận:\n- Như trên;\n- Lưu: VT, TH (5b). |\n"
    head = plain(f"{LETTER}{copies}{stack}\nTrần Văn Mẫu").head
    assert foot_of(head) == (authority, title, "Trần Văn Mẫu")
    assert [copy.value for copy in head.copies] == ["Như trên", "Lưu: VT, TH (5b)"]


def test_a_name_that_ran_into_the_post_signs() -> None:
    head = plain(f"{LETTER}KT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆMTrần Văn Mẫu").head
    assert foot_of(head) == ("KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM", "Trần Văn Mẫu")


def test_number_and_day_alone_below_the_type_are_no_subject() -> None:
    head = head_of(
        "CHỦ TỊCH CHÍNH PHỦ LÂM THỜI VIỆT NAM DÂN CHỦ CỘNG HOÀ\nSố: 62\n"
        "Hà Nội, ngày 20 tháng 11 năm 1945\n\nSẮC LỆNH\n\nSố 62 ngày 20 tháng 11 năm 1945\n\n"
        "CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HOÀ\n\nChiểu theo lời đề nghị;\n"
    )
    assert head.subject is None


def test_who_decides_behind_the_type_is_no_subject() -> None:
    head = head_of(
        "BỘ CANH NÔNG\nSố: 24/CN-NĐ\nHà Nội, ngày 27 tháng 3 năm 1950\n\n"
        "NGHỊ ĐỊNH BỘ TRƯỞNG BỘ CANH NÔNG\n\nTổ chức các cơ quan địa phương\n\n"
        "BỘ TRƯỞNG BỘ CANH NÔNG\n\nChiểu sắc lệnh số 226/SL ngày 28/11/1946;\n"
    )
    assert value(head.subject) == "Tổ chức các cơ quan địa phương"


def test_addressees_below_each_other_end_in_any_sign() -> None:
    head = head_of(
        "THÔNG TƯ\nCỦA BỘ CANH NÔNG SỐ 15-CN/TT NGÀY 10 THÁNG 8 NĂM 1961\nHƯỚNG DẪN GIEO TRỒNG\n"
        "BỘ TRƯỞNG BỘ CANH NÔNG\nKính gửi: Các Bộ, các ngành ở Trung ương,\n"
        "Các Uỷ ban hành chính khu, tỉnh;\nCác Sở, Ty, Phòng Canh nông.\nNay Bộ ra thông tư này.\n"
    )
    assert value(head.subject) == "HƯỚNG DẪN GIEO TRỒNG"
    assert [each.value for each in head.addressees] == [
        "Các Bộ, các ngành ở Trung ương", "Các Uỷ ban hành chính khu, tỉnh",
        "Các Sở, Ty, Phòng Canh nông",
    ]  # fmt: skip


def test_the_motto_is_no_addressee() -> None:
    head = plain("Số: 12/SNV\nKính gửi:\n\nĐộc lập - Tự do - Hạnh phúc\n- Sở Y tế\n").head
    assert not any("Độc lập" in each.value for each in head.addressees)


LETTER_HEAD = "SỞ MẪU\nSố: 1025/SM-ĐT\n{about}\n\nĐông Khê, ngày 14 tháng 3 năm 2009\n\nKính gửi:\n"


def test_the_subject_of_a_letter_may_open_with_about() -> None:
    about = "Về thúc đẩy đầu tư của các công ty\nra nước ngoài"
    head = head_of(LETTER_HEAD.format(about=about) + "\n- Sở Y tế;\n- Sở Nội vụ.\n\nBODY\n")
    assert value(head.subject) == "Về thúc đẩy đầu tư của các công ty ra nước ngoài"


def test_the_body_and_short_for_about_below_the_type_are_no_subject() -> None:
    head = head_of(
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÔNG KHÊ\nSố:\n120/2003/QĐ-UB\n"
        "Đông Khê, ngày 17 tháng 7 năm 2003\n"
        "QUYẾT ĐỊNH\nCỦA ỦY BAN NHÂN DÂN THÀNH PHỐ V/V PHÊ DUYỆT QUY HOẠCH\nĐẾN NĂM 2010\n"
        "ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÔNG KHÊ\nCăn cứ Luật Mẫu;\n"
    )
    assert value(head.subject) == "PHÊ DUYỆT QUY HOẠCH ĐẾN NĂM 2010"


def test_an_assembly_names_its_day_alone_in_the_title() -> None:
    head = plain(
        "NGHỊ QUYẾT\n\nCỦA QUỐC HỘI NƯỚC VIỆT NAM DÂN CHỦ CỘNG HOÀ NGÀY 9 THÁNG 2 NĂM 1974 "
        "THÔNG QUA KẾ HOẠCH NHÀ NƯỚC\n\nQUỐC HỘI NƯỚC VIỆT NAM DÂN CHỦ CỘNG HOÀ\n\n"
        "Sau khi nghe báo cáo của Chính phủ.\n\nQUYẾT NGHỊ:\n\n1- Tán thành.\n\n"
        "Trường Mẫu\n\n(Đã ký)"
    ).head
    assert (head.genre, head.doc_type, head.doc_number) == ("dispatch", "NQ", None)
    assert head.issued_on == dt.date(1974, 2, 9)
    assert value(head.subject) == "THÔNG QUA KẾ HOẠCH NHÀ NƯỚC"
    assert value(head.signer_name) == "Trường Mẫu"


def test_the_standing_committee_of_the_assembly_issues_in_its_own_name() -> None:
    head = head_of(
        "NGHỊ QUYẾT SỐ 439 NQ/TVQH NGÀY 26-4-1974\nCỦA UỶ BAN THƯỜNG VỤ QUỐC HỘI\n"
        "VỀ VIỆC BỔ NHIỆM CÁN BỘ\n\nUỶ BAN THƯỜNG VỤ QUỐC HỘI\nNƯỚC VIỆT NAM DÂN CHỦ CỘNG HÒA\n\n"
        "Căn cứ Hiến pháp;\n"
    )
    assert value(head.issuer) == "UỶ BAN THƯỜNG VỤ QUỐC HỘI"
    assert value(head.subject) == "BỔ NHIỆM CÁN BỘ"


def test_a_subject_goes_on_to_the_end_of_its_quotation() -> None:
    head = head_of(
        "SỞ MẪU\n\nSố: 46/QĐ-SM\n\nĐông Khê, ngày 11 tháng 11 năm 1995\n\nQUYẾT ĐỊNH\n\n"
        'BAN HÀNH "QUY CHẾ BẢO MẬT\n\nCỦA NGÀNH"\n\nGIÁM ĐỐC SỞ MẪU\n\nCăn cứ Luật Mẫu;\n'
    )
    assert value(head.subject) == 'BAN HÀNH "QUY CHẾ BẢO MẬT CỦA NGÀNH"'


def test_a_country_in_brackets_on_the_next_line_is_of_the_company() -> None:
    letter = "Số: 12/CT-TTHT\nV/v thuế\n\nKính gửi: Công ty TNHH Mẫu\n(Việt Nam)\n(Đ/c: số 5)\n"
    assert [each.value for each in head_of(letter).addressees] == ["Công ty TNHH Mẫu (Việt Nam)"]


def test_lost_breaks_and_headlines_of_sites_leave_one_issuer() -> None:
    body = "ỦY BAN NHÂN DÂNTHÀNH PHỐ ĐÔNG KHÊ"
    head = head_of(f"{body}\nSố: 12/UBND\nV/v báo cáo\n\nKính gửi: Sở Y tế\n")
    assert value(head.issuer) == "ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÔNG KHÊ"
    twice = head_of("SỞ MẪU\n\nSỞ MẪU\n\nSố: 12/SM\nV/v báo cáo\n\nKính gửi: Sở Y tế\n")
    assert (value(twice.issuer), twice.parent_issuer) == ("SỞ MẪU", None)


@pytest.mark.parametrize("number", ["", "12"])
def test_cells_of_a_head_between_bars_open_one_paper(number: str) -> None:
    words = (
        "Kế hoạch sản xuất vụ đông\nUỶ BAN NHÂN DÂN\n|\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|\n"
        f"XÃ GÒ MẬN\n|\nĐộc lập - Tự do - Hạnh phúc\n|\nSố: {number}/KH-UBND\n|\n"
        "Gò Mận, ngày 30 tháng 8 năm 2026\n|\nKẾ HOẠCH\nSẢN XUẤT VỤ ĐÔNG NĂM 2026\n"
        "- Ngô: toàn xã gieo trỉa được 54 ha.\n"
    )
    data = words.encode()
    rows = process(data, Source("a.txt", "0" * 64, len(data), "text/plain"), rules()).tables
    (paper,) = rows["documents"]
    assert (paper["doc_number"], paper["issuer"]) == (
        f"{number}/KH-UBND", "UỶ BAN NHÂN DÂN XÃ GÒ MẬN"
    )  # fmt: skip


def test_a_subject_stands_below_number_and_day_of_one_line() -> None:
    gap = " " * 20
    head = head_of(
        f"SỞ MẪU{gap}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"Số: 41/SM-VP{gap}Đông Khê, ngày 25 tháng 11 năm 2018\n"
        "Về cho học sinh nghỉ học\n\nKính gửi: Các trường.\n\nCăn cứ tình hình mưa bão.\n"
    )
    assert value(head.subject) == "Về cho học sinh nghỉ học"


def test_the_name_of_a_file_is_no_type() -> None:
    head = plain(
        "TB NGHI LE by 9X\n\nSỞ MẪU\nSố: 151/TB-SM\nĐông Khê, ngày 20 tháng 3 năm 2012\n\n"
        "THÔNG BÁO\nVề việc treo cờ\n\nKính gửi: Các trường.\n"
    ).head
    assert value(head.subject) == "treo cờ"


def test_an_assembly_may_name_its_session_in_the_title() -> None:
    head = head_of(
        "NGHỊ QUYẾT\n\nCỦA QUỐC HỘI NƯỚC CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM KHÓA VII KỲ HỌP THỨ 5 "
        "NGÀY 30 THÁNG 6 NĂM 1983 PHÊ CHUẨN VIỆC CỬ BỘ TRƯỞNG\n\nQUỐC HỘI\n\nCăn cứ Hiến pháp;\n"
    )
    assert value(head.subject) == "PHÊ CHUẨN VIỆC CỬ BỘ TRƯỞNG"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 21-LB-NM-NT-TC", "21-LB-NM-NT-TC"),
        ("số 54/TB/DM-TCHC", "54/TB/DM-TCHC"),
    ],
)
def test_odd_numbers_are_kept_as_printed(line: str, number: str) -> None:
    head = plain(f"TRƯỜNG MẪU\n{line}\nĐông Khê, ngày 12 tháng 12 năm 1962\n\nTHÔNG BÁO\n").head
    assert value(head.doc_number) == number
    assert value(head.issuer) == "TRƯỜNG MẪU"


def test_the_first_item_of_a_page_is_the_body_that_issues() -> None:
    head = head_of(
        "1. UBND TỈNH MẪU\nSỞ Y TẾ\nSố: 12/SYT\nV/v báo cáo\n\nKính gửi: Các bệnh viện\n"
    )
    assert (value(head.parent_issuer), value(head.issuer)) == ("UBND TỈNH MẪU", "SỞ Y TẾ")


def test_a_number_below_its_label_is_read_and_no_part_of_the_body() -> None:
    head = head_of(
        "UBND\nTỈNH MẪU\nSỞ Y TẾ\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|\n"
        "Số:\n1228/THPT\n|\n"
        "Đông Khê, ngày 12 tháng 11 năm 2003\n|\nHƯỚNG DẪN\nVỀ VIỆC KHÁM BỆNH\nCăn cứ Luật Mẫu;\n"
    )
    assert value(head.doc_number) == "1228/THPT"
    assert value(head.issuer) == "SỞ Y TẾ"


def test_the_right_cell_may_part_a_blank_number_from_its_label() -> None:
    head = head_of(
        "SỞ MẪU\nSố:\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "/TTr-SM\n\n"
        "Đông Khê, ngày\n\ntháng\n\nnăm 2016\n\nTỜ TRÌNH\nVề dự thảo quy chế\nKính gửi: Sở Nội vụ\n"
    )
    assert value(head.doc_number) == "/TTr-SM"


def test_number_and_subject_or_two_cells_stand_on_one_line() -> None:
    letter = head_of("SỞ MẪU\nSố: 450/SM-TN V/v Hướng dẫn lập tờ khai.\n\nKính gửi: Sở Y tế\n")
    assert value(letter.subject) == "Hướng dẫn lập tờ khai"
    school = head_of(
        "PHÒNG GD&ĐT MẪU CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM TRƯỜNG TH GÒ MẬN 1 Độc lập - Tự do - "
        "Hạnh phúc\nSố: 14/TTr-GM1 Gò Mận, ngày 10 tháng 10 năm 2010\nTỜ TRÌNH\nVề việc công nhận\n"
    )
    assert value(school.issuer) == "TRƯỜNG TH GÒ MẬN 1"


def test_titles_of_decrees_leave_out_whose_they_are_and_break_the_office() -> None:
    decree = "CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HOÀ"
    basis = "Chiểu đề nghị của Bộ Mẫu;\n\nRA SẮC LỆNH:\n\nĐiều 1: Nay.\n\nTrần Văn Mẫu\n\n(Đã ký)\n"
    bare = plain(
        f"SẮC LỆNH\n\n{decree} SỐ 117-SL NGÀY 11 THÁNG 7 NĂM 1950\n\n{decree}\n\n{basis}"
    ).head
    assert (value(bare.doc_number), value(bare.issuer)) == ("117-SL", decree)
    broken = plain(
        f"SẮC LỆNH\n\nSỐ: 143/SL NGÀY 21 THÁNG 12 NĂM 1949\n\nCỦA {decree}\n\nCHỦ TỊCH\n\n"
        f"{decree.removeprefix('CHỦ TỊCH ')}\n\n{basis}"
    ).head
    assert value(broken.issuer) == decree


def test_units_below_their_office_are_of_the_same_copy() -> None:
    copies = "Nơi nhận:\n- Như trên;\n- VPM: các PCN;\ncác Vụ: TH, KT;\n- Lưu: VT, TH.\n"
    head = plain(f"{LETTER}{copies}KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Văn Mẫu").head
    assert [each.value for each in head.copies] == [
        "Như trên", "VPM: các PCN; các Vụ: TH, KT", "Lưu: VT, TH",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "issuer", "subject"),
    [
        ("CỦABỘ TRƯỞNG BỘ TÀI CHÍNH SỐ 38/2003/QĐ-BTCNGÀY 23 THÁNG 3 NĂM 2003VỀ VIỆC BAN HÀNH BIỂU "
         "MẪU\nBỘ TRƯỞNG BỘ TÀI CHÍNH", "BỘ TÀI CHÍNH", "BAN HÀNH BIỂU MẪU"),
        ("CỦA BỘ TÀI CHÍNH SỐ 38/2003/QĐ-BTC NGÀY23 THÁNG 3 NĂM2003 VỀVIỆC LẬP QUỸ\n"
         "BỘ TÀICHÍNH", "BỘ TÀI CHÍNH", "LẬP QUỸ"),
    ],
)  # fmt: skip
def test_a_title_that_lost_blanks(title: str, issuer: str, subject: str) -> None:
    basis = "Căn cứ Nghị định số 5/2002/NĐ-CP;\nQUYẾT ĐỊNH:\nĐiều 1."
    head = plain(f"QUYẾT ĐỊNH\n{title}\n{basis}").head
    assert (value(head.doc_number), value(head.issuer)) == ("38/2003/QĐ-BTC", issuer)
    assert (head.issued_on, value(head.subject)) == (dt.date(2003, 3, 23), subject)


def test_a_decree_that_lost_blanks_gives_no_office_as_its_subject() -> None:
    office = "CHỦTỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HOÀ"
    head = plain(
        f"SẮC LỆNH\nCỦA{office} SỐ 305NGÀY 7 THÁNG 4 NĂM 1951\n{office}\n"
        "Chiểu Sắc lệnh số 77/SL;\nRA SẮC LỆNH:\nĐiều 1. Nay đặt một ban."
    ).head
    assert (value(head.doc_number), head.issued_on) == ("305", dt.date(1951, 4, 7))
    assert head.subject is None


@pytest.mark.parametrize(
    ("cell", "sure"),
    [
        ("UỶ BAN NHÂNDÂN TỈNH BÌNHLÂM", False),
        ("DANH MỤC GIẤY TỜ", False),
        ("CHỦ TỊCH NƯỚC", True),
        ("VIETTEL BÌNH LÂM", True),
        ("ỦY BAN NHÂN DÂN", False),  # of which place is lost
        ("TÒA ÁN NHÂN DÂN", False),
        ("CÔNG TY ĐẮK NAMICO", True),
        ("SỞ NGOẠI VỤ TỈNH BÌNH LÂM", True),
    ],
)
def test_an_issuer_that_is_not_whole_is_doubtful(cell: str, sure: bool) -> None:
    head = plain(
        f"{cell}\nSố: 38/QĐ-BM\nBình Lâm, ngày 23 tháng 3 năm 1994\nQUYẾT ĐỊNH\nVề việc lập ban\n"
        "Điều 1. Lập ban."
    ).head
    assert head.issuer is not None
    assert (head.issuer.value, head.issuer.confidence >= 0.9) == (cell, sure)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Hạnh phúc Khê Lang-Tháp Mận, ngày 14 tháng 5 năm 2018", "Khê Lang-Tháp Mận"),
        ("HẠNH PHÚC\nKHÊ LANG, NGÀY 14 THÁNG 5 NĂM 2018", "KHÊ LANG"),
        ("Hạnh phúc\nVIỆT NAM DÂN CHỦ CỘNG HÒA Khê Lang, ngày 14 tháng 5 năm 2018", "Khê Lang"),
    ],
)
def test_the_place_is_whole_and_no_more(line: str, place: str) -> None:
    head = plain(
        f"SỞ MẪU\nSố: 5/QĐ-SM\nĐộc lập - Tự do - {line}\nQUYẾT ĐỊNH\nVề việc lập ban\nĐiều 1. Lập."
    ).head
    assert (value(head.place), head.issued_on) == (place, dt.date(2018, 5, 14))


def test_the_headline_of_a_contract_is_no_body() -> None:
    title = "HỢP ĐỒNG TƯ VẤN"
    head = plain(
        f"{title}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{title}\n"
        "Số: 5/2020/HĐ-TV\nHôm nay, ngày 3 tháng 1 năm 2020, chúng tôi gồm:"
    ).head
    assert (value(head.doc_number), head.issuer) == ("5/2020/HĐ-TV", None)


def test_a_body_named_with_number_and_day_where_the_type_is_lost() -> None:
    head = plain(
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 21/QĐ\nHà Nội, ngày 27 tháng 2 năm 1986\n"
        "CỦA BỘ NỘI THƯƠNG SỐ 21/QĐ NGÀY 27-2-1986 BAN HÀNH QUY CHẾ MẪU\nCăn cứ Quyết định số 5-CP;"
    ).head
    assert value(head.issuer) == "BỘ NỘI THƯƠNG"


def test_a_site_says_the_type_again_and_whether_it_is_in_force() -> None:
    head = "BỘ MẪU\nSố: 5/TT-BM\nHà Nội, ngày 5 tháng 3 năm 1999\nTHÔNG TƯ\n"
    twice = plain(f"{head}Thông tư\nHướng dẫn lập quỹ\nCăn cứ Luật Mẫu;").head
    assert value(twice.subject) == "Hướng dẫn lập quỹ"
    assert plain(f"{head}Hết hiệu lực toàn bộ\nCăn cứ Luật Mẫu;").head.subject is None


def test_who_signs_a_contract_for_one_side_is_doubtful() -> None:
    title = "HỢP ĐỒNG THI CÔNG\nSố: 5/2020/HĐ-TC\n"
    day = "Hôm nay, ngày 3 tháng 1 năm 2020, chúng tôi gồm:\nĐiều 1. Nhà xe.\n"
    name = plain(f"{title}{day}GIÁM ĐỐC\nTrần Văn Mẫu").head.signer_name
    assert name is not None
    assert name.confidence < 0.9


def test_the_secretariat_is_no_secretary() -> None:
    head = plain(f"{LETTER}TM. BAN BÍ THƯ TRUNG ƯƠNG ĐOÀN BÍ THƯ THƯỜNG TRỰC Trần Văn Mẫu").head
    assert foot_of(head) == (
        "TM. BAN BÍ THƯ TRUNG ƯƠNG ĐOÀN", "BÍ THƯ THƯỜNG TRỰC", "Trần Văn Mẫu",
    )  # fmt: skip
