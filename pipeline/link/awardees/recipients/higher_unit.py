"""Where a collective's own name ends and the unit above it begins (`Phòng A, Sở B`)."""

from __future__ import annotations

import regex

from pipeline.extract.bodies import body_at, name_end
from pipeline.rulebook import Rulebook

_BELONGS = frozenset({"thuộc", "trực thuộc"})
_DASHES = frozenset("-–")
_ALONE = regex.compile(r"\s*(?:$|[,;(]|[-–]\s)")  # `Hải quan`, and not `Hải quan cửa khẩu A`
_OF_SOMETHING = regex.compile(r"\s{1,2}[\p{L}\d]")  # `Sở Y tế`, and not `Doanh nghiệp,`


def begins_unit(words: str, at: int, stop: int, rules: Rulebook) -> bool:
    """Whether a body, a part of one or an area begins at ``at``: the unit above the one before."""
    return body_at(words, at, rules, limit=stop) is not None or is_area(words, at, rules)


def collective_end(words: str, start: int, tail: int, rules: Rulebook) -> int:
    """Where a collective's own name ends and its higher unit begins (`Phòng A, Sở B`)."""
    outer, inner = rules.pattern("body.outer").regex, rules.pattern("body.inner").regex
    part = inner.match(words, start, tail)
    # `Văn phòng Đoàn đại biểu Quốc hội và HĐND` is one office, not the Quốc hội's
    union = rules.pattern("recipients.higher_unit_union").regex.match(words, start, tail)
    whole = rules.pattern("body.whole_name").regex.match(
        words, union.end() if union else start, tail
    )
    organ = rules.pattern("recipients.higher_unit_organ").regex.match(
        words, start, tail
    )  # `Ban Chấp hành` alone names nobody
    is_branch, topics = False, None
    if part is not None or rules.pattern("recipients.higher_unit_small").regex.match(
        words, start, tail
    ):
        topics = rules.pattern("body.more_topics").regex.search(words[:tail], start)
    for gap in rules.pattern("recipients.higher_unit_gaps").regex.finditer(
        words[:tail], pos=whole.end() if whole else start
    ):
        following = gap.end()
        if following >= tail:
            break
        if topics is not None and topics.start() <= gap.start() < topics.end():
            continue  # `Phòng Pháp chế, Thanh tra`
        mark = gap.group().strip()
        higher = outer.match(words, following, tail)
        if mark in _DASHES:
            named_part = part or rules.pattern("recipients.higher_unit_small").regex.match(
                words, start, tail
            )
            if _is_below_top(words, start, tail, part, rules) and rules.pattern(
                "recipients.higher_unit_top"
            ).regex.match(words, following, tail):
                return gap.start()
            if (
                named_part is not None
                and words[named_part.end() : gap.start()].strip()
                and _is_above_dash(words, start, following, tail, higher, rules)
            ):
                return gap.start()
            is_branch = (
                is_branch
                or rules.pattern("recipients.higher_unit_branch").regex.match(
                    words, following, tail
                )
                is not None
            )
            continue
        if not mark and is_branch:
            continue  # `Ban A - Chi nhánh | Công ty B`
        if (
            mark
            and mark not in _BELONGS
            and (higher or inner.match(words, following, tail) or is_area(words, following, rules))
        ):
            return gap.start()
        if mark in _BELONGS and higher:
            return gap.start()
        named = part is not None and not organ and words[part.end() : gap.start()].strip() != ""
        if not mark and words.startswith("khối", max(start, gap.start() - 4)):
            continue  # `Tổ Công đoàn khối Mẫu giáo 5 tuổi`: no school stands there
        if not mark and named and higher and _leads_higher(higher.group()):
            # `Phòng Chế độ BHXH`, `Đội Kiểm soát Hải quan`: a head alone is what the part is for
            if _ALONE.match(words, higher.end(), tail):
                continue
            return gap.start()
    least = max(whole.end() if whole else start, topics.end() if topics else start)
    return min(tail, max(least, name_limit(words, start, tail, rules)))


def _is_below_top(
    words: str, start: int, tail: int, part: regex.Match[str] | None, rules: Rulebook
) -> bool:
    """Is it a body inside such a one, and no office of several (`Văn phòng HĐND - UBND`)?"""
    is_part = (
        part is not None
        and rules.pattern("recipients.higher_unit_office").regex.match(words, start) is None
    )
    return (
        is_part
        or rules.pattern("recipients.higher_unit_middle").regex.match(words, start, tail)
        is not None
    )


def _is_above_dash(
    words: str, start: int, at: int, tail: int, higher: regex.Match[str] | None, rules: Rulebook
) -> bool:
    """`Đội A - Công an huyện B`: what follows the dash holds the part; `Văn phòng Đảng ủy - HĐND`
    and `Ban Tuyên giáo - Nữ công` are one name."""
    small = rules.pattern("recipients.higher_unit_small").regex.match(words, start, tail)
    if small is not None and rules.pattern("recipients.higher_unit_large").regex.match(
        words, at, tail
    ):
        return True
    if rules.pattern("recipients.higher_unit_branch").regex.match(words, at, tail):
        return (
            rules.pattern("recipients.higher_unit_of_branch").regex.match(words, start, tail)
            is not None
        )
    if (
        higher is None
        or rules.pattern("recipients.higher_unit_office").regex.match(words, start)
        or rules.pattern("recipients.higher_unit_not_above").regex.match(words, at, tail)
    ):
        return False
    return _OF_SOMETHING.match(words, higher.end(), tail) is not None


def is_place(words: str, at: int, rules: Rulebook) -> bool:
    return rules.pattern("body.place").regex.match(words, at) is not None


def is_area(words: str, at: int, rules: Rulebook) -> bool:
    return is_place(words, at, rules) or bool(rules.pattern("body.lower").regex.match(words, at))


def _leads_higher(head: str) -> bool:
    """Bodies that hold phòng and khoa; `Phòng Văn phòng ...` and `Ban Hội ...` stay one name."""
    return head.isupper() or " " in head or head in {"Sở", "Trường", "Cục", "Viện"}


def name_limit(words: str, start: int, tail: int, rules: Rulebook) -> int:
    """The end of a name that no higher unit follows: punctuation or the end of the entry."""
    head = body_at(words, start, rules, limit=tail)
    if head is None:
        return tail
    end = name_end(words, start + 1, rules, tail)
    rest = words[end:tail].lstrip()
    return (
        tail
        if rest.startswith(("-", "–", "của ", "và ", "về ", "với ", "trên "))
        else max(end, head.end)
    )
