"""Read the head of a dispatch: number, place and date, type, subject, issuers, addressees.

Layout per NĐ 30/2020/NĐ-CP, Annex I, and its forerunners; party documents per 66-QĐ/TW.  The cells
of the head arrive in any order: side by side, one below the other, or with cells lost.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import regex

from pipeline.grammar.date_parts import day_of
from pipeline.grammar.symbols import Symbol, normalise_symbol
from pipeline.layout.addressees import broken_label, read_addressees
from pipeline.layout.certificate import is_certificate, is_on_certificate
from pipeline.layout.head_zone import head_zone, title_lines, whole_date
from pipeline.layout.issuers import body_heads, issuers_of
from pipeline.layout.lost_issuer import is_session, small_issuer
from pipeline.layout.parted_number import parted_number
from pipeline.layout.pieces import Piece, is_capitals
from pipeline.layout.subject import read_subject
from pipeline.layout.title_head import issuers_titled, read_title_head
from pipeline.layout.types import TypeLine, type_line
from pipeline.layout.wired import CODE, wired_day, wiring_body
from pipeline.model import BlockKind, Field
from pipeline.rulebook import Rulebook

_LONGEST_TITLE, _LONGEST_BODY = 90, 80
_WORDS = regex.compile(r"\p{Lu}{2}\s+\p{Lu}{2}")
_OTHER_SHAPE = regex.compile(
    r"^\s*\d(?!\d*\s*[_…]).*/\s*\p{Lu}|^\s*\d{1,5}\p{L}?(?:\s*[-–]\s*\p{Lu}[\p{L}\d]{0,9}){1,5}\s*$"
)
# `Số: 02/TTLT-VKSNDTC- | TANDTC-BCA`: a symbol too long for its cell
_GOES_ON = regex.compile(r"\p{Lu}\s?[-–/]$")
_REST = regex.compile(r"\p{Lu}[\p{L}\d&]*(?:\s?[-–/]\s?\p{Lu}[\p{L}\d&]*)*")
_NUMBERED = regex.compile(
    r"\s+(?:SỐ\s|[\p{Lu}\s]{0,30}\d{1,5}/(?:19|20)\d\d/).{3,40}\sNGÀY\s+\d"
)  # the title is the head
_UNSURE, _REPAIRED = 0.6, 0.85  # a shape that no rule knows; a code put right by the list of codes
_DECREE, _JOINT = "SL", "LT"  # decrees; the codes of joint papers: TTLT, NQLT, KHLT
_CLOCK = regex.compile(r"\d:\d\d")  # of a page of the web: `(20/07/2012 3:16 CH)`
_STAMPED = ("layout.draft_mark", "layout.stamp_mark")  # stamps in the head, no words of it


@dataclass(frozen=True, slots=True)
class HeadLines:
    """What the head says; ``kinds`` holds the kind of the block of each piece, by its start."""

    number: Field | None = None
    symbol: Symbol | None = None
    place: Field | None = None
    issued_on: dt.date | None = None
    issued_span: tuple[int, int] | None = None
    type_line: TypeLine | None = None
    subject: Field | None = None
    issuer: Field | None = None
    parent_issuer: Field | None = None
    addressees: tuple[Field, ...] = ()
    kinds: Mapping[int, BlockKind] = field(default_factory=dict)
    pieces: tuple[Piece, ...] = ()  # the head line by line, flattened cells apart
    authority: tuple[Piece, ...] = ()  # the lines in capitals right above the căn cứ
    is_draft: bool = False
    is_titled: bool = False  # words in capitals stand where a type would, and are none
    has_national_title: bool = False
    end: int = 0  # first line number behind the head


@dataclass(slots=True)
class _Reading:
    """The head while it is read; lives only inside :func:`read_head`."""

    pieces: list[Piece]
    rules: Rulebook
    kinds: dict[int, BlockKind] = field(default_factory=dict)

    def find(self, pattern: str, first: int = 0, last: int | None = None) -> int | None:
        compiled = self.rules.pattern(pattern).regex
        for index in range(first, len(self.pieces) if last is None else last):
            if compiled.search(self.pieces[index].text):
                return index
        return None

    def mark(self, index: int, kind: BlockKind) -> None:
        self.kinds.setdefault(self.pieces[index].start, kind)


def read_head(pieces: Sequence[Piece], rules: Rulebook) -> HeadLines:
    """Read the head from the lines of the main part (furniture and copies already left out)."""
    zone = head_zone(pieces, rules)
    reading = _Reading(zone, rules)
    number_at, number, symbol = _read_number(reading)
    place_at, place, issued_on, span = _read_place_date(reading)
    titles = [
        i for i, p in enumerate(zone) if rules.pattern("layout.national_title").regex.search(p.text)
    ]
    for index in title_lines(zone, titles):
        reading.mark(index, "header")
    if number_at is not None:
        reading.mark(number_at, "number")
    if place_at is not None and place is not None and span is not None:
        for index, piece in enumerate(zone):
            if piece.end > place.start and piece.start < span[1]:
                reading.mark(index, "place_date")
    draft_at = reading.find("layout.draft_mark")
    to_at = reading.find("layout.addressees")
    if to_at is None:
        to_at = broken_label(zone)
    anchors = [i for i in (number_at, place_at, *titles) if i is not None]
    _mark_stamps(reading, anchors)
    typed = _read_type(reading, anchors, to_at)
    if number is None and typed is not None and typed.code == _DECREE:
        number_at, number = _decree_number(reading)
        if number_at is not None:
            reading.mark(number_at, "number")
    left = _issuer_pieces(zone, number_at, place_at, typed, reading.kinds)
    while left and _names_type(left[0], rules):
        left = left[1:]  # the headline of a page repeats the title: `HỢP ĐỒNG TƯ VẤN`
    if not left and number_at is not None:
        left = small_issuer(zone, number_at, reading.kinds, rules)
    if not left and titles and number_at is None and place_at is None and typed is None:
        left = _bodies_above(zone[: titles[-1]], reading, rules)
    for piece in left:
        reading.kinds.setdefault(piece.start, "header")
    addressees, after_to = _read_addressed(reading, to_at)
    subject, lines = read_subject(zone, rules, number_at, typed, to_at, reading.kinds)
    for index in lines:
        reading.mark(index, "subject")
    titled = read_title_head(zone, typed, rules)
    if titled is not None:
        if number is None:
            number, symbol = titled.number, titled.symbol
        is_title = subject is not None and subject.start < titled.issued_span[1]
        subject = titled.subject if titled.subject or is_title else subject
        if issued_on is None:
            issued_on, span = titled.issued_on, titled.issued_span
        for index in titled.lines:
            reading.kinds[zone[index].start] = "heading" if index == titled.lines[0] else "subject"
    if issued_on is None and place is None and number_at is not None:
        issued_on, span = _day_below(reading, number_at)
    wires = typed is not None and typed.code == CODE and number_at is not None
    if wires and issued_on is None:
        issued_on, span = wired_day(zone[number_at or 0], rules)
    authority = _mark_authority(reading) if _has_basis_below(zone, pieces, rules) else ()
    above = " ".join(piece.text for piece in authority)
    issuers = issuers_of(left, rules, above, is_joint=_is_joint(typed, symbol))
    if number_at is None and typed is None and not _heads_body(issuers, zone, rules):
        issuers = None, None  # `THÔNG ĐIỆP NĂM MỚI` above a day at the foot is a title
    if titled is not None:
        issuers = issuers_titled(
            issuers, titled, has_cells=number_at is not None or place_at is not None
        )
    issuer, parent = issuers
    if wires and issuer is None and to_at is not None:
        issuer = wiring_body(zone, (number_at or 0) + 1, to_at, rules)
    last = max((i for i, p in enumerate(zone) if p.start in reading.kinds), default=-1)
    end = zone[last].line + 1 if last >= 0 else (zone[0].line if zone else 0)
    return HeadLines(
        number, symbol, place, issued_on, span, typed, subject, issuer, parent, addressees,
        reading.kinds, tuple(zone), authority, draft_at is not None,
        _is_titled(zone, anchors, reading.kinds), bool(titles),
        max(end, after_to),
    )  # fmt: skip


def _mark_stamps(reading: _Reading, anchors: Sequence[int]) -> None:
    """Stamps and what a copy is marked with; who made a true copy marks it below the foot too."""
    copy_mark = reading.rules.pattern("layout.copy_mark").regex
    stamped = [reading.rules.pattern(stamp).regex for stamp in _STAMPED]
    below = max(anchors, default=len(reading.pieces))
    for index, piece in enumerate(reading.pieces):
        if any(stamp.search(piece.text) for stamp in stamped) and (
            index < below or not copy_mark.search(piece.text)
        ):
            reading.mark(index, "header")


def _names_type(piece: Piece, rules: Rulebook) -> bool:
    """Whether a line opens with the name of a type, and not with that of a body."""
    return not body_heads(rules).match(piece.text) and type_line(piece, 0, rules) is not None


def _read_addressed(reading: _Reading, to_at: int | None) -> tuple[tuple[Field, ...], int]:
    """Whom the paper is addressed to, and the line behind that."""
    if to_at is None:
        return (), 0
    addressees, last = read_addressees(reading.pieces, to_at, reading.rules)
    for index in range(to_at, last + 1):
        reading.mark(index, "addressees")
    return addressees, reading.pieces[last].line + 1


def _is_titled(
    zone: Sequence[Piece], anchors: Sequence[int], kinds: Mapping[int, BlockKind]
) -> bool:
    """Whether a line in capitals opens what stands below the head: `MỤC TIÊU NĂM 2022`."""
    first = max(anchors, default=-1) + 1
    below = next((p for p in zone[first:] if p.start not in kinds and not p.column), None)
    if below is None or not first or len(below.text) > _LONGEST_TITLE:
        return False
    return is_capitals(below.text) and _WORDS.search(below.text) is not None


def _heads_body(names: Sequence[Field | None], zone: Sequence[Piece], rules: Rulebook) -> bool:
    """Whether one of the names opens as that of a body does, or heads a certificate."""
    heads = body_heads(rules)
    return any(name is not None and heads.match(name.value.upper()) for name in names) or (
        is_certificate((piece.text for piece in zone), rules)
    )


def _is_joint(typed: TypeLine | None, symbol: Symbol | None) -> bool:
    """Whether several bodies issue together (liên tịch), each on a line of its own."""
    code = typed.code if typed is not None else symbol.type_code if symbol is not None else None
    return code is not None and code.endswith(_JOINT)


def _read_number(reading: _Reading) -> tuple[int | None, Field | None, Symbol | None]:
    if (parted := parted_number(reading.pieces, reading.rules)) is not None:
        reading.mark(parted.label, "number")
        return parted.at, parted.number, parted.symbol
    for pattern, sure in (("layout.number_line", 1.0), ("layout.bare_number_line", 0.85)):
        compiled = reading.rules.pattern(pattern).regex
        for index, piece in enumerate(reading.pieces):
            match = compiled.search(piece.text)
            above = (piece.text for piece in reading.pieces[:index])
            if match is None or is_on_certificate(piece.text, above, reading.rules):
                continue
            printed = match["number"]
            start, end = piece.start + match.start("number"), piece.start + match.end("number")
            symbol = normalise_symbol(printed, reading.rules)
            is_open = _GOES_ON.search(piece.text) is not None
            if (symbol is None or is_open) and index + 1 < len(reading.pieces):
                # number and symbol split by a line break
                below = reading.pieces[index + 1]
                rest = _REST.fullmatch(below.text) if is_open else below
                if (
                    rest
                    and below.column == piece.column
                    and not below.text.startswith(("V/", "v/"))
                ):
                    joint = "" if is_open else " "
                    whole = f"{printed.strip()}{joint}{below.text}"
                    symbol = normalise_symbol(whole, reading.rules) or symbol
                    if symbol is not None:
                        end = below.end
                        reading.mark(index + 1, "number")
            if symbol is not None:
                sure = min(sure, _REPAIRED) if symbol.is_repaired else sure
                return index, Field(symbol.doc_number, start, end, pattern, sure), symbol
            if _OTHER_SHAPE.search(printed):
                # a number of a shape that no rule of symbols knows is kept as it is printed
                value = "".join(printed.split())
                return index, Field(value, start, end, pattern, _UNSURE), None
    return _unread_number(reading)


def _decree_number(reading: _Reading) -> tuple[int | None, Field | None]:
    """The number of a decree of the first years, which has no symbol: `Số: 185`."""
    pattern = reading.rules.pattern("layout.number_line").regex
    for index, piece in enumerate(reading.pieces):
        match = pattern.search(piece.text)
        if match is not None and (printed := match["number"].strip()).isdigit():
            start = piece.start + match.start("number")
            return index, Field(printed, start, start + len(printed), "layout.number_line", _UNSURE)
    return None, None


def _unread_number(reading: _Reading) -> tuple[int | None, Field | None, Symbol | None]:
    """The symbol alone, where its number was not read: no number is better than a guess."""
    pattern = reading.rules.pattern("layout.number_line_unread").regex
    for index, piece in enumerate(reading.pieces):
        match = pattern.search(piece.text)
        symbol = normalise_symbol(f"/{match['symbol']}", reading.rules) if match else None
        if symbol is not None and (symbol.type_code or symbol.issuer_code):
            return index, None, symbol
    return None, None, None


def _read_place_date(
    reading: _Reading,
) -> tuple[int | None, Field | None, dt.date | None, tuple[int, int] | None]:
    lines = [
        (index, *whole_date(reading.pieces, index, reading.rules))
        for index in range(len(reading.pieces))
    ]
    rules = ("layout.place_date", "layout.place_day", "layout.place_date_unread")
    for rule, (index, begin, words) in product(rules, lines):
        match = reading.rules.pattern(rule).regex.search(words)
        if match is None:
            continue
        named = match["place"].rstrip(".")  # scans make a point of the comma behind it
        place = Field(
            " ".join(named.split()),
            begin + match.start("place"),
            begin + match.start("place") + len(named),
            "layout.place_date",
        )
        start = match.end("place")
        while start < match.end() and not words[start].isalnum():
            start += 1
        day = _day(match["day"], match["month"], match["year"])
        return index, place, day, (begin + start, begin + match.end())
    return None, None, None, None


def _day_below(reading: _Reading, number_at: int) -> tuple[dt.date | None, tuple[int, int] | None]:
    """The day and its span, where it stands below the number, as courts print it."""
    piece = next(iter(reading.pieces[number_at + 1 : number_at + 2]), None)
    hit = piece and reading.rules.pattern("layout.number_day").regex.match(piece.text)
    if not hit or piece is None or piece.column != reading.pieces[number_at].column:
        return None, None
    reading.mark(number_at + 1, "place_date")
    day = _day(hit["day"], hit["month"], hit["year"])
    return day, (piece.start + hit.start("day"), piece.start + hit.end("year"))


def _day(day: str, month: str, year: str) -> dt.date | None:
    day, month = day.strip(), month.strip()
    if not (day.isdigit() and month.isdigit() and year.strip().isdigit()):
        return None
    if len(year.strip()) < len("2024"):  # `năm 202/`, a misread figure
        return None
    return day_of(int(year), int(month), int(day))


def _read_type(reading: _Reading, anchors: list[int], to_at: int | None) -> TypeLine | None:
    """The line that names the type, below number or place, or anywhere in a head without them."""
    for index, piece in enumerate(reading.pieces):
        if to_at is not None and index >= to_at and anchors:
            break
        if piece.start in reading.kinds:
            continue
        found = type_line(piece, index, reading.rules)
        if found is None:
            continue
        below = reading.pieces[index + 1 : index + 2]
        titled = " ".join(line.text for line in (piece, *below))
        if anchors or found.is_alone or _NUMBERED.match(titled, found.rest):
            reading.mark(index, "heading")
            return found
    return None


def _has_basis_below(zone: Sequence[Piece], pieces: Sequence[Piece], rules: Rulebook) -> bool:
    """True if the first line behind the head's zone opens the căn cứ."""
    last = zone[-1].line if zone else -1
    below = next((p for p in pieces if p.line > last and not p.is_blank), None)
    return below is not None and rules.pattern("layout.basis").regex.search(below.text) is not None


