"""Straight edges of a PDF page's drawings: what table rulings are made of."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium_c

from pipeline.read.pdf_words import Transform
from pipeline.read.pdfium_calls import ADDRESS, NUMBER, address_of, plain, slots

Matrix = tuple[float, float, float, float, float, float]
Edge = dict[str, Any]

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_THIN = 3.0  # a filled bar up to this thick is a ruling, not an area
_MIN_LENGTH = 3.0
_MAX_SEGMENTS = 4_000  # longer paths are drawings or outlined letters
_MAX_DEPTH = 6
_WHITE = 250
MAX_OBJECTS = 30_000
MAX_EDGES = 4_000

_POINT = (ADDRESS, ADDRESS)
_page_count = plain(pdfium_c.FPDFPage_CountObjects, ADDRESS)
_page_object = plain(pdfium_c.FPDFPage_GetObject, ADDRESS, NUMBER, result=ADDRESS)
_form_count = plain(pdfium_c.FPDFFormObj_CountObjects, ADDRESS)
_form_object = plain(pdfium_c.FPDFFormObj_GetObject, ADDRESS, ctypes.c_ulong, result=ADDRESS)
_kind_of = plain(pdfium_c.FPDFPageObj_GetType, ADDRESS)
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
_MOVE, _LINE = pdfium_c.FPDF_SEGMENT_MOVETO, pdfium_c.FPDF_SEGMENT_LINETO


class Drawing:
    """What was drawn on a page besides text: edges, coloured areas, image cover, path count."""

    def __init__(self) -> None:
        self.edges: list[Edge] = []
        self.fills: list[tuple[float, float, float, float]] = []
        self.image_area = 0.0
        self.paths = 0
        self.is_complete = True


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """Matrix that first applies ``inner``, then ``outer``."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def _matrix(item: int) -> Matrix:
    raw = pdfium_c.FS_MATRIX()
    if not _matrix_of(item, ctypes.addressof(raw)):
        return _IDENTITY
    return (raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def _objects(page: Any, budget: int) -> Iterator[tuple[int, int, Matrix]]:
    """Page objects with their type and the matrix of the forms around them."""
    stack: list[tuple[int | None, bool, Matrix, int]]
    stack = [(address_of(page.raw), False, _IDENTITY, 0)]
    seen = 0
    while stack:
        container, is_form, outer, depth = stack.pop()
        get = _form_object if is_form else _page_object
        for index in range(max(0, (_form_count if is_form else _page_count)(container))):
            seen += 1
            if seen > budget:
                return
            item = get(container, index)
            kind = _kind_of(item)
            if kind == _FORM and depth < _MAX_DEPTH:
                stack.append((item, True, _times(_matrix(item), outer), depth + 1))
            else:
                yield item, kind, outer


def page_drawing(page: Any, transform: Transform) -> Drawing:
    """Edges and image cover of a page; points from the upper left corner of the page as shown."""
    drawing = Drawing()
    numbers, refs = slots(ctypes.c_float, 4)
    seen = 0
    for item, kind, outer in _objects(page, MAX_OBJECTS):
        seen += 1
        if kind == _TEXT:
            continue
        if not _bounds(item, *refs):
            continue
        left, bottom, right, top = numbers
        x0, y0, x1, y1 = _place((left, bottom), (right, top), outer, transform)
        if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            drawing.image_area += (x1 - x0) * (y1 - y0)
            continue
        if kind != pdfium_c.FPDF_PAGEOBJ_PATH:
            continue
        drawing.paths += 1
        if len(drawing.edges) >= MAX_EDGES:
            continue
        filled, stroked = _ink(item)
        if not (filled or stroked):
            continue
        wide, high = x1 - x0, y1 - y0
        if min(wide, high) <= _THIN and max(wide, high) >= _MIN_LENGTH:
            drawing.edges.append(_bar(x0, y0, x1, y1))
        if filled and not _is_white(item):
            drawing.fills.append((x0, y0, x1, y1))
        drawing.edges.extend(_path_edges(item, outer, transform, stroked))
    drawing.is_complete = seen < MAX_OBJECTS and len(drawing.edges) < MAX_EDGES
    return drawing


def _place(
    first: tuple[float, float], second: tuple[float, float], outer: Matrix, transform: Transform
) -> tuple[float, float, float, float]:
    ax, ay = _apply(first, outer, transform)
    bx, by = _apply(second, outer, transform)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _apply(point: tuple[float, float], matrix: Matrix, transform: Transform) -> tuple[float, float]:
    x, y = point
    a, b, c, d, e, f = matrix
    return transform(a * x + c * y + e, b * x + d * y + f)


def _ink(item: int) -> tuple[bool, bool]:
    """Whether the path is filled and whether it is stroked (clip paths are neither)."""
    modes, refs = slots(ctypes.c_int, 2)
    if not _draw_mode(item, *refs):
        return False, False
    return bool(modes[0]), bool(modes[1])


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


def _is_white(item: int) -> bool:
    """Whether an object is filled with white."""
    channels, refs = slots(ctypes.c_uint, 4)
    return bool(_fill_colour(item, *refs)) and min(channels[:3]) >= _WHITE


def _path_edges(item: int, outer: Matrix, transform: Transform, stroked: bool) -> list[Edge]:
    """Horizontal and vertical rulings of a path.

    A stroked path gives its straight segments.  A filled one gives its thin parts only (printers
    put all bars of a grid into one path): a wider area is the shading behind a text, not a cell.
    """
    count = _count_segments(item)
    if not 2 <= count <= _MAX_SEGMENTS:
        return []
    matrix = _times(_matrix(item), outer)
    parts = _subpaths(item, count, matrix, transform)
    edges: list[Edge] = []
    for part in parts:
        if stroked:
            for before, after in itertools.pairwise(part):
                edges.extend(_straight(before, after))
            continue
        xs, ys = [point[0] for point in part], [point[1] for point in part]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        if min(wide, high) <= _THIN and max(wide, high) >= _MIN_LENGTH:
            edges.append(_bar(min(xs), min(ys), max(xs), max(ys)))
    return edges


def _subpaths(
    item: int, count: int, matrix: Matrix, transform: Transform
) -> list[list[tuple[float, float]]]:
    """Points of each part of a path, the first one again at the end of a closed part.

    Curves leave a gap: what stands on both sides of one becomes two parts.
    """
    place, (x, y) = slots(ctypes.c_float, 2)
    parts: list[list[tuple[float, float]]] = [[]]
    start: tuple[float, float] | None = None
    for index in range(count):
        segment = _segment(item, index)
        _segment_point(segment, x, y)
        point = _apply((place[0], place[1]), matrix, transform)
        kind = _segment_kind(segment)
        if kind == _MOVE:
            start = point
        if kind == _LINE:
            parts[-1].append(point)
        else:
            parts.append([point])
        if _segment_closes(segment) and start is not None:
            parts[-1].append(start)
    return [part for part in parts if len(part) > 1]


def _straight(a: tuple[float, float], b: tuple[float, float]) -> list[Edge]:
    wide, high = abs(a[0] - b[0]), abs(a[1] - b[1])
    if min(wide, high) > 1 or max(wide, high) < _MIN_LENGTH:
        return []
    return [_bar(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))]
