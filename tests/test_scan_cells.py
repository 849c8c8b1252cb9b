"""Cells of a scanned table: lines that recognition passes over are read alone."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.read.ocr.cells import read_cells
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.scan.prepare import with_full_contrast
from pipeline.read.scan.tables import ScanCell


class _Engine:
    """Reads the first line of a block only; alone, it reads each line."""

    version = "none"

    def __init__(self, confidence: float = 0.95) -> None:
        self.confidence = confidence
        self.asked: list[str] = []

    def recognise(self, image: NDArray[Any], dpi: int, layout: str = "page") -> tuple[OcrWord, ...]:
        self.asked.append(layout)
        rows = np.flatnonzero((image < 128).any(axis=1))
        top = float(rows[0])
        if layout == "block":
            return (OcrWord("Khoa", 16, top, 90, top + 20, 0.96, top + 20, 30, 0),)
        return (OcrWord("ảnh", 16, top, 90, float(rows[-1]), self.confidence, top + 20, 30, 0),)


def _cell(lines: int) -> tuple[NDArray[Any], NDArray[Any], ScanCell]:
    page = np.full((200, 400), 255, np.uint8)
    for line in range(lines):
        top = 60 + 40 * line
        for x in range(60, 140, 12):
            page[top : top + 20, x : x + 6] = 0
    return (
        page,
        np.where(page < 128, 255, 0).astype(np.uint8),
        ScanCell((40, 40, 360, 180), 0, 0, 1, 1),
    )


def test_a_second_line_that_was_passed_over_is_read() -> None:
    page, ink, cell = _cell(2)

    (words,) = read_cells(_Engine(), page, ink, [cell], 200)

    assert [word.text for word in words] == ["Khoa", "ảnh"]
    assert words[1].top >= 98
    assert words[1].line != words[0].line


def test_what_is_read_faintly_below_the_text_is_no_line() -> None:
    page, ink, cell = _cell(2)

    (words,) = read_cells(_Engine(0.4), page, ink, [cell], 200)

    assert [word.text for word in words] == ["Khoa"]


def test_cells_whose_ink_is_read_are_asked_for_once() -> None:
    engine = _Engine()
    page, ink, cell = _cell(1)

    read_cells(engine, page, ink, [cell], 200)

    assert engine.asked == ["line"]


def test_faint_print_on_grey_paper_becomes_black_on_white() -> None:
    page = np.full((400, 400), 187, np.uint8)
    page[100:120, 100:300] = 118

    full = with_full_contrast(page)

    assert (int(full.min()), int(full.max())) == (0, 255)


def test_white_paper_empty_paper_and_strong_print_stay() -> None:
    for paper, ink in ((255, 165), (187, 180), (200, 20)):
        page = np.full((400, 400), paper, np.uint8)
        page[100:120, 100:300] = ink

        assert with_full_contrast(page) is page


def test_the_ground_of_a_grey_heading_is_read_as_white() -> None:
    page, ink, cell = _cell(1)
    seen: list[NDArray[Any]] = []

    class Looks(_Engine):
        def recognise(
            self, image: NDArray[Any], dpi: int, layout: str = "page"
        ) -> tuple[OcrWord, ...]:
            seen.append(image)
            return super().recognise(image, dpi, layout)

    read_cells(Looks(), np.minimum(page, 191).astype(np.uint8), ink, [cell], 200)
    assert set(np.unique(seen[0])) == {0, 255}
