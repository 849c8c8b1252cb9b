"""Personal names (họ và tên) in the text, told from streets, schools, prizes and bodies.

A name is a run of capitalised syllables that begins with a family name, or one that follows a word
of address.  Who the person is to the document (awardee, signer, speaker) is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from pipeline.extract.address import address_before
from pipeline.extract.name_words import (
    address_words,
    family_names,
    middle_names,
    opening_phrases,
    province_names,
    saints,
    stop_syllables,
    unit_words,
)
from pipeline.grammar.spelling import fold
from pipeline.model import Dispatch
from pipeline.read.legacy.syllables import is_syllable
from pipeline.rulebook import Rulebook

_NO_PEOPLE_BLOCKS = frozenset({"header", "number", "place_date", "furniture"})
_LEFT = 40  # longest word of address or cancelling word before a name, with its blanks
_NAME_REACH = 80  # letters that a name, or the body's name before it, takes at most
_TERM_REACH = 60  # letters that the longest post takes
_MOST_SYLLABLES = 5
_FAMILY_AND_HALF = 2  # syllables of a foreign name before its hyphen
_OF_PLACE = 0.85  # a name of two syllables may be that of a place
_PLACE_SYLLABLES = 2  # names of provinces that read like a family and a given name
_LONG_FAMILY = frozenset({"tôn nữ", "công tằng"})  # royal names run to seven syllables


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person's name: ``start:end`` covers the name alone, ``lead`` is where its address begins.

    ``name`` is in lower case with capitals at the syllables even where the text prints capitals.
    ``cued`` tells that a word of address, capacity or degree stands before it.
    """

    start: int
    end: int
    name: str
    lead: int
    honorific: str | None
    cued: bool
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str


def extract_people(dispatch: Dispatch, rules: Rulebook) -> tuple[PersonMention, ...]:
    """Every person named in the document, in the order of the text.

    :param dispatch: the laid-out document
    :param rules: lexicons ``surnames``, ``posts``, ``units`` and the patterns ``person.*``
    """
    found: list[PersonMention] = []
    for block in dispatch.blocks:
        if block.kind not in _NO_PEOPLE_BLOCKS:
            found.extend(people_in(block.view, rules, block.start))
    return tuple(found)


def people_in(words: str, rules: Rulebook, offset: int = 0) -> tuple[PersonMention, ...]:
    """The persons named in a stretch of words that stands at ``offset`` of the text."""
    found: list[PersonMention] = []
    for run in rules.pattern("person.run").regex.finditer(words):
        found.extend(_in_run(words, run.start(), run.end(), rules, offset))
    return tuple(found)


def person_at(
    words: str, at: int, rules: Rulebook, offset: int = 0, *, listed: bool = False
) -> PersonMention | None:
    """The person whose name, or word of address, begins at ``at``; None if none does.

    :param listed: the words are an entry of a list of names: capitals and unknown family names
        are taken too
    """
    is_own = rules.pattern("extract.address_own_ong").regex.match(words, at) is not None
    lead = None if is_own else rules.pattern("person.lead").match(words, at)
    for begin in dict.fromkeys((lead.end() if lead else at, at)):
        run = rules.pattern("person.run").regex.match(words, begin)
        if run is None:
            continue
        for mention in _in_run(words, run.start(), run.end(), rules, offset, listed=listed):
            if mention.start == begin + offset:
                return mention
            break
    return None


