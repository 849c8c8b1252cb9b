"""Awardees, exemplars and authors named inside sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from pipeline.extract.awards import PRIZE
from pipeline.extract.initiatives import TitledInitiative
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.clauses.praised import LETTER, praised_at
from pipeline.link.awardees.clauses.received import PASSIVE_REACH
from pipeline.link.awardees.line_above import serves_award
from pipeline.link.awardees.prose.among import named_among, some_of_counted
from pipeline.link.awardees.prose.behind_title import owners_of_row
from pipeline.link.awardees.prose.between import between_verb_and_award
from pipeline.link.awardees.prose.bracketed import bracketed_behind
from pipeline.link.awardees.prose.by_form import before_form
from pipeline.link.awardees.prose.each_prize import before_next_winners, before_prize, makers_of
from pipeline.link.awardees.prose.names_alone import continuing
from pipeline.link.awardees.prose.next_subject import acts_next, resolves, speaks
from pipeline.link.awardees.prose.subject import subject_of
from pipeline.link.awardees.prose.works import of_parts, of_works
from pipeline.link.awardees.recipients.areas import lower_body
from pipeline.link.awardees.recipients.names import Named
from pipeline.link.awardees.recipients.next_names import REACH
from pipeline.link.awardees.recipients.pairs import with_unit_above
from pipeline.link.awardees.recipients.series import Enumerated, enumerated
from pipeline.link.awardees.recipients.signed import are_authors
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_WITH = regex.compile(r"[^.;]*(?<!\p{L})(?:với|nhờ|cho)\s*$")
_NAMED_BEHIND = (
    ("awardee.prize_to", "to"), ("awardee.to_whom", "to"), ("awardee.named", "names"),
)  # fmt: skip
_OF_AREA = 0.8


@dataclass(frozen=True, slots=True)
class _Behind:
    """What stands behind an award: the names of its clause, or those of another from ``limit`` on.

    :param said: what the clause says before the award
    :param areas: an area (`xã A`) is named there as one given it
    """

    block: Block
    clause: AwardClause
    said: str
    titles: Sequence[TitledInitiative]
    limit: int | None
    areas: bool
    rules: Rulebook

    @property
    def end(self) -> int:
        return len(self.block.view) if self.limit is None else self.limit

    def row(self, at: int, *, sure: bool = False, areas: bool = False) -> list[Enumerated]:
        """The names that are enumerated from ``at`` on."""
        block, titles, limit = self.block, self.titles, self.limit
        return list(enumerated(block, at, titles, self.rules, limit, areas=areas, sure=sure))


def named_in_clause(
    block: Block,
    clause: AwardClause,
    others: Sequence[AwardClause],
    titles: Sequence[TitledInitiative],
    rules: Rulebook,
    *,
    sure: bool = False,
) -> Iterable[Enumerated]:
    """The awardees that the sentence itself names: `cho ông A`, `như: các đồng chí A; B`, `A được`.

    :param sure: it is an article that confers, so that a rare name is somebody's too
    :param others: the clauses of the block; names belong to the award that stands nearest before
    """
    view, award_end = block.view, clause.award_end - block.start
    begin = clause.start - block.start
    said = view[begin : clause.award_start - block.start]
    if rules.pattern("prose.named_of_dossiers").regex.search(said):
        return ()  # `tiếp nhận hồ sơ đề nghị tặng X của các đơn vị: A, B`
    if rewarded := before_form(block, clause, rules):
        return rewarded
    if given := between_verb_and_award(block, clause, rules):
        return given
    limit = _limit(block, clause, others, rules)
    areas = rules.pattern("prose.named_decides").regex.match(view, begin) is not None
    behind = _Behind(block, clause, said, titles, limit, areas, rules)
    if (
        clause.award_name == LETTER
        and (sent_to := praised_at(view, award_end, behind.end, rules))
        and (praised := behind.row(sent_to))
    ):
        return with_unit_above(view, praised, block.start, rules)
    prized = next(
        (t for t in titles if _is_prized(view, award_end, t.lead - block.start, rules)), None
    )
    owners = owners_of_row(block, prized, titles, behind.end, rules) if prized is not None else []
    told = _told_behind(behind, owners, sure=sure)
    if told is not None:
        return with_unit_above(view, told, block.start, rules)
    if found := (
        bracketed_behind(block, clause, limit, titles, rules)
        or named_among(block, clause, titles, rules)
        or some_of_counted(block, clause, limit, titles, rules)
    ):
        return found
    if limit is None and (continued := list(_in_next_sentence(block, clause, titles, rules))):
        return continued
    if owners or (prized is not None and not _is_won_with(view, award_end, prized, block)):
        return owners
    winners = before_prize(block, clause, others, rules)
    return _subject(block, clause, others, titles, rules) if winners is None else winners


def _limit(
    block: Block, clause: AwardClause, others: Sequence[AwardClause], rules: Rulebook
) -> int | None:
    """Where the words behind the award speak of the next one; None where none follows."""
    award_end = clause.award_end - block.start
    after = [c.award_start - block.start for c in others if c.award_end > clause.award_end]
    limit = before_next_winners(block.view, clause, award_end, min(after, default=None), rules)
    if limit is None:
        return None
    joins = rules.pattern("prose.named_joins_next").regex.search(block.view, award_end, limit)
    # `tặng A cho ông B, Giám đốc Công ty C và D cho 02 tập thể`
    return joins.start() if joins else limit


def _told_behind(
    behind: _Behind, owners: Sequence[Enumerated], *, sure: bool
) -> Sequence[Enumerated] | None:
    """Whom the words behind the award say that it goes to; None where they do not tell.

    :param owners: those of the works that the prize goes to
    """
    block, clause, rules = behind.block, behind.clause, behind.rules
    view, award_end = block.view, clause.award_end - block.start
    sentence = view[award_end : min(award_end + REACH, behind.end)]
    is_other = serves_award(block, clause, rules)  # `Người ký Quyết định tặng Bằng khen là ông A`
    for rule, group in _NAMED_BEHIND[clause.award != PRIZE :]:
        match = rules.pattern(rule).regex.match(sentence)
        if (
            match is None
            or (group == "names" and is_other)
            or rules.pattern("prose.named_of_others").regex.search(match.group())
            or rules.pattern("prose.named_belong_to").regex.search(match.group())
        ):
            continue
        # `3 công nhân được tặng X là: A, B và C`: names must stand there, rare ones too
        so_many = (
            rules.pattern("prose.named_so_many").regex.search(words)
            for words in (behind.said, match.group())
        )
        must = sure or (group == "names" and any(so_many))
        found = _named_at(behind, award_end + match.start(group), owners, sure=must)
        led = view[award_end : found[0].named.start - block.start] if found else ""
        if rules.pattern("prose.named_people_alone").regex.search(led) and all(
            e.named.kind != "person" for e in found
        ):
            continue  # `cho 12 giáo viên: Tiểu học 3, Mầm non 9`: how many each has
        if len(found) > 1 and acts_next(block, found, rules):
            del found[-1]
        if not found or resolves(block, found, rules):
            continue
        if len(found) == 1 and _hands_over(view, found[0].named, block.start, rules):
            return ()
        return found
    return None


def _subject(
    block: Block,
    clause: AwardClause,
    others: Sequence[AwardClause],
    titles: Sequence[TitledInitiative],
    rules: Rulebook,
) -> Iterator[Enumerated]:
    """Those who stand before the verb, with the initiative behind the award if it is theirs."""
    subject = subject_of(block, clause, others, rules)
    is_one = len(subject) == 1 or (
        bool(subject) and are_authors(block.view, subject[0].named.start - block.start, rules)
    )
    title = _title_behind(block, clause.award_end - block.start, titles) if is_one else None
    return (Enumerated(item.named, item.initiative or title) for item in subject)


def _named_at(
    behind: _Behind, begin: int, owners: Sequence[Enumerated], *, sure: bool
) -> list[Enumerated]:
    """Whom the words behind an award name from ``begin`` on, read less strictly where nobody is.

    :param owners: those of the works that the prize goes to
    """
    block, clause, titles, rules = behind.block, behind.clause, behind.titles, behind.rules
    is_prize, end = clause.award == PRIZE, behind.end
    found = behind.row(begin, sure=sure, areas=behind.areas)
    # `cho chi bộ thôn 5`, and not `giải Nhất thuộc về đội của tỉnh A`
    is_small = not found and not is_prize
    if is_small and lower_body(block.view, begin, end, block.start, rules) is not None:
        found = [item.at_most(_OF_AREA) for item in behind.row(begin, sure=True)]
    # `tặng Giấy khen: Thôn A; Ban B; ông C`: an area among others of a row
    is_row = clause.role == "nominee" and ";" in block.view[begin:end]
    if not found and is_row and len(row := behind.row(begin, areas=True)) > 1:
        found = [item.at_most(_OF_AREA) for item in row]
    if not (
        found
        or behind.areas
        or clause.role == "nominee"
        or rules.pattern("prose.named_no_gift").regex.search(behind.said)
    ):  # `cho xã A`
        found = [item.at_most(_OF_AREA) for item in behind.row(begin, areas=True)]
    if (
        not found
        and not titles
        and rules.pattern("prose.works_work").regex.match(block.view, begin)
    ):
        works = of_works(block, begin, min(begin + REACH, end), rules)
        found = [Enumerated(named) for named in works]
    if not found and is_prize:
        parts = of_parts(block, begin, min(begin + REACH * 2, end), rules)
        found = list(owners) if len(owners) >= len(parts) else [*map(Enumerated, parts)]
    if found and (
        giver := rules.pattern("prose.named_gives").regex.match(
            block.view, found[-1].named.tail - block.start
        )
    ):
        # `Kỷ niệm chương: Hội A tặng cho 03 cá nhân: B, C`
        found = behind.row(giver.end(), areas=behind.areas)
    if found and is_prize:
        return list(makers_of(block, found, rules, behind.limit))
    return found


def _hands_over(view: str, named: Named, offset: int, rules: Rulebook) -> bool:
    """`cho 5 cá nhân (ông A trao)`: a bracket that only says who did."""
    before = view[: named.start - offset].removesuffix(f"{named.honorific} ").rstrip()
    return before.endswith("(") and speaks(view, named, offset, rules)


def _is_prized(view: str, award_end: int, title: int, rules: Rulebook) -> bool:
    return award_end < title <= award_end + 80 and bool(
        rules.pattern("prose.named_goes_to").regex.fullmatch(view, award_end, title)
    )


def _is_won_with(view: str, award_end: int, title: TitledInitiative, block: Block) -> bool:
    """`A đoạt giải Nhì với giải pháp ...`: the winner may stand before the prize."""
    return view[award_end : title.lead - block.start].rstrip().endswith("với")


def _in_next_sentence(
    block: Block, clause: AwardClause, titles: Sequence[TitledInitiative], rules: Rulebook
) -> Iterator[Enumerated]:
    """`... tặng Bằng khen cho 3 tập thể. Đó là: A, B và C.`"""
    end = rules.pattern("recipients.series_sentence_end").regex.search(
        block.view, clause.award_end - block.start
    )
    if end is not None:
        yield from continuing(block, end.end(), titles, rules)


def _title_behind(
    block: Block, at: int, titles: Sequence[TitledInitiative]
) -> TitledInitiative | None:
    """The initiative that an award was given for: `được tặng Bằng khen với sáng kiến X`."""
    for title in titles:
        lead = title.lead - block.start
        if at <= lead <= at + PASSIVE_REACH and _WITH.match(block.view[at:lead]):
            return title
    return None
