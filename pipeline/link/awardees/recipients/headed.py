"""Bare names behind one head noun for all of them: `các bệnh viện: Đa khoa tỉnh, Phụ sản, Nhi`."""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.extract.bodies import body_at
from pipeline.extract.people import person_at
from pipeline.link.awardees.recipients.names import Named, read_collective
from pipeline.link.awardees.recipients.provinces import heads_provinces, provinces_named
from pipeline.rulebook import Rulebook

_AREAS = "xã|phường|thị trấn|huyện|thị xã|quận|thành phố|tỉnh|thôn|bản|ấp|xóm|khu phố|tổ dân phố"
_BODIES = (
    "trường|bệnh viện|trung tâm|công ty|sở|phòng|khoa|ban|đội|tổ|chi bộ|chi đoàn|chi hội|công đoàn"
    "|hợp tác xã|nhà máy|xí nghiệp|phân xưởng|nông trường|hạt kiểm lâm|đồn biên phòng|trạm y tế"
)
_GROUPS = frozenset({"khối", "cụm", "nhóm"})  # `Khối các sở: Sở A, Sở B`
_RANKS = {
    **dict.fromkeys(("thôn", "bản", "ấp", "xóm", "khu phố", "tổ dân phố"), 0),
    **dict.fromkeys(("xã", "phường", "thị trấn"), 1),
    **dict.fromkeys(("huyện", "quận", "thị xã", "thành phố"), 2),
    "tỉnh": 3,
}
# `Giáo dục và Đào tạo`, `Tài nguyên và Môi trường`: the second half of one name
_AND = (
    r"\svà\s(?!Đào tạo|Môi trường|Công nghệ|Thông tin|Phát triển|Xã hội|Hạ tầng|Truyền thông"
    rf"|Du lịch|Đầu tư|Trẻ em|Đô thị|Tôn giáo)(?=(?:(?:{_AREAS}|{_BODIES})\s)?[\p{{Lu}}\d])"
)
_PART = regex.compile(
    rf"(?P<part>[^,;]{{1,60}}?\sthuộc\s[^,;.]{{2,90}}|[^,;]{{1,90}}?)"
    rf"(?=\s*(?:[,;]|\.(?:\s|$)|$)|{_AND})"
)
_WHOLE = regex.compile(r"(?P<part>.+)")
_HEADS = ("body.outer", "body.inner")
_NAMED_AFTER = frozenset({*_AREAS.split("|"), "Trường", "Bệnh viện"})
_NO_AREA = 3
_SURE = 0.85
_MOST_WORDS = 9
_TEAM = "Đội"


def headed_names(
    view: str, at: int, stop: int, offset: int, rules: Rulebook
) -> tuple[list[Named], int]:
    """The names, each with the head noun before its own words, and where the text goes on.

    The span of a name is what is printed of it.  Nothing is read where fewer than two are named.
    """
    opened = _opened(view, at, stop, rules)
    if opened is None:
        return provinces_named(view, at, stop, offset, rules)
    lead, area, begin = opened
    found: list[Named] = []
    end = at
    above = None
    while begin < stop and (part := _part(view, lead, begin, stop, rules)) is not None:
        if found and _is_above(part["part"], area or lead, rules):
            above, end = part["part"], part.end("part")  # `các xã A, B, huyện C`
            break
        named = _named((lead, area), part, offset, rules)
        if named is None:
            break
        found.append(named)
        end = named.tail - offset
        gap = rules.pattern("recipients.headed_gap").regex.match(view, end, stop)
        if gap is None:
            break
        begin = gap.end()
    if len(found) < 2:
        return [], at
    last = found[-1].workplace or above
    return [replace(n, workplace=n.workplace or last) for n in found], end


