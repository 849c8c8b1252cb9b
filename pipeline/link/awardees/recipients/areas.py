"""Areas that are given an award or lie around who is, and bodies without a capital."""

from __future__ import annotations

from dataclasses import replace

import regex

from pipeline.extract.bodies import body_at
from pipeline.link.awardees.recipients.names import Named
from pipeline.model import Block
from pipeline.rulebook import Rulebook

# the name of an area, and no more than the name: `xã A Lê Văn B` is somebody of xã A
_PROPER = regex.compile(
    r"[ ](?:\d{1,2}|\p{Lu}[\p{L}'’]*(?:[ -]\p{Lu}[\p{L}'’]*){0,3})"
    r"(?=\s*(?:[,;.()]|$)|\s(?:và|vì|đã|do|có|với)\s)"
)
# `Lớp 9A`, `lớp 12A1`: the pupils of a class are a collective too
_CLASS = regex.compile(
    r"(?i:tập thể\s)?(?:Lớp|lớp|Chi đội|chi đội)\s\d{1,2}\s?[A-ZĐ]?\d{0,2}(?![\p{L}\d])"
)
YOUTH_UNION = regex.compile(r"Đoàn\s(?=\p{Ll})")
_FOLK = (
    r"(?i:đảng bộ|chính quyền|cán bộ|chiến s[iĩỹ]|đảng viên|nhân dân|đồng bào|quân|dân"
    r"|(?:lực lượng vũ trang|llvt)(?: nhân dân)?)(?: các dân tộc)?"
)
_PEOPLE = regex.compile(rf"(?:{_FOLK}(?:,\s(?:và\s)?|\svà\s)){{1,4}}+{_FOLK}\s(?=\p{{L}})")
# what may open the sentence before an area that is its subject
_OPENS = regex.compile(
    r"[\s\-–+*•]{0,6}(?:(?i:(?:trong |đến )?năm \d{4}|cùng năm(?: đó)?|trong đó|đặc biệt|ngoài ra"
    r"|dịp này|nhân dịp này|nhờ đó)(?:,\s|\s)(?:có\s)?){0,2}"
)
_GAP = regex.compile(r",?\s(?:và\s)?")
_OF_AREA, _LOWER_BODY, _SUBJECT = 0.85, 0.85, 0.8
_AREAS = (  # from the smallest: what lies in what
    ("thôn", "bản", "ấp", "xóm", "làng", "buôn", "khóm", "khu phố", "tổ dân phố"),
    ("xã", "phường", "thị trấn", "đặc khu"), ("huyện", "quận", "thị xã"), ("thành phố",),
    ("tỉnh",),
)  # fmt: skip
_RANKS = {word: rank for rank, words in enumerate(_AREAS) for word in words}
_WORD = "(?P<area>" + "|".join(sorted(_RANKS, key=len, reverse=True)) + ")"
_IN_NAME = regex.compile(r"(?i)(?<!\p{L})(?<!hợp tác )" + _WORD + r"(?=\s(?:\p{Lu}|\d))")
_AROUND = regex.compile(r"\s*,\s(?P<unit>(?i:" + _WORD + ")" + _PROPER.pattern + r")")
# the name of a body whose head is written small (`đội dân quân xã A`) up to the next mark
_LOWER = regex.compile(
    r"\p{Ll}++(?:\s(?!(?:và|vì|đã|do|có|là|cùng)\s)(?:[&/-]*+[\p{L}\d]++)++){1,9}"
    r"(?=\s*(?:[,;.(]|$)|\s(?:và|vì|đã|do|có)\s)"
)
_NO_BODY = regex.compile(
    r"\p{L}+\s(?:viên|trưởng|phó|sinh|sĩ|của)(?!\p{L})"
    r"|.*\s(?:xuất sắc|tiêu biểu|thành tích)(?!\p{L})"
)
_CAPITAL = regex.compile(r"\s(?:\p{Lu}|\d)")


def area_at(
    block: Block, at: int, stop: int, rules: Rulebook, *, alone: bool = True
) -> Named | None:
    """`cho phường A và huyện B`: an area that is given something itself.

    :param at: where in the block's view it begins; :param stop: where the enumeration ends
    :param alone: the area itself; otherwise only its people (`Nhân dân và LLVT nhân dân huyện A`)
        or its youth union
    """
    if alone and (school_class := _CLASS.match(block.view, at, stop)) is not None:
        start, end = (place + block.start for place in school_class.span())
        words = " ".join(school_class.group().split())
        return Named(start, end, words, "collective", end, "body.name", _OF_AREA)
    people = _PEOPLE.match(block.view, at, stop)
    # `Đoàn xã A`: the youth union of an area
    union = people or YOUTH_UNION.match(block.view, at, stop)
    if not alone and union is None:
        return None
    begin = union.end() if union is not None else at
    place = rules.pattern("body.place").regex.match(block.view, begin, stop)
    name = _PROPER.match(block.view, place.end(), stop) if place else None
    if place is None and people is not None:  # `Nhân dân và LLVT nhân dân Gò Mẫu`
        name = _PROPER.match(block.view, people.end() - 1, stop)
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


def placed_behind(view: str, named: Named, at: int, stop: int, offset: int) -> tuple[Named, int]:
    """`Trường A, xã B, huyện C`: the name with the areas behind it, and where the text goes on.

    Each lies in the next; `Công an huyện A, huyện B` are two.
    """
    inside = list(_IN_NAME.finditer(named.name))
    rank = _RANKS[inside[-1]["area"].lower()] if inside else -1
    begin, end = None, at
    while (around := _AROUND.match(view, end, stop)) is not None:
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
    found = _LOWER.match(view, at, stop)
    if found is None or _CAPITAL.search(view, at, found.end()) is None:
        return None
    if _NO_BODY.match(found.group()) is not None:
        return None  # `đội viên`, `tập thể xuất sắc`: people and a count of many
    capital = view[:at] + view[at].upper() + view[at + 1 : found.end()]
    if body_at(capital, at, rules, limit=found.end()) is None:
        return None
    end = found.end() + offset
    words = " ".join(found.group().split())
    return Named(at + offset, end, words, "collective", end, "body.name", _LOWER_BODY)
