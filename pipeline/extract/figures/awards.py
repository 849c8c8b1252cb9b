"""Which award a count is a count of, and who confers it (figures.md section 4)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

import regex

from pipeline.extract.awards import GRADE_CODES, awards_in_words
from pipeline.extract.figures.bodies import agent_before, body_after, subject_before
from pipeline.extract.figures.candidates import Candidate
from pipeline.extract.figures.other_deeds import (
    hand_out,
    is_done_to,
    is_not_given,
    is_of_own_deed,
    verbs_of_giving,
)
from pipeline.extract.figures.passage import Passage
from pipeline.extract.figures.segment import left_segment, right_segment
from pipeline.model import AwardMention
from pipeline.rulebook import Rulebook

_REACH = 160  # letters from a count to the verb that confers; longer is another thought
_MOST_CHAINED = 40  # counts that share one predicate; a longer chain is a list of something
_MOST_VERBS = 8  # verbs before the one of a count at which its giver may stand
_LONGEST_PREPOSITION = 12
_MARKS = regex.compile(r"[“”\"]")
_OBJECT = 60  # letters from the verb to the award's name
_ONE_VERB = regex.compile(r"\p{L}+(?:\s\p{L}+)?\s+")
_JOINT = regex.compile(r"[”\"]?\s*(?:và|,)\s*[“\"]?")
_OF_ONE_AND = regex.compile(r"[”\"]?\s(?:của\s)?[^.;:()\d]{3,90}?\svà\s[“\"]?")
_NO_WORD = regex.compile(r"\W+")
_COUNT_BEFORE = regex.compile(r"(?<!\d)(\d{1,4})\s{1,3}$")
_LONGEST_COUNT = 8  # letters
_DIGIT = regex.compile(r"\d")
_RECIPIENTS = frozenset({"people", "collective", "work"})


@dataclass(frozen=True, slots=True)
class Conferred:
    """The award of a count: code (None where two awards share one count), name, who confers.

    ``is_given`` is False where a title is reached or won (``đạt``) and nobody is said to give it.
    """

    award: str | None
    award_name: str | None
    conferred_by: str | None
    is_given: bool


def conferred(
    passage: Passage,
    found: Sequence[Candidate],
    at: int,
    awards: Sequence[AwardMention],
    rules: Rulebook,
) -> Conferred | None:
    """The award that the figure ``found[at]`` counts, None where it counts none.

    :param found: all figures of the passage in order
    :param awards: the awards named in the passage, in order (absolute offsets)
    """
    figure = found[at]
    if figure.unit == "vnd":
        return None
    awards = _near(passage, figure, awards)
    own = [a for a in awards if figure.number[1] <= _start(passage, a) < figure.end]
    is_title = bool(own) and passage.folded[figure.number[1] : _start(passage, own[0])].isspace()
    if own and (figure.group == "award" or is_title):  # `64 Nhà giáo Nhân dân`: people by title
        if is_not_given(passage, figure, rules):
            return None
        verb = _last_verb(passage, figure.start, rules)
        if verb is not None and _is_won(passage, verb, figure.start, rules):
            verb = None
        giver = _giver(passage, verb, own[-1], rules) if verb is not None else None
        return _named(passage, own[:1], giver, is_given=True)
    if figure.group == "award":  # `Giải Nhì: 04 giải`; `5 giải phụ` are none of those before
        if (figure.counted or "").casefold().startswith("giải "):
            return _handed(passage, figure, rules)
        return _given_before(passage, figure, awards, rules) or _handed(passage, figure, rules)
    lower = (figure.counted or "").lower()
    if figure.group not in _RECIPIENTS and not lower.startswith("lượt"):
        return None
    if not awards and not _confers(passage, rules):
        return None
    before = passage.folded[max(0, figure.start - _LONGEST_PREPOSITION) : figure.start]
    if rules.pattern("figure.aside").regex.search(before):
        return None
    if figure.unit == "count" and rules.pattern("counts.awards_own_verb").regex.match(
        passage.folded, figure.end
    ):  # `993 tập thể, 5.719 đơn vị đạt ...`
        own_award = _predicated(passage, found, at, awards, rules)
        if own_award is not None and own_award.award_name is not None:
            return own_award
    return (
        _given_before(passage, figure, awards, rules)
        or _predicated(passage, found, at, awards, rules)
        or _titled(passage, figure, rules)
        or _praised(passage, figure, rules)
    )


def _confers(passage: Passage, rules: Rulebook) -> bool:
    """Whether a verb of conferring or praise can stand anywhere in the passage."""
    return passage.may_hold(rules.pattern("figure.confer")) or passage.may_hold(
        rules.pattern("figure.praise")
    )


def carried(
    passage: Passage, before: Candidate, award: Conferred, figure: Candidate, *, rules: Rulebook
) -> Conferred | None:
    """``tặng AWARD cho 14 cá nhân thuộc A; 1 cá nhân thuộc B``: the award holds behind semicolons.

    :param before: the figure before, of those on whom ``award`` is conferred
    """
    counts_people = {figure.group, before.group} <= _RECIPIENTS
    if not counts_people or figure.unit == "vnd" or not award.is_given:
        return None  # `đề nghị 50 Bằng khen; 01 công trình` is another aim
    between = passage.folded[before.end : figure.start]
    after, _ = right_segment(passage, figure.end)
    is_next = rules.pattern("counts.awards_next_recipient").regex.fullmatch(between) is not None
    return (
        award
        if is_next and not rules.pattern("counts.awards_predicate").regex.search(after)
        else None
    )


def _near(
    passage: Passage, figure: Candidate, awards: Sequence[AwardMention]
) -> Sequence[AwardMention]:
    """The awards that the figure's sentence can hold."""
    start, end = passage.sentence(figure.start)
    first = bisect_left(awards, passage.offset + start, key=lambda a: a.start)
    return awards[first : bisect_left(awards, passage.offset + end, key=lambda a: a.start)]


