"""Read the frame of a news page: headline, publication time, byline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.grammar.date_parts import day_of
from pipeline.layout.names import signer_name
from pipeline.layout.pieces import Piece, is_capitals
from pipeline.model import BlockKind, Field, Metadata
from pipeline.rulebook import Rulebook

_DAY = regex.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})")
_PEN_NAME = regex.compile(r"^(?:\p{Lu}\p{Ll}?\.\s?\p{Lu}\p{Ll}+|\p{Lu}\.\p{Lu}\.?)$")
# `Đồng chí Lê Văn Khế` below a photograph: of whom the page tells, and not who wrote it
_SOMEBODY = regex.compile(r"\W*(?:đồng chí|đ/c|ông|bà|anh|chị|cố|em)\s", regex.IGNORECASE)
_LETTER = regex.compile(r"\p{L}")
_SHORTEST_HEADLINE = 20
_LONGEST_TITLE = 120  # letters
_FIRST_LINES = 25
_LAST_LINES = 8


@dataclass(frozen=True, slots=True)
class NewsLines:
    """Headline, byline and day of publication, and the kinds of their lines by start."""

    headline: Field | None
    byline: Field | None
    published: dt.date | None
    published_span: tuple[int, int] | None
    kinds: dict[int, BlockKind]


def read_news(pieces: Sequence[Piece], metadata: Metadata, rules: Rulebook) -> NewsLines | None:
    """Return the frame, or None if nothing says that this is a news page.

    A clock-and-date line near the top or a stated time of publication says so.
    """
    lines = [p for p in pieces if not p.is_blank and p.cell is None]
    clock_at, day, span = _clock(lines, rules)
    published = metadata.published
    stated = published.date() if isinstance(published, dt.datetime) else published
    if clock_at is None and stated is None:
        return None
    kinds: dict[int, BlockKind] = {}
    if clock_at is not None:
        kinds[lines[clock_at].start] = "place_date"
    headline_at = _headline(lines, clock_at, metadata, rules)
    headline = None
    if headline_at is not None:
        piece = lines[headline_at]
        headline = Field(" ".join(piece.text.split()), piece.start, piece.end, "news.headline")
        kinds[piece.start] = "subject"
        if headline_at and clock_at is not None and headline_at > clock_at + 1:
            kinds[lines[headline_at - 1].start] = "heading"
    byline = _byline(lines, metadata, rules)
    if byline is not None:
        kinds.update({p.start: "signature" for p in lines if p.start <= byline.start < p.end})
    return NewsLines(headline, byline, day or stated, span, kinds)


def _clock(
    lines: Sequence[Piece], rules: Rulebook
) -> tuple[int | None, dt.date | None, tuple[int, int] | None]:
    pattern = rules.pattern("layout.news_clock").regex
    for index, piece in enumerate(lines[:_FIRST_LINES]):
        match = pattern.search(piece.text)
        if match is None:
            continue
        day = _date(match["day"] or match["day2"])
        if day is not None:
            return index, day, (piece.start, piece.end)
    return None, None, None


def _date(words: str) -> dt.date | None:
    match = _DAY.search(words)
    if match is None:
        return None
    day, month, year = (int(part) for part in match.groups())
    return day_of(year + 2000 if year < 100 else year, month, day)


def _headline(
    lines: Sequence[Piece], clock_at: int | None, metadata: Metadata, rules: Rulebook
) -> int | None:
    """The title line; else the line above the clock, else the first below it that is no kicker."""
    for index, piece in enumerate(lines):
        if piece.role == "title":
            return index
    if metadata.title:
        for index, piece in enumerate(lines[:_FIRST_LINES]):
            if piece.text.casefold() == metadata.title.casefold():
                return index
    if clock_at is None:
        return next((i for i, p in enumerate(lines) if p.role == "heading"), None)
    above = lines[clock_at - 1].text if clock_at > 0 else ""
    if len(above) >= _SHORTEST_HEADLINE and not is_capitals(above):
        return clock_at - 1
    for index in range(clock_at + 1, min(clock_at + 4, len(lines))):
        if _is_sentence(lines[index].text):
            break  # the body: the line in capitals above the clock was no kicker
        if not lines[index].text.endswith(":") and _LETTER.search(lines[index].text):
            return index
    is_banner = (
        len(above) < _SHORTEST_HEADLINE
        or rules.pattern("zones.news_banner").regex.search(above) is not None
    )
    return None if is_banner else clock_at - 1


def _is_sentence(words: str) -> bool:
    """Whether a line is prose of the body: no headline is so long and ends with a full stop."""
    return len(words) > _LONGEST_TITLE and words.rstrip().endswith(".")


def _byline(lines: Sequence[Piece], metadata: Metadata, rules: Rulebook) -> Field | None:
    for piece in lines:
        if piece.role == "byline":
            return Field(piece.text, piece.start, piece.end, "news.byline")
    for piece in reversed(lines[-_LAST_LINES:]):
        found = signer_name(piece, rules)
        if found is not None and not _SOMEBODY.match(piece.text):
            return Field(found.value, found.start, found.end, "news.byline", 0.9)
        if _PEN_NAME.match(piece.text) or (
            metadata.byline and piece.text.casefold() == metadata.byline.casefold()
        ):
            return Field(piece.text, piece.start, piece.end, "news.byline", 0.9)
    return None
