"""Enumerations in sentences: persons and bodies one after another, with what is said of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import regex

from pipeline.extract.bodies import body_at
from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.awardees.recipients.areas import area_at, placed_behind
from pipeline.link.awardees.recipients.body_row import with_unit
from pipeline.link.awardees.recipients.counted import past_count
from pipeline.link.awardees.recipients.from_province import province_behind
from pipeline.link.awardees.recipients.headed import headed_names
from pipeline.link.awardees.recipients.names import Named, read_name
from pipeline.link.awardees.recipients.next_names import ALONE, IN_LINE, REACH, Row, next_names
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
_MEMBERS = regex.compile(r"\s*\((?:(?i:gồm|là)\s?:?\s)?(?=[^()]{5,400}\))")
_NEXT_PART = regex.compile(r"[;\s]*(?:và\s+)?")
_REMARK = regex.compile(r"[^;.]{0,90}?(?=;|$)")
_OWN_MAKER = regex.compile(r"\s(?:do|của)\s")
_KIN_REACH = 100


@dataclass(frozen=True, slots=True)
class Enumerated:
    """A name of an enumeration and the initiative it was introduced with or is followed by."""

    named: Named
    initiative: TitledInitiative | None = None

    def at_most(self, sure: float) -> Enumerated:
        """The same, the name read with no more confidence than that."""
        return Enumerated(self.named.at_most(sure), self.initiative)


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
    of_authors = are_authors(view, at, rules)
    several = are_several(view, at, rules)
    if of_authors and "(" in view[at:stop]:
        signed = _PEN_NAMES.sub(lambda m: " " * len(m[0]), view[at:stop])
        block = replace(block, view=f"{view[:at]}{signed}{view[stop:]}")
    row = Row(block, stop, titles, rules, areas, sure, deeds)
    # by numbers or semicolons: then a comma leads to the unit above
    parted = _is_parted(block.view, at, stop, rules)
    reading = _Reading(row, at, parted=parted, of_authors=of_authors, several=several)
    found = reading.read()
    told = with_shared_unit(block.view, [item.named for item in found], block.start, rules)
    yield from _with_shared_work(
        [Enumerated(named, item.initiative) for named, item in zip(told, found, strict=True)],
        is_team=reading.several,
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


@dataclass(slots=True)
class _Reading:
    """An enumeration as far as it is read: where it goes on at, and who was named before.

    :param parted: its members stand between semicolons or behind numbers
    :param of_authors: those of a work, and ``several`` of them
    :param is_unit: the unit above the body named last may follow, behind a remark in brackets
    """

    row: Row
    at: int
    parted: bool
    of_authors: bool
    several: bool
    is_unit: bool = False
    found: list[Enumerated] = field(default_factory=list)

    def read(self) -> list[Enumerated]:
        """All whom it names."""
        while self.at < self.row.stop and self._step():
            pass
        return self.found

    def _step(self) -> bool:
        """Read on by a name, a run of bodies or those of a kind in brackets; False at the end."""
        row, view, stop, rules = self.row, self.row.block.view, self.row.stop, self.row.rules
        if numbered := _NUMBERED.match(view, self.at, stop):
            self.at, self.parted = numbered.end(), True
        inside = rules.pattern("recipients.series_bracketed").regex.match(view, self.at, stop)
        if inside is not None:
            close = view.index(")", inside.end())
            self.found.extend(
                enumerated(
                    row.block, inside.end(), row.titles, rules, close,
                    areas=row.areas, sure=row.sure,
                )
            )  # fmt: skip
            return self._past_gap(close + 1) is not None
        self.at = past_count(row.block, self.at, stop, rules)
        group = rules.pattern("recipients.series_group").regex.match(view, self.at, stop)
        if group is not None:
            self.at = group.end()
            self.of_authors = self.of_authors or "tác giả" in group.group().lower()
            self.several = self.several or are_several(view, self.at, rules)
        headed, after = headed_names(view, self.at, stop, row.block.start, rules)
        if headed:
            self.found.extend(map(Enumerated, headed))
            return self._past_gap(after) is not None
        return self._step_by_name(group)

    def _step_by_name(self, group: regex.Match[str] | None) -> bool:
        """Read on by a name and what is said of it.

        :param group: what the names of one kind open with, None where nothing does
        """
        row, view = self.row, self.row.block.view
        pair = (
            beside_next(view, self.at, row.stop, row.rules, several=self.several)
            if self.of_authors
            else None
        )
        names, after = self._names(pair)
        if not names:
            return False
        if self._are_people() and _is_parent(view, self.at, row.rules):
            names = []
        names, after = _with_place(row, names, after, group)
        found, after = _with_said(row, names, after)
        self._keep(found, after)
        if pair is not None:
            self.at = pair.end()
            return True
        if (gap := self._past_gap(after)) is None:
            return False
        self.parted = self.parted or ";" in gap.group()
        # `Công ty A (trước đây là ...), Bộ B;`: behind a remark the unit above still follows
        is_told = bool(self.found) and self.found[-1].named.workplace is not None
        is_remark = gap["aside"] is not None and gap.group().rstrip().endswith(",")
        self.is_unit = self.parted and is_remark and not is_told
        return True

    def _names(self, pair: regex.Match[str] | None) -> tuple[list[Named], int]:
        """Who is named here, and where the text goes on; nobody where the enumeration ends.

        :param pair: two authors joined by a dash or a comma, None where no such stand here
        """
        row, view, at = self.row, self.row.block.view, self.at
        persons = self._are_people()
        own = row if pair is None else replace(row, stop=pair.end("first"))
        least = IN_LINE if persons else ALONE
        names, after = next_names(own, at, least=least, parted=self.parted)
        decides = row.rules.pattern("recipients.series_decides").regex
        if names and names[0].kind == "collective" and decides.match(view, after, row.stop):
            return [], at
        if not names and self.several and (pair is not None or persons):
            author = signed_at(view, at, own.stop, row.block.start, row.rules)
            names, after = ([author], author.tail - row.block.start) if author else ([], at)
        if not names:
            area = area_at(row.block, at, row.stop, row.rules, alone=row.areas)
            names, after = ([area], area.tail - row.block.start) if area else ([], at)
        return names, after

    def _keep(self, found: list[Enumerated], after: int) -> None:
        """Keep those just read; a body may be the unit above the one before."""
        row = self.row
        if self.is_unit and self.found and found and (
            found[0].named.kind == self.found[-1].named.kind == "collective"
        ):  # fmt: skip
            first, *found = found
            above = replace(self.found[-1].named, workplace=with_unit(first.named))
            self.found[-1] = Enumerated(above, self.found[-1].initiative)
        self.found.extend(found)
        aside = _GAP.match(row.block.view, after, row.stop)
        if aside is None or not found:
            return
        if unit := _unit_aside(aside["aside"], found[-1], row.rules):
            tail = row.block.start + aside.end("aside")
            named = replace(found[-1].named, workplace=unit, tail=tail)
            self.found[-1] = Enumerated(named, found[-1].initiative)

    def _are_people(self) -> bool:
        return bool(self.found) and self.found[-1].named.kind == "person"

    def _past_gap(self, after: int) -> regex.Match[str] | None:
        """Go on behind what stands between two names; None where the enumeration ends."""
        gap = _gap(self.row.block.view, after, self.row.stop)
        if gap is not None:
            self.at = gap.end()
        return gap


def _is_parent(view: str, at: int, rules: Rulebook) -> bool:
    """`ông A, con ông B và bà C`: is the one named here a parent of the one before?"""
    kin = rules.pattern("recipients.series_kin").regex
    return kin.search(view, max(0, at - _KIN_REACH), at) is not None


def _gap(view: str, after: int, stop: int) -> regex.Match[str] | None:
    """What stands between two names, None where nothing does and the enumeration ends."""
    gap = _GAP.match(view, after, stop)
    return gap if gap is not None and gap.end() > after else None


def _with_place(
    row: Row, names: list[Named], after: int, group: regex.Match[str] | None
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


def _with_said(row: Row, names: list[Named], after: int) -> tuple[list[Enumerated], int]:
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
    if body is None and rules.pattern("body.place").regex.match(inside):
        return inside
    if body is not None and body.end == len(inside):
        return body.name
    return inside if province_behind(aside, 0, len(aside), rules) is not None else None


def _members(row: Row, found: list[Named], after: int, *, is_team: bool) -> tuple[list[Named], int]:
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
