"""Names of bodies and collectives (tập thể, đơn vị) in running text and in lists of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from pipeline.extract.people import person_at
from pipeline.model import Dispatch
from pipeline.rulebook import Rulebook
from pipeline.rulebook.derived import derived

_NO_BODY_BLOCKS = frozenset({"number", "place_date", "furniture"})
_LONGEST = 200  # no body's name is longer; a run without an end mark is no name
_CAPITALS = re.compile("[A-ZĐƯ]{3}")
_ABBREVIATION = regex.compile(r"(?<![\p{L}\p{N}])(?=[^\s]{0,200}[LD])[A-ZĐƯ]{3,}(?![\p{L}\p{N}])")
_SPURIOUS = regex.compile(r"^(C[ĐD]CS)\s*,\s*")
_COMMA = regex.compile(r"\s*,\s*")
_GAP = regex.compile(r"[ \u00a0]{0,2}(?:,|;|và|cùng|,\s*và)?[ \u00a0\n]{1,2}")
_JOINT_AT_END = regex.compile(r"[ \u00a0]{1,2}(?:và|cùng)$")
_PLACE_WORDS = 2  # behind a word of address: `Bà Rịa`
_CODE = regex.compile(r"\p{Lu}{1,4}\d{1,3}(?![\p{L}\p{N}])")
_CODED = regex.compile(r"(?<=\p{Ll}\s)\p{Lu}{1,4}\d{1,3}$")
_PLACE_LEVELS = {
    "thôn": 0, "bản": 0, "ấp": 0, "buôn": 0, "xóm": 0, "tổ dân phố": 0, "khu phố": 0,
    "xã": 1, "phường": 1, "thị trấn": 1, "huyện": 2, "quận": 2, "thị xã": 2, "tỉnh": 3,
    "thành phố": 3,
}  # fmt: skip
_ARMY = {
    "tiểu đội": 0, "trung đội": 1, "khẩu đội": 1, "đại đội": 2, "tiểu đoàn": 3, "trung đoàn": 4,
    "lữ đoàn": 5, "sư đoàn": 5, "quân đoàn": 6, "quân khu": 6, "binh đoàn": 6, "quân chủng": 6,
}  # fmt: skip
_HEADS = ("body.outer", "body.inner", "body.lower")
_MINISTRY = ("Bộ ",)  # what is named behind a comma and a body is that of the body, never another
_HIGHER = (*_MINISTRY, "Sở ", "Tổng cục ", "Tổng công ty ", "Tập đoàn ")
_SIDE_BY_SIDE = frozenset({"phòng", "khoa"})
_LEVEL = frozenset({"đội", "sở", "vụ"})
_TRIM = ' \t\n\u00a0,;:.-–“”"'


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body's name as printed in ``start:end``; ``name`` has lost bars of Đ in codes put back.

    ``name`` can be longer than the span where a head is carried over (``LĐLĐ huyện A, huyện B``).
    """

    start: int
    end: int
    name: str
    is_inner: bool
    rule: str
    confidence: float


def extract_bodies(dispatch: Dispatch, rules: Rulebook) -> tuple[BodyMention, ...]:
    """Every body named in the document, in the order of the text.

    :param dispatch: the laid-out document
    :param rules: lexicon ``unit_heads`` and the patterns ``body.*``
    """
    found: list[BodyMention] = []
    for block in dispatch.blocks:
        if block.kind in _NO_BODY_BLOCKS:
            continue
        at = 0
        heads = rules.pattern("body.outer").regex
        while head := heads.search(block.view, at):
            if head.start() and block.view[head.start() - 1].isalnum():
                at = head.start() + 1
                continue
            body = body_at(block.view, head.start(), rules, block.start)
            at = head.end()
            if body is not None:
                found.append(body)
                at = max(at, body.end - block.start)
    return tuple(found)