def _in_run(
    words: str, start: int, end: int, rules: Rulebook, offset: int, *, listed: bool = False
) -> Iterator[PersonMention]:
    """The names in one run of capitalised words, left to right."""
    tokens = _tokens(words, start, end, rules)
    left = words[max(0, start - _LEFT) : start]
    touches_place = rules.pattern("person.place_word").regex.search(left) is not None
    at = 1 if touches_place else 0
    while at < len(tokens):
        if touches_place and family_names(rules).get(fold(tokens[at].text), 4) > 2:
            at += 1  # still the place: a person behind it is known by a frequent family name
            continue
        first = tokens[at]
        left = words[max(0, first.start - _LEFT) : first.start]
        honorific, cue_length = address_before(left, rules)
        cued = cue_length > 0
        size, confidence, rule = _name_at(words, tokens, at, rules, listed=listed, cued=cued)
        if not size:
            at += 1
            continue
        last = tokens[at + size - 1]
        if not cued and _is_cancelled(words, tokens, at, left, rules):
            at = _past_place(words, tokens, at, rules)
            continue
        if (
            honorific is None
            and size == _PLACE_SYLLABLES
            and _is_province(tokens[at : at + 2], rules)
        ):
            at += size  # `3 giáo viên Quảng Trị`: where they are from
            continue
        sure = max(confidence, 0.95) if cued and rule != "person.cued" else confidence
        if size == _PLACE_SYLLABLES and _may_be_place(first, left, honorific, rules):
            sure = min(sure, _OF_PLACE)
        end = _past_foreign(words, tokens[at : at + size], rules)
        name = _written(tokens[at : at + size]) + words[last.end : end]
        yield PersonMention(
            first.start + offset, end + offset, name,
            first.start - cue_length + offset, honorific, cued, rule,
            sure,
        )  # fmt: skip
        at += size


def _may_be_place(first: _Token, left: str, honorific: str | None, rules: Rulebook) -> bool:
    """`nông dân Sơn Hà`: what people are may stand before where they are from, too."""
    cue = rules.pattern("person.cue").on(left).search(left)
    is_capacity = honorific is None and cue is not None and cue["capacity"] is not None
    return is_capacity and family_names(rules).get(fold(first.text), 4) > 1


def _past_foreign(words: str, name: list[_Token], rules: Rulebook) -> int:
    """Where a given name with a hyphen ends (`Kim Young-Chul`); `An-Giám đốc` has a post there."""
    end = name[-1].end
    joined = rules.pattern("person.joined_syllable").regex.match(words, end)
    if joined is None:
        return end
    # `Kim Min-su,`: three words like any name's, but joined as no post is to a name of two
    is_given = len(name) == _FAMILY_AND_HALF and joined["alone"] is not None
    is_plain = all(map(is_syllable, [joined["next"] or joined["alone"], *(t.text for t in name)]))
    return end if is_plain and not is_given else joined.end()


def _is_province(tokens: list[_Token], rules: Rulebook) -> bool:
    return " ".join(fold(token.text) for token in tokens) in province_names(rules)


def _tokens(words: str, start: int, end: int, rules: Rulebook) -> list[_Token]:
    """The syllables of a run; a lost blank inside (NguyễnVăn) is put back."""
    glued = rules.pattern("person.glued").regex
    tokens: list[_Token] = []
    for match in _WORD.finditer(words, start, end):
        parts = glued.match(match.group())
        if parts:
            cut = match.start() + len(parts["first"])
            tokens.append(_Token(match.start(), cut, parts["first"]))
            tokens.append(_Token(cut, match.end(), parts["second"]))
        else:
            tokens.append(_Token(match.start(), match.end(), match.group()))
    return tokens


_WORD = regex.compile(r"[^\s\u00a0]+")
_PAST_BLANKS = regex.compile(r"[ \u00a0]*(?P<next>.?)", regex.DOTALL)