def _start(passage: Passage, award: AwardMention) -> int:
    return award.start - passage.offset


def _end(passage: Passage, award: AwardMention) -> int:
    return award.end - passage.offset


def _given_before(
    passage: Passage, figure: Candidate, awards: Sequence[AwardMention], rules: Rulebook
) -> Conferred | None:
    """``AUTHORITY tặng AWARD cho N1 U1, N2 U2``."""
    if not awards:
        return None
    segment, start = left_segment(passage, figure.start)
    before = [
        a for a in awards
        if start <= _start(passage, a) and _end(passage, a) <= figure.start
        and segment[_start(passage, a) - start] != " "
    ]  # fmt: skip
    given = [
        a
        for a in before
        if not rules.pattern("counts.awards_held").regex.search(
            segment, 0, _start(passage, a) - start
        )
    ]
    before = given or before  # `tặng Bằng khen cho 2 em đoạt giải Nhất và 2 giáo viên`
    if not before:
        return None
    between = segment[_end(passage, before[-1]) - start :]
    if not (
        rules.pattern("figure.to_recipient").regex.search(between)
        or rules.pattern("figure.award_direct").regex.match(between)
    ):
        return None
    if rules.pattern("figure.confer").on(passage.folded).search(between):
        return None
    if (
        rules.pattern("counts.awards_for_deed").regex.search(between)
        or rules.pattern("counts.awards_whose").regex.search(between)
        or is_of_own_deed(
            passage, (_start(passage, before[-1]), _end(passage, before[-1])), between, rules
        )
    ):
        return None
    named = before[-1:]
    if len(before) > 1 and _are_joined(passage, before[-2], before[-1]):
        named = before[-2:]
    verb = _last_verb(passage, _start(passage, named[0]), rules)
    of_next = rules.pattern("counts.awards_of_next").regex.search(between)
    behind = _end(passage, before[-1])
    giver = body_after(passage, behind if of_next is None else behind + of_next.end(), rules)
    if len(before) > 1 and _are_given_apart(passage, before[-2], before[-1]):
        return _named_apart(before[-2:])
    if giver is None and verb is not None and of_next is None:
        giver = _giver(passage, verb, before[-1], rules)
    if (summed := _summed(passage, figure, before)) is not None:
        return Conferred(None, summed, giver, True)
    return _regraded(_named(passage, named, giver, is_given=True), before[-1], between, rules)


