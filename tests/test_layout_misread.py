"""Dates of recognised pages: digits put right in the view, the text as it was read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from pipeline.document import find_mentions
from pipeline.extract.citations.extract import extract_citations
from pipeline.layout import lay_out
from pipeline.layout.misread import mend_areas, mend_dates, mend_papers, mend_words
from pipeline.link.faint import without_faint_figures
from pipeline.link.rows import dispatch_rows
from pipeline.model import Dispatch, Metadata, RawLine, RawPage, Reading, Source, WordBox
from pipeline.normalise import compose
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


@pytest.mark.parametrize(
    ("read", "seen"),
    [
        ("ngày l6 tháng I1 năm 2O18", "ngày 16 tháng 11 năm 2018"),
        ("ngày 26 tháng 1] năm 2017;", "ngày 26 tháng 11 năm 2017;"),
        ("ngày 22/1 1/2018", "ngày 22/ 11/2018"),
        ("ngày 1 6/11/2018", "ngày  16/11/2018"),
        ("ngày 16/11/2018", "ngày 16/11/2018"),
        ("ngày I1/9/2O21", "ngày 11/9/2021"),
        ("ngày hội/9/2021", "ngày hội/9/2021"),
        ("Quý 11/2023, quý II/2023", "Quý  2/2023, quý II/2023"),
        ("quý I, quý IÍ năm 2022", "quý I, quý  2 năm 2022"),
        ("quý H năm 2020, quý 1H/2020", "quý 2 năm 2020, quý  3/2020"),
        ("quý 1IH/2020", "quý 1IH/2020"),
        ("quý IƯ/2019, quý HHH/2019", "quý  4/2019, quý HHH/2019"),
        ("ngày 22 thắng 3 nàm 2021, 6 thảng đầu năm", "ngày 22 tháng 3 năm 2021, 6 tháng đầu năm"),
        ("đội 22 thắng 3 trận năm 2021", "đội 22 thắng 3 trận năm 2021"),
        ("giai đoạn 2021 2030", "giai đoạn 2021-2030"),
        ("đón 2021 2030 khách", "đón 2021 2030 khách"),
        ("quý I/2019, quý 3/2019", "quý I/2019, quý 3/2019"),
        ("Lớp lO, ngày hội năm 2018", "Lớp lO, ngày hội năm 2018"),
        ("tỷ lệ 3/1 1 000", "tỷ lệ 3/1 1 000"),
    ],
)
def test_only_the_digits_of_a_date_are_put_right(read: str, seen: str) -> None:
    assert mend_dates(read, RULES) == seen
    assert len(seen) == len(read)


def scanned(lines: list[str], faint: str = "") -> Reading:
    """A recognised page; the words that hold ``faint`` were read with a confidence of 0.4."""
    made = []
    for row, text in enumerate(lines):
        words, at = [], 0
        for word in text.split():
            start = text.index(word, at)
            at = start + len(word)
            sure = 0.4 if faint and faint in word else 0.95
            box = (50.0 + 6 * start, 50.0 + 20 * row, 50.0 + 6 * at, 62.0 + 20 * row)
            words.append(WordBox(start, at, box, sure))
        made.append(RawLine(text, tuple(words)))
    page = RawPage(1, tuple(made), "tesseract", 595.0, 842.0, is_ocr=True, ocr_confidence=0.9)
    return Reading(reader="tesseract", pages=(page,), page_count=1)


PAPER = [
    "SỞ XÂY DỰNG TỈNH MẪU",
    "Số: 42/QĐ-SXD",
    "Nơi Mẫu, ngày 17 tháng 5 năm 2021",
    "QUYẾT ĐỊNH",
    "Về việc tặng Giấy khen",
    "Căn cứ Luật Xây dựng ngày l8 tháng 6 năm 2014;",
]


@pytest.mark.parametrize(
    ("lines", "issuer", "parent"),
    [
        (["TẬP ĐOÀN MẪU", "VIÊN THÔNG NƠI MẪU"], "VIỄN THÔNG NƠI MẪU", "TẬP ĐOÀN MẪU"),
        (["ỦY BAN NHÂN DÂN", "TINH QUANG NGAI"], "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", None),
        (["UỶ BAN NHÂN DÂN XÃ MẪU"], "UỶ BAN NHÂN DÂN XÃ MẪU", None),
        (["UBND TỈNHLÂMĐÒNG"], "UBND TỈNH LÂM ĐỒNG", None),
        (["LBND TỈNH QUẢNG NGÃI", "SỞ NỌI VỤ"], "SỞ NỘI VỤ", "UBND TỈNH QUẢNG NGÃI"),
        (["LIÊN ĐOÀN LAO ĐÔNG TỈNH MẪU"], "LIÊN ĐOÀN LAO ĐỘNG TỈNH MẪU", None),
        (["LIÊN ĐOÀN LAO ĐỘNG HUYỆN VĂN PHONG"], "LIÊN ĐOÀN LAO ĐỘNG HUYỆN VĂN PHONG", None),
    ],
)
def test_kinds_of_bodies_are_put_right(lines: list[str], issuer: str, parent: str | None) -> None:
    head = laid_out(scanned([*lines, *PAPER[1:]])).head
    assert head.issuer is not None
    assert (head.issuer.value, head.parent_issuer and head.parent_issuer.value) == (issuer, parent)
    as_read = " ".join(lines)
    assert (head.issuer.confidence < 0.9) == (head.issuer.value not in as_read)


def laid_out(reading: Reading) -> Dispatch:
    return lay_out(compose(reading), Metadata(), reading.reader, RULES)


def test_a_scanned_paper_whose_ink_was_not_seen_is_no_draft() -> None:
    reading = scanned([PAPER[0], "Số :     /QĐ-SXD", *PAPER[2:]])
    dispatch = laid_out(reading)
    assert dispatch.head.doc_number is None and dispatch.head.symbol == "QĐ-SXD"
    assert not dispatch.head.is_draft and dispatch.defects == ("number_unreadable",)
    typed = replace(reading.pages[0], is_ocr=False)
    draft = laid_out(replace(reading, pages=(typed,)))
    assert draft.head.is_draft and draft.head.doc_number is not None and not draft.defects
    marked = laid_out(scanned([PAPER[0], "DỰ THẢO", "Số :     /QĐ-SXD", *PAPER[2:]]))
    assert marked.head.is_draft and marked.head.doc_number is not None


def test_a_mended_date_is_read_and_less_sure_and_its_quote_is_what_was_read() -> None:
    dispatch = laid_out(scanned(PAPER))
    dates = [d for d in find_mentions(dispatch, RULES).dates if d.role == "cited"]
    assert [d.date_start for d in dates] == [dt.date(2014, 6, 18)]
    assert dates[0].confidence <= 0.8
    assert dispatch.text.text[dates[0].start : dates[0].end] == "ngày l8 tháng 6 năm 2014"


def test_the_same_words_that_were_not_recognised_are_left_alone() -> None:
    reading = scanned(PAPER)
    page = replace(reading.pages[0], is_ocr=False)
    dispatch = laid_out(replace(reading, pages=(page,)))
    days = [d.date_start for d in find_mentions(dispatch, RULES).dates]
    assert dt.date(2014, 6, 18) not in days


@pytest.mark.parametrize(
    ("faint", "number", "day", "defects"),
    [
        ("", "42/QĐ-SXD", dt.date(2021, 5, 17), ()),
        ("42", None, dt.date(2021, 5, 17), ("number_unreadable",)),
        ("17", "42/QĐ-SXD", None, ("date_unreadable",)),
        ("tháng", "42/QĐ-SXD", dt.date(2021, 5, 17), ()),
    ],
)
def test_a_faint_number_or_day_is_null_and_said_to_be(
    faint: str, number: str | None, day: dt.date | None, defects: tuple[str, ...]
) -> None:
    reading = scanned(PAPER, faint)
    dispatch = without_faint_figures(laid_out(reading), reading)
    head = dispatch.head
    assert (head.doc_number.value if head.doc_number else None) == number
    assert head.issued_on == day
    assert head.symbol == "QĐ-SXD"
    assert set(defects) == {d for d in dispatch.defects if d.endswith("unreadable")}


def test_rows_and_fields_are_as_sure_as_their_words_and_their_page_were_read() -> None:
    reading = scanned(PAPER, faint="Mẫu,")
    dispatch = laid_out(reading)
    mentions = find_mentions(dispatch, RULES)
    source = Source("scan.pdf", "f" * 64, 1, "application/pdf")
    rows = dispatch_rows(source, reading, dispatch, mentions, RULES)
    (issued,) = [date for date in mentions.dates if date.role == "issued"]
    (row,) = [row for row in rows["dates"] if row["role"] == "issued"]
    assert row["confidence"] == round(issued.confidence * 0.95 * 0.9, 4)
    (document,) = rows["documents"]
    evidence: list[dict[str, object]] = document["evidence"]  # type: ignore[assignment]
    sure = {field["field"]: field["confidence"] for field in evidence}
    assert sure["doc_number"] == round(0.95 * 0.9, 4)
    assert sure["place"] == round(0.4 * 0.9, 4)


@pytest.mark.parametrize(
    ("read", "seen"),
    [
        ("Quyết định số I195/QD-BM ngày", "Quyết định số 1195/QD-BM ngày"),
        ("Luật Mẫu số 31/2024/QHI5", "Luật Mẫu số 31/2024/QH15"),
        ("Nghị định số 1O5/2024/NĐ-CP của Chính phu", "Nghị định số 105/2024/NĐ-CP của Chính phủ"),
        ("Luật Mẫu số 67 2025 QHI5", "Luật Mẫu số 67/2025/QH15"),
        ("Nghị định số 13.2019,NĐ-CP", "Nghị định số 13/2019/NĐ-CP"),
        ("Luật Mẫu số 93.,2025 'QH15", "Luật Mẫu số 93/ 2025/ QH15"),
        ("của Chính phủ vê Điều lệ, sông Vê", "của Chính phủ về Điều lệ, sông Vê"),
        ("ông Lê Chính Phú, số A12/QĐ, số lIO", "ông Lê Chính Phú, số A12/QĐ, số lIO"),
    ],
)
def test_only_what_can_be_one_thing_is_put_right_in_cited_papers(read: str, seen: str) -> None:
    assert mend_papers(read, RULES) == seen
    assert len(seen) == len(read)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("1. Ông Vũ Mẫu, Giám đốc Jrung tâm Y tế;", "1. Ông Vũ Mẫu, Giám đốc Trung tâm Y tế;"),
        ("Chỉ nhánh Công tỷ Cổ phần Mẫu Khê", "Chi nhánh Công ty Cổ phần Mẫu Khê"),
        ("Trung tâm Viễn thông PleïMẫu", "Trung tâm Viễn thông PleiMẫu"),
        (
            "Uỷ ban nhân dân xã Mẫu, Công đoạn sản xuất",
            "Uỷ ban nhân dân xã Mẫu, Công đoạn sản xuất",
        ),
        ("Chỉ hội viên; Jr. Mẫu; công ty", "Chỉ hội viên; Jr. Mẫu; công ty"),
        ("Đoàn Luật sư tinh Bình Thuận", "Đoàn Luật sư tỉnh Bình Thuận"),
        ("UBND TĨNH LÂM ĐÔNG, tính Lâm Đông", "UBND TỈNH LÂM ĐỒNG, tỉnh Lâm Đồng"),
        ("tỉnh Thanh Hoá, tỉnh Đăk Lăk, Tỉnh Hà Nam", "tỉnh Thanh Hoá, tỉnh Đăk Lăk, Tỉnh Hà Nam"),
        ("nghĩa tình Hà Nam, tính hà nam", "nghĩa tình Hà Nam, tính hà nam"),
        ("tính Hà Mẫu, tinh Nam Định", "tính Hà Mẫu, tỉnh Nam Định"),
        ("tập đoàn Bưu điện liệt Nam", "tập đoàn Bưu điện Việt Nam"),
        ("12. Ong Nguyễn Văn Mẫu", "12. Ông Nguyễn Văn Mẫu"),
        ("Ong Trân Đình Mẫu, Ong Thế Mẫu Thử", "Ông Trân Đình Mẫu, Ong Thế Mẫu Thử"),
        ("Tổng công, ty Mẫu, cơ quan lý luận", "Tổng công ty  Mẫu, cơ quan lý luận"),
        ("Ủy ban Quan lý vôn nhà nước", "Ủy ban Quản lý vốn nhà nước"),
        ("Lý ban MTTQ xã, của Uy ban Kiểm tra", "Ủy ban MTTQ xã, của Ủy ban Kiểm tra"),
        ("Ong Lê Mẫu; giống Ong Mật Bạc Hà", "Ong Lê Mẫu; giống Ong Mật Bạc Hà"),
    ],
)
def test_words_that_can_be_one_thing_only(read: str, printed: str) -> None:
    assert mend_words(read, RULES) == printed
    assert len(read) == len(printed)


def test_specks_that_read_as_small_letters_are_no_type() -> None:
    lines = [*PAPER[:3], "kh", "QUYẾT ĐỊNH", "Khen thưởng", PAPER[5], "Điều 1. Tặng 3 đội."]
    head = laid_out(scanned(lines)).head
    assert (head.doc_type, head.subject and head.subject.value) == ("QĐ", "Khen thưởng")


def test_a_type_whose_q_lost_its_tail_and_the_number_of_an_annex_half_read() -> None:
    lines = [*PAPER[:3], ",OUYẾT ĐỊNH", "Khen thưởng", PAPER[5], "Điều 1. Tặng 3 đội."]
    annex = ["GIÁM ĐỐC", "Hồ Văn Mẫu", "DANH SÁCH", "2/QĐ-SXD ngày 17 tháng 5 năm 2021", "1. Đội 1"]
    dispatch = laid_out(scanned([*lines, *annex]))
    head = dispatch.head
    assert (head.doc_type, head.subject and head.subject.value) == ("QĐ", "Khen thưởng")
    assert [row.cited_number for row in extract_citations(dispatch, RULES)] == []
    named = "theo Quyết định số 2/QĐ-SXD ngày 17 tháng 5 năm 2021"
    other = laid_out(scanned([*lines[:-1], f"Điều 1. Tặng 3 đội {named}.", *annex[:3]]))
    assert [row.cited_number for row in extract_citations(other, RULES)] == ["2/QĐ-SXD"]


@pytest.mark.parametrize(
    ("read", "seen"),
    [
        ("phần diện tích 7.700m? (gồm: DTL: 31,7m”; ODT: 69,5m°) đã thu hồi",
         "phần diện tích 7.700m2 (gồm: DTL: 31,7m2; ODT: 69,5m2) đã thu hồi"),
        ("thu hồi đất 120 m? của ông Lê Văn Mẫu", "thu hồi đất 120 m2 của ông Lê Văn Mẫu"),
        ("cây cầu dài 12m”.", "cây cầu dài 12m”."),
        ("diện tích 4,2 km2; dung tích hồ 350.000 m?; tưới",
         "diện tích 4,2 km2; dung tích hồ 350.000 m?; tưới"),
        ("diện tích là bao nhiêu m?", "diện tích là bao nhiêu m?"),
    ],
)  # fmt: skip
def test_the_small_two_of_an_area(read: str, seen: str) -> None:
    assert mend_areas(read, RULES) == seen


@pytest.mark.parametrize(
    ("read", "seen"),
    [
        ("về trật tự giải đoạn 202] - 2025;", "về trật tự giải đoạn 2021 - 2025;"),
        ("nhiệm kỳ 2O21-2026", "nhiệm kỳ 2021-2026"),
        ("giải đoạn thẳng", "giải đoạn thẳng"),
        ("giai đoạn 2021 - 2025", "giai đoạn 2021 - 2025"),
    ],
)
def test_the_first_year_of_a_phase(read: str, seen: str) -> None:
    assert mend_dates(read, RULES) == seen
