"""The frozen values that the stages hand to each other; no stage's behaviour lives here.

The flow is ``Source -> Reading -> Text -> Dispatch -> mentions -> rows``.  Offsets are code points
into :attr:`Text.text` unless a docstring says otherwise; spans are half open.  Boxes are
``(x0, top, x1, bottom)`` in PDF points, origin in the upper left corner of the page.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

Box = tuple[float, float, float, float]

BlockKind = Literal[
    "header", "number", "place_date", "subject", "addressees", "basis", "heading", "paragraph",
    "list_item", "table", "signature", "copies", "appendix", "furniture", "repeated",
]  # fmt: skip
Column = Literal["", "left", "right"]


# ------------------------------------------------------------------------------------- read


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


# -------------------------------------------------------------------------------- normalise


@dataclass(frozen=True, slots=True)
class Line:
    """A line of :attr:`Text.text`.  ``raw`` is its (page index, line index) in the reading."""

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


# ----------------------------------------------------------------------------------- layout


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the dispatch of one kind.

    ``view`` has exactly ``end - start`` characters: the block's own letters at their offsets, line
    breaks turned into blanks, and whatever stands between its parts (page numbers, footnotes)
    blanked out.  So a match at ``i`` in ``view`` is the span ``start + i`` of the text.
    ``path`` holds the headings above the block, outermost first.  ``label`` is the printed marker
    of a heading or list item (``II.``, ``2.1``, ``a)``, ``-``).  ``part`` is 0 in the dispatch
    itself, 1.. in its appendices.
    """

    kind: BlockKind
    start: int
    end: int
    page: int
    view: str
    level: int = 0
    label: str = ""
    path: tuple[str, ...] = ()
    part: int = 0
    table: int | None = None
    is_duplicate: bool = False


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table: its span in the text and the text of the span."""

    row: int
    column: int
    start: int
    end: int
    text: str
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A data table put together over page breaks.

    ``header`` has one joined heading per column ("" where none); ``rows`` holds body cells only, in
    order, each row a tuple of cells that exist in it.  ``title`` is the text above it, ``part`` as
    in :class:`Block`.
    """

    table: int
    header: tuple[str, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    block: int
    part: int = 0
    title: str = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A value of the document's head or foot, and the words it was read from."""

    value: str
    start: int
    end: int
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Head:
    """Header and footer fields of a dispatch, each None or empty where the document has none."""

    genre: Literal["dispatch", "news", "list", "other"] = "other"
    doc_type: str | None = None
    doc_type_name: str | None = None
    doc_number: Field | None = None  # `12/QĐ-UBND`; a blank number is `/QĐ-UBND`
    number: int | None = None
    symbol: str | None = None
    is_draft: bool = False
    issuer: Field | None = None
    parent_issuer: Field | None = None
    place: Field | None = None
    issued_on: dt.date | None = None
    issued_span: tuple[int, int] | None = None
    issued_rule: str = "layout.place_date"
    subject: Field | None = None
    addressees: tuple[Field, ...] = ()
    copies: tuple[Field, ...] = ()
    signing_authority: Field | None = None
    signer_title: Field | None = None
    signer_name: Field | None = None


@dataclass(frozen=True, slots=True)
class Appendix:
    """A `DANH SÁCH`, `PHỤ LỤC` or other annex: its title and the line that names its parent."""

    part: int
    title: str
    start: int
    end: int
    parent_line: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One dispatch (or news page) laid out: what the extractors look at."""

    text: Text
    head: Head
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    appendices: tuple[Appendix, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    defects: tuple[str, ...] = ()
    ordinal: int = 0


# ---------------------------------------------------------------------------------- extract


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period; ``date_end`` is inclusive, None for an open period."""

    start: int
    end: int
    date_start: dt.date | None
    date_end: dt.date | None
    precision: Literal["day", "month", "quarter", "half_year", "year", "range", "open"]
    role: Literal["issued", "cited", "event", "deadline", "period", "published"]
    rule: str
    confidence: float = 1.0
    event: str | None = None
    is_duplicate: bool = False


@dataclass(frozen=True, slots=True)
class CitationMention:
    """A mention of another document: ``start:end`` covers type word to body or title."""

    start: int
    end: int
    cited_type: str | None
    cited_number: str | None
    cited_on: dt.date | None
    cited_issuer: str | None
    cited_title: str | None
    relation: Literal["basis", "implements", "amends", "replaces", "refers"]
    is_partial: bool
    rule: str
    confidence: float = 1.0
    is_duplicate: bool = False
    number_span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class AwardMention:
    """An award or title named in the text: lexicon code and its Vietnamese name."""

    start: int
    end: int
    award: str
    award_name: str
    grade: str | None
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class InitiativeMention:
    """A titled initiative; ``key`` joins awardees to it inside the document."""

    start: int
    end: int
    key: int
    title: str
    kind: str  # sáng kiến | giải pháp | đề tài | mô hình | công trình
    authors: tuple[str, ...]
    rule: str
    confidence: float = 1.0
    field: str | None = None
    benefit_vnd: int | None = None
    benefit_qualifier: str | None = None
    recognised_by: str | None = None
    level: str | None = None
    year: int | None = None
    is_duplicate: bool = False


@dataclass(frozen=True, slots=True)
class AwardeeMention:
    """A named person or collective in a role."""

    start: int
    end: int
    name: str
    kind: Literal["person", "collective"]
    role: Literal["awardee", "nominee", "author", "exemplar"]
    rule: str
    confidence: float = 1.0
    ordinal: int | None = None
    honorific: str | None = None
    position: str | None = None
    workplace: str | None = None
    award: str | None = None
    award_name: str | None = None
    grade: str | None = None
    conferred_by: str | None = None
    decision: str | None = None
    year: int | None = None
    initiative_key: int | None = None
    is_duplicate: bool = False


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A reported quantity; ``key``/``parent_key`` tie a part to its total inside the document.

    ``role`` is None where it is neither result nor target, as the norms of a regulation are.
    """

    start: int
    end: int
    key: int
    value: float
    unit: Literal["count", "percent", "vnd"]
    counted: str | None
    qualifier: Literal[
        "exact", "about", "nearly", "over", "under", "at_least", "at_most", "range", "order"
    ]
    role: Literal["result", "target", "total", "part"] | None
    rule: str
    confidence: float = 1.0
    value_high: float | None = None
    of_value: float | None = None
    parent_key: int | None = None
    award: str | None = None
    award_name: str | None = None
    conferred_by: str | None = None
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    scope: str | None = None
    heading: str | None = None
    is_duplicate: bool = False
