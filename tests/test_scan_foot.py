"""The foot of recognised pages: lost dashes, misread posts and names, a seal read as words."""

from __future__ import annotations

import datetime as dt

import pytest

from pipeline.layout import lay_out
from pipeline.model import Head, Metadata, RawLine, RawPage, Reading
from pipeline.normalise import compose
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()
HEAD = [
    "SỞ XÂY DỰNG TỈNH MẪU",
    "Số: 42/QĐ-SXD",
    "Nơi Mẫu, ngày 17 tháng 5 năm 2021",
    "QUYẾT ĐỊNH",
    "Về việc tặng Giấy khen",
    "Điều 1. Tặng Giấy khen cho ông Trần Chí Tiến.",
]
LABEL, POST, NAME = "Nơi nhận:", "GIÁM ĐỐC", "Lê Văn Khoái"


def head_of(*foot: str, head: list[str] = HEAD, is_ocr: bool = True) -> Head:
    lines = tuple(RawLine(line) for line in (*head, *foot))
    page = RawPage(1, lines, "tesseract", 595.0, 842.0, is_ocr=is_ocr, ocr_confidence=0.9)
    text = compose(Reading(reader="tesseract", pages=(page,), page_count=1))
    return lay_out(text, Metadata(), "tesseract", RULES).head


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (["Như Điều 2;", "- Sở Nội vụ;", "Lưu: VT."], ["Như Điều 2", "Sở Nội vụ", "Lưu: VT"]),
        (["- Như trên;_", "- Ban PC:", "Lưu: VT."], ["Như trên", "Ban PC", "Lưu: VT"]),
        (["UBND tỉnh (báo cáo); -", "- Lưu: VT."], ["UBND tỉnh (báo cáo)", "Lưu: VT"]),
        (["- Như điêu 2;", "- UBND tịnh (đê b,e);"], ["Như điều 2", "UBND tỉnh (để b/c)"]),
        (["- Công TTĐT tỉnh;", "- Sở A (b/cáo);"], ["Cổng TTĐT tỉnh", "Sở A (b/cáo)"]),
        (
            ["- Nhưtrên;", "- Bệ Y tế;", "- Sơ Nội vụ (đê ph);"],
            ["Như trên", "Bộ Y tế", "Sở Nội vụ (để p/h)"],
        ),
        (["- Công TT-ĐT tỉnh;", "Lưu: VI, TH (2b)„p"], ["Cổng TT-ĐT tỉnh", "Lưu: VT, TH (2b)"]),
    ],
)
def test_copies_keep_the_items_whose_dash_was_lost(lines: list[str], items: list[str]) -> None:
    assert [item.value for item in head_of(LABEL, *lines, POST, NAME).copies] == items


def test_what_is_printed_stays_where_nothing_was_recognised() -> None:
    copies = head_of(LABEL, "- Sở A (đê b/c);", "- Lưu: VT.", POST, NAME, is_ocr=False).copies
    assert [item.value for item in copies] == ["Sở A (đê b/c)", "Lưu: VT"]


@pytest.mark.parametrize(
    ("lines", "authority", "title"),
    [
        (["KT. BỘ TRƯỜNG", "1 rỨ T"], "KT. BỘ TRƯỞNG", None),
        ([".KT. GIÁM ĐÓC", "PHÓ GIÁM ĐÓC", "Á Ă"], "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        (["KT, BỘ TRƯỞNG", "THỨ TRƯỞNG"], "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        (["BỘ TRƯỜNG, CHỦ NHIỆM"], None, "BỘ TRƯỞNG, CHỦ NHIỆM"),
        (["CHỦ TỊCH UBND TĨNH"], None, "CHỦ TỊCH UBND TỈNH"),
        (["PHÓ HÁNH VĂN PHÒN"], None, "PHÓ CHÁNH VĂN PHÒNG"),
        (["TỒNG GIÁM ĐÓI"], None, "TỔNG GIÁM ĐỐC"),
        (
            ["KT. CHÁNH VĂN PHONG", "PHO CHÀNH VĂN PHONG"],
            "KT. CHÁNH VĂN PHÒNG",
            "PHÓ CHÁNH VĂN PHÒNG",
        ),
    ],
)
def test_posts_are_put_right_and_scrawl_is_none(
    lines: list[str], authority: str | None, title: str | None
) -> None:
    head = head_of(LABEL, "- Lưu: VT.", *lines, NAME)
    assert (head.signing_authority and head.signing_authority.value) == authority
    assert (head.signer_title and head.signer_title.value) == title
    assert head.signer_name is not None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Nguyên Phước Bình", "Nguyễn Phước Bình"),
        ("Trân Chí Tiên", "Trần Chí Tiến"),  # as the paper prints it elsewhere
        ("Trân Chí Tài", "Trần Chí Tài"),
        ("Thông Tin Và", None),  # of a seal's ring
        ("Họ Và Tên", None),
    ],
)
def test_a_misread_family_name_is_the_one_of_its_letters(line: str, name: str | None) -> None:
    found = head_of(LABEL, "- Lưu: VT.", POST, line).signer_name
    assert (found and found.value) == name


