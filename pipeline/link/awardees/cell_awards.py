"""The awards that a cell names: a title alone in a row, letters in a column of awards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.link.awardees.cells import past_number
from pipeline.link.awardees.clause import AwardClause, title_clause
from pipeline.link.deciding import Deciding
from pipeline.model import AwardMention
from pipeline.rulebook import Rulebook

_TITLE_LEAD = "danh hiệu "
_PARTS = regex.compile(r"[^\s,;+/&]+")
_CERTIFICATES = {"GK": "Giấy khen", "BK": "Bằng khen"}
_COUNT = regex.compile(
    r"\W*(?i:năm(?: học)? [\d\s–-]{4,13})?\W*(?:\d{1,3}\s?(?:\p{L}+\s?){0,3})?\W*"
)


def of_title_alone(
    text: str, offset: int, deciding: Deciding, rules: Rulebook
) -> AwardClause | None:
    """`B. ĐƠN VỊ TIÊN TIẾN`: a name that is also plain words is a title where it is all that a
    row over the table says."""
    at, lead = past_number(text), len(_TITLE_LEAD)
    words = _TITLE_LEAD + text[at:].removeprefix(_TITLE_LEAD)
    awards = awards_in_words(words, rules)
    if len(awards) != 1 or awards[0].start > lead or not _COUNT.fullmatch(words, awards[0].end):
        return None
    return title_clause(words, offset + at - lead, (), deciding, rules)


def titles_of(text: str, heading: str, rules: Rulebook) -> Sequence[AwardMention]:
    """The awards of a cell; below `Danh hiệu` a name that is also plain words is a title."""
    found = [*awards_in_words(text, rules), *_short(text, rules)]
    if found or "danh hiệu" not in heading:
        return found
    lead = len(_TITLE_LEAD)
    return [
        replace(award, start=award.start - lead, end=award.end - lead)
        for award in awards_in_words(_TITLE_LEAD + text, rules)
    ]


def _short(text: str, rules: Rulebook) -> Iterator[AwardMention]:
    """`LĐTT, GK`: the certificates by letters that mean them in a column of awards alone."""
    for part in _PARTS.finditer(text):
        name = _CERTIFICATES.get(part.group())
        for award in awards_in_words(name, rules) if name else ():
            yield replace(award, start=part.start(), end=part.end())
