"""Awards that head columns of names or rows over a table, in papers of several awards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from laid_out import document, head, with_table

from pipeline.link.awardees.link import link_awardees
from pipeline.model import Field
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "9/QĐ-SNN", "SỞ NÔNG NGHIỆP", dt.date(2022, 3, 12))
ARTICLE = "Điều 1. Tặng Cờ thi đua và Bằng khen năm 2021 cho các đơn vị (có danh sách kèm theo)."


def found(
    header: Sequence[str], body: Sequence[Sequence[str]], article: str = ARTICLE
) -> list[tuple[str, str | None, str | None]]:
    laid = with_table(
        [("list_item", article, {"label": "Điều 1."}), ("appendix", "DANH SÁCH", {"part": 1})],
        header, body, DECISION, part=1,
    )  # fmt: skip
    awardees, _ = link_awardees(laid, (), RULES)
    return [(a.name, a.award_name, a.workplace) for a in awardees]


def test_names_below_the_award_that_heads_their_column() -> None:
    assert found(
        ["TT", "Cụm, khối", "Cờ thi đua của Sở", "Bằng khen của Sở"],
        [["1", "Khối văn phòng", "Phòng Kế toán", "Phòng Vật tư; Phòng Thanh tra"],
         ["2", "Cụm miền núi", "Huyện Mường Mẫu", ""]],
    ) == [
        ("Phòng Kế toán", "Cờ thi đua", None), ("Phòng Vật tư", "Bằng khen", None),
        ("Phòng Thanh tra", "Bằng khen", None), ("Huyện Mường Mẫu", "Cờ thi đua", None),
    ]  # fmt: skip


def test_people_below_awards_are_of_the_unit_of_their_row() -> None:
    assert found(
        ["TT", "Đơn vị", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"],
        [["1", "Khoa Dược", "Lê Văn Mít, Hồ Thị Na", "Lê Văn Mít"]],
        "Điều 1. Công nhận danh hiệu Lao động tiên tiến, Chiến sĩ thi đua cơ sở năm 2021 cho các "
        "cá nhân (có danh sách kèm theo).",
    ) == [
        ("Lê Văn Mít", "Lao động tiên tiến", "Khoa Dược"),
        ("Hồ Thị Na", "Lao động tiên tiến", "Khoa Dược"),
        ("Lê Văn Mít", "Chiến sĩ thi đua cơ sở", "Khoa Dược"),
    ]  # fmt: skip


def test_counts_below_awards_name_nobody() -> None:
    assert not [
        row
        for row in found(
            ["TT", "Đơn vị", "Cờ thi đua", "Bằng khen"],
            [["1", "Khoa Dược", "1", "03"], ["2", "Khoa Nội", "", "02"]],
        )
        if row[1] is not None
    ]


def test_a_paper_on_titles_needs_no_award_in_its_article() -> None:
    decision = replace(DECISION, subject=Field("công nhận danh hiệu thi đua", 0, 0, "test"))
    laid = with_table(
        [("list_item", "Điều 1. Công nhận danh hiệu thi đua cho các cá nhân sau:",
          {"label": "Điều 1."})],
        ["TT", "Đơn vị", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"],
        [["1", "Khoa Dược", "Lê Văn Mít, Hồ Thị Na", "Lê Văn Mít"]], decision,
    )  # fmt: skip
    awardees, _ = link_awardees(laid, (), RULES)
    assert [(a.name, a.award) for a in awardees] == [
        ("Lê Văn Mít", "ldtt"), ("Hồ Thị Na", "ldtt"), ("Lê Văn Mít", "cstd_cs"),
    ]  # fmt: skip


def test_a_title_alone_in_a_row_over_the_table_is_the_award_below_it() -> None:
    assert found(
        ["TT", "Họ và tên", "Cấp bậc", "Đơn vị"],
        [["A", "ĐƠN VỊ TIÊN TIẾN", "", ""], ["1", "Ban Quân nhu", "", ""],
         ["B", "CHIẾN SĨ TIÊN TIẾN", "", ""], ["1", "Lê Văn Mít", "2/", "Ban Tham mưu"]],
        "Điều 1. Tặng danh hiệu Đơn vị tiên tiến cho 01 tập thể, Chiến sĩ tiên tiến cho 01 đồng "
        "chí (có danh sách kèm theo).",
    ) == [
        ("Ban Quân nhu", "Đơn vị tiên tiến", None),
        ("Lê Văn Mít", "Chiến sĩ tiên tiến", "Ban Tham mưu"),
    ]  # fmt: skip


def test_the_unit_behind_its_label_is_where_authors_work() -> None:
    laid = document(
        [("list_item", "1. Sáng kiến “Máy gieo hạt ba hàng”; Đồng tác giả: bà Hồ Thị Na và ông Lê "
          "Văn Mít; Đơn vị: Trung tâm Khuyến nông.", {"label": "1."})],
        DECISION,
    )  # fmt: skip
    awardees, initiatives = link_awardees(laid, (), RULES)
    assert [i.authors for i in initiatives] == [("Hồ Thị Na", "Lê Văn Mít")]
    assert [a.workplace for a in awardees] == ["Trung tâm Khuyến nông"] * 2


def test_what_is_given_an_award_of_collectives_is_one_whatever_its_head_noun_is() -> None:
    assert found(
        ["STT", "Tập thể/Họ và tên", "Danh hiệu"],
        [["1", "Lớp 5A1", "Tập thể lớp tiên tiến"], ["2", "Lê Văn Mít", "Lao động tiên tiến"]],
        "Điều 1. Tặng Giấy khen và danh hiệu cho tập thể, cá nhân (có danh sách kèm theo).",
    ) == [("Lớp 5A1", "Tập thể lớp tiên tiến", None), ("Lê Văn Mít", "Lao động tiên tiến", None)]


def test_authors_in_a_line_below_the_title() -> None:
    laid = document(
        [("heading", "1. Tên sáng kiến: Chế tạo bộ gạt bụi băng tải", {"label": "1."}),
         ("paragraph", "Đồng tác giả: Lê Văn Mít, Hồ Thị Na - Phòng Kỹ thuật"),
         ("paragraph", "Mức thưởng: 3.000.000 đồng")],
        DECISION,
    )  # fmt: skip
    awardees, initiatives = link_awardees(laid, (), RULES)
    assert [i.authors for i in initiatives] == [("Lê Văn Mít", "Hồ Thị Na")]
    assert [a.role for a in awardees] == ["author"] * 2


def test_a_name_over_several_rows_has_the_award_of_each() -> None:
    laid = with_table(
        [("list_item", "Điều 1. Khen thưởng và công nhận danh hiệu cho các cá nhân (có danh sách "
          "kèm theo).", {"label": "Điều 1."})],
        ["TT", "Họ và tên", "Danh hiệu"],
        [["1", "Lê Văn Mít", "Chiến sĩ thi đua cơ sở"], ["", "", "Giấy khen"],
         ["2", "Hồ Thị Na", "Lao động tiên tiến"]],
        replace(DECISION, subject=Field("khen thưởng, công nhận danh hiệu", 0, 0, "test")),
    )  # fmt: skip
    (table,) = laid.tables
    merged = tuple(
        tuple(
            replace(c, row_span=2) if c.text == "Lê Văn Mít" else c
            for c in row if c.text.strip()
        )
        for row in table.rows
    )  # fmt: skip
    awardees, _ = link_awardees(replace(laid, tables=(replace(table, rows=merged),)), (), RULES)
    assert [(a.name, a.award) for a in awardees] == [
        ("Lê Văn Mít", "cstd_cs"), ("Lê Văn Mít", "gk"), ("Hồ Thị Na", "ldtt"),
    ]  # fmt: skip


def test_the_last_line_of_a_title_of_two_awards_heads_the_first_part() -> None:
    laid = document(
        [("list_item", "Điều 1. Phong tặng danh hiệu Nhà giáo nhân dân cho 01 cá nhân, Nhà giáo ưu "
          "tú cho 01 cá nhân (có danh sách kèm theo).", {"label": "Điều 1."}),
         ("appendix", "DANH SÁCH NHÀ GIÁO NHÂN DÂN, NHÀ GIÁO ƯU TÚ\nNHÀ GIÁO NHÂN DÂN",
          {"part": 1}),
         ("list_item", "1. Ông Lê Văn Mít, Hiệu trưởng Trường Mẫu;", {"label": "1.", "part": 1}),
         ("heading", "NHÀ GIÁO ƯU TÚ", {"part": 1}),
         ("list_item", "1. Bà Hồ Thị Na, Hiệu trưởng Trường Mẫu.", {"label": "1.", "part": 1})],
        DECISION,
    )  # fmt: skip
    awardees, _ = link_awardees(laid, (), RULES)
    assert [(a.name, a.award) for a in awardees] == [
        ("Lê Văn Mít", "nha_giao_nd"), ("Hồ Thị Na", "nha_giao_ut"),
    ]  # fmt: skip