def body_at(
    words: str, at: int, rules: Rulebook, offset: int = 0, *, limit: int | None = None
) -> BodyMention | None:
    """The body whose name begins at ``at`` of ``words``; None if none does.

    :param limit: where the name must have ended, None for the end of ``words``
    """
    stop = len(words) if limit is None else limit
    head = next((m for p in _HEADS if (m := rules.pattern(p).match(words, at, stop))), None)
    if head is None:
        return None
    whole = rules.pattern("body.whole_name").match(words, at, stop)
    end = name_end(words, (whole or head).end(), rules, stop)
    bare = head.end() == end
    if bare and (joined := _spurious_comma(words, end, rules, stop)):
        end = joined
    if end - at > _LONGEST or (bare and len(head.group()) < 3):
        return None
    inner = rules.pattern("body.inner").match(words, at, stop) is not None
    printed = words[at:end] if not bare else _SPURIOUS.sub(r"\1 ", words[at:end], 1)
    name = repair_codes(printed, rules)
    return BodyMention(
        at + offset,
        end + offset,
        name,
        inner,
        "body.name",
        0.6 if bare and len(name.split()) < 4 else 0.9,
    )


def name_end(words: str, at: int, rules: Rulebook, stop: int) -> int:
    """Where a body's name that has been read up to ``at`` ends."""
    match = rules.pattern("body.end").on(words).search(words, at, stop)
    end = match.start() if match else stop
    while end > at and words[end - 1] in _TRIM:
        end -= 1
    # what it is joined to was cut off by ``stop``
    joint = _JOINT_AT_END.search(words[max(at, end - 6) : end])
    return end if joint is None else end - len(joint.group())


def _spurious_comma(words: str, end: int, rules: Rulebook, stop: int) -> int | None:
    """``CĐCS, Công ty A`` is one body: a union's head noun alone is no name."""
    if not words[:end].endswith(("CĐCS", "CDCS")):
        return None
    comma = _COMMA.match(words, end, stop)
    if comma is None or not rules.pattern("body.outer").regex.match(words, comma.end()):
        return None
    return name_end(words, comma.end() + 1, rules, stop)


def bodies_listed(
    words: str,
    at: int,
    rules: Rulebook,
    offset: int = 0,
    *,
    limit: int | None = None,
    parted: bool = False,
) -> tuple[BodyMention, ...]:
    """The bodies of a list in running text that begins at ``at``; an elided head is carried over.

    ``LĐLĐ huyện A, huyện B, C và D`` names LĐLĐ huyện A to D.  The list ends at the first thing
    that is no body.

    :param parted: semicolons or numbers part the list, so that a comma leads to the unit above
    """
    stop = len(words) if limit is None else limit
    found: list[BodyMention] = []
    while at < stop:
        body = _listed_body(words, at, rules, offset, stop, found[-1] if found else None)
        if body is None:
            longer = _up_to_semicolon(words, found[-1], rules, offset, stop) if found else None
            if longer is None:
                break
            body, found = longer, found[:-1]
        found.append(body)
        gap = _GAP.match(words, body.end - offset, stop)
        if gap is None or not gap.group().strip():
            break
        at = gap.end()
    return _with_units_joined(words, found, offset, parted=parted, rules=rules)


def _up_to_semicolon(
    words: str, body: BodyMention, rules: Rulebook, offset: int, stop: int
) -> BodyMention | None:
    """`Vụ Xã hội, Nhân văn; Viện A`: in a list parted by semicolons a comma may be in the name."""
    rest = rules.pattern("extract.bodies_rest_of_name").regex.match(words, body.end - offset, stop)
    if rest is None or person_at(words, rest.start("more"), rules) is not None:
        return None
    return replace(body, end=rest.end() + offset, name=body.name + rest.group())


