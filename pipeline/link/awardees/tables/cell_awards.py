"""The awards that a cell names: titles without their words, letters in a column of awards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.awards import awards_in_cell, awards_in_words
from pipeline.model import AwardMention
from pipeline.rulebook import Rulebook

_TITLE_LEAD = "danh hiệu "


def titles_of(text: str, heading: str, rules: Rulebook) -> Sequence[AwardMention]:
    """The awards of a cell; below `Danh hiệu` a name that is also plain words is a title."""
    found = awards_in_cell(text, rules)
    if found or "danh hiệu" not in heading:
        return found
    lead = len(_TITLE_LEAD)
    return [
        replace(award, start=award.start - lead, end=award.end - lead)
        for award in awards_in_words(_TITLE_LEAD + text, rules)
    ]
