"""What the stages are measured against: the words of a PDF or a text and nothing else."""

from __future__ import annotations

import ctypes
import io
import re
from typing import Any

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium_c
from pdfplumber.utils.exceptions import PdfminerException

_WORD = re.compile(r"\S+")


def pdfium_words(data: bytes) -> int:
    """Words with their boxes by pypdfium2; returns how many.

    The fast way to do it: the page's text in one call, then the boxes of the first and the last
    letter of each word.
    """
    words = 0
    document = pypdfium2.PdfDocument(data)
    try:
        for index in range(len(document)):
            page = document[index]
            textpage = page.get_textpage()
            words += len(_page_words(textpage))
            textpage.close()
            page.close()
    finally:
        document.close()
    return words


def _page_words(textpage: Any) -> list[tuple[str, float, float, float, float]]:
    count = pdfium_c.FPDFText_CountChars(textpage.raw)
    if count <= 0:
        return []
    buffer = (ctypes.c_ushort * (count + 1))()
    got = pdfium_c.FPDFText_GetText(textpage.raw, 0, count, buffer)
    text = bytes(buffer)[: 2 * (got - 1)].decode("utf-16-le", errors="replace")
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    words = []
    for match in _WORD.finditer(text):
        pdfium_c.FPDFText_GetCharBox(textpage.raw, match.start(), left, right, bottom, top)
        x0, low, high = left.value, bottom.value, top.value
        pdfium_c.FPDFText_GetCharBox(textpage.raw, match.end() - 1, left, right, bottom, top)
        box = (x0, min(low, bottom.value), right.value, max(high, top.value))
        words.append((match.group(), *box))
    return words


def scanned_words(text: str) -> int:
    """How many words a text has: one pass of one trivial expression."""
    return sum(1 for _ in _WORD.finditer(text))


def pdfplumber_words(data: bytes) -> int | None:
    """Words with their boxes by pdfplumber; None for a file that it does not open or read."""
    words = 0
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for page in document.pages:
                words += len(page.extract_words())
                page.close()
    except (PdfminerException, RecursionError):
        return None
    return words