def _name_at(
    words: str, tokens: list[_Token], at: int, rules: Rulebook, *, listed: bool, cued: bool
) -> tuple[int, float, str]:
    """Number of syllables of the name that starts at a token (0 if none), confidence and rule."""
    token = tokens[at]
    has_middle = _has_plain_middle(words, tokens, at, rules)
    if not cued and not listed:
        if token.text in stop_syllables(rules) and not has_middle:
            return 0, 0.0, ""
        if rules.pattern("person.figure").regex.match(words[token.start : token.start + 40]):
            return 0, 0.0, ""
    if token.text == "Việt" and at + 2 == len(tokens) and tokens[-1].text == "Nam":
        return 0, 0.0, ""  # `Cựu chiến binh Việt Nam`: the country, whatever stands before it
    is_own = rules.pattern("extract.address_own_ong").regex.match(words, token.start) is not None
    if token.text in address_words(rules) and not cued and not is_own:
        return 0, 0.0, ""
    if fold(token.text) in unit_words(rules) and not has_middle:
        return 0, 0.0, ""
    letters = token.text.rstrip("'’")  # K' is a letter, not a syllable in capitals
    capitals = (listed or cued) and letters.isupper() and len(letters) > 1
    if capitals and not cued and _opens_phrase(tokens, at, rules):
        return 0, 0.0, ""
    saint = token.text in saints(rules) and (cued or listed)
    first = at + saint  # `Giuse Trần Văn A`: the family name stands behind the name of baptism
    family = _family_syllables(tokens, first, rules)
    if (cued or listed) and not capitals:
        tail = words[token.start : min(tokens[-1].end, token.start + _NAME_REACH)]
        highland = rules.pattern("person.highland").regex.match(tail)
        if highland and (not family or token.text[-1] in "'’"):
            size = sum(1 for t in tokens[at:] if t.end <= token.start + highland.end())
            return size, 0.9, "person.highland"
    most = _MOST_SYLLABLES + (2 if _opens_long(tokens, at) else 0) + saint
    size = 0
    for index in range(at, min(len(tokens), at + most)):
        if not _is_syllable(tokens[index].text, rules, capitals=capitals):
            break
        # `Ông NGUYỄN TRỌNG TÀI`: a post (trọng tài) ends no name of a family name alone
        is_bare = cued and capitals and index == first + family and index + 2 == len(tokens)
        if index > at and not is_bare and _stops(words, tokens, index, rules, capitals=capitals):
            break
        size += 1
    rest = len(tokens) - at - size
    if family and size > family + saint:
        frequency = _frequency(tokens, first, family, rules)
        is_known = size >= 3 or _is_middle(tokens, at + family, rules) or cued or listed
        sure = frequency <= 2 and is_known
        if rest and not cued and size == most:
            return 0, 0.0, ""
        if not cued and not listed and (size == 2 or frequency > 3) and not sure:
            return (size, 0.6, "person.name") if size <= 4 else (0, 0.0, "")
        return size, 0.92 if sure or cued or listed else 0.75, "person.name"
    opens_unit = _term_at(words, token.start, rules)
    if cued and 2 <= size <= 4 and not rest and not (opens_unit and " " in opens_unit.group()):
        return size, 0.8, "person.cued"
    if (
        listed
        and not capitals  # words in capitals are a heading unless they open with a family name
        and 3 <= size <= 4
        and not rest
        and token.text.capitalize() not in stop_syllables(rules)
    ):
        return size, 0.75, "person.listed"
    return 0, 0.0, ""


def _opens_phrase(tokens: list[_Token], at: int, rules: Rulebook) -> bool:
    """Whether words in capitals begin as a heading does (`CÔNG TÁC`), though Công is a surname."""
    return tuple(fold(token.text) for token in tokens[at : at + 2]) in opening_phrases(rules)


def _family_syllables(tokens: list[_Token], at: int, rules: Rulebook) -> int:
    """How many tokens from ``at`` are a family name: 2 (Tôn Thất), 1, or 0."""
    names = family_names(rules)
    if at + 1 < len(tokens) and f"{fold(tokens[at].text)} {fold(tokens[at + 1].text)}" in names:
        return 2
    return 1 if fold(tokens[at].text) in names else 0


def _frequency(tokens: list[_Token], at: int, family: int, rules: Rulebook) -> int:
    """Class of the family name; `Nguyễn Phúc` is as frequent as `Nguyễn`, whose middle name it may
    be."""
    names = family_names(rules)
    words = [fold(t.text) for t in tokens[at : at + family]]
    return min(names[" ".join(words)], names.get(words[0], 4))


def _opens_long(tokens: list[_Token], at: int) -> bool:
    return " ".join(fold(t.text) for t in tokens[at : at + 2]) in _LONG_FAMILY


def _is_syllable(text: str, rules: Rulebook, *, capitals: bool) -> bool:
    if capitals:
        return text.isupper() and text.replace("'", "").isalpha()
    return rules.pattern("person.syllable").regex.match(text) is not None


def _is_middle(tokens: list[_Token], at: int, rules: Rulebook) -> bool:
    return at < len(tokens) and tokens[at].text in middle_names(rules)


