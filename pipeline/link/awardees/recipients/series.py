"""Enumerations in sentences: persons and bodies one after another, with what is said of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.extract.bodies import body_at
from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.awardees.recipients.areas import YOUTH_UNION, area_at, lower_body, placed_behind
from pipeline.link.awardees.recipients.body_row import bodies_in_row, with_unit
from pipeline.link.awardees.recipients.counted import past_count
from pipeline.link.awardees.recipients.headed import headed_names
from pipeline.link.awardees.recipients.names import Named, read_name
from pipeline.link.awardees.recipients.post_first import read_post_first
from pipeline.link.awardees.recipients.rare_names import (
    RARE,
    is_said_more,
    rare_in_full,
    rare_in_line,
)
from pipeline.link.awardees.recipients.signed import (
    are_authors,
    are_several,
    beside_next,
    signed_at,
)
from pipeline.link.awardees.recipients.together import with_shared_unit
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_GAP = regex.compile(
    r"(?P<aside>[ ]?\([^()]{1,200}\))?(?:[ \u00a0]{4,200}+(?=[,;]|và\s)|[ \u00a0]{0,3})"
    r"(?:[,;]|và|cùng)?[ \u00a0]{0,3}"
    r"(?:(?:và|cùng)[ \u00a0]{1,2})?"
)
# `Trần Lan Anh (Khánh An)`, `Vũ Thị Na (Hà Vân, An An)`: what an author signs as, and no workplace
_PEN_NAMES = regex.compile(
    r"(?<=\p{L})\s?\((?!(?:Báo|Đài|Bộ|Sở|Trường|Viện|Hội|Ban|Cục|Tỉnh|Huyện|Xã|Công)\s)"
    r"(?:\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,3}(?:,\s(?=\p{Lu}))?){1,6}\)"
    r"(?=\s?[,–-]|\s(?:và|thuộc)\s)"
)
_NUMBERED = regex.compile(r"\(?\d{1,2}\s?[.)–-]\s*(?=\p{L})")
REACH = 700
_ALONE, _IN_LINE = 0.9, 0.6  # behind a sure name of a line of names a rare family name will do
_MEMBERS = regex.compile(r"\s*\((?:(?i:gồm|là)\s?:?\s)?(?=[^()]{5,400}\))")
_NEXT_PART = regex.compile(r"[;\s]*(?:và\s+)?")
_REMARK = regex.compile(r"[^;.]{0,90}?(?=;|$)")
_OWN_MAKER = regex.compile(r"\s(?:do|của)\s")
_KIN_REACH = 100
_NEXT_TEAM = regex.compile(r",\s(?:đội|đoàn)\s(?=\p{Lu}\p{Ll})")  # `đội Trường A, đội Trường B`


@dataclass(frozen=True, slots=True)
class Enumerated:
    """A name of an enumeration and the initiative it was introduced with or is followed by."""

    named: Named
    initiative: TitledInitiative | None = None

    def at_most(self, sure: float) -> Enumerated:
        """The same, the name read with no more confidence than that."""
        return Enumerated(self.named.at_most(sure), self.initiative)


@dataclass(frozen=True, slots=True)
class _Row:
    """An enumeration up to ``stop`` of the block's view, and what may stand in it (see below)."""

    block: Block
    stop: int
    titles: Sequence[TitledInitiative]
    rules: Rulebook
    areas: bool
    sure: bool
    deeds: bool


