"""What articles announce of lists that stand elsewhere: in annexes by number or kind, in articles.

`Danh hiệu A cho 3 tập thể (Danh sách số 01), danh hiệu B cho 5 cá nhân (Danh sách số 02)` says what
lists are of that name no award themselves; `Tặng X cho các cá nhân có tên tại Điều 1` says what the
list of another article is of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import regex

from pipeline.grammar.spelling import fold
from pipeline.link.awardees.clauses.clause import AwardClause, clauses_in
from pipeline.link.awardees.clauses.refused import CHARGES
from pipeline.link.deciding import Deciding
from pipeline.model import Block, CitationMention, Dispatch
from pipeline.rulebook import Rulebook

_ANNEX = regex.compile(
    r"(?<!\p{L})(?P<word>(?i:danh sách|phụ lục|biểu))\s{1,3}(?i:số\s{0,3})?"
    r"(?P<number>\d{1,2}|[IVX]{1,5})(?![\p{L}\d/.-]\S|[\p{L}\d])"
)
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_KINDS = (
    ("collective", regex.compile(r"(?i)(?<!\p{L})(?:tập thể|đơn vị|hộ gia đình)(?!\p{L})")),
    ("person", regex.compile(r"(?i)(?<!\p{L})(?:cá nhân|ông|bà|đồng chí)(?!\p{L})")),
)
# how many they are, or that they are listed: `cho 03 tập thể`, `cho các cá nhân có tên`
_TO = regex.compile(r"[^.;:]{0,120}?\s(?:cho|đối với)\s(?:các\s|\d{1,4}\s)(?P<whom>[^.;:]{3,120})")
_ARTICLE = regex.compile(r"\W{0,4}Điều\s{1,3}(?P<number>\d{1,2})(?!\d)")
_NOT = regex.compile(r"(?<!\p{L})(?:không|chưa)(?!\p{L})")
# `(Danh sách 1); giao Ban Tổ chức (Danh sách 2) phát thưởng`, `mức thưởng theo Phụ lục 2`
_OF_OTHERS = regex.compile(
    r"(?<!\p{L})(?i:(?<!được )giao|phân công|mời|cử|ủy quyền|uỷ quyền|thành lập|phát thưởng"
    r"|kinh phí|(?:mức|tiền|chế độ) (?:tiền )?thưởng|mức chi|hỗ trợ|tặng quà)(?!\p{L})"
)


@dataclass(slots=True)
class Announced:
    """The clauses that lists elsewhere belong to: by annex, by whom they give to, by article."""

    annexes: dict[tuple[str, str], AwardClause] = field(default_factory=dict)
    offers: list[tuple[str, AwardClause]] = field(default_factory=list)
    articles: Mapping[int, AwardClause] = field(default_factory=dict)
    others: set[tuple[str, str]] = field(default_factory=set)  # annexes of something else
    latest: int = 0  # where the offers of the last block that made some begin

    def add(self, block: Block, clauses: Sequence[AwardClause]) -> None:
        """Keep what a block with ``clauses`` announces."""
        if not clauses:
            if CHARGES.match(block.view):
                self.others.update(map(_annex, _ANNEX.finditer(block.view)))
            return
        self.others.update(_of_others(block, clauses))
        for annexes, given in _together(block, clauses):
            for annex, clause in zip(
                annexes, given if given[1:] else given * len(annexes), strict=True
            ):
                self.annexes.setdefault(annex, clause)
        ends = [c.award_start - block.start for c in clauses[1:]]
        self.latest = len(self.offers)
        for clause, end in zip(clauses, [*ends, len(block.view)], strict=True):
            to = _TO.match(block.view, clause.award_end - block.start, max(end, 0))
            if to is not None:
                self.offers.extend((kind, clause) for kind in _kinds(to["whom"]))

    def of_annex(self, title: str) -> AwardClause | None:
        """The clause of the annex that a title opens with (`Phụ lục II`)."""
        found = _ANNEX.match(title, len(title) - len(title.lstrip(" (*")))
        return self.annexes.get(_annex(found)) if found else None

    def is_other(self, title: str) -> bool:
        """Did an article speak of the annex that a title opens with as of something else?"""
        found = _ANNEX.match(title, len(title) - len(title.lstrip(" (*")))
        return found is not None and _annex(found) in self.others - self.annexes.keys()

    def by_kind(self) -> dict[str, AwardClause]:
        """The one clause that gives to collectives, to persons; only where the awards differ."""
        return _sole(self.offers)

    def just_told(self) -> dict[str, AwardClause]:
        """The same of the last block that gives anything: the next may say who they are."""
        return _sole(self.offers[self.latest :])


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of the parts of an open list: the clause of collectives, of persons, and the
    clause that each award was stated with."""

    by_kind: Mapping[str, AwardClause] = field(default_factory=dict)
    by_award: Mapping[str, AwardClause] = field(default_factory=dict)

    def section(self, kind: str | None, clause: AwardClause | None) -> AwardClause | None:
        """The clause of a section for one kind, which is that of the list where none is known."""
        return self.by_kind.get(kind or "", clause)

    def given(self, clause: AwardClause) -> AwardClause:
        """The clause of a part for an award, with the giver that was stated with this award."""
        said = self.by_award.get(clause.award_name or "")
        if said is None or said.conferred_by is None or said.role != clause.role:
            return clause
        return replace(clause, award=said.award, conferred_by=said.conferred_by)


