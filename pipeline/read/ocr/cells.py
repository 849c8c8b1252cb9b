"""Reads a table's cells one by one: whole-page recognition loses half the letters of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.read.ocr.crosses import cross_at, is_cross
from pipeline.read.ocr.engine import Engine
from pipeline.read.ocr.figure_marks import with_decimal_comma, with_marks
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.words import mean_confidence, without_dirt
from pipeline.read.scan.tables import Place, ScanCell

Image = NDArray[Any]

# Lengths in inches.
_OVERHANG = 0.02  # letters touch the ruling and stand out of their cell
_RESIDUE = 0.03  # what a ruling leaves behind lies this close to the edge of the cell
_THIN = 0.022  # and is thinner than this
_SPECK = 0.012  # ink of less than this across is dirt
_MARGIN = 0.08  # white around the text: Tesseract misses letters at the very edge
_LOST = 0.05  # rows of ink without a word, as high as that, are a line that was passed over
_INKED = 128  # grey levels
_AROUND = 4  # pixels around words and lines
_CERTAIN = 0.9  # confidence of a lone word that is no cross
_SURE = 0.7  # confidence of a line that was passed over: rests of rulings are read, too
_DARKEST, _GREY = 120, 222  # grey levels of a ground that is filled
_LINE = 0.26  # text that stands higher has two lines


def read_cells(
    engine: Engine, clean: Image, ink: Image, cells: Sequence[ScanCell], dpi: int
) -> list[tuple[OcrWord, ...]]:
    """Words of each cell, in pixels of the page image.

    :param clean: the page without its ruling, grey
    :param ink: its dark pixels, 255 where dark
    """
    return [_read_cell(engine, clean, ink, cell.place, dpi) for cell in cells]


def _read_cell(
    engine: Engine, clean: Image, ink: Image, place: Place, dpi: int
) -> tuple[OcrWord, ...]:
    over = round(_OVERHANG * dpi)
    left, top = max(0, place[0] - over), max(0, place[1] - over)
    rows, columns = slice(top, place[3] + over), slice(left, place[2] + over)
    text = _without_dirt(ink[rows, columns], over, dpi)
    box = _extent(text)
    if box is None:
        return ()
    x0, y0, x1, y1 = box
    margin = round(_MARGIN * dpi)
    near: Image = cv2.dilate(text[y0:y1, x0:x1], np.ones((5, 5), np.uint8))
    plain = _on_white(clean[rows, columns])[y0:y1, x0:x1]
    crop = np.where(near > 0, plain, 255).astype(np.uint8)
    image = cv2.copyMakeBorder(crop, margin, margin, margin, margin, cv2.BORDER_CONSTANT, value=255)
    is_line = y1 - y0 < _LINE * dpi
    read = engine.recognise(image, dpi, "line" if is_line else "block")
    words = without_dirt(read)
    if len(read) < 2 and mean_confidence(words) < _CERTAIN and is_cross(text[y0:y1, x0:x1], dpi):
        words = (cross_at(margin, margin, x1 - x0, y1 - y0),)
    if not is_line:
        words = _with_lost_lines(engine, image, words, dpi)
    own = cv2.copyMakeBorder(text[y0:y1, x0:x1], *4 * (margin,), cv2.BORDER_CONSTANT, value=0)
    words = with_decimal_comma(with_marks(words, own), image, engine, dpi)
    return tuple(word.moved(left + x0 - margin, top + y0 - margin) for word in words)


def _on_white(cell: Image) -> Image:
    """A cell with a grey ground (a heading) as on paper: a grey rim blurs its letters."""
    ground = float(np.median(cell))
    if not _DARKEST <= ground < _GREY:
        return cell
    return cv2.convertScaleAbs(np.ascontiguousarray(cell), alpha=255 / ground)


def _with_lost_lines(
    engine: Engine, image: Image, words: Sequence[OcrWord], dpi: int
) -> tuple[OcrWord, ...]:
    """The words of a cell, with those of lines that Tesseract passed over in its block.

    It reads `Khoa Chẩn đoán` now and then without the `hình ảnh` below, and is as sure of it.
    """
    inked = (image < _INKED).sum(axis=1) > 0
    for word in words:
        inked[max(0, round(word.top) - _AROUND) : round(word.bottom) + _AROUND] = False
    edges = np.flatnonzero(np.diff(np.concatenate(([0], inked.astype(np.int8), [0]))))
    found = list(words)
    for top, bottom in edges.reshape(-1, 2).tolist():
        if bottom - top < _LOST * dpi:
            continue
        first, last = max(0, top - _AROUND), min(len(image), bottom + _AROUND)
        part = cv2.copyMakeBorder(
            image[first:last], _AROUND, _AROUND, 0, 0, cv2.BORDER_CONSTANT, value=255
        )
        lost = without_dirt(engine.recognise(part, dpi, "line"))
        if mean_confidence(lost) < _SURE:
            continue
        line = max((word.line for word in found), default=0) + 1
        at = sum(word.bottom <= bottom for word in found)
        found[at:at] = [replace(word.moved(0, first - _AROUND), line=line) for word in lost]
    return tuple(found)


def _without_dirt(ink: Image, over: int, dpi: float) -> Image:
    """The ink of a cell without specks and without what its rulings left along the edges.

    :param over: pixels by which the ink goes beyond the cell
    """
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    x, y, width, height = (stats[:, column] for column in range(4))
    high, wide = ink.shape
    band = over + _RESIDUE * dpi
    thin = _THIN * dpi
    middle_x, middle_y = x + width / 2, y + height / 2
    is_outside = (
        (middle_x <= over) | (middle_x >= wide - over)
        | (middle_y <= over) | (middle_y >= high - over)
    )  # fmt: skip
    is_level = (height <= thin) & (width >= 2 * height)
    is_upright = (width <= thin) & (height >= 2 * width)
    at_level = (y + height <= band) | (y >= high - band)
    at_upright = (x + width <= band) | (x >= wide - band)
    is_speck = np.maximum(width, height) < _SPECK * dpi
    gone = is_outside | is_speck | (is_level & at_level) | (is_upright & at_upright)
    keep = np.where(gone, 0, 255).astype(np.uint8)
    keep[0] = 0
    cleaned: Image = keep[labels]
    return cleaned


def _extent(ink: Image) -> Place | None:
    """Box around the ink, None where there is none."""
    rows = np.flatnonzero(ink.any(axis=1))
    if not len(rows):
        return None
    columns = np.flatnonzero(ink.any(axis=0))
    return (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
