"""Normalise: one text in NFC with look-alikes put right, and the way back for each letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Cell, RawLine, RawPage, Reading, Text, WordBox
from pipeline.normalise import boxes_of, compose, origin_of
from pipeline.normalise.letters import repair
from pipeline.normalise.markup import unmark
from pipeline.normalise.quality import text_quality

NAME = "Nguyễn Thị Bưởi, LĐLĐ huyện Đắk Sơn; Trường Tiểu học Ngõ Thuỷ"
# letters that look alike, marks, blanks and markdown: where the faults are
TRICKY = st.text(
    st.sampled_from("aAeêoôơuưyđĐÐðƉɖƢƣ\u0300\u0301\u0302\u0303\u0306\u0309\u0323\u031b\u0340\u0341"
                    "\u00a0\u2009\u3000\u200b\ufeff\u00ad\ufb01\uf0b7\t\x0c\u2028 *_#>|-<b>аеоТМ")
)  # fmt: skip


def reading_of(*pages: Sequence[str | RawLine], reader: str = "text") -> Reading:
    raw = [[RawLine(x) if isinstance(x, str) else x for x in lines] for lines in pages]
    return Reading(reader, tuple(RawPage(i, tuple(x), reader) for i, x in enumerate(raw, start=1)))


def composed(*lines: str, reader: str = "text") -> str:
    text = compose(reading_of(lines, reader=reader)).text
    assert text.endswith("\n")
    return text[:-1]


def check_way_back(reading: Reading, text: Text) -> None:
    """Every offset is a break between lines or leads to a raw letter, in the raw order."""
    assert unicodedata.is_normalized("NFC", text.text)
    text.text.encode("utf-8")
    assert [text.text[p.start : p.end] for p in text.pages] == _cut(text)
    breaks = {line.end for line in text.lines}
    last = (-1, -1, -1)
    for offset in range(len(text.text)):
        origin = origin_of(text, offset)
        if origin is None:
            assert offset in breaks and text.text[offset] in "\n\t"
            continue
        page, index, raw = origin
        assert 0 <= raw < len(reading.pages[page].lines[index].text)
        assert origin >= last
        last = origin
    assert origin_of(text, len(text.text)) is None
    for line, raw_line in zip(text.lines, [x for p in reading.pages for x in p.lines], strict=True):
        page, index = line.raw
        assert reading.pages[page].lines[index] is raw_line
        if text.text[line.start : line.end] == raw_line.text:
            for i in range(line.end - line.start):
                assert origin_of(text, line.start + i) == (page, index, i)


def _cut(text: Text) -> list[str]:
    ends = [page.end for page in text.pages]
    return [text.text[a:b] for a, b in zip([0, *ends], ends, strict=False)]


@given(st.lists(st.lists(st.one_of(st.text(), TRICKY), max_size=4), max_size=3))
def test_any_text_is_stored_and_leads_back(pages: list[list[str]]) -> None:
    reading = reading_of(*pages)
    check_way_back(reading, compose(reading))


@given(st.text(st.characters(codec=None)))
def test_any_code_point_even_a_lone_surrogate(line: str) -> None:
    reading = reading_of([line], reader="pdfium")
    check_way_back(reading, compose(reading))


def _has_foreign_letter(line: str) -> bool:
    return any(unicodedata.name(c, "").startswith(("CYRILLIC", "GREEK")) for c in line)


@given(st.one_of(st.text(), TRICKY).filter(lambda line: not _has_foreign_letter(line)))
def test_put_right_once_is_right(line: str) -> None:
    once, origins = repair(line)
    assert repair(once)[0] == once
    assert origins is None or (len(origins) == len(once) and sorted(origins) == list(origins))


@given(st.text(st.sampled_from(NAME + "\u1ee9\u1eb7\u1ee7.!?“”–%0123456789")))
def test_composed_and_decomposed_vietnamese_are_one(line: str) -> None:
    decomposed = unicodedata.normalize("NFD", line)
    assert repair(decomposed)[0] == unicodedata.normalize("NFC", line)


@pytest.mark.parametrize(
    ("raw", "right"),
    [
        (unicodedata.normalize("NFD", NAME), NAME),  # decomposed
        ("Tiê\u0301n sĩ Vu\u031b\u0303", "Tiến sĩ Vữ"),  # half composed, Windows-1258 style
        ("viê\u0323t o\u0323\u0302", "việt ộ"),  # dot below before or after the circumflex
        ("tạ\u0323o", "tạo"),  # the same tone twice
        ("ho\u0300\u0301a", "hóa"),  # two tones: the last one stays
        ("a\u0340 e\u0341", "à é"),  # deprecated tone marks
        ("Ðoàn ÐOÀN ðồng Ɖ ɖ", "Đoàn ĐOÀN đồng Đ đ"),
        ("TRƢỜNG trƣờng ngƣời", "TRƯỜNG trường người"),
        ("СÔNG ĐOÀN", "CÔNG ĐOÀN"),  # Cyrillic Es
        ("Нà Nội, Тrần Мai", "Hà Nội, Trần Mai"),
        ("Công\u00a0đoàn\u2009cơ\u202fsở\u3000xã A", "Công đoàn cơ sở xã A"),
        ("Công\u200b đo\u00adàn\ufeff\u2060", "Công đoàn"),
        ("12/QĐ\u2011UBND 2018\u20102019, \u22125,2", "12/QĐ-UBND 2018-2019, -5,2"),
        ("A \u2014 B \u2015 C", "A – B – C"),  # one dash for the long ones
        # the hyphen of some programs that write PDF; no syllable breaks
        ("12/QĐ\u00adUBND 5/TTr\u00adSNV 2018\u00ad2019", "12/QĐ-UBND 5/TTr-SNV 2018-2019"),
        ("Thi đua \u00ad Khen thưởng", "Thi đua - Khen thưởng"),
        ("\u00adNhư trên; thi\u00ad đua", "-Như trên; thi đua"),
        ("thi đua ''Dạy tốt'', ``Học tốt’’", 'thi đua "Dạy tốt", "Học tốt"'),
        ("-\tCăn cứ Luật", "- Căn cứ Luật"),  # the mark of an item, and no column
        ("1.\t\tÔng A", "1. Ông A"),
        ("1.\tÔng A\tHuyện B", "1.    Ông A    Huyện B"),
        ("Số：１２／QĐ", "Số:12/QĐ"),  # as wide as a Han letter
        ("eﬃcient ﬁle ﬂow", "efficient file flow"),
        ("\uf0b7 Như trên", "• Như trên"),
        ("\ue123Tên", "Tên"),  # private use without a known shape
        ("V\ue123n 1\ue123\ue1245", "V\ufffdn 1\ufffd\ufffd5"),  # in a word it was a letter
    ],
)
def test_look_alikes(raw: str, right: str) -> None:
    assert composed(raw, reader="pdfium") == right
    check_way_back(reading_of([raw], reader="pdfium"), compose(reading_of([raw], reader="pdfium")))


def test_look_alike_in_a_word_with_an_invisible_letter() -> None:
    assert repair("ĐO\u200bА")[0] == "ĐOA"  # the last letter is Cyrillic


@pytest.mark.parametrize("raw", ["hoa\u00b4", "hoa\u0313"])
def test_spacing_or_foreign_tone_mark(raw: str) -> None:
    assert composed(raw, reader="pdfium") == "hoá"


@pytest.mark.parametrize(
    "kept",
    [
        "Москва",  # a word of another script is left as it is
        "hòa hoà, ủy uỷ, lí lý, Kon Tum Kontum",  # spelling is not touched
        "LĐLD, LDLĐ, tinh phần đấu, cống cỗ",  # nor are misread words
        "418 /BC - LĐLD",
        "Vẻ “đẹp” – ‘chuẩn’ 12½ m² … 30°C",
        "GD\u0026ĐT x\u00b3",
    ],
)
def test_nothing_else_changes(kept: str) -> None:
    assert composed(kept, reader="pdfium") == kept
    (run,) = compose(reading_of([kept], reader="pdfium")).runs
    assert run.origins is None


def test_a_repair_is_named_as_defect() -> None:
    assert compose(reading_of(["Ðoàn"])).defects == ("letters_repaired",)
    assert compose(reading_of(["Đoàn"])).defects == ()


def test_origin_of_a_composed_letter_is_its_base() -> None:
    text = compose(reading_of(["xx", "bie\u0302\u0309n"], reader="pdfium"))
    assert text.text == "xx\nbiển\n"
    assert [origin_of(text, i) for i in range(3, 7)] == [(0, 1, 0), (0, 1, 1), (0, 1, 2), (0, 1, 5)]
    assert origin_of(text, 2) is None


# ---------------------------------------------------------------------------------- markdown


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("**Nơi nhận:**", "Nơi nhận:"),
        ("## II. KẾT QUẢ", "II. KẾT QUẢ"),
        ("> Trích lời", "Trích lời"),
        ("*“Máy gieo hạt”* của ông", "“Máy gieo hạt” của ông"),
        ("__Điều 1.__ Tặng", "Điều 1. Tặng"),
        ("<u>Nơi nhận</u>", "Nơi nhận"),
        # and what is no mark
        ("* Sở Nội vụ;", "* Sở Nội vụ;"),
        ("***", "***"),
        ("* * *", "* * *"),
        ("|---|---|", "|---|---|"),
        ("Số: ____/QĐ-UBND", "Số: ____/QĐ-UBND"),
        ("Họ tên: ________", "Họ tên: ________"),
        ("ky_so__ban_2", "ky_so__ban_2"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a < b và c > d", "a < b và c > d"),
        ("#hastag", "#hastag"),
    ],
)
def test_marks_go_and_what_only_looks_like_them_stays(raw: str, plain: str) -> None:
    assert composed(raw) == plain
    check_way_back(reading_of([raw]), compose(reading_of([raw])))


def test_a_line_break_tag_parts_the_words() -> None:
    assert " ".join(composed("Sở Nội vụ<br>Sở Tài chính").split()) == "Sở Nội vụ Sở Tài chính"


def test_marks_stay_where_the_source_is_no_plain_text() -> None:
    assert composed("**Nơi nhận:**", reader="pdfium") == "**Nơi nhận:**"


def test_bold_over_two_lines() -> None:
    text = compose(reading_of(["**TM. BAN THƯỜNG VỤ", "CHỦ TỊCH**", "Lê Văn Tám"]))
    assert text.text == "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\nLê Văn Tám\n"
    ((start, end, kind),) = text.emphasis
    assert (text.text[start:end], kind) == ("TM. BAN THƯỜNG VỤ\nCHỦ TỊCH", "bold")


def test_italic_is_kept_as_emphasis() -> None:
    text = compose(reading_of(["Giải pháp *“Máy gieo hạt”* của **bà** Lê Thị Sáu"]))
    marked = {(text.text[start:end], kind) for start, end, kind in text.emphasis}
    assert marked == {("“Máy gieo hạt”", "italic"), ("bà", "bold")}


def test_heading_mark_becomes_the_role_of_the_line() -> None:
    text = compose(reading_of(["### 1. Kết quả", "Đã đạt"]))
    assert [line.role for line in text.lines] == ["heading", ""]


@given(TRICKY)
def test_marks_are_told_by_kept_offsets(line: str) -> None:
    marks = unmark(line)
    if marks.kept is not None:
        assert list(marks.kept) == sorted(set(marks.kept))
        assert len(marks.kept) < len(line)
        inner = [*marks.bold, *(i for span in marks.italic for i in span)]
        assert all(0 <= i <= len(marks.kept) for i in inner)


# ----------------------------------------------------------------------- lines, pages, boxes


def boxed(text: str, left: float, top: float) -> RawLine:
    """A line of words 10 points a letter, 12 points high."""
    words, at = [], 0
    for word in text.split(" "):
        box = (left + 10 * at, top, left + 10 * (at + len(word)), top + 12)
        words.append(WordBox(at, at + len(word), box))
        at += len(word) + 1
    return RawLine(text, words=tuple(words))


def test_boxes_of_a_span_over_lines_and_pages() -> None:
    reading = reading_of(
        [boxed("Ban Chấp hành", 50, 700), boxed("Công đoàn", 50, 720)],
        [boxed("cơ sở", 50, 40)],
        reader="pdfium",
    )
    text = compose(reading)
    start, end = text.text.index("hành"), text.text.index("cơ") + 2
    assert boxes_of(text, reading, start, end) == [
        (1, (140.0, 700.0, 180.0, 712.0)),
        (1, (50.0, 720.0, 140.0, 732.0)),
        (2, (50.0, 40.0, 70.0, 52.0)),
    ]
    inside = text.text.index("hấp")
    assert boxes_of(text, reading, inside, inside + 1) == [(1, (90.0, 700.0, 130.0, 712.0))]
    assert boxes_of(text, reading, text.lines[0].end, text.lines[0].end + 1) == []


def test_boxes_of_repaired_letters() -> None:
    raw = unicodedata.normalize("NFD", "Nguyễn Thị Bưởi")
    reading = reading_of([boxed(raw, 0, 0)], reader="pdfium")
    text = compose(reading)
    start = text.text.index("Bưởi")
    first = raw.index("B")
    assert boxes_of(text, reading, start, start + 4) == [
        (1, (10.0 * first, 0.0, 10.0 * len(raw), 12.0))
    ]


def test_no_boxes_without_page_geometry() -> None:
    reading = reading_of(["Công đoàn"])
    assert boxes_of(compose(reading), reading, 0, 4) == []


def test_cells_of_a_row_stand_on_one_line() -> None:
    rows = [
        RawLine("TT", cell=Cell(0, 0, 0)), RawLine("Họ tên", cell=Cell(0, 0, 1)),
        RawLine("1", cell=Cell(0, 1, 0)), RawLine("", cell=Cell(0, 1, 1)),
        RawLine("1", cell=Cell(1, 1, 0)),
    ]  # fmt: skip
    text = compose(reading_of([*rows, "Hết"], reader="docx"))
    assert text.text == "TT\tHọ tên\n1\t\n1\nHết\n"
    assert [text.text[x.start : x.end] for x in text.lines] == ["TT", "Họ tên", "1", "", "1", "Hết"]


@pytest.mark.parametrize("reading", [reading_of(), reading_of([]), reading_of([""], [])])
def test_nothing_read_is_an_empty_text(reading: Reading) -> None:
    text = compose(reading)
    assert text.text.strip() == ""
    assert len(text.pages) == len(reading.pages)
    assert text.runs == ()
    assert origin_of(text, 0) is None
    assert boxes_of(text, reading, 0, 1) == []


def test_text_quality() -> None:
    assert text_quality("Kết quả phong trào thi đua lao động giỏi năm qua") == 1.0
    assert (text_quality("kxt qwzz phrng trxo jjj wwz") or 0.0) < 0.4
    assert text_quality("12 / 34 ...") is None


def test_a_tab_parts_columns_as_wide_blanks_do() -> None:
    assert composed("Nơi nhận:\tCHỦ TỊCH") == "Nơi nhận:    CHỦ TỊCH"
