"""Cells that say a place, the metal of a medal or years alone: `Nhất` below `Giải`, `Vàng` below
`Huy chương`, `Nhì` below `Hạng`, `50 năm` in a list of badges of the party."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.extract.awards import PRIZE
from pipeline.grammar.spelling import fold
from pipeline.link.awardees.clauses.clause import AwardClause
from pipeline.link.awardees.lists.ranks import of_class
from pipeline.link.awardees.tables.grid import filled
from pipeline.model import TableCell
from pipeline.rulebook import Rulebook

_METALS = {"v": "vàng", "b": "bạc", "đ": "đồng"}
_PARTY_BADGE = "hh_dang"


def rank_columns(
    header: Sequence[str],
    body: Sequence[Sequence[TableCell]],
    columns: Mapping[int, str],
    rules: Rulebook,
) -> dict[int, str]:
    """The roles of the columns, with those as awards that places or metals fill to the last cell;
    `Hạng` above numbers is an order, and above `Nhất` a prize.

    :param columns: the roles by headings
    """
    told = dict(columns)
    if "award" in told.values():
        return told
    for column, heading in enumerate(map(fold, header)):
        words = heading.strip(" .:")
        shapes = [
            shape
            for shape, of in (
                (
                    rules.pattern("award_tables.rank_cells_place").regex,
                    rules.pattern("award_tables.rank_cells_of_places").regex,
                ),
                (
                    rules.pattern("award_tables.rank_cells_metal").regex,
                    rules.pattern("award_tables.rank_cells_of_medals").regex,
                ),
            )
            if of.fullmatch(words)
        ]
        cells = [" ".join(cell.text.split()) for cell in filled(body, column)]
        if cells and any(all(shape.match(text) for text in cells) for shape in shapes):
            told[column] = "award"
            break
    return told


def is_of_ranks(
    body: Sequence[Sequence[TableCell]], columns: Mapping[int, str], rules: Rulebook
) -> bool:
    """Does a column of awards hold nothing but places or metals?"""
    column = next((i for i, role in columns.items() if role == "award"), None)
    if column is None:
        return False
    cells = [cell.text for cell in filled(body, column)]
    return bool(cells) and (
        all(
            rules.pattern("award_tables.rank_cells_place").regex.match(text)
            or rules.pattern("award_tables.rank_cells_rank").regex.match(text)
            for text in cells
        )
        or all(rules.pattern("award_tables.rank_cells_metal").regex.match(text) for text in cells)
    )


def prize_words(text: str, heading: str, clause: AwardClause, rules: Rulebook) -> str | None:
    """The prize or medal in full that a cell says in a word; None for any other cell.

    A place below `Hạng` is a prize where the list is of nothing else.
    """
    words = heading.strip(" .:")
    if "giải" in heading and (
        rank := rules.pattern("award_tables.rank_cells_rank").regex.match(text)
    ):
        return f"giải {_place(rank[1])}"
    if rules.pattern("award_tables.rank_cells_of_medals").regex.fullmatch(words) and (
        metal := rules.pattern("award_tables.rank_cells_metal").regex.match(text)
    ):
        return f"huy chương {metal['word'] or _METALS[metal['code'].lower()]}"
    is_prize = (
        clause.award in {None, PRIZE}
        and rules.pattern("award_tables.rank_cells_of_places").regex.fullmatch(words) is not None
    )
    place = rules.pattern("award_tables.rank_cells_place").regex.match(text) if is_prize else None
    return f"giải {_place(place[1])}" if place is not None else None


def _place(word: str) -> str:
    """`KK`, `K.Khích` are short for the prize below the third."""
    return "khuyến khích" if word.lower().startswith("k") else word


def of_class_alone(
    text: str, heading: str, clause: AwardClause, rules: Rulebook
) -> AwardClause | None:
    """`Nhì` below `Hạng` in a list of an order, `50 năm` of badges of the party: its class."""
    if clause.award == _PARTY_BADGE and (
        years := rules.pattern("award_tables.rank_cells_years").regex.fullmatch(text)
    ):
        return replace(clause, grade=f"{years[1]} năm tuổi Đảng")
    if clause.award_name is None or heading.strip(" .:") != "hạng":
        return None
    return of_class(text if fold(text).startswith("hạng") else f"hạng {text}", clause, rules)
