"""Areas that are given an award or lie around who is, and bodies without a capital."""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.extract.bodies import body_at
from pipeline.link.awardees.recipients.names import Named
from pipeline.model import Block
from pipeline.rulebook import Rulebook

YOUTH_UNION = regex.compile(r"Đoàn\s(?=\p{Ll})")
# what may open the sentence before an area that is its subject
_OPENS = regex.compile(
    r"[\s\-–+*•]{0,6}(?:(?i:(?:trong |đến )?năm \d{4}|cùng năm(?: đó)?|trong đó|đặc biệt|ngoài ra"
    r"|dịp này|nhân dịp này|nhờ đó)(?:,\s|\s)(?:có\s)?){0,2}"
)
_GAP = regex.compile(r",?\s(?:và\s)?")
_OF_CLASS = regex.compile(r"(?:,|\s[-–]|\sthuộc)?\s(?=Trường|Khoa|Viện|Học viện)")
_OF_AREA, _LOWER_BODY, _SUBJECT = 0.85, 0.85, 0.8
_AREAS = (  # from the smallest: what lies in what
    ("thôn", "bản", "ấp", "xóm", "làng", "buôn", "khóm", "khu phố", "tổ dân phố"),
    ("xã", "phường", "thị trấn", "đặc khu"), ("huyện", "quận", "thị xã"), ("thành phố",),
    ("tỉnh",),
)  # fmt: skip
_RANKS = {word: rank for rank, words in enumerate(_AREAS) for word in words}
_CAPITAL = regex.compile(r"\s(?:\p{Lu}|\d)")


def area_at(
    block: Block, at: int, stop: int, rules: Rulebook, *, alone: bool = True
) -> Named | None:
    """`cho phường A và huyện B`: an area that is given something itself.

    :param at: where in the block's view it begins; :param stop: where the enumeration ends
    :param alone: the area itself; otherwise only its people (`Nhân dân và LLVT nhân dân huyện A`)
        or its youth union
    """
    if alone and (
        school_class := rules.pattern("recipients.areas_class").regex.match(block.view, at, stop)
    ):
        start, end = (place + block.start for place in school_class.span())
        words = " ".join(school_class.group().split())
        of = _OF_CLASS.match(block.view, school_class.end(), stop)
        school = body_at(block.view, of.end(), rules, limit=stop) if of else None
        named = Named(start, end, words, "collective", end, "body.name", _OF_AREA)
        if school is None:
            return named
        return replace(named, workplace=school.name, tail=school.end + block.start)
    people = rules.pattern("recipients.areas_people").regex.match(block.view, at, stop)
    # `Đoàn xã A`: the youth union of an area
    union = people or YOUTH_UNION.match(block.view, at, stop)
    if not alone and union is None:
        return None
    begin = union.end() if union is not None else at
    place = rules.pattern("body.place").regex.match(block.view, begin, stop)
    name = (
        rules.pattern("recipients.areas_proper").regex.match(block.view, place.end(), stop)
        if place
        else None
    )
    if place is None and people is not None:  # `Nhân dân và LLVT nhân dân Gò Mẫu`
        name = rules.pattern("recipients.areas_proper").regex.match(
            block.view, people.end() - 1, stop
        )
    if name is None:
        return None
    start, end = at + block.start, name.end() + block.start
    words = " ".join(block.view[at : name.end()].split())
    return Named(start, end, words, "collective", end, "body.name", _OF_AREA)


def areas_as_subject(block: Block, begin: int, stop: int, rules: Rulebook) -> list[Named]:
    """`Năm 2020, xã A và xã B | vinh dự được tặng X`: areas that make up what stands before.

    Where somebody is named first, the areas behind are where they live.
    """
    opens = _OPENS.match(block.view, begin, stop)
    at, end = opens.end() if opens else begin, begin + len(block.view[begin:stop].rstrip(" ,"))
    found: list[Named] = []
    while at < end:
        area = area_at(block, at, end, rules)
        if area is None:
            return []
        found.append(area.at_most(_SUBJECT))
        gap = _GAP.match(block.view, area.end - block.start, end)
        at = gap.end() if gap else area.end - block.start
        if gap is not None and "và" not in gap.group():
            return []  # `thôn A, xã B`: one lies in the other
    return found


def placed_behind(
    view: str, named: Named, at: int, stop: int, offset: int, rules: Rulebook
) -> tuple[Named, int]:
    """`Trường A, xã B, huyện C`: the name with the areas behind it, and where the text goes on.

    Each lies in the next; `Công an huyện A, huyện B` are two.
    """
    inside = list(rules.pattern("recipients.areas_in_name").regex.finditer(named.name))
    rank = _RANKS[inside[-1]["area"].lower()] if inside else -1
    begin, end = None, at
    while around := rules.pattern("recipients.areas_around").regex.match(view, end, stop):
        higher = _RANKS[around["area"].lower()]
        if higher <= rank:
            break
        rank, end = higher, around.end()
        begin = around.start("unit") if begin is None else begin
    if begin is None or named.workplace is not None:
        return named, at
    place = " ".join(view[begin:end].split())
    return replace(named, workplace=place, tail=end + offset), end


def lower_body(view: str, at: int, stop: int, offset: int, rules: Rulebook) -> Named | None:
    """`đội dân quân xã A`: a body with a small first letter, where only a name can stand."""
    found = rules.pattern("recipients.areas_lower").regex.match(view, at, stop)
    if found is None or not _CAPITAL.search(view, at, found.end()):
        return None
    if rules.pattern("recipients.areas_no_body").regex.match(found.group()):
        return None  # `đội viên`, `tập thể xuất sắc`: people and a count of many
    capital = view[:at] + view[at].upper() + view[at + 1 : found.end()]
    if body_at(capital, at, rules, limit=found.end()) is None:
        return None
    end = found.end() + offset
    words = " ".join(found.group().split())
    return Named(at + offset, end, words, "collective", end, "body.name", _LOWER_BODY)