def _has_plain_middle(words: str, tokens: list[_Token], at: int, rules: Rulebook) -> bool:
    """Văn and Thị stand in names only; other middle names begin words too (Khoa Công nghệ).

    Behind a frequent family name (Đoàn) they do where the two make no body (Đoàn Thanh niên).
    """
    if at + 2 >= len(tokens):
        return False
    if tokens[at + 1].text in {"Văn", "Thị"}:
        return True
    body = _term_at(words, tokens[at].start, rules)
    is_body = body is not None and " " in body.group()
    is_frequent = family_names(rules).get(fold(tokens[at].text), 4) <= 2
    return (
        is_frequent
        and not is_body
        and len(tokens) - at in (3, 4)
        and _is_middle(tokens, at + 1, rules)
    )


def _term_at(words: str, at: int, rules: Rulebook) -> regex.Match[str] | None:
    """The post or the head of a body that begins at ``at``."""
    return rules.pattern("person.stop").on(words).match(words[at : at + _TERM_REACH])


def _stops(
    words: str, tokens: list[_Token], index: int, rules: Rulebook, *, capitals: bool
) -> bool:
    """Does a post or body begin at this token?  One-word terms (Khoa, Viện) are given names too."""
    match = _term_at(words, tokens[index].start, rules)
    if not match:
        return False
    term = match.group()
    if " " in term:  # `Phạm Công An, giáo viên`: a body would go on with its place
        behind = _PAST_BLANKS.match(words, tokens[index].start + len(term))
        goes_on = behind is not None and behind["next"].isalnum()
        return not (index == 1 and _is_title_case(term) and not goes_on)
    if fold(term) in {"phó", "trưởng", "sở"}:
        behind = _PAST_BLANKS.match(words, tokens[index].end)
        # `Lê Văn Sở, Giám đốc`: a name that the third syllable ends, and no post or body goes on
        return index != 2 or behind is None or behind["next"].isalnum()
    return term.isupper() and not capitals  # in a name in capitals every syllable is


def _is_title_case(term: str) -> bool:
    return all(word[:1].isupper() and word[1:].islower() for word in term.split())


def _is_cancelled(words: str, tokens: list[_Token], at: int, left: str, rules: Rulebook) -> bool:
    """Is the run the name of a street, school, prize or place rather than a person?"""
    if at == 0:
        return rules.pattern("person.cancel").regex.search(left) is not None
    if tokens[at - 1].text.isupper() and len(tokens[at - 1].text) > 1:  # THPT Lê ...
        return True
    run_left = words[max(0, tokens[0].start - _LEFT) : tokens[0].start]
    if rules.pattern("person.place_word").regex.search(run_left):
        return False  # a place name touches the person's name
    if rules.pattern("person.cancel").regex.search(run_left):
        return True
    lead = words[max(tokens[0].start, tokens[at].start - _NAME_REACH) : tokens[at].start]
    return rules.pattern("person.cancel").regex.search(lead) is not None or _is_unit(lead, rules)


def _is_unit(text: str, rules: Rulebook) -> bool:
    """Do the words before the name in its run begin a body (``Công ty``, ``Trường Tiểu học``)?"""
    return any(rules.pattern("person.stop").on(text).match(text[i:]) for i in _word_starts(text))


def _word_starts(text: str) -> Iterator[int]:
    return (m.start() for m in _WORD.finditer(text))


def _past_place(words: str, tokens: list[_Token], at: int, rules: Rulebook) -> int:
    """Where the search goes on after a cancelled name.

    After ``xã`` and the like two syllables are the place; what follows may be a person.
    """
    left = words[max(0, tokens[at].start - _LEFT) : tokens[at].start]
    if rules.pattern("person.place_word").regex.search(left):
        return at + 2
    return len(tokens)


def _written(tokens: list[_Token]) -> str:
    """The name with one blank between syllables and capitals at their heads only."""
    capitals = len(tokens) > 1 and all(t.text.isupper() for t in tokens)
    return " ".join(t.text.capitalize() if capitals else t.text for t in tokens)
