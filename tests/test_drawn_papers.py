"""What papers drawn from a seed brought to light, each as a small paper of its own."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from pipeline.document import process
from pipeline.model import Source
from tests.test_fresh_papers import RULES, STATE, posts, report, tables


def listed(lines: str) -> list[dict[str, Any]]:
    return tables(
        f"CÔNG TY CỔ PHẦN HẢI VÂN\n{STATE}Số: 37/QĐ-HV\nTân Hải, ngày 12 tháng 7 năm 2022\n\n"
        "QUYẾT ĐỊNH\nVề việc khen thưởng năm 2021\n\nGIÁM ĐỐC CÔNG TY\n\nQUYẾT ĐỊNH:\n\n"
        f"Điều 1. Tặng Giấy khen cho các tập thể, cá nhân năm 2021, gồm:\n{lines}\n"
        "Điều 2. Phòng Tổ chức chịu trách nhiệm thi hành./.\n"
    )["awardees"]


def test_a_bulleted_unit_over_numbered_people_is_their_workplace() -> None:
    rows = listed("* Xí nghiệp Than Tây\n1. Ông Đỗ Bá Lộc, Quản đốc;\n* Xí nghiệp Cơ khí\n"
                  "2. Ông K' Brèo, Thợ lò;\n3. Bà Lê Thị Na, Thủ kho.")  # fmt: skip
    assert posts(rows) == [
        ("Đỗ Bá Lộc", "Quản đốc", "Xí nghiệp Than Tây"),
        ("K' Brèo", "Thợ lò", "Xí nghiệp Cơ khí"),
        ("Lê Thị Na", "Thủ kho", "Xí nghiệp Cơ khí"),
    ]


def test_the_last_unit_before_a_section_is_an_entry() -> None:
    rows = listed("A. TẬP THỂ\n1. Phòng Kỹ thuật\n2. Phòng Vật tư\nB. CÁ NHÂN\n"
                  "1. Ông Đỗ Bá Lộc, Thợ lò, Xí nghiệp Than Tây\n")  # fmt: skip
    assert [row["name"] for row in rows] == ["Phòng Kỹ thuật", "Phòng Vật tư", "Đỗ Bá Lộc"]


def test_a_dash_parts_a_bare_post_from_its_unit() -> None:
    rows = listed("1. Ông Đỗ Bá Lộc - Thợ lò - Phân xưởng Đào lò 2;\n"
                  "2. Bà Lê Thị Na - Trưởng phòng Tổ chức - Hành chính.")  # fmt: skip
    assert posts(rows) == [
        ("Đỗ Bá Lộc", "Thợ lò", "Phân xưởng Đào lò 2"),
        ("Lê Thị Na", "Trưởng phòng Tổ chức - Hành chính", None),
    ]


def test_an_owner_without_a_role_word_is_sure_by_the_post_behind() -> None:
    rows = report("Tiêu biểu là giải pháp “Chống thấm mái tôn” của Võ Tuyết, Phó Giám đốc, "
                  "Xí nghiệp Than Tây, giá trị làm lợi 62 triệu đồng.")["awardees"]  # fmt: skip
    assert posts(rows) == [("Võ Tuyết", "Phó Giám đốc", "Xí nghiệp Than Tây")]


def test_a_sentence_that_names_exemplary_units_is_no_section() -> None:
    rows = report("Các đơn vị tiêu biểu trong phong trào là: Trạm Y tế xã An Lạc, Trường THCS "
                  "Phú Điền.")["awardees"]  # fmt: skip
    assert [(row["name"], row["role"]) for row in rows] == [
        ("Trạm Y tế xã An Lạc", "exemplar"), ("Trường THCS Phú Điền", "exemplar"),
    ]  # fmt: skip


def test_names_in_capitals_may_hold_syllables_of_bodies() -> None:
    rows = listed("1. Ông HÀ TRƯỜNG BÚT, Thợ lò, Xí nghiệp Than Tây;\n"
                  "2. Ông Phạm Công An, Quản đốc, Xí nghiệp Than Tây.\n"
                  "Danh sách này có 02 người./.")  # fmt: skip
    assert posts(rows) == [
        ("Hà Trường Bút", "Thợ lò", "Xí nghiệp Than Tây"),
        ("Phạm Công An", "Quản đốc", "Xí nghiệp Than Tây"),
    ]


def test_a_collective_called_so_got_the_award() -> None:
    rows = report("Tập thể Phòng Kỹ thuật được Chủ tịch UBND tỉnh tặng Bằng khen.")["awardees"]
    assert [(row["name"], row["award_name"]) for row in rows] == [("Phòng Kỹ thuật", "Bằng khen")]


def test_an_organ_behind_a_dash_goes_with_the_post() -> None:
    rows = listed("1. Bà Lê Thị Na, Ủy viên Ban Thường vụ - CĐCS Trường THPT Phú Điền.")
    assert posts(rows) == [("Lê Thị Na", "Ủy viên Ban Thường vụ", "CĐCS Trường THPT Phú Điền")]


def test_an_award_whose_name_a_page_number_parts() -> None:
    rows = report("Trong năm, Chủ tịch UBND tỉnh đã xét và quyết định tặng Bằng\n\f2\nkhen cho "
                  "05 tập thể.")["figures"]  # fmt: skip
    assert [(row["value"], row["award_name"]) for row in rows] == [(5, "Bằng khen")]


@pytest.mark.parametrize(
    "giver",
    [
        "Giám đốc Trung tâm Y tế Cẩm Phong",
        "Giám đốc Sở Khoa học và Công nghệ",
        "Giám đốc Sở Văn hóa, Thể thao và Du lịch",
    ],
)
def test_the_giver_is_named_whole(giver: str) -> None:
    for sentence in (
        f"{giver} tặng Giấy khen cho 02 tập thể.", f"02 tập thể được {giver} tặng Giấy khen.",
        f"Kính đề nghị {giver} tặng Giấy khen cho 02 tập thể.",
    ):  # fmt: skip
        (figure,) = report(sentence)["figures"]
        assert (figure["conferred_by"], figure["award_name"]) == (giver, "Giấy khen")


def test_the_last_basis_may_end_with_a_comma() -> None:
    laid = tables(
        f"CÔNG TY CỔ PHẦN HẢI VÂN\n{STATE}Số: 37/TTr-HV\nTân Hải, ngày 12 tháng 7 năm 2022\n\n"
        "TỜ TRÌNH\nVề việc đề nghị khen thưởng\n\nKính gửi: Sở Công Thương\n"
        "Căn cứ Luật Thi đua, khen thưởng và các văn bản hướng dẫn thi hành của Chính phủ;\n"
        "Xét đề nghị của Trưởng phòng,\nCông ty Cổ phần Hải Vân đề nghị Sở Công Thương tặng Giấy "
        "khen cho các cá\nnhân sau:\n1. Ông Đỗ Bá Lộc, Thợ lò, Xí nghiệp Than Tây.\n"
    )
    assert [row["name"] for row in laid["awardees"]] == ["Đỗ Bá Lộc"]


def test_a_cited_document_known_by_its_year_keeps_its_issuer() -> None:
    rows = report("Thực hiện Quyết định số 12/QĐ-BNV năm 2019 của Bộ Nội vụ về việc khen thưởng.")
    assert [(r["cited_number"], r["cited_issuer"]) for r in rows["citations"]] == [
        ("12/QĐ-BNV", "Bộ Nội vụ")
    ]


def test_an_unnumbered_unit_over_numbered_people_is_their_workplace() -> None:
    rows = listed("Xí nghiệp Than Tây:\n\n1. Ông Đỗ Bá Lộc, Quản đốc;\n\nXí nghiệp Cơ khí\n\n"
                  "2. Bà Lê Thị Na, Thủ kho.")  # fmt: skip
    assert posts(rows) == [
        ("Đỗ Bá Lộc", "Quản đốc", "Xí nghiệp Than Tây"),
        ("Lê Thị Na", "Thủ kho", "Xí nghiệp Cơ khí"),
    ]


@pytest.mark.parametrize(
    ("printed", "award"),
    [
        ("tặng Băng khen", "Bằng khen"), ("tặng Giây khen", "Giấy khen"),
        ("công nhận danh hiệu Chiến sỹ thỉ đua cơ sở", "Chiến sĩ thi đua cơ sở"),
    ],
)  # fmt: skip
def test_misread_award_names_are_known(printed: str, award: str) -> None:
    (figure,) = report(f"Chủ tịch UBND huyện {printed} cho 05 cá nhân.")["figures"]
    assert (figure["award_name"], figure["quote"]) == (award, "05 cá nhân")


def test_a_phrase_of_the_letters_of_an_award_word_is_none() -> None:
    (figure,) = report("Nếu đủ điều kiện thì đưa 05 cá nhân đi học.")["figures"]
    assert figure["award_name"] is None


def test_a_full_line_goes_on_behind_the_page_break() -> None:
    lines = (
        "Trong những năm qua, phong trào thi đua được triển khai sâu rộng ở các\n"
        "đơn vị. Nhiều gương tiêu biểu như: ông Đỗ Bá Lộc, Phó Quản đốc,\n\n"
        "\f2\n\nXí nghiệp Than Tây; bà Lê Thị Na, Thủ kho, Xí nghiệp Cơ khí."
    )
    rows = report(lines)
    assert posts(rows["awardees"]) == [
        ("Đỗ Bá Lộc", "Phó Quản đốc", "Xí nghiệp Than Tây"),
        ("Lê Thị Na", "Thủ kho", "Xí nghiệp Cơ khí"),
    ]


def test_a_unit_whose_number_a_scan_lost_is_an_entry() -> None:
    rows = listed("I. TẬP THỂ\n1. Phòng Kỹ thuật;\nPhòng Vật tư;\n3. Phòng An toàn;")
    assert [row["name"] for row in rows] == ["Phòng Kỹ thuật", "Phòng Vật tư", "Phòng An toàn"]


def test_an_article_that_takes_up_the_title_is_no_copy_of_it() -> None:
    title = (
        "tặng Giấy khen của Hiệu trưởng Trường Tiểu học Phú Điền cho các\n"
        "tập thể, cá nhân đã có thành tích xuất sắc trong phong trào “Xanh -\n"
        "Sạch - Đẹp, bảo đảm an toàn vệ sinh lao động” năm 2012"
    )
    paper = (
        f"TRƯỜNG TIỂU HỌC PHÚ ĐIỀN\n{STATE}Số: 20/QĐ-TH\nTân Hải, ngày 12 tháng 7 năm 2012\n\n"
        f"QUYẾT ĐỊNH\nVề việc {title}\n\nCăn cứ Luật Thi đua, khen thưởng;\n\nQUYẾT ĐỊNH:\n\n"
        f"Điều 1. Tặng Giấy{title[9:]} (có danh sách kèm theo).\n\nHIỆU TRƯỞNG\n\nĐỗ Bá Lộc\n"
    )
    data = paper.encode()
    source = Source("paper.txt", hashlib.sha256(data).hexdigest(), len(data), "text/plain")
    (row,) = process(data, source, RULES).tables["documents"]
    assert str(row["subject"]).endswith("vệ sinh lao động” năm 2012")


def test_a_dash_that_a_full_line_put_first_opens_no_item() -> None:
    rows = report(
        "Trong những năm qua, phong trào thi đua được triển khai sâu rộng ở các\n"
        "đơn vị, doanh nghiệp. Nhiều gương tiêu biểu như: ông Đỗ Bá Lộc Thành\n"
        "- Quản đốc, Xí nghiệp Than Tây."
    )
    assert posts(rows["awardees"]) == [("Đỗ Bá Lộc Thành", "Quản đốc", "Xí nghiệp Than Tây")]


def test_a_heading_in_capitals_below_an_open_list_is_nobody() -> None:
    rows = listed("1. Ông Đỗ Bá Lộc, Quản đốc, Xí nghiệp Than Tây.\nII. ĐÁNH GIÁ CHUNG")
    assert [row["name"] for row in rows] == ["Đỗ Bá Lộc"]


def test_an_amount_whose_unit_was_left_over_for_the_next_line() -> None:
    rows = report(
        "Nhiều giải pháp của đoàn viên, người lao động được áp dụng vào sản xuất,\n"
        "tiêu biểu là giải pháp cải tiến máy nghiền, số tiền làm lợi 7.000.000\nVNĐ."
    )
    assert [(f["value"], f["unit"]) for f in rows["figures"]] == [(7_000_000, "vnd")]


def test_the_last_unit_before_a_closing_sentence_is_an_entry() -> None:
    rows = listed("I. TẬP THỂ\n\n1. Phòng Kỹ thuật\n\n2. Phòng Vật tư\n\n"
                  "Danh sách này có 02 tập thể./.")  # fmt: skip
    assert [row["name"] for row in rows] == ["Phòng Kỹ thuật", "Phòng Vật tư"]


def test_an_article_names_its_awardee_behind_a_long_giver() -> None:
    rows = tables(
        f"CÔNG TY CỔ PHẦN HẢI VÂN\n{STATE}Số: 37/QĐ-HV\nTân Hải, ngày 12 tháng 7 năm 2022\n\n"
        "QUYẾT ĐỊNH\nVề việc khen thưởng\n\nGIÁM ĐỐC\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Tặng Giấy khen "
        "của Giám đốc Công ty TNHH một thành viên Đường sắt An Trạch cho Bà Lê Thị Na - Kỹ sư, "
        "Đội Vận hành 2 đã có thành tích xuất sắc năm 2021.\n"
    )["awardees"]
    assert posts(rows) == [("Lê Thị Na", "Kỹ sư", "Đội Vận hành 2")]


def test_a_share_in_brackets_is_no_part_without_its_noun() -> None:
    rows = report("Đến nay 77/99 công đoàn cơ sở đã ký giao ước thi đua (đạt 77,8%).")["figures"]
    assert [(row["value"], row["unit"]) for row in rows] == [(77, "count"), (77.8, "percent")]
