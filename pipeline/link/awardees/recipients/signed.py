"""Authors side by side as they sign (bút danh): `Lệ Hằng - Quốc Thái`, `Tô Phương, Hoàng Lê`."""

from __future__ import annotations

import regex

from pipeline.extract.bodies import body_at
from pipeline.extract.people import person_at
from pipeline.link.awardees.recipients.names import Named, read_name
from pipeline.link.awardees.recipients.provinces import is_province
from pipeline.rulebook import Rulebook

_LEAD = 24  # letters
_PAIR = regex.compile(
    r"(?P<first>\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*){1,4})(?P<gap>\s[-–]\s|,\s|\svà\s)"
    r"(?=\p{Lu}\p{Ll}*\s\p{Lu})"
)
_SHORT = regex.compile(r"\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,2}(?=,|\s?[()]|\s[-–]\s|\svà\s|\s*$)")
_BRACKETS = regex.compile(r"\s?\((?P<unit>[^()]{2,90})\)")
_SURE, _SURE_NAME = 0.8, 0.9
_IN_FULL = 3  # words


def are_authors(view: str, at: int, rules: Rulebook) -> bool:
    """Is what begins at ``at`` said to be authors or a team?"""
    return (
        rules.pattern("recipients.signed_of_authors").regex.search(view, max(0, at - _LEAD), at)
        is not None
    )


def are_several(view: str, at: int, rules: Rulebook) -> bool:
    """Are they more than one author?"""
    return (
        rules.pattern("recipients.signed_of_several").regex.search(view, max(0, at - _LEAD), at)
        is not None
    )


def beside_next(
    view: str, at: int, stop: int, rules: Rulebook, *, several: bool
) -> regex.Match[str] | None:
    """The author at ``at`` (group ``first``) and the gap before another one.

    :param several: a comma may part them too, which else leads to where the author is from
    """
    pair = _PAIR.match(view, at, stop)
    if pair is None:
        return None
    if pair["gap"].strip() in {",", "và"} and _is_in_full(view, pair.end(), rules):
        return pair
    if not (several or "-" in pair["gap"] or "–" in pair["gap"]):
        return None
    if pair["gap"].strip() in {"-", "–"}:
        named = read_name(view, pair.end(), 0, rules, listed=False)
        if named is not None and named.confidence >= _SURE_NAME:
            return pair
    return pair if several and signed_at(view, pair.end(), stop, 0, rules) is not None else None


def _is_in_full(view: str, at: int, rules: Rulebook) -> bool:
    """`Tác giả: A, Hà Bảo B - lớp 8A`: a family named as places are, and a name of three words."""
    person = person_at(view, at, rules, listed=True)
    if person is None or len(person.name.split()) < _IN_FULL:
        return False
    return body_at(view, at, rules) is None and not is_province(person.name, rules)


def signed_at(view: str, at: int, stop: int, offset: int, rules: Rulebook) -> Named | None:
    """A short name of any family or none; only the authors beside it make it one."""
    name = _SHORT.match(view, at, stop)
    if name is None or is_province(name.group(), rules) or body_at(view, at, rules) is not None:
        return None
    start, end = (place + offset for place in name.span())
    behind = _BRACKETS.match(view, name.end(), stop)
    body = body_at(view, behind.start("unit"), rules, limit=stop) if behind else None
    unit = body.name if behind is not None and body and body.end == behind.end("unit") else None
    tail = behind.end() + offset if behind is not None and unit else end
    return Named(start, end, name.group(), "person", tail, "person.name", _SURE, workplace=unit)
