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
_OF_STATE = (
    "QUỐC HỘI NƯỚC",
    "CHỦ TỊCH NƯỚC VIỆT NAM",
    "CHỦ TỊCH CHÍNH PHỦ VIỆT NAM",
    "CHỦ TỊCH CHÍNH PHỦ LÂM",
)
_TIGHT_STATE = tuple(words.replace(" ", "") for words in _OF_STATE)
_NUMBERED = regex.compile(r"\sSỐ\s\d")
_DECREE = "SL"
_ENACTED = frozenset({"NQ", "QĐ", "CT", "TT", "NĐ", "L", "PL", "SL"})
_COURT = regex.compile(r"(?:TÒA|TOÀ) ÁN \p{Lu}[\p{Lu} .,-]{4,80}$")
_WHOSE = regex.compile(r"\W*Của\s+\p{Lu}")  # the line below the type, in small letters
_FEWEST_WORDS = 3  # `BỘ TRƯỞNG` alone names no body


@dataclass(frozen=True, slots=True)
class TitleHead:
    """What the title says; ``lines`` are the indexes of its lines among the pieces of the head."""

    number: Field | None
    symbol: Symbol | None
    issuer: Field | None
    issued_on: dt.date | None
    issued_span: tuple[int, int]
    subject: Field | None
    lines: tuple[int, ...]


def read_title_head(
    zone: Sequence[Piece], typed: TypeLine | None, rules: Rulebook
) -> TitleHead | None:
    """The head in the lines below the type name; None where they name no number with its day, nor
    the day alone of what an assembly passed without a number."""
    first = typed.index if typed is not None else _uncoded(zone, rules)
    if first is None:
        return None
    lines: list[int] = []
    words = ""
    begin = None
    for index in range(first, min(first + _MOST_LINES, len(zone))):
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
    title = words.upper() if small else words
    hit = rules.pattern(_RULE).regex.search(title)
    if hit is None and typed is not None and typed.code in _ENACTED:
        hit = rules.pattern("layout.title_day").regex.match(title)
    if hit is None or begin is None or hit.end() > len(words):
        return None
    number = words[slice(*hit.span("number"))] if "number" in hit.groupdict() else ""
    symbol = normalise_symbol(number, rules) if number else None
    is_decree = typed is not None and typed.code == _DECREE
    if number and symbol is None and not (number.isdigit() or is_decree):
        return None  # a bare number is whole: the first decrees (sắc lệnh) had no symbol
    stated = None
    if number:
        start, end = begin + hit.start("number"), begin + hit.end("number")
        value = symbol.doc_number if symbol else "".join(number.split())
        stated = Field(value, start, end, _RULE, _SURE)
    last = begin + (hit.end("subject") if hit["subject"] else hit.end())
    return TitleHead(
        stated,
        symbol,
        _issuer(hit["body"], begin + hit.start("body"), rules)
        if hit["body"]
        else _court(zone, first),
        day_of(int(hit["year"]), int(hit["month"]), int(hit["day"])),
        (begin + hit.start("date"), begin + hit.end("date")),
        _subject(words[slice(*hit.span("subject"))], begin + hit.start("subject"))
        if hit["subject"]
        else None,
        tuple(index for index in lines if zone[index].start < last),
    )


def _uncoded(zone: Sequence[Piece], rules: Rulebook) -> int | None:
    """The title in capitals of a paper whose type has no code: `BẢN ÁN 5/2018/DS-PT NGÀY ...`."""
    uncoded = rules.pattern("layout.uncoded_type").regex
    numbered = (i for i, p in enumerate(zone) if "/" in p.text and is_capitals(p.text))
    return next((index for index in numbered if uncoded.match(zone[index].text)), None)


def _court(zone: Sequence[Piece], title: int) -> Field | None:
    """The court right above the title of its judgment, as sites print it."""
    above = zone[title - 1] if title else None
    if above is None or not _COURT.match(above.text):
        return None
    return Field(" ".join(above.text.split()), above.start, above.end, _RULE, _SURE)


def _is_authority(zone: Sequence[Piece], index: int, rules: Rulebook) -> bool:
    """Whether a line names who decides: right above the căn cứ, or an office of the State."""
    words = zone[index].text
    if _NUMBERED.search(words):
        return False  # `CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HOÀ SỐ 117-SL NGÀY ...`
    if not is_capitals(words) or not names_authority(words, rules):
        return False
    below = zone[index + 1].text if index + 1 < len(zone) else None
    enacts = below is None or any(
        rules.pattern(rule).regex.match(below) for rule in ("layout.enacting", "layout.addressees")
    )
    whole = f"{words} {below}"  # `CHỦ TỊCH | NƯỚC VIỆT NAM DÂN CHỦ CỘNG HOÀ`
    return enacts or words.strip(" *:") in OFFICES or _opens_state(whole)


def _opens_state(words: str) -> bool:
    """Whether an office opens the words with its country, whatever blanks a copy lost."""
    return "".join(words.split()).startswith(_TIGHT_STATE)


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


def issuers_titled(
    issuers: tuple[Field | None, Field | None], titled: TitleHead, *, has_cells: bool
) -> tuple[Field | None, Field | None]:
    """The issuer and its parent where the title names the body that issues.

    :param has_cells: number or place are printed; else what stands above is no cell of a head
    """
    issuer, parent = issuers
    if has_cells:
        return issuer or titled.issuer, parent
    return (titled.issuer, None) if titled.issuer else issuers
