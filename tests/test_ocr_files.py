"""Scans as files: mixed PDFs, images of one or many pages, broken ones, and no OCR at all."""

from __future__ import annotations

import io

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from pipeline.errors import ReadError
from pipeline.model import Reading, Source
from pipeline.read import read
from pipeline.read.cues import is_copies, is_national_title
from pipeline.read.ocr import engine as ocr_engine
from pipeline.read.ocr.hocr import OcrWord, parse_hocr
from pipeline.read.ocr.page import drawing_resolution
from pipeline.read.ocr.words import without_dirt, without_scrawl
from pipeline.read.recognition import recognising
from tests.scan_pages import RAW, engine, page_of, picture, scan_pdf

NAME = "bc-145-cdkcn-van-khe.pdf"


def opened(data: bytes, name: str = "mem/a") -> Reading:
    return read(data, Source(name, "0" * 64, len(data), ""))


def mixed_pdf() -> bytes:
    """First page with its text layer, second one a scan."""
    whole = pypdfium2.PdfDocument((RAW / NAME).read_bytes())
    scan = pypdfium2.PdfDocument(scan_pdf([page_of(NAME)]))
    out = pypdfium2.PdfDocument.new()
    out.import_pages(whole, [0])
    out.import_pages(scan)
    buffer = io.BytesIO()
    out.save(buffer)
    return buffer.getvalue()


def test_a_mixed_pdf_is_read_page_by_page() -> None:
    engine()
    calls: list[tuple[str, int, int]] = []
    with recognising(lambda source, page, count: calls.append((source, page, count))):
        reading = opened(mixed_pdf())
    assert [page.reader for page in reading.pages] == ["pdfium", "tesseract"]
    assert [page.is_ocr for page in reading.pages] == [False, True]
    assert not reading.failures
    assert calls == [("mem/a", 2, 2)]


@pytest.mark.parametrize(("kind", "count"), [("PNG", 1), ("JPEG", 1), ("TIFF", 2)])
def test_images_are_read(kind: str, count: int) -> None:
    engine()
    reading = opened(picture([page_of(NAME)[:900]] * count, kind))
    assert reading.reader == "tesseract" and reading.page_count == count
    assert [page.number for page in reading.pages] == list(range(1, count + 1))
    for page in reading.pages:
        assert page.width == pytest.approx(595, abs=3)
        assert any("CỘNG" in line.text for line in page.lines)


@pytest.mark.usefixtures("no_ocr")
def test_without_tesseract_a_scan_fails_and_says_what_to_install() -> None:
    for data in (scan_pdf([page_of(NAME)]), picture([page_of(NAME)], "PNG")):
        with pytest.raises(ReadError) as caught:
            opened(data)
        assert caught.value.category == "ocr_unavailable"
        assert "apt-get install tesseract-ocr tesseract-ocr-vie" in caught.value.message


@pytest.mark.usefixtures("no_ocr")
def test_without_tesseract_the_text_pages_of_a_mixed_pdf_are_read() -> None:
    reading = opened(mixed_pdf())
    assert [failure.category for failure in reading.failures] == ["ocr_unavailable"]
    assert reading.failures[0].page == 2
    assert len(reading.pages[0].lines) > 10


def test_no_binding_and_no_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    engine()

    def absent(name: str) -> object:
        raise ImportError(f"No module named '{name}'")

    monkeypatch.setattr(ocr_engine, "import_module", absent)
    ocr_engine.open_engine.cache_clear()
    try:
        assert isinstance(ocr_engine.open_engine(), ocr_engine.CommandEngine)
        ocr_engine.open_engine.cache_clear()
        monkeypatch.setattr(ocr_engine.shutil, "which", lambda program: None)
        with pytest.raises(ocr_engine.OcrUnavailable, match="tesseract-ocr-vie"):
            ocr_engine.open_engine()
    finally:
        ocr_engine.open_engine.cache_clear()


def test_a_cut_picture_is_corrupt_a_small_one_empty_a_huge_one_a_bomb() -> None:
    whole = picture([np.full((1200, 900, 3), 255, np.uint8)], "PNG")
    logo = picture([np.full((60, 60, 3), 255, np.uint8)], "PNG")
    huge = io.BytesIO()
    Image.new("1", (12_000, 12_000), 1).save(huge, "PNG")
    for data, category in ((whole[:60], "corrupt"), (logo, "empty"), (huge.getvalue(), "bomb")):
        with pytest.raises(ReadError) as caught:
            opened(data)
        assert caught.value.category == category


def test_pages_of_odd_size_are_drawn_at_a_readable_scale() -> None:
    assert drawing_resolution(595, 842) == 200
    assert drawing_resolution(298, 421) > 250  # A6
    assert drawing_resolution(2480, 3508) < 100  # pixels stated as points


