"""Households that a sentence gives an award: `cho 02 hộ: hộ ông A, thôn B; hộ bà C, thôn D`."""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.extract.address import CALLED
from pipeline.link.awardees.recipients.names import Named

# not `chủ hộ ông A`, who is a person, nor `đại diện gia đình bà B`, who only receives it
_LEAD = regex.compile(
    r"(?<!(?:chủ|đại diện|thân nhân|con|của)\s)(?<!\p{L})"
    r"(?P<lead>(?i:hộ gia đình|hộ|gia đình)\s{1,2}(?:" + CALLED + r"|(?i:cụ))\s{1,2})$"
)
_REACH = 40


def as_household(view: str, named: Named, offset: int) -> Named:
    """The household whose head is named, where its word stands before the name.

    Lists of awardees have such entries as households, and so have sentences.
    """
    begin = named.start - offset
    lead = _LEAD.search(view, max(0, begin - _REACH), begin) if named.kind == "person" else None
    if lead is None or named.position is not None:
        return named
    name = " ".join((lead["lead"] + named.name).split())
    return replace(
        named, start=lead.start("lead") + offset, name=name, kind="collective", honorific=None
    )
