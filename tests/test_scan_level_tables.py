"""Tables of scans without uprights, or without any ruling: the white between columns parts them."""

import numpy as np
import pytest

from pipeline.read.ocr.recognise import read_image
from pipeline.read.scan.level_tables import find_level_tables
from pipeline.read.scan.prepare import dark_pixels
from pipeline.read.scan.rule import Rule
from pipeline.read.scan.rules import erase, find_ruling
from pipeline.read.scan.tables import ScanTable
from tests.scan_pages import DPI, engine, grained, table_image

ROWS = (
    ("TT", "Họ và tên", "Chức vụ", "Đơn vị"),
    ("1", "Trần Văn Khải", "Trưởng phòng", "Phòng Kỹ thuật"),
    ("2", "Lê Thị Minh Hà", "Chuyên viên", "Phòng Kế toán"),
    ("3", "Phạm Quốc Bảo", "Tổ trưởng", "Phòng Kỹ thuật"),
    ("4", "Đỗ Thu Hương", "Phó phòng", "Phòng Kế toán"),
)
WIDTHS = (90, 420, 340, 420)


@pytest.mark.parametrize("level", [True])
def test_a_table_without_uprights_is_read_by_its_cells(level: bool) -> None:
    page = read_image(
        grained(table_image(ROWS, WIDTHS, level=level, upright=False), 4), DPI, engine()
    )

    cells = [line for line in page.lines if line.cell is not None]
    assert len(cells) == 20
    told = {(line.cell.row, line.cell.column): line.text for line in cells if line.cell}
    assert told == {(r, c): text for r, row in enumerate(ROWS) for c, text in enumerate(row)}


def _tables(image: np.ndarray) -> list[ScanTable]:
    dark = dark_pixels(image)
    ruling = find_ruling(dark, 200)
    _, ink = erase(image, ruling, dark, 200)
    return find_level_tables(ruling.level, ink, [], 200)


def _page(rows: list[list[tuple[int, int]]]) -> np.ndarray:
    """A page with level rulings, and words from x to x between them."""
    page = np.full((1000, 1400), 255, np.uint8)
    for row, words in enumerate(rows):
        top = 200 + 60 * row
        page[top : top + 3, 100:1300] = 0
        for x0, x1 in words:
            for x in range(x0, x1, 12):
                page[top + 20 : top + 40, x : x + 6] = 0
    page[200 + 60 * len(rows) : 203 + 60 * len(rows), 100:1300] = 0
    return page


NAMES = [(110, 130), (200, 420), (600, 750)]


def test_the_name_of_a_group_goes_over_the_columns() -> None:
    (table,) = _tables(_page([NAMES, [(110, 130), (200, 700)], NAMES, NAMES, NAMES]))

    spans = [(cell.row, cell.column, cell.column_span) for cell in table.cells]
    assert spans[3:5] == [(1, 0, 1), (1, 1, 2)]
    assert len(spans) == 14


def test_a_heading_beside_short_cells_is_theirs() -> None:
    heading = [NAMES[0], (340, 420), NAMES[2]]
    (table,) = _tables(_page([heading, *[[NAMES[0], (200, 300), NAMES[2]]] * 4]))

    assert {cell.column for cell in table.cells} == {0, 1, 2}


def test_lines_of_a_text_between_rulings_are_no_table() -> None:
    assert not _tables(_page([[(110, 1250)]] * 5))
    assert not _tables(_page([[(110, 400), (700, 1200)]] * 5))  # a form: two columns
    assert not _tables(_page([NAMES, NAMES]))


def test_rulings_of_a_table_with_uprights_are_its_own() -> None:
    rules = [Rule(100, 1300, 200 + 60 * row, 0.0) for row in range(6)]
    known = ScanTable((100, 200, 1300, 500), ())
    assert not find_level_tables(rules, np.zeros((1000, 1400), np.uint8), [known], 200)
