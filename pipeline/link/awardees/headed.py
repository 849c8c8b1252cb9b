"""Bare names behind one head noun for all of them: `các bệnh viện: Đa khoa tỉnh, Phụ sản, Nhi`."""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.extract.people import person_at
from pipeline.link.awardees.names import Named, read_collective
from pipeline.rulebook import Rulebook

_AREAS = "xã|phường|thị trấn|huyện|thị xã|quận|thành phố|tỉnh|thôn|bản|ấp|xóm|khu phố|tổ dân phố"
_BODIES = (
    "trường|bệnh viện|trung tâm|công ty|sở|phòng|khoa|ban|đội|tổ|chi bộ|chi đoàn|chi hội|công đoàn"
    "|hợp tác xã|nhà máy|xí nghiệp|phân xưởng|nông trường|hạt kiểm lâm|đồn biên phòng|trạm y tế"
)
_HEAD = regex.compile(
    rf"(?i:(?:các|những|hai|ba|bốn|năm|\d{{1,2}})\s(?P<noun>{_AREAS}|{_BODIES}))"
    r"(?:\s?:\s{1,3}|\s(?:gồm|là)\s?:?\s{1,3}|\s)(?=[\p{Lu}\d])"
)
_PART = regex.compile(
    r"(?:và\s)?(?P<part>[^,;]{1,60}?\sthuộc\s[^,;.]{2,90}|[^,;]{1,90}?)(?=\s*(?:[,;]|\svà\s[\p{Lu}]|\.(?:\s|$)|$))"
)
_GAP = regex.compile(r"\s*(?:,\s*(?:và\s)?|\svà\s)(?=\p{Lu})")
_SURE = 0.85
_MOST_WORDS = 9


def headed_names(
    view: str, at: int, stop: int, offset: int, rules: Rulebook
) -> tuple[list[Named], int]:
    """The names, each with the head noun before its own words, and where the text goes on.

    The span of a name is what is printed of it.  Nothing is read where fewer than two are named.
    """
    head = _HEAD.match(view, at, stop)
    if head is None:
        return [], at
    noun = head["noun"].lower()
    lead = noun if regex.fullmatch(_AREAS, noun) else noun[:1].upper() + noun[1:]
    found: list[Named] = []
    begin = head.end()
    end = at
    while begin < stop and (part := _PART.match(view, begin, stop)) is not None:
        named = _named(lead, part, offset, rules)
        if named is None:
            break
        found.append(named)
        end = named.tail - offset
        gap = _GAP.match(view, end, stop)
        if gap is None:
            break
        begin = gap.end()
    if len(found) < 2:
        return [], at
    last = found[-1].workplace
    return [replace(n, workplace=n.workplace or last) for n in found], end


def _named(lead: str, part: regex.Match[str], offset: int, rules: Rulebook) -> Named | None:
    """One of them; None for a person, a body of another sort or anything that is no name."""
    words, start = part["part"], part.start("part")
    if not words[:1].isupper() or person_at(words, 0, rules) is not None:
        return None
    has_lead = words.lower().startswith(f"{lead.lower()} ")
    whole = words if has_lead else f"{lead} {words}"
    named = read_collective(whole, 0, 0, rules)
    if named is None or named.start or len(named.name.split()) > _MOST_WORDS:
        return None
    shift = start + offset - (len(whole) - len(words))
    return replace(
        named, start=start + offset, end=named.end + shift, tail=named.tail + shift,
        confidence=min(named.confidence, _SURE),
    )  # fmt: skip
