"""Gathers what is found about a document's awardees and initiatives, each item once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import Literal

import regex

from pipeline.extract.awards import PRIZE
from pipeline.extract.initiatives import LABEL_ALONE, LABELLED, TitledInitiative, as_mention
from pipeline.grammar.spelling import fold
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.several import of_place
from pipeline.link.awardees.recipients.names import Named
from pipeline.link.awardees.recipients.series import Enumerated
from pipeline.model import AwardeeMention, Block, InitiativeMention

Role = Literal["awardee", "nominee", "author", "exemplar"]

# What names of one paper are shortened by; each stands for these words alone.
_OPENED = {
    "cp": "cổ phần", "tnhh": "trách nhiệm hữu hạn", "mtv": "một thành viên", "htx": "hợp tác xã",
    "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "lđlđ": "liên đoàn lao động",
    "thcs": "trung học cơ sở", "thpt": "trung học phổ thông", "cđcs": "công đoàn cơ sở",
}  # fmt: skip
_SHORT = regex.compile(rf"\b(?:{'|'.join(_OPENED)})\b")
_SIGNS = regex.compile(r"[^\w]+")

_PRIZE_REACH = 80  # letters from a prize to the title of the work that won it
_NAMESAKES = 64  # of one award that a name is held against: no paper has so many
_NUMBER = regex.compile(r"(?:\d+|[ivx]+|\p{L})(?!\w)")


@lru_cache(maxsize=4096)  # workplaces and givers are those of their neighbours
def name_key(name: str) -> str:
    """One key for the short and full form of a name (`Công ty CP A`, `công ty cổ phần A`)."""
    opened = _SHORT.sub(lambda hit: fold(_OPENED[hit[0]]), fold(name))
    return _SIGNS.sub(" ", opened).strip()


@dataclass(slots=True)
class AwardRows:
    """The rows found so far: one for each name, role, award and workplace, repeats apart."""

    awardees: dict[tuple[object, ...], AwardeeMention] = field(default_factory=dict)
    initiatives: dict[tuple[str, str], InitiativeMention] = field(default_factory=dict)
    repeated: list[AwardeeMention] = field(default_factory=list)
    of_paper: set[tuple[object, ...]] = field(default_factory=set)  # their year is the paper's own
    said: dict[tuple[object, ...], dict[tuple[object, ...], None]] = field(default_factory=dict)

    last: AwardeeMention | None = None  # the one added last
    work: InitiativeMention | None = None  # one of nobody yet, told with a prize above a list

    def add(
        self,
        named: Named,
        role: Role,
        clause: AwardClause | None,
        initiative: int | None,
        *,
        is_duplicate: bool,
        rule: str,
    ) -> None:
        """Keep a named person or collective; a second mention only fills what the first lacks."""
        given = clause if role in {"awardee", "nominee"} else None
        if given is not None and given.also is not None:
            self.add(named, role, given.also, initiative, is_duplicate=is_duplicate, rule=rule)
        given = given and of_place(given, named.name)
        if initiative is None and given is not None and named.kind == "person":
            initiative = self._won_with(given, named, rule)
        mention = AwardeeMention(
            named.start, named.end, named.name, named.kind, role, rule,
            round(min(named.confidence, given.confidence if given else 1.0), 3), named.ordinal,
            named.honorific, named.position, named.workplace,
            given.award if given else None, given.award_name if given else None,
            given.grade if given else None, given.conferred_by if given else None,
            given.decision if given else None, given.year if given else None, initiative,
            is_duplicate,
        )  # fmt: skip
        if is_duplicate:
            self.repeated.append(mention)
            return
        key = self._known_key(mention) or _key(mention)
        if (known := self.awardees.get(key)) is not None and _is_another(known, mention):
            key = (*key, mention.conferred_by, mention.year)
        is_asked = mention.rule == "awardee.report" and role == "nominee"
        if is_asked or mention.rule in {"awardee.sentence", "awardee.list"}:
            self.said.setdefault(_said(mention), {})[key] = None
        self.last = mention
        first = self.awardees.get(key)
        is_told = given is not None and given.is_year_stated and mention.year is not None
        if first is None and not is_told:
            self.of_paper.add(key)
        elif first is not None and is_told and key in self.of_paper:
            first = replace(first, year=mention.year)
        self.awardees[key] = mention if first is None else _filled(first, mention)

    def enter(
        self, block: Block, named: Named, clause: AwardClause, initiative: int | None = None
    ) -> None:
        """Keep one whom an entry of a list names."""
        self.add(
            named, clause.role, clause, initiative,
            is_duplicate=block.is_duplicate, rule="awardee.list",
        )  # fmt: skip

    def author(self, block: Block, named: Named, initiative: int) -> None:
        """Keep one who made a titled work."""
        self.add(
            named, "author", None, initiative,
            is_duplicate=block.is_duplicate, rule="awardee.author_of_title",
        )  # fmt: skip

    def _known_key(self, mention: AwardeeMention) -> tuple[object, ...] | None:
        """Who is named again in another sentence with the same award, less or more fully."""
        if mention.role not in {"awardee", "nominee"} or mention.rule != "awardee.sentence":
            return None
        for key in islice(self.said.get(_said(mention), ()), _NAMESAKES):
            known = self.awardees[key]
            years = {known.year, mention.year} - {None}
            if (
                len(years) < 2
                and _may_be_one(known.conferred_by, mention.conferred_by)
                and _may_be_one(known.decision, mention.decision)
                and _may_be_one(known.workplace, mention.workplace)
            ):
                return key
        return None

    def _won_with(self, given: AwardClause, named: Named, rule: str) -> int | None:
        """`1. Giải Nhất: Đề tài “X”` and below it `- Nhóm sinh viên: A, B`: the work is theirs."""
        work = self.work
        if work is None or rule != "awardee.list" or given.award != PRIZE:
            return None
        if not 0 < work.start - given.award_start < _PRIZE_REACH:
            return None
        for key, known in self.initiatives.items():
            if known.key == work.key and named.name not in known.authors:
                self.initiatives[key] = replace(known, authors=(*known.authors, named.name))
        return work.key

    def confer(self, clause: AwardClause, begin: int, end: int) -> None:
        """The authors named in ``begin:end`` of the text get an award for what they wrote.

        None of them is a second time its author.
        """
        for key, author in tuple(self.awardees.items()):
            if author.role != "author" or not begin <= author.start < end:
                continue
            del self.awardees[key]
            given = replace(
                author, role=clause.role, award=clause.award, award_name=clause.award_name,
                grade=clause.grade, conferred_by=clause.conferred_by, decision=clause.decision,
                year=clause.year, confidence=min(author.confidence, clause.confidence),
            )  # fmt: skip
            self.awardees.setdefault(_key(given), given)

    def place(self, begin: int, end: int, unit: str) -> None:
        """The people named in ``begin:end`` of the text are from a unit, where none is known."""
        for key, row in self.awardees.items():
            if begin <= row.start < end and row.kind == "person" and row.workplace is None:
                self.awardees[key] = replace(row, workplace=unit)

    def initiative(
        self, item: TitledInitiative, authors: tuple[str, ...], *, is_duplicate: bool
    ) -> int:
        """Keep an initiative (once for each kind and title) and return its key."""
        key = (item.kind, fold(item.title))
        known = self.initiatives.get(key)
        if authors and item.confidence == LABEL_ALONE:
            item = replace(item, confidence=LABELLED)
        if known is None:
            number = len(self.initiatives)
            self.initiatives[key] = as_mention(item, number, authors, is_duplicate=is_duplicate)
            return number
        if known.is_duplicate and not is_duplicate:
            known = replace(
                as_mention(item, known.key, (), is_duplicate=False), authors=known.authors
            )
        added = tuple(a for a in authors if a not in known.authors)
        sure = max(known.confidence, item.confidence) if authors else known.confidence
        self.initiatives[key] = replace(known, authors=known.authors + added, confidence=sure)
        return known.key

    def saved(self, item: TitledInitiative, amount: int) -> None:
        """Note what a kept initiative saved, where nothing is known of it yet."""
        known = self.initiatives.get((item.kind, fold(item.title)))
        if known is not None and known.benefit_vnd is None:
            key = (item.kind, fold(item.title))
            self.initiatives[key] = replace(known, benefit_vnd=amount, benefit_qualifier="exact")

    def initiative_of(self, item: Enumerated, *, is_duplicate: bool) -> int | None:
        """Keep the initiative that a name of an enumeration stands with, if any; its key."""
        if item.initiative is None:
            return None
        return self.initiative(item.initiative, (item.named.name,), is_duplicate=is_duplicate)

    def people(self) -> frozenset[str]:
        """The names in full of the persons found so far."""
        return frozenset(a.name for a in self.awardees.values() if a.kind == "person")

    def is_taken(self, named: Named) -> bool:
        """Is an award given, or asked for, where the name stands?"""
        given = (a for a in self.awardees.values() if a.role in {"awardee", "nominee"})
        return any(a.start == named.start for a in given)

    def has(self, named: Named, roles: frozenset[str]) -> bool:
        """Is the name known in one of the roles already?"""
        wanted = name_key(named.name)
        return any(a.role in roles and name_key(a.name) == wanted for a in self.awardees.values())


def _is_another(one: AwardeeMention, other: AwardeeMention) -> bool:
    """Do two sentences tell of one award given twice: by another giver, or in another year?"""
    years = {one.year, other.year} - {None}
    return {one.rule, other.rule} == {"awardee.sentence"} and (
        len(years) > 1 or not _may_be_one(one.conferred_by, other.conferred_by)
    )


def _said(mention: AwardeeMention) -> tuple[object, ...]:
    return mention.role, mention.award_name, mention.grade, name_key(mention.name)


def _may_be_one(one: str | None, other: str | None) -> bool:
    """Is one unknown, or does one name begin with or hold the other (`Công an tỉnh A, Bộ B`)?"""
    if one is None or other is None:
        return True
    short, long = sorted((name_key(one), name_key(other)), key=len)
    _, held, behind = f" {long} ".partition(f" {short} ")
    # `Trường số 1` is not `Trường số 12`, and `Tiểu học A` not `Tiểu học A 2` or `Tiểu học A B`.
    return bool(held) and _NUMBER.match(behind) is None


def _key(mention: AwardeeMention) -> tuple[object, ...]:
    if mention.role in {"author", "exemplar"}:
        initiative = mention.initiative_key if mention.role == "author" else None
        return (name_key(mention.name), mention.role, initiative)
    place = name_key(mention.workplace or "")
    key = (name_key(mention.name), mention.role, mention.award_name, place, mention.ordinal)
    if mention.rule == "awardee.report":  # the same award year after year
        return (*key, mention.grade, mention.year, mention.decision)
    return key


def _filled(first: AwardeeMention, second: AwardeeMention) -> AwardeeMention:
    """The first mention, with what only the second says."""
    return replace(
        first,
        position=first.position or second.position,
        workplace=first.workplace or second.workplace,
        conferred_by=first.conferred_by or second.conferred_by,
        decision=first.decision or second.decision,
        year=first.year or second.year,
        initiative_key=(
            first.initiative_key if second.initiative_key is None else second.initiative_key
        ),
    )
