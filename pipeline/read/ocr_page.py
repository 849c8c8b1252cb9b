"""Recognises the scanned pages of a source, one at a time, and tells how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.model import RawLine, RawPage
from pipeline.read.ocr import DPI, read_image
from pipeline.read.ocr_engine import open_engine, reading_of
from pipeline.read.pdf_words import PdfWord

Progress = Callable[[str, int, int], None]
"""Called with the source's URI, the page just read (from 1) and the number of pages."""

_POINTS = 72.0
_LEAST_SIDE = 1_700  # pixels of the longer side: smaller pages are drawn larger
_MOST_SIDE = 4_000  # and pages that state a size far beyond A3 smaller
_progress: ContextVar[Progress | None] = ContextVar("ocr_progress", default=None)


@contextmanager
def reporting(progress: Progress) -> Iterator[None]:
    """Call ``progress`` after each page that is recognised inside the ``with``."""
    token = _progress.set(progress)
    try:
        yield
    finally:
        _progress.reset(token)


def recognise_pdf_page(
    page: Any,
    source: str,
    number: int,
    count: int,
    first_table: int = 0,
    known: Sequence[PdfWord] = (),
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
    known: Sequence[PdfWord] = (),
    stamps: Sequence[RawLine] = (),
) -> RawPage:
    """The lines of a page image; parameters as in :func:`recognise_pdf_page`."""
    with reading_of(source, number):
        page = read_image(image, dpi, open_engine(), number, first_table, known, stamps)
    progress = _progress.get()
    if progress is not None:
        progress(source, number, count)
    return page


def drawing_resolution(width: float, height: float) -> int:
    """Dots an inch at which a page of this size (in points) is drawn."""
    side = max(width, height) / _POINTS
    return max(36, round(min(max(DPI, _LEAST_SIDE / side), _MOST_SIDE / side)))