def enumerated(
    block: Block,
    at: int,
    titles: Sequence[TitledInitiative],
    rules: Rulebook,
    limit: int | None = None,
    *,
    areas: bool = False,
    sure: bool = False,
    deeds: bool = False,
) -> Iterator[Enumerated]:
    """The persons and bodies of an enumeration that begins at ``at`` of the block's view.

    It ends at a full stop, at `...`, or at the first thing that is no name.  An initiative between
    two names belongs to the name before it; a single unit after several names serves them all.

    :param areas: an area (`phường A`) is named as a collective too
    :param deeds: what each did may stand up to the semicolon before the next
    :param sure: names must stand here: one of a rare family with something behind it is one
    """
    view = block.view
    end = len(view) if limit is None else limit
    closing = rules.pattern("recipients.series_sentence_end").regex.search(
        view, at, min(end, at + REACH * 4)
    )
    stop = closing.start() if closing else end
    row = _Row(block, stop, titles, rules, areas, sure, deeds)
    pending: list[Enumerated] = []
    is_unit = False
    of_authors, several = are_authors(view, at, rules), are_several(view, at, rules)
    if of_authors and "(" in view[at:stop]:
        signed = _PEN_NAMES.sub(lambda m: " " * len(m[0]), view[at:stop])
        view = f"{view[:at]}{signed}{view[stop:]}"
        block = replace(block, view=view)
        row = replace(row, block=block)
    # by numbers or semicolons: then a comma leads to the unit above
    parted = _is_parted(view, at, stop, rules)
    while at < stop:
        if (numbered := _NUMBERED.match(view, at, stop)) is not None:
            at, parted = numbered.end(), True
        if (
            inside := rules.pattern("recipients.series_bracketed").regex.match(view, at, stop)
        ) is not None:
            close = view.index(")", inside.end())
            pending.extend(
                enumerated(block, inside.end(), titles, rules, close, areas=areas, sure=sure)
            )
            if (gap := _gap(view, close + 1, stop)) is None:
                break
            at = gap.end()
            continue
        at = past_count(block, at, stop, rules)
        if (
            group := rules.pattern("recipients.series_group").regex.match(view, at, stop)
        ) is not None:
            at, of_authors = group.end(), of_authors or "tác giả" in group.group().lower()
            several = several or are_several(view, at, rules)
        headed, after = headed_names(view, at, stop, block.start, rules)
        if headed:
            pending.extend(map(Enumerated, headed))
            if (gap := _gap(view, after, stop)) is None:
                break
            at = gap.end()
            continue
        persons = bool(pending) and pending[-1].named.kind == "person"
        pair = beside_next(view, at, stop, rules, several=several) if of_authors else None
        own = row if pair is None else replace(row, stop=pair.end("first"))
        names, after = _next(own, at, least=_IN_LINE if persons else _ALONE, parted=parted)
        if (
            names
            and names[0].kind == "collective"
            and rules.pattern("recipients.series_decides").regex.match(view, after, stop)
        ):
            break
        if not names and several and (pair is not None or persons):
            author = signed_at(view, at, own.stop, block.start, rules)
            names, after = ([author], author.tail - block.start) if author else ([], at)
        if not names:
            area = area_at(block, at, stop, rules, alone=areas)
            if area is None:
                break
            names, after = [area], area.tail - block.start
        if (
            persons
            and rules.pattern("recipients.series_kin").regex.search(
                view, max(0, at - _KIN_REACH), at
            )
            is not None
        ):
            names = []
        names, after = _with_place(row, names, after, group)
        found, after = _with_said(row, names, after)
        if is_unit and pending and found and (
            found[0].named.kind == pending[-1].named.kind == "collective"
        ):  # fmt: skip
            first, *found = found
            above = replace(pending[-1].named, workplace=with_unit(first.named))
            pending[-1] = Enumerated(above, pending[-1].initiative)
        pending.extend(found)
        aside = _GAP.match(view, after, stop)
        if aside is not None and found and (unit := _unit_aside(aside["aside"], found[-1], rules)):
            tail = block.start + aside.end("aside")
            named = replace(found[-1].named, workplace=unit, tail=tail)
            pending[-1] = Enumerated(named, found[-1].initiative)
        if pair is not None:
            at = pair.end()
            continue
        if (gap := _gap(view, after, stop)) is None:
            break
        at, parted = gap.end(), parted or ";" in gap.group()
        # `Công ty A (trước đây là ...), Bộ B;`: behind a remark the unit above still follows
        is_told = bool(pending) and pending[-1].named.workplace is not None
        is_unit = parted and gap["aside"] is not None and gap.group().rstrip().endswith(",")
        is_unit = is_unit and not is_told
    told = with_shared_unit(view, [item.named for item in pending], block.start, rules)
    yield from _with_shared_work(
        [Enumerated(named, item.initiative) for named, item in zip(told, pending, strict=True)],
        is_team=several,
    )


