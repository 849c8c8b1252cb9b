"""Reads a page image: prepares it, reads tables cell by cell and the rest as one column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.model import Cell, RawLine, RawPage, WordBox
from pipeline.read.ocr.cells import read_cells
from pipeline.read.ocr.engine import Engine
from pipeline.read.ocr.filled_in import read_filled_in
from pipeline.read.ocr.hocr import OcrWord
from pipeline.read.ocr.incoming import split_incoming
from pipeline.read.ocr.lost import read_lost
from pipeline.read.ocr.missed import read_missed
from pipeline.read.ocr.notes import mark_notes
from pipeline.read.ocr.number_column import read_number_column
from pipeline.read.ocr.numbers import read_numbers_again
from pipeline.read.ocr.row_numbers import with_placed_numbers, with_row_numbers
from pipeline.read.ocr.sealed import read_sealed
from pipeline.read.ocr.short_lines import read_short_again
from pipeline.read.ocr.small_print import mark_small_print
from pipeline.read.ocr.words import (
    mean_confidence,
    page_words,
    readable,
    with_known,
    with_whole_numbers,
    without_scrawl,
)
from pipeline.read.page.order import order_page
from pipeline.read.page.roles import mark_furniture
from pipeline.read.page.rows import cluster_rows, line_of
from pipeline.read.page.tall_rows import with_rows_parted
from pipeline.read.page.unruled import PdfPages
from pipeline.read.page.word import PlacedWord
from pipeline.read.scan.level_tables import find_level_tables
from pipeline.read.scan.prepare import Prepared, dark_pixels, may_be_sideways, prepare, soften
from pipeline.read.scan.rule import Rule
from pipeline.read.scan.rules import erase, find_ruling
from pipeline.read.scan.spread import fold_of
from pipeline.read.scan.tables import Place, ScanTable, find_scan_tables

NAME = "tesseract"
DPI = 200
"""Resolution at which a PDF page is drawn: 300 takes half as long again for no fewer errors."""

Image = NDArray[Any]

_POINTS = 72.0
_DOUBTFUL = 0.78  # mean confidence of a page below which it is tried in other ways
_UPSIDE_DOWN = 0.6  # a page on its head is read with less confidence than this
_FEW = 5
_NEAR_INK = 0.045  # inch: the soft edge of print
_SPECK = 0.01  # inch: ink of less than this across is grain
_GAP = 0.65  # font sizes between cells: the box of a `Y` is narrower than its letter
_BORDER = 0.03  # inch around a table that is left out of the page's text

cv2.setNumThreads(1)  # a process a core: threads of its own would only wait for each other


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read on a prepared image: words outside of tables, tables and their cells' words.

    ``level`` are its level rulings.
    """

    prepared: Prepared
    words: tuple[OcrWord, ...]
    tables: tuple[ScanTable, ...]
    cells: tuple[tuple[tuple[OcrWord, ...], ...], ...]
    level: tuple[Rule, ...]

    def everything(self) -> list[OcrWord]:
        """All words, those in cells too."""
        inside = [word for table in self.cells for cell in table for word in cell]
        return [*self.words, *inside]


@dataclass(frozen=True, slots=True)
class Known:
    """What a page's own text layer gives, in points of the image as it came.

    :param words: drawn by signing software (a number); they stand instead of what is recognised at
        their place
    :param stamps: furniture, whose places are left out
    """

    words: Sequence[PlacedWord] = ()
    stamps: Sequence[RawLine] = ()


NOTHING_KNOWN = Known()


