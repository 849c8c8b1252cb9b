"""Persons whose post and workplace stand before the name (`Bí thư Đoàn phường A Bùi Văn B`)."""

from __future__ import annotations

import regex

from pipeline.extract.apposition import split_apposition
from pipeline.extract.people import PersonMention, middle_names, person_at
from pipeline.link.awardees.recipients.names import Named, text_of
from pipeline.rulebook import Rulebook

_LONGEST_NAME, _SURE_NAME = 40, 0.9
_POST_FIRST = 0.85  # the name is parted from its workplace by nothing but its capitals
_NAME_AT_END = regex.compile(r"(?:\p{Lu}[\p{Ll}\p{M}]+[ \u00a0]){2,3}\p{Lu}[\p{Ll}\p{M}]+$")
_ENDS_NAME = regex.compile(
    r"[;,)]|(?<!(?<!\p{L})(?:PGS|GS|TS|TSKH|ThS|Ths|BS|CN|KS|DS|CKI|CKII|BSCKI|BSCKII"
    r"|KTV|CNĐD|Ks|Bs|Ds|KTS|NCS))\."
    r"|\s(?:và|vì|đã|được|có|về|với|cùng|vinh dự|là|nhận|đón nhận)\s|\s[-–]\s|$"
)
_HALF_PLACE = regex.compile(r"(?:quận|huyện|xã|phường|tỉnh|thị trấn|thành phố)\s\p{Lu}\p{Ll}+$")
_BARE_PLACE = regex.compile(r"(?i)(?<!\p{L})(?:tỉnh|thành phố)\s+$")
_NAMED_AFTER = regex.compile(
    r"(?i)(?<!\p{L})(?<!(?:môi|thị) )(?:công ty|doanh nghiệp|trường|quỹ|giải thưởng)(?!\p{L})"
)


def read_post_first(
    words: str, at: int, offset: int, rules: Rulebook, *, limit: int
) -> Named | None:
    """`Bí thư Đoàn phường A Bùi Văn B`: the person whose post and workplace stand before the name.

    The name ends at a mark or a verb and has three syllables or more; behind the words of a firm or
    school in small letters it would be theirs.
    """
    if rules.pattern("body.post").regex.match(words, at, limit) is None:
        return None
    for mark in _ENDS_NAME.finditer(words, at, limit):
        person = person_at_end(words, at, mark.start(), rules)
        if person is None:
            if mark.group()[:1] in ";.)":
                return None
            continue
        begin, before = person.lead, words[at : person.lead].rstrip()
        if not person.cued and (  # `Giám đốc Bệnh viện PGS.TS. Lê Văn A`: the degree parts them
            rules.pattern("person.cancel").regex.search(before + " ") is not None
            or (_NAMED_AFTER.search(before) is not None and not before.split()[-1][0].isupper())
        ):
            return None
        found = split_apposition(words, at, begin, rules)
        return Named(
            person.start + offset, person.end + offset, person.name, "person", person.end + offset,
            person.rule, min(person.confidence, _POST_FIRST), None, person.honorific,
            text_of(words, found.position, rules), text_of(words, found.workplace, rules),
        )  # fmt: skip
    return None


def person_at_end(words: str, at: int, end: int, rules: Rulebook) -> PersonMention | None:
    """The sure name of three syllables or four that ends at ``end``, and so ends a post's words."""
    name = _NAME_AT_END.search(words, max(at, end - _LONGEST_NAME), end)
    if name is None:
        return None
    starts = [name.start()]
    if len(name.group().split()) > 3:
        starts.append(name.start() + len(name.group().split()[0]) + 1)
    for begin in starts:
        if begin == starts[0] and _HALF_PLACE.search(words[at:begin].rstrip()) and len(starts) > 1:
            continue  # `quận Hoàng | Mai Bùi Duy A`: the place has its second syllable
        person = person_at(words, begin, rules)
        if person is None and _BARE_PLACE.search(words, at, begin):
            # `Chủ tịch UBND tỉnh Lê Văn A`: no province is called so
            alone = person_at(words[begin:end], 0, rules, begin)
            if alone is not None and alone.name.split()[1] in middle_names(rules):
                person = alone
        if person is not None and person.end == end and _is_sure(person, rules):
            return person
    return None


def _is_sure(person: PersonMention, rules: Rulebook) -> bool:
    """A frequent family name, or a rare one with a middle name behind it (`Tào Hữu Bình`)."""
    return person.confidence >= _SURE_NAME or person.name.split()[1] in middle_names(rules)
