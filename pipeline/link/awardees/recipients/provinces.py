"""Provinces and cities that are named bare: `các tỉnh, thành phố: Hà Nội, Huế, Lâm Đồng`."""

from __future__ import annotations

import regex

from pipeline.grammar.spelling import fold
from pipeline.link.awardees.recipients.names import Named
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

_GAP = regex.compile(r"\s*,\s*(?:và\s)?|\s+và\s+")
_SURE = 0.85  # which of them is a city (thành phố) is not said


@derived
def _known(rules: Rulebook) -> frozenset[str]:
    return frozenset(fold(name) for name in rules.lexicon("provinces").column("name"))


def is_province(name: str, rules: Rulebook) -> bool:
    """Is it the name of a province or of a city that is like one?"""
    return not _known(rules).isdisjoint({fold(name), f"tp. {fold(name)}"})


def heads_provinces(view: str, at: int, rules: Rulebook) -> bool:
    """Do bare names of provinces begin at ``at``, behind the word for them?"""
    return rules.pattern("recipients.provinces_head").regex.match(view, at) is not None


def provinces_named(
    view: str, at: int, stop: int, offset: int, rules: Rulebook
) -> tuple[list[Named], int]:
    """The provinces, and where the text goes on; nothing where fewer than two are named."""
    head = rules.pattern("recipients.provinces_head").regex.match(view, at, stop)
    if head is None:
        return [], at
    found: list[Named] = []
    begin = end = head.end()
    while part := rules.pattern("recipients.provinces_province").regex.match(view, begin, stop):
        if not is_province(part["name"], rules):
            break
        end = part.end()
        found.append(Named(
            part.start() + offset, end + offset, " ".join(part.group().split()), "collective",
            end + offset, "body.name", _SURE,
        ))  # fmt: skip
        gap = _GAP.match(view, end, stop)
        if gap is None:
            break
        begin = gap.end()
    return (found, end) if len(found) > 1 else ([], at)
