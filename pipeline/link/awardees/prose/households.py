"""Households that a sentence gives an award: `cho 02 hộ: hộ ông A, thôn B; hộ bà C, thôn D`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.people import person_at
from pipeline.link.awardees.recipients.couples import couple_end
from pipeline.link.awardees.recipients.names import Named
from pipeline.link.awardees.recipients.series import Enumerated
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


def with_spouses(
    view: str, found: Sequence[Enumerated], offset: int, rules: Rulebook
) -> Iterator[Enumerated]:
    """`gia đình ông A, bà B`: one household, named by both; the second is none of its own."""
    couple: Enumerated | None = None
    for item in found:
        named = item.named
        if couple is not None and named.start < couple.named.end:
            home = couple.named.workplace or named.workplace
            tail = max(couple.named.tail, named.tail)
            yield replace(couple, named=replace(couple.named, workplace=home, tail=tail))
            couple = None
            continue
        if couple is not None:
            yield couple
        couple = _couple(view, item, offset, rules)
        if couple is None:
            yield item
    if couple is not None:
        yield couple


def _couple(view: str, item: Enumerated, offset: int, rules: Rulebook) -> Enumerated | None:
    house = as_household(view, item.named, offset, rules)
    if house is item.named:
        return None
    begin = item.named.start - offset
    called = (item.named.honorific or "").rpartition(" ")[2]  # of `gia đình ông`
    at = begin - len(f"{called} ")
    person = person_at(view, begin, rules, listed=True)
    end = couple_end(view, at, person, rules) if person is not None else 0
    if person is None or end <= person.end:
        return None
    name = " ".join(view[house.start - offset : end].split())
    return replace(item, named=replace(house, end=end + offset, name=name))
