"""Dates and periods: grammar against the calendar, roles, and what is no date."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.citations.extract import extract_citations
from pipeline.extract.dates.extract import extract_dates, find_issue_date
from pipeline.grammar.date_grammar import find_expressions
from pipeline.model import Appendix, Block, BlockKind, DateMention, Dispatch, Field, Head, Text
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
ISSUED = dt.date(2021, 4, 19)


def dates(
    text: str,
    kind: BlockKind = "paragraph",
    issued: dt.date | None = ISSUED,
    annex: bool = False,
    number: str | None = None,
) -> list[DateMention]:
    block = Block(kind, 0, len(text), 1, text.replace("\n", " "), part=int(annex))
    annexes = (Appendix(1, "DANH SÁCH", 0, len(text), (0, len(text))),) if annex else ()
    own = Field(number, 0, 0, "test") if number else None
    head = Head(issued_on=issued, doc_number=own)
    dispatch = Dispatch(Text(text, (), (), ()), head, (block,), (), annexes)
    return list(extract_dates(dispatch, extract_citations(dispatch, RULES), RULES))


@pytest.mark.parametrize(
    ("text", "first", "last", "role"),
    [
        ("họp ngày 03 tháng 5 năm 2018", "2018-05-03", "2018-05-03", "event"),
        ("ngày 14 tháng 6 năm2019", "2019-06-14", "2019-06-14", "event"),
        ("ngày /4/2019", "2019-04-01", "2019-04-30", "event"),
        ("ngày15/4/2010", "2010-04-15", "2010-04-15", "event"),
        ("trong năm 2016, 2017", "2016-01-01", "2017-12-31", "period"),
        ("giai đoạn 2017 -2022", "2017-01-01", "2022-12-31", "period"),
        ("(Năm 2017 – Năm 2020)", "2017-01-01", "2020-12-31", "period"),
        ("nhiệm kỳ 2022 – 2027", "2022-01-01", "2027-12-31", "period"),
        ("5 NĂM (2014-2019)", "2014-01-01", "2019-12-31", "period"),
        ("năm học 2022-2023", "2022-01-01", "2023-12-31", "period"),
        ("quý II/2023", "2023-04-01", "2023-06-30", "period"),
        ("trong quí III năm 2023", "2023-07-01", "2023-09-30", "period"),
        ("trong 6 tháng đầu năm 2021", "2021-01-01", "2021-06-30", "period"),
        ("10 tháng đầu năm", "2021-01-01", "2021-10-31", "period"),
        ("những tháng đầu năm 2021", "2021-01-01", "2021-04-19", "period"),
        ("từ năm 2011 đến nay", "2011-01-01", "2021-04-19", "period"),
        ("từ tháng 11/2023 đến tháng 02/2024", "2023-11-01", "2024-02-29", "period"),
        ("từ tháng 01 đến tháng 6 năm 2020", "2020-01-01", "2020-06-30", "period"),
        ("tính đến ngày 30/5/2021", "2021-05-30", "2021-05-30", "period"),
        ("đến hết tháng 8/2018", "2018-08-31", "2018-08-31", "period"),
        ("đến cuối tháng 10", "2021-10-31", "2021-10-31", "period"),
        ("gửi về trước ngày 25/12/2024", "2024-12-25", "2024-12-25", "deadline"),
        ("Từ nay đến hết ngày 31/7/2021", "2021-07-31", "2021-07-31", "deadline"),
        ("chậm nhất là ngày 24 tháng 6 năm 2021", "2021-06-24", "2021-06-24", "deadline"),
        ("Từ 08h ngày 4/4/2024 đến trước 17h ngày 15/4/2024", "2024-04-04", "2024-04-15", "period"),
        ("Từ 08h00' ngày 4/4/2024 đến 17h00' ngày 15/4/2024", "2024-04-04", "2024-04-15", "period"),
        ("làm từ ngày 25/7/2024 đến hết ngày 20/9/2024", "2024-07-25", "2024-09-20", "period"),
        ("Hội nghị họp từ ngày 17/6 đến ngày 20/6/2014", "2014-06-17", "2014-06-20", "event"),
        ("(3/2/1930 - 3/2/2020)", "1930-02-03", "2020-02-03", "period"),
        ("Căn cứ Luật Mẫu Một, Hai năm 2005", "2005-01-01", "2005-12-31", "cited"),
        ("Căn cứ Luật Mẫu ngày 14/6/2005", "2005-06-14", "2005-06-14", "cited"),
        ("thực hiện Luật Mẫu trong năm 2020", "2020-01-01", "2020-12-31", "period"),
        ("Quyết định số 12/QĐ-SNV năm 2019 của Sở Nội vụ", "2019-01-01", "2019-12-31", "cited"),
        ("theo Kế hoạch số 12/KH-SNV, năm 2019 có 5 lớp", "2019-01-01", "2019-12-31", "period"),
        ("Quyết định số 12/QĐ-SNV, ngày 15/3/2019", "2019-03-15", "2019-03-15", "cited"),
        ("các ngày 12, 13 và 14/8/2020", "2020-08-12", "2020-08-14", "event"),
        ("thực hiện năm 2025 và 2026.", "2025-01-01", "2026-12-31", "period"),
        ("Dự kiến hoàn tất 30/04/2022", "2022-04-30", "2022-04-30", "deadline"),
        ("Văn bản số 29/TTr-SM ngày TI tháng 8 năm 2025", "2025-08-01", "2025-08-31", "cited"),
        ("Công văn số 8/SM-VP ngày 26 tháng Š năm 2020 của", "2020-01-01", "2020-12-31", "cited"),
        ("Công văn số 8/SM-VP đã giao trong tháng 8 năm 2025", "2025-08-01", "2025-08-31",
         "period"),
    ],
)  # fmt: skip
def test_one_mention(text: str, first: str, last: str, role: str) -> None:
    (found,) = dates(text)
    assert (str(found.date_start), str(found.date_end), found.role) == (first, last, role)


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Luật Sửa đổi một số điều của các Luật liên quan đến đầu tư ngày 19/6/2009;",
        "Căn cứ Luật Sửa đổi, bổ sung một số điều của Luật đầu tư năm 2016;",
        "Căn cứ Luật Khiếu nại năm 2004 và 2005;",
        "Căn cứ Luật Ngân hàng Nhà nước ngày 16 tháng 6 năm 2010;",
    ],
)
def test_the_day_or_year_of_a_law(text: str) -> None:
    assert [row.role for row in dates(text)] == ["cited"]


def test_a_count_behind_a_year_is_no_year() -> None:
    assert [str(d.date_end) for d in dates("năm 2020 và 2000 người")] == ["2020-12-31"]


def test_two_years_are_two_mentions() -> None:
    assert [d.date_start for d in dates("năm 2015 và năm 2016")] == [
        dt.date(2015, 1, 1),
        dt.date(2016, 1, 1),
    ]


@pytest.mark.parametrize(
    "text",
    ["64/64", "12/73/82", "mã 1.013980", "PCI 2024", "Chiến lược 2035", "tầm nhìn 2045",
     "Tháng công nhân", "0263.3822.123", "trong 40 ngày", "lúc 18:27", "91/2017/NĐ-CP",
     "nhân dịp 28/7", "ngày 31/11/2020", "nhiệm kỳ 2021-20", "giai đoạn 2020-2015", "tuổi 45",
     "cuối những năm 1980", "tại nhà số 12/5/2024 đường Mẫu An"],
)  # fmt: skip
def test_no_date(text: str) -> None:
    assert dates(text) == []


def test_now_is_open_without_an_issue_date() -> None:
    (found,) = dates("Từ năm 2012 đến nay", issued=None)
    assert (found.date_end, found.precision) == (None, "open")


@pytest.mark.parametrize(
    "behind", ["hằng năm", "hàng năm", "của mỗi năm", "năm sau", "năm liền kề"]
)
def test_a_day_of_every_or_another_year_gets_no_year(behind: str) -> None:
    assert dates(f"Hồ sơ gửi trước ngày 15/8 {behind}.") == []
    assert len(dates("Hồ sơ gửi trước ngày 15/8 của năm nay.")) == 1


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Dự án được cấp phép trước ngày 01/8/2023 tiếp tục hưởng ưu đãi", "period"),
        ("xử lý các vi phạm phát sinh trước ngày 01/01/2022", "period"),
        ("Các hồ sơ gửi trước ngày 01/01/2020 không xét", "period"),
        ("báo cáo Sở Nội vụ trước ngày 15/8/2023", "deadline"),
        ("Các đơn vị đã đăng ký phải gửi hồ sơ trước ngày 15/8/2023", "deadline"),
        ("Từ nay đến năm 2030", "deadline"),
    ],
)
def test_a_day_that_only_bounds_the_past_is_no_deadline(text: str, role: str) -> None:
    assert [d.role for d in dates(text)] == [role]


def test_the_line_under_the_title_of_rules_holds_the_issue_date() -> None:
    for words in (
        "(Ban hành kèm theo Quyết định số: 12/2021/QĐ.UB ngày 19/4/2021 của UBND tỉnh)",
        "Kèm theo Công văn số 5/SNV-TC ngày 08 tháng ….. năm 2021",
    ):
        assert [d.role for d in dates(words)] == ["issued"]


@pytest.mark.parametrize(
    "text",
    [
        "Ban hành theo QĐ số: 99- TC/QĐ/CĐKT \tngày  2/11/1996",
        "Quyết định số 46/QĐ-SXD và số 47/QĐ-SXD cùng ngày 13/12/2020",
        "Căn cứ Luật Mẫu được Quốc hội khóa X thông qua ngày 12/11/1996",
        "theo Quyết định số 8/QĐ-SNV ngày … tháng … năm 2020",
    ],
)
def test_the_day_of_a_cited_document(text: str) -> None:
    assert dates(text)[-1].role == "cited"


def test_a_law_that_speaks_of_itself_and_a_line_of_place_and_date() -> None:
    assert dates("Luật này được Quốc hội khóa X thông qua ngày 20/5/1998.")[0].role == "issued"
    (found,) = dates("An Bình, ngày 23 tháng ….. năm 2021")
    assert (found.role, found.precision) == ("issued", "year")


@pytest.mark.parametrize(
    ("text", "issued", "first"),
    [
        ("gửi trước ngày 15/3", dt.date(2023, 12, 20), dt.date(2024, 3, 15)),
        ("tính đến ngày 31/12", dt.date(2024, 1, 10), dt.date(2023, 12, 31)),
        ("gửi trước ngày 15/3", dt.date(2023, 6, 20), None),
        ("gửi trước ngày 15/6", dt.date(2023, 6, 20), dt.date(2023, 6, 15)),
    ],
)
def test_the_year_left_out_around_the_turn_of_the_year(
    text: str, issued: dt.date, first: dt.date | None
) -> None:
    found = dates(text, issued=issued)
    assert [d.date_start for d in found] == ([] if first is None else [first])


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Quyết định này có hiệu lực thi hành kể từ ngày 10/8/2021.", "có hiệu lực thi hành"),
        ("Đại hội Công đoàn tỉnh được tổ chức vào ngày 10/8/2021.", "Đại hội Công đoàn tỉnh"),
        (
            "Chi hội tổ chức Đại hội nhiệm kỳ IV (2019 – 2024) vào ngày 27/9/2019",
            "Đại hội nhiệm kỳ IV",
        ),
        ("Ngày 03/01/2021, Sở Nội vụ tổ chức Hội nghị tổng kết năm.", "Hội nghị tổng kết"),
        ("Họp xong. Ngày 03/01/2021 nhận đơn.", None),
        ("Nhận đơn ngày 03/01/2021 của công dân.", None),
    ],
)
def test_the_event_of_a_date(text: str, event: str | None) -> None:
    found = next(d for d in dates(text) if d.role == "event")
    assert found.event == event


def test_supplied_year_is_less_sure() -> None:
    (found,) = dates("trước ngày 15/12")
    assert (found.date_start, found.role) == (dt.date(2021, 12, 15), "deadline")
    assert found.confidence < 0.9
    assert dates("trước ngày 15/12", issued=None) == []


def test_annex_line_holds_the_issue_date() -> None:
    (found,) = dates("(Kèm theo Quyết định số 7/QĐ-SNV ngày 5/6/2021)", "appendix", annex=True)
    assert found.role == "issued"


def test_the_own_day_in_the_corner_of_a_form_is_that_of_issue() -> None:
    corner = "Mẫu số C3 Ban hành theo QĐ số: 12/2021/QĐ- BTM Bộ phận: ........ "
    for day, number, role in (
        ("ngày 19/4/2021 của Bộ trưởng", "12/2021/QĐ-BTM", "issued"),
        ("ngày 19/4/2021 của Bộ trưởng", "15/2021/QĐ-BTM", "event"),
        ("ngày 19/4/2021 họp", "12/2021/QĐ-BTM", "event"),
    ):
        assert [d.role for d in dates(corner + day, "table", number=number)] == [role]


def test_issue_date_line() -> None:
    found = find_issue_date("Bắc Nam, ngày 8 tháng 7 năm 2012", RULES)
    assert found is not None
    assert found.day == dt.date(2012, 7, 8)
    blank = find_issue_date("ngày    tháng 9 năm 2020", RULES)
    assert blank is not None
    assert (blank.day, blank.first, blank.last) == (None, dt.date(2020, 9, 1), dt.date(2020, 9, 30))
    empty = find_issue_date("ngày … tháng … năm 2020", RULES)
    assert empty is not None
    assert (empty.day, empty.precision) == (None, "year")
    assert (empty.first, empty.last) == (dt.date(2020, 1, 1), dt.date(2020, 12, 31))


@pytest.mark.parametrize(
    ("text", "quote", "role"),
    [
        ("Tờ trình số   /TTr-SNV ngày   /  /2024 về việc", "ngày   /  /2024", "cited"),
        ("gửi báo cáo trước ngày 07/……./2024.", "ngày 07/……./2024", "deadline"),
    ],
)
def test_blank_month_between_strokes_is_the_year(text: str, quote: str, role: str) -> None:
    (found,) = dates(text)
    assert text[found.start : found.end] == quote
    assert (found.date_start, found.date_end) == (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert found.role == role


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Căn cứ Luật Mẫu năm 2014 (được sửa đổi, bổ sung năm 2018);", ["cited", "cited"]),
        ("Bộ luật Mẫu năm 2015 được sửa đổi, bổ sung năm 2017", ["cited", "cited"]),
        ("Luật Mẫu ngày 19/6/2015 (sửa đổi, bổ sung ngày 22/11/2019)", ["cited", "cited"]),
        ("Quy chế sửa đổi, bổ sung năm 2018", ["period"]),
    ],
)
def test_what_amends_a_law_is_known_by_its_year(text: str, roles: list[str]) -> None:
    assert [row.role for row in dates(text)] == roles


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Đại hội diễn ra vào 24 - 25/05/2018.", "2018-05-24", "2018-05-25"),
        ("Hội thi (24–25/5/2018)", "2018-05-24", "2018-05-25"),
        ("Công văn số 24 - 25/5/2018", "2018-05-25", "2018-05-25"),
    ],
)
def test_days_without_their_word(text: str, first: str, last: str) -> None:
    (found,) = dates(text)
    assert (str(found.date_start), str(found.date_end)) == (first, last)


def stated_day(text: str) -> dt.date | None:
    """The one day that a text states, None if it states none or several."""
    days = [item.first for item in find_expressions(text, RULES) if item.precision == "day"]
    return days[0] if len(days) == 1 else None


@given(st.dates(dt.date(1930, 1, 1), dt.date(2099, 12, 31)), st.sampled_from("/.-"))
def test_every_day_of_the_calendar(day: dt.date, sign: str) -> None:
    assert stated_day(f"ngày {day.day:02d}{sign}{day.month}{sign}{day.year}") == day
    assert stated_day(f"ngày {day.day} tháng {day.month:02d} năm {day.year}") == day


@given(st.integers(0, 40), st.integers(0, 14), st.integers(1990, 2030))
def test_impossible_days_are_not_mended(day: int, month: int, year: int) -> None:
    try:
        expected: dt.date | None = dt.date(year, month, day)
    except ValueError:
        expected = None
    assert stated_day(f"{day}/{month}/{year}") == expected


@given(st.text(alphabet="0123456789/.- ngàytháămừđếqúI,(…:", max_size=80))
def test_never_crashes_and_spans_hold(text: str) -> None:
    last = 0
    for found in find_expressions(text, RULES, ISSUED):
        assert last <= found.start < found.end <= len(text)
        assert found.last is None or found.first <= found.last
        last = found.end


def test_days_in_a_row_joined_by_dashes() -> None:
    (item,) = find_expressions("diễn ra vào các ngày 5-6-7/4/2013", RULES)
    assert (item.first, item.last) == (dt.date(2013, 4, 5), dt.date(2013, 4, 7))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Qua xem xét nội dung đơn đề ngày 10/12/2024 của bà Lê Thị Mẫu", ["cited"]),
        ("nhận được Đơn ngày 30/9/2024 và 28/12/2024 của ông Lê Văn Mẫu", ["cited"] * 2),
        ("Đơn khiếu nại lần hai của ông Lê Văn Mẫu đề ngày 05/3/2020", ["cited"]),
        ("theo đơn kiến nghị ngày 05/3/2020 của các hộ dân", ["cited"]),
        ("Xét Báo cáo kết quả thanh tra ngày 15/8/2019 của Trưởng đoàn", ["cited"]),
        ("theo Biên bản làm việc ngày 15/8/2019", ["cited"]),
        ("đã tiến hành kiểm tra ngày 15/8/2019", ["event"]),
        ("đơn được tiếp nhận ngày 05/3/2020", ["event"]),
        ("các đơn vị họp ngày 05/3/2020", ["event"]),
        ("nộp đơn tại trụ sở vào ngày 05/3/2020", ["event"]),
    ],
)
def test_the_day_that_a_petition_bears(text: str, roles: list[str]) -> None:
    assert [row.role for row in dates(text)] == roles


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("báo cáo trước ngày 25/6 và ngày 25/12/2021.",
         [("2021-06-25", "deadline"), ("2021-12-25", "deadline")]),
        ("gửi trước ngày 10 tháng 6 năm 2021 và ngày 10 tháng 12 năm 2021 về Sở",
         [("2021-06-10", "deadline"), ("2021-12-10", "deadline")]),
        ("gửi trước ngày 10/6/2021 và ngày 12/6/2021 họp tại Sở",
         [("2021-06-10", "deadline"), ("2021-06-12", "event")]),
    ],
)  # fmt: skip
def test_two_terms_of_one_word(text: str, days: list[tuple[str, str]]) -> None:
    assert [(row.date_start.isoformat(), row.role) for row in dates(text)] == days


def test_a_stretch_whose_ends_have_their_day_of_the_week() -> None:
    (row,) = dates("nghỉ từ thứ Năm 01/7/2021 đến hết Chủ nhật 04/7/2021")
    assert (row.date_start, row.date_end) == (dt.date(2021, 7, 1), dt.date(2021, 7, 4))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("kết quả tháng 8, phương hướng nhiệm vụ tháng 9 năm 2023", ["2023-08-01", "2023-09-01"]),
        ("Kết quả tháng 12; nhiệm vụ tháng 01/2024", ["2023-12-01", "2024-01-01"]),
        ("kết quả tháng 8, kế hoạch tháng 11 năm 2023", ["2023-11-01"]),
    ],
)
def test_a_month_before_the_tasks_of_the_next_has_its_year(text: str, months: list[str]) -> None:
    assert [str(row.date_start) for row in dates(text)] == months


def test_a_month_whose_day_has_a_letter_for_a_digit_is_doubtful() -> None:
    sure = [
        [row.confidence for row in dates(f"Hội nghị tổ chức {day} tháng 10 năm 2021 tại huyện.")]
        for day in ("vào", "ngày l5", "ngày 0B")
    ]
    assert sure[0] == [1.0]
    assert all(confidence < 0.9 for row in sure[1:] for confidence in row)
    assert all(sure)
