"""Lists of awardees and nominees: clause, sections, unit headings, annexes."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from laid_out import document, head

from pipeline.link.awardees.link import link_awardees
from pipeline.link.awardees.recipients.names import read_entry
from pipeline.model import CitationMention, Dispatch
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
DECISION = head("QĐ", "45/QĐ-LĐLĐ", "SỞ NÔNG NGHIỆP", dt.date(2022, 3, 12))
PROPOSAL = head("TTr", "31/TTr-SYT", "SỞ Y TẾ", dt.date(2021, 12, 2))


def rows(laid: Dispatch, *citations: CitationMention) -> list[dict[str, Any]]:
    awardees, _ = link_awardees(laid, citations, RULES)
    for a in awardees:
        assert laid.text.text[a.start : a.end]
    return [{f: getattr(a, f) for f in a.__dataclass_fields__} for a in awardees]


def brief(laid: Dispatch, *citations: CitationMention) -> list[tuple[str, str, str | None]]:
    return [(r["name"], r["role"], r["award_name"]) for r in rows(laid, *citations)]


ARTICLE = (
    "Điều 1. Tặng Bằng khen của Ban Thường vụ Liên đoàn Lao động tỉnh cho 02 tập thể và 01 cá nhân "
    "có thành tích xuất sắc trong phong trào thi đua năm 2021 (có danh sách kèm theo)."
)


def decision_with_annex() -> Dispatch:
    return document(
        [
            ("basis", "Căn cứ Quyết định số 9/QĐ-TLĐ về khen thưởng, ông Lê Văn Căn;"),
            ("list_item", ARTICLE, {"label": "Điều 1.", "level": 5}),
            ("list_item", "Điều 2. Ông Trần Văn Thi, Chánh Văn phòng và các cá nhân có tên tại "
                          "Điều 1 "
             "chịu trách nhiệm thi hành.", {"label": "Điều 2.", "level": 5}),
            ("copies", "Nơi nhận: - Sở Nội vụ; - Đ/c Phạm Văn Nhận (b/c)."),
            ("signature", "CHỦ TỊCH Hoàng Văn Ký"),
            ("appendix", "DANH SÁCH Tập thể, cá nhân được tặng Bằng khen", {"part": 1}),
            ("heading", "I. TẬP THỂ", {"part": 1, "label": "I.", "level": 3}),
            ("list_item", "1. CĐCS Công ty May Hoàng Long, huyện Đồng Sơn;",
             {"part": 1, "label": "1.", "level": 6}),
            ("list_item", "2. Phòng Kiểm tra, giám sát nghiệp vụ, Sở Tư pháp.",
             {"part": 1, "label": "2.", "level": 6}),
            ("heading", "II. CÁ NHÂN", {"part": 1, "label": "II.", "level": 3}),
            ("list_item", "1. Đ/c LÊ THỊ HOÀ - Chủ tịch CĐCS Trường Tiểu học Sông Bé, xã B;",
             {"part": 1, "label": "1.", "level": 6}),
        ],
        DECISION,
    )  # fmt: skip


def test_an_announced_list_takes_award_giver_and_year_from_the_article() -> None:
    found = rows(decision_with_annex())
    assert [(r["name"], r["kind"], r["position"], r["workplace"], r["ordinal"]) for r in found] == [
        ("CĐCS Công ty May Hoàng Long", "collective", None, "huyện Đồng Sơn", 1),
        ("Phòng Kiểm tra, giám sát nghiệp vụ", "collective", None, "Sở Tư pháp", 2),
        ("Lê Thị Hoà", "person", "Chủ tịch CĐCS", "Trường Tiểu học Sông Bé, xã B", 1),
    ]
    for row in found:
        assert row["role"] == "awardee" and row["award_name"] == "Bằng khen"
        assert row["conferred_by"] == "Ban Thường vụ Liên đoàn Lao động tỉnh"
        assert (row["decision"], row["year"]) == ("45/QĐ-LĐLĐ", 2021)


def test_the_deciding_body_confers_and_the_year_given_is_the_last_resort() -> None:
    laid = document(
        [("list_item", "Điều 1. Tặng Giấy khen cho các ông, bà có tên sau:", {"label": "Điều 1."}),
         ("list_item", "- Bà Tòng Thị Phương, Trưởng phòng Chăn "
                       "nuôi;", {"label": "-", "level": 10})],
        DECISION,
    )  # fmt: skip
    (row,) = rows(laid)
    assert (row["conferred_by"], row["year"], row["position"]) == (
        "Sở Nông nghiệp", 2022, "Trưởng phòng Chăn nuôi",
    )  # fmt: skip


@pytest.mark.parametrize(
    "article",
    [
        "Điều 1. Thưởng cho 01 cá nhân được tặng thưởng Huân chương Lao động hạng Nhì:",
        "Điều 1. Trích 9.800.000 đồng từ Quỹ thi đua, khen thưởng chi thưởng cho 01 cá nhân được "
        "tặng thưởng Huân chương Lao động hạng Nhì:",
        "Điều 1. Chi tiền thưởng kèm theo Huân chương Lao động hạng Nhì cho 01 cá nhân:",
    ],
)
def test_money_for_an_award_keeps_the_decision_of_the_award(article: str) -> None:
    basis = (
        "Căn cứ Quyết định 88/QĐ-CTN ngày 21/5/2020 của Chủ tịch nước về việc tặng thưởng "
        "Huân chương Lao động;"
    )
    laid = document(
        [("basis", basis),
         ("list_item", article, {"label": "Điều 1."}),
         ("list_item", "1. Ông Bùi Văn Lượm, Giám đốc Điện lực Sơn Hà;", {"label": "1."}),
         ("paragraph", "Mức thưởng: 9.800.000 đồng"),
         ("list_item", "1. Ông Trần Văn Tiền, Trưởng Ban Kế toán;", {"label": "1."})],
        DECISION,
    )  # fmt: skip
    at = basis.index("Quyết định")
    cited = CitationMention(
        at, at + 24, "QĐ", "88/QĐ-CTN", dt.date(2020, 5, 21), "Chủ tịch nước", None, "basis", False,
        "test",
    )  # fmt: skip
    (row,) = rows(laid, cited)
    assert row["award"] == "hc_lao_dong_2" and row["grade"] == "Nhì"
    assert (row["conferred_by"], row["decision"], row["year"]) == (
        "Chủ tịch nước", "88/QĐ-CTN", 2020,
    )  # fmt: skip


def test_a_reported_list_takes_the_decision_cited_with_the_same_award() -> None:
    told = (
        "Có 01 sáng kiến được Tổng LĐLĐ Việt Nam tặng Bằng Lao động sáng tạo tại Quyết định "
        "số 5/QĐ-TLĐ."
    )
    laid = document(
        [("paragraph", told),
         ("signature", "CHỦ TỊCH Lê Văn Ký"),
         ("appendix", "DANH SÁCH Các cá nhân được Tổng LĐLĐ Việt Nam tặng Bằng Lao động sáng "
                      "tạo năm "
          "2019.", {"part": 1}),
         ("list_item", "1. Đoàn viên: Vi Văn Sơn - Viên chức, Trung tâm Khuyến nông huyện B. (Giải "
          "pháp: Nuôi vịt bằng thảo dược)", {"part": 1, "label": "1."})],
        head("CV", "7/LĐLĐ", "LĐLĐ TỈNH B", dt.date(2019, 8, 7)),
    )  # fmt: skip
    at = told.index("Quyết định")
    cited = CitationMention(
        at, len(told) - 1, "QĐ", "5/QĐ-TLĐ", None, None, None, "refers", False, "test"
    )
    awardees, initiatives = link_awardees(laid, (cited,), RULES)
    assert [(a.decision, a.year, a.role) for a in awardees] == [("5/QĐ-TLĐ", 2019, "awardee")]
    assert [(i.title, i.kind, i.authors) for i in initiatives] == [
        ("Nuôi vịt bằng thảo dược", "giải pháp", ("Vi Văn Sơn",))
    ]
    assert awardees[0].initiative_key == initiatives[0].key


def test_nominees_have_neither_decision_nor_year() -> None:
    laid = document(
        [("paragraph", "Sở Y tế đề nghị Chủ tịch UBND tỉnh tặng Bằng khen năm 2021 cho các cá "
                       "nhân sau:"),
         ("list_item", "1. BSCKII. Đỗ Văn Tiến, Giám đốc Bệnh viện Phổi tỉnh;", {"label": "1."})],
        PROPOSAL,
    )  # fmt: skip
    (row,) = rows(laid)
    assert (row["role"], row["conferred_by"], row["decision"], row["year"]) == (
        "nominee", "Chủ tịch UBND tỉnh", None, None,
    )  # fmt: skip


def test_unit_headings_give_the_workplace() -> None:
    laid = document(
        [("list_item", "Điều 1. Tặng Giấy khen cho các cá nhân sau:", {"label": "Điều 1."}),
         ("list_item", "1. Trạm Y tế xã Sơn Đông", {"label": "1.", "level": 6}),
         ("list_item", "- Ông Lò Văn Pọm;", {"label": "-", "level": 10}),
         ("list_item", "- Bà Cầm Thị Hoa;", {"label": "-", "level": 10})],
        DECISION,
    )  # fmt: skip
    assert [(r["name"], r["workplace"]) for r in rows(laid)] == [
        ("Lò Văn Pọm", "Trạm Y tế xã Sơn Đông"), ("Cầm Thị Hoa", "Trạm Y tế xã Sơn Đông"),
    ]  # fmt: skip


def test_the_list_title_names_the_higher_unit_of_collectives() -> None:
    laid = document(
        [("list_item", "Điều 1. Công nhận danh hiệu “Tập thể lao động xuất sắc” năm 2021 cho 1 "
                       "tập thể.",
          {"label": "Điều 1."}),
         ("appendix", "DANH SÁCH 1 TẬP THỂ “Lao động xuất sắc” năm 2021 trực thuộc Điện lực Sơn Hà",
          {"part": 1}),
         ("list_item", "1. Phòng Vật tư", {"part": 1, "label": "1."})],
        DECISION,
    )  # fmt: skip
    (row,) = rows(laid)
    assert (row["name"], row["workplace"], row["award"]) == (
        "Phòng Vật tư", "Điện lực Sơn Hà", "ttldxs",
    )  # fmt: skip


def test_speakers_in_minutes_are_no_nominees() -> None:
    laid = document(
        [("paragraph", "Hội đồng thống nhất đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh cho:"),
         ("list_item", "1. Đồng chí Vũ Văn Thư, Chánh Văn phòng báo cáo thành tích của các cá "
                       "nhân.",
          {"label": "1."})],
        head("BB", "2/BB-SYT", "SỞ Y TẾ"),
    )  # fmt: skip
    assert rows(laid) == []


def test_a_repeated_entry_is_kept_and_marked() -> None:
    laid = document(
        [("list_item", "Điều 1. Tặng Giấy khen cho cá nhân sau:", {"label": "Điều 1."}),
         ("list_item", "1. Ông Lò Văn Pọm;", {"label": "1."}),
         ("repeated", "1. Ông Lò Văn Pọm;", {"label": "1.", "is_duplicate": True})],
        DECISION,
    )  # fmt: skip
    assert [r["is_duplicate"] for r in rows(laid)] == [False, True]


def test_tasks_addressed_to_bodies_are_no_list() -> None:
    laid = document([
        ("paragraph", "Nhiều cá nhân được Tổng Liên đoàn tặng Bằng Lao động sáng tạo. Nhiệm vụ "
                      "như sau:"),
        ("list_item", "1. Công đoàn ngành Xây dựng: Duy trì nền nếp.", {"label": "1."}),
        ("list_item", "2. Công đoàn khối Trường học tiếp tục làm tốt.", {"label": "2."}),
    ])  # fmt: skip
    assert brief(laid) == []


def test_a_regulation_names_awards_and_gives_none() -> None:
    laid = document(
        [
            ("list_item", "Điều 5. Chủ tịch UBND tỉnh tặng Bằng khen cho:", {"label": "Điều 5."}),
            ("list_item", "1. Sở Nội vụ, UBND tỉnh;", {"label": "1."}),
        ],
        head("QĐ", "11/2021/QĐ-UBND", "UBND TỈNH B", dt.date(2021, 5, 4)),
    )
    assert rows(laid) == []


def test_entries_that_run_on_in_one_block_are_several() -> None:
    laid = document(
        [
            ("list_item", "Điều 1. Tặng Giấy khen cho các tập thể:", {"label": "Điều 1."}),
            (
                "list_item",
                "1. Phòng Vật tư, Điện lực B; 2. Phòng An toàn, Điện lực C;",
                {"label": "1."},
            ),
        ],
        DECISION,
    )
    assert [(r["name"], r["workplace"], r["ordinal"]) for r in rows(laid)] == [
        ("Phòng Vật tư", "Điện lực B", 1),
        ("Phòng An toàn", "Điện lực C", 2),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "3. Ông Đỗ Văn Qua ng, Trưởng phòng Kỹ thuật, Công ty Mẫu;",
        "4. Trung tâm Hạ tầng miền Tây, Tổng, công ty Mẫu;",
    ],
)
def test_an_entry_whose_name_was_torn_is_left_out(entry: str) -> None:
    assert read_entry(entry, 0, RULES) is None
    assert read_entry(entry.replace("Qua ng", "Quang").replace("Tổng, c", "Tổng c"), 0, RULES)
