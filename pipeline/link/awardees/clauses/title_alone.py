"""A line or row that says only the title of the award (danh hiệu) of those below it."""

from __future__ import annotations

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.link.awardees.clauses.clause import AwardClause, title_clause
from pipeline.link.awardees.clauses.confers import Wording
from pipeline.link.awardees.recipients.labels import past_number
from pipeline.link.deciding import Deciding
from pipeline.rulebook import Rulebook

_TITLE_LEAD = "danh hiệu "
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
    return title_clause(Wording(words, offset + at - lead, (), deciding, rules, is_title=True))
