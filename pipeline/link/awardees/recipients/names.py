"""One named person or collective with post, workplace or higher unit printed behind the name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import regex

from pipeline.extract.apposition import split_apposition
from pipeline.extract.bodies import body_at, repair_codes
from pipeline.extract.name_words import middle_names
from pipeline.extract.people import PersonMention, person_at
from pipeline.link.awardees.recipients.couples import couple_end
from pipeline.link.awardees.recipients.from_province import province_behind
from pipeline.link.awardees.recipients.higher_unit import (
    begins_unit,
    collective_end,
    is_area,
    is_place,
)
from pipeline.link.awardees.recipients.labels import ordinal_of, past_label
from pipeline.link.awardees.recipients.parted import with_commas
from pipeline.link.awardees.recipients.reach import heads_body, tail_of
from pipeline.link.awardees.recipients.tail import find_unit_tail
from pipeline.rulebook import Rulebook

_SCRAP_BEHIND = regex.compile(r"\s+\p{Ll}{1,3}\s*[,;]")
_SCRAP_AT_END = regex.compile(r",\s*\p{Lu}\p{Ll}+$")
# `Lê Văn A      Thợ lò      Phân xưởng B`: columns that blanks alone part
_COLUMN_GAP = regex.compile(r"(?<=[\p{L}\p{N})])[ \u00a0]{3,40}+(?=[\p{L}(])")
_QUOTE = regex.compile(r"[“\"(;]")
_SUM_LETTERS = 60
_MOST_LETTERS = 420  # an entry of a list is a line or three, not a paragraph
_LONGEST_COLLECTIVE = 160
_SURE = 0.92
_SURE_BESIDE = 0.8
# `Nguyễn Văn | Hùng, Phó`: a line that was cut inside the name
_TORN, _SYLLABLES_OF_WHOLE, _TORN_NAME = (" Văn", " Thị"), 3, 0.7
_MISREAD_POST = 0.8  # a post known by its letters alone
_GUESSED_POST = 0.85  # a post known by the body behind it alone
_OVER = regex.compile(r"(?P<home>[^()]{2,90})\)")  # `(xã C, huyện D), đều`: ends with its bracket
_EDGE = " \t\n\u00a0,;:.-–/"  # as in ./.
_ABOVE = regex.compile(r"[\s,;:.(–/-]*(?:(?:(?:là )?đơn vị )?(?:trực )?thuộc\s+)?")


@dataclass(frozen=True, slots=True)
class Named:
    """A person or collective read from an entry; ``start:end`` (the name) and ``tail`` (where post
    and workplace end) are offsets into the text."""

    start: int
    end: int
    name: str
    kind: Literal["person", "collective"]
    tail: int
    rule: str
    confidence: float
    ordinal: int | None = None
    honorific: str | None = None
    position: str | None = None
    workplace: str | None = None

    def at_most(self, sure: float) -> Named:
        """The same, read with no more confidence than that."""
        return replace(self, confidence=min(self.confidence, sure))


def read_entry(
    words: str, offset: int, rules: Rulebook, *, collectives: bool = True
) -> Named | None:
    """A list entry that names one person or collective and little else; None for anything else.

    :param words: the entry with its number or dash
    :param offset: where ``words`` stand in the text
    """
    words = _COLUMN_GAP.sub(_as_comma, words)
    sum_behind = rules.pattern("recipients.names_sum_behind").search(
        words, max(0, len(words) - _SUM_LETTERS)
    )
    words = words[: sum_behind.start()] if sum_behind else words
    at, ordinal = past_label(words), ordinal_of(words)
    household = _household(words, at, offset, rules, ordinal)
    if household is not None and len(words) <= _MOST_LETTERS:
        return household
    named, is_person = None, _is_person_first(words, at, rules)
    if collectives and not is_person:
        named = read_collective(words, at, offset, rules, ordinal=ordinal)
    if named is None and (is_person or not _begins_body(words, at, rules)):
        named = read_name(words, at, offset, rules, listed=True)
        if named is not None and not (named.position or named.workplace):
            parted = with_commas(words, named.end - offset, rules)
            named = read_name(parted, at, offset, rules, listed=True) if parted else named
        named = named or _behind_post(words, at, offset, rules)
        named = replace(named, ordinal=ordinal) if named is not None else None
    if named is None or len(words) > _MOST_LETTERS:
        return None
    if "|" in named.name or _is_torn(words, named.start - offset, named.end - offset):
        return None  # cells of a table that was read as words
    if acts(words, named.end - offset if named.kind == "person" else at, rules):
        return None
    return named


def _behind_post(words: str, at: int, offset: int, rules: Rulebook) -> Named | None:
    """`Trưởng thôn Lê Văn A, thôn B`: a name that is sure to be one, and no village's."""
    post = rules.pattern("body.post").regex.match(words, at)
    if post is None or words[post.end() : post.end() + 1] != " ":
        return None
    begin = post.end() + 1  # read apart: behind `thôn` a name is that of a village
    named = read_name(words[begin:], 0, offset + begin, rules, listed=True)
    if named is None or named.start != offset + begin:
        return None
    first, second, *more = named.name.split()
    if len(first.rstrip("'’")) > 1 and not (more and second in middle_names(rules)):
        return None
    return replace(named, position=named.position or post["post"]).at_most(_GUESSED_POST)


