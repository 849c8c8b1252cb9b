"""The figures of one stretch of running text, with role, award, period and section."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, cast

from pipeline.extract.figures.around import Around
from pipeline.extract.figures.awards import Conferred, carried, conferred
from pipeline.extract.figures.candidates import Candidate, candidates
from pipeline.extract.figures.context import MINUTES, REPORT, Context, Period, scope_of
from pipeline.extract.figures.elided import with_elided
from pipeline.extract.figures.exclusions import Exclusions
from pipeline.extract.figures.giver import default_giver
from pipeline.extract.figures.graded import graded
from pipeline.extract.figures.labels import labelled
from pipeline.extract.figures.passage import Mask, Passage
from pipeline.extract.figures.plans import is_compared
from pipeline.extract.figures.roles import Role, is_guess, role_of
from pipeline.extract.figures.values import as_number
from pipeline.grammar.number_units import Unit
from pipeline.model import AwardMention, Block, FigureMention
from pipeline.rulebook import Rulebook

_GUESSED = 0.85  # a result that may as well be planned or asked for


class _Told(NamedTuple):
    """What the words around a figure tell of it."""

    role: Role | None
    period: Period
    scope: str | None
    award: Conferred | None
    giver: str | None


def passage_figures(
    block: Block,
    passage: Passage,
    excluded: Exclusions,
    named: Callable[[], Sequence[AwardMention]],
    context: Context,
    rules: Rulebook,
) -> Iterator[FigureMention]:
    """The figures of one stretch of running text of ``block``.

    :param named: gives the awards named in it; asked where there is any figure
    """
    plain = candidates(passage, rules, excluded)
    if plain:
        plain = with_elided(passage, plain, rules, excluded)
    plain = (*plain, *graded(passage, plain, rules, excluded))
    named_before = tuple(labelled(passage, plain, rules, excluded))
    plain = (*plain, *named_before)
    if named_before:
        taken = Mask(candidate.number for candidate in plain)
        parts = with_elided(passage, named_before, rules, excluded)
        plain = (*plain, *(part for part in parts if not taken.covers(*part.number)))
    if not plain:
        return
    awards = named()
    found = sorted(plain, key=lambda c: (c.start, c.end))
    previous = 0
    whole: Role | None = None
    given: tuple[Candidate, Conferred] | None = None
    for at, candidate in enumerate(found):
        award = conferred(passage, found, at, awards, rules)
        if award is None and given is not None and awards:
            award = carried(passage, *given, candidate, rules=rules)
        given = (candidate, award) if award is not None else None
        around = Around(
            block.path,
            context.setting,
            previous,
            is_aimed=block.start in context.aims,
            is_given=award is not None and award.is_given,
            is_ahead=context.periods.is_ahead(passage, candidate.start),
            is_due=context.periods.is_due(passage, candidate.end),
            is_over=context.periods.is_over(passage, candidate.start),
            may_order=context.concludes,
            is_asked=block.start in context.asked,
            is_told_aside=context.periods.is_over_aside(passage, candidate.start),
            is_report=context.dispatch.head.doc_type == REPORT,
            is_telling=context.dispatch.head.doc_type in (REPORT, MINUTES)
            or context.dispatch.head.genre != "dispatch",
        )
        role = role_of(passage, candidate, around, rules)
        whole = whole if role == "part" else role
        told = _Told(
            role,
            _period(passage, candidate, whole, block.path, context, rules),
            scope_of(passage, candidate.start, awards, rules),
            award,
            None if award is None else _giver(award, context, rules),
        )
        if role == "result" and (
            context.periods.may_be_planned(passage, candidate.start, told.period)
            or is_guess(passage, candidate, around, rules)
        ):
            candidate = candidate._replace(confidence=min(candidate.confidence, _GUESSED))
        yield _mention(block, passage, candidate, told)
        previous = candidate.end


def _period(
    passage: Passage,
    candidate: Candidate,
    role: Role | None,
    path: tuple[str, ...],
    context: Context,
    rules: Rulebook,
) -> Period:
    """The time that a figure speaks of.

    :param role: its own, of a part that of the figure it is a part of
    """
    period = context.periods.around(passage, candidate.start, candidate.end, path)
    if role == "result" and (
        is_compared(passage, candidate, rules) or context.periods.is_to_come(period)
    ):
        return None, None  # the time of an aim named in another clause, or what is compared
    is_told = period == (None, None) and role in ("result", "total")
    if is_told and context.periods.tells_no_other(passage, candidate.start):
        return context.titled
    return period


def _giver(award: Conferred, context: Context, rules: Rulebook) -> str | None:
    return default_giver(award, context.dispatch, rules, decides=context.setting == "report")


def _mention(block: Block, passage: Passage, candidate: Candidate, told: _Told) -> FigureMention:
    quantity = candidate.quantity
    return FigureMention(
        start=passage.offset + candidate.start,
        end=passage.offset + candidate.end,
        key=0,
        value=as_number(quantity.value),
        unit=cast(Unit, candidate.unit),
        counted=candidate.counted,
        qualifier=candidate.qualifier,
        role=told.role,
        rule=candidate.rule,
        confidence=candidate.confidence,
        value_high=None if quantity.value_high is None else as_number(quantity.value_high),
        of_value=None if quantity.of_value is None else as_number(quantity.of_value),
        award=None if told.award is None else told.award.award,
        award_name=None if told.award is None else told.award.award_name,
        conferred_by=told.giver,
        period_start=told.period[0],
        period_end=told.period[1],
        scope=told.scope,
        heading=" > ".join(block.path) or None,
        is_duplicate=block.is_duplicate or block.kind == "repeated",
    )
