"""Text files: offsets, page breaks, encodings."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Source
from pipeline.read import read
from pipeline.read.encodings import UnknownEncoding, decode, is_legacy

SENTENCE = (
    "Căn cứ Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh về việc khen thưởng các tập thể, "
    "cá nhân có thành tích xuất sắc trong phong trào thi đua."
)


def source(data: bytes) -> Source:
    return Source("mem/a.txt", "0" * 64, len(data), "text/plain")


def windows_1258(text: str) -> bytes:
    """The text as Windows-1258 writes it: base letter, then the tone."""
    out = bytearray()
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
        out += (base + tones).encode("cp1258")
    return bytes(out)


def test_each_line_knows_where_it_started() -> None:
    text = "\ufeffSố: 1\r\n\r\nđoạn hai\rba\n\fTrang 2"
    data = text.encode()
    reading = read(data, source(data))
    body = text[1:]
    assert [page.number for page in reading.pages] == [1, 2]
    assert reading.page_count == 2
    assert reading.encoding == "utf-8-sig"
    for page in reading.pages:
        for line in page.lines:
            assert line.source_start is not None
            assert body[line.source_start :].startswith(line.text)
    assert [line.text for line in reading.pages[0].lines] == ["Số: 1", "", "đoạn hai", "ba", ""]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1))
def test_lines_and_breaks_make_up_the_text(text: str) -> None:
    from pipeline.read.text import reader

    data = text.removeprefix("\ufeff").encode()
    reading = reader.read(data, source(data))
    body = decode(data).text
    for page in reading.pages:
        for line in page.lines:
            start = line.source_start or 0
            assert body[start : start + len(line.text)] == line.text


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings(codec: str) -> None:
    assert decode(SENTENCE.encode(codec)).text == SENTENCE


def test_windows_1258() -> None:
    decoded = decode(windows_1258(SENTENCE))
    assert decoded.encoding == "windows-1258"
    assert unicodedata.normalize("NFC", decoded.text) == SENTENCE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("C¨n cø QuyÕt ®Þnh sè 12 cña Uû ban nh©n d©n tØnh vÒ viÖc khen th\xadëng", "TCVN3"),
        ("Caên cöù Quyeát ñònh soá 12 cuûa Uyû ban nhaân daân tænh veà vieäc khen thöôûng", "VNI"),
    ],
)
@pytest.mark.parametrize("codec", ["cp1252", "utf-8"])
def test_legacy_encodings_are_decoded(text: str, name: str, codec: str) -> None:
    data = text.encode(codec)
    reading = read(data, source(data))
    assert reading.pages[0].lines[0].text.startswith("Căn cứ Quyết định số 12 của U")
    assert reading.encoding == name.lower()


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "Une déclaration française à côté de l'hôtel où naïf et Noël ça va très bien",
        "Company® and § 12 of the agreement; Company® is a mark of the Company Limited.",
    ],
)
def test_other_texts_are_no_legacy_text(text: str) -> None:
    assert not is_legacy(text)


def test_unknown_bytes_are_not_guessed() -> None:
    with pytest.raises(UnknownEncoding):
        decode("Привет, это обычный русский текст без вьетнамских букв".encode("koi8-r"))


@pytest.mark.parametrize("cut", [1, 2])
def test_utf8_that_ends_inside_a_letter_is_read(cut: int) -> None:
    data = (SENTENCE + " Đã đạt ế").encode()[:-cut]
    reading = read(data, source(data))
    assert reading.encoding == "utf-8"
    assert reading.pages[0].lines[0].text == SENTENCE + " Đã đạt \ufffd"


def test_broken_bytes_are_lost_letters_and_not_another_encoding() -> None:
    data = bytearray((SENTENCE + "\n").encode() * 4)
    for place, byte in ((31, 0xFF), (200, 0xC3), (500, 0x80)):
        data[place] = byte
    decoded = decode(bytes(data))
    assert decoded.encoding == "utf-8" and 3 <= decoded.text.count("\ufffd") <= 6
    assert decoded.text.count(SENTENCE) == 1


@pytest.mark.parametrize("at", [0, 40, 900])
def test_a_stretch_of_zeros_is_one_lost_letter(at: int) -> None:
    data = (SENTENCE + "\n").encode() * 30
    zeros = data[:at] + bytes(700) + data[at + 700 :]
    reading = read(zeros, source(zeros))
    text = "\n".join(line.text for line in reading.pages[0].lines)
    assert text.count("\ufffd") in (1, 2, 3) and text.count(SENTENCE) > 20


def test_a_copy_that_broke_off_ends_in_zeros() -> None:
    data = (SENTENCE + "\n").encode() * 3
    reading = read(data + bytes(9000), source(data))
    assert [line.text for line in reading.pages[0].lines] == [SENTENCE] * 3 + ["\ufffd"]


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
def test_utf16_that_lost_its_last_byte_is_read(mark: str) -> None:
    data = ("\ufeff" + SENTENCE).encode(mark)[:-1]
    reading = read(data, source(data))
    assert reading.pages[0].lines[0].text == SENTENCE[:-1] + "\ufffd"


def test_bytes_that_are_no_unicode_are_no_damaged_unicode() -> None:
    assert decode(windows_1258(SENTENCE * 3)).encoding == "windows-1258"
    with pytest.raises(UnknownEncoding):
        decode(bytes(range(128, 256)) * 20)
