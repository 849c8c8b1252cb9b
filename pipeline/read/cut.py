"""Files whose end is missing: what is left is read, and a row of ``failures`` says so."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.model import PageFailure, Reading

FILE_CUT = "file_cut"
"""The defect of a document of which an end, or a part in the middle, is missing."""

_HEAD = 4096
_PAGE_START = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
_PAGE_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_PDF_END = b"%%EOF"
_PDF_OBJECT = re.compile(rb"\d\s+\d+\s+obj\b")


def of_cut_file(reading: Reading, kind: str) -> Reading:
    """The reading with a failure of its last page and the defect ``file_cut``; one without any
    words as it is: nothing of it was read.

    :param kind: what the message calls the file (``DOCX``)
    """
    if not any(line.text for page in reading.pages for line in page.lines):
        return reading
    message = f"The {kind} is cut off or damaged; what is left of it was read. Fetch it again."
    failure = PageFailure(reading.pages[-1].number, "corrupt", message)
    return replace(
        reading,
        defects=(*reading.defects, FILE_CUT),
        failures=(*reading.failures, failure),
    )


def is_markup_cut(markup: str) -> bool:
    """Whether a web page that begins as one ends in the middle of a word or tag."""
    return (
        _PAGE_START.search(markup[:_HEAD]) is not None
        and _PAGE_END.search(markup, max(0, len(markup) - _HEAD)) is None
        and not markup.rstrip().endswith(">")
    )


def is_pdf_cut(data: bytes) -> bool:
    """Whether the last part that was written to a PDF does not come to its end.

    Each update ends with ``%%EOF`` (ISO 32000-1, 7.5.5 and 7.5.6): signing software writes number,
    day and stamp in the last ones.  What else stands behind the last mark does not matter.
    """
    end = data.rfind(_PDF_END)
    return end < 0 or _PDF_OBJECT.search(data, end) is not None
