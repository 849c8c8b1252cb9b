"""Whether the body named with a citation can be the body that issued a paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from pipeline.grammar.spelling import fold
from pipeline.resolve.papers import Paper, is_national, is_nationwide
from pipeline.resolve.provinces import provinces

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

Agreement = Literal["yes", "unknown", "no"]

# The rank of an area told by its word: province, district, commune.
_LEVELS = (
    ("province", re.compile(r"(?<!\w)(?:tỉnh|thành phố trực thuộc trung ương)(?!\w)")),
    ("district", re.compile(r"(?<!\w)(?:huyện|quận|thị xã)(?!\w)")),
    ("commune", re.compile(r"(?<!\w)(?:xã|phường|thị trấn|đặc khu)(?!\w)")),
)
_TOWN = re.compile(r"thị xã")
_AREA = re.compile(r"(?<!\w)(?:huyện|quận|thị xã|xã|phường|thị trấn)\s+(?P<name>\w+(?:\s\w+){0,2})")


def agree(named: str | None, citing: Paper, paper: Paper, rules: Rulebook) -> Agreement:
    """Whether ``paper`` is of the body that ``citing`` means.

    :param named: the issuer printed with the citation; without a place it is of the citing body's
        own province, as everybody writes `UBND tỉnh` of his own
    """
    body = fold(named or "")
    number = paper.number
    known = provinces(rules)
    mentioned = known.one(body)
    place = mentioned or citing.province
    if number is not None and is_national(number.issuer_code, rules):
        return "yes" if mentioned is None else "no"
    if is_nationwide(paper.issuer, rules) and mentioned is None:
        return "yes" if is_nationwide(body, rules) or paper.issuer == citing.issuer else "unknown"
    if _other_area(body, paper.scope):
        return "no"
    if place is not None and paper.province is not None:
        if not known.same(place, citing.year, paper.province, paper.year):
            return "no"
        same_area = not _lower(paper.scope) or _shares_area(body or citing.scope, paper.scope)
        return "yes" if same_area else "unknown"
    return "yes" if paper.issuer and paper.issuer == citing.issuer and not body else "unknown"


def _level(text: str) -> str | None:
    plain = _TOWN.sub("huyện", text)
    return next((name for name, word in _LEVELS if word.search(plain)), None)


def _lower(text: str) -> bool:
    return _level(text.split(",")[0]) in ("district", "commune")


def _other_area(body: str, scope: str) -> bool:
    """The citation names an area of another rank, or another one of the same rank."""
    told, issued = _level(body), _level(scope.split(",")[0])
    if told is None or issued is None:
        return False
    return told != issued or (told != "province" and not _shares_area(body, scope))


def _shares_area(body: str, scope: str) -> bool:
    """A huyện, xã ... named here is named there, or none is named."""
    areas = [hit["name"] for hit in _AREA.finditer(body)]
    there = [hit["name"] for hit in _AREA.finditer(scope)]
    if not areas or not there:
        return not there or not areas
    return any(a.startswith(b) or b.startswith(a) for a in areas for b in there)
