"""Scanned pages: words with boxes in reading order, whatever the scanner did to the page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import cv2
import numpy as np
import pytest

from pipeline.model import RawPage, Source
from pipeline.read.ocr.engine import CommandEngine, find_tessdata
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.missed import _covers, read_missed
from pipeline.read.ocr.recognise import Known, read_image
from pipeline.read.ocr.words import without_scrawl
from pipeline.read.page.word import PlacedWord
from pipeline.read.pdf import reader as pdf
from pipeline.read.scan.prepare import dark_pixels, drop_stamps, prepare, turn
from pipeline.read.scan.rules import find_ruling
from pipeline.read.scan.tables import find_scan_tables
from tests.scan_pages import (
    DPI,
    RAW,
    engine,
    grained,
    page_of,
    stamped,
    table_image,
    tilted,
)  # fmt: skip

NAME = "bc-145-cdkcn-van-khe.pdf"
ROWS = (
    ("TT", "Họ và tên", "Chức vụ", "Đơn vị"),
    ("1", "Trần Văn Khải", "Trưởng phòng", "Phòng Kỹ thuật"),
    ("2", "Lê Thị Minh Hà", "Chuyên viên", "Phòng Kế toán"),
    ("3", "Phạm Quốc Bảo", "Tổ trưởng", "Phòng Kỹ thuật"),
    ("4", "Đỗ Thu Hương", "Phó phòng", "Phòng Kế toán"),
)
WIDTHS = (90, 420, 340, 420)


def words_of(page: RawPage) -> list[str]:
    return [word for line in page.lines for word in line.text.split()]


def own_page() -> RawPage:
    data = (RAW / NAME).read_bytes()
    return pdf.read(data, Source("mem/a.pdf", "0" * 64, len(data), "")).pages[0]


def agreement(found: RawPage, true: RawPage) -> float:
    """F1 of the words, whatever their order."""
    ours, theirs = Counter(words_of(found)), Counter(words_of(true))
    return 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())


def test_a_clean_scan_gives_the_words_the_columns_and_the_boxes_of_the_page() -> None:
    page = read_image(page_of(NAME), DPI, engine(), number=3)
    true = own_page()
    assert page.is_ocr and page.reader == "tesseract" and page.number == 3
    assert page.ocr_confidence is not None and page.ocr_confidence > 0.85
    assert agreement(page, true) > 0.93
    assert {line.column for line in page.lines} == {"", "left", "right"}
    own = {line.text[w.start : w.end]: w.box for line in true.lines for w in line.words}
    shared = [
        (word.box, own[text])
        for line in page.lines
        for word in line.words
        if len(text := line.text[word.start : word.end]) > 5 and text in own
    ]
    near = [
        abs(ours[0] - theirs[0]) < 4 and abs(ours[1] - theirs[1]) < 8 for ours, theirs in shared
    ]
    assert len(near) > 10 and np.mean(near) > 0.7  # the same word may stand at several places


def test_a_tilted_grained_and_stamped_scan_is_read_too() -> None:
    image = grained(tilted(stamped(page_of(NAME), 500, 1500), 1.3), 14)
    assert agreement(read_image(image, DPI, engine()), own_page()) > 0.88


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_lies_on_its_side_or_head_is_turned(degrees: int) -> None:
    image = turn(page_of(NAME), 360 - degrees)
    page = read_image(image, DPI, engine())
    assert page.rotation == degrees
    assert page.width is not None and page.height is not None and page.width < page.height
    assert agreement(page, own_page()) > 0.9


def test_the_boxes_of_a_tilted_page_stand_on_the_page_as_it_is() -> None:
    image = page_of(NAME)
    straight, askew = read_image(image, DPI, engine()), read_image(tilted(image, 2), DPI, engine())
    first, last = (
        {line.text: line.words for line in page.lines if len(line.words) > 8}
        for page in (straight, askew)
    )
    text = next(text for text in first if text in last)
    fall = last[text][-1].box[3] - last[text][0].box[3]
    level = first[text][-1].box[3] - first[text][0].box[3]
    run = first[text][-1].box[0] - first[text][0].box[0]
    assert fall - level == pytest.approx(run * np.tan(np.radians(2)), abs=5)


@pytest.mark.parametrize("dashed", [False, True])
@pytest.mark.parametrize("degrees", [0.0, -1.2])
def test_a_ruled_table_is_read_cell_by_cell(dashed: bool, degrees: float) -> None:
    image = grained(tilted(table_image(ROWS, WIDTHS, dashed), degrees), 8)
    page = read_image(image, DPI, engine(), first_table=5)
    cells = {
        (line.cell.row, line.cell.column): line.text for line in page.lines if line.cell is not None
    }
    assert {line.cell.table for line in page.lines if line.cell} == {5}
    assert sorted(cells) == [(row, column) for row in range(5) for column in range(4)]
    right = sum(cells[row, column] == ROWS[row][column] for row, column in cells)
    assert right >= 17
    outside = [line.text for line in page.lines if line.cell is None]
    assert len(outside) == 2
    kinds = [line.cell is not None for line in page.lines]
    assert not kinds[0] and not kinds[-1] and sum(a != b for a, b in pairwise(kinds)) == 2


def test_a_stamp_goes_and_print_under_it_and_a_coloured_number_stay() -> None:
    image = np.full((800, 800, 3), 255, np.uint8)
    image[300:310, 100:700] = 0  # print
    image[600:620, 100:112] = (40, 60, 200)  # a stroke of a number in blue ink
    clean = drop_stamps(stamped(image, 400, 300), DPI)
    assert clean[305, 200] < 60 and clean[305, 500] < 90
    assert clean[610, 105] < 150
    assert clean[300 + 129, 400] > 230


def test_a_straight_page_is_left_as_it_is_and_a_tilt_is_measured() -> None:
    image = page_of(NAME)
    assert prepare(image, DPI).skew == 0.0
    for degrees in (-4.0, 0.6, 2.5):
        assert prepare(tilted(image, degrees), DPI).skew == pytest.approx(degrees, abs=0.12)
    assert prepare(np.full((500, 400), 255, np.uint8), DPI).skew == 0.0


def test_words_of_the_text_layer_stand_instead_of_what_is_recognised_there() -> None:
    image = page_of(NAME)
    page = read_image(image, DPI, engine())
    line = next(line for line in page.lines if len(line.words) > 6 and line.cell is None)
    x0, top, x1, bottom = line.words[1].box
    known = PlacedWord("12345", x0, top, x1, bottom, bottom - 3, 13.0, 0, 0, drawn=True)
    again = read_image(image, DPI, engine(), known=Known([known]))
    texts = [other.text for other in again.lines]
    assert any("12345" in text for text in texts) and line.text not in texts


def test_the_command_line_reads_as_the_library_does() -> None:
    import shutil

    engine()
    program = shutil.which("tesseract")
    if program is None:
        pytest.skip("the tesseract program is not installed (apt-get install tesseract-ocr)")
    grey = prepare(table_image(ROWS, WIDTHS), DPI).image[180:260]
    words = CommandEngine(program, find_tessdata()).recognise(grey, DPI, "block")
    assert [word.text for word in words][:4] == ["Danh", "sách", "cá", "nhân"]
    assert all(word.confidence > 0.5 and word.x1 > word.x0 for word in words)


def test_a_heading_row_between_merged_rows_keeps_its_columns() -> None:
    page = np.full((1200, 1654), 255, np.uint8)
    edges, rows = [200, 320, 700, 1100, 1500], [300, 350, 400, 480, 560]
    for y in rows:
        cv2.line(page, (edges[0], y), (edges[-1], y), 0, 2)
    for x in edges:
        merged = x not in (edges[0], edges[-1])
        cv2.line(page, (x, rows[0]), (x, rows[1] if merged else rows[-1]), 0, 2)
        cv2.line(page, (x, rows[2]), (x, rows[-1]), 0, 2)
    cv2.putText(page, "HlT", (210, 345), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 0, 3)
    ruling = find_ruling(dark_pixels(page), DPI)
    (table,) = find_scan_tables(ruling, page.shape, DPI)
    spans = [[c.column_span for c in table.cells if c.row == row] for row in range(4)]
    assert spans == [[1, 1, 1, 1], [4], [1, 1, 1, 1], [1, 1, 1, 1]]


def test_a_short_line_that_the_page_analysis_drops_is_read_after_all() -> None:
    page = cv2.cvtColor(page_of("cv-927-skhcn-quan-ly-sang-kien.pdf"), cv2.COLOR_RGB2GRAY)
    whole = engine().recognise(page, DPI, "column")
    at = next(index for index, word in enumerate(whole) if word.text == "gửi:")
    left = [word for word in whole if word.line != whole[at].line]
    again = read_missed(page, dark_pixels(page), left, engine(), DPI)
    assert again[: len(left)] == tuple(left)
    kinh, gui = again[len(left) :]
    assert [kinh.text, gui.text] == ["Kính", "gửi:"]
    assert abs(gui.x0 - whole[at].x0) < 10 and abs(gui.top - whole[at].top) < 10
    assert kinh.line not in {word.line for word in left}


def test_a_line_that_was_read_as_nothing_is_read_alone() -> None:
    page = cv2.cvtColor(page_of("cv-927-skhcn-quan-ly-sang-kien.pdf"), cv2.COLOR_RGB2GRAY)
    whole = engine().recognise(page, DPI, "column")
    at = next(index for index, word in enumerate(whole) if word.text == "gửi:")
    mixed = [
        replace(word, text="Tục(©)", confidence=0.05) if index in (at - 1, at) else word
        for index, word in enumerate(whole)
    ]
    again = read_missed(page, dark_pixels(page), mixed, engine(), DPI)
    assert sorted(word.text for word in again) == sorted(word.text for word in whole)


def test_a_number_torn_beside_a_1_is_whole_in_a_line_read_alone() -> None:
    class Torn:
        version = "none"

        def recognise(self, image: np.ndarray, dpi: int, layout: str = "page") -> list[OcrWord]:
            places = ((0, 12), (17, 29), (45, 150), (165, 240))
            words = zip(("1", "1", "thành", "viên"), places, strict=True)
            return [OcrWord(text, x0, 5, x1, 35, 0.95, 33, 33.6, 1) for text, (x0, x1) in words]

    page = cv2.cvtColor(page_of("cv-927-skhcn-quan-ly-sang-kien.pdf"), cv2.COLOR_RGB2GRAY)
    whole = engine().recognise(page, DPI, "column")
    at = next(index for index, word in enumerate(whole) if word.text == "gửi:")
    left = [word for word in whole if word.line != whole[at].line]
    again = read_missed(page, dark_pixels(page), left, Torn(), DPI)
    assert [word.text for word in again[len(left) :]] == ["11", "thành", "viên"]


def test_a_scrawl_is_no_missed_line() -> None:
    page = np.full((600, 1654), 255, np.uint8)
    cv2.putText(page, "Thanh cong tot dep lam", (100, 100), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 0, 3)
    words = engine().recognise(page, DPI, "column")
    bent = np.array([[700 + 6 * i, 300 + 14 * (i % 3) - 9 * (i % 5)] for i in range(60)], np.int32)
    cv2.polylines(page, [bent], False, 0, 3)
    assert words
    assert read_missed(page, dark_pixels(page), words, engine(), DPI) == tuple(words)


def test_a_symbol_behind_scrawl_stays_and_scrawl_alone_goes() -> None:
    def line(*words: str) -> list[OcrWord]:
        return [
            OcrWord(text, 100 + 90 * at, 70, 180 + 90 * at, 100, 0.4, 95, 33.6, 1)
            for at, text in enumerate(words)
        ]

    kept = line("Số:/#", "W//QĐ-SXD")
    assert without_scrawl(kept, DPI) == kept
    assert without_scrawl(line("Số:/#", "W//ffl"), DPI) == []
    faint = [*kept[:1], replace(kept[1], confidence=0.1)]
    assert without_scrawl(faint, DPI) == []
    for figures in ("30/11/2018'.", "(12.500.000)", "05-03-2021;"):  # the end of a sentence
        end = [replace(word, confidence=0.34) for word in line(figures)]
        assert without_scrawl(end, DPI) == end
    for ink in ("1/2", "30/1", "11.20"):
        assert without_scrawl([replace(word, confidence=0.34) for word in line(ink)], DPI) == []


def test_words_whose_tails_touch_a_line_found_again_stay() -> None:
    def at(text: str, x0: float, top: float) -> OcrWord:
        return OcrWord(text, x0, top, x0 + 90, top + 34, 0.96, top + 28, 30, 1)

    above, found = at("phường", 100, 580), at("miễn", 110, 608)

    assert not _covers(found, above)
    assert _covers(found, at("miên", 120, 600))
    assert not _covers(found, at("thuế", 300, 608))
