"""Read number, day and body in the title itself, as old papers and law sites print them.

`QUYẾT ĐỊNH | CỦA BỘ TRƯỞNG BỘ MẪU SỐ 12/1999/QĐ-BM NGÀY 4 THÁNG 3 NĂM 1999 VỀ VIỆC ...`: there is
no cell for the number and no place line (reference: document_format, old documents).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.grammar.date_grammar import day_of
from pipeline.grammar.symbols import Symbol, normalise_symbol
from pipeline.layout.issuers import body_heads
from pipeline.layout.lost_issuer import OFFICES, names_authority
from pipeline.layout.pieces import Piece, is_capitals
from pipeline.layout.types import TypeLine
from pipeline.model import Field
from pipeline.rulebook import Rulebook

_RULE = "layout.title_head"
_MOST_LINES = 6
_SURE = 0.9
# as the decrees of the first Republic print them, with the country or the name behind the office
_PRESIDENTS = ("CHỦ TỊCH NƯỚC VIỆT NAM", "CHỦ TỊCH CHÍNH PHỦ VIỆT NAM", "CHỦ TỊCH CHÍNH PHỦ LÂM")
_WHOSE = regex.compile(r"\W*Của\s+\p{Lu}")  # the line below the type, in small letters
_FEWEST_WORDS = 3  # `BỘ TRƯỞNG` alone names no body


@dataclass(frozen=True, slots=True)
class TitleHead:
    """What the title says; ``lines`` are the indexes of its lines among the pieces of the head."""

    number: Field
    symbol: Symbol | None
    issuer: Field | None
    issued_on: dt.date | None
    issued_span: tuple[int, int]
    subject: Field | None
    lines: tuple[int, ...]


def read_title_head(
    zone: Sequence[Piece], typed: TypeLine | None, rules: Rulebook
) -> TitleHead | None:
    """The head in the lines below the type name; None where they name no number with its day."""
    if typed is None:
        return None
    lines: list[int] = []
    words = ""
    begin = None
    for index in range(typed.index, min(typed.index + _MOST_LINES, len(zone))):
        piece = zone[index]
        if lines and _is_authority(zone, index, rules):
            break
        is_like = not lines or is_capitals(piece.text) == is_capitals(zone[lines[-1]].text)
        if not is_like and not (len(lines) == 1 and _WHOSE.match(piece.text)):
            break
        begin = piece.start if begin is None else begin
        words += " " * (piece.start - begin - len(words)) + piece.text
        lines.append(index)
    small = len(lines) > 1 and not is_capitals(zone[lines[1]].text)
    hit = rules.pattern(_RULE).regex.search(words.upper() if small else words)
    if hit is None or begin is None or hit.end() > len(words):
        return None
    number = words[slice(*hit.span("number"))]
    symbol = normalise_symbol(number, rules)
    if symbol is None and not number.isdigit():
        return None  # a bare number is whole: the first decrees (sắc lệnh) had no symbol
    start, end = begin + hit.start("number"), begin + hit.end("number")
    last = begin + (hit.end("subject") if hit["subject"] else hit.end())
    return TitleHead(
        Field(symbol.doc_number if symbol else number, start, end, _RULE, _SURE),
        symbol,
        _issuer(hit["body"], begin + hit.start("body"), rules) if hit["body"] else None,
        day_of(int(hit["year"]), int(hit["month"]), int(hit["day"])),
        (begin + hit.start("date"), begin + hit.end("date")),
        _subject(words[slice(*hit.span("subject"))], begin + hit.start("subject"))
        if hit["subject"]
        else None,
        tuple(index for index in lines if zone[index].start < last),
    )


def _is_authority(zone: Sequence[Piece], index: int, rules: Rulebook) -> bool:
    """Whether a line names who decides: right above the căn cứ, or an office of the State."""
    words = zone[index].text
    if not is_capitals(words) or not names_authority(words, rules):
        return False
    below = zone[index + 1].text if index + 1 < len(zone) else None
    enacts = below is None or rules.pattern("layout.enacting").regex.match(below) is not None
    return enacts or words.strip(" *:") in OFFICES or words.startswith(_PRESIDENTS)


def _issuer(printed: str, start: int, rules: Rulebook) -> Field | None:
    """The body in `BỘ TRƯỞNG BỘ TÀI CHÍNH`; an office that issues in its own name is the issuer."""
    words = printed.upper()
    at = next((words.find(office) for office in OFFICES if words.startswith(office)), None)
    if at is None:
        found = body_heads(rules).search(words)
        if found is None or len(words[found.start() :].split()) < _FEWEST_WORDS:
            return None
        at = found.start()
    value = " ".join(printed[at:].split())
    return Field(value, start + at, start + len(printed.rstrip()), _RULE, _SURE)


def _subject(printed: str, start: int) -> Field | None:
    value = " ".join(printed.split()).strip(" .*-–_")
    return Field(value, start, start + len(printed.rstrip()), _RULE, _SURE) if value else None
