"""What a reader gives and normalising makes of it: sources, pages of lines, the one text."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Literal

Box = tuple[float, float, float, float]
"""``(x0, top, x1, bottom)`` in PDF points, origin in the upper left corner of the page."""
Column = Literal["", "left", "right"]
"""Half of the page where two columns stand side by side (head, signature)."""
LOST = "\ufffd"
"""Stands where a letter of the source is lost (Unicode's replacement character)."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the bytes come from: one file, or one member of an archive."""

    uri: str
    sha256: str
    size_bytes: int
    media_type: str
    member: str | None = None


@dataclass(frozen=True, slots=True)
class WordBox:
    """A printed word: ``start:end`` are offsets into its :attr:`RawLine.text`.

    ``confidence`` (0..1) is the recogniser's, 1 where the text was not recognised but stored.
    """

    start: int
    end: int
    box: Box
    confidence: float = 1.0


def word_boxes(
    starts: Sequence[int],
    ends: Sequence[int],
    boxes: Iterable[Box],
    confidences: Sequence[float],
) -> list[WordBox]:
    """The words of a page at once, in half the time that one takes after the other."""
    words = list(map(WordBox.__new__, repeat(WordBox, len(starts))))
    for fill, column in zip(_FIELDS, (starts, ends, boxes, confidences), strict=True):
        deque(map(fill, words, column), maxlen=0)
    return words


# The slots themselves: a frozen value refuses to be written by any other way.
_FIELDS = [vars(WordBox)[name].__set__ for name in ("start", "end", "box", "confidence")]


@dataclass(frozen=True, slots=True)
class Cell:
    """Place of a line in a table: table ordinal in the source, row and column from 0."""

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line as the reader found it, before any letter is put right.

    A table cell is one line: the reader joins the cell's wrapped lines with one blank each.
    ``column`` is set where the page has two columns side by side (head, signature).
    ``source_start`` is the code-point offset in the decoded file (text formats only).
    """

    text: str
    words: tuple[WordBox, ...] = ()
    column: Column = ""
    cell: Cell | None = None
    bold: bool = False
    italic: bool = False
    size: float | None = None
    role: Literal["", "heading", "header", "footer", "footnote", "caption", "title", "byline"] = ""
    source_start: int | None = None


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page's lines in reading order; ``number`` counts from 1, size is in points."""

    number: int
    lines: tuple[RawLine, ...]
    reader: str
    width: float | None = None
    height: float | None = None
    rotation: int = 0
    is_ocr: bool = False
    ocr_confidence: float | None = None

    def next_table(self, before: int) -> int:
        """The number of the first table behind this page; ``before`` is that of its own first."""
        return max((line.cell.table + 1 for line in self.lines if line.cell), default=before)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a web page or office file states about itself outside its text."""

    title: str | None = None
    byline: str | None = None
    published: dt.datetime | dt.date | None = None
    site: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class PageFailure:
    """A page that gave no words: becomes a partial row of ``failures``."""

    page: int
    category: str
    message: str


@dataclass(frozen=True, slots=True)
class SignatureMark:
    """A digital signature (chữ ký số) of the file, as its certificate and the file state it.

    ``units`` are the organisation units of the certificate, innermost last.  ``intact``: digest and
    signature verify (None: not checked).  Trust in the certificate's issuer is not judged.
    """

    field: str
    common_name: str | None
    organisation: str | None
    units: tuple[str, ...]
    signed_at: dt.datetime | None
    coverage: Literal["whole file", "its revision"] | None
    intact: bool | None
    changed_after: Literal["none", "signatures only", "other"] | None
    certificate_serial: str | None
    issuer_ca: str | None
    page: int | None
    box: Box | None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a reader found in one source; ``page_count`` None: the format has no pages."""

    reader: str
    pages: tuple[RawPage, ...]
    page_count: int | None = None
    encoding: str | None = None
    metadata: Metadata = field(default_factory=Metadata)
    defects: tuple[str, ...] = ()
    failures: tuple[PageFailure, ...] = ()
    signatures: tuple[SignatureMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of :attr:`Text.text`.  ``raw`` is its (page index, line index) in the reading.

    ``indent`` counts the blanks that were printed before it and are no part of the text.
    """

    start: int
    end: int
    page: int
    raw: tuple[int, int]
    column: Column = ""
    cell: Cell | None = None
    role: str = ""
    box: Box | None = None
    bold: bool = False
    italic: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the text: ``start:end`` span, number from 1."""

    number: int
    start: int
    end: int
    width: float | None
    height: float | None
    reader: str
    is_ocr: bool
    ocr_confidence: float | None
    rotation: int


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text and where its letters stood in the raw line.

    ``origins[i]`` is the raw offset of text offset ``start + i``; None means one to one, that is
    ``raw_start + i``.
    """

    start: int
    end: int
    raw: tuple[int, int]
    raw_start: int
    origins: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """The text that every span points into, with its lines, pages and the way to the source."""

    text: str
    lines: tuple[Line, ...]
    pages: tuple[Page, ...]
    runs: tuple[Run, ...]
    emphasis: tuple[tuple[int, int, str], ...] = ()  # start, end, "bold" | "italic" (markdown)
    defects: tuple[str, ...] = ()
