"""Awardees, exemplars and authors named inside sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.extract.bodies import bodies_listed, body_at
from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.award_clause import AwardClause
from pipeline.link.awardee_names import Named, begins_unit, collective_end, read_name
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_GAP = regex.compile(
    r"(?:[ ]?\([^()]{1,60}\))?[ \u00a0]{0,3}(?:[,;]|và|cùng)?[ \u00a0]{0,3}(?:và[ \u00a0]{1,2})?"
)
_OWNER_LEAD = regex.compile(
    r"[”\"]?\s*[,(–-]?\s*(?:(?:là\s+)?của|do|-)?\s*"
    r"(?:(?:nhóm|đồng(?=\s+tác)|các|hai|ba|tập thể)\s+)?"
)
# no full stop: `2. Ông A` of a list in one line, `TX. Gò Mẫu`
_SENTENCE_END = regex.compile(
    r"\.{2,}|…|(?<!(?:^|[\s;,:(])(?:\d{1,2}|TP|Tp|TX|Tx|TT|Q|H|P))\.(?=\s+\p{Lu}|\s*$)"
)
_NUMBERED = regex.compile(r"\(?\d{1,2}\s?[.)–-]\s*(?=\p{L})")
_SHARED = regex.compile(r"^[”\"]?\s*(?:và|,)\s+$")
_WITH = regex.compile(r"[^.;]*(?<!\p{L})(?:với|nhờ|cho)\s*$")
_REACH = 700
_ALONE, _IN_LINE = 0.9, 0.6  # behind a sure name of a line of names a rare family name will do
_PASSIVE_REACH = 160  # `được` AUTHORITY `tặng` AWARD
_BARE = 0.7  # a head noun alone (`công đoàn cơ sở`) names nobody
_RECEIVED = regex.compile(
    r"(?<!\p{L})(?:(?:đã|vừa|vinh dự|cũng|là người)\s+){0,2}"
    r"(?:được|đón nhận|đạt(?=\s+(?:danh hiệu|giải|huy chương)))(?!\p{L})"
)
# `các tập thể: A, B; các cá nhân: C`, `01 tập thể Vụ A và cá nhân ông B`: what the names of one
# kind open with
_GROUP = regex.compile(
    r"(?i:(?:và\s+)?(?:(?:các|những|một số|\d{1,3})\s+)?(?:tập th[ểêẻ]|cá nhân|đơn v[ịi]))"
    r"(?:\s*(?:gồm|là|như)?\s*:\s*|\s+(?:gồm|là|như)\s+"
    r"|\s+(?=(?i:(?:các\s+)?(?:ông|bà|đồng chí|anh|chị))\s|\p{Lu}\p{Ll}))"
)
_PROPOSED = regex.compile(r"(?:đã\s+)?được\s+(?:\p{L}+\s+){0,12}?(?:đề nghị|đề xuất)(?!\p{L})")
_REMARK = regex.compile(r"[^;.]{0,90}?(?=;|$)")
_AUTHOR_WORD = regex.compile(r"(?i)(?:tác giả|nhóm tác giả|chủ nhiệm)")
_WORD_START = regex.compile(r"(?<![\p{L}\p{N}])\p{L}")
# `Cụ thể, Trường A và đồng chí B được ...`: where the subject of a sentence begins
_OPENS_SUBJECT = regex.compile(
    r"[ \u00a0–+*•-]{0,4}(?:[^,;:.()]{0,40},\s|[^;.()]{0,60}:\s)??(?=\p{Lu})"
)
_BELONGS = regex.compile(r"\s+(?:trực\s+)?thuộc\s+")
_UNION = regex.compile(r"C[ĐD]CS\s*,\s*")
_COMMA = regex.compile(r",\s")
_TO_SEMICOLON = regex.compile(r"\s*,?\s*(?:với|ở|tại|có|về|đã)\s[^;.]{0,200}(?=;)")


@dataclass(frozen=True, slots=True)
class Enumerated:
    """A name of an enumeration and the initiative it was introduced with or is followed by."""

    named: Named
    initiative: TitledInitiative | None = None


def enumerated(
    block: Block, at: int, titles: Sequence[TitledInitiative], rules: Rulebook
) -> Iterator[Enumerated]:
    """The persons and bodies of an enumeration that begins at ``at`` of the block's view.

    It ends at a full stop, at `...`, or at the first thing that is no name.  An initiative between
    two names belongs to the name before it; a single unit after several names serves them all.
    """
    view = block.view
    closing = _SENTENCE_END.search(view, at, min(len(view), at + _REACH * 4))
    stop = closing.start() if closing else len(view)
    pending: list[Enumerated] = []
    parted = False  # by numbers or semicolons: then a comma leads to the unit above
    while at < stop:
        if (numbered := _NUMBERED.match(view, at, stop)) is not None:
            at, parted = numbered.end(), True
        if (group := _GROUP.match(view, at, stop)) is not None:
            at = group.end()
        persons = bool(pending) and pending[-1].named.kind == "person"
        least = _IN_LINE if persons else _ALONE
        found, after = _next(block, at, stop, rules, least=least, parted=parted)
        if not found:
            break
        title = next((t for t in titles if 0 <= t.lead - block.start - after <= 12), None)
        if title is not None:
            after = title.after - block.start
            skipped = _REMARK.match(view, after, stop)
            if skipped:
                after = skipped.end()
            found = [Enumerated(found[0].named, title), *found[1:]]
        elif (passed := _TO_SEMICOLON.match(view, after, stop)) is not None:
            after = passed.end()
        pending.extend(found)
        gap = _GAP.match(view, after, stop)
        if gap is None or gap.end() == after:
            break
        at, parted = gap.end(), parted or ";" in gap.group()
    yield from _with_shared_unit(pending)


def _next(
    block: Block, at: int, stop: int, rules: Rulebook, *, least: float, parted: bool
) -> tuple[list[Enumerated], int]:
    """One person, or a run of bodies, at ``at``; and where the text goes on."""
    view = block.view
    reach = min(stop, at + _REACH)  # no name is followed by a longer post and workplace
    person = read_name(view, at, block.start, rules, listed=False, limit=reach, least=least)
    if person is not None:
        return [Enumerated(person)], person.tail - block.start
    bodies = bodies_listed(view, at, rules, block.start, limit=stop, parted=parted)
    found: list[Enumerated] = []
    for body in bodies:
        start, end = body.start - block.start, body.end - block.start
        union = _UNION.match(view, start, end)  # `CĐCS, Công ty A` is one body
        comma = view.find(", ", union.end() if union else start, end)
        leads_unit = comma < 0 or begins_unit(view, comma + 2, end, rules)
        has_unit = leads_unit and (body.is_inner or comma > 0)
        cut = collective_end(view, start, end, rules) if has_unit else end
        rest = view[cut:end].strip(" ,")
        name = body.name if cut == end else view[start:cut].strip()
        found.append(Enumerated(Named(
            body.start, cut + block.start, name, "collective", body.end, body.rule,
            body.confidence, workplace=_repaired(body.name, rest),
        )))  # fmt: skip
    if found:
        found[-1], end = _with_owner(view, found[-1], bodies[-1].end - block.start, stop, rules)
        return _with_higher_unit(found), end
    return [], at


def _with_owner(
    view: str, item: Enumerated, end: int, stop: int, rules: Rulebook
) -> tuple[Enumerated, int]:
    """`Phòng A thuộc Sở B`: the unit above behind its word; and where the text goes on."""
    belongs = _BELONGS.match(view, end, stop)
    owner = body_at(view, belongs.end(), rules, limit=stop) if belongs else None
    if owner is None or item.named.workplace is not None:
        return item, end
    return Enumerated(replace(item.named, workplace=owner.name), item.initiative), owner.end


def _repaired(name: str, rest: str) -> str | None:
    """The higher unit as the repaired name of the body spells it."""
    return name[len(name) - len(rest) :] if rest else None


def _with_higher_unit(found: list[Enumerated]) -> list[Enumerated]:
    """`Khoa A, Khoa B Bệnh viện C`: the unit behind the last part serves those before."""
    result = list(found)
    for index in range(len(result) - 2, -1, -1):
        here, behind = result[index].named, result[index + 1].named
        if here.workplace is None and behind.workplace and _same_head(here.name, behind.name):
            result[index] = Enumerated(replace(here, workplace=behind.workplace))
    return result


def _same_head(one: str, other: str) -> bool:
    return one.split()[:1] == other.split()[:1]


def _with_shared_unit(found: list[Enumerated]) -> Iterator[Enumerated]:
    """`cô giáo A, B, trường C`: a person named without unit has that of the next one in line."""
    for index, item in enumerate(found):
        named = item.named
        following = found[index + 1].named if index + 1 < len(found) else None
        if (
            named.kind == "person" and following is not None and following.kind == "person"
            and not named.workplace and not named.position
            and following.honorific is None and following.start - named.tail < 6
        ):  # fmt: skip
            named = replace(named, workplace=following.workplace)
        yield Enumerated(named, item.initiative)


def owners_after(block: Block, title: TitledInitiative, rules: Rulebook) -> list[Enumerated]:
    """Who a title is said to be of, right behind it."""
    at = title.after - block.start
    lead = _OWNER_LEAD.match(block.view, at)
    start = lead.end() if lead else at
    printed = lead.group().strip(' ”",(–-') if lead else ""
    said = printed or _is_author_word(block.view, start) or title.rule == "initiative.model"
    if not said:
        return []
    return list(enumerated(block, start, (), rules)) or _owner_with_post(block, start, rules)


def _owner_with_post(block: Block, at: int, rules: Rulebook) -> list[Enumerated]:
    """`của Bạch Tuyết, Phó Hiệu trưởng`: a short or rare name is sure by the post behind it."""
    named = read_name(block.view, at, block.start, rules, listed=True)
    if named is None or not named.position:
        return []
    return [Enumerated(replace(named, confidence=min(named.confidence, 0.85)))]


def _is_author_word(view: str, at: int) -> bool:
    return _AUTHOR_WORD.match(view, at) is not None


def workers_after(block: Block, title: TitledInitiative, rules: Rulebook) -> str | None:
    """The workers of a place as owner of a model (`CNVCLĐ thành phố ...`)."""
    lead = _OWNER_LEAD.match(block.view, title.after - block.start)
    at = lead.end() if lead else title.after - block.start
    match = rules.pattern("awardee.workers").regex.match(block.view, at)
    return match.group() if match else None


def is_shared(block: Block, title: TitledInitiative, following: TitledInitiative) -> bool:
    """`mô hình A và mô hình B của X`: does A share the owner of B?"""
    between = block.view[title.after - block.start : following.lead - block.start]
    return _SHARED.match(between) is not None


def exemplar_starts(block: Block, rules: Rulebook) -> Iterator[tuple[int, int]]:
    """Where enumerations of good examples begin: (start of the cue, start of the names)."""
    if not any(word in block.view.lower() for word in ("tiêu biểu", "điển hình")):
        return
    at = 0
    pattern = rules.pattern("awardee.exemplar").regex
    while match := pattern.search(block.view, at):
        yield match.start(), match.end()
        at = match.start() + 5


def named_in_clause(
    block: Block,
    clause: AwardClause,
    others: Sequence[AwardClause],
    titles: Sequence[TitledInitiative],
    rules: Rulebook,
) -> Iterator[Enumerated]:
    """The awardees that the sentence itself names: `cho ông A`, `như: các đồng chí A; B`, `A được`.

    :param others: the clauses of the block; names belong to the award that stands nearest before
    """
    view, award_end = block.view, clause.award_end - block.start
    following = min((c.award_end for c in others if c.award_end > clause.award_end), default=None)
    reach = award_end + _REACH if following is None else following - block.start
    sentence = view[award_end : min(award_end + _REACH, reach)]
    for rule, group in (("awardee.to_whom", "to"), ("awardee.named", "names")):
        match = rules.pattern(rule).regex.match(sentence)
        if match is None:
            continue
        found = list(enumerated(block, award_end + match.start(group), titles, rules))
        if found:
            yield from found
            return
    subjects = list(_subject(block, clause, others, rules))
    title = _title_behind(block, award_end, titles) if len(subjects) == 1 else None
    yield from (Enumerated(item.named, item.initiative or title) for item in subjects)


def _names_bodies(view: str, at: int, stop: int, rules: Rulebook) -> bool:
    """Whether bodies are listed from ``at`` on; a head noun alone (`Bệnh viện`) names nobody."""
    bodies = bodies_listed(view, at, rules, limit=stop)
    return bool(bodies) and all(body.confidence > _BARE for body in bodies)


def _sentence_begin(block: Block, clause: AwardClause, others: Sequence[AwardClause]) -> int:
    """Where the sentence of a clause begins: behind a full stop or the award before it."""
    view, own = block.view, clause.start - block.start
    first = max(0, clause.award_end - block.start - _REACH)
    awards = [c.award_end - block.start for c in others if c.award_end < clause.award_end]
    first = max([first, *(end for end in awards if end <= own)])
    stops = [m.end() for m in _SENTENCE_END.finditer(view, first, own)]
    begin = max([first, *stops])
    return begin + len(view[begin:own]) - len(view[begin:own].lstrip(" ;,."))


def _title_behind(
    block: Block, at: int, titles: Sequence[TitledInitiative]
) -> TitledInitiative | None:
    """The initiative that an award was given for: `được tặng Bằng khen với sáng kiến X`."""
    for title in titles:
        lead = title.lead - block.start
        if at <= lead <= at + _PASSIVE_REACH and _WITH.match(block.view[at:lead]):
            return title
    return None


def _subject(
    block: Block, clause: AwardClause, others: Sequence[AwardClause], rules: Rulebook
) -> Iterator[Enumerated]:
    """The persons and bodies before `được ... tặng`, over semicolons back to the full stop."""
    view, stop = block.view, clause.award_end - block.start
    begin = _sentence_begin(block, clause, others)
    found = list(_RECEIVED.finditer(view, begin, stop))
    if not found or stop - found[-1].start() > _PASSIVE_REACH:
        return
    received = found[-1]
    if clause.role == "nominee" and _PROPOSED.match(view, received.start()) is None:
        return
    opens = _OPENS_SUBJECT.match(view, begin, received.start())
    for head in _WORD_START.finditer(view, begin, received.start()):
        is_first = opens is not None and head.start() == opens.end()
        is_body = is_first and _names_bodies(view, head.start(), received.start(), rules)
        if not is_body and (
            read_name(view, head.start(), block.start, rules, listed=False) is None
        ):
            continue
        items = list(enumerated(block, head.start(), (), rules))
        tail = items[-1].named.tail - block.start if items else stop
        if items and not view[tail : received.start()].strip(" ,-–"):
            for item in items:
                sure = min(item.named.confidence, 0.9)
                yield Enumerated(replace(item.named, confidence=sure))
            return
    at = begin + len(view[begin:stop]) - len(view[begin:stop].lstrip(" -–+•*"))
    commas = (m.end() for m in _COMMA.finditer(view, begin, received.start()))
    for begins in (at, *commas):  # the subject opens the sentence or follows `Năm 2021, `
        lead = rules.pattern("awardee.collective_lead").regex.match(view, begins)
        start = lead.end() if lead else begins
        bodies = bodies_listed(view, start, rules, block.start, limit=received.start())
        if (
            all(b.confidence > _BARE for b in bodies)
            and bodies
            and not view[bodies[-1].end - block.start : received.start()].strip(" ,")
        ):
            for body in bodies:
                yield Enumerated(Named(
                    body.start, body.end, body.name, "collective", body.end, body.rule,
                    min(body.confidence, 0.85),
                ))  # fmt: skip
            return
