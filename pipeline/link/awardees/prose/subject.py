"""Who stands before `được ... tặng`: the subject of a sentence that tells of an award."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.extract.bodies import bodies_listed
from pipeline.extract.holder import person_at_end
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.on_behalf import as_body
from pipeline.link.awardees.clauses.received import received_by, sentence_begin
from pipeline.link.awardees.prose.beside import is_aside, names_another
from pipeline.link.awardees.prose.bracketed import in_groups
from pipeline.link.awardees.prose.counted_subject import counted_subject
from pipeline.link.awardees.prose.who_is import says_who, thanks_to, was_there
from pipeline.link.awardees.recipients.areas import areas_as_subject
from pipeline.link.awardees.recipients.names import Named, read_name
from pipeline.link.awardees.recipients.post_first import read_post_first
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook
from pipeline.rulebook.twin import Twins

_BARE = 0.7  # a head noun alone (`công đoàn cơ sở`) names nobody
_LABEL = regex.compile(r"[ \u00a0–+*•-]*+(?:(?:\d{1,2}(?:\.\d{1,2})?|[a-zđ])[.)]\s{1,2})?")
_WORD_START = Twins(r"(?<![\p{L}\p{N}])\p{L}")
# `Cụ thể, Trường A và đồng chí B được ...`: where the subject of a sentence begins
_OPENS_SUBJECT = regex.compile(r"(?:[^;:.()]{0,160}?,\s|[^;.()]{0,60}:\s)(?=\p{Lu})")
_WHOSE_REACH = 100
# who is told to have been there may be none of the awardees
_SUBJECT, _GUEST, _BODY = 0.9, 0.85, 0.85
_COMMA = regex.compile(r",\s")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The part of a block's view in which the subject stands.

    :param begin: where the sentence begins
    :param first: the same behind its number or dash
    :param received: the verb (`được`), before which the subject ends
    """

    block: Block
    begin: int
    first: int
    received: regex.Match[str]

    @property
    def end(self) -> int:
        return self.received.start()

    def offset(self, at: int) -> int:
        """A place of the document in the block's view."""
        return at - self.block.start

    def ends_at(self, at: int) -> bool:
        """Does nothing more stand between ``at`` and the verb?"""
        return not self.block.view[at : self.end].strip(" ,-–")


def subject_of(
    block: Block, clause: AwardClause, others: Sequence[AwardClause], rules: Rulebook
) -> list[Enumerated]:
    """The persons and bodies before `được ... tặng`, over semicolons back to the full stop."""
    said_of = received_by(block, clause, others, rules)
    if said_of is None:
        return []
    behind, begin = clause.award_end - block.start, said_of[0]
    if (
        rules.pattern("prose.subject_holds").regex.search(block.view, begin, said_of[1].end())
        and rules.pattern("prose.subject_held_for").regex.match(block.view, behind) is not None
    ):
        return []
    found = _subject(block, clause, *said_of, rules)
    if rules.pattern("prose.subject_represents").regex.match(
        block.view, sentence_begin(block, clause, others, rules)
    ):
        return [item for item in found if item.named.kind == "collective"]
    return found


def _subject(
    block: Block, clause: AwardClause, begin: int, received: regex.Match[str], rules: Rulebook
) -> list[Enumerated]:
    view, end = block.view, received.start()
    if rules.pattern("prose.subject_of_body").regex.search(view, begin, end):
        return []
    if grouped := list(in_groups(block, begin, end, rules)):
        return grouped
    if counted := counted_subject(block, begin, end, rules):
        return counted
    if under := rules.pattern("prose.subject_under_paper").regex.match(view, begin, end):
        begin = under.end()
    label = _LABEL.match(view, begin)
    sentence = _Sentence(block, begin, label.end() if label is not None else begin, received)
    opens = _openings(sentence, clause, rules)
    if named := _holder_of_post(sentence, opens, rules) or _named(sentence, opens, rules):
        return named
    if rules.pattern("prose.subject_indefinite").regex.match(view, sentence.first, end):
        return []  # `Nhiều cá nhân, tập thể Công an tỉnh A được ...`
    if areas := areas_as_subject(block, begin, end, rules):
        return [Enumerated(area) for area in areas]
    return _bodies_alone(sentence, rules)


def _openings(sentence: _Sentence, clause: AwardClause, rules: Rulebook) -> set[int]:
    """Where in the view the subject of the sentence may begin."""
    view, begin, first, end = sentence.block.view, sentence.begin, sentence.first, sentence.end
    lead_in = _OPENS_SUBJECT.match(view, first, end)
    if lead_in is not None and lead_in.group().rstrip().endswith(","):
        # `Ban A khen Đội B, Đội C đã giúp; Trường D được ...`: what is in it speaks of others
        lead_in = None if ";" in view[lead_in.end() : end] else lead_in
    opens = {first, lead_in.end() if lead_in else first}
    hailed = (
        m.end() for m in rules.pattern("prose.subject_hailed").regex.finditer(view, first, end)
    )
    opens |= {at for at in hailed if ";" not in view[at:end]}
    group = rules.pattern("awardee.collective_lead").regex.match(view, first)
    opens |= {group.end()} if group else set()
    opens |= {
        m.end() for m in rules.pattern("prose.subject_years_past").regex.finditer(view, begin, end)
    }
    opens |= {
        m.end() for m in rules.pattern("prose.subject_collective").regex.finditer(view, begin, end)
    }
    said, stop = sentence.offset(clause.start), sentence.offset(clause.award_end)
    said += len(view[said:stop]) - len(view[said:stop].lstrip(" \u00a0-–+*•"))
    opens.add(said)  # behind a semicolon too
    if lead_in is not None and lead_in.end() not in {first, said}:
        named_before = first + len(lead_in.group().rstrip(" ,"))
        if person_at_end(view, first, named_before, rules) is not None:
            opens.discard(lead_in.end())  # `ông A, Giám đốc Sở B, bà C được`: the post is A's
    return opens