def _as_comma(gap: regex.Match[str]) -> str:
    return "," + " " * (len(gap.group()) - 1)


def _household(
    words: str, at: int, offset: int, rules: Rulebook, ordinal: int | None
) -> Named | None:
    """`Hộ ông Lê Văn A, thôn B`: a household (hộ gia đình) is a collective named by its head."""
    lead = rules.pattern("recipients.names_household").regex.match(words, at)
    person = person_at(words, lead.end("lead"), rules, listed=True) if lead else None
    if lead is None or person is None or not person.cued:
        return None
    end = couple_end(words, lead.end("lead"), person, rules)
    tail = tail_of(words, end, len(words), rules)
    home = split_apposition(words, end, tail, rules).workplace
    return Named(
        at + offset, end + offset, " ".join(words[at:end].split()), "collective",
        tail + offset, "awardee.collective", 0.92, ordinal, workplace=text_of(words, home, rules),
    )  # fmt: skip


def is_household(named: Named, rules: Rulebook) -> bool:
    """`Hộ ông Lê Văn A`: a collective that is listed as people are."""
    return (
        named.kind == "collective"
        and rules.pattern("recipients.names_household").regex.match(named.name) is not None
    )


def _is_torn(words: str, start: int, end: int) -> bool:
    """Whether a scrap shows that the name was not read whole (`Đỗ Văn ui,`, `Phòng A, Tổng, c`)."""
    return _SCRAP_BEHIND.match(words, end) is not None or (
        _SCRAP_AT_END.search(words, start, end) is not None and words[end : end + 1] in ",;."
    )


def acts(words: str, at: int, rules: Rulebook) -> bool:
    """Is the person said to do something before the initiative or merit is named?"""
    stop = rules.pattern("initiative.labelled").regex.search(words, at)
    quote = _QUOTE.search(words, at)
    end = min((m.start() for m in (stop, quote) if m), default=len(words))
    return rules.pattern("awardee.acts").on(words).search(words, at, end) is not None


def _is_person_first(words: str, at: int, rules: Rulebook) -> bool:
    """A few family names are words for bodies too (Ca, Ban): a middle name behind tells."""
    second = words[at : at + 30].split()[1:2]
    if not second or second[0] not in middle_names(rules):
        return False
    person = person_at(words, at, rules, listed=True)
    return person is not None and not heads_body(words, at, person, rules)


def read_name(
    words: str,
    at: int,
    offset: int,
    rules: Rulebook,
    *,
    listed: bool,
    limit: int | None = None,
    least: float = 0.9,
) -> Named | None:
    """The person whose name begins at ``at``, with post and workplace.

    :param least: confidence that a name without a word of address must have
    """
    person = person_at(words, at, rules, listed=listed)
    if person is None or not (listed or person.cued or person.confidence >= least):
        return None
    if heads_body(words, at, person, rules):
        return None
    if person.name.endswith(_TORN) and len(person.name.split()) < _SYLLABLES_OF_WHOLE:
        person = replace(person, confidence=min(person.confidence, _TORN_NAME))
    stop = len(words) if limit is None else limit
    if told := rules.pattern("recipients.names_labelled").regex.match(words, person.end, stop):
        if told["unit"] is None:
            named = _person(words, person, told.span("post"), offset, rules)
            return replace(named, tail=told.end() + offset)
        post, unit = (text_of(words, told.span(part), rules) for part in ("post", "unit"))
        return Named(
            person.start + offset, person.end + offset, person.name, "person", told.end() + offset,
            person.rule, person.confidence, None, person.honorific, post, unit,
        )  # fmt: skip
    home = rules.pattern("recipients.asides_aside").regex.match(words, person.end, stop)
    behind_home = home.end() if home else person.end
    is_part = (
        home is not None
        and rules.pattern("recipients.asides_part_in_work").regex.match(words, person.end)
        is not None
    )
    for behind in (behind_home, behind_home if is_part else person.end):
        tail = tail_of(words, behind, stop, rules)
        named = _person(words, person, (behind, tail), offset, rules)
        if named.position or named.workplace:
            break  # else the home is all that is said of where the person is from
    if not (named.position or named.workplace):
        from_ = province_behind(words, person.end, stop, rules)
        return replace(named, workplace=text_of(words, from_, rules))
    return named


