"""Reads PDF files page by page: the text layer where it is the page's text, OCR where not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Any, cast

import pypdfium2
import pypdfium2.raw as pdfium_c

from pipeline.errors import Category, ReadError
from pipeline.model import PageFailure, RawPage, Reading, Source
from pipeline.read.cut import is_pdf_cut, of_cut_file
from pipeline.read.legacy.lines import dominant, encoding_defects
from pipeline.read.legacy.maps import NAMES
from pipeline.read.legacy.words import decode_words
from pipeline.read.page.order import Face, order_page
from pipeline.read.page.roles import (
    mark_furniture,
    mark_running,
    split_browser_lines,
    split_stamps,
)
from pipeline.read.page.tables import RuledTable, find_tables
from pipeline.read.page.unruled import OpenTable, PdfPages
from pipeline.read.page.word import PlacedWord
from pipeline.read.pdf.annotations import Blanked, open_page, whole_page
from pipeline.read.pdf.faces import Faces
from pipeline.read.pdf.rules import Drawing, page_drawing
from pipeline.read.pdf.standing import Standing
from pipeline.read.pdf.turned_words import upright
from pipeline.read.pdf.words import page_transform, page_words
from pipeline.read.signature.reader import read_signatures
from pipeline.read.text_layer import is_gibberish, is_scan

NAME = "pdfium"

_PAGES_AT_ONCE = 64
_UNLOADED = 100  # pages in a row that do not load, and none behind them is tried
_PICTURE = 0.5  # share of the page that an image covers when the page is a scan


def read(data: bytes, source: Source) -> Reading:
    """Words of a PDF with their boxes, page by page.

    A page without a usable text layer is recognised; where that is not possible, it becomes a
    failure of category ``ocr_unavailable``.  A file without its end is read as far as it goes.

    :raises ReadError: ``encrypted``, ``corrupt``, ``empty`` (no pages) or ``ocr_unavailable`` (no
        page has a text layer and no OCR is installed)
    """
    reading = _read_document(data, source)
    signatures, defects = read_signatures(data)
    reading = replace(reading, signatures=signatures, defects=(*reading.defects, *defects))
    return of_cut_file(reading, "PDF") if is_pdf_cut(data) else reading


def _open(data: bytes, source: Source) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
            raise ReadError(
                source.uri, "encrypted",
                "The PDF asks for a password. Save a copy without one and add that.",
            ) from error  # fmt: skip
        raise ReadError(
            source.uri, "corrupt",
            f"The PDF does not open ({_cause(error)}). Fetch or export it again.",
        ) from error  # fmt: skip


def _cause(error: Exception) -> str:
    """PDFium's words without those of the binding around them."""
    return str(error).removeprefix("Failed to load document ").strip("(). ")


def _read_document(data: bytes, source: Source) -> Reading:
    pages: list[RawPage] = []
    failures: list[PageFailure] = []
    defects: list[str] = []
    letters: Counter[str] = Counter()
    pages_so_far = PdfPages()
    tables = unloaded = 0
    with closing(_each_page(data, source)) as each_page:
        for index, document, blanked in each_page:
            try:
                page, failure, is_complete = _read_page(
                    document, blanked, index, tables, letters, pages_so_far, source
                )
            except pypdfium2.PdfiumError as error:
                message = f"The page does not load ({error}). Export the file again."
                failures.append(PageFailure(index + 1, "corrupt", message))
                unloaded += 1
                if unloaded == _UNLOADED:  # the file counts pages that it does not hold
                    message = "No page behind this one is read either. Export the file again."
                    failures.append(PageFailure(index + 1, "corrupt", message))
                    break
                continue
            unloaded = 0
            if failure is not None:
                failures.append(failure)
            if not is_complete:
                defects.append("rulings_left_out")
            tables = page.next_table(tables)
            pages.append(page)
    if failures and all(line.role == "footer" for page in pages for line in page.lines):
        first = failures[0]
        category = cast(Category, first.category)
        raise ReadError(source.uri, category, first.message, page=first.page)
    return Reading(
        reader=_usual_reader(pages),
        pages=tuple(mark_running(pages)),
        page_count=index + 1,
        encoding=NAMES.get(dominant(letters) or ""),
        defects=tuple(dict.fromkeys((*defects, *encoding_defects(letters)))),
        failures=tuple(failures),
    )


