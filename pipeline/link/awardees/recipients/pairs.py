"""Two bodies in a row of which the second is the unit above the first."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.link.awardees.recipients.series import Enumerated
from pipeline.rulebook import Rulebook

_COMMA = regex.compile(r"\s*,\s*")
_ENDS = regex.compile(r"\s*(?:[;.]|$|,?\s(?:đã|vì|do|có)\s)")
_RANKS = 3  # ranks of units
_DOUBTED = 0.85
_NEAR = 40  # letters before the first body that count them all


def with_unit_above(
    view: str, found: Sequence[Enumerated], offset: int, rules: Rulebook
) -> Sequence[Enumerated]:
    """`cho Cảng A, Tổng công ty B;`, `cho Đội A, Phòng B, Công an tỉnh C`: one, for a row of two or
    three has `và` before the last.
    People may follow: `tập thể Khoa A, Bệnh viện B và 2 cá nhân: C, D`.

    :param view: the words of the block, which stands at ``offset``
    :param found: all that a clause names
    """
    bodies = sum(1 for _ in itertools.takewhile(_is_body, found))
    counted = _counted(view, found[0].named.start - offset, rules) if bodies else 0
    if counted > 1:
        apart = [p for item in found[:bodies] for p in _apart(view, item, offset)]
        if counted == bodies:
            return found
        if counted == len(apart):
            return [*apart, *found[bodies:]]
    if 1 < bodies < len(found) and not any(map(_is_body, found[bodies:])):
        tail = found[bodies - 1].named.tail - offset
        people = rules.pattern("recipients.pairs_people_behind").regex.match(view, tail)
        if people is None:
            return found
        return [*with_unit_above(view[:tail], found[:bodies], offset, rules), *found[bodies:]]
    if bodies < len(found):
        return found
    if len(found) == _RANKS and _are_in_each_other(view, found, offset, rules):
        return [_below(found)]
    if len(found) > _RANKS and (rising := _each_below_ministry(view, found, offset, rules)):
        return rising
    if len(found) > 2 and _may_be_above_all(view, found, offset, rules):
        return [*found[:-1], found[-1].at_most(_DOUBTED)]
    if len(found) != 2:
        return found
    first, second = found[0].named, found[1].named
    if first.workplace is not None or first.name.split()[0] == second.name.split()[0]:
        return found
    if counted != 1 and not _lies_in(first.name, second.name, rules):
        return found  # but in `01 tập thể: Đội A, Công an huyện B`
    gap = _COMMA.fullmatch(view, first.end - offset, second.start - offset)
    if gap is None or not _ENDS.match(view, second.tail - offset):
        return found
    return [_below(found)]


def _counted(view: str, at: int, rules: Rulebook) -> int:
    """`cho 02 tập thể: Phòng A, Trung tâm B`: how many there are, which tells what is a unit above
    another; 0 where nothing does."""
    told = rules.pattern("recipients.pairs_so_many").regex.search(view, max(0, at - _NEAR), at)
    return int(told["count"]) if told is not None else 0


def _apart(view: str, item: Enumerated, offset: int) -> list[Enumerated]:
    """A body and those that were taken for the units above it, each by itself."""
    named = item.named
    found = [Enumerated(replace(named, workplace=None, tail=named.end), item.initiative)]
    for part in (named.workplace or "").split(", ") if named.workplace else ():
        at = view.find(part, found[-1].named.end - offset, named.tail - offset)
        if at < 0:
            return [item]
        start, end = at + offset, at + len(part) + offset
        found.append(
            Enumerated(replace(named, start=start, end=end, tail=end, name=part, workplace=None))
        )
    return found


def _is_body(item: Enumerated) -> bool:
    return item.named.kind == "collective"


def _each_below_ministry(
    view: str, found: Sequence[Enumerated], offset: int, rules: Rulebook
) -> Sequence[Enumerated]:
    """`Cục A, Bộ B và Cục C, Bộ D`: each with its ministry; nobody where one stands alone."""
    chains: list[list[Enumerated]] = []
    for item in found:
        if chains and rules.pattern("recipients.pairs_above_all").regex.match(item.named.name):
            before = chains[-1][-1].named
            if not _COMMA.fullmatch(view, before.tail - offset, item.named.start - offset):
                return ()
            chains[-1].append(item)
        else:
            chains.append([item])
    is_each = all(
        rules.pattern("recipients.pairs_ministry").regex.match(chain[-1].named.name) and chain[1:]
        for chain in chains
    )
    return [_below(chain) for chain in chains] if is_each and len(chains) > 1 else ()


def _may_be_above_all(view: str, found: Sequence[Enumerated], offset: int, rules: Rulebook) -> bool:
    """`Khoa A, Khoa B, Bộ C`: a ministry behind a comma is rather above the others than beside."""
    ministry = rules.pattern("recipients.pairs_ministry").regex
    *others, last = (item.named for item in found)
    return (
        ministry.match(last.name) is not None
        and not any(ministry.match(other.name) for other in others)
        and _COMMA.fullmatch(view, others[-1].tail - offset, last.start - offset) is not None
    )


def _below(found: Sequence[Enumerated]) -> Enumerated:
    """The first body of a row with all that stand above it."""
    above = [item.named for item in found[1:]]
    parts = [part for body in above for part in (body.name, body.workplace) if part]
    first = replace(found[0].named, workplace=", ".join(parts), tail=above[-1].tail)
    return Enumerated(first, found[0].initiative)


def _are_in_each_other(
    view: str, found: Sequence[Enumerated], offset: int, rules: Rulebook
) -> bool:
    bodies = [item.named for item in found]
    gaps = (
        _COMMA.fullmatch(view, low.end - offset, high.start - offset)
        for low, high in itertools.pairwise(bodies)
    )
    return (
        is_chain([body.name for body in bodies], rules)
        and not any(body.workplace for body in bodies[:-1])
        and all(gaps)
        and _ENDS.match(view, bodies[-1].tail - offset) is not None
    )


def _lies_in(name: str, above: str, rules: Rulebook) -> bool:
    """Can the second body be the unit above the first? An office of an area is in no company."""
    if rules.pattern("recipients.pairs_highest").regex.match(above):
        return rules.pattern("recipients.pairs_highest").regex.match(name) is None
    is_inner = (
        rules.pattern("recipients.pairs_inner").regex.match(name) is not None
        and rules.pattern("recipients.of_area").regex.search(name) is None
    )
    return is_inner and rules.pattern("recipients.pairs_outer").regex.match(above) is not None


def is_chain(names: list[str], rules: Rulebook) -> bool:
    """`Đội A, Phòng B, Công an tỉnh C`: each belongs to the next, so that they are one."""
    ranks = [rules.pattern("recipients.pairs_rank").regex.match(name) for name in names]
    levels = [(m.lastindex or 0) if m else _RANKS for m in ranks]
    return all(low < high for low, high in itertools.pairwise(levels))
