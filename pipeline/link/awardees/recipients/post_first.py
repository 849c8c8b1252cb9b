"""Persons whose post and workplace stand before the name (`Bí thư Đoàn phường A Bùi Văn B`)."""

from __future__ import annotations

from pipeline.extract.apposition import split_apposition
from pipeline.extract.holder import person_at_end
from pipeline.link.awardees.recipients.names import Named, text_of
from pipeline.rulebook import Rulebook

_POST_FIRST = 0.85  # the name is parted from its workplace by nothing but its capitals


def read_post_first(
    words: str, at: int, offset: int, rules: Rulebook, *, limit: int
) -> Named | None:
    """`Bí thư Đoàn phường A Bùi Văn B`: the person whose post and workplace stand before the name.

    The name ends at a mark or a verb and has three syllables or more; behind the words of a firm or
    school in small letters it would be theirs.
    """
    if not rules.pattern("body.post").regex.match(words, at, limit):
        return None
    marks = rules.pattern("recipients.post_first_ends").regex.finditer(words, at, limit)
    for stop in (*(mark.start() for mark in marks), limit):
        person = person_at_end(words, at, stop, rules)
        if person is None:
            if words[stop : stop + 1] in (";", ".", ")"):
                return None
            continue
        begin, before = person.lead, words[at : person.lead].rstrip()
        if not person.cued and (  # `Giám đốc Bệnh viện PGS.TS. Lê Văn A`: the degree parts them
            rules.pattern("person.cancel").regex.search(before + " ")
            or (
                rules.pattern("extract.holder_named_after").regex.search(before)
                and not before.split()[-1][0].isupper()
            )
        ):
            return None
        found = split_apposition(words, at, begin, rules)
        return Named(
            person.start + offset, person.end + offset, person.name, "person", person.end + offset,
            person.rule, min(person.confidence, _POST_FIRST), None, person.honorific,
            text_of(words, found.position, rules), text_of(words, found.workplace, rules),
        )  # fmt: skip
    return None
