"""Straight edges of a PDF page's drawings: what table rulings are made of."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from itertools import compress, pairwise, repeat
from typing import Any

import pypdfium2.raw as pdfium_c

from pipeline.model import Box
from pipeline.read.page.ruled_cells import Edge
from pipeline.read.pdf.calls import (
    ADDRESS,
    NUMBER,
    form_count,
    form_object,
    kind_of,
    plain,
    ready,
    reference,
    slots,
)
from pipeline.read.pdf.probe import Transform

Matrix = tuple[float, float, float, float, float, float]

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_THIN = 3.0  # a filled bar up to this thick is a ruling, not an area
_MIN_LENGTH = 3.0
_MAX_SEGMENTS = 4_000  # longer paths are drawings or outlined letters
_ONE_AREA = 5  # segments: too few for a second area
_MAX_DEPTH = 6
_WHITE = 250
MAX_OBJECTS = 30_000
MAX_EDGES = 4_000

_POINT = (ADDRESS, ADDRESS)
_page_count = ready(pdfium_c.FPDFPage_CountObjects)
_page_object = ready(pdfium_c.FPDFPage_GetObject, ADDRESS)
_bounds = plain(pdfium_c.FPDFPageObj_GetBounds, ADDRESS, *_POINT, *_POINT)
_fill_colour = plain(pdfium_c.FPDFPageObj_GetFillColor, ADDRESS, *_POINT, *_POINT)
_matrix_of = plain(pdfium_c.FPDFPageObj_GetMatrix, ADDRESS, ADDRESS)
_draw_mode = plain(pdfium_c.FPDFPath_GetDrawMode, ADDRESS, *_POINT)
_count_segments = plain(pdfium_c.FPDFPath_CountSegments, ADDRESS)
_segment = plain(pdfium_c.FPDFPath_GetPathSegment, ADDRESS, NUMBER, result=ADDRESS)
_segment_point = plain(pdfium_c.FPDFPathSegment_GetPoint, ADDRESS, *_POINT)
_segment_kind = plain(pdfium_c.FPDFPathSegment_GetType, ADDRESS)
_segment_closes = plain(pdfium_c.FPDFPathSegment_GetClose, ADDRESS)
_TEXT, _FORM = pdfium_c.FPDF_PAGEOBJ_TEXT, pdfium_c.FPDF_PAGEOBJ_FORM
_IMAGE, _PATH = pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_PATH
_MOVE, _LINE = pdfium_c.FPDF_SEGMENT_MOVETO, pdfium_c.FPDF_SEGMENT_LINETO


class Drawing:
    """What was drawn on a page besides text: edges, filled areas, image cover, path count."""

    def __init__(self) -> None:
        self.edges: list[Edge] = []
        self._filled: list[tuple[int, Box]] = []
        self.image_area = 0.0
        self.paths = 0
        self.is_complete = True

    def fill(self, item: int, area: Box) -> None:
        """Note the area that an object fills."""
        self._filled.append((item, area))

    def coloured(self) -> list[Box]:
        """The areas that are filled, and not with white; the page has to be open still."""
        channels, references = slots(ctypes.c_uint, 4)
        return [
            area
            for item, area in self._filled
            if not (_fill_colour(item, *references) and min(channels[:3]) >= _WHITE)
        ]


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """Matrix that first applies ``inner``, then ``outer``."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def page_drawing(pages: Sequence[Any], transform: Transform) -> Drawing:
    """Edges and image cover of a page; points from the upper left corner of the page as shown.

    :param pages: the page and, if what its annotations show has one of its own, that one
    """
    drawing = Drawing()
    pen = _Pen(drawing, transform)
    sheets = [reference(page.raw) for page in reversed(pages)]
    stack: list[tuple[int, Matrix, int]] = []
    seen = forms = 0
    while (sheets or stack) and seen < MAX_OBJECTS:
        if sheets:
            container: Any = sheets.pop()
            outer, depth = _IDENTITY, 0
            get, count = _page_object, _page_count
        else:
            container, outer, depth = stack.pop()
            get, count = form_object, form_count
        indices = range(min(max(0, count(container)), MAX_OBJECTS - seen))
        seen += len(indices)
        items = list(map(get, repeat(container), indices))
        kinds = list(map(kind_of, items))
        shown = list(map(_TEXT.__ne__, kinds))
        for item, kind in zip(compress(items, shown), compress(kinds, shown), strict=True):
            if kind == _FORM and depth < _MAX_DEPTH:
                forms += 1
                stack.append((item, pen.matrix(item, outer), depth + 1))
            elif kind in (_IMAGE, _PATH):
                pen.trace(item, outer, is_image=kind == _IMAGE)
    drawing.is_complete = seen - forms < MAX_OBJECTS and len(drawing.edges) < MAX_EDGES
    return drawing


