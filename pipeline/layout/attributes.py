"""Read what a law site or portal says of its paper beside labels (thuộc tính văn bản).

Label and value stand on one line, on two, or in two cells of a table, one or two pairs a row.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, pairwise
from typing import NamedTuple

import regex

from pipeline.grammar.date_parts import day_of
from pipeline.grammar.symbols import Symbol, normalise_symbol
from pipeline.layout.issuers import body_heads
from pipeline.layout.names import is_person_name
from pipeline.layout.pieces import Piece, skeleton
from pipeline.layout.posts import is_post
from pipeline.layout.types import type_code
from pipeline.model import Field, Head
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

_RULE = "head.attribute"
_SURE, _REPAIRED, _UNSURE = 0.9, 0.85, 0.6
_FEWEST = 3  # labels that stand together
_FIRST_LINES = 120  # printed lines and cells, menus of the site among them
_MOST_CELLS = 600
_BODY_LINE = 120  # letters
_MOST_BETWEEN = 2  # cells without a label between two of the same paper
_HEADED = 2  # printed cells above them in which a heading may say that they are another paper's
_NEXT_LINE = 2  # a blank line may part a label from its value
_PARTED = regex.compile(r"\t|\s{3,}|\s{0,2}\|\s{0,2}")
_BULLET = regex.compile(r"[-–+*•]\s{1,3}")
_DAY = regex.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)")
_MANY = regex.compile(r"[,;]|\.{3}|…")  # several bodies, or words that were cut


class _Cell(NamedTuple):
    text: str
    start: int
    piece: Piece


class _Pair(NamedTuple):
    field: str
    label: str
    start: int
    value: _Cell
    end: int
    is_open: bool  # words without a label follow: they may be the rest of the value


@dataclass(frozen=True, slots=True)
class Attributes:
    """The fields of the head that a page states beside labels, and where those labels stand."""

    spans: tuple[tuple[int, int], ...]
    number: Field
    symbol: Symbol
    type_code: str | None
    issued_on: dt.date | None
    issued_span: tuple[int, int] | None
    issuer: Field | None
    subject: Field | None
    signer: Field | None
    post: Field | None


def read_attributes(pieces: Sequence[Piece], rules: Rulebook) -> Attributes | None:
    """The attributes of the one paper of a page; None where there are none, or of several papers.

    :param pieces: the lines above the first appendix, also those of tables
    """
    printed = [p for p in pieces if not p.is_blank][:_FIRST_LINES]
    cells = list(islice(_cells(printed, rules), _MOST_CELLS))
    blocks = list(_blocks(cells, rules))
    numbers = {
        skeleton(pair.value.text) for block in blocks for pair in block if pair.field == "number"
    }
    told = [found for block in blocks if (found := _told(block, rules)) is not None]
    if len(numbers) > 1 or not told:
        return None
    first = told[0].spans[0][0]
    if any(_is_prose(piece) for piece in printed if piece.end < first):
        return None  # an article, which tells of a paper
    return _agreed(told)


def _is_prose(piece: Piece) -> bool:
    return len(piece.text) > _BODY_LINE and piece.text.endswith((".", ";"))


def with_attributes(head: Head, told: Attributes, rules: Rulebook) -> Head:
    """The head with what it lacks, unless it is that of another paper than the attributes."""
    as_read, head = head, _outside(head, told.spans)
    own = head.doc_number
    if own is not None and skeleton(own.value) != skeleton(told.number.value):
        return as_read
    if head.symbol is not None and skeleton(head.symbol) != skeleton(told.symbol.symbol or ""):
        return as_read
    if head.issued_on and told.issued_on and head.issued_on != told.issued_on:
        return as_read
    if own is None:
        code = told.type_code or told.symbol.type_code or head.doc_type
        head = replace(
            head, genre="dispatch", doc_number=told.number, number=told.symbol.number,
            symbol=told.symbol.symbol, doc_type=code,
            doc_type_name=head.doc_type_name if code == head.doc_type else None,
        )  # fmt: skip
    if head.issued_on is None and told.issued_on is not None and head.issued_span is None:
        head = replace(
            head, issued_on=told.issued_on, issued_span=told.issued_span, issued_rule=_RULE,
            issued_sure=_SURE,
        )  # fmt: skip
    name = head.signer_name
    is_same = name is None or told.signer is None or _says_same(name, told.signer)
    return replace(
        head,
        doc_type=head.doc_type or told.type_code,
        issuer=head.issuer or told.issuer,
        subject=head.subject or told.subject,
        signer_name=name or told.signer,
        signer_title=head.signer_title or (told.post if is_same else None),
    )


def _outside(head: Head, spans: Sequence[tuple[int, int]]) -> Head:
    """The head without what was read from among the labels as if these were its lines."""

    def own(field: Field | None) -> Field | None:
        is_among = field is not None and any(a <= field.start < b for a, b in spans)
        return None if is_among else field

    day = head.issued_span
    if day is not None and any(a <= day[0] < b for a, b in spans):
        head = replace(head, issued_on=None, issued_span=None)
    return replace(
        head, doc_number=own(head.doc_number), issuer=own(head.issuer),
        parent_issuer=own(head.parent_issuer), place=own(head.place), subject=own(head.subject),
        signing_authority=own(head.signing_authority), signer_title=own(head.signer_title),
        signer_name=own(head.signer_name),
    )  # fmt: skip


def _cells(pieces: Sequence[Piece], rules: Rulebook) -> Iterator[_Cell]:
    """The cells of the lines, each of which holds one label, one value or one of both."""
    label = _labels(rules)[1]
    for piece in pieces:
        bounds = [0, *chain.from_iterable(gap.span() for gap in _PARTED.finditer(piece.text))]
        for start, end in zip(bounds[::2], [*bounds[1::2], len(piece.text)], strict=True):
            bullet = _BULLET.match(piece.text, start, end)
            begin = bullet.end() if bullet is not None else start
            # `Số hiệu: 5/QĐ-SM Loại văn bản: Quyết định`
            inner = [hit.start() for hit in label.finditer(piece.text, begin, end) if hit["colon"]]
            firsts = inner if inner and inner[0] == begin else [begin]
            for first, last in pairwise([*firsts, end]):
                words = piece.text[first:last]
                if text := words.strip():
                    at = piece.start + first + len(words) - len(words.lstrip())
                    yield _Cell(text, at, piece)


def _blocks(cells: Sequence[_Cell], rules: Rulebook) -> Iterator[list[_Pair]]:
    """The pairs of label and value that stand together, those of other papers left out."""
    heading = rules.pattern("layout.attributes_of_other").regex
    block: list[_Pair] = []
    is_other = False
    between, at = 0, 0
    while at < len(cells):
        pair, behind = _pair(cells, at, rules)
        if pair is None:
            between, at = between + 1, behind
            continue
        is_headed = any(heading.match(cell.piece.text) for cell in cells[max(0, at - _HEADED) : at])
        is_new = between > _MOST_BETWEEN or is_headed
        if is_new or (pair.field != "other" and any(known.field == pair.field for known in block)):
            if block and not is_other:
                yield block
            block = []
            is_other = is_headed or (is_other and not is_new)
        block.append(pair)
        between, at = 0, behind
    if block and not is_other:
        yield block


def _pair(cells: Sequence[_Cell], at: int, rules: Rulebook) -> tuple[_Pair | None, int]:
    """The pair that opens at a cell, and the place of the first cell behind it."""
    fields, label = _labels(rules)
    cell = cells[at]
    hit = label.match(cell.text)
    if hit is None:
        return None, at + 1
    field = fields[skeleton(hit["label"])]
    if hit.end() < len(cell.text):
        if not hit["colon"]:
            return None, at + 1  # `Số hiệu và ngày ban hành`
        behind = at + 1
        value = _Cell(cell.text[hit.end() :], cell.start + hit.end(), cell.piece)
    else:
        behind = at + 2
        if at + 1 == len(cells) or not _is_beside(cell, cells[at + 1]):
            return None, at + 1
        value = cells[at + 1]
        if label.match(value.text):
            return None, at + 1
    end = value.start + len(value.text)
    words = [value.text]
    while behind < len(cells) and _is_same_cell(value.piece, cells[behind].piece):
        words.append(cells[behind].text)
        end = cells[behind].start + len(cells[behind].text)
        behind += 1
    below = cells[behind] if behind < len(cells) else None
    is_open = (
        below is not None
        and value.piece.cell is None
        and below.piece.line == value.piece.line + 1
        and (value.piece.box is not None or not below.text[0].isupper())
        and label.match(below.text) is None
    )
    told = value._replace(text=" ".join(words))
    return _Pair(field, skeleton(hit["label"]), cell.start, told, end, is_open), behind


def _is_beside(label: _Cell, value: _Cell) -> bool:
    """Whether a value stands beside its label, or without a table below it."""
    left, right = label.piece.cell, value.piece.cell
    if left is None or right is None:
        return left is right and value.piece.line - label.piece.line <= _NEXT_LINE
    return (left.table, left.row) == (right.table, right.row) and left.column < right.column


def _is_same_cell(first: Piece, below: Piece) -> bool:
    return first.cell is not None and first.cell == below.cell and first.line != below.line


def _told(block: Sequence[_Pair], rules: Rulebook) -> Attributes | None:
    """What one block of pairs tells of a paper; None if it is no block of attributes."""
    by_field = {pair.field: pair for pair in block if pair.field != "other"}
    number = by_field.get("number")
    symbol = normalise_symbol(number.value.text, rules) if number is not None else None
    if len({pair.label for pair in block}) < _FEWEST or len(by_field) < _FEWEST - 1:
        return None
    if number is None or symbol is None or symbol.is_blank or symbol.number is None:
        return None
    if skeleton(symbol.doc_number) != skeleton(number.value.text):
        return None
    code = _type(by_field, rules)
    if code is not None and symbol.type_code not in (None, code):
        return None  # a label of something else, or a slip of the site
    sure = _REPAIRED if symbol.is_repaired else _SURE
    day, span = _issued(by_field)
    signer = _field(by_field, "signer")
    if signer is not None and not is_person_name(signer.value, rules):
        signer = None
    post = _field(by_field, "post") if signer is not None else None
    if post is not None and not is_post(post.value.upper(), rules):
        post = None
    return Attributes(
        ((block[0].start, block[-1].end),),
        Field(symbol.doc_number, number.value.start, number.end, _RULE, sure), symbol, code,
        day, span, _issuer(by_field, rules), _subject(by_field, rules), signer, post,
    )  # fmt: skip


def _field(by_field: Mapping[str, _Pair], name: str) -> Field | None:
    pair = by_field.get(name)
    if pair is None:
        return None
    return Field(" ".join(pair.value.text.split()), pair.value.start, pair.end, _RULE, _SURE)


def _type(by_field: Mapping[str, _Pair], rules: Rulebook) -> str | None:
    pair = by_field.get("type")
    return type_code(pair.value.text, rules) if pair is not None else None


def _issued(by_field: Mapping[str, _Pair]) -> tuple[dt.date | None, tuple[int, int] | None]:
    pair = by_field.get("issued")
    hit = _DAY.fullmatch(pair.value.text) if pair is not None else None
    day = day_of(int(hit[3]), int(hit[2]), int(hit[1])) if hit is not None else None
    return (day, (pair.value.start, pair.end)) if pair is not None and day else (None, None)


def _issuer(by_field: Mapping[str, _Pair], rules: Rulebook) -> Field | None:
    found = _field(by_field, "issuer")
    if (
        found is None
        or by_field["issuer"].is_open
        or not body_heads(rules).match(found.value.upper())
    ):
        return None
    return replace(found, confidence=_UNSURE) if _MANY.search(found.value) else found


def _subject(by_field: Mapping[str, _Pair], rules: Rulebook) -> Field | None:
    """What the paper is about, without `Về việc`; not its name, which holds type and number."""
    found = _field(by_field, "subject")
    if found is None or by_field["subject"].is_open:
        return None
    number = by_field["number"].value.text
    about = rules.pattern("layout.subject_letter").regex.match(found.value)
    words = found.value[about.end() :] if about is not None else found.value
    if not any(map(str.isalpha, words)) or skeleton(number) in skeleton(words):
        return None
    is_cut = words.endswith(("...", "…"))
    start = found.start + (about.end() if about is not None else 0)
    sure = _UNSURE if is_cut or type_code(words, rules) is not None else _SURE
    return Field(words, start, found.end, _RULE, sure)


def _agreed(told: Sequence[Attributes]) -> Attributes | None:
    """What several blocks of one paper tell together; None where they differ in most."""
    first = told[0]
    for other in told[1:]:
        codes = {first.type_code, other.type_code} - {None}
        days = {first.issued_on, other.issued_on} - {None}
        if len(codes) > 1 or len(days) > 1:
            return None
        dated = first if first.issued_on is not None else other
        first = replace(
            first,
            spans=(*first.spans, *other.spans),
            type_code=first.type_code or other.type_code,
            issued_on=dated.issued_on,
            issued_span=dated.issued_span,
            issuer=_either(first.issuer, other.issuer),
            subject=_either(first.subject, other.subject),
            signer=_either(first.signer, other.signer),
            post=_either(first.post, other.post),
        )
    return first


def _either(first: Field | None, other: Field | None) -> Field | None:
    if first is None or other is None or _says_same(first, other):
        return first or other
    return replace(first, confidence=min(first.confidence, _UNSURE))


def _says_same(first: Field, other: Field) -> bool:
    return skeleton(first.value) == skeleton(other.value)


@derived
def _labels(rules: Rulebook) -> tuple[dict[str, str], regex.Pattern[str]]:
    """The field of each label, and what finds a label whole or with a colon behind it."""
    rows = rules.lexicon("attribute_labels").rows
    options = "|".join(
        regex.escape(row["label"]).replace(r"\ ", r"\s{1,3}")
        for row in sorted(rows, key=lambda row: len(row["label"]), reverse=True)
    )
    pattern = rf"(?<!\p{{L}})(?P<label>{options})(?:\s{{0,3}}(?P<colon>:)\s{{0,9}}|\s{{0,3}}$)"
    return (
        {skeleton(row["label"]): row["field"] for row in rows},
        regex.compile(pattern, regex.IGNORECASE),
    )
