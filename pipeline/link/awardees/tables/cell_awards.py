"""The awards that a cell names: titles without their words, letters in a column of awards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.model import AwardMention
from pipeline.rulebook import Rulebook

_TITLE_LEAD = "danh hiệu "
_PARTS = regex.compile(r"[^\s,;+/&]+")
_CERTIFICATES = {"GK": "Giấy khen", "BK": "Bằng khen"}


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
