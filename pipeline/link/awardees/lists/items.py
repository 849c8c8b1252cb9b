"""Entries of a sure list that are more than a name with its post: units, works, callings, results.

What a list is of is known from the clause that opens it and from its section.  So an entry need
not be of a known form: what has the shape of a name where a name must stand is one, less sure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.extract.bodies import body_at, repair_codes
from pipeline.extract.name_words import middle_names
from pipeline.extract.people import person_at
from pipeline.link.awardees.line_above import tells_other_matter
from pipeline.link.awardees.prose.works import of_works
from pipeline.link.awardees.recipients.higher_unit import begins_unit
from pipeline.link.awardees.recipients.labels import past_label
from pipeline.link.awardees.recipients.names import (
    Named,
    acts,
    read_collective,
    read_entry,
    read_name,
)
from pipeline.link.awardees.recipients.series import enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_SURE, _BY_SHAPE = 0.85, 0.8
_KNOWN_NAME = 0.9
_MOST_LETTERS = 420
_LEAD = regex.compile(r"\p{L}[\p{L}.]*(?:[ \u00a0][\p{L}.]+){0,3}[ \u00a0]{1,2}")
_NAME_SO_FAR = regex.compile(r"(?<=\s)\p{Lu}\p{Ll}")
_CAPITAL = regex.compile(r"(?<![\p{L}\p{N}])\p{Lu}")
_PARTS = regex.compile(r"\s{0,9}[,;]\s{0,9}(?:và\s{1,9})?|\s{1,9}và\s{1,9}|\s{0,9}$")
# `Bà B: 9/9 phiếu`; `Khối trường học: 6;` says how many get it
_RESULT = regex.compile(
    r"\s*(?:[\p{Ll}(+]|(?:Hoàn thành|Đã|Có|Đạt|Được|Xếp loại)\s"
    r"|\d(?!\d{0,3}(?:\s(?:tập thể|cá nhân|đơn vị|người|hộ))?[\s.;,]*$)|$)"
)
_NAME_MARK = regex.compile(r",\s|\s?\(|\s[-–]\s|[;:]|\.(?=\s|$)|\s{1,9}(?:thuộc|vì)\s|$")
_ALIKE = ("Chi bộ ", "Chi đoàn ", "Phòng ", "Khoa ", "Tổ ", "Trường ")
_NAME_WORDS = range(2, 15)


def read_items(block: Block, rules: Rulebook, wanted: str | None) -> list[Named]:
    """The awardees that an entry names which is not read as a name with post and workplace.

    :param block: the entry; offsets of the answer point into the text
    :param wanted: ``collective`` or ``person`` where the list or its section has only such
    """
    view = block.view
    if len(view) > _MOST_LETTERS or view.rstrip().endswith(":"):
        return []
    at = past_label(view)
    if acts(view, at, rules):
        return []
    colon = view.find(":", at)
    if awards_in_words(view[:colon] if colon > at else view, rules):
        return []
    if rules.pattern("prose.works_work").regex.match(view, at):
        return list(of_works(block, at, len(view), rules))
    if colon > at and tells_other_matter(view[at:colon], rules):
        return []  # `3. Ban Giám khảo: A, B`
    if colon > at:
        return _behind_unit(block, at, colon, rules) or _before_result(
            block, at, colon, rules, wanted
        )
    return list(_by_shape(view, at, block.start, rules, wanted))


def _behind_unit(block: Block, at: int, colon: int, rules: Rulebook) -> list[Named]:
    """`Phòng Kế toán: A, B và C`: the people of a unit."""
    unit = read_collective(block.view[:colon], at, 0, rules)
    # `Lớp 5A: B, C`: a unit too, although it is no body
    line = rules.pattern("awardee.unit_line").regex.match(block.view[at:colon])
    is_unit = unit is not None or line is not None
    place = repair_codes(" ".join(block.view[at:colon].split()), rules) if is_unit else None
    people = _names_only(block.view, colon + 1, block.start, rules)
    if not people:
        items = [e.named for e in enumerated(block, _past_blanks(block.view, colon + 1), (), rules)]
        tail = max((n.tail for n in items), default=0) - block.start
        if not items or any(n.kind != "person" for n in items) or block.view[tail:].strip(" .;,/"):
            return []
        people = items
    return [
        replace(n, workplace=n.workplace or place, confidence=min(n.confidence, _SURE))
        for n in people
    ]


def _names_only(words: str, at: int, offset: int, rules: Rulebook) -> list[Named]:
    """Names parted by commas and nothing else; one alone must be of a known family."""
    found: list[Named] = []
    at = _past_blanks(words, at)
    end = len(words.rstrip(" .;,/"))
    while at < end:
        mark = _PARTS.search(words, at, end)
        stop = mark.start() if mark else end
        person = person_at(words[:stop], at, rules, listed=True)
        if person is None or person.end != stop:
            return []
        found.append(Named(
            person.start + offset, person.end + offset, person.name, "person", person.end + offset,
            person.rule, person.confidence, honorific=person.honorific,
        ))  # fmt: skip
        at = mark.end() if mark and mark.end() > stop else end
    return found if len(found) > 1 or (found and found[0].confidence >= _KNOWN_NAME) else []


def _before_result(
    block: Block, at: int, colon: int, rules: Rulebook, wanted: str | None
) -> list[Named]:
    """`Phòng A: thưởng 10 triệu đồng`, `Bà B, Hiệu trưởng: 9/9 phiếu`: what is said behind."""
    if not _RESULT.match(block.view, colon + 1):
        return []
    words = block.view[:colon]
    named = read_entry(words, block.start, rules)
    if named is None or _is_beside(named):
        several = [e.named for e in enumerated(replace(block, view=words), at, (), rules)]
        if len(several) > 1 and several[-1].tail - block.start == colon:
            return several
    return [named] if named else list(_by_shape(words, at, block.start, rules, wanted))


def _is_beside(named: Named) -> bool:
    """`Chi bộ A, Chi bộ B`: the second of a kind of which none lies in another."""
    above = named.workplace or ""
    return above.startswith(_ALIKE) and above.split()[0] == named.name.split()[0]


def _by_shape(
    words: str, at: int, offset: int, rules: Rulebook, wanted: str | None
) -> Iterator[Named]:
    named = None
    if wanted != "collective":
        named = _behind_calling(words, at, offset, rules)
    if named is None and wanted == "collective":
        named = _unit(words, at, offset, rules)
    if named is not None:
        yield named


def _behind_calling(words: str, at: int, offset: int, rules: Rulebook) -> Named | None:
    """`Hộ lý A - Khoa B`, `Linh mục C`: a calling that no lexicon need have, then a sure name."""
    lead = _LEAD.match(words, at)
    if (
        lead is None
        or rules.pattern("lists.items_named_after").regex.match(words, at)
        or body_at(words, at, rules) is not None
    ):
        return None
    starts = [m.start() for m in _CAPITAL.finditer(words, at + 1, lead.end() + 1)]
    cancel = rules.pattern("person.cancel").regex
    for begin in starts:
        if _NAME_SO_FAR.search(words[at:begin]):
            return None  # `Sư cô Thích Nữ A`: the name has begun before what is known of it
        person = person_at(words, begin, rules)
        if person is None or person.start != begin or cancel.search(words[:begin]):
            continue
        if person.confidence >= _KNOWN_NAME or person.cued or _has_middle(person.name, rules):
            break
    else:
        return None
    named = read_name(words, person.start, offset, rules, listed=True)
    return named.at_most(_SURE) if named else None


def _has_middle(name: str, rules: Rulebook) -> bool:
    syllables = name.split()
    return len(syllables) > 2 and syllables[1] in middle_names(rules)


def is_no_name(words: str, at: int = 0, *, rules: Rulebook) -> bool:
    """Whether the line that begins here tells something: `Kinh phí ...`, `Phòng A chịu ...`."""
    end = words.find("\n", at)
    told = rules.pattern("lists.items_tells").regex.search(
        words, at, len(words) if end < 0 else end
    )
    return (
        told is not None or rules.pattern("lists.items_no_name").regex.match(words, at) is not None
    )


def _unit(words: str, at: int, offset: int, rules: Rulebook) -> Named | None:
    """`Đơn nguyên Hồi sức`: among collectives a short entry is one, whatever its head noun is."""
    mark = _NAME_MARK.search(words, at)
    end = mark.start() if mark else len(words)
    name = words[at:end]
    if (
        not name[:1].isupper()
        or "|" in name
        or len(name.split()) not in _NAME_WORDS
        or is_no_name(words, at, rules=rules)
    ):
        return None
    rest = words[end:].strip(" ,.;:()–-/") if words[end : end + 1] in {",", " "} else ""
    workplace = " ".join(rest.removeprefix("thuộc ").split())
    if workplace[:1].islower() and not begins_unit(
        words, words.index(rest, end), len(words), rules
    ):
        return None  # `Trung tâm A, miền Nam`: a name torn by a stray comma
    return Named(
        at + offset, end + offset, repair_codes(" ".join(name.split()), rules), "collective",
        len(words.rstrip()) + offset, "awardee.collective", _BY_SHAPE,
        workplace=workplace if workplace[:1].isalpha() else None,
    )  # fmt: skip


def _past_blanks(words: str, at: int) -> int:
    return at + len(words[at:]) - len(words[at:].lstrip())
