"""Awards as newspapers and portals tell them: stops without blanks, names before awards."""

from __future__ import annotations

import pytest

from tests.award_papers import awarded, given


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Chủ tịch nước đã trao tặng ông Lê Văn Khế - giám đốc Sở Y tế và bà Vũ Thị Na - phó "
            "giám đốc Sở Xây dựng - Huân chương Lao động hạng Ba.",
            ["Lê Văn Khế", "Vũ Thị Na"],
        ),
        ("UBND xã tặng liệt sĩ Lê Văn Khế Giấy khen.", ["Lê Văn Khế"]),
        (
            "UBND xã trao ông Lê Văn Khế Bằng khen và tặng bà Vũ Thị Na Giấy khen.",
            ["Lê Văn Khế", "Vũ Thị Na"],
        ),
        ("UBND xã tặng quà ông Lê Văn Khế trước khi trao Giấy khen.", []),
        ("UBND xã tặng giấy khen và thưởng em Lê Văn Khế đã cứu bạn.", ["Lê Văn Khế"]),
        (
            "Tỉnh đoàn trao Giải thưởng Lý Tự Trọng cho 100 cán bộ. Huyện có 2 người nhận được "
            "giải thưởng này, gồm: chị Lê Thị Khế, Bí thư Đoàn xã Mận và anh Vũ Văn Na, giáo viên.",
            ["Lê Thị Khế", "Vũ Văn Na"],
        ),
    ],
)  # fmt: skip
def test_names_between_the_verb_and_the_award_or_behind_it(words: str, names: list[str]) -> None:
    assert [row["name"] for row in awarded(words)] == names


def test_a_stop_without_a_blank_ends_a_name_and_a_unit() -> None:
    assert given(
        "Sở Y tế tặng Giấy khen cho em Vũ Thị Na, Trường THCS Mận.Tỉnh đoàn cũng đang lập hồ sơ."
    ) == [("Vũ Thị Na", "Trường THCS Mận", "Giấy khen")]


def test_posts_told_as_those_of_today() -> None:
    rows = awarded(
        "UBND tỉnh tặng Bằng khen cho 2 người gồm: ông Lê Văn Khế, hiện là Giám đốc Sở Y tế; bà Vũ "
        "Thị Na, nguyên Chánh Thanh tra Sở Nội vụ."
    )
    assert [(a["name"], a["position"], a["workplace"]) for a in rows] == [
        ("Lê Văn Khế", "Giám đốc", "Sở Y tế"),
        ("Vũ Thị Na", "nguyên Chánh Thanh tra", "Sở Nội vụ"),
    ]


def test_the_giver_before_a_danh_hieu_in_capitals_and_before_this_time() -> None:
    rows = awarded(
        "Chủ tịch UBND tỉnh tặng Danh hiệu Tập thể Lao động xuất sắc cho Phòng Nội vụ huyện Mận.\n"
        "\nSở Y tế là đơn vị nhận Cờ thi đua của Thủ tướng Chính phủ đợt này.\n"
    )
    assert [a["conferred_by"] for a in rows] == ["Chủ tịch UBND tỉnh", "Thủ tướng Chính phủ"]


def test_a_city_in_brackets_is_where_a_body_is() -> None:
    assert given(
        "UBND tỉnh tặng Bằng khen cho: Trường Tiểu học Mận (TP Hà Nội); Công ty Mơ (Huế)."
    ) == [("Trường Tiểu học Mận", "TP Hà Nội", "Bằng khen"), ("Công ty Mơ", "Huế", "Bằng khen")]


def test_a_decision_that_sets_up_a_council_gave_nobody_the_title() -> None:
    (row,) = awarded(
        "Sở đã tặng Giấy khen cho ông Lê Văn Khế.\n\nThực hiện Quyết định số 8/QĐ-SYT ngày "
        "6/1/2017 của Sở Y tế về việc thành lập Hội đồng xét tặng Giấy khen, các khoa gửi hồ sơ.\n"
    )
    assert row["decision"] is None


