"""People called by their given name (`anh Thọ`) once the document has named them in full."""

from __future__ import annotations

from collections.abc import Collection

import regex

from pipeline.extract.bodies import body_at
from pipeline.extract.initiatives import TitledInitiative
from pipeline.extract.people import people_in, person_at
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.recipients.names import Named, read_name
from pipeline.link.awardees.recipients.series import enumerated
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_HEADS = regex.compile(r"(?<![\p{L}\p{N}])\p{Lu}")
_HEAD_REACH = 60  # letters
_LEFT = 160
_TEAM_REACH = 300
_SURE = 0.8


def called_in_clause(
    block: Block, clause: AwardClause, known: Collection[str], rules: Rulebook
) -> Named | None:
    """Whom a sentence gives its award by given name only: `tặng giấy khen cho em Hiếu`.

    :param known: names in full of the document so far; one alone must have the given name
    """
    match = rules.pattern("prose.given_names_to_called").regex.match(
        block.view, clause.award_end - block.start
    )
    return _known(match, block, known) if match else None


def author_before(
    block: Block, title: TitledInitiative, known: Collection[str], rules: Rulebook
) -> Named | None:
    """The author named before a title: `ông Lê Văn A là tác giả của sáng kiến “...”`."""
    end = title.lead - block.start
    begin = max(0, end - _LEFT)
    left = block.view[begin:end]
    said = rules.pattern("prose.given_names_is_author").regex.search(left)
    if said is None:
        return None
    people = [p for p in people_in(left[: said.start()], rules) if p.end == said.start()]
    if said.group().startswith(",") and person_at(said.group(), len(", "), rules) is not None:
        return None  # `A, B (Công ty C) với sáng kiến X`: not A alone
    if people and not people[-1].cued and _ends_body(left[: said.start()], rules):
        return None
    if people:
        person, start = people[-1], block.start + begin
        named = Named(
            start + person.start, start + person.end, person.name, "person", start + person.end,
            person.rule, person.confidence, honorific=person.honorific,
        )  # fmt: skip
        with_ = said.group().rfind(" với")  # what he is stands between: `anh A, thợ hàn với`
        told = begin + said.start() + with_ if with_ > 0 else begin + said.start()
        whole = read_name(
            block.view, begin + person.lead, block.start, rules, listed=True, limit=told
        )
        return whole if whole is not None and whole.name == named.name else named
    called = rules.pattern("prose.given_names_called_at_end").regex.search(
        block.view, begin, begin + said.start()
    )
    return _known(called, block, known) if called else None


def team_before(block: Block, title: TitledInitiative, rules: Rulebook) -> list[Named]:
    """`nhóm tác giả A, B, C (Công ty D) với giải pháp “X”`: all of them, where all are read."""
    end = title.lead - block.start
    left = block.view[max(0, end - _TEAM_REACH) : end]
    leads = list(rules.pattern("prose.given_names_team").regex.finditer(left))
    if not leads or not left.endswith(" với "):
        return []
    begin, stop = end - len(left) + leads[-1].end(), end - len(" với ")
    found = [e.named for e in enumerated(block, begin, (), rules, stop, sure=True)]
    is_whole = bool(found) and not block.view[found[-1].tail - block.start : stop].strip(" .,)")
    return found if is_whole and all(named.kind == "person" for named in found) else []


def _ends_body(words: str, rules: Rulebook) -> bool:
    """`nhóm kỹ thuật Điện lực Hạ Lang`: the place in a body's name is none of its people."""
    heads = _HEADS.finditer(words, max(0, len(words) - _HEAD_REACH))
    bodies = (body_at(words, head.start(), rules) for head in heads)
    return any(body is not None and body.end == len(words) for body in bodies)


def _known(match: regex.Match[str], block: Block, known: Collection[str]) -> Named | None:
    names = {name for name in known if len(name.split()) > 1 and name.split()[-1] == match["given"]}
    if len(names) != 1:
        return None
    start, end = (block.start + at for at in match.span("given"))
    return Named(
        start, end, names.pop(), "person", end, "person.cued", _SURE, honorific=match["called"]
    )
