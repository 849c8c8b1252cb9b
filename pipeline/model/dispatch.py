"""A dispatch laid out: its head, its blocks with their views, its tables and annexes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from pipeline.model.pages import Metadata, Text

BlockKind = Literal[
    "header", "number", "place_date", "subject", "addressees", "basis", "heading", "paragraph",
    "list_item", "table", "signature", "copies", "appendix", "furniture", "repeated",
]  # fmt: skip
TELLING: frozenset[BlockKind] = frozenset(
    {"basis", "paragraph", "list_item", "heading", "table", "appendix", "subject", "repeated"}
)
"""Where a dispatch tells something: not in the fields of its own head, and not in its foot."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the dispatch of one kind.

    ``view`` has exactly ``end - start`` characters: the block's own letters at their offsets, line
    breaks turned into blanks, a blank before a comma put behind it, and whatever stands between its
    parts (page numbers, footnotes) blanked out.  So a match at ``i`` in ``view`` is the span
    ``start + i`` of the text.

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
    """A cell of a table: its span in the text and the text of the span.

    Where a page break cuts the row, blanks stand in ``text`` for what lies between the two parts.
    """

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
    issued_sure: float = 1.0
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