def _with_shared_work(found: list[Enumerated], *, is_team: bool) -> list[Enumerated]:
    """`nhóm tác giả A, B (Trường C) với giải pháp “D”`: the work behind the last is of them all."""
    for index in range(len(found) - 2 if is_team else -1, -1, -1):
        here, behind = found[index], found[index + 1]
        is_bare = here.initiative is None and here.named.position is None
        is_beside = here.named.workplace == behind.named.workplace
        if is_bare and is_beside and here.named.kind == "person":
            found[index] = Enumerated(here.named, behind.initiative)
    return found


def _gap(view: str, after: int, stop: int) -> regex.Match[str] | None:
    """What stands between two names, None where nothing does and the enumeration ends."""
    gap = _GAP.match(view, after, stop)
    return gap if gap is not None and gap.end() > after else None


def _with_place(
    row: _Row, names: list[Named], after: int, group: regex.Match[str] | None
) -> tuple[list[Named], int]:
    """The names with where the last, a collective, is, or the people that a team consists of.

    :param group: what the names of one kind open with (`nhóm tác giả`), None where nothing does
    :return: the names, and where the text goes on
    """
    if not names or names[-1].kind != "collective":
        return names, after
    block = row.block
    if block.view[after : after + 1] == ",":
        placed, after = placed_behind(
            block.view, names[-1], after, row.stop, block.start, row.rules
        )
        names = [*names[:-1], placed]
    if group is None:
        return names, after
    return _members(row, names, after, is_team="nhóm" in group.group().lower())


def _with_said(row: _Row, names: list[Named], after: int) -> tuple[list[Enumerated], int]:
    """The names with the initiative behind them; and where the text goes on behind all this."""
    view, stop, start = row.block.view, row.stop, row.block.start
    found = [Enumerated(named) for named in names]
    title = next((t for t in row.titles if names and 0 <= t.lead - start - after <= 12), None)
    if title is not None and _is_next_work(view, after, title, start):
        title = None
    if title is not None:
        after = title.after - start
        skipped = _REMARK.match(view, after, stop)
        if skipped and not _leads_on(view, after, stop, row.rules):
            after = skipped.end()
        return [Enumerated(names[0], title), *found[1:]], after
    passed = (
        row.rules.pattern("recipients.series_deed").regex
        if row.deeds
        else row.rules.pattern("recipients.series_to_semicolon").regex
    ).match(view, after, stop)
    return found, after if passed is None else passed.end()


def _is_next_work(view: str, after: int, title: TitledInitiative, start: int) -> bool:
    """`ông A; công trình “B” do Công ty C chủ trì`: a work of its own, not of the one before."""
    return (
        ";" in view[after : title.lead - start]
        and _OWN_MAKER.match(view, title.after - start) is not None
    )


def _leads_on(view: str, after: int, stop: int, rules: Rulebook) -> bool:
    """`“Tên A”, kỹ sư B`: behind a title the next one is named, and nothing said of the first."""
    gap = _GAP.match(view, after, stop)
    lead = rules.pattern("person.lead").match(view, gap.end(), stop) if gap else None
    return lead is not None and view[lead.end() : lead.end() + 1].isupper()


def _unit_aside(aside: str | None, item: Enumerated, rules: Rulebook) -> str | None:
    """`Binh đoàn A (Bộ B), Cục C (Bộ B)`: the unit above a body in the bracket behind it."""
    named = item.named
    if aside is None or named.kind != "collective" or named.workplace is not None:
        return None
    inside = aside.strip(" ()")
    body = body_at(inside, 0, rules)
    if body is None and rules.pattern("body.place").regex.match(inside) is not None:
        return inside
    return body.name if body is not None and body.end == len(inside) else None


