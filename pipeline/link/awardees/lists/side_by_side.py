"""Units named side by side in one entry, and above them the body that all of them belong to.

`Phòng A, Phòng B - Sở C`, `Khoa A, Khoa B và Khoa C, Bệnh viện D`, `Văn phòng, Thanh tra Sở E`.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.extract.bodies import body_at
from pipeline.link.awardees.recipients.names import Named, read_collective
from pipeline.link.awardees.recipients.series import Enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_ORGANS = frozenset({"vụ", "cục", "văn phòng", "thanh tra"})  # of a ministry
_OFFICES = frozenset({"văn phòng", "thanh tra", "phòng"})  # of any body
_NO_PART = regex.compile(r"[:;()“”]")
_LONGEST = 80
_TOGETHER, _APART = 0.9, 0.8  # with the body above them, and where none is named


def side_by_side(block: Block, begin: int, rules: Rulebook) -> list[Enumerated] | None:
    """The units of an entry that names several of one kind; None for any other entry.

    :param begin: where in the block's view the entry begins, behind its number
    """
    view = block.view
    first = rules.pattern("lists.side_by_side_head").regex.match(view, begin)
    if first is None:
        return None
    kind = "" if first["bare"] else first["head"].lower()
    kinds = _ORGANS if kind in {"vụ", "cục"} else frozenset({kind}) if kind else _OFFICES
    cuts = [
        m
        for m in rules.pattern("lists.side_by_side_next").regex.finditer(view, begin)
        if m["head"].lower() in kinds
    ]
    if not cuts:
        return None
    begins = [begin, *(cut.end() for cut in cuts)]
    last = read_collective(view, begins[-1], block.start, rules)
    unit = last.workplace if last is not None else None
    if first["bare"]:
        unit = unit or _behind_office(view, begins[-1], rules)
    if last is None or (first["bare"] and unit is None):
        return None
    found: list[Named] = []
    for start, cut in zip(begins, cuts, strict=False):
        named = _part(view[: cut.start()], start, block.start, rules)
        if named is None:
            return None
        found.append(named)
    sure = _APART if unit is None else _TOGETHER
    return [
        *(
            Enumerated(replace(
                named, workplace=named.workplace or unit, tail=last.tail, confidence=sure
            ))
            for named in found
        ),
        Enumerated(replace(last, confidence=sure)),
    ]  # fmt: skip


def _behind_office(view: str, at: int, rules: Rulebook) -> str | None:
    """The body whose inspectors or office are named last (`Thanh tra | Sở A`)."""
    office = rules.pattern("lists.side_by_side_office").regex.match(view, at)
    body = body_at(view, office.end(), rules) if office is not None else None
    return body.name if body is not None else None


def _part(words: str, start: int, offset: int, rules: Rulebook) -> Named | None:
    """One of the units before the last; None where the words are no plain name."""
    printed = words[start:]
    if len(printed) > _LONGEST or _NO_PART.search(printed):
        return None
    if printed in {"Văn phòng", "Thanh tra"}:
        return Named(
            start + offset, len(words) + offset, printed, "collective", len(words) + offset,
            "awardee.collective", _TOGETHER,
        )  # fmt: skip
    named = read_collective(words, start, offset, rules)
    return named if named is not None and named.tail == len(words) + offset else None
