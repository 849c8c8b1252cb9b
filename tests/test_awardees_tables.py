"""Awardees in tables: columns by meaning, column numbers, group rows, prizes in cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from laid_out import head, with_table

from pipeline.link.awardees.link import link_awardees
from pipeline.link.awardees.tables.columns import column_roles
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "9/QĐ-SNN", "SỞ NÔNG NGHIỆP", dt.date(2022, 3, 12))
ARTICLE = (
    "Điều 1. Công nhận danh hiệu Chiến sĩ thi đua cơ sở năm 2021 cho các cá nhân (có danh "
    "sách kèm theo)."
)


def found(
    header: Sequence[str], body: Sequence[Sequence[str]], article: str = ARTICLE
) -> list[dict[str, Any]]:
    laid = with_table(
        [("list_item", article, {"label": "Điều 1."}), ("appendix", "DANH SÁCH", {"part": 1})],
        header, body, DECISION, part=1,
    )  # fmt: skip
    awardees, _ = link_awardees(laid, (), RULES)
    for a in awardees:
        assert laid.text.text[a.start : a.end].casefold().split()[-1] in a.name.casefold()
    return [{f: getattr(a, f) for f in a.__dataclass_fields__} for a in awardees]


def test_columns_give_position_and_workplace_as_printed() -> None:
    (row,) = found(
        ["TT", "Họ và tên", "Chức vụ", "Đơn vị công tác"],
        [["1", "2", "3", "4"], ["1", "Lò Văn Pọm", "Tổ Trưởng hạ tầng", "Trạm VT Sơn Hà"]],
    )
    assert (row["name"], row["position"], row["workplace"], row["ordinal"]) == (
        "Lò Văn Pọm", "Tổ Trưởng hạ tầng", "Trạm VT Sơn Hà", 1,
    )  # fmt: skip
    assert (row["award"], row["decision"], row["year"]) == ("cstd_cs", "9/QĐ-SNN", 2021)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("TÊN TẬP THẺ", "TÊN TẬP THỂ"),
        ("Họ vả tên", "Họ và tên"),
        ("Đơn vi công tác", "Đơn vị công tác"),
    ],
)
def test_headings_with_misread_marks_keep_their_role(read: str, printed: str) -> None:
    role = column_roles(["TT", printed], RULES)[1]
    assert column_roles(["TT", read], RULES)[1] == role


def test_group_rows_are_units_and_totals_are_nobody() -> None:
    assert [
        (r["name"], r["workplace"])
        for r in found(
            ["STT", "Họ và tên", "Chức vụ"],
            [["Phòng Kế hoạch"], ["1", "Vi Thị Mến", "Chuyên viên"], ["Trạm Thú y huyện B"],
             ["2", "Y Thiêm Êban", "Nhân viên"], ["Tổng cộng", "02", ""]],
        )
    ] == [("Vi Thị Mến", "Phòng Kế hoạch"), ("Y Thiêm Êban", "Trạm Thú y huyện B")]  # fmt: skip


def test_prizes_stand_in_their_own_column() -> None:
    assert [
        (r["name"], r["kind"], r["award_name"])
        for r in found(
            ["Xếp hạng", "Tên đội", "Giải thưởng"],
            [["1", "VNPT Sơn Hà", "Giải Nhất"], ["2", "Đội Mai Khê", "Nhì"]],
            "Điều 1. Thưởng cho 1 đội đạt giải nhất, 1 đội đạt giải nhì (có danh sách kèm theo).",
        )
    ] == [("VNPT Sơn Hà", "collective", "Giải Nhất"), ("Đội Mai Khê", "collective", "Giải Nhì")]


def test_one_column_may_hold_name_post_and_unit() -> None:
    rows = found(
        ["TT", "Tập thể, cá nhân"],
        [["I", "Tập thể"], ["1.", "Phòng Vật tư, Điện lực B"], ["II", "Cá nhân"],
         ["1.", "Đại tá Lê Văn Mạc - Chính ủy Bộ đội Biên phòng tỉnh B"]],
    )  # fmt: skip
    assert [
        (r["name"], r["kind"], r["position"], r["workplace"], r["honorific"]) for r in rows
    ] == [
        ("Phòng Vật tư", "collective", None, "Điện lực B", None),
        ("Lê Văn Mạc", "person", "Chính ủy", "Bộ đội Biên phòng tỉnh B", "Đại tá"),
    ]


def test_initiatives_of_a_column_belong_to_the_row() -> None:
    laid = with_table(
        [("appendix", "DANH SÁCH sáng kiến được công nhận", {"part": 1})],
        ["TT", "Tên sáng kiến", "Tác giả", "Đơn vị"],
        [["1", "Cải tiến lò sấy chè hai tầng", "Vàng Seo Giả", "HTX Chè Sơn Hà"]],
        DECISION, part=1,
    )  # fmt: skip
    awardees, initiatives = link_awardees(laid, (), RULES)
    assert [(a.name, a.role, a.workplace, a.initiative_key) for a in awardees] == [
        ("Vàng Seo Giả", "author", "HTX Chè Sơn Hà", initiatives[0].key)
    ]
    assert initiatives[0].authors == ("Vàng Seo Giả",)


def test_a_table_without_an_award_names_no_awardees() -> None:
    laid = with_table(
        [("appendix", "DANH SÁCH đại biểu dự hội nghị", {"part": 1})],
        ["TT", "Họ và tên", "Chức vụ"], [["1", "Lò Văn Pọm", "Trưởng phòng"]],
        head("KH", "3/KH-SNN", "SỞ NÔNG NGHIỆP"), part=1,
    )  # fmt: skip
    assert link_awardees(laid, (), RULES) == ((), ())


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        (["TT", "TÊN TẬP THỂ"], {0: "ordinal", 1: "collective"}),
        (["STT", "Họ và tên", "Chức vụ, đơn vị công tác", "Ghi chú"],
         {0: "ordinal", 1: "person", 2: "apposition", 3: "other"}),
        (["Số TT", "Tên đơn vị"], {0: "ordinal", 1: "unit"}),
        (["TT", "Họ tên", "Đơn vị"], {0: "ordinal", 1: "person", 2: "workplace"}),
    ],
)  # fmt: skip
def test_headings_are_read_by_meaning(header: list[str], roles: dict[int, str]) -> None:
    assert column_roles(header, RULES) == roles


LISTED = [
    ["1", "Lê Thị Khế", "Xưởng Mộc", "2 lần"],
    ["2", "Vũ Văn Mít", "Xưởng Mộc", "3 lần"],
    ["3", "Y Bham Niê", "Phòng Vật tư", "1 lần"],
]


def test_a_column_of_names_is_known_by_its_cells_where_its_heading_tells_nothing() -> None:
    rows = found(["TT", "Ai được khen", "Đơn vị", "Số lần"], LISTED)
    assert [(row["name"], row["workplace"]) for row in rows] == [
        ("Lê Thị Khế", "Xưởng Mộc"), ("Vũ Văn Mít", "Xưởng Mộc"), ("Y Bham Niê", "Phòng Vật tư"),
    ]  # fmt: skip
    assert all(row["confidence"] < 0.9 for row in rows)


def test_such_a_column_may_name_bodies_too() -> None:
    rows = found(["TT", "Ai được khen", "Số lần"], [
        ["1", "Phòng Vật tư", "4 lần"], ["2", "Lê Thị Khế", "2 lần"], ["3", "Vũ Văn Mít", "3 lần"],
    ])  # fmt: skip
    assert [(row["name"], row["kind"]) for row in rows] == [
        ("Phòng Vật tư", "collective"), ("Lê Thị Khế", "person"), ("Vũ Văn Mít", "person"),
    ]  # fmt: skip


def test_names_in_a_table_without_an_award_are_nobodys() -> None:
    assert found(["TT", "Ai trực", "Đơn vị", "Số lần"], LISTED, "Điều 1. Ban hành lịch trực.") == []


def test_awards_of_the_rows_are_given_by_a_decision_whose_subject_confers() -> None:
    laid = with_table(
        [("list_item", "Điều 1. Công nhận danh hiệu thi đua cho các cá nhân có tên trong danh sách "
          "kèm theo.", {"label": "Điều 1."}), ("appendix", "DANH SÁCH", {"part": 1})],
        ["TT", "Tập thể / Họ tên cá nhân", "Danh hiệu"],
        [["1", "Phòng Vật tư", "Tập thể LĐTT"], ["2", "Lê Thị Khế", "CSTĐCS"]],
        head("QĐ", "9/QĐ-SNN", "SỞ NÔNG NGHIỆP", dt.date(2022, 3, 12),
             subject="công nhận danh hiệu thi đua"),
        part=1,
    )  # fmt: skip
    awardees, _ = link_awardees(laid, (), RULES)
    assert [(a.name, a.award, a.decision) for a in awardees] == [
        ("Phòng Vật tư", "ttldtt", "9/QĐ-SNN"), ("Lê Thị Khế", "cstd_cs", "9/QĐ-SNN"),
    ]  # fmt: skip


def test_crosses_say_who_gets_the_award_that_heads_their_column() -> None:
    rows = found(
        ["TT", "Họ và tên", "LĐTT", "CSTĐCS"],
        [["1", "Lê Thị Khế", "x", "x"], ["2", "Vũ Văn Mít", "x", ""], ["3", "Y Bham Niê", "", ""]],
    )
    assert [(row["name"], row["award"]) for row in rows] == [
        ("Lê Thị Khế", "ldtt"), ("Lê Thị Khế", "cstd_cs"), ("Vũ Văn Mít", "ldtt"),
    ]  # fmt: skip


def test_a_total_below_crosses_is_none_of_them() -> None:
    rows = found(
        ["TT", "Họ và tên", "LĐTT", "Bằng khen tỉnh"],
        [["1", "Lê Thị Khế", "x", "x"], ["2", "Vũ Văn Mít", "x", ""], ["", "Tổng cộng", "2", "1"]],
    )
    assert [(row["name"], row["award_name"], row["conferred_by"]) for row in rows] == [
        ("Lê Thị Khế", "Lao động tiên tiến", "Sở Nông nghiệp"),
        ("Lê Thị Khế", "Bằng khen", None),  # whichever province it is
        ("Vũ Văn Mít", "Lao động tiên tiến", "Sở Nông nghiệp"),
    ]


def test_letters_that_mean_a_certificate_head_crosses_too() -> None:
    rows = found(
        ["TT", "Họ và tên", "BK LĐLĐ tỉnh", "GK", "Ghi chú"],
        [["1", "Lê Thị Khế", "x", "", ""], ["2", "Vũ Văn Mít", "", "x", ""]],
    )
    assert [(row["name"], row["award"], row["conferred_by"]) for row in rows] == [
        ("Lê Thị Khế", "bk_ldld", "LĐLĐ tỉnh"),
        ("Vũ Văn Mít", "gk", "Sở Nông nghiệp"),
    ]
    marks = [["1", "Lê Thị Khế", "8,5", "7"], ["2", "Vũ Văn Mít", "6", "9"]]  # half of the term
    assert found(["TT", "Họ và tên", "GK", "CK"], marks, "Bảng điểm học kỳ I.") == []


def test_crosses_below_an_award_are_of_the_giver_whom_the_article_names() -> None:
    article = (
        "Điều 1. Công nhận danh hiệu Lao động tiên tiến cho 2 cá nhân, tặng Giấy khen của Giám đốc "
        "Sở Nông nghiệp cho 1 cá nhân (có danh sách kèm theo)."
    )
    rows = found(
        ["TT", "Họ và tên", "LĐTT", "Giấy khen"],
        [["1", "Lê Thị Khế", "x", "x"], ["2", "Vũ Văn Mít", "x", ""]],
        article,
    )
    assert [(row["award"], row["conferred_by"]) for row in rows] == [
        ("ldtt", "Sở Nông nghiệp"),
        ("gk", "Giám đốc Sở Nông nghiệp"),
        ("ldtt", "Sở Nông nghiệp"),
    ]


@pytest.mark.parametrize(
    ("cell", "post", "unit"),
    [
        ("Chủ tịch CĐCS Công ty Sim", "Chủ tịch CĐCS", "Công ty Sim"),
        ("Chuyên viên Phòng Nội vụ huyện", "Chuyên viên Phòng Nội vụ huyện", None),
        ("Trưởng phòng Nội vụ", "Trưởng phòng Nội vụ", None),
        ("Kế toán", None, "Kế toán"),  # a unit
        ("Trường Bồi dưỡng cán bộ tỉnh", None, "Trường Bồi dưỡng cán bộ tỉnh"),
    ],
)
def test_a_column_of_units_may_say_posts_too(cell: str, post: str | None, unit: str | None) -> None:
    (row,) = found(["TT", "Họ và tên", "Đơn vị"], [["1", "Lê Thị Khế", cell]])
    assert (row["position"], row["workplace"]) == (post, unit)


def test_the_unit_in_the_cell_of_a_name_lies_in_that_of_its_column() -> None:
    (row,) = found(
        ["TT", "Tập thể", "Đơn vị"], [["1", "Tổ nữ công, Công ty Sim", "Công đoàn ngành May"]]
    )
    assert (row["name"], row["workplace"]) == ("Tổ nữ công", "Công ty Sim, Công đoàn ngành May")


def test_a_grade_is_what_a_certificate_is_given_for() -> None:
    article = "Điều 1. Tặng Giấy khen cho 2 sinh viên (có danh sách kèm theo)."
    body = [["1", "Lê Thị Khế", "Giỏi"], ["2", "Vũ Văn Mít", "Xuất sắc"]]
    rows = found(["TT", "Họ và tên", "Danh hiệu"], body, article)
    assert [(row["name"], row["award"]) for row in rows] == [
        ("Lê Thị Khế", "gk"),
        ("Vũ Văn Mít", "gk"),
    ]


def test_a_narrow_column_may_cut_the_letters_of_its_award() -> None:
    (row,) = found(["TT", "Họ và tên", "CSTĐC S"], [["1", "Lê Thị Khế", "x"]])
    assert row["award"] == "cstd_cs"


def test_columns_tell_the_awards_of_a_decision_without_a_subject() -> None:
    rows = found(
        ["TT", "Họ và tên", "Chức vụ", "Danh hiệu thi đua", "Hình thức khen thưởng"],
        [["1", "Lê Thị Khế", "Kế toán", "Lao động tiên tiến", "Giấy khen"]],
        "Điều 1. Công nhận danh hiệu thi đua, hình thức khen thưởng cho 01 cá nhân.",
    )
    assert [row["award"] for row in rows] == ["ldtt", "gk"]


def test_where_somebody_works_is_no_awardee() -> None:
    rows = found(
        ["TT", "Đại biểu", "Đơn vị", "Chức danh"],
        [["1", "", "Hội Nông dân huyện Gò Mận", "Phó Chủ tịch"],
         ["2", "", "Công ty Chè Dốc Mây", "Giám đốc"]],
    )  # fmt: skip
    assert rows == []


def test_a_row_that_states_the_next_award_names_its_giver_too() -> None:
    rows = found(
        ["TT", "Tên tập thể, cá nhân", "Chức vụ, đơn vị"],
        [["I", "Giấy khen", ""], ["1", "Ông Lê Văn Khế", "Chánh Văn phòng"],
         ["II", "Bằng khen của Thủ tướng Chính phủ", ""], ["1", "Bà Vũ Thị Mít", "Thanh tra viên"],
         ["III", "Giấy khen", ""], ["1", "Ông Y Bham Niê", "Bảo vệ"]],
        "Điều 1. Khen thưởng các cá nhân (có danh sách kèm theo).",
    )  # fmt: skip
    assert [row["conferred_by"] for row in rows] == [
        "Sở Nông nghiệp", "Thủ tướng Chính phủ", "Sở Nông nghiệp",
    ]  # fmt: skip


def test_a_giver_in_a_cell_that_a_page_break_cuts_has_single_blanks() -> None:
    (row,) = found(
        ["TT", "Họ và tên", "Hình thức khen thưởng"],
        [["1", "Lò Văn Pọm", "Bằng khen của Chủ tịch            UBND tỉnh"]],
    )
    assert row["conferred_by"] == "Chủ tịch UBND tỉnh"


@pytest.mark.parametrize(
    ("posts", "want"),
    [
        ("Kế toán Văn phòng Sở Chuyên viên Văn phòng Sở",
         ["Kế toán Văn phòng Sở", "Chuyên viên Văn phòng Sở"]),
        ("Trưởng phòng Phòng Kế toán", ["Trưởng phòng Phòng Kế toán"] * 2),
        ("Phó Giám đốc, Trưởng phòng Tổ chức", ["Phó Giám đốc, Trưởng phòng Tổ chức"] * 2),
        ("Nhân viên", ["Nhân viên"] * 2),
    ],
)  # fmt: skip
def test_posts_below_one_another_beside_as_many_names(posts: str, want: list[str]) -> None:
    rows = found(
        ["TT", "Họ và tên", "Chức vụ"],
        [["1", "Lã Văn Khế Ninh Đức Mận", posts], ["2", "Hà Thị Na", "Chuyên viên"]],
    )
    assert [row["position"] for row in rows] == [*want, "Chuyên viên"]


def test_a_cross_is_no_workplace() -> None:
    rows = found(
        ["TT", "Họ và tên", "LĐTT", "Giấy khen UBND huyện"],
        [["1", "Lê Thị Khế", "x", "x"], ["2", "Vũ Văn Mít", "x", ""]],
    )
    assert {row["workplace"] for row in rows} == {None}


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH (02 cá nhân)", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
        ("Khoa Nội: 03", "Khoa Nội"),
        ("Phòng An ninh kinh tế (PA04)", "Phòng An ninh kinh tế (PA04)"),
        ("Khối doanh nghiệp", None),
    ],
)
def test_a_group_of_rows_is_of_the_unit_that_heads_it(heading: str, unit: str | None) -> None:
    rows = found(
        ["TT", "Họ và tên", "Chức vụ"], [["I", heading, ""], ["1", "Lò Văn Pọm", "Chuyên viên"]]
    )
    assert [(r["name"], r["workplace"]) for r in rows] == [("Lò Văn Pọm", unit)]


def test_posts_and_cells_are_read_over_the_ends_of_their_lines() -> None:
    (row,) = found(
        ["TT", "Họ và tên", "Chức vụ, đơn vị"],
        [["1", "Lò Văn Pọm", "Chủ tịch Hội đồng\nthành viên, Công ty Gò Mẫu"]],
    )
    assert (row["position"], row["workplace"]) == ("Chủ tịch Hội đồng thành viên", "Công ty Gò Mẫu")


def test_crosses_stand_below_the_classes_of_an_order_too() -> None:
    article = "Điều 1. Tặng thưởng Huân chương Kháng chiến cho 02 cá nhân (có danh sách kèm theo)."
    rows = found(
        ["TT", "Họ và tên", "Hạng Nhất", "Hạng Nhì"],
        [["1", "Lò Văn Pọm", "x", ""], ["2", "Vi Thị Na", "", "x"]], article,
    )  # fmt: skip
    assert [(r["name"], r["award_name"]) for r in rows] == [
        ("Lò Văn Pọm", "Huân chương Kháng chiến hạng Nhất"),
        ("Vi Thị Na", "Huân chương Kháng chiến hạng Nhì"),
    ]


def test_a_prize_that_a_page_break_cuts_is_whole() -> None:
    article = "Điều 1. Công nhận và cấp Giấy chứng nhận cho các học sinh đạt giải (kèm danh sách)."
    rows = found(["TT", "Họ và tên", "Giải"], [["1", "Lò Văn Pọm", "Khuyến      khích"]], article)
    assert [r["award_name"] for r in rows] == ["Giải Khuyến khích"]


def test_names_put_right_are_read_and_not_those_misprinted() -> None:
    rows = found(
        ["TT", "Họ và tên đã ghi", "Họ và tên điều chỉnh"], [["1", "Lò Văn Pòm", "Lò Văn Pọm"]]
    )
    assert [r["name"] for r in rows] == ["Lò Văn Pọm"]


def test_posts_stand_beside_names_without_headings() -> None:
    rows = found(
        ["", ""], [["1. Ông Lò Văn Pọm", "- Nguyên Chủ tịch HĐND huyện Gò Mẫu"],
                   ["2. Bà Vi Thị Na", "- Phó Chủ tịch HĐND xã Gò Mận"]],
    )  # fmt: skip
    assert [(r["name"], r["position"], r["workplace"]) for r in rows] == [
        ("Lò Văn Pọm", "Nguyên Chủ tịch", "HĐND huyện Gò Mẫu"),
        ("Vi Thị Na", "Phó Chủ tịch", "HĐND xã Gò Mận"),
    ]


def test_a_list_may_stand_in_three_columns() -> None:
    rows = found(
        ["TT", "Họ tên"] * 3,
        [
            ["1", "Lò Văn Pọm", "3", "Vi Thị Na", "5", "Lê Văn Mít"],
            ["2", "Vi Văn Lúa", "4", "Lò Thị Sim", "6", "Lê Thị Mơ"],
        ],
    )
    assert {r["ordinal"]: r["name"] for r in rows} == {
        1: "Lò Văn Pọm",
        2: "Vi Văn Lúa",
        3: "Vi Thị Na",
        4: "Lò Thị Sim",
        5: "Lê Văn Mít",
        6: "Lê Thị Mơ",
    }


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("- UBND xã Na - UBND xã Mít", ["UBND xã Na", "UBND xã Mít"]),
        ("1. Phòng Nội vụ 2. UBND xã Na", ["Phòng Nội vụ", "UBND xã Na"]),
        ("- Phòng Tham mưu - Công an tỉnh", ["Phòng Tham mưu"]),
        ("- Công ty CP Xây dựng - Thương mại Gò Mẫu", ["Công ty CP Xây dựng - Thương mại Gò Mẫu"]),
        ("- Trường THCS Na - Thị trấn Mít", ["Trường THCS Na - Thị trấn Mít"]),
    ],
)
def test_paragraphs_of_a_cell_are_bodies_each_with_its_mark(cell: str, names: list[str]) -> None:
    rows = found(["TT", "Tên tập thể"], [["1", cell]])
    assert [r["name"] for r in rows] == names


@pytest.mark.parametrize(
    ("headings", "cells", "unit"),
    [
        (["Tổ"], ["Tổ Hành chính"], "Tổ Hành chính"),
        (["Phòng/Khoa"], ["Khoa Nội"], "Khoa Nội"),
        (["Xã", "Huyện"], ["Gò Na", "Gò Mận"], "Gò Na, Gò Mận"),
        (["Huyện", "Xã", "Thôn"], ["Gò Mận", "Gò Na", "Đông"], "Đông, Gò Na, Gò Mận"),
        (["Tổ trưởng"], ["Lê Văn Mít"], None),
    ],
)
def test_units_of_each_rank_stand_in_columns(
    headings: list[str], cells: list[str], unit: str | None
) -> None:
    rows = found(["TT", "Họ và tên", *headings], [["1", "Lò Văn Pọm", *cells]])
    assert [(r["name"], r["workplace"]) for r in rows] == [("Lò Văn Pọm", unit)]


def test_awards_head_groups_of_a_table_of_two_columns() -> None:
    article = "Điều 1. Tặng Cờ thi đua cho 01 tập thể, Bằng khen cho 01 cá nhân (kèm danh sách)."
    rows = found(
        ["TT", "Tên tập thể, cá nhân"],
        [["A", "CỜ THI ĐUA"], ["1", "Sở Sim"], ["B", "BẰNG KHEN"], ["I", "Cá nhân"],
         ["1", "Ông Lò Văn Pọm, Giám đốc Sở Sim"]], article,
    )  # fmt: skip
    assert [(r["name"], r["award_name"]) for r in rows] == [
        ("Sở Sim", "Cờ thi đua"),
        ("Lò Văn Pọm", "Bằng khen"),
    ]