def _with_units_joined(
    words: str, found: list[BodyMention], offset: int, rules: Rulebook, *, parted: bool
) -> tuple[BodyMention, ...]:
    """`Trung tâm A, Viện B; Vụ C`: where semicolons part the list, a comma leads to the unit above.

    The unit is part of the mention's words, as in `Phòng A Sở B`.
    """
    between = [words[a.end - offset : b.start - offset].strip() for a, b in pairwise(found)]
    if not found:
        return ()
    is_parted = parted or ";" in between or _leads_up(words, between, found, offset, rules)
    joined = [found[0]]
    for mark, body in zip(between, found[1:], strict=True):
        printed = words[body.start - offset : body.end - offset]
        is_address = body.rule == "body.carried_head" and _is_above(joined[-1].name, printed, rules)
        is_address = is_address or _is_army_above(joined[-1].name, body.name, rules)
        is_beside = _are_level(joined[-1].name, body.name)
        is_above = is_parted and body.rule != "body.carried_head" and not is_beside
        if mark == "," and (is_address or is_above):
            last = joined[-1]
            name = f"{last.name}, {printed if is_address else body.name}"
            joined[-1] = replace(last, end=body.end, name=name, confidence=last.confidence)
        else:
            joined.append(body)
    return tuple(joined)


def _are_level(name: str, other: str) -> bool:
    """`Khoa A, Khoa B, Phòng C`: none of them holds another, whatever parts the list."""
    one, two = (words.split(" ", 1)[0].lower() for words in (name, other))
    return (one == two and one in _LEVEL) or {one, two} <= _SIDE_BY_SIDE


def _is_army_above(name: str, higher: str, rules: Rulebook) -> bool:
    """`Tiểu đoàn 64, Trung đoàn 236`: a unit and the one that it belongs to."""
    ranks = [
        rules.pattern("extract.bodies_army_word").regex.match(words)
        for words in (name.rsplit(", ", 1)[-1], higher)
    ]
    low, high = (_ARMY[m.group().lower()] if m else None for m in ranks)
    return low is not None and high is not None and high > low


def _leads_up(
    words: str, between: list[str], found: list[BodyMention], offset: int, rules: Rulebook
) -> bool:
    """`tặng Vụ 3, Viện A.`: two in a sentence would be parted by `và`; a comma leads to the unit
    above. So it does in `Vụ A, Bộ B và 2 cá nhân` and `Vụ A, Bộ B và Cục C, Bộ D`."""
    if _are_pairs(between, found):
        return True
    behind = words[found[-1].end - offset :]
    if between != [","] or not (found[0].is_inner or found[0].name.startswith(("Cục ", "Vụ "))):
        return False
    if found[1].is_inner or found[0].name.split()[0] == found[1].name.split()[0]:
        return False
    ends = behind[:1] in {"", "."}
    return ends or (
        found[1].name.startswith(_HIGHER)
        and rules.pattern("extract.bodies_others_behind").regex.match(behind) is not None
    )


def _are_pairs(between: list[str], found: list[BodyMention]) -> bool:
    """Does each second one, behind a comma, hold the one before it: a body and its ministry?"""
    if len(found) % 2 or set(between[::2]) != {","} or not set(between[1::2]) <= {"và", "cùng"}:
        return False
    lower, higher = found[::2], found[1::2]
    return all(body.name.startswith(_MINISTRY) for body in higher) and not any(
        body.name.startswith(_MINISTRY) for body in lower
    )


def _is_above(name: str, place: str, rules: Rulebook) -> bool:
    """`xã A, huyện B`: is the place one that holds the place at the end of the name?"""
    levels = [
        _PLACE_LEVELS[m.group().lower()]
        for m in rules.pattern("extract.bodies_place_word").regex.finditer(name)
    ]
    own = rules.pattern("extract.bodies_place_word").regex.match(place)
    return bool(levels) and own is not None and _PLACE_LEVELS[own.group().lower()] > levels[-1]


