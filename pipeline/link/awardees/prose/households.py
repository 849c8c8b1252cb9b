"""Households that a sentence gives an award: `cho 02 hộ: hộ ông A, thôn B; hộ bà C, thôn D`."""

from __future__ import annotations

from dataclasses import replace

from pipeline.link.awardees.recipients.names import Named
from pipeline.rulebook import Rulebook

_REACH = 40


def as_household(view: str, named: Named, offset: int, rules: Rulebook) -> Named:
    """The household whose head is named, where its word stands before the name.

    Lists of awardees have such entries as households, and so have sentences.
    """
    begin = named.start - offset
    lead = (
        rules.pattern("prose.households_lead").regex.search(view, max(0, begin - _REACH), begin)
        if named.kind == "person"
        else None
    )
    if lead is None or named.position is not None:
        return named
    name = " ".join((lead["lead"] + named.name).split())
    return replace(
        named, start=lead.start("lead") + offset, name=name, kind="collective", honorific=None
    )
