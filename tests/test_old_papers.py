"""Papers of the last century: short years, dashes for năm, papers that are not carried out."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.document import process
from pipeline.extract.citations.extract import extract_citations
from pipeline.extract.dates.extract import extract_dates
from pipeline.model import CitationMention, DateMention, Source
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


DECREE = """{title}

CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HOÀ
Chiểu Sắc lệnh số 158/SL ngày 6 tháng 6 năm 1947 đặt Huân chương;
RA SẮC LỆNH:
Điều 1. Nay tặng thưởng Huân chương Kháng chiến hạng Nhì cho ông Nguyễn Đức Mận, Chủ tịch Ủy ban \
kháng chiến hành chính tỉnh Gò Mẫu, và bà Lê Thị Mơ, nông dân xã Tân Mẫu, đã có công.

VÕ VĂN MẪU
"""


@pytest.mark.parametrize(
    "title",
    [
        "SẮC LỆNH SỐ 183/SL\nNGÀY 25 THÁNG 5 NĂM 1950",
        "SẮC LỆNH SỐ 183/SL NGÀY 25 THÁNG 5 NĂM 1950",
        "SẮC LỆNH\nSỐ 183/SL NGÀY 25 THÁNG 5 NĂM 1950",
    ],
)
def test_a_decree_names_itself_in_its_title_and_confers(title: str) -> None:
    data = DECREE.format(title=title).encode()
    source = Source("mem/a.txt", "0" * 64, len(data), "text/plain")
    tables = process(data, source, rules()).tables
    (paper,) = tables["documents"]
    assert (paper["doc_type"], paper["doc_number"]) == ("SL", "183/SL")
    assert paper["issued_on"] == dt.date(1950, 5, 25) and paper["subject"] is None
    assert paper["issuer"] == "CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HOÀ"
    assert paper["signer_name"] == "Võ Văn Mẫu"
    people = [(r["name"], r["position"], r["decision"]) for r in tables["awardees"]]
    assert people == [("Nguyễn Đức Mận", "Chủ tịch", "183/SL"), ("Lê Thị Mơ", "nông dân", "183/SL")]


def test_a_resolution_that_confers_nothing_decides_on_no_award() -> None:
    words = DECREE.format(title="NGHỊ QUYẾT\nSỐ 183-NQ/TVQH NGÀY 25 THÁNG 5 NĂM 1960")
    words = words.replace("Nay tặng thưởng", "Tổng kết việc tặng thưởng")
    data = words.replace("RA SẮC LỆNH", "QUYẾT NGHỊ").encode()
    source = Source("mem/a.txt", "0" * 64, len(data), "text/plain")
    rows = process(data, source, rules()).tables["awardees"]
    assert [row["decision"] for row in rows if row["decision"]] == []


@pytest.mark.parametrize(
    ("words", "number", "day"),
    [
        ("Thực hiện tờ trình số 12/TT.TĐ ngày 2.8.1992 của Viện.", "12/TT.TĐ", (1992, 8, 2)),
        ("Theo Quyết định số 56/QĐ.CT ngày 3-3-1994.", "56/QĐ.CT", (1994, 3, 3)),
        ("Theo Thông tư số 05-TT-LB ngày 1-2-1991.", "05-TT-LB", (1991, 2, 1)),
    ],
)
def test_dots_and_dashes_in_old_symbols(words: str, number: str, day: tuple[int, int, int]) -> None:
    found = cited(words, dt.date(1996, 5, 5))
    assert [(c.cited_number, c.cited_on) for c in found] == [(number, dt.date(*day))]


def test_a_full_stop_behind_a_symbol_is_no_part_of_it() -> None:
    found = cited("Theo Công văn số 12/CV.Các xã gửi Kế hoạch số 7/KH.Hạn nộp 3/4/1996.")
    assert [c.cited_number for c in found] == ["12/CV", "7/KH"]


def test_the_name_of_a_ministry_goes_on_behind_a_dash() -> None:
    lines = "BỘ NỘI VỤ - BỘ LAO ĐỘNG -\nTHƯƠNG BINH VÀ XÃ HỘI\nSố: 12/2011/TTLT-BNV-BLĐTBXH\n"
    found = head_of(lines + "Hà Nội, ngày 6 tháng 10 năm 2011\n\nTHÔNG TƯ LIÊN TỊCH\nHướng dẫn mẫu")
    assert value(found.issuer) == "BỘ NỘI VỤ - BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"


def test_a_council_of_ministers_issues_alone() -> None:
    words = "Thi hành Nghị quyết số 113/HĐBT ngày 5-7-1987 của Hội đồng Bộ trưởng, Bộ Mẫu xin báo."
    assert [c.cited_issuer for c in cited(words, None)] == ["Hội đồng Bộ trưởng"]


def test_judgments_are_no_lists() -> None:
    assert [c.cited_type for c in cited("Số hiệu: 34/2025/DS-ST của tòa.", None)] == [None]


@pytest.mark.parametrize(("day", "role"), [("15/01/1977", "issued"), ("16/02/2012", "published")])
def test_a_day_beside_the_count_of_readers_is_the_sites(day: str, role: str) -> None:
    found = dated(f"{day} | 3283 Lượt xem |", dt.date(1977, 1, 15))
    assert [d.role for d in found] == [role]
