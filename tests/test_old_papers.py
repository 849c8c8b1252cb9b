"""Papers of the last century: short years, dashes for năm, papers that are not carried out."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.extract.citations.extract import extract_citations
from pipeline.extract.dates.extract import extract_dates
from pipeline.model import CitationMention, DateMention
from tests.figure_papers import rules
from tests.laid_out import document, head
from tests.layout_pages import head_of, value

ISSUED = dt.date(1947, 10, 20)


def cited(words: str, issued: dt.date | None = ISSUED) -> tuple[CitationMention, ...]:
    return extract_citations(document([("basis", words)], head("SL", issued_on=issued)), rules())


def dated(words: str, issued: dt.date | None = ISSUED) -> tuple[DateMention, ...]:
    dispatch = document([("paragraph", words)], head("SL", issued_on=issued))
    return extract_dates(dispatch, extract_citations(dispatch, rules()), rules())


def test_the_day_of_the_paper_tells_the_century() -> None:
    words = "Chiểu Sắc lệnh số 63 ngày 5-6-46 và Sắc lệnh số 12-SL ngày 18-12-46 tổ chức các khu."
    assert [c.cited_on for c in cited(words)] == [dt.date(1946, 6, 5), dt.date(1946, 12, 18)]
    assert [d.date_start for d in dated("Họp ngày 5-6-46 tại khu 3.")] == [dt.date(1946, 6, 5)]
    later = dated("Họp ngày 5/6/19 tại xã.", dt.date(2020, 1, 3))
    assert [(d.date_start, d.confidence < 0.9) for d in later] == [(dt.date(2019, 6, 5), True)]


@pytest.mark.parametrize("words", ["Họp ngày 5-6-46.", "Mua ngày 5/13/46."])
def test_without_a_century_there_is_no_day(words: str) -> None:
    assert dated(words, None) == ()


def test_a_year_that_may_be_to_come_is_none_of_the_century_before() -> None:
    assert dated("Thực hiện đến hết ngày 30-6-30.", dt.date(2025, 3, 5)) == ()
    assert [c.cited_on for c in cited("Quyết định số 63 ngày 30-6-30", dt.date(2025, 3, 5))] == [
        None
    ]


@pytest.mark.parametrize("words", ["11-08-23 cán bộ", "ngày 5/6/20 21 của Bộ Mẫu"])
def test_no_short_year(words: str) -> None:
    assert dated(words, dt.date(2024, 1, 1)) == ()


def test_a_dash_for_the_word_of_the_year() -> None:
    (day,) = dated("Bầu cử ngày 15 tháng 10 - 1947.")
    assert (day.date_start, day.role) == (dt.date(1947, 10, 15), "event")
    assert [d.precision for d in dated("mục 3 Tháng 5/1947")] == ["month"]


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("Không thực hiện Quyết định số 15-CT ngày 3-5-1946 nữa.", "refers"),
        ("Thực hiện Quyết định số 15-CT ngày 3-5-1946.", "implements"),
    ],
)
def test_what_is_no_longer_carried_out(words: str, relation: str) -> None:
    dispatch = document([("paragraph", words)], head("QĐ", issued_on=ISSUED))
    assert [c.relation for c in extract_citations(dispatch, rules())] == [relation]


def test_a_report_of_its_own_kind_ends_the_subject_before_it() -> None:
    words = (
        "Xét Tờ trình số 56/TTr-UBND ngày 2/11/2011 của UBND tỉnh về kế hoạch biên chế sự nghiệp "
        "và Báo cáo thẩm tra số 34/BC-PC ngày 2/12/2011 của Ban Pháp chế;"
    )
    first, second = cited(words, dt.date(2011, 12, 7))
    assert (first.cited_title, second.cited_type) == ("kế hoạch biên chế sự nghiệp", "BC")
    assert second.start == words.index("Báo cáo")


def test_the_term_of_a_council_is_no_part_of_its_name() -> None:
    words = "Căn cứ Nghị quyết số 3/2003/NQ-HĐND ngày 8/7/2003 của HĐND tỉnh Mẫu khoá 14, kỳ họp 9."
    assert [c.cited_issuer for c in cited(words)] == ["HĐND tỉnh Mẫu"]


@pytest.mark.parametrize(
    ("title", "below", "subject"),
    [
        ("CÔNG ĐIỆN KHẨN", "VỀ VIỆC PHÒNG CHỐNG LŨ", "PHÒNG CHỐNG LŨ"),
        ("THÔNG TƯ LIÊN BỘ", "Hướng dẫn sắp xếp biên chế", "Hướng dẫn sắp xếp biên chế"),
        ("NGHỊ QUYẾT HĐND TỈNH MẪU", "Về quyết toán năm 1998", "Về quyết toán năm 1998"),
    ],
)
def test_titles_that_say_more_than_the_type(title: str, below: str, subject: str) -> None:
    top = "UBND TỈNH MẪU\nSố: 5/XX-UBND\nMẫu, ngày 3 tháng 5 năm 1999\n\n"
    found = head_of(f"{top}{title}\n\n{below}\n\n")
    assert value(found.subject) == subject


def test_a_colon_behind_the_mark_of_the_subject() -> None:
    found = head_of("CỤC THUẾ MẪU\nSố: 5/CT-TTHT\nV/v\n: thuế nhà thầu\nKính gửi: Công ty A\n")
    assert value(found.subject) == "thuế nhà thầu"
