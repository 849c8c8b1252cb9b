"""What is cited in a text that is one block."""

from __future__ import annotations

from pipeline.extract.citations.extract import extract_citations
from pipeline.model import (
    Appendix,
    Block,
    BlockKind,
    CitationMention,
    Dispatch,
    Field,
    Head,
    Page,
    Text,
)
from pipeline.rulebook import load_rulebook

RULES = load_rulebook()


def cite(
    text: str,
    kind: BlockKind = "paragraph",
    own: str | None = None,
    annex: bool = False,
    pages: tuple[Page, ...] = (),
) -> list[CitationMention]:
    block = Block(kind, 0, len(text), 1, text, part=int(annex))
    number = Field(own, 0, 1, "symbol.state") if own else None
    annexes = (Appendix(1, "DANH SÁCH", 0, len(text), (0, len(text))),) if annex else ()
    head = Head(doc_number=number)
    dispatch = Dispatch(Text(text, (), pages, ()), head, (block,), (), annexes)
    return list(extract_citations(dispatch, RULES))


def short(row: CitationMention) -> tuple[str | None, str | None, str | None, str | None]:
    on = row.cited_on.isoformat() if row.cited_on else None
    return row.cited_type, row.cited_number, on, row.cited_issuer
