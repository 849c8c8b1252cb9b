"""How the workplaces (or the bodies) of two mentions stand to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import OSA

from pipeline.resolve.mentions import Mention
from pipeline.resolve.units import Unit

if TYPE_CHECKING:
    from pipeline.resolve.provinces import Provinces

# same unit | one inside the other | alike but for misread letters | nothing known | another unit of
# the same province | somewhere else
Relation = Literal["same", "within", "alike", "unknown", "near", "elsewhere"]

_FEW_WORDS = 3


def relate(left: Mention, right: Mention, known: Provinces) -> Relation:
    """The relation of two workplaces, mergers of provinces between the two years undone."""
    places = left.province, right.province
    is_near = None not in places and known.same(
        str(left.province), left.year, str(right.province), right.year
    )
    if None not in places and not is_near:
        return "elsewhere"
    if not left.place.units or not right.place.units:
        return "unknown"
    first, other = left.place.units[0], right.place.units[0]
    if equal(first, other):
        if _other_district(left, right):
            return "near" if is_near else "elsewhere"
        if not first.is_inner and is_near:
            return "same"
        return _with_upper(left, right, is_near)
    if is_near or _upper(left) & _upper(right):
        if _contains(left, right) or _contains(right, left):
            return "within"
        if _misread(left, right):
            return "alike"
    if is_near:
        return "near"
    return "unknown" if None in places and _vague(first, other) else "elsewhere"


def equal(left: Unit, right: Unit) -> bool:
    """Whether two units have one name; a town may have risen from a district."""
    if left.key != right.key:
        return False
    return left.rank is None or right.rank is None or left.rank == right.rank


def _with_upper(left: Mention, right: Mention, is_near: bool) -> Relation:
    """Units of one name that many bodies have: what stands above them has to agree."""
    ours, theirs = _above(left), _above(right)
    if ours and theirs:
        shared = any(equal(one, other) for one in ours for other in theirs)
        return "same" if shared else "near" if is_near else "elsewhere"
    if _upper(left) & _upper(right):
        return "same"
    return "near" if is_near else "unknown"


def districts(mention: Mention) -> frozenset[str]:
    """Areas below a province that a workplace is said to lie in: schools of one name have several
    in a province."""
    return frozenset(unit.key for unit in mention.place.units[1:] if unit.rank == "district")


def _other_district(left: Mention, right: Mention) -> bool:
    ours, theirs = districts(left), districts(right)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _above(mention: Mention) -> list[Unit]:
    """The bodies above the smallest unit, areas left out: two schools may lie in one."""
    return [unit for unit in mention.place.units[1:] if not unit.is_area]


def above(mention: Mention) -> frozenset[str]:
    """Names above the smallest unit, that of the issuing body among them."""
    names = {unit.key for unit in _above(mention)}
    if mention.home is not None:
        names.add(mention.home.key)
    return frozenset(names)


def _upper(mention: Mention) -> set[tuple[str, str | None]]:
    """The names above with their province."""
    return {(key, mention.province) for key in above(mention)}


def _contains(whole: Mention, part: Mention) -> bool:
    """The part's chain goes up to the whole's unit, or names it and more in one breath."""
    top, units = whole.place.units[0], part.place.units
    if any(equal(top, unit) for unit in _above(part)):
        return True
    if not top.is_inner and part.home is not None and equal(top, part.home):
        return True
    words = top.key.split()
    return len(words) >= _FEW_WORDS and units[0].key.endswith(" " + top.key)


def _misread(left: Mention, right: Mention) -> bool:
    """As many words, all but one equal, and that one a letter away, where a scan was read."""
    if not (left.is_doubtful or right.is_doubtful):
        return False
    ours, theirs = left.place.units[0].key.split(), right.place.units[0].key.split()
    if len(ours) != len(theirs) or len(ours) < _FEW_WORDS:
        return False
    odd = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return len(odd) == 1 and odd[0][0].isalpha() and OSA.distance(*odd[0]) == 1


def _vague(left: Unit, right: Unit) -> bool:
    """Neither name says enough to be another body than the other."""
    return set(left.key.split()) <= set(right.key.split()) or set(right.key.split()) <= set(
        left.key.split()
    )