def _person(
    words: str, person: PersonMention, behind: tuple[int, int], offset: int, rules: Rulebook
) -> Named:
    """The person with what ``behind``, a span of ``words``, says of post and workplace."""
    tail = behind[1]
    found = split_apposition(words, *behind, rules)
    sure = min(person.confidence, _MISREAD_POST) if found.is_misread else person.confidence
    sure = min(sure, _GUESSED_POST) if found.is_guessed else sure
    home = found.workplace
    if home is not None and (over := _OVER.match(words, *home)) is not None:
        home = over.span("home")
    return Named(
        person.start + offset, person.end + offset, person.name, "person", tail + offset,
        person.rule, sure, None, person.honorific,
        text_of(words, found.position, rules), text_of(words, home, rules),
    )  # fmt: skip


def text_of(words: str, span: tuple[int, int] | None, rules: Rulebook) -> str | None:
    return repair_codes(" ".join(words[span[0] : span[1]].split()), rules) if span else None


def read_collective(
    words: str, at: int, offset: int, rules: Rulebook, *, ordinal: int | None = None
) -> Named | None:
    """The body whose name makes the whole entry, taken apart into name and higher unit."""
    lead = rules.pattern("awardee.collective_lead").regex.match(words, at)
    start = at
    # the people of an area are the collective (`Nhân dân và cán bộ thôn A`): the area alone is none
    people_of = lead.end() if lead and is_place(words, lead.end(), rules) else None
    if lead and _begins_body(words, lead.end(), rules):
        start = lead.end()
    tail_match = find_unit_tail(words, start, rules)
    tail = tail_match.start() if tail_match else len(words)
    if tail_match and tail_match.group().startswith(":"):
        return None  # a heading with its text, not an entry
    while tail > start and words[tail - 1] in _EDGE:
        tail -= 1
    if tail - start > _LONGEST_COLLECTIVE:
        return None
    if people_of is None and not _begins_body(words, start, rules):
        return _team(words, at, tail, offset, ordinal, rules) or _area(
            words, start, tail, offset, ordinal, rules
        )
    end = collective_end(words, start if people_of is None else people_of, tail, rules)
    code = rules.pattern("recipients.names_code").regex.fullmatch(words, end, tail)
    end = code.end() if code is not None else end
    above = _ABOVE.match(words, end, tail)
    higher = above.end() if above else end
    rest = words[higher:tail].strip(_EDGE)
    rest = rest if "(" in rest else rest.removesuffix(")")
    rest = "" if rules.pattern("recipients.names_rivals").regex.match(words, end, tail) else rest
    if rest and not (_begins_body(words, higher, rules) or is_area(words, higher, rules)):
        return None
    is_beside = rules.pattern("recipients.names_beside").regex.fullmatch(
        f"{words[start:end].split()[0]} {rest.partition(' ')[0]}"
    )
    sure = _SURE_BESIDE if is_beside else _SURE
    return Named(
        start + offset, end + offset, repair_codes(" ".join(words[start:end].split()), rules),
        "collective", tail + offset, "awardee.collective", sure, ordinal,
        workplace=repair_codes(" ".join(rest.split()), rules) or None,
    )  # fmt: skip


def _team(
    words: str, at: int, tail: int, offset: int, ordinal: int | None, rules: Rulebook
) -> Named | None:
    """`Tập thể lớp 9A1, Trường B`, `Tập thể bộ môn Toán`: a team that is said to be one."""
    team = rules.pattern("recipients.names_said_team").regex.fullmatch(words, at, tail)
    return None if team is None else _with_higher(team, at, offset, ordinal)


def _area(
    words: str, start: int, tail: int, offset: int, ordinal: int | None, rules: Rulebook
) -> Named | None:
    """`Thôn A, xã B`, `Phường C`: an area whose people are the collective makes the whole entry."""
    printed = rules.pattern("recipients.names_area").regex.fullmatch(words, start, tail)
    if printed is None or not is_place(words, start, rules):
        return None
    return _with_higher(printed, start, offset, ordinal)


def _with_higher(printed: regex.Match[str], start: int, offset: int, ordinal: int | None) -> Named:
    """The collective that a match calls ``name``, with what it calls ``higher`` above it."""
    higher = printed["higher"]
    return Named(
        start + offset, printed.end("name") + offset, " ".join(printed["name"].split()),
        "collective", printed.end() + offset, "awardee.collective", 0.9, ordinal,
        workplace=" ".join(higher.split()) if higher else None,
    )  # fmt: skip


def _begins_body(words: str, at: int, rules: Rulebook) -> bool:
    if (team := rules.pattern("recipients.names_team").regex.match(words, at)) and begins_unit(
        words, team.end(), len(words), rules
    ):
        return True
    return body_at(words, at, rules) is not None