NOTHING_TOLD = Told()


def kind_in_title(title: str) -> str | None:
    """`DANH SÁCH TẬP THỂ`: the kind of those listed, where the title names one kind only."""
    kinds = _kinds(title)
    return kinds[0] if len(kinds) == 1 else None


def articles_given(
    dispatch: Dispatch, citations: Sequence[CitationMention], deciding: Deciding, rules: Rulebook
) -> dict[int, AwardClause]:
    """Number of an article whose listed people another one gives an award, with its clause."""
    if not deciding.decides:
        return {}
    given: dict[int, AwardClause] = {}
    for block in dispatch.blocks:
        if "Điều" not in block.view[3:] or not _ARTICLE.match(block.view):
            continue
        for number, clause in _given_in(
            block, clauses_in(block, citations, deciding, rules), rules
        ):
            given.setdefault(number, clause)
    return given


def article_number(block: Block) -> int | None:
    """The number of the article that a block opens."""
    found = _ARTICLE.match(block.view)
    return int(found["number"]) if found else None


def _given_in(
    block: Block, clauses: Sequence[AwardClause], rules: Rulebook
) -> Iterator[tuple[int, AwardClause]]:
    for clause in clauses:
        found = rules.pattern("clauses.announced_listed_at").regex.match(
            block.view, clause.award_end - block.start
        )
        if found is not None and not _NOT.search(found["which"]):
            yield int(found["number"]), clause


def _together(
    block: Block, clauses: Sequence[AwardClause]
) -> Iterator[tuple[list[tuple[str, str]], list[AwardClause]]]:
    """Annexes with the clauses before them: one for all, or as many as they are.

    `A cho 2 tập thể, B cho 5 cá nhân có tên trong Phụ lục 1 và Phụ lục 2`: the first is of A.
    """
    annexes: list[tuple[str, str]] = []
    given: list[AwardClause] = []
    marks: list[tuple[int, AwardClause | tuple[str, str]]] = [
        *((c.award_end - block.start, c) for c in clauses),
        *((m.start(), _annex(m)) for m in _ANNEX.finditer(block.view)),
    ]
    others = _of_others(block, clauses)
    for _, mark in sorted(marks, key=lambda m: m[0]):
        if isinstance(mark, AwardClause):
            if annexes:
                if len(given) in {1, len(annexes)}:
                    yield annexes, given
                annexes, given = [], []
            given.append(mark)
        elif given and mark not in others:
            annexes.append(mark)
    if annexes and len(given) in {1, len(annexes)}:
        yield annexes, given


def _of_others(block: Block, clauses: Sequence[AwardClause]) -> set[tuple[str, str]]:
    """The annexes of a block that another matter is told of, behind the award or annex before."""
    found: set[tuple[str, str]] = set()
    ends = sorted((c.award_end - block.start for c in clauses), reverse=True)
    last = -1  # where the award or annex before ends
    for annex in _ANNEX.finditer(block.view):
        while ends and ends[-1] <= annex.start():
            last = max(last, ends.pop())
        if last >= 0:
            if _OF_OTHERS.search(block.view, last, annex.start()):
                found.add(_annex(annex))
            last = annex.end()
    return found


def _kinds(words: str) -> list[str]:
    return [kind for kind, named in _KINDS if named.search(words)]


def _annex(found: regex.Match[str]) -> tuple[str, str]:
    number = found["number"].lstrip("0")
    return fold(found["word"]), str(_ROMANS.index(number) + 1) if number in _ROMANS else number


def _sole(offers: Sequence[tuple[str, AwardClause]]) -> dict[str, AwardClause]:
    found: dict[str, dict[str | None, AwardClause]] = {}
    for kind, clause in offers:
        found.setdefault(kind, {}).setdefault(clause.award_name, clause)
    sole = {k: next(iter(c.values())) for k, c in found.items() if len(c) == 1}
    return sole if len({c.award_name for c in sole.values()}) > 1 else {}