def read_image(
    image: Image,
    dpi: int,
    engine: Engine,
    number: int = 1,
    first_table: int = 0,
    known: Known = NOTHING_KNOWN,
) -> RawPage:
    """The lines of a page image in reading order.

    Boxes are points of the upright page; ``rotation`` says by how many degrees the image had to be
    turned clockwise for that.  What is written by hand stays as it was read.

    :param image: rows x columns (grey) or rows x columns x 3 (red, green, blue)
    :param dpi: its resolution
    :param number: the page's number, from 1
    :param first_table: ordinal of the page's first table in the source
    """
    found = _read_best(image, dpi, engine, _places(known.stamps, dpi))
    prepared = found.prepared
    scale = _POINTS / dpi
    width, height = prepared.size[0] * scale, prepared.size[1] * scale
    text = page_words(without_scrawl(found.words, dpi), dpi)
    if prepared.turned == 0 and prepared.sheet is None:
        text = with_known(text, known.words, known.stamps)
    text, incoming = split_incoming(text)
    high, wide = (side * scale for side in prepared.image.shape)
    lines = mark_furniture(_lines(found, text, dpi, (wide, high), first_table), high)
    lines = mark_notes(mark_small_print(lines), found.level, dpi, high)
    return RawPage(
        number=number,
        lines=(*(_upright(line, prepared, dpi) for line in (*lines, *incoming)), *known.stamps),
        reader=NAME,
        width=round(width, 2),
        height=round(height, 2),
        rotation=prepared.turned,
        is_ocr=True,
        ocr_confidence=round(mean_confidence(found.everything()), 4),
    )


def _places(stamps: Sequence[RawLine], dpi: int) -> list[Place]:
    """Where the words of stamps stand, in pixels: their small print reads as other words."""
    scale = dpi / _POINTS
    return [
        (
            max(0, round(word.box[0] * scale)),
            max(0, round(word.box[1] * scale)),
            max(0, round(word.box[2] * scale)) + 1,
            max(0, round(word.box[3] * scale)) + 1,
        )
        for line in stamps
        for word in line.words
    ]


def _read_best(image: Image, dpi: int, engine: Engine, stamps: Sequence[Place] = ()) -> _Read:
    """The page as read in the usual way, or in another way where that reads more of it."""
    best = _read(prepare(image, dpi, stamps=stamps), dpi, engine)
    if len(best.everything()) < _FEW and best.prepared.turned:
        # a streak of dirt was taken for lines that run upright
        level = _read(prepare(image, dpi, 0, stamps), dpi, engine)
        best = max(best, level, key=lambda each: readable(each.everything()))
    words, prepared = best.everything(), best.prepared
    if len(words) < _FEW or mean_confidence(words) >= _DOUBTFUL:
        return best
    others: list[Prepared] = []
    if mean_confidence(words) < _UPSIDE_DOWN:
        turns = (180, 90, 270) if may_be_sideways(prepared.sharp) else (180,)
        others.extend(prepare(image, dpi, (prepared.turned + by) % 360, stamps) for by in turns)
    soft = soften(prepared.sharp)
    others.append(replace(prepared, image=soft, sharp=soft, dark=dark_pixels(soft), bridged=None))
    for other in others:
        again = _read(other, dpi, engine)
        if readable(again.everything()) > readable(best.everything()):
            best = again
            if mean_confidence(best.everything()) >= _DOUBTFUL:
                break
    return best


def _read(prepared: Prepared, dpi: int, engine: Engine) -> _Read:
    """Words and tables of a prepared image."""
    image = prepared.image
    dark = prepared.dark
    ruling = find_ruling(dark, dpi, prepared.sharp)
    tables: list[ScanTable] = []
    cells: list[tuple[tuple[OcrWord, ...], ...]] = []
    found = find_scan_tables(ruling, image.shape, dpi)
    clean, ink = erase(image, ruling, dark, dpi)
    found += find_level_tables(ruling.level, ink, found, dpi)
    if found:
        image = image.copy()
        for table in found:
            inside = tuple(
                with_whole_numbers(cell)
                for cell in read_cells(engine, clean, ink, table.cells, dpi)
            )
            if sum(bool(cell) for cell in inside) < 2:  # a frame, or a form left blank
                continue
            tables.append(table)
            cells.append(with_row_numbers(table.cells, inside))
            border = round(_BORDER * dpi)
            left, top, right, bottom = table.place
            rows = slice(max(0, top - border), bottom + border)
            image[rows, max(0, left - border) : right + border] = 255
            ink[rows, max(0, left - border) : right + border] = 0
    words = with_whole_numbers(engine.recognise(_with_white_ground(image, ink, dpi), dpi, "column"))
    words = read_numbers_again(image, words, engine, dpi)
    words = read_filled_in(prepared.sharp, words)
    if prepared.bridged is not None:
        words = read_sealed(prepared.image, prepared.bridged, words, engine, dpi)
    seen = max((word.line for word in words), default=0)
    words = read_missed(image, ink, words, engine, dpi)
    words = read_numbers_again(image, words, engine, dpi, behind=seen)
    words = read_filled_in(prepared.sharp, words, behind=seen)  # the number's line may be late
    words = read_lost(image, ink, words, engine, dpi)
    words = read_short_again(image, words, engine, dpi)
    words = read_number_column(image, ink, words, engine, dpi)
    return _Read(prepared, words, tuple(tables), tuple(cells), ruling.level)


