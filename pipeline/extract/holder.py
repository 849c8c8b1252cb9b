"""Who holds a post (`Chủ tịch UBND tỉnh Lê Văn A`): the name that ends the words of the post."""

from __future__ import annotations

import regex

from pipeline.extract.name_words import middle_names
from pipeline.extract.people import PersonMention, person_at
from pipeline.rulebook import Rulebook

_LONGEST_NAME, _SURE_NAME = 40, 0.9
_PLACE_REACH = 16  # letters of `thị trấn` and blanks
_NAME_AT_END = regex.compile(r"(?:\p{Lu}[\p{Ll}\p{M}]+[ \u00a0]){2,3}\p{Lu}[\p{Ll}\p{M}]+$")


def person_at_end(words: str, at: int, end: int, rules: Rulebook) -> PersonMention | None:
    """The sure name of three syllables or four that ends at ``end``, and so ends a post's words."""
    name = _NAME_AT_END.search(words, max(at, end - _LONGEST_NAME), end)
    if name is None:
        return None
    starts = [name.start()]
    if len(name.group().split()) > 3:
        starts.append(name.start() + len(name.group().split()[0]) + 1)
    for begin in starts:
        if (
            begin == starts[0]
            and rules.pattern("extract.holder_half_place").regex.search(words[at:begin].rstrip())
            and len(starts) > 1
        ):
            continue  # `quận Hoàng | Mai Bùi Duy A`: the place has its second syllable
        person = person_at(words, begin, rules)
        commune = rules.pattern("extract.holder_bare_commune").regex.search(
            words, max(at, begin - _PLACE_REACH), end
        )
        is_behind_commune = commune is not None and commune.end() == begin
        if person is None and (
            is_behind_commune
            or rules.pattern("extract.holder_bare_place").regex.search(words, at, begin)
        ):
            # `Chủ tịch UBND tỉnh Lê Văn A`: no province or district is called so
            alone = person_at(words[begin:end], 0, rules, begin)
            if alone is not None and alone.name.split()[1] in middle_names(rules):
                person = alone
        if person is not None and person.end == end and _is_sure(person, rules):
            return person
    return None


def without_holder(body: str, rules: Rulebook) -> str:
    """`Chủ tịch UBND tỉnh Lê Văn A` as the office that he holds.

    A name behind the words of a firm or school is theirs, and one behind the bare post stays.
    """
    post = rules.pattern("body.post").regex.match(body)
    if post is None:
        return body
    person = person_at_end(body, 0, len(body), rules)
    if person is None or (
        person.lead <= post.end() + 1
        and not rules.pattern("extract.holder_with_body").regex.search(post.group())
    ):
        return body
    office = body[: person.lead].rstrip(" ,-–")
    return (
        body
        if rules.pattern("extract.holder_named_after").regex.search(office, post.end())
        else office
    )


def _is_sure(person: PersonMention, rules: Rulebook) -> bool:
    """A frequent family name, or a rare one with a middle name behind it (`Tào Hữu Bình`)."""
    return person.confidence >= _SURE_NAME or person.name.split()[1] in middle_names(rules)
