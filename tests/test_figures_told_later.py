"""Parts in the next sentence, sums in tables, and how things stand in a scheme."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.extract.citations.extract import extract_citations
from pipeline.extract.dates.extract import extract_dates
from pipeline.layout import lay_out
from pipeline.model import Metadata, RawLine, RawPage, Reading
from pipeline.normalise import compose
from tests.figure_papers import figures, found, paper, rules, table_paper
from tests.laid_out import document, head

Expected = list[tuple[float, str | None, int | None]]


def linked(words: str, doc_type: str | None = None) -> Expected:
    return [(f.value, f.role, f.parent_key) for f in figures(paper(words, doc_type=doc_type))]


def test_details_in_the_next_sentence() -> None:
    words = (
        "Xuất cấp 2.078,9 tấn gạo cho hai huyện trên. Cụ thể, huyện A được cấp 441,6 tấn gạo; "
        "huyện B được cấp 1.637,3 tấn gạo."
    )
    assert [row for row in linked(words) if row[0] != 2] == [
        (2078.9, "total", None), (441.6, "part", 0), (1637.3, "part", 0),
    ]  # fmt: skip


def test_details_that_do_not_add_up_are_parts_of_nothing() -> None:
    words = "Xuất cấp 80 tấn gạo. Cụ thể, xã A 41 tấn gạo; xã B 37 tấn gạo."
    assert {role for _, role, _ in linked(words)} == {"result"}


def test_the_rest_in_a_later_sentence() -> None:
    words = (
        "Đã nhận 153 đơn, tăng 13 đơn. Qua phân loại, có 22 đơn thuộc thẩm quyền. Số còn lại "
        "131 đơn là đơn trùng."
    )
    assert linked(words)[2:] == [(22, "part", 0), (131, "part", 0)]


def test_matters_of_two_kinds_have_parts_of_their_own() -> None:
    words = (
        "Đã giải quyết 32/52 vụ việc KN, 15/18 vụ việc TC. Trong đó, có 7 vụ KN, 12 vụ TC đúng; "
        "25 vụ KN, 3 vụ TC sai."
    )
    assert [parent for _, _, parent in linked(words)[2:]] == [0, 1, 0, 1]


@pytest.mark.parametrize("label", ["Toàn trường", "Cả tỉnh", "I. Tổng số", "Cộng"])
def test_a_row_of_sums_by_any_name(label: str) -> None:
    rows = (("10", "3", "81"), ("11", "2", "60"), (label, "5", "141"))
    read = figures(table_paper("Số liệu:", ("Khối", "Số lớp", "Số học sinh"), rows))
    assert [(f.value, f.role) for f in read] == [
        (3, "part"), (81, "part"), (2, "part"), (60, "part"), (5, "total"), (141, "total"),
    ]  # fmt: skip


def test_the_unit_of_an_amount_in_the_cell_beside_it() -> None:
    cells = (
        ("Tổng thu ngân sách:", "26.536", "triệu đồng"),
        ("Ngân sách tỉnh:", "2.118", "triệu đồng"),
        ("Ngân sách huyện:", "24.418", "triệu đồng."),
        ("Số đơn vị:", "12.000", "phong trào"),
    )
    read = figures(table_paper("Quyết toán:", (), cells))
    assert [(f.value / 1e6, f.unit, f.role) for f in read] == [
        (26_536, "vnd", "total"), (2_118, "vnd", "part"), (24_418, "vnd", "part"),
    ]  # fmt: skip


def test_an_amount_with_its_unit_is_no_heading_of_a_table() -> None:
    words = "BÁO CÁO\n\n| Tổng thu: | 26.536 | triệu đồng |\n| Tổng chi: | 24.100 | triệu đồng |\n"
    lines = tuple(RawLine(line) for line in words.splitlines())
    reading = Reading("text", (RawPage(1, lines, "text"),))
    dispatch = lay_out(compose(reading), Metadata(), "text", rules(), 0)
    assert all("26.536" not in "".join(table.header) for table in dispatch.tables)


def test_how_things_stand_is_no_aim_of_a_scheme() -> None:
    words = "Xã Mẫu có diện tích tự nhiên là 0,5 km² và quy mô dân số là 6.601 người."
    assert {role for _, role, _ in linked(words, "ĐA")} == {"result"}
    assert {role for _, role, _ in linked("Trồng mới 50 ha rừng.", "ĐA")} == {"target"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Huyện có 28 trường (27 công lập, 1 tư thục).", [28, 27, 1]),
        ("Tiếp định kỳ 98 lượt /115 người.", [98, 115]),
        ("Ban hành 112 kết luận.", [112]),
    ],
)
def test_what_is_counted(words: str, expected: list[float]) -> None:
    assert [value for value, _ in found(words)] == expected


def test_nouns_to_their_end() -> None:
    assert found("phát hiện 274 cá nhân, tổ chức vi phạm") == [(274, "cá nhân, tổ chức")]
    assert found("có 12 học sinh giỏi") == [(12, "học sinh giỏi")]
    assert found("có 7.245 người và dân số tạm trú") == [(7245, "người")]


def test_income_is_no_norm() -> None:
    assert linked("Mức thu nhập trung bình 43 triệu đồng.") == [(43_000_000, "result", None)]


def test_the_month_in_a_bracket_dates_the_paper_before_it() -> None:
    words = "Theo Nghị định số 4/2006/NĐ-CP của Chính phủ (04/2006) trường có 4/2006 lớp."
    dispatch = document([("paragraph", words)], head("BC", issued_on=dt.date(2013, 6, 30)))
    dates = extract_dates(dispatch, extract_citations(dispatch, rules()), rules())
    assert [(d.date_start, d.role) for d in dates] == [(dt.date(2006, 4, 1), "cited")]


def test_who_gave_a_paper_on_a_day() -> None:
    words = "Ngày 27/02/2008 UBND tỉnh Mẫu đã ra quyết định số 53/QĐ-UBND chuyển trường."
    (row,) = extract_citations(document([("paragraph", words)], head("BC")), rules())
    assert (row.cited_on, row.cited_issuer) == (dt.date(2008, 2, 27), "UBND tỉnh Mẫu")


def test_what_is_abolished_is_replaced() -> None:
    words = "Điều 1: Sắc lệnh số 15-SL ngày 9-9-1949 nói trên này bãi bỏ."
    (row,) = extract_citations(document([("paragraph", words)], head("SL")), rules())
    assert row.relation == "replaces"


def test_guidance_of_another_body_is_no_part_of_a_subject() -> None:
    words = "Thực hiện công văn số 66/SGDĐT của Sở Mẫu về việc kiểm tra và hướng dẫn của Phòng Mẫu."
    (row,) = extract_citations(document([("paragraph", words)], head("BC")), rules())
    assert row.cited_title == "kiểm tra"
