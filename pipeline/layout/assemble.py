"""Assemble a laid-out dispatch from the readings of head, foot, appendices and body."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

import regex

from pipeline.grammar.symbols import Symbol, reversed_type
from pipeline.layout.adoption import adoption_of
from pipeline.layout.appendix import AppendixLines, find_appendices
from pipeline.layout.attributes import read_attributes, with_attributes
from pipeline.layout.body import blocks_of, group_lines
from pipeline.layout.foot import FootLines, read_foot
from pipeline.layout.foot_day import foot_day
from pipeline.layout.furniture import furniture_lines
from pipeline.layout.head import HeadLines, read_head
from pipeline.layout.lost_issuer import (
    is_bare_head,
    issuer_of_authority,
    issuer_of_symbol,
    whole_by_acts,
)
from pipeline.layout.lost_type import lost_type
from pipeline.layout.mended_bodies import body_put_right
from pipeline.layout.minutes import meeting_day
from pipeline.layout.misread import mend_head, mend_tables, mend_views
from pipeline.layout.news import NewsLines, read_news
from pipeline.layout.pieces import Piece, pieces_of, skeleton
from pipeline.layout.repeats import repeated_lines
from pipeline.layout.tables import tables_of
from pipeline.model import BlockKind, Dispatch, Field, Head, Metadata, Text
from pipeline.rulebook import Rulebook

_DIGITS = regex.compile(r"\d{1,5}(?!\d)")
Genre = Literal["dispatch", "news", "list", "other"]


def lay_out(
    text: Text, metadata: Metadata, reader: str, rules: Rulebook, ordinal: int = 0
) -> Dispatch:
    """Lay out one dispatch.

    :param text: the normalised text with its lines
    :param metadata: what the page states about itself (HTML)
    :param reader: name of the reader, which says how lines become paragraphs
    :param ordinal: place of the dispatch in its source
    """
    pieces = pieces_of(text)
    furniture = furniture_lines(pieces, rules)
    copies = repeated_lines([p for p in pieces if p.line not in furniture])
    kept = [p for p in pieces if p.line not in furniture and p.line not in copies]
    appendices = find_appendices(kept, rules)
    main = kept if not appendices else [p for p in kept if p.line < appendices[0].first]
    recognised = frozenset(page.number for page in text.pages if page.is_ocr)
    head_lines = _without_unseen_ink(read_head(main, rules), text)
    inner = appendices[0].first if appendices else len(text.lines)
    attributes = read_attributes([p for p in pieces if p.line < inner], rules)
    is_paper = attributes is not None or _is_dispatch(head_lines)
    news = None if is_paper else read_news(main, metadata, rules)
    foot = FootLines() if news else read_foot(main, head_lines.end, rules, recognised)
    kinds = _settled(pieces, furniture, head_lines, foot, news, appendices)
    enacting = rules.pattern("layout.enacting").regex
    kinds.update({p.start: "header" for p in main if enacting.search(p.text)})
    parts = _parts(pieces, appendices)
    groups = group_lines(
        _with_cells_apart(pieces, (*head_lines.pieces, *foot.cells)),
        kinds,
        parts,
        copies,
        reader,
        rules,
        {page.number: page.width for page in text.pages},
    )
    blocks = mend_views(blocks_of(groups, text.text), text, rules)
    tables = mend_tables(tables_of(groups, blocks, rules), text, rules)
    head = _news_head(news) if news else _head(head_lines, foot, main, rules)
    if attributes is not None:
        head = with_attributes(head, attributes, rules)
    head = _dated(head, head_lines, foot, main, rules)
    head = mend_head(_issued(head, head_lines, text, rules), text, rules)
    head = replace(
        head,
        issuer=body_put_right(head.issuer, rules),
        parent_issuer=body_put_right(head.parent_issuer, rules),
        signing_authority=body_put_right(head.signing_authority, rules),
    )
    defects = (*text.defects, *_defects(head, head_lines, has_copies=bool(copies)))
    return Dispatch(
        text, head, blocks, tables, tuple(a.appendix for a in appendices),
        metadata, defects, ordinal,
    )  # fmt: skip


def _dated(
    head: Head, lines: HeadLines, foot: FootLines, main: Sequence[Piece], rules: Rulebook
) -> Head:
    """The head of a paper that tells its day elsewhere: in its first lines, or above who signs."""
    if head.issued_on is None and head.place is None:
        body = [piece for piece in main if piece.line >= lines.end]
        if head.doc_type in _HELD and (opened := meeting_day(body, rules)) is not None:
            head = replace(head, issued_on=opened[0], issued_span=opened[1])
        elif head.doc_type in _PASSED and (passed := adoption_of(body, rules)) is not None:
            head = replace(
                head, genre="dispatch", issuer=head.issuer or passed.issuer,
                issued_on=passed.day, issued_span=passed.span,
            )  # fmt: skip
    is_headless = head.doc_type in _LAWS and head.signing_authority is not None
    if (
        (head.genre == "dispatch" or is_headless)
        and head.issued_span is None
        and head.place is None
    ):
        dated = foot_day(main, foot.signature, rules)
        if dated is not None:
            return replace(
                head, genre="dispatch", place=dated.place, issued_on=dated.day,
                issued_span=dated.span,
            )  # fmt: skip
    return head


def _issued(head: Head, lines: HeadLines, text: Text, rules: Rulebook) -> Head:
    """The head with its issuer where a line of it is lost: by authority, symbol or căn cứ."""
    if head.genre == "dispatch" and head.issuer is None:
        issuer = issuer_of_authority(lines.authority, rules) or issuer_of_symbol(
            lines.symbol, head.doc_number, head.place, text.text, rules
        )
        return replace(head, issuer=issuer)
    if head.issuer is None or not is_bare_head(head.issuer.value):
        return head
    whole = issuer_of_authority(lines.authority, rules)
    if whole is None or not skeleton(whole.value).startswith(skeleton(head.issuer.value)):
        whole = whole_by_acts(head.issuer, head.place, text.text)
    return replace(head, issuer=whole)  # the line that names the place is lost


def _defects(head: Head, lines: HeadLines, *, has_copies: bool) -> Iterator[str]:
    """Codes of what could not be read in the head, and of repeated lines."""
    if has_copies:
        yield "repeated_block"
    if lines.symbol is not None and head.doc_number is None:
        yield "number_unreadable"
    if lines.place is not None and head.issued_on is None and not head.is_draft:
        yield "date_unreadable"


def _without_unseen_ink(head: HeadLines, text: Text) -> HeadLines:
    """The head without a blank for the number where recognition may have seen no ink in it.

    `Số:     /QĐ-UBND` makes a draft of a typed paper; a scanned one has been signed.
    """
    if head.number is None or head.symbol is None or not head.symbol.is_blank or head.is_draft:
        return head
    at = head.number.start
    is_scanned = any(page.is_ocr and page.start <= at < page.end for page in text.pages)
    return replace(head, number=None) if is_scanned else head


def _is_dispatch(head: HeadLines) -> bool:
    if head.number is not None or head.symbol is not None:
        return True
    # law sites print a decision without its head: the type alone, the authority, the căn cứ
    enacts = head.type_line is not None and head.type_line.is_alone and bool(head.authority)
    enacts = enacts or (head.issued_on is not None and head.issuer is not None)  # in the title
    framed = head.has_national_title or head.place is not None or head.is_draft or enacts
    return framed and (head.type_line is not None or head.subject is not None)


def _with_cells_apart(pieces: Sequence[Piece], apart: Sequence[Piece]) -> list[Piece]:
    """The lines of the text, those of head and foot that hold two cells as two pieces."""
    cells: dict[int, dict[int, Piece]] = {}
    for piece in apart:
        cells.setdefault(piece.line, {})[piece.start] = piece
    return [
        cell for piece in pieces for _, cell in sorted(cells.get(piece.line, {0: piece}).items())
    ]


def _settled(
    pieces: Sequence[Piece],
    furniture: frozenset[int],
    head: HeadLines,
    foot: FootLines,
    news: NewsLines | None,
    appendices: Sequence[AppendixLines],
) -> dict[int, BlockKind]:
    """The kinds that are settled before the body is grouped, by the start of each piece."""
    start = {piece.line: piece.start for piece in pieces}
    kinds: dict[int, BlockKind] = {start[line]: "furniture" for line in furniture}
    kinds.update(news.kinds if news else head.kinds)
    kinds.update(dict.fromkeys(foot.copied, "copies"))
    kinds.update(dict.fromkeys(foot.signature, "signature"))
    for found in appendices:
        kinds.update({start[line]: "appendix" for line in found.title_lines})
    return kinds


def _parts(pieces: Sequence[Piece], appendices: Sequence[AppendixLines]) -> dict[int, int]:
    """The appendix of each line that stands in one."""
    firsts = [found.first for found in appendices]
    parts: dict[int, int] = {}
    for piece in pieces:
        behind = bisect_right(firsts, piece.line)
        if behind:
            parts[piece.line] = appendices[behind - 1].appendix.part
    return parts


_CONTRACT = "HĐ"
_ONE_OF_TWO = 0.6  # who signs it for one side
# Papers of several sides, which open with the day on which they met.
_HELD = frozenset({"BB", _CONTRACT})
# Types that an assembly passes: their closing sentence tells who and when.
_PASSED = frozenset({"L", "PL", "NQ", "HP"})
_LAWS = frozenset({"L", "PL"})
# Types that are addressed to nobody; bodies have these codes too (CT: Cục Thuế, TT: Trung tâm).
_NEVER_ADDRESSED = frozenset({"CT", "TT", "NĐ", "NQ"})


def _is_letter(head: HeadLines, symbol: Symbol) -> bool:
    """Whether `V/v` and `Kính gửi` make a công văn of a paper whose symbol looks like a type."""
    by_subject = head.subject is not None and head.subject.rule == "layout.subject_letter"
    return by_subject and bool(head.addressees) and symbol.type_code in _NEVER_ADDRESSED


def _untyped(head: HeadLines, symbol: Symbol, rules: Rulebook) -> str | None:
    """The type of a paper with neither type word nor code: a công văn, which has no title.

    In the old form (`31-CP`) the number tells no type but that of a decree (sắc lệnh); until about
    1990 the type often stood last (`6-LĐ/TT`).
    """
    if symbol.style == "old":
        return symbol.issuer_code if symbol.issuer_code == "SL" else None
    is_letter = head.subject is not None and head.subject.rule == "layout.subject_letter"
    if (last := reversed_type(symbol, rules)) is not None and not is_letter:
        return last
    return None if head.is_titled and head.subject is None and not head.addressees else "CV"


def _head(head: HeadLines, foot: FootLines, main: Sequence[Piece], rules: Rulebook) -> Head:
    symbol: Symbol | None = head.symbol
    code = head.type_line.code if head.type_line else None
    name = head.type_line.name if head.type_line else None
    if code is None and symbol is not None:
        code = (
            "CV" if _is_letter(head, symbol) else symbol.type_code or _untyped(head, symbol, rules)
        )
    if code is None and head.number is not None:
        code = lost_type(main, rules)
    named = rules.pattern("layout.uncoded_type").regex
    uncoded = next((hit for p in head.pieces if (hit := named.match(p.text))), None)
    if head.type_line is None and uncoded is not None:
        code, name = None, " ".join(uncoded["type"].split()).capitalize()
    first = next((p.text for p in main if not p.is_blank), "")
    is_list = rules.pattern("layout.appendix_title").regex.search(first) is not None
    if code == _CONTRACT:
        foot = _of_two_sides(foot)
    genre: Genre = "dispatch" if _is_dispatch(head) else "list" if is_list else "other"
    return replace(
        Head(),
        genre=genre,
        doc_type=code,
        doc_type_name=name,
        doc_number=head.number,
        number=symbol.number if symbol else _leading(head.number),
        symbol=symbol.symbol if symbol else None,
        is_draft=head.is_draft or bool(head.number and symbol and symbol.is_blank),
        issuer=head.issuer,
        parent_issuer=head.parent_issuer,
        place=head.place,
        issued_on=head.issued_on,
        issued_span=head.issued_span,
        subject=head.subject,
        addressees=head.addressees,
        copies=foot.copies,
        signing_authority=foot.authority,
        signer_title=foot.title,
        signer_name=foot.name,
    )


def _of_two_sides(foot: FootLines) -> FootLines:
    """The foot of a contract, which two sign, each for a side: one is not sure to be all."""

    def doubtful(field: Field | None) -> Field | None:
        return field and replace(field, confidence=min(field.confidence, _ONE_OF_TWO))

    return replace(
        foot, authority=doubtful(foot.authority), title=doubtful(foot.title),
        name=doubtful(foot.name),
    )  # fmt: skip


def _leading(number: Field | None) -> int | None:
    """The number that opens a document number of a shape no rule knows: `7252-NC`."""
    digits = _DIGITS.match(number.value) if number is not None else None
    return int(digits.group()) if digits is not None else None


def _news_head(news: NewsLines) -> Head:
    return Head(
        genre="news",
        issued_on=news.published,
        issued_span=news.published_span,
        subject=news.headline,
        signer_name=news.byline,
    )