def _part(view: str, lead: str, begin: int, stop: int, rules: Rulebook) -> regex.Match[str] | None:
    """The words of the next name; `Văn hóa, Thể thao và Du lịch` behind `Sở` is one."""
    head = f"{lead.rsplit(' ', 1)[-1]} "
    whole = rules.pattern("body.whole_name").regex.match(head + view[begin:stop])
    if whole is None:
        return _PART.match(view, begin, stop)
    return _WHOLE.match(view, begin, begin + whole.end() - len(head))


def _is_above(part: str, noun: str, rules: Rulebook) -> bool:
    """Is the part an area that holds those named before it?"""
    area = rules.pattern("recipients.headed_area").regex.match(part)
    return area is not None and _RANKS.get(area["word"], 0) > _RANKS.get(noun, _NO_AREA)


def _opened(view: str, at: int, stop: int, rules: Rulebook) -> tuple[str, str, int] | None:
    """The head of each name, the word for their sort of area, and where the first name begins."""
    head = rules.pattern("recipients.headed_head").regex.match(view, at, stop)
    if head is not None:
        noun = head["noun"].lower()
        is_area = rules.pattern("recipients.headed_one_area").regex.fullmatch(noun) is not None
        lead = noun if is_area else noun[:1].upper() + noun[1:]
        return lead, "", head.end()
    heads = (rules.pattern(name).regex.match(view, at, stop) for name in _HEADS)
    body = next(filter(None, heads), None)
    if body is None:
        return None
    areas = rules.pattern("recipients.headed_of_areas").regex.match(view, body.end(), stop)
    if areas is None:
        bodies = rules.pattern("recipients.headed_of_bodies").regex.match(view, body.end(), stop)
        if bodies is None or body.group().lower() in _GROUPS:
            return None
        noun = bodies["noun"][:1].upper() + bodies["noun"][1:]
        lead = " ".join(f"{body.group()}{bodies['more']} {noun}".split())
        return lead, "", bodies.end()
    lead = " ".join((body.group() + areas["more"]).split())
    # `các tỉnh, thành phố: A, B`: which of them is what is not said
    return lead, "" if areas["other"] else areas["noun"].lower(), areas.end()


def _named(
    head: tuple[str, str], part: regex.Match[str], offset: int, rules: Rulebook
) -> Named | None:
    """One of them; None for a person, a body of another sort or anything that is no name."""
    words, start = part["part"], part.start("part")
    lead, area = head
    if area:
        has_area = rules.pattern("recipients.headed_area").regex.match(words) is not None
        whole = f"{lead} {words}" if has_area else f"{lead} {area} {words}"
        is_name = has_area or words[:1].isupper() or words.isdigit()
    else:
        # `các đội: Trường A, Trường B` are those bodies, and no teams of theirs
        is_whole = lead == _TEAM and body_at(words, 0, rules) is not None
        has_lead = is_whole or words.lower().startswith(f"{lead.lower()} ")
        whole = words if has_lead else f"{lead} {words}"
        is_name = words[:1].isupper() or has_lead
    if not is_name or _is_person(words, is_place=bool(area) or lead in _NAMED_AFTER, rules=rules):
        return None
    named = read_collective(whole, 0, 0, rules)
    if named is None or named.start or len(named.name.split()) > _MOST_WORDS:
        return None
    shift = start + offset - (len(whole) - len(words))
    return replace(
        named, start=start + offset, end=named.end + shift, tail=named.tail + shift,
        confidence=min(named.confidence, _SURE),
    )  # fmt: skip


def _is_person(words: str, *, is_place: bool, rules: Rulebook) -> bool:
    """`xã Nông Hạ`, `trường Lê Lợi`: places and schools are called as people are."""
    person = person_at(words, 0, rules)
    return person is not None and (person.cued or not is_place)


def heads_names(view: str, at: int, rules: Rulebook) -> bool:
    """Do bare names behind one head noun begin at ``at``?"""
    if _opened(view, at, len(view), rules) is not None:
        return True
    return heads_provinces(view, at, rules)
