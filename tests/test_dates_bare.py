"""Days, months and quarters without a year, and stretches whose ends are told unlike."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.extract.citations.extract import extract_citations
from pipeline.extract.dates.extract import extract_dates
from pipeline.model import Block, Dispatch, Field, Head, Text
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
ISSUED = dt.date(2023, 9, 20)


def read(text: str, issued: dt.date = ISSUED, subject: str | None = None) -> list[tuple[str, ...]]:
    block = Block("paragraph", 0, len(text), 1, text)
    about = Field(subject, 0, 0, "test") if subject else None
    head = Head(issued_on=issued, subject=about)
    dispatch = Dispatch(Text(text, (), (), ()), head, (block,), (), ())
    rows = extract_dates(dispatch, extract_citations(dispatch, RULES), RULES)
    return [(str(row.date_start), str(row.date_end), row.role) for row in rows]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Sáng 12/9, Sở Mẫu họp.", ("2023-09-12", "2023-09-12", "event")),
        ("Ngày 24-8, UBND tỉnh có ý kiến.", ("2023-08-24", "2023-08-24", "event")),
        ("Công văn ngày 15 tháng 6 của Sở", ("2023-06-15", "2023-06-15", "cited")),
        ("vào ngày 20/11, trường tổ chức lễ", ("2023-11-20", "2023-11-20", "event")),
        ("Trong tháng 9, Sở đã tiếp dân.", ("2023-09-01", "2023-09-30", "period")),
        ("từ tháng 8 đến tháng 12.", ("2023-08-01", "2023-12-31", "period")),
        ("Trong quý IV hoàn thành.", ("2023-10-01", "2023-12-31", "period")),
        ("Từ đầu năm đến nay, Sở", ("2023-01-01", "2023-09-20", "period")),
    ],
)
def test_what_has_no_year_is_of_the_papers_own(text: str, want: tuple[str, ...]) -> None:
    assert read(text) == [want]


@pytest.mark.parametrize(
    "text",
    [
        "chào mừng ngày 20/11",
        "Ngày 27/7, ngày của thương binh",
        "ngày 10 tháng 3 âm lịch",
        "ngày 15/6 hằng năm",
        "trong tháng 3 âm lịch",
        "Quý I hằng năm",
        "đạt 12/9 chỉ tiêu",
        "vào 1/3 thời lượng chương trình; chiều 1/2 quãng đường",
        "mang thai từ tháng 4 trở đi",
        "Quý 1 lần báo cáo",
        "mã số từ 2001 đến 2020.",
        "quý vị đại biểu",
    ],
)
def test_feasts_and_what_comes_every_year_have_none(text: str) -> None:
    assert read(text) == []


def test_a_paper_about_another_year_has_no_year_for_them() -> None:
    december = dt.date(2023, 12, 20)
    assert read("Trong tháng 6, tổ chức tập huấn.", december, "Kế hoạch năm 2024") == []
    assert read("Trong tháng 6, đã tập huấn.", december, "Kết quả năm 2023") != []
    assert read("Ngày 5/1, Sở họp.", december) == []


@pytest.mark.parametrize(
    ("text", "first", "last", "role"),
    [
        ("từ năm 2018 đến tháng 6 năm 2023", "2018-01-01", "2023-06-30", "period"),
        ("Từ tháng 5/2020 đến ngày 30/6/2023", "2020-05-01", "2023-06-30", "period"),
        ("từ quý I/2022 đến quý III/2023", "2022-01-01", "2023-09-30", "period"),
        ("quý II đến quý IV năm 2023", "2023-04-01", "2023-12-31", "period"),
        ("các tháng 9, 10, 11 năm 2023", "2023-09-01", "2023-11-30", "period"),
        ("nửa đầu năm 2023", "2023-01-01", "2023-06-30", "period"),
        ("năm 2021 và 2022 tăng 5%", "2021-01-01", "2022-12-31", "period"),
        ("trong 3 năm (2021, 2022, 2023)", "2021-01-01", "2023-12-31", "period"),
        ("giai đoạn từ 2016 đến 2020", "2016-01-01", "2020-12-31", "period"),
        ("năm ngân sách 2012", "2012-01-01", "2012-12-31", "period"),
        ("Hội nghị họp trong 02 ngày, 27 và 28/9/2023", "2023-09-27", "2023-09-28", "event"),
        ("hoàn thành xong trước quý IV/2023", "2023-10-01", "2023-12-31", "deadline"),
    ],
)
def test_stretches(text: str, first: str, last: str, role: str) -> None:
    assert read(text) == [(first, last, role)]


def test_a_number_behind_a_year_is_no_year() -> None:
    assert read("năm 2021 và 2000 người") == [("2021-01-01", "2021-12-31", "period")]
    assert read("tăng từ 1950 đến 2010 tấn") == []


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Thời hạn nộp hồ sơ: 15/10/2023.", ("2023-10-15", "2023-10-15", "deadline")),
        ("Hạn cuối nhận bài: ngày 15/10/2023", ("2023-10-15", "2023-10-15", "deadline")),
        ("chậm nhất trong Quý I/2024", ("2024-01-01", "2024-03-31", "deadline")),
        ("Từ 7h30 đến 11h30, ngày 15/10/2023", ("2023-10-15", "2023-10-15", "event")),
        ("từ 15h ngày 19/9 đến 15h ngày 20/9", ("2023-09-19", "2023-09-20", "period")),
        ("từ 05/2015 - 08/2020: Chuyên viên", ("2015-05-01", "2020-08-31", "period")),
        ("Thời gian thi: ngày 15 và ngày 16 tháng 10 năm 2023",
         ("2023-10-15", "2023-10-16", "event")),
        ("đạt danh hiệu các năm: 2019, 2020, 2021", ("2019-01-01", "2021-12-31", "period")),
        ("An Bình, tháng 03 năm 2023", ("2023-03-01", "2023-03-31", "issued")),
        ("Theo báo cáo của Sở Mẫu, sáng 10/9, lũ lên", ("2023-09-10", "2023-09-10", "event")),
    ],
)  # fmt: skip
def test_terms_clocks_and_months_between_strokes(text: str, want: tuple[str, ...]) -> None:
    assert read(text) == [want]


def draft(text: str, subject: str | None = None) -> list[tuple[str, ...]]:
    """What a draft says below a place-and-date line with neither day nor month."""
    line = "An Bình, ngày     tháng     năm 2024"
    whole = f"{line}\n{text}"
    block = Block("paragraph", len(line) + 1, len(whole), 1, text)
    about = Field(subject, 0, 0, "test") if subject else None
    head = Head(issued_span=(len("An Bình, "), len(line)), subject=about)
    dispatch = Dispatch(Text(whole, (), (), ()), head, (block,), (), ())
    found = extract_dates(dispatch, extract_citations(dispatch, RULES), RULES)
    rows = [row for row in found if row.role != "issued"]  # the year of the head's own line
    assert all(row.confidence < 0.9 for row in rows if "20" not in whole[row.start : row.end])
    return [(str(row.date_start), str(row.date_end), row.role) for row in rows]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Trong 6 tháng đầu năm, tỉnh", ("2024-01-01", "2024-06-30", "period")),
        ("Giá trong tháng 7 tăng.", ("2024-07-01", "2024-07-31", "period")),
        ("Sáng 12/3, Sở Mẫu họp.", ("2024-03-12", "2024-03-12", "event")),
        ("Từ năm 2020 đến nay, Sở", ("2020-01-01", "None", "period")),
        ("Từ đầu năm đến nay, Sở", ("2024-01-01", "None", "period")),
    ],
)
def test_a_draft_with_a_blank_day_has_its_year(text: str, want: tuple[str, ...]) -> None:
    assert draft(text) == [want]
    assert draft(text, "Kết quả công tác tháng 7 năm 2024") == [want]


def test_a_draft_about_another_year_has_none_for_days_without() -> None:
    assert draft("Giá trong tháng 7 tăng.", "Kế hoạch năm 2025") == []


@pytest.mark.parametrize(
    "text",
    [
        "Hồ sơ khen thưởng hằng năm gửi về Sở (qua Văn phòng) trước ngày 15/10.",
        "Các đơn vị báo cáo định kỳ 6 tháng (trước ngày 10/10).",
        "gửi trước ngày 30/3 năm sau; đối với các trường trước ngày 15/10.",
    ],
)
def test_a_term_that_comes_back_each_year_has_no_year(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Theo kế hoạch hằng năm, đề nghị gửi báo cáo trước ngày 15/10.",
        "Sở họp định kỳ. Đề nghị gửi báo cáo trước ngày 15/10.",
    ],
)
def test_a_term_beside_what_comes_back(text: str) -> None:
    assert read(text) == [("2023-10-15", "2023-10-15", "deadline")]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("CPI tháng 9 tăng 0,5%", [("2023-09-01", "2023-09-30", "period")]),
        ("kết quả tháng 9 và quý III năm 2022",
         [("2022-09-01", "2022-09-30", "period"), ("2022-07-01", "2022-09-30", "period")]),
        ("tháng 6, 6 tháng đầu năm 2022",
         [("2022-06-01", "2022-06-30", "period"), ("2022-01-01", "2022-06-30", "period")]),
        ("Thời gian thi đua: từ ngày 12/02/2019 đến hết ngày 31/12/2019",
         [("2019-02-12", "2019-12-31", "period")]),
        ("báo cáo định kỳ 6 tháng trước ngày 10/10, báo cáo năm trước ngày 10/12", []),
    ],
)  # fmt: skip
def test_months_beside_parts_of_a_year(text: str, want: list[tuple[str, ...]]) -> None:
    assert read(text) == want


def test_months_of_a_school_year_are_of_two_years() -> None:
    plan = "Thi đua năm học 2022 - 2023"
    assert read("Trong tháng 10, trường họp.", subject=plan) == []
    assert read("Trong tháng 5, trường họp.", subject=plan) == [
        ("2023-05-01", "2023-05-31", "period")
    ]
    assert draft("Trong tháng 5, trường họp.", "Thi đua năm học 2024 - 2025") == []
