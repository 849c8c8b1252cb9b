"""Tables without rulings as text and as pages, for the tests of how they are read."""

from __future__ import annotations

import pytest
from pdf_pages import made, needs_font, pdf, put
from reportlab.pdfgen.canvas import Canvas

from pipeline.model import Reading, Source
from pipeline.read import read

FORMS = ["text", pytest.param("pdf", marks=needs_font)]
PITCH, LETTER = 14.0, 6.6  # points a line, points a letter of the font at size 11


def reading(text: str, form: str) -> Reading:
    """The text as it is, or each of its words at its place on a page of a PDF."""
    if form == "text":
        data = text.encode()
        return read(data, Source("mem/a.txt", "0" * 64, len(data), "text/plain"))

    def draw(canvas: Canvas) -> None:
        for page in text.split("\f"):
            for number, line in enumerate(page.splitlines(), 1):
                at = 0
                for piece in filter(None, line.split("  ")):
                    at = line.index(piece, at)
                    put(canvas, 30 + LETTER * (at + len(piece) - len(piece.lstrip())),
                        60 + PITCH * number, piece.strip())  # fmt: skip
                    at += len(piece)
            canvas.showPage()

    return pdf(made(draw))


def tables(text: str, form: str) -> list[list[str]]:
    """The rows of the tables; a cell over several rows or columns tells how many."""
    rows: dict[tuple[int, int], list[str]] = {}
    for page in reading(text, form).pages:
        for line in page.lines:
            if line.cell is not None:
                spans = (line.cell.row_span, line.cell.column_span)
                shown = line.text if spans == (1, 1) else f"{line.text} {spans[0]}x{spans[1]}"
                rows.setdefault((line.cell.table, line.cell.row), []).append(shown)
    return [rows[place] for place in sorted(rows)]
