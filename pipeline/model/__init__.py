"""The frozen values that the stages hand to each other; no stage's behaviour lives here.

The flow is ``Source -> Reading -> Text -> Dispatch -> mentions -> rows``.  Offsets are code points
into :attr:`Text.text` unless a docstring says otherwise; spans are half open.  Boxes are
``(x0, top, x1, bottom)`` in PDF points, origin in the upper left corner of the page.
"""

from __future__ import annotations

from pipeline.model.dispatch import (
    TELLING,
    Appendix,
    Block,
    BlockKind,
    Dispatch,
    Field,
    Head,
    Table,
    TableCell,
)
from pipeline.model.mentions import (
    AwardeeMention,
    AwardMention,
    CitationMention,
    DateMention,
    FigureMention,
    InitiativeMention,
)
from pipeline.model.pages import (
    LOST,
    Box,
    Cell,
    Column,
    Line,
    Metadata,
    Page,
    PageFailure,
    RawLine,
    RawPage,
    Reading,
    Run,
    SignatureMark,
    Source,
    Text,
    WordBox,
    word_boxes,
)

__all__ = [
    "LOST",
    "TELLING",
    "Appendix",
    "AwardMention",
    "AwardeeMention",
    "Block",
    "BlockKind",
    "Box",
    "Cell",
    "CitationMention",
    "Column",
    "DateMention",
    "Dispatch",
    "Field",
    "FigureMention",
    "Head",
    "InitiativeMention",
    "Line",
    "Metadata",
    "Page",
    "PageFailure",
    "RawLine",
    "RawPage",
    "Reading",
    "Run",
    "SignatureMark",
    "Source",
    "Table",
    "TableCell",
    "Text",
    "WordBox",
    "word_boxes",
]