def test_hocr_gives_words_with_their_line_and_baseline() -> None:
    words = parse_hocr(
        "<span class='ocr_line' id='line_1_1' title=\"bbox 10 20 210 60; baseline 0.01 -9; "
        'x_size 36; x_descenders 8">'
        "<span class='ocrx_word' id='word_1_1' title='bbox 10 20 110 58; x_wconf 91'>S&amp;P</span>"
        "<span class='ocrx_word' id='word_1_2' title='bbox 120 20 210 58; x_wconf 7'>"
        "<strong>Đ</strong></span></span>"
    )
    assert [word.text for word in words] == ["S&P", "Đ"]
    assert words[0].confidence == 0.91 and words[0].height == 36
    assert words[0].baseline == pytest.approx(60 - 9 + 0.01 * 50)


def test_one_glyph_that_is_read_twice_is_one_letter() -> None:
    words = parse_hocr(
        "<span class='ocr_line' id='l' title=\"bbox 0 0 90 30; x_size 30\">"
        "<span class='ocrx_word' id='w' title='bbox 0 0 90 30; x_wconf 80'>31⁄QĐÐ-BGD</span></span>"
    )
    assert words[0].text == "31/QĐ-BGD"


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("222/HĐĐND-KTNS", "222/HĐND-KTNS"),
        ("6/QĐ-HĐỌQT", "6/QĐ-HĐQT"),
        ("7/TTr-HĐDTĐ", "7/TTr-HĐTĐ"),
        ("4/QĐ-SM-HĐTI-CLG", "4/QĐ-SM-HĐTV-CLG"),
        ("LĐLPĐ", "LĐLĐ"),
        ("LĐLP", "LĐLĐ"),
        ("16/ĐĐN-SM", "16/ĐĐN-SM"),
        ("HĐDN", "HĐDN"),
        ("HĐTIẾN", "HĐTIẾN"),
        ("LĐLPQ", "LĐLPQ"),
        ("253/TIr-SNV", "253/TTr-SNV"),
        ("TIr-an", "TIr-an"),
        ("BTIr-SNV", "BTIr-SNV"),
    ],
)
def test_codes_of_councils_and_unions_have_no_letter_too_much(read: str, printed: str) -> None:
    (word,) = parse_hocr(
        "<span class='ocr_line' id='l' title=\"bbox 0 0 90 30; x_size 30\">"
        f"<span class='ocrx_word' id='w' title='bbox 0 0 90 30; x_wconf 80'>{read}</span></span>"
    )
    assert word.text == printed


@pytest.mark.parametrize(
    "text",
    ["CỌNG HÒA XÃ HỌI CHỦ NGHĨA VIỆT NAM", "CÔNG HOÀ XÁ HÔI CHU NGHĨA", "Độc lập Tự do -Hạnh phúc"],
)
def test_the_national_title_is_known_by_its_letters(text: str) -> None:
    assert is_national_title(text)
    assert not is_national_title("CÔNG TY XÃ HỘI") and not is_national_title("Độc lập về tự do")


@pytest.mark.parametrize("text", ["Nơi nhận:", "Xơi nhận: KT. TRƯỞNG BAN", "ơi nhận:", "Nøi nhận"])
def test_the_list_of_copies_is_known_by_its_misread_opening(text: str) -> None:
    assert is_copies(text)
    assert not is_copies("Tôi nhận trách nhiệm") and not is_copies("Mới nhận được thư")


def word(text: str, x0: float, confidence: float, line: int = 0) -> OcrWord:
    top = 100 + 60 * line
    return OcrWord(text, x0, top, x0 + 20 * len(text), top + 30, confidence, top + 26, 36, line)


def test_scrawl_goes_and_a_faint_word_beside_good_ones_stays() -> None:
    good = [word("Số:", 100, 0.9), word("Ô3¿", 170, 0.2), word("/BB-STP", 240, 0.9)]
    scrawl = [word("‡", 500, 0.3, 1), word("^À", 540, 0.2, 1), word("rzm", 600, 0.4, 1)]
    rule = [word("=—.=—", 300, 0.8, 2)]
    kept = without_scrawl([*good, *scrawl, *rule], 200)
    assert [item.text for item in kept] == ["Số:", "Ô3¿", "/BB-STP"]


def test_bullets_stay_and_rests_of_rulings_go() -> None:
    words = [word("-", 0, 0.4), word("ˆ_", 40, 0.9), word("|", 80, 0.9), word("3", 99, 0.3)]
    assert [item.text for item in without_dirt(words)] == ["-", "3"]


def test_the_advice_names_what_to_install(no_ocr: None) -> None:
    from pipeline.read.ocr.engine import advice

    told = advice()
    assert told is not None and "tesseract-ocr-vie" in told


def test_a_picture_that_is_none_is_told_in_the_same_words_each_time() -> None:
    told = set()
    for _ in range(2):
        with pytest.raises(ReadError) as caught:
            opened(b"\xff\xd8\xff\xe0" + bytes(100), "mem/a.jpg")
        told.add(caught.value.message)
    assert len(told) == 1 and "0x" not in told.pop()


def test_a_rule_is_no_page() -> None:
    engine()
    with pytest.raises(ReadError, match="too small to hold a page"):
        opened(picture([np.zeros((2, 20_000, 3), np.uint8)], "PNG"))
