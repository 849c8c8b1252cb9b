"""Lines that say only a class or a place: `I. HẠNG NHẤT` of an order, `- Nhất: A` of a contest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pipeline.extract.awards import awards_in_words
from pipeline.extract.people import person_at
from pipeline.grammar.spelling import fold
from pipeline.link.awardees.clauses.clause import AwardClause, title_clause
from pipeline.link.awardees.prose.works import keep_work
from pipeline.link.awardees.recipients.names import Named
from pipeline.link.awardees.recipients.series import enumerated
from pipeline.link.awardees.walk import Walk
from pipeline.model import AwardMention, Block
from pipeline.rulebook import Rulebook

_LONGEST = 40
# `Cầu lông nam: Nhất: A; Nhì: B`: the places of one event in its line
_EVENT = regex.compile(r"[\s\-–+*•]{0,4}(?:\d{1,2}[.)]\s{1,2})?\p{Lu}[^:;.]{2,80}:\s{1,2}")
_MONEY_LETTERS = 90
_REACH = 8  # blocks from the line `Kết quả:` to the places below it
# `Lê Văn A - Hồ Thị B (xã C)`: two who have won together
_PAIR = regex.compile(
    r"\s*(?P<one>\p{Lu}[\p{L}\s]{3,40}?)\s[-–]\s(?P<other>\p{Lu}[\p{L}\s]{3,40}?)"
    r"(?:\s*\((?P<unit>[^()]{2,80})\)|\s*,\s(?P<unit>[^,;()]{2,80}))?\s*"
)
_LEAST_PLACES = 2
_TITLES = 3  # blocks: the body's name may stand above the title
_SURE = 0.9
_OF_WORK = 0.85


def of_class(words: str, clause: AwardClause | None, rules: Rulebook) -> AwardClause | None:
    """The clause of the names below a line that says the class alone, of the order above it."""
    awards = class_of(words, clause, rules)
    return clause.with_award(awards[0]) if clause is not None and awards else None


def class_of(words: str, clause: AwardClause | None, rules: Rulebook) -> tuple[AwardMention, ...]:
    """The order of the clause in the class that the words say alone (`Hạng Nhì`), or none."""
    if clause is None or clause.award_name is None or len(words) > _LONGEST:
        return ()
    line = rules.pattern("lists.ranks_class").regex.fullmatch(words)
    if line is None:
        return ()
    behind = rules.pattern("lists.ranks_class_behind").regex
    whole = f"{behind.sub('', clause.award_name)} {line['grade']}"
    awards = awards_in_words(whole, rules)
    if len(awards) != 1 or awards[0].grade is None or awards[0].end != len(whole):
        return ()
    return awards


def take_places(walk: Walk, block: Block) -> bool:
    """`- Giải Nhì: A, B`, `- Ba: C - D (xã E)` in the results of a contest; False where the line
    says anything besides the place and names."""
    line = (
        walk.rules.pattern("lists.ranks_place").regex.match(block.view)
        if block.kind in {"list_item", "paragraph"}
        else None
    )
    if line is None:
        return _take_event(walk, block)
    if not tells_results(walk):
        return False
    # `Nhất: A; Nhì: B; Ba: C` below the name of the event
    beside = walk.rules.pattern("lists.ranks_next_place").regex.finditer(block.view, line.end())
    return _take_each(walk, block, [line, *beside])


def _take_event(walk: Walk, block: Block) -> bool:
    """`2. Cầu lông nam: Nhất: A; Nhì: B; Ba: C, D`: the places of an event, one behind another."""
    event = _EVENT.match(block.view) if block.kind in {"list_item", "paragraph"} else None
    if event is None or not walk.rules.pattern("lists.ranks_next_place").regex.match(
        block.view, event.end()
    ):
        return False
    places = list(
        walk.rules.pattern("lists.ranks_next_place").regex.finditer(block.view, event.end())
    )
    if len(places) < _LEAST_PLACES or not tells_results(walk):
        return False
    return _take_each(walk, block, places)


def _take_each(walk: Walk, block: Block, places: Sequence[regex.Match[str]]) -> bool:
    """Rows for the places of one line, each up to the next; False where none is read."""
    stops = [place.start() for place in places[1:]] + [len(block.view)]
    taken = [
        _take_place(walk, block, place, stop) for place, stop in zip(places, stops, strict=True)
    ]
    return any(taken)


def _take_place(walk: Walk, block: Block, line: regex.Match[str], stop: int) -> bool:
    """Rows for those who have won one place; False where its words are not names alone."""
    medal = line.groupdict().get("medal")  # the places of an event are no medals
    words = medal or f"giải {line['place']}"
    offset = block.start + (line.start("medal") if medal else line.start("place") - len("giải "))
    clause = title_clause(walk.titled(words, offset))
    found = list(_named(block, line.end(), stop, walk.rules)) if clause is not None else []
    if clause is None or not found:
        return False
    key = keep_work(walk, block, found, line.end())
    clause = of_contest(walk, clause)
    if walk.clause is not None and walk.clause.award == clause.award:
        walk.clause = clause  # a line below without a place is of this one, not of one above
    for named in found:
        walk.rows.enter(block, named, clause, key)
    return True


def of_contest(walk: Walk, clause: AwardClause) -> AwardClause:
    """The clause with the year of the contest, which the subject alone says."""
    subject = walk.dispatch.head.subject
    if clause.year is not None and clause.is_year_stated:
        return clause
    if subject is None or not walk.rules.pattern("lists.ranks_contest").regex.search(
        fold(subject.value)
    ):
        return clause
    year = walk.rules.pattern("awardee.year").regex.search(subject.value)
    return clause if year is None else replace(clause, year=int(year["year"]))


def tells_results(walk: Walk) -> bool:
    subject = walk.dispatch.head.subject
    said = fold(subject.value) if subject is not None else ""
    is_notice = walk.dispatch.head.doc_type in {"TB", "BC"} and "kết quả" in said
    if walk.dispatch.head.doc_type is None:
        return _is_news_of_results(walk)
    return (walk.deciding.decides or is_notice) and walk.rules.pattern(
        "lists.ranks_contest"
    ).regex.search(said) is not None


def _is_news_of_results(walk: Walk) -> bool:
    """Is a page that is no dispatch headed by the results of a contest (`Kết quả cuộc thi A`,
    `Danh sách đạt giải Cuộc thi A`)?"""
    opening = [b.view for b in walk.dispatch.blocks if b.kind not in {"furniture", "table"}]
    title = next(iter(opening), "")
    is_contest = any(
        map(walk.rules.pattern("lists.ranks_contest").regex.search, map(fold, opening[:_REACH]))
    )
    is_list = any(map(walk.rules.pattern("lists.ranks_winners").regex.match, opening[:_TITLES]))
    return is_contest and (
        is_list or walk.rules.pattern("lists.ranks_results").regex.match(title) is not None
    )


def _authors(block: Block, at: int, end: int, rules: Rulebook) -> list[Named]:
    """`Truyện A - Tác giả B (tỉnh C), Truyện D - Tác giả E`: those who made the works that won;
    nothing where one of the works names nobody."""
    marks = list(rules.pattern("lists.ranks_by").regex.finditer(block.view, at, end))
    if not marks:
        return []
    found: list[Named] = []
    for mark, behind in zip(marks, [*(m.start() for m in marks[1:]), end], strict=True):
        people = [e.named for e in enumerated(block, mark.end(), (), rules, behind, sure=True)]
        if not people:
            short = person_at(block.view, mark.end(), rules, listed=True)
            if short is None or short.end > behind:
                return []
            people = [Named(
                short.start + block.start, short.end + block.start, short.name, "person",
                short.end + block.start, short.rule, short.confidence,
            )]  # fmt: skip
        if any(person.kind != "person" for person in people):
            return []
        found += (n.at_most(_OF_WORK) for n in people)
    return found


def _performers(block: Block, at: int, end: int, rules: Rulebook) -> list[Named]:
    """`Tốp ca “A” (Chi đoàn B); đơn ca “C” - Lê Thị D`: who showed each of the acts that won;
    nothing where one of them names nobody."""
    found: list[Named] = []
    while at < end:
        act = rules.pattern("lists.ranks_act").regex.match(block.view, at, end)
        if act is None:
            return []
        begin, stop = act.span("who")
        shown_by = [e.named for e in enumerated(block, begin, (), rules, stop, sure=True)]
        if not shown_by:
            return []
        found += (named.at_most(_OF_WORK) for named in shown_by)
        at = act.end()
    return found


def _named(block: Block, at: int, stop: int, rules: Rulebook) -> Iterator[Named]:
    """The names that make up a line up to ``stop``, nothing where something else stands in it."""
    end = len(block.view[:stop].rstrip(" .;"))
    if money := rules.pattern("lists.ranks_prize_money").regex.search(
        block.view, max(at, end - _MONEY_LETTERS), end
    ):
        end = money.start()
    found: list[Named] = []
    parts = (
        list(_pairs(block, at, end, rules))
        or _authors(block, at, end, rules)
        or _performers(block, at, end, rules)
    )
    if parts:
        yield from parts
        return
    for item in enumerated(block, at, (), rules, end, areas=True, sure=True):
        named = _from(block, item.named, rules)
        found.append(named.at_most(_SURE))
    tail = max((n.tail for n in found), default=block.start) - block.start
    if found and not block.view[tail:end].strip(" .,;"):
        yield from found


def _from(block: Block, named: Named, rules: Rulebook) -> Named:
    """`Lê Văn A (Hải Dương)`: in results the bracket says for whom one has competed."""
    team = rules.pattern("lists.ranks_team").regex.match(block.view, named.end - block.start)
    if team is None or named.kind != "person" or named.workplace or named.position:
        return named
    tail = max(named.tail, team.end() + block.start)
    return replace(named, workplace=" ".join(team["team"].split()), tail=tail)


def _pairs(block: Block, at: int, end: int, rules: Rulebook) -> Iterator[Named]:
    pair = _PAIR.fullmatch(block.view, at, end)
    if pair is None:
        return
    spans = (pair.span("one"), pair.span("other"))
    people = [person_at(block.view, start, rules, listed=True) for start, _ in spans]
    for person, (_, stop) in zip(people, spans, strict=True):
        if person is None or person.end != stop:
            return
    for person in filter(None, people):
        yield Named(
            person.start + block.start, person.end + block.start, person.name, "person",
            end + block.start, person.rule, min(person.confidence, _SURE),
            workplace=" ".join(pair["unit"].split()) if pair["unit"] else None,
        )  # fmt: skip
