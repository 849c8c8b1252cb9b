"""Rich Text: order, tables, code pages, \\u escapes, fonts of legacy encodings, broken files."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ReadError
from pipeline.model import RawLine, Reading, Source
from pipeline.read import read

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1 .VnTime;}{\f2\fnil .VnTimeH;}"
    r"{\f3 VNI-Times;}{\f4\fcharset163 Arial;}{\f5\fcharset2 Symbol;}"
    r"{\f6\fcharset0{\*\panose 020206}Tahoma{\*\falt Arial};}}"
)


def rtf(body: str) -> Reading:
    data = (r"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + body + "}").encode("latin-1")
    return read(data, Source("mem/a.doc", "0" * 64, len(data), ""))


def lines(body: str) -> list[RawLine]:
    return [line for page in rtf(body).pages for line in page.lines]


def texts(body: str) -> list[str]:
    return [line.text for line in lines(body)]


def test_paragraphs_with_their_face() -> None:
    found = lines(r"\pard\b Mot\b0\par {\i hai}\par{\b ba} bon\line nam\par")
    assert [(line.text, line.bold, line.italic) for line in found] == [
        ("Mot", True, False), ("hai", False, True), ("ba bon", False, False), ("nam", False, False),
    ]  # fmt: skip
    assert rtf("a").reader == "rtf"


def test_unicode_escapes_and_their_fallback() -> None:
    assert texts(r"\uc1 \u272\'44i\u7873?u 5\par") == ["Điều 5"]
    assert texts(r"{\uc0\u7891}ng \u-10179?\u-8704?\par") == ["ồng 😀"]
    assert texts(r"{\uc2 \u272\'44\'44}i\u7873 ?u\par") == ["Điều"]


def test_code_page_of_a_font() -> None:
    assert texts(r"{\f4 Li\'ean \'f0o\'e0n}\par") == ["Liên đoàn"]
    assert texts(r"{\f5\'b7} m\'eat\par") == ["\uf0b7 mêt"]


def test_legacy_fonts() -> None:
    body = (
        r"\f2 quy\'d5t \'ae\'denh\par\f1 c\'f1a b\'e9 tr\'ad\'ebng, tr\'ad\-\'ebng\par"
        r"\f3 Quye\'e1t \'f1\'f2nh\par\f0 Caf\'e9\par"
    )
    reading = rtf(body)
    assert [line.text for line in reading.pages[0].lines] == [
        "QUYẾT ĐỊNH", "của bộ trưởng, trưởng", "Quyết định", "Café",
    ]  # fmt: skip
    assert reading.encoding == "tcvn3"


def test_optional_hyphen_is_a_letter_where_the_file_has_no_other() -> None:
    assert texts(r"\f1 tr\-\'ebng\par\f0 a\-b\par") == ["trưởng", "ab"]


def test_table_with_merges() -> None:
    top = r"\trowd\trleft0\clvmgf\clbrdrt\brdrs\cellx1000\clbrdrt\brdrs\cellx5000 "
    low = r"\trowd\trleft0\clvmrg\cellx1000\cellx3000\cellx5000 "
    body = (
        top + r"\pard\intbl STT\cell Chung\cell\row " + low + r"\pard\intbl\cell SL\cell "
        r"mot\par hai\cell\row\pard Sau\par"
    )
    found = [
        ((c.row, c.column, c.row_span, c.column_span) if (c := line.cell) else None, line.text)
        for line in lines(body)
    ]
    assert found == [
        ((0, 0, 2, 1), "STT"), ((0, 1, 1, 2), "Chung"), ((1, 1, 1, 1), "SL"),
        ((1, 2, 1, 1), "mot hai"), (None, "Sau"),
    ]  # fmt: skip


def test_head_without_borders_is_two_columns() -> None:
    body = (
        r"\trowd\cellx4000\cellx9000\pard\intbl UBND X\u195? M\u7850?U\par S\u7889?: 5/Q\u272?-UBND"
        r"\cell C\u7896?NG H\u210?A X\u195? H\u7896?I CH\u7910? NGH\u296?A VI\u7878?T NAM\cell\row"
        r"\pard Sau\par"
    )
    assert [(line.column, line.text) for line in lines(body)] == [
        ("left", "UBND XÃ MẪU"), ("left", "Số: 5/QĐ-UBND"),
        ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("", "Sau"),
    ]  # fmt: skip


def test_what_is_not_text_is_left_out() -> None:
    body = (
        r"{\stylesheet{\s0 Normal;}}{\info{\title T}}{\*\generator G;}{\pict\bin4 abcd 0102}"
        r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}{\v an}{\deleted xoa}"
        r"{\listtext 1.\tab}muc\par"
        r"{\header dau trang\par}{\footer \chpgn\par}than{\footnote ghi chu}\par"
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt hop\par}}}"
    )
    found = [(line.role, line.text) for line in lines(body)]
    assert found == [
        ("header", "dau trang"), ("", "link1. muc"), ("", "than"), ("", "hop"),
        ("footnote", "ghi chu"),
    ]  # fmt: skip


def test_page_breaks_part_pages() -> None:
    pages = rtf(r"mot\par\page hai\par").pages
    assert [[line.text for line in page.lines] for page in pages] == [["mot"], ["hai"]]


def test_groups_without_end_are_refused() -> None:
    with pytest.raises(ReadError) as caught:
        rtf("{" * 5000)
    assert caught.value.category == "corrupt"


def test_a_file_whose_groups_do_not_end_was_cut() -> None:
    body = r"{\rtf1 Mot hai\par ba\par\trowd\cellx100\cellx200\pard\intbl b\u7889?n\cell na"
    reading = read(body.encode(), Source("mem/a.rtf", "0" * 64, len(body), ""))
    assert [line.text for line in reading.pages[0].lines] == ["Mot hai", "ba"]
    assert reading.defects == ("file_cut",)
    assert [(f.page, f.category) for f in reading.failures] == [(1, "corrupt")]
    assert rtf("Mot").failures == ()
    with pytest.raises(ReadError):
        read(rb"{\rtf1 Mot", Source("mem/a.rtf", "0" * 64, 10, ""))


@settings(deadline=None, max_examples=100)
@given(st.text(st.sampled_from("\\{}*'ab09 \n-~uc;") | st.characters(max_codepoint=255)))
def test_any_markup_gives_lines_or_a_typed_error(body: str) -> None:
    try:
        rtf(body)
    except ReadError as error:
        assert error.source == "mem/a.doc"
    rest = r"\cell\row\pard\trowd\cellx1\nestcell\sect\u-1\bin9999999999" + body
    try:
        rtf(rest)
    except ReadError as error:
        assert error.category in ("empty", "corrupt")


def test_notes_as_libreoffice_writes_them() -> None:
    body = r"muoi hai{\super \chftn{\*\footnote \chftn\pard\plain {\fs20 Tinh den nay.}}}{\par}"
    assert [(line.role, line.text) for line in lines(body)] == [
        ("", "muoi hai"),
        ("footnote", "Tinh den nay."),
    ]
