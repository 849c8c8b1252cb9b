"""Prints a sample as a born-digital PDF: two-column head, body, ruled tables, signature."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

from tests.samples.marks import Piece, runs
from tests.samples.pdf_page import LEFT, PAGE, RIGHT, Page, Word, register_fonts, width, words, wrap
from tests.samples.pdf_stamps import overlay
from tests.samples.sample import Block, Grid, NewPage, Para, Sample

HEAD_LEFT, HEAD_RIGHT = 165.0, 415.0  # the middles of the two head cells
SMALL = 9.8
STAMPED = {"cv-927-skhcn-quan-ly-sang-kien"}


def to_bytes(sample: Sample) -> bytes:
    """The PDF file, the same bytes each time."""
    register_fonts()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=PAGE, invariant=1)
    canvas.setTitle("")
    page = Page(canvas)
    _head(page, sample)
    for block in sample.body:
        _block(page, block)
    _foot(page, sample)
    for block in sample.annex:
        _block(page, block)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _cell(
    page: Page, text: str, middle: float, room: float, size: float, bold: bool = False
) -> None:
    for line in wrap(words([(text, bold, False)]), size, room):
        page.y += size * 1.35
        page.text(_joined(line), middle, page.y, size, bold=bold, align="center")


def _joined(line: list[list[Word]]) -> str:
    return " ".join("".join(piece[0] for piece in word) for word in line)


def _head(page: Page, sample: Sample) -> None:
    if sample.mark is not None:
        page.y += 10
        page.text(sample.mark, LEFT, page.y, 10.6, bold=True)
        page.y += 12
    top = page.y
    for line in sample.parent:
        _cell(page, line, HEAD_LEFT, 230, 10.6, bold=False)
    for line in sample.issuer:
        _cell(page, line, HEAD_LEFT, 230, 10.6, bold=True)
    if sample.national == "party":
        page.y += 15
        page.text("*", HEAD_LEFT, page.y, 11, align="center")
    else:
        page.y += 6
        page.rule(HEAD_LEFT - 32, HEAD_LEFT + 32, page.y)
    left = page.y
    page.y = top
    if sample.national == "party":
        _cell(page, "ĐẢNG CỘNG SẢN VIỆT NAM", HEAD_RIGHT, 260, 11.5, bold=True)
        wide = width("ĐẢNG CỘNG SẢN VIỆT NAM", 11.5, bold=True)
    else:
        _cell(page, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", HEAD_RIGHT, 290, 10.6, bold=True)
        _cell(page, "Độc lập - Tự do - Hạnh phúc", HEAD_RIGHT, 260, 11.2, bold=True)
        wide = width("Độc lập - Tự do - Hạnh phúc", 11.2, bold=True)
    page.y += 5
    page.rule(HEAD_RIGHT - wide / 2, HEAD_RIGHT + wide / 2, page.y)
    page.y = max(left, page.y) + 20
    if sample.name in STAMPED:
        overlay(page, sample, HEAD_LEFT, HEAD_RIGHT)
    else:
        page.text(sample.number_line, HEAD_LEFT, page.y, 11, align="center")
        if sample.place_date is not None:
            date = f"{sample.place}, {sample.place_date.text}"
            page.text(date, HEAD_RIGHT, page.y, 11, italic=True, align="center")
    if sample.title is None:
        _cell(page, sample.subject_lead + sample.subject_text, HEAD_LEFT, 190, 10)
    else:
        page.y += 16
        _cell(page, sample.title, (LEFT + RIGHT) / 2, 400, 12.5, bold=True)
        subject = sample.subject_lead + sample.subject_text
        _cell(page, subject, (LEFT + RIGHT) / 2, 400, 11.5, bold=True)
        page.y += 6
        dash = 20 if sample.national == "party" else 45
        page.rule((LEFT + RIGHT) / 2 - dash, (LEFT + RIGHT) / 2 + dash, page.y)
    page.y += 12
    if sample.addressees:
        _addressees(page, sample)


def _addressees(page: Page, sample: Sample) -> None:
    page.y += 18
    page.text(sample.greeting, 200, page.y, 11.3)
    last = len(sample.addressees) - 1
    for n, name in enumerate(sample.addressees):
        page.y += 16
        page.text(f"- {name}{'.' if n == last else ';'}", 262, page.y, 11.3)
    page.y += 12


def _block(page: Page, block: Block) -> None:
    if isinstance(block, Grid):
        _grid(page, block)
    elif isinstance(block, NewPage):
        page.turn()
    else:
        _paragraph(page, block)


def _paragraph(page: Page, block: Para) -> None:
    if block.look == "center":
        page.y += 3
        page.paragraph(runs(block.parts), indent=0, gap=3, align="center")
    else:
        page.paragraph(runs(block.parts, block.look == "heading", block.look == "basis"))


def _grid(page: Page, grid: Grid) -> None:
    page.y += 6
    header = tuple((name,) for name in grid.columns)
    _row(page, header, grid, bold=True)
    for row in grid.rows:
        before = page.number
        height = _height(row, grid, len(row) == 1)
        page.room(height)
        if page.number != before:
            page.y += 6
            if grid.repeat_header:
                _row(page, header, grid, bold=True)
        _row(page, row, grid, bold=len(row) == 1)
    page.y += 10


def _edges(row: tuple[tuple[Piece, ...], ...], grid: Grid) -> list[tuple[float, float]]:
    if len(row) == 1:
        return [(LEFT, RIGHT)]
    edges, x = [], LEFT
    for share in grid.widths:
        edges.append((x, x + share * (RIGHT - LEFT)))
        x = edges[-1][1]
    return edges


def _wrapped(
    row: tuple[tuple[Piece, ...], ...], grid: Grid, bold: bool
) -> list[list[list[list[Word]]]]:
    return [
        wrap(words(runs(cell, bold)), SMALL, x1 - x0 - 8)
        for cell, (x0, x1) in zip(row, _edges(row, grid), strict=True)
    ]


def _height(row: tuple[tuple[Piece, ...], ...], grid: Grid, bold: bool) -> float:
    return max(len(lines) for lines in _wrapped(row, grid, bold)) * SMALL * 1.35 + 8


def _row(page: Page, row: tuple[tuple[Piece, ...], ...], grid: Grid, bold: bool) -> None:
    height = _height(row, grid, bold)
    for n, (lines, (x0, x1)) in enumerate(
        zip(_wrapped(row, grid, bold), _edges(row, grid), strict=True)
    ):
        page.box(x0, page.y, x1, page.y + height)
        y = page.y + (height - len(lines) * SMALL * 1.35) / 2 - 2.5
        for line in lines:
            y += SMALL * 1.35
            if line and ((bold and len(row) > 1) or (n == 0 and len(row) > 1)):
                page.text(_joined(line), (x0 + x1) / 2, y, SMALL, bold=bold, align="center")
            elif line:
                page.line(line, x0 + 4, y, SMALL)
    page.y += height


def _foot(page: Page, sample: Sample) -> None:
    page.y += 14
    page.room(120)
    if sample.left_sign is not None:
        # minutes: secretary left, chair right, the receivers below both
        top = page.y
        _sign(page, HEAD_LEFT, None, *sample.left_sign, upright=False)
        page.y = top
        _signer(page, sample)
        page.y += 24
        _copies(page, sample)
        return
    top = page.y
    _copies(page, sample)
    left = page.y
    page.y = top
    _signer(page, sample)
    page.y = max(left, page.y) + 14


def _copies(page: Page, sample: Sample) -> None:
    page.y += 13
    upright = sample.national == "party"
    page.text("Nơi nhận:", LEFT, page.y, 10.2, bold=not upright, italic=not upright)
    if upright:
        page.rule(LEFT, LEFT + width("Nơi nhận", 10.2), page.y + 2)
    last = len(sample.copies) - 1
    for n, name in enumerate(sample.copies):
        text = f"- {name}{'.' if n == last else ';'}"
        for line in wrap(words([(text, False, False)]), 9.4, 230):
            page.y += 13
            page.line(line, LEFT, page.y, 9.4)


def _signer(page: Page, sample: Sample) -> None:
    title, name = sample.signer_title or "", sample.signer_name or ""
    upright = sample.national == "party"
    _sign(page, HEAD_RIGHT + 20, sample.authority, title, name, upright=upright)


def _sign(
    page: Page, middle: float, authority: str | None, title: str, name: str, *, upright: bool
) -> None:
    for line, is_bold in ((authority, True), (title, not upright)):
        if line is not None:
            page.y += 15
            page.text(line, middle, page.y, 11.2, bold=is_bold, align="center")
    page.y += 74
    page.text(name, middle, page.y, 11.5, bold=True, align="center")