def _each_page(data: bytes, source: Source) -> Generator[tuple[int, Any, Blanked]]:
    """The index of each page with the open document and its copy for annotations."""
    document = _open(data, source)
    blanked = Blanked(data)
    try:
        count = len(document)
        if count == 0:
            raise ReadError(source.uri, "empty", "The PDF has no pages. Export it again.")
        for index in range(count):
            if index and index % _PAGES_AT_ONCE == 0:
                # PDFium keeps all it has parsed, closed pages too, until the document is closed
                document.close()
                blanked.close()
                document = _open(data, source)
            yield index, document, blanked
    finally:
        document.close()
        blanked.close()


def _usual_reader(pages: Sequence[RawPage]) -> str:
    """The reader that gave most of the pages."""
    readers = Counter(page.reader for page in pages)
    return readers.most_common(1)[0][0] if readers else NAME


def _read_page(
    document: Any,
    blanked: Blanked,
    index: int,
    first_table: int,
    letters: Counter[str],
    pages_so_far: PdfPages,
    source: Source,
) -> tuple[RawPage, PageFailure | None, bool]:
    """A page, its failure if it cannot be read, and whether all of its rulings were looked at."""
    opened = open_page(document, index, blanked)
    page = opened.page
    pages = [page] if opened.annotations is None else [page, opened.annotations]
    textpages = [each.get_textpage() for each in pages]
    standing = Standing(textpages[0])
    is_unknown, turn = standing.is_unknown(), standing.upright_turn()
    if turn is not None and turn != page.get_rotation():
        for textpage, each in zip(textpages, pages, strict=True):
            textpage.close()
            each.set_rotation(turn)
        textpages = [each.get_textpage() for each in pages]
    width, height = page.get_size()
    transform = page_transform(page)
    faces = Faces(textpages)
    failure = None
    try:
        found = page_words(textpages, transform, opened.drawn, width, height)
        decode_words(found.words, lambda word: faces.font(word.index), letters)
        drawing = page_drawing(pages, transform)
        image_area = drawing.image_area + opened.picture_area
        image_share = image_area / max(1.0, width * height)
        words, stamps = split_stamps(_without_ghosts(found.words, drawing))
        words, prints = split_browser_lines(words, height)
        stamps += prints
        texts = [word.text for word in words]
        if (
            is_scan(texts, image_share, drawing.paths)
            or (image_share > _PICTURE and is_gibberish(texts))
            or is_unknown
        ):
            # heavy: only scans need it
            from pipeline.read.ocr.page import PageOf, recognise_pdf_page
            from pipeline.read.ocr.recognise import Known

            if opened.annotations is not None:
                pages.append(whole_page(document, index))
            known = Known([word for word in words if word.drawn], stamps)
            place = PageOf(source.uri, index + 1, len(document), first_table)
            try:
                return recognise_pdf_page(pages[-1], place, known), None, True
            except ReadError as error:
                failure = PageFailure(index + 1, error.category, error.message)
                words = []
        ruled, outside = find_tables(drawing.edges, words)
        for table in ruled:
            table.words = upright(table.words, faces.turn)
        unruled, outside = pages_so_far.tables(outside)
        tables: list[RuledTable | OpenTable] = [*ruled, *unruled]
        tables.sort(key=lambda table: table.box[1])
        lines = mark_furniture(
            order_page(outside, tables, width, first_table, partial(_face, faces)), height
        )
        raw_page = RawPage(
            number=index + 1,
            lines=(*lines, *stamps),
            reader=NAME,
            width=round(width, 2),
            height=round(height, 2),
            rotation=page.get_rotation(),
            is_ocr=found.invisible > 0 and image_share > _PICTURE,
        )
    finally:
        for each in (*textpages, *pages):
            each.close()
    return raw_page, failure, drawing.is_complete


def _without_ghosts(words: list[PlacedWord], drawing: Drawing) -> list[PlacedWord]:
    """The words that show: white ink shows only on a coloured area."""
    if not any(map(attrgetter("pale"), words)):
        return words
    grounds = drawing.coloured()
    return [
        word
        for word in words
        if not word.pale
        or any(
            x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= word.middle <= bottom
            for x0, top, x1, bottom in grounds
        )
    ]


def _face(faces: Faces, words: Sequence[PlacedWord]) -> Face:
    """Whether a line is bold and italic: its first and its last word are set so."""
    bold, italic = _word_face(faces, words[0])
    if (bold or italic) and len(words) > 1:
        other_bold, other_italic = _word_face(faces, words[-1])
        bold, italic = bold and other_bold, italic and other_italic
    return bold, italic


def _word_face(faces: Faces, word: PlacedWord) -> Face:
    """How a word is set; a letter that its font lacks comes from another, which may be plain."""
    face = faces.face(word.index)
    if any(face) or word.text.isascii() or word.last == word.index:
        return face
    return faces.face(word.last)