def test_the_year_is_that_of_the_title_cited_or_of_the_line_below_the_list() -> None:
    (row,) = awarded(
        "Theo Quyết định số 16/QĐ-UBND ngày 21/5/2020 của UBND tỉnh về việc khen thưởng thành tích "
        "năm 2019, Chủ tịch UBND tỉnh tặng Bằng khen cho ông Lê Văn Khế.\n"
    )
    assert row["year"] == 2019
    listed = awarded(
        "QUYẾT ĐỊNH\nVề việc tặng Giấy khen\n\nGIÁM ĐỐC SỞ Y TẾ\n\nQUYẾT ĐỊNH:\nĐiều 1. Tặng Giấy "
        "khen của Giám đốc Sở Y tế cho:\n1. Công ty Mận, Tổng Công ty Mơ;\n2. Công ty Khế, Tổng "
        "Công ty Mơ,\nĐã hoàn thành xuất sắc nhiệm vụ năm 2023.\nĐiều 2. Các đơn vị thi hành.\n"
    )
    assert [(a["workplace"], a["year"]) for a in listed] == [("Tổng Công ty Mơ", 2023)] * 2


def test_a_photograph_stops_no_list_and_gives_nobody_an_award() -> None:
    page = (
        "Bộ trưởng đề nghị Thủ tướng Chính phủ tặng Bằng khen cho 4 tập thể gồm: Vụ Mận, Bộ Mơ; "
        "Vụ Khế, Bộ Mơ.\n\nBộ trưởng trao Bằng khen tặng các tập thể năm 2022. (Ảnh minh hoạ)\n\n"
        "Vụ Na, Bộ Mơ; Vụ Tổ chức cán bộ, Bộ Mơ.\n"
    )
    assert {row["role"] for row in awarded(page)} == {"nominee"}
    page = (
        "Thủ tướng Chính phủ tặng Bằng khen cho 2 tập thể của tỉnh.\n\nSở Y tế là một trong 2 đơn "
        "vị nhận Bằng khen. Trong ảnh: Trực chốt.\n\n2 tập thể này gồm: Báo Mận; Sở Y tế.\n"
    )
    assert "Báo Mận" in {row["name"] for row in awarded(page)}


def test_medals_won_are_told_in_brackets_behind_those_given_another_award() -> None:
    assert given(
        "Sở tặng Giấy khen cho 3 vận động viên: Lê Văn Khế (giành 5 huy chương vàng); Vũ Thị Na (4 "
        "huy chương vàng); Hồ Thị Lựu (TP. Mận)."
    ) == [
        ("Lê Văn Khế", None, "Giấy khen"), ("Vũ Thị Na", None, "Giấy khen"),
        ("Hồ Thị Lựu", "TP. Mận", "Giấy khen"),
    ]  # fmt: skip


def test_those_proposed_as_the_best_are_no_examples() -> None:
    assert awarded("4 cá nhân tiêu biểu được đề xuất Huân chương gồm: Lê Văn Khế, Vũ Thị Na.") == []


def test_new_holders_of_a_title() -> None:
    assert [row["name"] for row in awarded("22 NSND mới là: Lê Văn Khế, Vũ Văn Na (Na Khế).")] == [
        "Lê Văn Khế", "Vũ Văn Na",
    ]  # fmt: skip


def test_a_row_that_an_unknown_body_breaks_off_is_kept_and_doubted() -> None:
    top = "UBND tỉnh tặng Bằng khen cho 4 đơn vị.\n\n"
    page = (
        top + "Các đơn vị này gồm: Sở Y tế, Trường Quân chính (QK3), Cục Mận, Kho khí tài (QK3).\n"
    )
    rows = awarded(page)
    assert [row["name"] for row in rows] == ["Sở Y tế", "Trường Quân chính", "Cục Mận"]
    assert {row["confidence"] for row in rows} == {0.8}
    assert awarded(top + "Dự họp gồm: Sở Y tế, Sở Nội vụ, Cục Mận, Kho khí tài (QK3).\n") == []


def test_a_counted_title_of_a_level() -> None:
    rows = awarded("Trường có 02 giáo viên giỏi cấp cơ sở: cô Lê Thị Khế (Ngữ văn), cô Vũ Thị Na.")
    assert [row["name"] for row in rows] == ["Lê Thị Khế", "Vũ Thị Na"]
