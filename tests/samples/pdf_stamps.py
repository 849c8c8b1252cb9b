"""Number and day as annotations over blanks of the page, as signing software leaves them."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFString,
    xObjectName,
)

from tests.samples.pdf_page import FACES, PAGE, SQUEEZE, Page, width
from tests.samples.sample import Sample

SIZE = 11.0
GAP = 24.0  # points that the page leaves blank for what the clerk adds
PRINT_LOCKED = 132  # annotation flags: printed, locked


def overlay(page: Page, sample: Sample, left: float, right: float) -> None:
    """Draws the head line with blanks and puts number and day over them."""
    assert sample.number is not None and sample.place_date is not None
    digits, slash, symbol = sample.number.partition("/")
    number_x = _split(page, "Số: ", slash + symbol, left, italic=False)
    _annotate(page, "FreeText", digits, number_x, italic=False)
    before, day, after = sample.place_date.text.partition(sample.place_date.start[-2:])
    day_x = _split(page, f"{sample.place}, {before}", after, right, italic=True)
    _annotate(page, "Widget", day, day_x, italic=True)


def _split(page: Page, before: str, after: str, middle: float, italic: bool) -> float:
    """Prints the two halves around a gap; gives the left edge of the gap."""
    first, second = (width(text, SIZE, italic=italic) for text in (before, after))
    x = middle - (first + GAP + second) / 2
    page.text(before, x, page.y, SIZE, italic=italic)
    page.text(after, x + first + GAP, page.y, SIZE, italic=italic)
    return x + first


def _annotate(page: Page, subtype: str, text: str, x: float, italic: bool) -> None:
    canvas = page.canvas
    name = f"stamp{subtype}"
    inset = (GAP - width(text, SIZE, italic=italic)) / 2
    canvas.beginForm(name, 0, 0, GAP, 16)
    line = canvas.beginText()
    line.setHorizScale(SQUEEZE)
    line.setFont(FACES[False, italic][0], SIZE)
    line.setTextOrigin(inset, 4)
    line.textOut(text)
    canvas.drawText(line)
    canvas.endForm()
    bottom = PAGE[1] - page.y - 4
    fields = {
        "Type": PDFName("Annot"),
        "Subtype": PDFName(subtype),
        "Rect": PDFArray([x, bottom, x + GAP, bottom + 16]),
        "F": PRINT_LOCKED,
        "AP": PDFDictionary({"N": PDFObjectReference(xObjectName(name))}),
    }
    if subtype == "FreeText":
        fields["Contents"] = PDFString(text)
        fields["DA"] = PDFString("/Helv 11 Tf 0 g")
    else:
        fields["FT"] = PDFName("Tx")
        fields["T"] = PDFString("day")
        fields["V"] = PDFString(text)
    canvas._addAnnotation(PDFDictionary(fields), name)
    if subtype == "Widget":
        # a form field has to be named by the form of the file, or viewers leave it out
        field = PDFObjectReference(canvas._doc.annotationName(name))
        canvas._doc.Catalog.AcroForm = PDFDictionary({"Fields": PDFArray([field])})
