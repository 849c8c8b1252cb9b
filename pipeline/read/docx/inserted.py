"""What lies whole in a Word document: files put in as they were (``altChunk``), scans of pages.

Programs that turn web pages into DOCX leave the text as a web archive beside an empty body, and
offices paste scans of whole pages into a document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pipeline.errors import ReadError
from pipeline.model import PageFailure, RawLine, RawPage, Reading, Source
from pipeline.read import choose
from pipeline.read.list_numbers import whole
from pipeline.read.office_package import Element, Package, R

_MARK = "\f\f"  # before the number of a scan, in the line that stands for its page
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_V = "{urn:schemas-microsoft-com:vml}"
_SIDE = re.compile(r"(?:^|;)(width|height):([0-9]{1,5})(?:\.[0-9]{1,9})?pt(?:;|$)")
_EMU = 12_700  # English Metric Units a point
_PAGE = 0.5 * 595 * 842  # half of A4 in square points: photographs in a report are smaller
_MOST_SCANS = 500


@dataclass(slots=True)
class Inserted:
    """Opens what a part refers to; ``scans`` are the parts that hold the scans met so far."""

    package: Package
    relations: dict[str, tuple[str, str]]
    source: Source
    scans: list[str] = field(default_factory=list)
    opened: set[str] = field(default_factory=set)

    def lines(self, reference: str, first_table: int) -> list[RawLine]:
        """The lines of a file put in: a web page, a web archive, Rich Text or text."""
        part = self.relations.get(reference, ("", ""))[1]
        if part in self.opened or not self.package.has(part):
            return []
        self.opened.add(part)  # once: a document of a kilobyte can name it a million times
        data = self.package.read(part)
        kind = choose.detect_media_type(data)
        source = replace(self.source, media_type=kind)
        found: list[RawLine] = []
        if kind in (choose.HTML, choose.WEB_ARCHIVE, choose.MAIL):
            from pipeline.read.html.reader import whole_page
            from pipeline.read.mail.parts import open_mail

            texts = [data]
            if kind != choose.HTML:
                texts = [text.data for text in open_mail(data, source).texts]
            for text in texts[:1]:
                found = whole_page(text, source)
        elif kind in (choose.RTF, choose.TEXT):
            from pipeline.read import read

            found = [line for page in read(data, source).pages for line in page.lines]
        return [_moved(line, first_table) for line in found]

    def scan(self, drawing: Element) -> RawLine | None:
        """The line that stands for a picture as large as a page, None for any other drawing."""
        if _area(drawing) < _PAGE or len(self.scans) >= _MOST_SCANS:
            return None
        part = next((part for part in self._pictures(drawing) if part not in self.opened), None)
        if part is None:
            return None
        self.opened.add(part)
        self.scans.append(part)
        return RawLine(text=f"{_MARK}{len(self.scans) - 1}")

    def with_scans(self, reading: Reading, root: Element, tables: int) -> Reading:
        """The reading with the pages that its scans show; of one without words, all pictures.

        :param tables: tables of the text, behind which those of the scans are counted
        """
        is_bare = not any(line.text for page in reading.pages for line in page.lines)
        if is_bare:
            self.scans = self._pictures(root)[:_MOST_SCANS]
        if not self.scans:
            return reading
        pages: list[RawPage] = []
        failures: list[PageFailure] = []
        for page in [] if is_bare else reading.pages:
            first = page.lines[0].text if page.lines else ""
            if not first.startswith(_MARK):
                pages.append(replace(page, number=len(pages) + 1))
                continue
            tables = self._read(self.scans[int(first.removeprefix(_MARK))], pages, failures, tables)
        for part in self.scans if is_bare else ():
            tables = self._read(part, pages, failures, tables)
        if not pages:
            pages = [replace(reading.pages[0], lines=())]
        return replace(reading, pages=tuple(pages), failures=(*reading.failures, *failures))

    def _read(
        self, part: str, pages: list[RawPage], failures: list[PageFailure], tables: int
    ) -> int:
        """Add the pages of a picture; the number of the next table."""
        from pipeline.read.ocr import image

        try:
            shown = image.read(self.package.read(part), self.source)
        except ReadError as error:
            if error.category != "empty":  # a logo or an icon
                failures.append(PageFailure(len(pages) + 1, error.category, error.message))
            return tables
        for page in shown.pages:
            moved = tuple(_moved(line, tables) for line in page.lines)
            pages.append(replace(page, number=len(pages) + 1, lines=moved))
        return max((page.next_table(tables) for page in pages), default=tables)

    def _pictures(self, item: Element) -> list[str]:
        """The parts of the pictures that an element shows, each once."""
        shown = [blip.get(f"{{{R}}}embed", "") for blip in item.iter(_BLIP)]
        shown += [image.get(f"{{{R}}}id", "") for image in item.iter(f"{_V}imagedata")]
        targets = [self.relations.get(reference, ("", ""))[1] for reference in shown]
        return [target for target in dict.fromkeys(targets) if self.package.has(target)]


def _area(drawing: Element) -> float:
    """How much of the page a drawing takes, in square points."""
    for extent in drawing.iter(_EXTENT):
        return whole(extent.get("cx"), 0) * whole(extent.get("cy"), 0) / _EMU**2
    for shape in drawing.iter(f"{_V}shape"):
        sides = dict(_SIDE.findall(shape.get("style", "").replace(" ", "")))
        return float(int(sides.get("width", 0)) * int(sides.get("height", 0)))
    return 0.0


def _moved(line: RawLine, tables: int) -> RawLine:
    """The line with its table counted behind others."""
    if line.cell is None:
        return line
    return replace(line, cell=replace(line.cell, table=line.cell.table + tables))