class _Pen:
    """Goes over the paths of a page; PDFium answers into slots that serve for all of them."""

    def __init__(self, drawing: Drawing, transform: Transform) -> None:
        self._drawing = drawing
        self._transform = transform
        self._sides, self._side_refs = slots(ctypes.c_float, 4)
        self._modes, self._mode_refs = slots(ctypes.c_int, 2)
        self._numbers, (self._matrix_ref, *_) = slots(ctypes.c_float, 6)

    def matrix(self, item: int, outer: Matrix) -> Matrix:
        """The matrix of an object inside forms: its own first, then theirs."""
        if not _matrix_of(item, self._matrix_ref):
            return outer
        a, b, c, d, e, f = self._numbers
        if outer is _IDENTITY:
            return a, b, c, d, e, f
        return _times((a, b, c, d, e, f), outer)

    def trace(self, item: int, outer: Matrix, *, is_image: bool) -> None:
        """Note what an image or a path adds to the drawing."""
        drawing = self._drawing
        if not _bounds(item, *self._side_refs):
            return
        left, bottom, right, top = self._sides
        if outer is _IDENTITY:
            ax, ay = self._transform(left, bottom)
            bx, by = self._transform(right, top)
        else:
            ax, ay = _apply(left, bottom, outer, self._transform)
            bx, by = _apply(right, top, outer, self._transform)
        x0, x1 = (ax, bx) if ax <= bx else (bx, ax)
        y0, y1 = (ay, by) if ay <= by else (by, ay)
        wide, high = x1 - x0, y1 - y0
        if is_image:
            drawing.image_area += wide * high
            return
        drawing.paths += 1
        if len(drawing.edges) >= MAX_EDGES or not _draw_mode(item, *self._mode_refs):
            return
        filled, stroked = self._modes  # clip paths are neither
        if not (filled or stroked):
            return
        if min(wide, high) <= _THIN and max(wide, high) >= _MIN_LENGTH:
            drawing.edges.append(_bar(x0, y0, x1, y1))
        if filled:
            drawing.fill(item, (x0, y0, x1, y1))
        drawing.edges.extend(self._path_edges(item, outer, stroked=bool(stroked)))

    def _path_edges(self, item: int, outer: Matrix, *, stroked: bool) -> list[Edge]:
        """Horizontal and vertical rulings of a path.

        A stroked path gives its straight segments.  A filled one gives its thin parts only
        (printers put all bars of a grid into one path): a wider area is the shading behind a text,
        not a cell.  Of a single area the bounds have said all.
        """
        count = _count_segments(item)
        if not 2 <= count <= _MAX_SEGMENTS or (count <= _ONE_AREA and not stroked):
            return []
        edges: list[Edge] = []
        for part in self._subpaths(item, count, self.matrix(item, outer)):
            if stroked:
                for before, after in pairwise(part):
                    edges.extend(_straight(before, after))
                continue
            xs, ys = zip(*part, strict=True)
            left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
            wide, high = right - left, bottom - top
            if min(wide, high) <= _THIN and max(wide, high) >= _MIN_LENGTH:
                edges.append(_bar(left, top, right, bottom))
        return edges

    def _subpaths(self, item: int, count: int, matrix: Matrix) -> list[list[tuple[float, float]]]:
        """Points of each part of a path, the first one again at the end of a closed part.

        Curves leave a gap: what stands on both sides of one becomes two parts.
        """
        a, b, c, d, e, f = matrix
        transform, place = self._transform, self._sides
        x, y = self._side_refs[:2]
        part: list[tuple[float, float]] = []
        parts = [part]
        start: tuple[float, float] | None = None
        for index in range(count):
            segment = _segment(item, index)
            _segment_point(segment, x, y)
            across, up = place[0], place[1]
            point = transform(a * across + c * up + e, b * across + d * up + f)
            kind = _segment_kind(segment)
            if kind == _LINE:
                part.append(point)
            else:
                if kind == _MOVE:
                    start = point
                part = [point]
                parts.append(part)
            if _segment_closes(segment) and start is not None:
                part.append(start)
        return [part for part in parts if len(part) > 1]


def _apply(x: float, y: float, matrix: Matrix, transform: Transform) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return transform(a * x + c * y + e, b * x + d * y + f)


def _bar(x0: float, y0: float, x1: float, y1: float) -> Edge:
    """The edge along the middle of a thin bar."""
    if x1 - x0 >= y1 - y0:
        middle = (y0 + y1) / 2
        return _edge(x0, middle, x1, middle)
    middle = (x0 + x1) / 2
    return _edge(middle, y0, middle, y1)


def _edge(x0: float, top: float, x1: float, bottom: float) -> Edge:
    """An edge in the shape that pdfplumber's TableFinder reads."""
    return {
        "x0": x0, "x1": x1, "top": top, "bottom": bottom, "doctop": top,
        "width": x1 - x0, "height": bottom - top, "object_type": "line",
        "orientation": "h" if x1 - x0 >= bottom - top else "v",
    }  # fmt: skip


def _straight(a: tuple[float, float], b: tuple[float, float]) -> list[Edge]:
    wide, high = abs(a[0] - b[0]), abs(a[1] - b[1])
    if min(wide, high) > 1 or max(wide, high) < _MIN_LENGTH:
        return []
    return [_bar(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))]
