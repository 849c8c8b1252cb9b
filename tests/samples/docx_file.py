"""Prints a sample as a Word document, byte for byte the same each time."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from tests.samples.marks import Piece, plain, runs
from tests.samples.sample import Block, Grid, NewPage, Para, Sample

EPOCH = (2020, 1, 1, 0, 0, 0)
WIDTH = 16.5  # cm between the margins of the page


def to_bytes(sample: Sample) -> bytes:
    """The .docx file."""
    doc = Document()
    _page(doc, sample)
    _head(doc, sample)
    for block in sample.body:
        _block(doc, block)
    _foot(doc, sample)
    for block in sample.annex:
        _block(doc, block)
    raw = io.BytesIO()
    doc.save(raw)
    return _still(raw.getvalue())


def _still(raw: bytes) -> bytes:
    """The same archive with one fixed time for all members."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()


def _page(doc: Any, sample: Sample) -> None:
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    style.paragraph_format.space_after = Pt(6)
    core = doc.core_properties
    core.author = core.last_modified_by = core.title = core.comments = ""
    core.created = core.modified = dt.datetime(*EPOCH[:6])
    core.revision = 1


def _line(cell: Any, text: str, *, bold: bool = False, italic: bool = False, size: float = 13,
          align: Any = ALIGN.CENTER, first: bool = False) -> None:  # fmt: skip
    paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def _columns(doc: Any, left: float) -> tuple[Any, Any]:
    table = doc.add_table(rows=1, cols=2)
    table.autofit = False
    for cell, width in zip(table.rows[0].cells, (left, WIDTH - left), strict=True):
        cell.width = Cm(width)
    return table.rows[0].cells[0], table.rows[0].cells[1]


def _head(doc: Any, sample: Sample) -> None:
    if sample.mark is not None:
        paragraph = doc.add_paragraph()
        paragraph.add_run(sample.mark).bold = True
    left, right = _columns(doc, 7)
    for n, line in enumerate(sample.parent):
        _line(left, line, first=n == 0)
    for line in sample.issuer:
        _line(left, line, bold=True)
    _line(left, "_______")
    _line(left, sample.number_line)
    if sample.title is None:
        _line(left, sample.subject_lead + sample.subject_text, size=12)
    if sample.national == "party":
        _line(right, "ĐẢNG CỘNG SẢN VIỆT NAM", bold=True, first=True)
    else:
        _line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=12, first=True)
        _line(right, "Độc lập - Tự do - Hạnh phúc", bold=True)
    _line(right, "______________________")
    if sample.place_date is not None:
        _line(right, f"{sample.place}, {sample.place_date.text}", italic=True)
    doc.add_paragraph()
    if sample.title is not None:
        _centred(doc, sample.title)
        _centred(doc, sample.subject_lead + sample.subject_text)
    if sample.addressees:
        left, right = _columns(doc, 4.5)
        _line(left, sample.greeting, align=ALIGN.RIGHT, first=True, size=14)
        for n, name in enumerate(sample.addressees):
            end = "." if n == len(sample.addressees) - 1 else ";"
            _line(right, f"- {name}{end}", align=ALIGN.LEFT, first=n == 0, size=14)
        doc.add_paragraph()


def _centred(doc: Any, text: str) -> None:
    paragraph = doc.add_paragraph()
    paragraph.alignment = ALIGN.CENTER
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.add_run(text).bold = True


def _block(doc: Any, block: Block) -> None:
    if isinstance(block, Grid):
        _grid(doc, block)
    elif isinstance(block, NewPage):
        doc.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    else:
        _paragraph(doc, block)


def _paragraph(doc: Any, block: Para) -> None:
    paragraph = doc.add_paragraph()
    if block.look == "center":
        paragraph.alignment = ALIGN.CENTER
    else:
        paragraph.alignment = ALIGN.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
    _runs(paragraph, block.parts, block.look == "heading", block.look == "basis")


def _runs(paragraph: Any, parts: tuple[Piece, ...], bold: bool, italic: bool) -> None:
    for text, is_bold, is_italic in runs(parts, bold, italic):
        run = paragraph.add_run(text)
        run.bold, run.italic = is_bold, is_italic


def _grid(doc: Any, grid: Grid) -> None:
    table = doc.add_table(rows=1, cols=len(grid.columns), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, grid.columns, strict=True):
        _line(cell, name, bold=True, size=12, first=True)
    if grid.repeat_header:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in grid.rows:
        cells = table.add_row().cells
        if len(row) == 1:
            band = cells[0].merge(cells[-1])
            _line(band, plain(row[0]), bold=True, size=12, align=ALIGN.LEFT, first=True)
            continue
        for cell, parts in zip(cells, row, strict=True):
            _line(cell, plain(parts), size=12, align=ALIGN.LEFT, first=True)
    for row in table.rows:
        for cell, width in zip(row.cells, grid.widths, strict=True):
            cell.width = Cm(WIDTH * width)
    doc.add_paragraph()


def _foot(doc: Any, sample: Sample) -> None:
    if sample.left_sign is not None:
        # minutes: secretary left, chair right, the receivers below both
        left, right = _columns(doc, 8)
        _sign(left, None, *sample.left_sign)
        _sign(right, sample.authority, sample.signer_title or "", sample.signer_name or "")
        for line in _copies(sample):
            paragraph = doc.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.add_run(line).font.size = Pt(11)
        return
    left, right = _columns(doc, 8)
    label, *items = _copies(sample)
    _line(left, label, bold=True, italic=True, size=12, align=ALIGN.LEFT, first=True)
    for line in items:
        _line(left, line, size=11, align=ALIGN.LEFT)
    _sign(right, sample.authority, sample.signer_title or "", sample.signer_name or "")


def _copies(sample: Sample) -> list[str]:
    last = len(sample.copies) - 1
    ends = [f"- {name}{'.' if n == last else ';'}" for n, name in enumerate(sample.copies)]
    return ["Nơi nhận:", *ends]


def _sign(cell: Any, authority: str | None, title: str, name: str) -> None:
    lines = [line for line in (authority, title) if line is not None]
    for n, line in enumerate(lines):
        _line(cell, line, bold=True, first=n == 0)
    for _ in range(3):
        _line(cell, "")
    _line(cell, name, bold=True, size=14)