def _members(
    row: _Row, found: list[Named], after: int, *, is_team: bool
) -> tuple[list[Named], int]:
    """`nhóm tác giả Khoa A (B, C)`: the people in brackets are the group; and where it goes on."""
    block = row.block
    if is_team and len(found) > 1:  # `nhóm tác giả Tổ A, Trường B`: one team and its units
        unit = ", ".join(with_unit(named) for named in found[1:])
        found = [replace(found[0], workplace=unit, tail=found[-1].tail)]
    opened = _MEMBERS.match(block.view, after, row.stop)
    if opened is None or len(found) != 1:
        return found, after
    close = block.view.index(")", opened.end())
    unit, people, at = with_unit(found[0]), [], opened.end()
    while at < close:
        gap = _GAP.match(block.view, at, close)
        at = gap.end() if gap else at
        named = read_name(block.view, at, block.start, row.rules, listed=True, limit=close)
        if named is None or named.tail - block.start <= at:
            return found, after
        people.append(replace(named, workplace=named.workplace or unit))
        at = named.tail - block.start
    return people, close + 1


def _is_parted(view: str, at: int, stop: int, rules: Rulebook) -> bool:
    """Do bodies stand between semicolons (`Xã A, huyện B; Công ty C, Bộ D`)?"""
    mark = view.find(";", at, stop)
    if mark < 0 or ":" in view[at:mark]:
        return False
    behind = _NEXT_PART.match(view, mark)
    return behind is not None and body_at(view, behind.end(), rules, limit=stop) is not None


def _next(row: _Row, at: int, *, least: float, parted: bool) -> tuple[list[Named], int]:
    """One person, or a run of bodies, at ``at``; and where the text goes on."""
    block, stop, rules = row.block, row.stop, row.rules
    view = block.view
    reach = min(stop, at + REACH)  # no name is followed by a longer post and workplace
    person = read_name(view, at, block.start, rules, listed=False, limit=reach, least=least)
    if person is None and (row.sure or (parted and least < _ALONE)):
        rare = read_name(view, at, block.start, rules, listed=True, limit=reach)
        # `; Bạch Tuyết - Chủ tịch ...` in a row of such
        if rare is not None and (
            rare.position or (row.sure and is_said_more(view, rare, block.start))
        ):
            person = rare.at_most(RARE)
    if person is None and least < _ALONE:
        person = rare_in_line(view, at, block.start, reach, rules)
    if person is None:
        person = rare_in_full(view, at, block.start, reach, rules)
    if person is None:
        person = read_post_first(view, at, block.start, rules, limit=reach)
    if person is not None:
        return [person], person.tail - block.start
    union = YOUTH_UNION.match(view, at, stop) or rules.pattern(
        "recipients.series_team_of"
    ).regex.match(view, at, stop)
    if union is not None and body_at(view, at, rules, limit=stop) is None:
        beside = _NEXT_TEAM.search(view, union.end(), stop)
        own = row if beside is None else replace(row, stop=beside.start())
        return _of_union(block, at, _next(own, union.end(), least=least, parted=parted))
    found, after = bodies_in_row(block, at, stop, rules, parted=parted)
    if found or not row.sure:
        return found, after
    # `tập thể chi bộ thôn 8`, `tập thể cán bộ, chiến sĩ Công an xã A`
    lead = rules.pattern("awardee.collective_lead").regex.match(view, at, stop)
    begin = lead.end() if lead is not None else at
    if lead is not None:
        found, after = bodies_in_row(block, begin, stop, rules, parted=parted)
    small = None if found else lower_body(view, begin, stop, block.start, rules)
    return (found, after) if small is None else ([small], small.tail - block.start)


def _of_union(block: Block, at: int, read: tuple[list[Named], int]) -> tuple[list[Named], int]:
    """`Đoàn trường A`, `đội Điện lực B`: of the body that is read behind its word."""
    found, end = read
    if not found or found[0].kind != "collective":
        return [], at
    first = found[0]
    name = " ".join((block.view[at : first.start - block.start] + first.name).split())
    return [replace(first, start=at + block.start, name=name), *found[1:]], end
