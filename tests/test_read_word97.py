"""Word 97 files: order, tables, fonts of legacy encodings, fields, and files that are broken."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word97_maker import (
    BOLD,
    DELETED,
    HIDDEN,
    Paragraph,
    WordMaker,
    font,
    ole,
    row_frame,
    sprm,
)

from pipeline.errors import ReadError
from pipeline.model import RawLine, Reading, Source
from pipeline.read import read
from pipeline.read.word97.sprm import Character, changes, set_characters

ZOO = Path(__file__).resolve().parents[2] / "shared" / "zoo"


def word(data: bytes) -> Reading:
    return read(data, Source("mem/a.doc", "0" * 64, len(data), ""))


def lines(maker: WordMaker) -> list[RawLine]:
    return [line for page in word(maker.data()).pages for line in page.lines]


def texts(maker: WordMaker) -> list[str]:
    return [line.text for line in lines(maker)]


def test_paragraphs_in_order_with_their_face() -> None:
    maker = WordMaker()
    maker.add("Mở đầu", BOLD)
    maker.paragraphs.append(Paragraph([("Một ", b""), ("hai", BOLD), (" ba", b"")]))
    found = lines(maker)
    assert [(line.text, line.bold) for line in found] == [("Mở đầu", True), ("Một hai ba", False)]
    assert word(maker.data()).reader == "word97"


def test_head_table_without_borders_is_two_columns() -> None:
    maker = WordMaker()
    maker.row(
        [
            "ỦY BAN NHÂN DÂN\nHUYỆN MẪU\nSố: 05/QĐ-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nMẫu, ngày 02 tháng 3 năm 2024",
        ],
        row_frame([0, 4000, 9000], drawn=False),
    )
    maker.add("QUYẾT ĐỊNH")
    assert [(line.column, line.text) for line in lines(maker)] == [
        ("left", "ỦY BAN NHÂN DÂN"), ("left", "HUYỆN MẪU"), ("left", "Số: 05/QĐ-UBND"),
        ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("right", "Mẫu, ngày 02 tháng 3 năm 2024"), ("", "QUYẾT ĐỊNH"),
    ]  # fmt: skip


def test_head_set_with_blanks_is_two_columns() -> None:
    maker = WordMaker()
    maker.add("UBND TỈNH MẪU" + 20 * " " + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    maker.add("Số:      /QĐ-UBND" + 20 * " " + "Mẫu, ngày      tháng 3 năm 2024")
    assert [(line.column, line.text) for line in lines(maker)] == [
        ("left", "UBND TỈNH MẪU"), ("left", "Số:      /QĐ-UBND"),
        ("right", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("right", "Mẫu, ngày      tháng 3 năm 2024"),
    ]  # fmt: skip


def test_cells_with_merges() -> None:
    maker = WordMaker()
    opens, goes_on = 0x60, 0x20
    maker.row(["STT", "Kết quả"], row_frame([0, 1000, 5000], [opens, 0]))
    maker.row(["", "SL", "%"], row_frame([0, 1000, 3000, 5000], [goes_on, 0, 0]))
    maker.row(["1", "12\nđơn vị", "40"], row_frame([0, 1010, 3005, 5000]))
    found = [
        (c.row, c.column, c.row_span, c.column_span, line.text)
        for line in lines(maker)
        if (c := line.cell) is not None
    ]
    assert found == [
        (0, 0, 2, 1, "STT"), (0, 1, 1, 2, "Kết quả"), (1, 1, 1, 1, "SL"), (1, 2, 1, 1, "%"),
        (2, 0, 1, 1, "1"), (2, 1, 1, 1, "12 đơn vị"), (2, 2, 1, 1, "40"),
    ]  # fmt: skip


def test_tcvn3_by_font_with_capitals_and_soft_hyphen() -> None:
    maker = WordMaker(fonts=("Times New Roman", ".VnTime", ".VnTimeH", "VNI-Times"))
    maker.add("quyÕt ®Þnh cña bé tr\xadëng", font(2))
    maker.add("Th\xad\x1fëng 5 giê häc mÉu", font(1))
    maker.add("Nguyễn Thị Mẫu", font(1))
    maker.paragraphs.append(Paragraph([("Quye", font(3)), ("át ñònh", font(3) + BOLD)]))
    reading = word(maker.data())
    assert [line.text for line in reading.pages[0].lines] == [
        "QUYẾT ĐỊNH CỦA BỘ TRƯỞNG", "Thưởng 5 giờ học mẫu", "Nguyễn Thị Mẫu", "Quyết định",
    ]  # fmt: skip
    assert reading.encoding == "tcvn3"
    assert set(reading.defects) == {
        "legacy_encoding_tcvn3", "legacy_encoding_vni", "mixed_encodings",
    }  # fmt: skip


def test_optional_hyphen_is_a_letter_where_the_file_has_no_other() -> None:
    maker = WordMaker(fonts=(".VnTime", "Arial"))
    maker.add("th\x1fëng", font(0))
    maker.add("th\x1fực", font(1))
    assert texts(maker) == ["thưởng", "thực"]


def test_fields_show_results_and_hidden_text_is_left_out() -> None:
    maker = WordMaker()
    maker.paragraphs.append(
        Paragraph(
            [("Trang \x13 PAGE \x14", b""), ("7\x15 của", b""), (" bí mật", HIDDEN),
             (" đã xóa", DELETED), (" văn\x1ebản\x0bdòng hai", b"")]
        )
    )  # fmt: skip
    assert texts(maker) == ["Trang 7 của văn-bản", "dòng hai"]


def test_page_break_parts_pages() -> None:
    maker = WordMaker()
    maker.add("trang một", mark="\x0c")
    maker.add("trang hai")
    assert [[line.text for line in page.lines] for page in word(maker.data()).pages] == [
        ["trang một"], ["trang hai"],
    ]  # fmt: skip


def test_toggles_count_against_the_style() -> None:
    styled = Character(bold=True)
    assert set_characters(styled, sprm(0x0835, b"\x80")).bold
    assert not set_characters(styled, sprm(0x0835, b"\x81")).bold
    assert not set_characters(styled, sprm(0x0835, b"\x00")).bold


@given(st.binary(max_size=200))
def test_changes_of_any_bytes_end(raw: bytes) -> None:
    assert all(isinstance(code, int) for code, _ in changes(raw))


def sample() -> bytes:
    maker = WordMaker(fonts=(".VnTime", "Times New Roman"))
    maker.row(["Mét", "Hai"], row_frame([0, 1000, 2000]))
    maker.add("C¨n cø QuyÕt ®Þnh", font(0))
    return maker.data()


@pytest.mark.parametrize(
    ("data", "category"),
    [
        (WordMaker(flags=0x0300, paragraphs=[Paragraph([("a", b"")])]).data(), "encrypted"),
        (WordMaker(magic=0xA5DC, paragraphs=[Paragraph([("a", b"")])]).data(), "unsupported"),
        (WordMaker(version=0x65, paragraphs=[Paragraph([("a", b"")])]).data(), "unsupported"),
        (ole({"WordDocument": bytes(600)}), "corrupt"),
        (WordMaker(paragraphs=[Paragraph([(" ", b"")])]).data(), "empty"),
        (sample()[:3000], "corrupt"),
    ],
)
def test_what_cannot_be_read_is_typed(data: bytes, category: str) -> None:
    with pytest.raises(ReadError) as caught:
        word(data)
    assert caught.value.category == category


def test_a_count_beyond_reason_is_refused() -> None:
    data = bytearray(sample())
    at = data.index(struct.pack("<HH", 0xA5EC, 0xC1))
    struct.pack_into("<I", data, at + 0x4C, 0x7FFFFFFF)
    with pytest.raises(ReadError) as caught:
        word(bytes(data))
    assert caught.value.category == "too_large"


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 1 << 16), st.integers(0, 255)), min_size=1, max_size=12))
def test_damaged_files_give_lines_or_a_typed_error(damage: list[tuple[int, int]]) -> None:
    data = bytearray(sample())
    for place, byte in damage:
        data[place % len(data)] = byte
    try:
        word(bytes(data))
    except ReadError as error:
        assert error.source == "mem/a.doc"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_real_files_cut_short_give_lines_or_a_typed_error(share: float) -> None:
    for file in sorted(ZOO.glob("*.doc")):
        data = file.read_bytes()
        try:
            word(data[: int(share * len(data))])
        except ReadError as error:
            assert error.category in ("corrupt", "empty", "unsupported")