def _summed(passage: Passage, figure: Candidate, before: Sequence[AwardMention]) -> str | None:
    """``3 Cờ thi đua và 19 Bằng khen cho 22 tập thể``: one count of the awards counted before."""
    total, names, end = 0, [], None
    for award in reversed(before):
        start = _start(passage, award)
        count = _COUNT_BEFORE.search(passage.view, max(0, start - _LONGEST_COUNT), start)
        if count is None or (
            end is not None and not _JOINT.fullmatch(passage.folded, _end(passage, award), end)
        ):
            break
        total, end = total + int(count[1]), count.start()
        names.append(award.award_name)
    if len(names) < 2 or total != figure.quantity.value:
        return None
    return f"{', '.join(reversed(names[1:]))} và {names[0]}"


def _regraded(found: Conferred, award: AwardMention, between: str, rules: Rulebook) -> Conferred:
    """``hạng Nhất cho ..., hạng Nhì cho ...``: the class named last before the count holds."""
    hits = list(rules.pattern("figure.next_grade").regex.finditer(between))
    if not hits or award.grade is None or found.award is None or found.award_name is None:
        return found
    grade = hits[-1]["grade"].capitalize()
    number = GRADE_CODES[grade]
    if rules.pattern("counts.awards_second_grade").regex.match(between, hits[-1].end()):
        name = found.award_name.replace(award.grade, _grades(between[hits[-1].start("grade") :]))
        return replace(found, award=None, award_name=name)  # one count of two classes
    code = found.award.rsplit("_", 1)[0] + f"_{number}"
    return replace(found, award=code, award_name=found.award_name.replace(award.grade, grade))


def _grades(words: str) -> str:
    """``nhì, ba cho ...`` as printed in awards' names: ``Nhì, Ba``."""
    named = [grade for grade in _NO_WORD.split(words) if grade.capitalize() in GRADE_CODES]
    return ", ".join(grade.capitalize() for grade in named)


def _predicated(
    passage: Passage,
    found: Sequence[Candidate],
    at: int,
    awards: Sequence[AwardMention],
    rules: Rulebook,
) -> Conferred | None:
    """``N1 U1, N2 U2 được AUTHORITY tặng AWARD``, ``đạt danh hiệu AWARD``."""
    if not passage.may_hold(rules.pattern("figure.confer")):
        return None
    segment, start = right_segment(passage, found[at].end)
    confer = rules.pattern("figure.confer").on(passage.folded)
    chain = rules.pattern("figure.chain").regex
    last = found[at]
    limit = len(segment)
    for following in islice(found, at + 1, at + 1 + _MOST_CHAINED):
        if following.start - start >= len(segment) or following.start < last.end:
            break
        if segment[following.number[0] - start] == " ":
            continue  # inside a bracket that the sentence steps over
        gap = segment[max(last.end - start, 0) : following.start - start]
        if following.rule != "figure.elided" and not chain.fullmatch(gap):
            limit = following.start - start
            break
        last = following
    reach = min(limit, max(last.end - start, 0) + _REACH)
    for verb in confer.finditer(segment, max(last.end - start, 0), reach):
        before, comma, _ = segment[max(last.end - start, 0) : verb.start()].partition(",")
        # `30 nghệ nhân được phong tặng, truy tặng X`: the comma stands between two verbs
        if comma and not confer.search(before) and is_done_to(passage, found, at, rules):
            return None
        close = [
            a for a in awards
            if verb.start() <= _start(passage, a) - start < min(limit, verb.end() + _OBJECT)
            and segment[_start(passage, a) - start] != " "
        ]  # fmt: skip
        if close and not _broken(segment[verb.end() : _start(passage, close[0]) - start]):
            if verb["give"] is not None and hand_out(
                (found[at].counted or "").casefold(),
                segment[max(last.end - start, 0) : verb.start()],
                segment[_end(passage, close[-1]) - start :],
                rules,
            ):
                return None
            named = close[:1]
            if len(close) > 1 and _are_joined(passage, close[0], close[1]):
                named = close[:2]
            giver = body_after(passage, _end(passage, named[-1]), rules)
            giver = giver or agent_before(passage, last.end, start + verb.start(), rules)
            return _named(passage, named, giver, is_given=verb["give"] is not None)
        if verb["give"] is not None and not rules.pattern("counts.awards_next_verb").regex.match(
            segment, verb.end()
        ):
            giver = agent_before(passage, last.end, start + verb.start(), rules)
            return None if giver is None else Conferred(None, None, giver, True)
    return None


