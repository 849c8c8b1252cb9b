"""What an undated paper plans, what a rule only supposes, and what somebody is quoted to say."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.extract.citations.extract import extract_citations
from pipeline.extract.dates.extract import extract_dates
from pipeline.link.totals.partition import nouns_of
from pipeline.model import FigureMention
from tests.figure_papers import figures, found, paper, rules
from tests.layout_pages import plain


def read(words: str) -> list[FigureMention]:
    """The figures of a text that the layout has cut into blocks."""
    dispatch = plain(words)
    citations = extract_citations(dispatch, rules())
    dates = extract_dates(dispatch, citations, rules())
    return list(figures(dispatch, dates))


YEARS = """
Hội Nông dân huyện Đông Khê tổ chức tổng kết công tác Hội; triển khai nhiệm vụ năm 2018.

Năm 2017, các cấp Hội đã kết nạp 237 hội viên mới.

Trong năm 2018, các cấp Hội tiếp tục học tập. Tổ chức tốt đại hội; kết nạp 340 hội viên mới.
"""


def test_the_year_of_the_next_tasks_is_ahead_of_an_undated_paper() -> None:
    assert [(f.value, f.role) for f in read(YEARS)] == [(237, "result"), (340, "target")]


def test_without_tasks_an_undated_paper_plans_nothing() -> None:
    words = YEARS.replace("; triển khai nhiệm vụ năm 2018", "")
    assert [f.role for f in read(words)] == ["result", "result"]


def test_the_opening_of_a_paragraph_holds_until_another_time_is_named() -> None:
    words = YEARS.replace("Tổ chức tốt đại hội", "Năm 2017 có 9 xã khá. Tổ chức tốt đại hội")
    assert [f.role for f in read(words)] == ["result", "result", "result"]


def test_the_first_half_takes_the_year_of_the_second() -> None:
    words = "Đánh giá kết quả 6 tháng đầu năm, đề ra nhiệm vụ 6 tháng cuối năm 2012."
    dates = extract_dates(plain(words), (), rules())
    assert [(d.date_start, d.date_end, d.confidence) for d in dates] == [
        (dt.date(2012, 1, 1), dt.date(2012, 6, 30), 0.8),
        (dt.date(2012, 7, 1), dt.date(2012, 12, 31), 1.0),
    ]


def test_another_sentence_gives_no_year() -> None:
    words = "Đánh giá kết quả 6 tháng đầu năm. Nhiệm vụ 6 tháng cuối năm 2012 rất nặng."
    assert len(extract_dates(plain(words), (), rules())) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Hàng hóa có giá trị tài nguyên chiếm từ 51% trở lên thì không được miễn thuế",
        "Cơ sở có trên 70% đoàn viên khá thì được xếp loại tốt",
    ],
)
def test_a_bound_with_then_behind_it_is_a_norm(words: str) -> None:
    assert [f.role for f in figures(paper(words))] == [None]


def test_a_rate_stands_far_behind_each() -> None:
    assert found("mỗi cơ sở Hội đều xây dựng 1 mô hình") == []


def test_what_somebody_said_with_many_numbers_is_no_title() -> None:
    words = (
        "“So với 12 tháng năm trước, số vụ giảm 1.509 vụ (giảm 6,99%), số người chết giảm 406 "
        "người (giảm 4,67%)”, ông Lê Văn Mẫu cho biết; phong trào “5 không, 3 sạch” có 12 xã"
    )
    assert [f.value for f in figures(paper(words))] == [1509, 6.99, 406, 4.67, 12]


def test_abbreviated_nouns_are_those_written_out() -> None:
    assert nouns_of(rules()).same("HS", "học sinh giỏi")
    assert nouns_of(rules()).same("DN", "doanh nghiệp")
    assert not nouns_of(rules()).same("HS", "doanh nghiệp")


def test_a_ratio_is_no_part_of_less_than_its_own_whole() -> None:
    words = "có 754/760 HS khá, trong đó loại giỏi có 486 học sinh, có 751/760 HS ngoan"
    assert [(f.value, f.role, f.parent_key) for f in figures(paper(words))] == [
        (754, "total", None), (486, "part", 0), (751, "part", None),
    ]  # fmt: skip


def test_a_whole_paper_in_one_line_keeps_its_body() -> None:
    words = (
        "UBND HUYỆN ĐÔNG KHÊ PHÒNG GIÁO DỤC ------ CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - "
        "Tự do - Hạnh phúc Đông Khê, ngày 07 tháng 12 năm 2010 BÁO CÁO KIỂM TRA Thực hiện Công "
        "văn số 663/SGDĐT ngày 09/11/2010 của Sở Giáo dục và Đào tạo, nhà trường có 12 lớp; "
        "trường đã rà soát các tiêu chuẩn và báo cáo kết quả như sau."
    )
    dispatch = plain(words)
    assert [c.cited_number for c in extract_citations(dispatch, rules())] == ["663/SGDĐT"]
    issuer = dispatch.head.issuer
    assert issuer is None or "CỘNG HOÀ" not in issuer.value


def test_a_law_is_cited_from_its_own_name_on() -> None:
    words = "Luật Mẫu được Quốc hội khóa XIII thông qua Luật Mẫu số 107/2016/QH13 ngày 06/4/2016"
    (citation,) = extract_citations(paper(words), rules())
    assert citation.start == words.rindex("Luật Mẫu")


def test_a_day_behind_a_figure_until_which_it_is_to_be_reached() -> None:
    words = """
Số: 12/BC-UBND
Mẫu Sơn, ngày 10 tháng 10 năm 2023
BÁO CÁO
Tình hình bàn giao

Các xã bàn giao mặt bằng 12 dự án trọng điểm trước ngày 30/11/2023. Đã bàn giao 5 dự án.

Còn 9 hộ phải di dời trước ngày 30/11/2023; bàn giao 7 dự án trước ngày 30/9/2023.
"""
    assert [(f.value, f.role) for f in read(words)] == [
        (12, "target"), (5, "result"), (9, "result"), (7, "result"),
    ]  # fmt: skip
