"""Recognises the scanned pages of a source, one at a time, or knows them from an earlier run."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.model import RawLine, RawPage
from pipeline.read.ocr.engine import open_engine, reading_of
from pipeline.read.ocr.recognise import DPI, read_image
from pipeline.read.page.word import PlacedWord
from pipeline.read.recognition import around_pages

_POINTS = 72.0
_LEAST_SIDE = 1_700  # pixels of the longer side: smaller pages are drawn larger
_MOST_SIDE = 4_000  # and pages that state a size far beyond A3 smaller


def recognise_pdf_page(
    page: Any,
    source: str,
    number: int,
    count: int,
    first_table: int = 0,
    known: Sequence[PlacedWord] = (),
    stamps: Sequence[RawLine] = (),
) -> RawPage:
    """The lines of a scanned PDF page.

    :param page: a pypdfium2 page; drawn at 200 dpi with its annotations
    :param source: URI for errors and progress
    :param count: number of pages of the source
    :param known: words that the page's own text layer gives (a number drawn by signing software):
        they stand instead of what is recognised at their place
    :param stamps: furniture lines of the text layer, whose places are not recognised again
    :raises ReadError: ``ocr_unavailable``, ``timeout`` or ``crash``
    """
    with reading_of(source, number):
        open_engine()  # without one, nothing has to be drawn
    dpi = drawing_resolution(*page.get_size())
    bitmap = page.render(scale=dpi / _POINTS, rev_byteorder=True)
    try:
        image: NDArray[np.uint8] = bitmap.to_numpy()[:, :, :3]
        if image.shape[2] == 1:
            image = image[:, :, 0]
        return recognise(image, dpi, source, number, count, first_table, known, stamps)
    finally:
        bitmap.close()


def recognise(
    image: NDArray[np.uint8],
    dpi: int,
    source: str,
    number: int,
    count: int,
    first_table: int = 0,
    known: Sequence[PlacedWord] = (),
    stamps: Sequence[RawLine] = (),
) -> RawPage:
    """The lines of a page image; parameters as in :func:`recognise_pdf_page`."""
    around = around_pages()
    with reading_of(source, number):
        engine = open_engine()
        page, key = None, ""
        if around.kept is not None:
            key = _key(image, dpi, engine.version, first_table, known, stamps)
            page = around.kept.find(key)
        if page is None:
            page = read_image(image, dpi, engine, number, first_table, known, stamps)
            if around.kept is not None:
                around.kept.keep(key, page)
    if around.progress is not None:
        around.progress(source, number, count)
    return replace(page, number=number)  # the same page can stand elsewhere in another file


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
