"""Bodies named one after another in a sentence, each with the unit above it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.extract.bodies import bodies_listed, body_at
from pipeline.link.awardees.recipients.higher_unit import begins_unit, collective_end
from pipeline.link.awardees.recipients.names import Named
from pipeline.model import Block
from pipeline.rulebook import Rulebook

_BELONGS = regex.compile(r"\s+(?:trực\s+)?thuộc\s+")
_UNION = regex.compile(r"C[ĐD]CS\s*,\s*")
_COMMA = regex.compile(r",\s")
_BESIDE = 0.85


def bodies_in_row(
    block: Block, at: int, stop: int, rules: Rulebook, *, parted: bool
) -> tuple[list[Named], int]:
    """The bodies from ``at`` on, none where something else stands there; and where they end.

    :param parted: semicolons stand between them, so that a comma leads to the unit above
    """
    view, start_of = block.view, block.start
    bodies = bodies_listed(view, at, rules, start_of, limit=stop, parted=parted)
    found: list[Named] = []
    for body in bodies:
        start, end = body.start - start_of, body.end - start_of
        union = _UNION.match(view, start, end)  # `CĐCS, Công ty A` is one body
        commas = [m.end() for m in _COMMA.finditer(view, union.end() if union else start, end)]
        leads_unit = not commas or any(begins_unit(view, at, end, rules) for at in commas)
        has_unit = leads_unit and (body.is_inner or bool(commas) or " - " in view[start:end])
        cut = collective_end(view, start, end, rules) if has_unit else end
        rest = view[cut:end].strip(" ,-–")
        name = body.name if cut == end else view[start:cut].strip()
        # the higher unit is spelled as in the repaired name of the body
        unit = body.name[len(body.name) - len(rest) :] if rest else None
        is_beside = unit is not None and _is_beside(name, unit, rules)
        runs_on = rules.pattern("recipients.body_row_runs_on").regex.search(name) is not None
        sure = min(body.confidence, _BESIDE) if is_beside or runs_on else body.confidence
        found.append(Named(
            body.start, cut + start_of, name, "collective", body.end, body.rule, sure,
            workplace=None if is_beside else unit,
        ))  # fmt: skip
    if not found:
        return [], at
    found = _under_lower_case(found, rules)
    found[-1], end = _with_owner(view, found[-1], bodies[-1].end - start_of, stop, rules)
    return _with_higher_unit(view, found, start_of), end


def with_unit(named: Named) -> str:
    """A body and the unit above it in one line."""
    return ", ".join(part for part in (named.name, named.workplace) if part)


def _is_beside(name: str, unit: str, rules: Rulebook) -> bool:
    """`Hội Phụ nữ, Hội Cựu chiến binh; Tổ 5`: what stands behind the comma is no unit above."""
    if _same_head(name, unit):
        return (
            rules.pattern("recipients.of_area").regex.search(unit) is None
        )  # `Hội Nông dân huyện A, Hội Nông dân tỉnh B`
    rows = [name, *unit.split(", ")]
    return any(
        (
            rules.pattern("recipients.body_row_peer").regex.match(high)
            and not rules.pattern("recipients.body_row_part").regex.match(low)
        )
        or (
            rules.pattern("recipients.body_row_of_village").regex.match(high)
            and rules.pattern("recipients.body_row_of_village").regex.match(low)
        )
        or rules.pattern("recipients.body_row_office_and_firm").regex.match(f"{low}, {high}")
        for low, high in itertools.pairwise(rows)
    )


def _under_lower_case(found: Sequence[Named], rules: Rulebook) -> list[Named]:
    """`Phân xưởng A, xí nghiệp B`: a body that begins with a small letter is the unit above."""
    inner = rules.pattern("body.inner").regex
    kept: list[Named] = [*found[:1]]
    for named in found[1:]:
        before = kept[-1]
        is_above = named.name[:1].islower() and not named.name[-1:].isdigit()  # not `phòng 2`
        if is_above and inner.match(before.name) and not before.workplace:
            kept[-1] = replace(before, workplace=with_unit(named), tail=named.tail)
        else:
            kept.append(named)
    return kept


def _with_owner(view: str, named: Named, end: int, stop: int, rules: Rulebook) -> tuple[Named, int]:
    """`Phòng A thuộc Sở B`: the unit above behind its word; and where the text goes on."""
    belongs = _BELONGS.match(view, end, stop)
    owner = body_at(view, belongs.end(), rules, limit=stop) if belongs else None
    if belongs is None or owner is None or named.workplace is not None:
        return named, end
    begin, end = end, owner.end
    while comma := _COMMA.match(view, end, stop):
        higher = body_at(view, comma.end(), rules, limit=stop)
        if (
            higher is None
            or _same_head(higher.name, named.name)
            or _BELONGS.match(view, higher.end, stop)
        ):
            break
        end = higher.end
    workplace, tail = owner.name + view[owner.end : end], named.tail + end - begin
    return replace(named, workplace=workplace, tail=tail), end


def _with_higher_unit(view: str, found: list[Named], offset: int) -> list[Named]:
    """`Khoa A, Khoa B Bệnh viện C`: the unit behind the last part serves those before, but for
    those that a semicolon parts from it."""
    result = list(found)
    for index in range(len(result) - 2, -1, -1):
        here, behind = result[index], result[index + 1]
        if ";" in view[here.tail - offset : behind.start - offset]:
            continue
        if here.workplace is None and behind.workplace and _same_head(here.name, behind.name):
            result[index] = replace(here, workplace=behind.workplace)
    return result


def _same_head(one: str, other: str) -> bool:
    first, second = one.split()[0].lower(), other.split()[0].lower()
    return first == second or {first, second} == {"khoa", "phòng"}
