"""Workplaces that two columns of a table tell: class and school, village and commune."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.grammar.spelling import fold
from pipeline.link.awardees.tables.marks import is_cross
from pipeline.model import TableCell
from pipeline.rulebook import Rulebook


def workplace_of(
    row: Sequence[TableCell], header: Sequence[str], columns: Mapping[int, str], rules: Rulebook
) -> str | None:
    """`9B, Trường A`: the units of a row from the inner one up, else the first that is filled in.

    :param columns: roles by number
    """
    places = [i for i, role in columns.items() if role == "workplace"]
    texts = {
        c.column: "" if is_cross(c.text) else " ".join(c.text.split()).strip(" .;-")
        for c in row
        if c.column in places  # `Giấy khen UBND huyện`, below which crosses stand, too
    }
    inner, outer = (texts.get(column, "") for column in _chained(header, places, rules) or (-1, -1))
    if inner and outer:
        return inner if fold(outer) in fold(inner) else f"{inner}, {outer}"
    return next((texts[column] for column in sorted(texts) if texts[column]), None)


def _chained(
    header: Sequence[str], places: Sequence[int], rules: Rulebook
) -> tuple[int, int] | None:
    """The columns of the inner and of the outer unit, where a table has one of each."""
    heads = {i: " ".join(fold(header[i]).split()) for i in places if i < len(header)}
    inner = [
        i
        for i, head in heads.items()
        if rules.pattern("award_tables.workplaces_inner").regex.fullmatch(head) is not None
    ]
    outer = [
        i
        for i, head in heads.items()
        if rules.pattern("award_tables.workplaces_outer").regex.fullmatch(head)
        and i not in inner[:1]
    ]
    return (inner[0], outer[0]) if len(places) == 2 and inner and outer else None
