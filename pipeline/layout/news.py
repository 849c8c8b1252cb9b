"""Read the frame of a news page: headline, publication time, byline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from pipeline.grammar.date_parts import day_of
from pipeline.layout.names import signer_name
from pipeline.layout.pieces import Piece, is_capitals
from pipeline.model import BlockKind, Field, Metadata
from pipeline.rulebook import Rulebook

_DAY = regex.compile(r"(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{2,4})")
_PEN_NAME = regex.compile(r"^(?:\p{Lu}\p{Ll}?\.\s?\p{Lu}\p{Ll}+|\p{Lu}\.\p{Lu}\.?)$")
# `Đồng chí Lê Văn Khế` below a photograph: of whom the page tells, and not who wrote it
_SOMEBODY = regex.compile(r"\W*(?:đồng chí|đ/c|ông|bà|anh|chị|cố|em)\s", regex.IGNORECASE)
_LETTER = regex.compile(r"\p{L}")
_SHORTEST_HEADLINE = 20
_LONGEST_TITLE = 120  # letters
_FIRST_LINES = 25
_LAST_LINES = 8
_LAST_DAY_LINE, _LAST_OWN_CLOCK = 2, 6
_PEN = 0.85
_SHORTEST_LEAD = 60  # letters of the paragraph that a paper's own name opens


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

    A clock-and-date line near the top, a stated time of publication or the paper's own name before
    the first words says so.
    """
    lines = [p for p in pieces if not p.is_blank and p.cell is None]
    clock_at, day, span = _clock(lines, rules)
    published = metadata.published
    stated = published.date() if isinstance(published, dt.datetime) else published
    lead_at = _lead(lines, rules)
    if clock_at is None and stated is None and lead_at is None:
        return None
    kinds: dict[int, BlockKind] = {}
    if clock_at is not None:
        kinds[lines[clock_at].start] = "place_date"
    headline_at = _headline(lines, clock_at, lead_at, metadata, rules)
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
    found: list[tuple[int, dt.date, tuple[int, int]]] = []
    for index, piece in enumerate(lines[:_FIRST_LINES]):
        match = pattern.search(piece.text)
        day = _date(match["day"] or match["day2"]) if match is not None else None
        if day is not None:
            found.append((index, day, (piece.start, piece.end)))
    if len(found) > 1 and found[0][0] == 0 and found[1][0] <= _LAST_OWN_CLOCK:
        return found[1]  # the first told the hour at which the page was asked for
    return found[0] if found else _day_alone(lines, rules) or (None, None, None)


def _day_alone(
    lines: Sequence[Piece], rules: Rulebook
) -> tuple[int, dt.date, tuple[int, int]] | None:
    """`Thứ ba, 24/05/2022`, the only such line, right above or below the headline."""
    pattern = rules.pattern("layout.news_day").regex
    days = [(i, m) for i, p in enumerate(lines[:_FIRST_LINES]) if (m := pattern.match(p.text))]
    if len(days) != 1:
        return None
    index, day = days[0][0], _date(days[0][1]["day"])
    opens = any(len(p.text) > _LONGEST_TITLE for p in lines[index + 1 : index + 3])
    if day is None or index > _LAST_DAY_LINE or not opens:
        return None
    return index, day, (lines[index].start, lines[index].end)


def _lead(lines: Sequence[Piece], rules: Rulebook) -> int | None:
    """The paragraph that a paper's own name opens: `(VKO) - Ngày 19/7, ...`."""
    pattern = rules.pattern("layout.news_dateline").regex
    for index, piece in enumerate(lines[:_FIRST_LINES]):
        if len(piece.text) >= _SHORTEST_LEAD and pattern.match(piece.text):
            return index
    return None


def _date(words: str) -> dt.date | None:
    match = _DAY.search(words)
    if match is None:
        return None
    day, month, year = (int(part) for part in match.groups())
    return day_of(year + 2000 if year < 100 else year, month, day)


def _headline(
    lines: Sequence[Piece],
    clock_at: int | None,
    lead_at: int | None,
    metadata: Metadata,
    rules: Rulebook,
) -> int | None:
    """The title line; else the line above the clock, else the first below it that is no kicker.

    Where there is no clock, the line right above the lead.
    """
    for index, piece in enumerate(lines):
        if piece.role == "title":
            return index
    if metadata.title:
        for index, piece in enumerate(lines[:_FIRST_LINES]):
            if piece.text.casefold() == metadata.title.casefold():
                return index
    if clock_at is None:
        above = lines[lead_at - 1].text if lead_at else ""
        is_title = not above.endswith((".", ":")) and _DAY.search(above) is None
        if lead_at and len(above) >= _SHORTEST_HEADLINE and is_title:
            return lead_at - 1
        return next((i for i, p in enumerate(lines) if p.role == "heading"), None)
    above = lines[clock_at - 1].text if clock_at > 0 else ""
    is_banner = (
        len(above) < _SHORTEST_HEADLINE
        or rules.pattern("zones.news_banner").regex.search(above) is not None
    )
    if not is_banner and not is_capitals(above):
        return clock_at - 1
    for index in range(clock_at + 1, min(clock_at + 4, len(lines))):
        if _is_sentence(lines[index].text):
            break  # the body: the line in capitals above the clock was no kicker
        if not lines[index].text.endswith(":") and _LETTER.search(lines[index].text):
            return index
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
    pen_name = rules.pattern("layout.news_pen_name").regex
    for last, piece in [*pairwise(lines)][-_LAST_LINES:]:
        named = pen_name.match(piece.text) if _is_sentence(last.text) else None
        if named is not None:
            start = piece.start + named.start("name")
            return Field(named["name"], start, start + len(named["name"]), "news.byline", _PEN)
    return None
