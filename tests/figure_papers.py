"""Laid-out papers with invented content, from which the figure tests read counts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from pipeline.extract.awards import extract_awards
from pipeline.extract.figures.extract import extract_figures
from pipeline.link.totals.link import link_totals
from pipeline.model import (
    Block,
    BlockKind,
    DateMention,
    Dispatch,
    Field,
    FigureMention,
    Head,
    Table,
    TableCell,
    Text,
)
from pipeline.rulebook import Rulebook, load_rulebook


@cache
def rules() -> Rulebook:
    """The shipped rules."""
    return load_rulebook()


def paper(
    *paragraphs: str,
    path: tuple[str, ...] = (),
    kind: BlockKind = "paragraph",
    doc_type: str | None = None,
    issuer: str | None = None,
) -> Dispatch:
    """A dispatch whose blocks are these paragraphs."""
    blocks, position = [], 0
    for words in paragraphs:
        end = position + len(words)
        blocks.append(Block(kind, position, end, 1, words, path=path))
        position = end + 1
    head = Head(doc_type=doc_type, issuer=None if issuer is None else Field(issuer, 0, 0, "test"))
    return Dispatch(Text("\n".join(paragraphs), (), (), ()), head, tuple(blocks), ())


def listed(*lines: str) -> Dispatch:
    """A dispatch whose blocks are these lines; one that opens with a sign or number is an item."""
    dispatch = paper(*lines)
    blocks = []
    for block in dispatch.blocks:
        label = block.view.split(" ")[0]
        is_item = label[0] in "-+0123456789" and block is not dispatch.blocks[0]
        marked = label if is_item or label[0].isdigit() else ""
        blocks.append(replace(block, kind="list_item" if is_item else "paragraph", label=marked))
    return replace(dispatch, blocks=tuple(blocks))


def table_paper(
    before: str, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...], title: str = ""
) -> Dispatch:
    """A paragraph and a table under it."""
    words = before
    body = []
    for row, texts in enumerate(rows):
        cells = []
        for column, text in enumerate(texts):
            start = len(words) + 1
            words = f"{words}\n{text}"
            cells.append(TableCell(row, column, start, start + len(text), text))
        body.append(tuple(cells))
    first = len(before) + 1
    blocks = (
        Block("paragraph", 0, len(before), 1, before),
        Block("table", first, len(words), 1, words[first:].replace("\n", " "), table=0),
    )
    table = Table(0, header, tuple(body), 1, title=title)
    return Dispatch(Text(words, (), (), ()), Head(), blocks, (table,))


def figures(dispatch: Dispatch, dates: tuple[DateMention, ...] = ()) -> tuple[FigureMention, ...]:
    """The linked figures of a paper."""
    awards = extract_awards(dispatch, rules())
    return link_totals(extract_figures(dispatch, dates, (), awards, rules()), dispatch, rules())


def found(words: str, **options: object) -> list[tuple[float, str | None]]:
    """(value, counted noun) of every figure in one paragraph."""
    return [(f.value, f.counted) for f in figures(paper(words, **options))]  # type: ignore[arg-type]


def quoted(dispatch: Dispatch) -> list[str]:
    """The words of every figure."""
    return [dispatch.text.text[f.start : f.end] for f in figures(dispatch)]
