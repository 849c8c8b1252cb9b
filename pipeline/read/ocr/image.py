"""Reads images of pages: PNG, JPEG, TIFF of one or many pages, and what else Pillow opens."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from pipeline.errors import ReadError
from pipeline.model import PageFailure, RawPage, Reading, Source
from pipeline.read.ocr.page import PageOf, recognise
from pipeline.read.ocr.recognise import DPI, NAME
from pipeline.read.page.roles import mark_running

__all__ = ["NAME", "read"]

_A4_LONG = 11.69  # inch
_MOST_PIXELS = 100_000_000
_LEAST_SIDE = 300  # pixels: a smaller picture is a logo or an icon
_SLENDER = 100  # times as long as wide: a rule, and no page
_NEAR_A4 = (0.5, 2.2)  # of A4's longer side: a stated resolution that gives less or more is wrong


def read(data: bytes, source: Source) -> Reading:
    """Lines of the pages of an image file.

    A frame that cannot be decoded becomes a failure of category ``corrupt``.

    :raises ReadError: ``corrupt``, ``bomb`` (too many pixels), ``empty`` (no page can hold text) or
        ``ocr_unavailable``
    """
    try:
        with warnings.catch_warnings():  # what Pillow warns of is refused below
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data))
        count = int(getattr(picture, "n_frames", 1))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise _corrupt(source, error) from error
    except Image.DecompressionBombError as error:
        raise _bomb(source) from error
    pages: list[RawPage] = []
    failures: list[PageFailure] = []
    tables = 0
    with picture:
        for number, frame in _frames(picture, source, failures):
            dpi = _resolution(frame)
            image, dpi = _pixels(frame, dpi)
            page = recognise(image, dpi, PageOf(source.uri, number, count, tables))
            tables = page.next_table(tables)
            pages.append(page)
    if not pages:
        if failures:
            raise ReadError(source.uri, "corrupt", failures[0].message, page=failures[0].page)
        message = "The picture is too small to hold a page. Scan the page at 200 dpi or more."
        raise ReadError(source.uri, "empty", message)
    return Reading(
        reader=NAME,
        pages=tuple(mark_running(pages)),
        page_count=count,
        failures=tuple(failures),
    )


def _frames(picture: Any, source: Source, failures: list[PageFailure]) -> Iterator[tuple[int, Any]]:
    """Pages of the file, decoded one at a time; thumbnails are left out."""
    for index in range(int(getattr(picture, "n_frames", 1))):
        try:
            picture.seek(index)
            width, height = picture.size
            if width * height > _MOST_PIXELS:
                raise _bomb(source, index + 1)
            if max(width, height) < _LEAST_SIDE or max(width, height) > _SLENDER * min(
                width, height
            ):
                continue
            picture.load()
            yield index + 1, ImageOps.exif_transpose(picture)
        except (OSError, ValueError, SyntaxError, EOFError) as error:
            failures.append(PageFailure(index + 1, "corrupt", _corrupt(source, error).message))
        except Image.DecompressionBombError as error:
            raise _bomb(source, index + 1) from error


def _resolution(frame: Any) -> float:
    """Dots an inch that the file states, else those that make its longer side that of A4."""
    longer = float(max(frame.size))
    stated = frame.info.get("dpi", (0, 0))
    dpi = float(stated[0]) if isinstance(stated, tuple) and stated else 0.0
    low, high = (share * _A4_LONG for share in _NEAR_A4)
    if dpi > 0 and low <= longer / dpi <= high:
        return dpi
    return float(longer / _A4_LONG)


def _pixels(frame: Any, dpi: float) -> tuple[NDArray[np.uint8], int]:
    """The frame as grey or colour pixels at the resolution that recognition is measured for."""
    flat = _flat(frame)
    factor = DPI / dpi
    if factor < 0.9 or factor > 1.4:
        size = (max(1, round(flat.width * factor)), max(1, round(flat.height * factor)))
        flat = flat.resize(size, Image.Resampling.LANCZOS)
        dpi = DPI
    return np.asarray(flat, dtype=np.uint8), round(dpi)


def _flat(frame: Any) -> Any:
    """The frame in grey or RGB, on white where it is transparent."""
    if frame.mode in ("1", "L", "I;16", "I"):
        return frame.convert("L")
    if frame.mode in ("LA", "RGBA", "PA") or "transparency" in frame.info:
        shown = frame.convert("RGBA")
        ground = Image.new("RGBA", shown.size, "white")
        return Image.alpha_composite(ground, shown).convert("RGB")
    return frame.convert("RGB")


def _corrupt(source: Source, error: Exception) -> ReadError:
    # Pillow names the place in memory there, another one each time.
    unknown = isinstance(error, UnidentifiedImageError)
    cause = "its head is damaged" if unknown else error
    return ReadError(
        source.uri, "corrupt", f"The picture does not open ({cause}). Fetch or scan it again."
    )


def _bomb(source: Source, page: int | None = None) -> ReadError:
    return ReadError(
        source.uri, "bomb",
        f"The picture has more than {_MOST_PIXELS // 1_000_000} million pixels. Scan it at 300 "
        "dpi.",
        page,
    )  # fmt: skip
