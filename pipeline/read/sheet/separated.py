"""Reads sheets saved as text (CSV): a record a row, its fields the cells."""

from __future__ import annotations

import csv
import io
from collections import Counter

from pipeline.model import Reading, Source
from pipeline.read.encodings import UnknownEncoding, decode
from pipeline.read.office_runs import FaceRun
from pipeline.read.sheet.book import Book
from pipeline.read.text import reader as text_reader

NAME = "csv"

_SEPARATORS = ",;\t"
_LEAST_RECORDS, _LEAST_FIELDS = 3, 3
_ALIKE = 0.9  # of the records have as many fields as most: a program pads them all


def read(data: bytes, source: Source) -> Reading:
    """The records as rows of one sheet; text whose lines are no records is read as text.

    :raises ReadError: ``too_large``, ``empty``, or ``unsupported`` for an unknown encoding
    """
    try:
        text = decode(data).text
        rows = records(text)
    except (UnknownEncoding, csv.Error):
        rows = None
    if rows is None:
        return text_reader.read(data, source)
    book = Book(source)
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            if words.strip():
                book.put(number, column, [FaceRun(words, None)], has_border=False)
    book.close_sheet()
    return book.reading(NAME)


def records(text: str) -> list[list[str]] | None:
    """The fields of all records; None for text whose lines no sign parts into as many each.

    :raises csv.Error: for quotation marks without an end
    """
    for sign in _SEPARATORS:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
        widths = Counter(map(len, rows))
        width, count = widths.most_common(1)[0] if widths else (0, 0)
        if width >= _LEAST_FIELDS and count >= max(_LEAST_RECORDS, _ALIKE * len(rows)):
            return rows
    return None