def _listed_body(
    words: str, at: int, rules: Rulebook, offset: int, stop: int, before: BodyMention | None
) -> BodyMention | None:
    whole = body_at(words, at, rules, offset, limit=stop)
    if whole is not None:
        return _with_second_half(words, whole, rules, offset, stop)
    if before is None:
        return None
    part = rules.pattern("extract.bodies_numbered_part").regex.match(words, at, stop)
    if part is not None and (before.is_inner or before.name.startswith("Văn phòng")):
        return BodyMention(at + offset, part.end() + offset, part.group(), True, "body.name", 0.9)
    code, coded = _CODE.match(words, at, stop), _CODED.search(before.name)
    if code is not None and coded is not None:  # `Phòng PC01, PC02`
        name = before.name[: coded.start()] + code.group()
        return BodyMention(
            at + offset, code.end() + offset, name, before.is_inner, "body.carried_head", 0.9
        )
    place = rules.pattern("body.place").match(words, at, stop)
    head = _head_and_place(before.name, rules)
    if head is None:
        return None
    noun, place_word = head
    if place:
        end = name_end(words, place.end(), rules, stop)
        carried = f"{noun} {words[at:end]}"
    else:
        person = person_at(words, at, rules)
        if person is not None and person.cued and len(person.name.split()) > _PLACE_WORDS:
            return None  # `UBND huyện A; Bà Lê Thị B`
        bare = rules.pattern("body.bare_place").regex.match(words, at, stop)
        if bare is None or (place_word is None and len(bare.group().split()) > 4):
            return None
        end = at + len(bare.group().rstrip(" \u00a0-"))
        beyond = words[end : name_end(words, at + 1, rules, stop)].strip()
        if beyond and not beyond.startswith("và "):
            return None
        carried = " ".join(p for p in (noun, place_word, words[at:end].strip()) if p)
    return BodyMention(at + offset, end + offset, carried, False, "body.carried_head", 0.9)


def _with_second_half(
    words: str, body: BodyMention, rules: Rulebook, offset: int, stop: int
) -> BodyMention:
    """`Phòng Tài chính` with what a dash joins to it, unless that is a body or a leader's post."""
    half = (
        rules.pattern("extract.bodies_second_half").regex.match(words, body.end - offset, stop)
        if body.is_inner
        else None
    )
    if half is None or any(rules.pattern(p).match(words, half.start("half"), stop) for p in _HEADS):
        return body
    return replace(body, end=half.end() + offset, name=body.name + half.group())


def _head_and_place(name: str, rules: Rulebook) -> tuple[str, str | None] | None:
    """Head noun and place word of ``LĐLĐ huyện A``: what a bare place after it takes over."""
    head = rules.pattern("body.outer").regex.match(name)
    if head is None:
        return None
    rest = name[head.end() :].lstrip()
    place = rules.pattern("body.place").regex.match(rest)
    if place is None:
        return None
    return name[: head.end()], place.group()


def repair_codes(name: str, rules: Rulebook) -> str:
    """``name`` with the bar of Đ put back in known abbreviations (CDCS -> CĐCS, LDLĐ -> LĐLĐ)."""
    if not _CAPITALS.search(name):
        return name
    table = barred_codes(rules)
    return _ABBREVIATION.sub(lambda m: table.get(m.group().replace("Đ", "D"), m.group()), name)


@derived
def barred_codes(rules: Rulebook) -> Mapping[str, str]:
    """Abbreviations by their spelling without bars, where that names one abbreviation only."""
    heads = rules.lexicon("unit_heads").column("term")
    known = {*heads, *rules.lexicon("abbreviations").column("term")}
    codes = {term for term in known if term.isupper() and term.isalpha() and len(term) > 2}
    issuers = frozenset(rules.lexicon("issuer_codes").column("code"))
    found: dict[str, str] = {}
    for code in sorted(codes):
        bare = code.replace("Đ", "D")
        if bare != code and bare not in codes and bare not in issuers:
            found[bare] = code
    return found
