"""The light heading on the dark ground of a scanned table is read; seals and pictures stay."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.read.ocr.recognise import read_image
from pipeline.read.scan.dark_cells import dark_cells
from tests.scan_pages import Pixels, engine, font, table_image, tilted

ROWS = (
    ("TT", "Họ và tên", "Đơn vị"),
    ("1", "Lê Văn Khế", "Trạm Y tế"),
    ("2", "Lý Thị Na", "Sở Mẫu"),
)


def page(colour: tuple[int, int, int]) -> Pixels:
    """A table whose heading is white on a colour, its rulings not seen in it."""
    sheet = Image.fromarray(table_image(ROWS, (140, 500, 500)).copy())
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((178, 298, 1322, 366), fill=colour)
    for x, text in zip((180, 320, 820), ROWS[0], strict=True):
        draw.text((x + 12, 312), text, "white", font(32))
    return np.asarray(sheet).copy()


@pytest.mark.parametrize("colour", [(31, 78, 121), (192, 0, 0), (0, 0, 0)])
@pytest.mark.parametrize("tilt", [0.0, 1.5])
def test_a_light_heading_is_a_row_of_its_table(colour: tuple[int, int, int], tilt: float) -> None:
    read = read_image(tilted(page(colour), tilt) if tilt else page(colour), 200, engine())
    cells = {(line.cell.row, line.cell.column): line.text for line in read.lines if line.cell}
    assert [cells.get((0, column)) for column in range(3)] == list(ROWS[0])
    assert cells.get((1, 1)) == "Lê Văn Khế"


def test_a_seal_and_a_picture_stay_as_they_are() -> None:
    image = np.full((2339, 1654, 3), 255, np.uint8)
    cv2.circle(image, (800, 900), 140, (200, 20, 30), -1)
    cv2.putText(image, "HUYEN MAU", (700, 910), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (255, 255, 255), 3)
    cv2.rectangle(image, (300, 1500), (1300, 1900), (40, 40, 40), -1)
    half = cv2.resize(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), None, fx=0.5, fy=0.5)
    assert dark_cells(image, half, 200) == []