def _with_white_ground(image: Image, ink: Image, dpi: int) -> Image:
    """The image with white wherever no ink is near: grain alone keeps Tesseract busy."""
    near, speck = round(_NEAR_INK * dpi), max(2, round(_SPECK * dpi))
    strokes = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((speck, speck), np.uint8))
    printed = cv2.dilate(strokes, np.ones((near, near), np.uint8))
    white: Image = cv2.bitwise_or(image, cv2.bitwise_not(printed))
    return white


def _lines(
    found: _Read, text: Sequence[PlacedWord], dpi: int, size: tuple[float, float], first_table: int
) -> list[RawLine]:
    """Lines of the sheet in reading order; of two pages on one sheet, those of the left one first.

    :param size: width and height of the sheet, in points
    """
    scale = _POINTS / dpi
    boxes = [tuple(side * scale for side in table.place) for table in found.tables]
    fold = fold_of(text, boxes, *size)  # type: ignore[arg-type]
    if fold is None:
        return _lines_of_page(found, text, range(len(boxes)), dpi, size[0], first_table)
    right = [index for index, box in enumerate(boxes) if box[0] > fold]
    left = [index for index in range(len(boxes)) if index not in right]
    before = [word for word in text if word.x1 <= fold]
    behind = [
        replace(word, x0=word.x0 - fold, x1=word.x1 - fold) for word in text if word.x0 > fold
    ]
    lines = _lines_of_page(found, before, left, dpi, fold, first_table)
    for line in _lines_of_page(found, behind, right, dpi, size[0] - fold, first_table):
        lines.append(line if line.cell is not None else _moved(line, fold))
    return lines


def _moved(line: RawLine, across: float) -> RawLine:
    words = [
        replace(word, box=(word.box[0] + across, word.box[1], word.box[2] + across, word.box[3]))
        for word in line.words
    ]
    return replace(line, words=tuple(words))


def _lines_of_page(
    found: _Read,
    text: Sequence[PlacedWord],
    tables: Sequence[int],
    dpi: int,
    width: float,
    first_table: int,
) -> list[RawLine]:
    """Lines of a page from top to bottom: text, and tables cell by cell (empty cells too)."""
    scale = _POINTS / dpi
    ends = [found.tables[table].place[3] * scale for table in tables]
    zones: list[list[PlacedWord]] = [[] for _ in range(len(ends) + 1)]
    for word in text:
        zones[sum(end < word.middle for end in ends)].append(word)
    lines: list[RawLine] = []
    for index, zone in enumerate(zones):
        if zone:
            pages = PdfPages(gap=_GAP, is_alone=True)
            open_tables, rest = pages.tables(with_placed_numbers(zone))
            lines.extend(order_page(rest, open_tables, width, first_table))
        if index == len(ends):
            break
        table = tables[index]
        cells = []
        for place, words in zip(found.tables[table].cells, found.cells[table], strict=True):
            at = Cell(
                first_table + table, place.row, place.column, place.row_span, place.column_span
            )
            cells.append((page_words(words, dpi), at))
        for inside, cell in with_rows_parted(cells):
            # the parts of a line that is set a little askew come as lines of their own
            rows = cluster_rows(inside)
            lines.append(line_of([word for row in rows for word in row], cell=cell))
    return lines


def _upright(line: RawLine, prepared: Prepared, dpi: int) -> RawLine:
    """The line with its boxes on the page as it was before it was laid flat and straightened."""
    if prepared.is_as_it_came:
        return line
    scale = _POINTS / dpi
    words = []
    for word in line.words:
        left, above, right, below = word.box
        x0, top, x1, bottom = prepared.to_upright(
            (left / scale, above / scale, right / scale, below / scale)
        )
        box = (
            round(x0 * scale, 2),
            round(top * scale, 2),
            round(x1 * scale, 2),
            round(bottom * scale, 2),
        )
        words.append(WordBox(word.start, word.end, box, word.confidence))
    return replace(line, words=tuple(words))
