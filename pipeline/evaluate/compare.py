"""How the rows of each table are compared with gold items, and which attributes are judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.evaluate import match
from pipeline.evaluate.match import Row

AttributeTest = Callable[[Any, Row], bool]


@dataclass(frozen=True)
class Comparison:
    """When a row is a gold item (``same``), and the test of each attribute the gold states."""

    same: Callable[[Row, Row], bool]
    attributes: Mapping[str, AttributeTest]
    partial: bool = False


def citation_key(row: Row) -> str:
    """What makes two citations one: the cited number; "" if there is none."""
    return match.number(row.get("cited_number"))


def comparisons(partial: bool) -> dict[str, Comparison]:
    """The comparison of each table; ``partial`` where the gold holds only a part of the lists."""
    return {
        "citations": Comparison(
            lambda gold, row: citation_key(gold) == citation_key(row),
            {
                "cited_type": _same_key("cited_type"),
                "cited_on": lambda want, row: match.day(want) == match.day(row.get("cited_on")),
                "cited_issuer": match.same_body,
            },
            partial,
        ),
        "awardees": Comparison(
            lambda gold, row: (
                match.key(gold["name"]) == match.key(row.get("name"))
                and bool(gold["kind"] == row.get("kind"))
            ),
            {
                "role": _equals("role"),
                "position": _near("position", 0.85),
                "workplace": _near("workplace", 0.85),
                "award": match.same_award,
                "conferred_by": match.same_body,
                "year": _amount("year"),
                "decision": _number("decision"),
                "initiative": _near("initiative", 0.9),
            },
            partial,
        ),
        "initiatives": Comparison(
            lambda gold, row: match.is_near(gold["title"], row.get("title"), 0.9),
            {
                "kind": _same_key("kind"),
                "authors": lambda want, row: match.same_set(want, row.get("authors")),
                "benefit_vnd": _amount("benefit_vnd"),
            },
            partial,
        ),
        "figures": Comparison(
            _same_figure,
            {
                "value_high": lambda want, row: match.close_number(want, row.get("value_high")),
                "qualifier": _equals("qualifier"),
                "of_value": _amount("of_value"),
                "role": _equals("role"),
                "award": match.same_award,
                "conferred_by": match.same_body,
            },
            partial,
        ),
        "dates": Comparison(_same_period, {"role": _equals("role")}, partial),
    }


def _same_figure(gold: Row, row: Row) -> bool:
    if not match.close_number(gold["value"], row.get("value")) or row.get("unit") != gold["unit"]:
        return False
    want, got = match.key(gold.get("counted")), match.key(row.get("counted"))
    if not want or not got or gold["unit"] != "count":
        return True
    return want in got or got in want or want.split()[0] == got.split()[0]


def _same_period(gold: Row, row: Row) -> bool:
    start, end = match.day(row.get("date_start")), match.day(row.get("date_end"))
    return bool(gold["start"] == start and gold["end"] == (end or start))


def _equals(column: str) -> AttributeTest:
    return lambda want, row: bool(want == row.get(column))


def _same_key(column: str) -> AttributeTest:
    return lambda want, row: match.key(want) == match.key(row.get(column))


def _near(column: str, at_least: float) -> AttributeTest:
    return lambda want, row: match.is_near(want, row.get(column), at_least)


def _amount(column: str) -> AttributeTest:
    return lambda want, row: match.same_number(want, row.get(column))


def _number(column: str) -> AttributeTest:
    return lambda want, row: match.number(want) == match.number(row.get(column))