def test_copies_whose_label_was_lost_end_where_the_paper_is_kept() -> None:
    items = ["- Sở Nội vụ;", "- Như Điều 2;", "- Lưu: VT, TC."]
    values = [item.value for item in head_of("Thi hành./.", *items, POST, NAME).copies]
    assert values == ["Sở Nội vụ", "Như Điều 2", "Lưu: VT, TC"]
    assert head_of("Thi hành./.", *items[:2], POST, NAME).copies == ()
    assert head_of("Thi hành./.", *items, POST, NAME, is_ocr=False).copies == ()


def test_a_year_that_lost_a_figure_is_no_year() -> None:
    lines = [*HEAD[:2], "Nơi Mẫu, ngày 13 tháng 8 năm202/", *HEAD[3:]]
    assert head_of(head=lines).issued_on is None
    assert head_of().issued_on == dt.date(2021, 5, 17)


@pytest.mark.parametrize("read", ["b/C", "b/€"])
def test_what_copies_are_sent_for_is_one_thing(read: str) -> None:
    head = head_of(LABEL, f"- Sở Nội vụ ({read});", "- Các chỉ cục;", "- Lưu: VT, ÑV.", POST, NAME)
    copies = [each.value for each in head.copies]
    assert copies == ["Sở Nội vụ (b/c)", "Các chi cục", "Lưu: VT, NV"]
    assert all(each.confidence <= 0.8 for each in head.copies)


@pytest.mark.parametrize("line", ["s6:(Ï# /BC-SXD", "sø: 4|/QĐ-SXD", "số: #ð@"])
def test_a_number_in_ink_is_no_part_of_the_issuer(line: str) -> None:
    head = head_of(LABEL, "- Lưu: VT.", POST, NAME, head=[HEAD[0], line, *HEAD[2:]])
    assert head.issuer is not None
    assert head.issuer.value == "SỞ XÂY DỰNG TỈNH MẪU"
    assert head.doc_number is None


@pytest.mark.parametrize(
    ("authority", "post", "title"),
    [
        ("KT. BỘ TRƯỞNG", "THỂ TRƯỞNG:", "THỨ TRƯỞNG"),
        ("KT. BỘ TRƯỞNG", "1 rỨ TRƯỞNG", "THỨ TRƯỞNG"),
        ("K£. BỘ TRƯỞNG", "THỨ TRƯỞNG", "THỨ TRƯỞNG"),
        ("KT. GIÁM ĐỐC", "PHÓ 61ÁM Đ", "PHÓ GIÁM ĐỐC"),
        ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
    ],
)
def test_a_deputy_is_known_by_whom_he_signs_for(authority: str, post: str, title: str) -> None:
    read = head_of(LABEL, "- Lưu: VT.", authority, post, NAME)
    assert read.signing_authority is not None
    assert read.signer_title is not None
    assert read.signing_authority.value == authority.replace("£", "T")
    assert read.signer_title.value == title


@pytest.mark.parametrize("below", ["XÂY DỰNG", "SỞ XÂY DỰNG"])
def test_what_is_no_deputy_stays_as_it_is(below: str) -> None:
    read = head_of(LABEL, "- Lưu: VT.", "KT. GIÁM ĐỐC", below, "PHÓ GIÁM ĐỐC", NAME)
    assert read.signer_title is not None
    assert read.signer_title.value == "PHÓ GIÁM ĐỐC"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("“Lê Văn Khoái", "Lê Văn Khoái"),  # a speck of the seal
        ("'rần Văn Khoái", "Trần Văn Khoái"),  # its first letter lost under the seal
        ("guyên Văn Khoái", "Nguyễn Văn Khoái"),
        ("ương Văn Khoái", None),  # Dương, Lương or Vương
        ("Văn Khoái", None),  # what is left of a name
        ("Lê Khoái", "Lê Khoái"),
    ],
)
def test_a_name_that_a_seal_touches_is_whole_or_none(line: str, name: str | None) -> None:
    found = head_of(LABEL, "- Như trên;", POST, line).signer_name
    assert (found and found.value) == name
    assert found is None or found.value in line or found.confidence < 0.9


@pytest.mark.parametrize(
    ("lines", "title", "name"),
    [
        (["TỊCH", "'rần Văn Khoái"], None, "Trần Văn Khoái"),
        (["ÁM ĐÓC", "Trần Văn Khoái"], None, "Trần Văn Khoái"),
        (["NỘI THẤT", "Trần Văn Khoái"], None, None),
        (["KT. THỦ TƯỚNG", "dHÚ TƯỚNG", "Lê Văn Khoái"], "PHÓ THỦ TƯỚNG", "Lê Văn Khoái"),
        (["KT. GIÁM ĐỐC", "GIÁM ĐỐC", "Lê Văn Khoái"], "PHÓ GIÁM ĐỐC", "Lê Văn Khoái"),
    ],
)
def test_what_a_seal_leaves_of_a_post_tells_the_name(
    lines: list[str], title: str | None, name: str | None
) -> None:
    head = head_of(LABEL, "- Như trên;", "- Lưu: VT.", *lines)
    assert (head.signer_title and head.signer_title.value) == title
    assert (head.signer_name and head.signer_name.value) == name