def _mark_authority(reading: _Reading) -> tuple[Piece, ...]:
    """The authority in capitals right above the căn cứ belongs to the head, it signs nothing."""
    found: list[Piece] = []
    for index in range(len(reading.pieces) - 1, -1, -1):
        piece = reading.pieces[index]
        if not found and is_session(piece.text, reading.rules) and not is_capitals(piece.text):
            continue  # `(Từ ngày 7/12 đến ngày 9/12/2020)` below the name of a council
        if piece.start in reading.kinds or not is_capitals(piece.text) or len(piece.text) > 120:
            break
        reading.mark(index, "header")
        found.append(piece)
    return tuple(reversed(found))


def _bodies_above(zone: Sequence[Piece], reading: _Reading, rules: Rulebook) -> list[Piece]:
    """The left cell of a list or form, whose head has neither number nor day: all but the title."""
    left = [p for p in zone if p.start not in reading.kinds and p.column != "right"]
    heads = body_heads(rules)
    is_cell = all(is_capitals(p.text) and len(p.text) <= _LONGEST_BODY for p in left)
    return left if left and is_cell and heads.match(left[0].text.strip(" *")) else []


def _issuer_pieces(
    zone: Sequence[Piece],
    number_at: int | None,
    place_at: int | None,
    typed: TypeLine | None,
    kinds: Mapping[int, BlockKind],
) -> list[Piece]:
    """Capital lines of the left cell: above the number, beside the national title."""
    limits = [i for i in (number_at, place_at, typed.index if typed else None) if i is not None]
    if not limits:
        return []
    limit = number_at if number_at is not None else min(limits)
    return [
        piece
        for piece in zone[:limit]
        if piece.column != "right"
        and piece.start not in kinds
        and is_capitals(piece.text)
        and not piece.text.startswith(("Số", "SỐ", "/"))
        and not _CLOCK.search(piece.text)
    ]
