"""Who a sentence goes on about: a second award of the same subject, and people called `chị`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.extract.bodies import body_at
from pipeline.extract.people import PersonMention, people_in
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.denied import is_denied
from pipeline.link.awardees.clauses.received import received_by
from pipeline.link.awardees.recipients.names import Named
from pipeline.link.awardees.recipients.series import Enumerated
from pipeline.link.awardees.walk import Walk
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_CARRIED, _CALLED, _ONLY_ONE = 0.85, 0.8, 0.7
_HEAD_ALONE = 0.7  # a head noun without a name
_WORD = regex.compile(r"\p{L}+")
_REACH = 1500  # letters of a block in which the name may stand
_FAR = 60  # blocks back in which somebody called by a word of address was named
_NO_PEOPLE = frozenset({"header", "number", "place_date", "furniture", "basis", "signature"})
_TO_OTHERS = regex.compile(r"[^.;]{0,60}?\scho\s")
# by what other words somebody may have been called who is `bà` or `anh` in the next sentence
_ALSO_CALLED = {
    "ông": ("cụ", "thầy", "đồng chí", "đ/c"), "bà": ("cụ", "mẹ", "chị", "cô", "đồng chí", "đ/c"),
    "anh": ("em", "đồng chí", "đ/c"), "chị": ("em", "cô", "bà", "đồng chí", "đ/c"),
    "cô": ("chị", "cô giáo"), "cô giáo": ("cô", "chị"), "thầy": ("thầy giáo", "ông"),
    "cụ": ("ông", "bà", "mẹ"), "thầy giáo": ("thầy", "ông"), "em": ("cháu",),
    "đồng chí": ("đ/c", "ông", "bà", "anh", "chị"),
}  # fmt: skip
# `cô giáo A`, then `cô`: the same person, addressed in short
_IN_SHORT = {"cô": "cô giáo", "thầy": "thầy giáo", "đồng chí": "đ/c"}
_ADDRESSES = frozenset(_ALSO_CALLED).union(*_ALSO_CALLED.values())


def carried_over(
    block: Block,
    clause: AwardClause,
    earlier: AwardClause,
    found: Sequence[Enumerated],
    rules: Rulebook,
) -> tuple[AwardClause, list[Enumerated]]:
    """The subjects of the award before, where the sentence goes on about them with this one.

    :param earlier: the clause before, whose subjects ``found`` stand before it
    :return: the clause with a year of its own only, and its subjects; nobody where it has others
    """
    view, offset = block.view, block.start
    begin, end = earlier.award_end - offset, clause.award_start - offset
    if (
        begin <= end
        and rules.pattern("prose.chain_next_of_row").regex.fullmatch(view, begin, end)
        and _is_told(earlier, clause)
    ):
        year = rules.pattern("awardee.year").regex.search(view, end, clause.end - offset)
        alone = replace(clause, year=int(year["year"]) if year else None)
        is_others = _TO_OTHERS.match(view, clause.award_end - offset) is not None
        return alone, [] if is_others else [
            Enumerated(item.named.at_most(_CARRIED)) for item in found
        ]
    goes_on = (
        rules.pattern("prose.chain_goes_on").regex.fullmatch(view, begin, end)
        if begin <= end
        else None
    )
    if goes_on is None or clause.role != "awardee" or earlier.role != "awardee":
        return clause, []
    if rules.pattern("prose.chain_other_subject").regex.search(view, begin, goes_on.start("own")):
        return clause, []
    if _TO_OTHERS.match(view, clause.award_end - offset) or " cho " in view[begin:end]:
        return clause, []
    if goes_on["giver"] is not None and goes_on["giver"].strip() != clause.conferred_by:
        return clause, []
    if goes_on["received"] is not None:
        start = goes_on.start("received")
        received = _WORD.match(view, start)
        if received is None or is_denied(view, start, received, clause, offset, rules):
            return clause, []
    stated = rules.pattern("awardee.year").regex.search(
        view, goes_on.start("own"), clause.end - offset
    )
    own = replace(clause, year=int(stated["year"]) if stated else None)
    return own, [Enumerated(item.named.at_most(_CARRIED)) for item in found]


def _is_told(earlier: AwardClause, clause: AwardClause) -> bool:
    return clause.role == earlier.role == "awardee"


def called_subject(
    walk: Walk, index: int, block: Block, clause: AwardClause, others: Sequence[AwardClause]
) -> list[Enumerated]:
    """`chị Dợ được ... tặng`, `Năm 2014, chị được ...`: somebody the document has named in full.

    By the given name it must be the only one of that name; by the word of address alone the only
    one that the pages before call so.
    """
    said = received_by(block, clause, others, walk.rules) if clause.role == "awardee" else None
    if said is None:
        return []
    begin, received = said
    if (institution := _institution(walk, index, block, begin, received.start())) is not None:
        return [Enumerated(institution)]
    called = walk.rules.pattern("prose.chain_called_before").regex.search(
        block.view, max(begin, received.start() - 240), received.start()
    )
    if called is None:
        return []
    at = called.start("called")
    if (
        not walk.rules.pattern("prose.chain_begins").regex.search(block.view, begin, at)
        and at > begin
    ):
        return []
    word = called["called"].lower()
    is_own = block.view[:at].rstrip().lower().endswith("bản thân")  # of whom the page is
    known = list(_named_before(walk, index, block, at))
    sure = _CALLED
    if called["given"] is not None:
        names = {p.name for p in known if _is_sure(p) and p.name.split()[-1] == called["given"]}
        span = called.span("given")
    else:
        same = {word, _IN_SHORT.get(word, word)}
        names = {p.name for p in known if _is_sure(p) and (p.honorific or "").lower() in same}
        span = called.span("called")
        if len(names) == 1 and not is_own and _is_another_nearer(known, names, word):
            return []
        if (
            not names
            and (given := _called_last(block.view[max(0, at - _REACH) : at], word, walk.rules))
            is not None
        ):
            names = {p.name for p in known if _is_sure(p) and p.name.split()[-1] == given}
            sure = _ONLY_ONE
        if not names and (only := _only_one(known, word)) is not None:
            names, sure = {only}, _ONLY_ONE
    if len(names) != 1:
        return []
    start, end = (edge + block.start for edge in span)
    return [
        Enumerated(
            Named(start, end, names.pop(), "person", end, "person.cued", sure, honorific=word)
        )
    ]


def _called_last(said: str, word: str, rules: Rulebook) -> str | None:
    """`Chị Luyến luôn tận tụy. Năm 2019, | chị`: the given name that the word last stood with."""
    by_name = rules.pattern("prose.chain_called_by_name").regex.finditer(said)
    return next((e["given"] for e in reversed([*by_name]) if e["word"].lower() == word), None)


def _only_one(known: Sequence[PersonMention], word: str) -> str | None:
    """`Kỹ sư Lê Văn A ...`, then `anh`: the only person whom a profile has named so far."""
    may_be = {"", word, *_ALSO_CALLED.get(word, ())}
    called = ((person.honorific or "").lower() for person in known)
    is_his = all(said in may_be or said not in _ADDRESSES for said in called)  # `Bác sĩ CKII A`
    names = {person.name for person in known}
    return names.pop() if is_his and len(names) == 1 and any(map(_is_sure, known)) else None


def _is_another_nearer(known: Sequence[PersonMention], names: set[str], word: str) -> bool:
    """Is somebody else who may be called so named behind the last mention: `cụ A` later as `bà`?"""
    last = max(at for at, person in enumerate(known) if person.name in names)
    may_be = {*_ALSO_CALLED.get(word, ()), ""}
    return any((person.honorific or "").lower() in may_be for person in known[last + 1 :])


def named_in_full(walk: Walk, index: int, block: Block, item: Enumerated) -> Enumerated:
    """`trao tặng cho Bệnh viện`: a head noun alone is the only such body named in full before, and
    `bác sĩ Y Xia` is the only one whose longer name ends so."""
    if item.named.kind == "person" and item.named.name.count(" ") == 1:
        behind = f" {item.named.name}"
        earlier = _named_before(walk, index, block, item.named.start - block.start)
        names = {p.name for p in earlier if p.name.endswith(behind) and _is_sure(p)}
        if len(names) != 1:
            return item
        return Enumerated(replace(item.named, name=names.pop()).at_most(_CALLED), item.initiative)
    start, end = (at - block.start for at in (item.named.start, item.named.end))
    if item.named.kind != "collective" or item.named.confidence > _HEAD_ALONE:
        return item
    known = _institution(walk, index, block, start, end)
    if known is None or known.end != item.named.end:
        return item
    return Enumerated(replace(item.named, name=known.name, confidence=_CALLED), item.initiative)


def bare_receiver(walk: Walk, index: int, block: Block, clause: AwardClause) -> Enumerated | None:
    """`trao Huân chương cho nhà trường`: the only school that the pages before name in full."""
    to = walk.rules.pattern("prose.chain_to_bare").regex.match(
        block.view, clause.award_end - block.start
    )
    if to is None:
        return None
    known = _institution(walk, index, block, *to.span("bare"))
    return Enumerated(known) if known is not None else None


def _institution(walk: Walk, index: int, block: Block, begin: int, end: int) -> Named | None:
    """`Nhà trường vinh dự được ...`: the only school that the pages before name in full."""
    said = block.view[begin:end]
    bare = walk.rules.pattern("prose.chain_bare_head").regex.match(said)
    if bare is None:
        return None
    head = bare["head"].removeprefix("Nhà t").removeprefix("nhà t")
    head = f"T{head}" if head != bare["head"] else head
    if (index, head) not in walk.heads:  # asked for again at each such word of the block
        blocks = walk.dispatch.blocks[max(0, index - _FAR) : index]
        walk.heads[index, head] = frozenset().union(
            *(_named_with(b.view[:_REACH], head, walk.rules) for b in blocks)
        )
    own = begin + bare.start("head")
    near = block.view[max(0, own - _REACH) : own]
    names = walk.heads[index, head] | _named_with(near, head, walk.rules)
    name = min(names, key=len, default=None)
    if name is None or any(not other.startswith(name) for other in names):
        return None
    start = block.start + begin + bare.start("head")
    stop = block.start + begin + bare.end("head")
    return Named(start, stop, name, "collective", stop, "awardee.collective", _CALLED)


def _named_with(words: str, head: str, rules: Rulebook) -> frozenset[str]:
    """The bodies named in full in the words that begin with a head noun."""
    if head not in words:
        return frozenset()
    found = (
        body_at(words, named.start(), rules)
        for named in rules.pattern("prose.chain_named_in_full").regex.finditer(words)
        if named["head"] == head
    )
    return frozenset(
        body.name
        for body in found
        if body is not None and len(body.name) > len(head) and body.confidence > _HEAD_ALONE
    )


def _named_before(walk: Walk, index: int, block: Block, at: int) -> Iterator[PersonMention]:
    """The people named in full in the blocks before, and before ``at`` of this one."""
    for number in range(max(0, index - _FAR), index):
        if number not in walk.people:
            other = walk.dispatch.blocks[number]
            is_read = other.kind not in _NO_PEOPLE
            walk.people[number] = people_in(other.view, walk.rules) if is_read else ()
        yield from (p for p in walk.people[number] if _is_full(p))
    yield from (
        p for p in people_in(block.view[max(0, at - _REACH) : at], walk.rules) if _is_full(p)
    )


def _is_full(person: PersonMention) -> bool:
    return len(person.name.split()) > 1


def _is_sure(person: PersonMention) -> bool:
    return person.cued or person.confidence >= 0.9
