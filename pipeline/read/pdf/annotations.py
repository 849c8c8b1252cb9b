"""Opens a PDF page with what its annotations show: signing software draws number and day there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

from pipeline.read.pdf.calls import (
    ADDRESS,
    NUMBER,
    address_of,
    form_count,
    form_object,
    kind_of,
    plain,
)

_NOT_DRAWN = (pdfium_c.FPDF_ANNOT_LINK, pdfium_c.FPDF_ANNOT_POPUP)
_IMAGE, _FORM = pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_FORM
_TEXT = pdfium_c.FPDF_PAGEOBJ_TEXT
_MAX_DEPTH = 6
_MAX_OBJECTS = 30_000
_SEALS = 0.25  # share of the page: more than this in pictures may be the page itself
_KEY = b"/Contents"
_OF_PAGE = re.compile(rb"[\s\0]*+(?:\d++[\s\0]++\d++[\s\0]++R|\[)")  # not those of a signature
_MOST_BYTES = 1 << 25  # of a file that is copied
_NO_KEY = b"/Kontents"  # as long, so that all else stays where it is

_page_count = plain(pdfium_c.FPDFPage_CountObjects, ADDRESS)
_page_object = plain(pdfium_c.FPDFPage_GetObject, ADDRESS, NUMBER, result=ADDRESS)
_shown_count = plain(pdfium_c.FPDFAnnot_GetObjectCount, ADDRESS)
_shown_object = plain(pdfium_c.FPDFAnnot_GetObject, ADDRESS, NUMBER, result=ADDRESS)


class Blanked:
    """A copy of a file whose pages have lost their contents and kept their annotations.

    To draw annotations into a page, PDFium reads its contents, and once more afterwards; here they
    are drawn into a page that has none.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._document: Any = None
        self._is_of_use = len(data) <= _MOST_BYTES

    def page(self, index: int) -> Any:
        """A page of pypdfium2 with what its annotations show and nothing else, for the caller to
        close; None where this way does not lead to one (contents named in a compressed object,
        a file too large to hold twice).
        """
        if not self._is_of_use:
            return None
        try:
            if self._document is None:
                self._document = pypdfium2.PdfDocument(_without_contents(self._data))
            page = self._document[index]
        except pypdfium2.PdfiumError:
            self._is_of_use = False
            return None
        self._is_of_use = _page_count(address_of(page.raw)) == 0
        if not self._is_of_use:
            page.close()
            return None
        return _flattened(self._document, index, page)

    def close(self) -> None:
        """Free the copy; it opens anew when it is asked again."""
        if self._document is not None:
            self._document.close()
            self._document = None


def _without_contents(data: bytes) -> bytes:
    """The file with other keys for the contents of pages; a plain search is the quickest."""
    pieces: list[bytes] = []
    done, at = 0, data.find(_KEY)
    while at >= 0:
        end = at + len(_KEY)
        if _OF_PAGE.match(data, end):
            pieces += (data[done:at], _NO_KEY)
            done = end
        at = data.find(_KEY, end)
    return b"".join((*pieces, data[done:]))


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page of pypdfium2 that the caller closes.

    ``annotations`` is a page, to be closed as well, of what annotations show where that is not in
    the page itself.  Else ``drawn`` holds the text objects that came out of them.
    ``picture_area`` is that of annotations which are pictures and were left out, in square points.
    """

    page: Any
    annotations: Any = None
    drawn: frozenset[int] = frozenset()
    picture_area: float = 0.0


def open_page(document: Any, index: int, blanked: Blanked) -> OpenPage:
    """The page and its annotations as drawn, but for links and the pictures of seals."""
    page = document[index]
    count = pdfium_c.FPDFPage_GetAnnotCount(page.raw)
    if count <= 0:
        return OpenPage(page)
    area = _picture_area(page.raw, count)
    if area is not None:
        width, height = page.get_size()
        if area <= _SEALS * width * height:
            return OpenPage(page, picture_area=area)
    annotations = blanked.page(index)
    if annotations is not None:
        return OpenPage(page, annotations)
    own = _page_count(address_of(page.raw))
    page = _flattened(document, index, page)
    return OpenPage(page, drawn=_texts_from(page, own))


def whole_page(document: Any, index: int) -> Any:
    """The page with its annotations drawn into it, for the caller to close."""
    return _flattened(document, index, document[index])


def _flattened(document: Any, index: int, page: Any) -> Any:
    if pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_NORMALDISPLAY) == 1:
        page.close()
        page = document[index]
    return page


def _picture_area(page: Any, count: int) -> float | None:
    """Area of the annotations of a page that shows none but pictures; None if one has words."""
    area = 0.0
    for number in range(count):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, number)
        try:
            if pdfium_c.FPDFAnnot_GetSubtype(annotation) in _NOT_DRAWN:
                continue
            if not _is_picture(annotation):
                return None  # the others need not be opened: all are drawn into the page
            area += _area(annotation)
        finally:
            pdfium_c.FPDFPage_CloseAnnot(annotation)
    return area


def _is_picture(annotation: Any) -> bool:
    """Whether an annotation shows images and nothing else."""
    shown = address_of(annotation)
    items = [_shown_object(shown, number) for number in range(max(0, _shown_count(shown)))]
    if not items:
        return not pdfium_c.FPDFAnnot_HasKey(annotation, b"AP")
    return all(kind == _IMAGE for _, kind in _inside(items))


def _area(annotation: Any) -> float:
    sides = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDFAnnot_GetRect(annotation, sides):
        return 0.0
    return float(abs(sides.right - sides.left) * abs(sides.top - sides.bottom))


def _texts_from(page: Any, first: int) -> frozenset[int]:
    """The text objects of a page from this object on: flattening adds annotations at the end."""
    held = address_of(page.raw)
    items = [_page_object(held, number) for number in range(first, _page_count(held))]
    return frozenset(item for item, kind in _inside(items) if kind == _TEXT)


def _inside(items: list[int]) -> list[tuple[int, int]]:
    """Objects with their kinds, those of forms instead of the forms."""
    found: list[tuple[int, int]] = []
    stack = [(item, 0) for item in items]
    while stack and len(found) < _MAX_OBJECTS:
        item, depth = stack.pop()
        kind = kind_of(item)
        if kind == _FORM and depth < _MAX_DEPTH:
            inner = range(max(0, form_count(item)))
            stack += [(form_object(item, number), depth + 1) for number in inner]
        else:
            found.append((item, kind))
    return found
