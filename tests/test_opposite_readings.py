"""Words whose shape has two readings: each beside the one that must not be taken for it."""

from __future__ import annotations

import pytest

from pipeline.extract.citations.extract import extract_citations
from pipeline.extract.dates.extract import extract_dates
from pipeline.model import Block, DateMention, Dispatch, Head, Text
from tests.cited import RULES, cite
from tests.figure_papers import figures, paper
from tests.test_dates_bare import ISSUED, read
from tests.test_totals_told import linked, notice


def one(words: str) -> Dispatch:
    block = Block("paragraph", 0, len(words), 1, words)
    return Dispatch(Text(words, (), (), ()), Head(issued_on=ISSUED), (block,), (), ())


def dated(words: str) -> tuple[DateMention, ...]:
    return tuple(extract_dates(one(words), (), RULES))


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Năm 2022, trong tháng 8 đã mở 12 lớp.", "2022-08-01", "2022-08-31"),
        ("Năm 2022 thu 12 tỷ đồng; quý I thu 2 tỷ đồng.", "2022-01-01", "2022-03-31"),
        ("Năm 2022 có 12 đội; đến nay, trong quý III có 5 đội.", "2023-07-01", "2023-09-30"),
        ("Đến hết quý I, đã thu 3 tỷ đồng.", "2023-03-31", "2023-03-31"),
        ("Hết tháng 8, còn 50 hộ.", "2023-08-31", "2023-08-31"),
        ("Sáu tháng đầu năm 2023 có 30 vụ.", "2023-01-01", "2023-06-30"),
        ("Số liệu năm 2019 và 2022; các chỉ số khác.", "2019-01-01", "2022-12-31"),
    ],
)
def test_whose_year_it_is(words: str, start: str, end: str) -> None:
    assert (start, end) in {row[:2] for row in read(words)}


@pytest.mark.parametrize("words", ["Cùng kỳ quý II có 8 vụ.", "Vào tháng 8 năm ngoái có bão."])
def test_another_year_that_is_not_named(words: str) -> None:
    assert read(words) == []


def test_years_in_a_bracket_that_nobody_calls_so_are_doubted() -> None:
    assert [row.confidence for row in dated("Thửa đất (2019, 2020).")] == [0.8]
    assert [row.confidence for row in dated("Trong 3 năm (2020, 2021, 2022).")] == [1.0]


def test_a_term_in_the_running_quarter() -> None:
    assert [row[2] for row in read("Chậm nhất trong quý III phải xong.")] == ["deadline"]


def test_the_day_that_opens_the_next_sentence() -> None:
    words = "Huyện ban hành Quyết định số 57/QĐ-SNV. Ngày 9/3/2023, huyện kiểm tra."
    assert [row[2] for row in read(words)] == ["event"]
    assert [row[2] for row in read("Quyết định số 57/QĐ-SNV ngày 9/3/2023.")] == ["cited"]


@pytest.mark.parametrize(
    "words", ["Nhà số 15-A/HĐ sửa lại.", "Sổ số 45-HC/TB.", "Xe số 29-LD/KH đỗ."]
)
def test_numbers_of_other_things(words: str) -> None:
    assert cite(words) == []
    assert cite("Thông tư số 30-BYT/TT và số 31-BYT/TT ngày 3/3/1985.")[1].cited_number


def test_who_did_not_give_it() -> None:
    assert cite("Đã có Công văn số 12/UBND-VX gửi các sở.")[0].cited_issuer is None
    small = cite("Quyết định số 8/QĐ-UBND của ủy ban nhân dân tỉnh Quy định mức chi")
    assert small[0].cited_issuer == "ủy ban nhân dân tỉnh"


def test_a_day_without_a_year_after_the_paper_dates_none_before_it() -> None:
    dispatch = one("Ngày 20/12, Sở Nội vụ có Công văn số 12/SNV-TC.")
    assert extract_citations(dispatch, RULES)[0].cited_on is None
    dispatch = one("Ngày 20/8, Sở Nội vụ có Công văn số 12/SNV-TC.")
    assert str(extract_citations(dispatch, RULES)[0].cited_on) == "2023-08-20"


def test_what_is_left_behind_a_growth() -> None:
    rows = linked(paper("Đầu năm có 250 hộ nghèo, giảm 50 hộ, còn lại 200 hộ nghèo."))
    assert [row[1] for row in rows] == ["total", "part", "part"]
    rows = linked(paper("Có 200 hộ nghèo, giảm 50 hộ; còn lại 30 hộ cận nghèo."))
    assert [row[1] for row in rows] == ["result", "result", "part"]


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("Có 30 hộ (20 hộ năm 2022).", ["result", "result"]),
        ("Có 30 hộ (20 hộ nghèo).", ["total", "part"]),
        ("Hỗ trợ 12 triệu đồng/10 hộ, đạt 80% chỉ tiêu.", ["result", "result", "result"]),
        ("Chi 12 tỷ đồng/15 tỷ đồng, đạt 80% dự toán.", ["result", "target", "result"]),
        ("Đề nghị giải quyết 15 vụ; giải quyết xong 10 vụ.", ["result", "result"]),
    ],
)
def test_roles_of_what_looks_alike(words: str, roles: list[str]) -> None:
    assert [row[1] for row in linked(paper(words))] == roles


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("UBND các huyện đã tập trung chỉ đạo, trồng 1.200 ha rừng.", "result"),
        ("Tập trung tuyên truyền được 120 buổi.", "result"),
        ("Rà soát cho thấy 45 hộ thiếu đất.", "result"),
        ("Tập trung tuyên truyền 120 buổi.", None),
    ],
)
def test_orders_and_what_came_of_them(words: str, role: str | None) -> None:
    told = notice(words, "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp")
    assert linked(told)[0][1] == role


def test_medals_and_rates_are_neither_money_nor_people() -> None:
    assert [f.value for f in figures(paper("Đạt 45 huy chương (12 vàng, 13 bạc, 20 đồng)."))] == [
        45
    ]
    assert figures(paper("Đạt 12 bác sĩ/10.000 dân; 105 nam/100 nữ.")) == ()
    assert [f.value for f in figures(paper("Phạt 20 đồng."))] == [20]


def test_what_is_told_below_a_request() -> None:
    lead = "Công đoàn đề nghị các đơn vị thực hiện các nội dung như sau:"
    for words, role in (
        ("Các đơn vị đã tổ chức 60 lớp.", "result"),
        ("Có 145 đơn vị được công nhận.", "result"),
        ("Trong năm có 145 đơn vị được công nhận.", "result"),
        ("Có 34/34 đơn vị tổ chức hội nghị, đạt 100%.", "result"),
        ("Tổ chức 60 lớp cho đoàn viên.", None),
    ):
        assert {row[1] for row in linked(paper(lead, words, doc_type="CV"))} == {role}
