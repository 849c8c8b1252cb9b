"""The sheet of a certificate (giấy khen, bằng khen): who is named on it, by whom, for when."""

from __future__ import annotations

import pytest
from award_papers import awarded, rows_of

SHEET = """
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc

    CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN GÒ MẬN

    TẶNG

    {title}

    {named}

    {merit}

    Gò Mận, ngày 10 tháng 12 năm 2020
    Quyết định số: 148/QĐ-UBND
    CHỦ TỊCH

    Trần Hữu Mít
"""
MERIT = "Đã có thành tích xuất sắc trong phong trào thi đua năm 2019."


def sheet(named: str, title: str = "GIẤY KHEN", merit: str = MERIT) -> list[dict[str, object]]:
    return awarded(SHEET.format(title=title, named=named, merit=merit))


@pytest.mark.parametrize(
    ("named", "name", "position", "workplace"),
    [
        ("Ông: Lê Văn Khế\n    Công chức Văn hóa, Ủy ban nhân dân xã Bến Ổi",
         "Lê Văn Khế", "Công chức Văn hóa", "Ủy ban nhân dân xã Bến Ổi"),
        ("BÀ LÊ THỊ NA\n    Giám đốc Sở Tư pháp tỉnh Mẫu",
         "Lê Thị Na", "Giám đốc", "Sở Tư pháp tỉnh Mẫu"),
        ("Em Lê Văn Khế\n    Học sinh lớp: 5A", "Lê Văn Khế", "Học sinh lớp 5A", None),
        ("Tập thể: Khoa Nhi, Bệnh viện Gò Mận", "Khoa Nhi", None, "Bệnh viện Gò Mận"),
    ],
)  # fmt: skip
def test_a_certificate_names_who_is_given_it(
    named: str, name: str, position: str | None, workplace: str | None
) -> None:
    [row] = sheet(named)
    assert (row["name"], row["position"], row["workplace"]) == (name, position, workplace)
    assert (row["award_name"], row["decision"], row["year"]) == ("Giấy khen", "148/QĐ-UBND", 2019)
    assert row["conferred_by"] == "Chủ tịch Ủy ban nhân dân huyện Gò Mận"


def test_a_certificate_of_a_title_gives_that_title() -> None:
    title = "Đạt danh hiệu “Chiến sĩ thi đua cơ sở” năm 2019"
    [row] = sheet("Ông Lê Văn Khế", "GIẤY CHỨNG NHẬN", title)
    assert (row["award_name"], row["year"]) == ("Chiến sĩ thi đua cơ sở", 2019)


def test_a_blank_form_of_a_certificate_names_nobody() -> None:
    assert sheet("Ông (bà): ....................\n    Chức vụ: ..........") == []


def test_a_page_without_a_merit_is_no_certificate() -> None:
    assert sheet("Ông Lê Văn Khế", merit="Mời tham dự buổi lễ.") == []


def test_the_decision_behind_a_certificate_is_cited_and_no_number_of_its_own() -> None:
    text = SHEET.format(title="BẰNG KHEN", named="Ông: Lê Văn Khế", merit=MERIT)
    tables = rows_of(text)
    assert [row["doc_number"] for row in tables["documents"]] == [None]
    assert [row["cited_number"] for row in tables["citations"]] == ["148/QĐ-UBND"]
