"""Recognises the scanned pages of a source, one at a time, or knows them from an earlier run."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.model import RawPage
from pipeline.read.ocr.engine import open_engine, reading_of
from pipeline.read.ocr.recognise import DPI, NOTHING_KNOWN, Known, read_image
from pipeline.read.recognition import around_pages

_POINTS = 72.0
_LEAST_SIDE = 1_700  # pixels of the longer side: smaller pages are drawn larger
_MOST_SIDE = 4_000  # and pages that state a size far beyond A3 smaller


@dataclass(frozen=True, slots=True)
class PageOf:
    """Which page an image is.

    :param source: URI, for errors and progress
    :param number: of the page, from 1
    :param count: of the pages of the source
    :param first_table: ordinal of the page's first table in the source
    """

    source: str
    number: int
    count: int
    first_table: int


def recognise_pdf_page(page: Any, place: PageOf, known: Known) -> RawPage:
    """The lines of a scanned PDF page.

    :param page: a pypdfium2 page; drawn at 200 dpi with its annotations
    :param known: what its own text layer gives
    :raises ReadError: ``ocr_unavailable``, ``timeout`` or ``crash``
    """
    with reading_of(place.source, place.number):
        open_engine()  # without one, nothing has to be drawn
    dpi = drawing_resolution(*page.get_size())
    bitmap = page.render(scale=dpi / _POINTS, rev_byteorder=True)
    try:
        image: NDArray[np.uint8] = bitmap.to_numpy()[:, :, :3]
        if image.shape[2] == 1:
            image = image[:, :, 0]
        return recognise(image, dpi, place, known)
    finally:
        bitmap.close()


def recognise(
    image: NDArray[np.uint8], dpi: int, place: PageOf, known: Known = NOTHING_KNOWN
) -> RawPage:
    """The lines of a page image of so many dots an inch."""
    around = around_pages()
    with reading_of(place.source, place.number):
        engine = open_engine()
        page, key = None, ""
        if around.kept is not None:
            key = _key(image, dpi, engine.version, place.first_table, known)
            page = around.kept.find(key)
        if page is None:
            page = read_image(image, dpi, engine, place.number, place.first_table, known)
            if around.kept is not None:
                around.kept.keep(key, page)
    if around.progress is not None:
        around.progress(place.source, place.number, place.count)
    return replace(page, number=place.number)  # the same page can stand elsewhere in another file


def _key(image: NDArray[np.uint8], *others: object) -> str:
    """What a page's lines depend on, as one name: its pixels, and how they are read."""
    digest = hashlib.blake2b(digest_size=20)
    digest.update(repr((image.shape, *others)).encode())
    digest.update(np.ascontiguousarray(image).data)
    return digest.hexdigest()


def drawing_resolution(width: float, height: float) -> int:
    """Dots an inch at which a page of this size (in points) is drawn."""
    side = max(width, height) / _POINTS
    return max(36, round(min(max(DPI, _LEAST_SIDE / side), _MOST_SIDE / side)))