def _titled(passage: Passage, figure: Candidate, rules: Rulebook) -> Conferred | None:
    """``công nhận 15 tập thể “Lao động tiên tiến”``: the title stands right behind the noun."""
    title = next((t for t in passage.titles if 0 <= t[0] - figure.end <= 2), None)
    if title is None:
        return None
    before = passage.folded[max(0, figure.start - 60) : figure.start]
    if not rules.pattern("figure.confer").on(passage.folded).search(before):
        return None
    words = f"{figure.counted} {passage.view[title[0] + 1 : title[1] - 1]}"
    named = awards_in_words(f"danh hiệu {words}", rules)
    if not named:
        return None
    return Conferred(named[0].award, named[0].award_name, None, True)


def _handed(passage: Passage, figure: Candidate, rules: Rulebook) -> Conferred | None:
    """``Chủ tịch nước tặng 591 Huân chương các loại``: who gives awards that are not named."""
    segment, start = left_segment(passage, figure.start)
    verbs = verbs_of_giving(segment, rules)
    if not verbs or not _ONE_VERB.fullmatch(segment, verbs[-1]):
        return None
    giver = subject_before(passage, start, start + verbs[-1], rules)
    return None if giver is None else Conferred(None, None, giver, True)


def _praised(passage: Passage, figure: Candidate, rules: Rulebook) -> Conferred | None:
    """``UBND tỉnh khen thưởng 20 tập thể``: who praises is named, the award is not."""
    if not passage.may_hold(rules.pattern("figure.praise")):
        return None
    segment, start = left_segment(passage, figure.start)
    verb = rules.pattern("figure.praise").regex.search(segment, max(0, len(segment) - _REACH))
    giver = None if verb is None else subject_before(passage, start, start + verb.start(), rules)
    return None if giver is None else Conferred(None, None, giver, True)


def _named(
    passage: Passage, awards: Sequence[AwardMention], giver: str | None, *, is_given: bool
) -> Conferred:
    if len(awards) == 1:
        return Conferred(awards[0].award, awards[0].award_name, giver, is_given)
    printed = passage.view[_start(passage, awards[0]) : awards[-1].end - passage.offset]
    name = " ".join(_MARKS.sub("", printed).split())
    return Conferred(None, name[0].upper() + name[1:], giver, is_given)


def _are_joined(passage: Passage, first: AwardMention, second: AwardMention) -> bool:
    gap = passage.folded[first.end - passage.offset : _start(passage, second)]
    return _JOINT.fullmatch(gap) is not None


def _are_given_apart(passage: Passage, first: AwardMention, second: AwardMention) -> bool:
    """``Bằng khen của A và Giấy khen của B``: each award has a giver of its own."""
    gap = passage.folded[first.end - passage.offset : _start(passage, second)]
    return _OF_ONE_AND.fullmatch(gap) is not None


def _named_apart(awards: Sequence[AwardMention]) -> Conferred:
    """One count of two awards that two bodies give."""
    first, second = (award.award_name for award in awards)
    return Conferred(None, f"{first} và {second}", None, True)


def _broken(gap: str) -> bool:
    """Whether something ends the predicate between the verb and the award."""
    return any(sign in gap for sign in ",;") or _DIGIT.search(gap) is not None


def _last_verb(passage: Passage, position: int, rules: Rulebook) -> int | None:
    """Where the last verb of conferring before ``position`` begins, in its segment."""
    segment, start = left_segment(passage, position)
    verbs = verbs_of_giving(segment, rules)
    return start + verbs[-1] if verbs else None


def _is_won(passage: Passage, verb: int, position: int, rules: Rulebook) -> bool:
    """`tặng Huân chương cho ông A, đoạt 5 huy chương vàng`: won, and not given by the same."""
    verbs = (
        rules.pattern("figure.confer").on(passage.folded).finditer(passage.folded, verb, position)
    )
    return [hit["give"] for hit in verbs][-1:] == [None]


def _giver(passage: Passage, verb: int, award: AwardMention, rules: Rulebook) -> str | None:
    """Who confers: named behind the award, before the verb, or before an earlier verb."""
    giver = body_after(passage, award.end - passage.offset, rules)
    if giver is not None:
        return giver
    segment, start = left_segment(passage, verb)
    earlier = [start + at for at in verbs_of_giving(segment, rules)]
    for at in (verb, *reversed(earlier[-_MOST_VERBS:])):
        found = subject_before(passage, start, at, rules)
        if found is not None:
            return found
    return None
