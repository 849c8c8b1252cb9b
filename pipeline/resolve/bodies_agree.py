"""Whether the body named with a citation can be the body that issued a paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from pipeline.grammar.spelling import fold
from pipeline.layout.pieces import without_marks
from pipeline.resolve.body_names import body_words, relate_names
from pipeline.resolve.papers import Paper, is_national, is_nationwide
from pipeline.resolve.provinces import provinces
from pipeline.resolve.units import NO_AREA

if TYPE_CHECKING:
    from pipeline.rulebook import Rulebook

Agreement = Literal["yes", "unknown", "no"]

# The rank of an area told by its word: province, district, commune.
_LEVELS = (
    ("province", re.compile(r"(?<!\w)(?:tỉnh|thành phố trực thuộc trung ương)(?!\w)")),
    ("district", re.compile(r"(?<!\w)(?:huyện|quận|thị xã)(?!\w)")),
    ("commune", re.compile(rf"(?<!\w)(?:xã|phường|thị trấn|đặc khu)(?!\w){NO_AREA}")),
)
_TOWN = re.compile(r"thị xã")
_AREA = re.compile(
    rf"(?<!\w)(?:huyện|quận|thị xã|xã|phường|thị trấn)(?!\w){NO_AREA}\s+"
    r"(?P<name>\w+(?:\s\w+){0,2})"
)
_CITY = "thành phố"
_TELLING = 5  # words: a name of so many is one body's, wherever it is


def agree(named: str | None, citing: Paper, paper: Paper, rules: Rulebook) -> Agreement:
    """Whether ``paper`` is of the body that ``citing`` means.

    :param named: the issuer printed with the citation; without a place it is of the citing body's
        own province, as everybody writes `UBND tỉnh` of his own.  None: the citing body means
        itself or the one above it, but for numbers that one body of the country gives
    """
    body = fold(named or "")
    number = paper.number
    mentioned = provinces(rules).one(body)
    if number is not None and is_national(number.issuer_code, rules) and paper.province is None:
        return "yes" if mentioned is None else "no"
    own = _is_own(citing, paper)
    if not body:
        area = _in_area(body, mentioned, citing, paper, rules)
        return area if area == "no" else "yes" if own else "unknown"
    relation = relate_names(body, paper, rules)
    if relation == "other":  # a scan misreads letters of capitals
        return "unknown" if paper.row["is_ocr"] or citing.row["is_ocr"] else "no"
    if is_nationwide(paper.issuer, rules) and mentioned is None:
        return "yes" if relation == "same" or own else "unknown"
    area = _in_area(body, mentioned, citing, paper, rules)
    if relation == "part" and not own:
        return "no" if area == "no" else "unknown"
    if area == "unknown" and paper.province is None and _level(paper.scope) is None:
        return "yes" if own or len(body_words(body, rules)) >= _TELLING else "unknown"
    return area


def _is_own(citing: Paper, paper: Paper) -> bool:
    """The paper is of the body that cites, or of the one above it."""
    if not paper.issuer:
        return False
    ours, theirs = without_marks(citing.scope), without_marks(paper.scope)
    if without_marks(paper.issuer) != without_marks(citing.issuer):
        return ours.endswith(f", {without_marks(paper.issuer)}")
    # Many bodies have a Phòng Kỹ thuật: what stands above it must not differ.
    return ours.startswith(theirs) or theirs.startswith(ours)


def _in_area(
    body: str, mentioned: str | None, citing: Paper, paper: Paper, rules: Rulebook
) -> Agreement:
    """Whether the province and the area below it that are named or meant are the paper's."""
    place = mentioned or citing.province
    if _other_area(body, paper.scope, is_city=mentioned is None and _CITY in body):
        return "no"
    if place is None or paper.province is None:
        return "unknown"
    if not provinces(rules).same(place, citing.year, paper.province, paper.year):
        return "no"
    same_area = not _lower(paper.scope) or _shares_area(body or citing.scope, paper.scope)
    return "yes" if same_area else "unknown"


def _level(text: str) -> str | None:
    plain = _TOWN.sub("huyện", text)
    return next((name for name, word in _LEVELS if word.search(plain)), None)


def _lower(text: str) -> bool:
    return _level(text.split(",")[0]) in ("district", "commune")


def _other_area(body: str, scope: str, *, is_city: bool) -> bool:
    """The citation names an area of another rank, or another one of the same rank.

    :param is_city: it says `thành phố` and no province's name: a city in a province, or a province
    """
    told, issued = _level(body), _level(scope.split(",")[0])
    if is_city and told is None:
        return issued == "province"
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