def _holder_of_post(sentence: _Sentence, opens: set[int], rules: Rulebook) -> list[Enumerated]:
    """`Chủ tịch Hội A Lê Văn B vinh dự được nhận ...`."""
    block, begin = sentence.block, sentence.begin
    edge = begin + len(block.view[begin : sentence.end].rstrip())
    for at in sorted(opens):
        named = read_post_first(block.view, at, block.start, rules, limit=edge)
        if named is None:
            continue
        behind = sentence.offset(named.tail)
        if sentence.ends_at(behind) or says_who(block.view, behind, sentence.end, rules):
            return [Enumerated(named)]
    return []


def _named(sentence: _Sentence, opens: set[int], rules: Rulebook) -> list[Enumerated]:
    """Persons and bodies with nothing between them and the verb but who they are."""
    block, view = sentence.block, sentence.block.view
    address = rules.pattern("person.lead")
    begin = thanks_to(view, sentence.begin, sentence.end, rules)
    for head in _WORD_START.on(view).finditer(view, begin, sentence.end):
        at, is_first = head.start(), head.start() in opens
        if not (is_first or head.group().isupper() or address.match(view, at)):
            continue  # neither a body nor a name
        if rules.pattern("prose.subject_whose_body").regex.search(
            view, max(sentence.begin, at - _WHOSE_REACH), at
        ):
            continue
        is_body = is_first and _names_bodies(view, at, sentence.end, rules)
        if not is_body and rules.pattern("prose.subject_remembered").regex.search(
            view, max(sentence.begin, at - _WHOSE_REACH), at
        ):
            continue
        if not is_body and read_name(view, at, block.start, rules, listed=False) is None:
            continue
        found = enumerated(block, at, (), rules, sentence.end)
        items = [i for i in found if not is_aside(view, i.named, block.start, sentence.end, rules)]
        if items and (given := _given(sentence, items, rules)):
            return given
    return []


def _given(sentence: _Sentence, items: list[Enumerated], rules: Rulebook) -> list[Enumerated]:
    """Those of a row of names who are said to have got it; none where the verb is another's."""
    view, last = sentence.block.view, items[-1].named
    if names_another(view, last, sentence.block.start, sentence.end, rules):
        return []
    tail, behind = sentence.offset(last.tail), sentence.offset(last.end)
    sure = _SUBJECT
    if not (
        sentence.ends_at(tail)
        or says_who(view, behind, sentence.end, rules)
        or says_who(view, tail, sentence.end, rules)
    ):
        if not was_there(view, behind, sentence.end, rules):
            return []
        sure = _GUEST
    is_one = (
        rules.pattern("prose.subject_the_one").regex.search(view, behind, sentence.end) is not None
    )
    chain = rules.pattern("prose.subject_unit_chain").regex
    if len(items) > 1 and chain.match(view, sentence.offset(items[-2].named.start), behind):
        sure = _GUEST
    verb = sentence.received.group()
    return [
        Enumerated(as_body(item.named, verb, rules).at_most(sure))
        for item in (items[-1:] if is_one else items)
    ]


def _bodies_alone(sentence: _Sentence, rules: Rulebook) -> list[Enumerated]:
    """Bodies that open the sentence, or follow `Năm 2021, `, up to the verb."""
    block, view = sentence.block, sentence.block.view
    begins = [sentence.first]
    for behind in (_COMMA, rules.pattern("prose.subject_in_year").regex):
        begins += [m.end() for m in behind.finditer(view, sentence.begin, sentence.end)]
    for at in begins:
        lead = rules.pattern("awardee.collective_lead").regex.match(view, at)
        start = lead.end() if lead else at
        bodies = bodies_listed(view, start, rules, block.start, limit=sentence.end)
        if (
            bodies
            and all(body.confidence > _BARE for body in bodies)
            and not view[sentence.offset(bodies[-1].end) : sentence.end].strip(" ,")
        ):
            return [
                Enumerated(Named(
                    body.start, body.end, body.name, "collective", body.end, body.rule,
                    min(body.confidence, _BODY),
                ))
                for body in bodies
            ]  # fmt: skip
    return []


def _names_bodies(view: str, at: int, stop: int, rules: Rulebook) -> bool:
    """Whether bodies are listed from ``at`` on; a head noun alone (`Bệnh viện`) names nobody."""
    bodies = bodies_listed(view, at, rules, limit=stop)
    return bool(bodies) and all(body.confidence > _BARE for body in bodies)
